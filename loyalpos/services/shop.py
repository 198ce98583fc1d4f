"""An open shop: its file, its description, its program, and the one way to write a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.expiry import CLOCK_TRUST, expiry_clock
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import Account, Entry, expire_entries, post_all
from loyalpos.engine.program import Program
from loyalpos.engine.program_document import program_to_json
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.staff import Right
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.errors import FileOlder, MemberGone, ProgramUnsound, Unavailable
from loyalpos.services.described import Described
from loyalpos.services.outside import Outside
from loyalpos.store import local, shop
from loyalpos.store.days import last_trusted_ms
from loyalpos.store.file import Connection, ShopFile
from loyalpos.store.journal import Action, Appended, append, append_all, newest_ms
from loyalpos.store.ledger import Standing, standing_of
from loyalpos.store.live_place import refuse_unsafe
from loyalpos.store.members import is_anybody_erased, is_erased

__all__ = ["NewRecord", "Shop", "refuse_unsafe"]


_OUTLIVES = frozenset({"request_moved", "finding_acknowledged"})
"""What is still recorded of somebody who was erased: that they wanted it so, and what the owner looked at."""


class NewRecord(Struct, frozen=True):
    """What a new record says: its id, what was asked, what came of it, and what is personal."""

    id: UUID
    request: Mapping[str, object]
    outcome: Mapping[str, object]
    private: Mapping[str, object]


class Shop(Described):
    """A shop's open file with what every use case needs of it.

    One person works at one till; both names go into every record.
    """

    def __init__(self, file: ShopFile, outside: Outside, *, who: str = "", till: str = "1") -> None:
        self.begin(file, outside, till, called=who)
        self.session = outside.new_id()
        try:
            self._begin_session()
        except BaseException:
            # Open, it could be neither moved aside nor brought back, for as long as somebody reads why.
            file.close()
            raise

    def _begin_session(self) -> None:
        with self.file.work() as connection:
            began_ms = to_ms(self.outside.now())
            local.begin_session(connection, self.session, began_ms)
            self.unclean_before_ms = local.unclean_stop_before(connection, self.session)
            self.was_cut_off = self.unclean_before_ms is not None and self.unclean_before_ms >= began_ms
            latest_ms = newest_ms(connection)
            if self.unclean_before_ms is not None and latest_ms >= began_ms:
                # The clock has been set back, as a power cut may do: all that stands here was before.
                self.unclean_before_ms = latest_ms + 1
            self._read(connection)

    @classmethod
    def create(
        cls,
        path: Path,
        key: bytes,
        outside: Outside,
        *,
        description: ShopDescription,
        program: Program,
        stock: Mapping[str, int],
        who: str = "",
        till: str = "1",
    ) -> Shop:
        """Make a new shop's file with its first program, all of it or none, and open it.

        Raises:
            ProgramUnsound: The program has problems.
            UnsafePlace: The folder is copied by another program, or lies on a network drive.
            Unavailable: The file cannot be made where it should be.
        """
        refuse_unsafe(path.parent)

        def fill(file: ShopFile) -> None:
            first = cls(file, outside, who=who, till=till)
            first.describe(description)
            first.publish(program, stock)
            first.close()

        origin = outside.random_bytes(16)
        file = ShopFile.create(path, key, origin=origin, began_at_ms=to_ms(outside.now()), fill=fill)
        return cls(file, outside, who=who, till=till)

    @staticmethod
    def is_there(path: Path) -> bool:
        """Tell whether there is a shop's file; a restore that was cut off is finished first."""
        return ShopFile.is_there(path)

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        outside: Outside,
        *,
        backups: Path | None = None,
        who: str = "",
        till: str = "1",
    ) -> Shop:
        """Open a shop's file; one of an older version is brought up first, after a verified backup.

        Args:
            backups: Where that backup goes; beside the file if none is named.

        Raises:
            UnsafePlace: The folder is copied by another program, or lies on a network drive.
            Unavailable: The file is missing, locked, newer, damaged or not a shop's.
        """
        refuse_unsafe(path.parent)
        try:
            file = ShopFile.open(path, key)
        except FileOlder:
            from loyalpos.store.upgrade import upgrade  # noqa: PLC0415 - once in the life of a version

            upgrade(path, key, backups=backups or path.parent / "backups", at=outside.now())
            file = ShopFile.open(path, key)
        opened = cls(file, outside, who=who, till=till)
        try:
            opened._erase_again(backups or path.parent / "backups")
        except BaseException:
            file.close()
            raise
        return opened

    def _erase_again(self, backups: Path) -> None:
        """Erase again whom a backup or an export has brought back, before anybody sees them."""
        is_noted = backups.joinpath("erasures.jsonl").exists()
        if not is_noted:
            with self.file.read() as connection:
                if not is_anybody_erased(connection):
                    return
        from loyalpos.services.erasure import carry_out_again  # noqa: PLC0415 - few files have any

        try:
            carry_out_again(self, backups)
        except Unavailable:
            # Notes that were lost are written anew where they can be; nobody is brought back by that alone.
            if is_noted:
                raise

    def close(self) -> None:
        """End the session and close the file; after this a stop counts as clean, unless it is damaged.

        Raises:
            Unavailable: The session could not be ended; the file is closed all the same.
        """
        try:
            if not self.file.is_shut:
                with self.file.work() as connection:
                    local.end_session(connection, self.session, to_ms(self.outside.now()))
        finally:
            self.file.close()

    def unsure_ms(self, within: timedelta) -> tuple[int, int] | None:
        """Give the stretch of time, up to an unclean stop, whose acts nobody may have seen done.

        Returns:
            Its first millisecond and the one after its last; None if there is nothing to ask about.
        """
        before_ms = self.unclean_before_ms
        since_ms = to_ms(self.now() - within)
        return None if before_ms is None or since_ms >= before_ms else (since_ms, before_ms)

    # Writing --------------------------------------------------------------------------------------

    def describe(self, description: ShopDescription) -> None:
        """Change what the shop says of itself.

        Raises:
            NotAllowed: Whoever is at the till may not change settings.
        """
        self.demand(Right.SETTINGS)
        with self.file.work() as connection:
            self.write(connection, "shop_described", _mapping(to_json(description)))
        self.read_again()

    def publish(
        self, program: Program, stock: Mapping[str, int] | None = None, *, kept_as: str = ""
    ) -> Program:
        """Publish a draft as the next revision, in force from its ``starts`` or from today on.

        Args:
            stock: How many there are of each counted gift, where that is said anew.
            kept_as: Under which name this till keeps it as a draft, which it then is no more.

        Raises:
            NotAllowed: Whoever is at the till may not change the program.
            ProgramUnsound: The program has problems.
            DrawRulesStand: It changes the rules of a draw whose tickets have been given.
        """
        self.demand(Right.PROGRAM)
        from loyalpos.engine.problems import (  # noqa: PLC0415 - behind the first scan
            problems_in,
            problems_with_the_end,
        )

        problems = problems_in(program)
        serious = tuple(problem for problem in problems if problem.is_error)
        if serious:
            raise ProgramUnsound(serious)
        with self.file.work() as connection:
            revision = shop.next_revision(connection)
            today = self.time.business_day(self.now())
            published = replace(program, revision=revision, starts=max(program.starts or today, today))
            assert published.starts is not None
            if self._told.programs:
                over = problems_with_the_end(published, self.program_on(published.starts), published.starts)
                if over:
                    raise ProgramUnsound(over)
            self.write(
                connection,
                "program_published",
                {"document": program_to_json(published)},
                {"revision": revision, "starts": published.starts.isoformat()},
            )
            if published.draws:
                from loyalpos.services.announcing import announce  # noqa: PLC0415 - few shops have draws

                announce(connection, self, published.draws)
            for reward, left in (stock or {}).items():
                self.write(connection, "stock_counted", {"reward": reward, "left": left})
            if kept_as:
                local.forget(connection, kept_as)
        self.read_again()
        return published

    def write(
        self,
        connection: Connection,
        kind: str,
        request: Mapping[str, object],
        outcome: Mapping[str, object] | None = None,
        *,
        private: Mapping[str, object] | None = None,
        action: UUID | None = None,
    ) -> Appended:
        """Append one record to the journal, and with it its effect on the tables.

        Raises:
            MemberGone: It is about somebody who was erased, and not only says that something was seen to.
        """
        whose = request.get("member")
        outlives = kind in _OUTLIVES and not private
        if isinstance(whose, str) and not outlives and is_erased(connection, UUID(whose)):
            raise MemberGone
        said = dict(outcome or {}) | self.approved_by()
        return append(
            connection,
            Action(
                action or self.outside.new_id(),
                kind,
                1,
                self.who,
                self.till,
                self.time.local(self.now()) if self._told.description else self.now(),
                {"request": dict(request), "outcome": said},
                private,
            ),
            salt=self.outside.random_bytes,
        )

    def write_all(self, connection: Connection, kind: str, new: Sequence[NewRecord], *, at: datetime) -> None:
        """Append many records of one kind at once, of which none stands in the journal yet."""
        who, approved, local_at = self.who, self.approved_by(), self.time.local(at)
        actions = [
            Action(
                one.id,
                kind,
                1,
                who,
                self.till,
                local_at,
                {"request": one.request, "outcome": {**one.outcome, **approved}},
                one.private,
            )
            for one in new
        ]
        append_all(connection, actions, salt=self.outside.random_bytes)

    # Deciding -------------------------------------------------------------------------------------

    def trusted_now(self) -> datetime:
        """Give the present instant as far as it is beyond doubt, for what nobody could take back."""
        with self.file.read() as connection:
            trusted_ms = last_trusted_ms(connection)
        now = self.now()
        return now if trusted_ms is None else min(now, from_ms(trusted_ms) + CLOCK_TRUST)

    def alive_at(self, connection: Connection, now: datetime) -> datetime:
        """Give the instant by which lots are judged (see :func:`expiry_clock`).

        The program of today says which days are spared, also where an old bill is returned.
        """
        program = self.program_on(self.time.business_day(now))
        trusted_ms = last_trusted_ms(connection)
        newest = None if trusted_ms is None else from_ms(trusted_ms)
        return expiry_clock(program, self.time, now=now, newest=newest)

    def settled(
        self, connection: Connection, member: UUID, *, now: datetime, alive_at: datetime
    ) -> tuple[Account, tuple[Entry, ...]]:
        """Read a member's account with what has expired taken out, and the entries that say so."""
        return self.settle(standing_of(connection, member), now=now, alive_at=alive_at)

    def settle(
        self, held: Standing, *, now: datetime, alive_at: datetime
    ) -> tuple[Account, tuple[Entry, ...]]:
        """Take out of what a member holds what has expired, and give the entries that say so."""
        account = self.lives(now).dated(held.account, held.last_visit)
        expired = expire_entries(account, at=now, alive_at=alive_at)
        return post_all(held.account, expired), expired


def _mapping(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value
