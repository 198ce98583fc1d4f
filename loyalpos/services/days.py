"""The business day: opened with what time alone brings about, closed with a verified backup."""

from __future__ import annotations

from collections import deque
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.expiry import CLOCK_TRUST, Lives
from loyalpos.engine.json_values import to_json
from loyalpos.engine.points_end import earned_before
from loyalpos.engine.times import from_ms
from loyalpos.engine.usual import LOOKED_AT, asked_from_vnd
from loyalpos.errors import FileDamaged
from loyalpos.services.brought import bring_time
from loyalpos.services.coming_of_age import note_of_age, those_of_age
from loyalpos.services.day_gifts import members_to_look_at
from loyalpos.services.gifts import has_timed_gifts
from loyalpos.services.safekeeping import Safekeeping, Why
from loyalpos.services.shop import Shop
from loyalpos.store import days
from loyalpos.store.bills import last_totals
from loyalpos.store.ending import absent_members, members_holding
from loyalpos.store.file import Connection
from loyalpos.store.journal import head
from loyalpos.store.ledger import members_due_to_expire

if TYPE_CHECKING:
    from loyalpos.services.backups import Foreseen
    from loyalpos.services.checking import Checked
    from loyalpos.store.backup import Backup
    from loyalpos.store.restore import Lost

__all__ = ["Days", "Opened"]

_BROUGHT_AT_ONCE = 5
"""Members who get their gifts in one transaction, each of them a record of its own."""

_MEMBERS_AT_ONCE = 20
"""Members whose points expire in one transaction: few, so that the till never waits for it."""


class Opened(Struct, frozen=True):
    """A day that was opened: whether its date is beyond doubt, and when the day before it was.

    A total of ``asked_from_vnd`` or more is far above what the shop saw before.
    """

    day: date
    trusted: bool
    last_trusted: date | None
    asked_from_vnd: int


class Days:
    """Opening and closing the day.

    Attributes:
        safekeeping: Backups between.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self.safekeeping = Safekeeping(shop)
        self._looked_up: date | None = None
        self._to_look_at: deque[UUID] = deque()
        self._of_age = frozenset[UUID]()

    def open(self) -> Opened:
        """Open today if it is not open, and record what has expired; running it again changes nothing."""
        shop = self._shop
        now = shop.now()
        day = shop.time.business_day(now)
        with shop.file.work() as connection:
            last_ms = days.last_trusted_ms(connection)
            trusted = last_ms is None or now <= from_ms(last_ms) + CLOCK_TRUST
            if days.is_open(connection, day.isoformat(), shop.till):
                trusted = days.is_trusted(connection, day.isoformat(), shop.till)
            else:
                shop.write(connection, "day_opened", {"day": day.isoformat()}, {"trusted": trusted})
        self._expire()
        last = None if last_ms is None else shop.time.business_day(from_ms(last_ms))
        with shop.file.read() as connection:
            totals = last_totals(connection, LOOKED_AT)
        return Opened(day, trusted, last, asked_from_vnd(totals))

    def bring(self) -> bool:
        """Record what today brings a few members: gifts of occasions, notice, falls of tiers, coming of age.

        Each call is one short transaction, so that the till never waits for all of them. Running it again
        brings nothing twice; cut off, it goes on where it stopped.

        Returns:
            Whether there may be more; then it is to be called again.
        """
        shop = self._shop
        today = shop.time.business_day(shop.now())
        if self._looked_up != today:
            with shop.file.read() as connection:
                if days.is_doubtful(connection, today.isoformat()):
                    return False
                self._of_age = those_of_age(connection, shop, today)
                others = members_to_look_at(connection, shop, today)
                self._to_look_at = deque(dict.fromkeys((*self._of_age, *others)))
            self._looked_up = today
        is_last = len(self._to_look_at) <= _BROUGHT_AT_ONCE
        is_timed = has_timed_gifts(shop.program_on(today))
        if self._to_look_at or is_timed:
            some = list(islice(self._to_look_at, _BROUGHT_AT_ONCE))
            with shop.file.work() as connection:
                for member in some:
                    if member in self._of_age:
                        note_of_age(connection, shop, member)
                    bring_time(connection, shop, member, today)
                if is_last and is_timed and days.gifts_done_until(connection) != today:
                    shop.write(connection, "gifts_of_day", {"day": today.isoformat()})
            for _ in some:
                self._to_look_at.popleft()
        return not is_last

    def trust_clock(self) -> None:
        """Take a person's word that today's date is right, though the till was long closed."""
        shop = self._shop
        day = shop.time.business_day(shop.now()).isoformat()
        with shop.file.work() as connection:
            shop.write(connection, "clock_trusted", {"day": day})
        self._expire()
        self._looked_up = None

    def close(self, backups: Path) -> Backup:
        """Close today, make a verified backup, and delete what a restore moved aside long ago.

        Raises:
            Unavailable: The backup could not be made or did not pass; the day is closed all the same.
        """
        shop = self._shop
        day = shop.time.business_day(shop.now()).isoformat()
        from loyalpos.services.corrections import drop_corrected  # noqa: PLC0415 - at the end of a day
        from loyalpos.services.retention import (  # noqa: PLC0415 - as said
            Retention,
            drop_old_accesses,
        )

        Retention(shop).do_by_itself(backups)
        drop_corrected(shop)
        drop_old_accesses(shop)
        with shop.file.work() as connection:
            chain = head(connection)
            shop.write(connection, "day_closed", {"day": day}, {"seq": chain.seq, "head": chain.hash.hex()})
        from loyalpos.store import restore, wiping  # noqa: PLC0415 - at the end of a day

        made = self.back_up(backups, "closing")
        with shop.file.read() as connection:
            is_due = wiping.is_due(connection)
        if is_due:
            wiping.write_anew(shop.file)
        restore.forget_asides(shop.file.path, now=shop.now())
        return made

    def back_up(self, backups: Path, why: Why = "asked") -> Backup:
        """Make a verified backup now, and drop those that are no longer kept.

        Raises:
            Unavailable: The backup could not be made or did not pass.
        """
        return self.safekeeping.back_up(backups, why)

    def backups(self, folder: Path) -> tuple[Backup, ...]:
        """List the backups whose manifest holds, newest first."""
        from loyalpos.store import backup  # noqa: PLC0415 - not before the first scan

        return backup.backups(folder)

    def lost_by_restoring(self, to: Backup) -> Lost:
        """Count what is in the shop's file and not in a backup.

        Raises:
            Unavailable: The file or the backup cannot be read.
        """
        from loyalpos.store import keys, rekey, restore  # noqa: PLC0415 - needed once in a bad year

        key = self._shop.file.key
        if key != keys.PUBLISHED_KEY and to.lock is None and to.path.is_file():
            key = keys.PUBLISHED_KEY if rekey.opens(to.path, keys.PUBLISHED_KEY) else key
        return restore.preview(self._shop.file.path, self._shop.file.key, to, key)

    def foresee(self, to: Backup) -> Foreseen:
        """Tell what going back to a backup brings with it.

        Raises:
            Unavailable: The file or the backup cannot be read.
        """
        from loyalpos.services.backups import Foreseen, kept_protection  # noqa: PLC0415 - seldom needed

        return Foreseen(self.lost_by_restoring(to), kept_protection(to, self._shop.file.key))

    def look_for_damage(self) -> None:
        """Read every page of the file while the counter goes on.

        Raises:
            FileDamaged: A page is not what was written; from now on nothing is recorded.
            Unavailable: The file cannot be read.
        """
        from loyalpos.store.check import file_problems  # noqa: PLC0415 - after an unclean stop

        found = file_problems(self._shop.file)
        if found:
            damage = FileDamaged(self._shop.file.path, found[0])
            self.stop_recording(damage)
            raise damage

    def stop_recording(self, damage: FileDamaged) -> None:
        """Let nothing more be recorded in a file that was found damaged; what can be read is read."""
        self._shop.file.shut(damage)

    def check(self) -> Checked:
        """Check the shop's file from end to end while the counter goes on.

        Raises:
            Unavailable: The file cannot be read.
        """
        from loyalpos.services.checking import check_shop  # noqa: PLC0415 - when the owner asks

        return check_shop(self._shop.file.path, self._shop.file.key)

    def _expire(self) -> None:
        """Record all expiries that are due, a few members at a time."""
        shop = self._shop
        now = shop.now()
        while True:
            with shop.file.work() as connection:
                alive_at = shop.alive_at(connection, now)
                due = members_due_to_expire(connection, alive_at, _MEMBERS_AT_ONCE)
                if not due:
                    break
                self._expire_in(connection, due, now=now, alive_at=alive_at)
        self._expire_by_program(now)

    def _expire_by_program(self, now: datetime) -> None:
        """Record the end of the balances of those who stayed away too long, and of all where points end."""
        shop = self._shop
        lives = shop.lives(now)
        if lives == Lives():
            return
        with shop.file.read() as connection:
            alive_at = shop.alive_at(connection, now)
            away = None if lives.absence is None else lives.absence.seen_too_long_ago(alive_at)
            over = None if lives.over_at is None else earned_before(lives.over_at, alive_at)
            some = () if away is None else absent_members(connection, away)
            every = () if over is None else members_holding(connection, over)
        ending = tuple(dict.fromkeys((*some, *every)))
        for first in range(0, len(ending), _MEMBERS_AT_ONCE):
            with shop.file.work() as connection:
                alive_at = shop.alive_at(connection, now)
                self._expire_in(
                    connection, ending[first : first + _MEMBERS_AT_ONCE], now=now, alive_at=alive_at
                )

    def _expire_in(
        self, connection: Connection, members: tuple[UUID, ...], *, now: datetime, alive_at: datetime
    ) -> None:
        shop = self._shop
        expired = {
            member.hex: to_json(entries)
            for member in members
            if (entries := shop.settled(connection, member, now=now, alive_at=alive_at)[1])
        }
        if expired:
            day = shop.time.business_day(now).isoformat()
            shop.write(connection, "points_expired", {"day": day}, {"expired": expired})
