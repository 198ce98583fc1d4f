"""The old customer list: taken in row by row, and taken out again as a whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.customer_list import Ready, Verdict
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import take_back_entry
from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.staff import Right
from loyalpos.errors import CannotUndo, MemberGone, Refusal
from loyalpos.services.members import Members
from loyalpos.services.shop import Shop
from loyalpos.store import members as stored
from loyalpos.store.file import Connection
from loyalpos.store.members import CustomerListRow
from loyalpos.store.who_now import who_is_now

__all__ = ["CustomerListRow", "Lists", "TakenIn"]

_ROWS_AT_ONCE = 20
"""Rows in one transaction: few, so that a bill never waits for a list, and more than a few, because each
transaction is brought onto the disk before the next."""

_ROWS_A_BREATH = 10
_BREATH_S = 0.001
"""After some rows: Python runs one thread at a time, and a scan wants its turn."""


class TakenIn(Struct, frozen=True):
    """What became of a list: its id, how many joined, and the rows refused meanwhile with the reason."""

    id: UUID
    joined: int
    refused: tuple[tuple[int, Refusal], ...]
    cancelled: bool


class Lists:
    """Customer lists of other programs."""

    def __init__(self, shop: Shop, members: Members) -> None:
        self._shop = shop
        self._members = members

    def lists(self) -> tuple[CustomerListRow, ...]:
        """List what was taken in, newest first, with how many of its members are still there."""
        with self._shop.file.read() as connection:
            return stored.customer_lists(connection)

    def taken_phones(self, phones: Sequence[str]) -> frozenset[str]:
        """Tell which of these phones are members' already."""
        with self._shop.file.read() as connection:
            return frozenset(
                phone for phone in phones if stored.member_by_phone(connection, phone) is not None
            )

    def take_in(
        self,
        list_id: UUID,
        verdicts: Sequence[Verdict],
        *,
        wording: Consent,
        progress: Callable[[int, int], bool],
    ) -> TakenIn:
        """Enrol every ready row with its opening points, in many small transactions.

        Args:
            list_id: The id of this taking-in; running it again goes on where it stopped.
            wording: The agreement the shop holds on paper for these customers.
            progress: Told rows done and rows in all after each step; False stops between two steps.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.IMPORT)
        ready = [verdict for verdict in verdicts if isinstance(verdict, Ready)]
        with self._shop.file.work() as connection:
            self._shop.write(connection, "list_begun", {"rows": len(ready)}, action=list_id)
        joined = 0
        refused: list[tuple[int, Refusal]] = []
        for start in range(0, len(ready), _ROWS_AT_ONCE):
            if not progress(start, len(ready)):
                return TakenIn(list_id, joined, tuple(refused), cancelled=True)
            with self._shop.file.work() as connection:
                for place, row in enumerate(ready[start : start + _ROWS_AT_ONCE]):
                    if place == _ROWS_A_BREATH:
                        time.sleep(_BREATH_S)
                    try:
                        self._enrol(connection, list_id, row, wording)
                        joined += 1
                    except Refusal as refusal:
                        refused.append((row.row, refusal))
            time.sleep(_BREATH_S)
        progress(len(ready), len(ready))
        return TakenIn(list_id, joined, tuple(refused), cancelled=False)

    def take_out(self, list_id: UUID, progress: Callable[[int, int], bool]) -> bool:
        """Undo a whole list: who came with it goes; who has bought since stays, without opening points.

        Returns:
            False if it was stopped on the way; calling again goes on.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.IMPORT)
        with self._shop.file.read() as connection:
            whose = stored.list_members(connection, list_id)
        for done, member in enumerate(whose):
            if not progress(done, len(whose)):
                return False
            with self._shop.file.work() as connection:
                try:
                    self._members.undo_enrolment_in(connection, member)
                except (CannotUndo, MemberGone):
                    self._take_opening_back(connection, member)
        with self._shop.file.work() as connection:
            self._shop.write(
                connection,
                "list_undone",
                {"list": list_id.hex},
                action=uuid5(list_id, "undone"),
            )
        progress(len(whose), len(whose))
        return True

    def _enrol(self, connection: Connection, list_id: UUID, row: Ready, wording: Consent) -> None:
        assert wording.purpose is Purpose.PROGRAM
        self._members.enrol_in(
            connection,
            uuid5(list_id, f"row:{row.row}"),
            Enrolment(
                phone=row.phone,
                name=row.name,
                alias=row.card,
                birthday=row.birthday,
                note=row.note,
                consents=(wording,),
            ),
            opening_points=row.opening_points,
            customer_list=list_id,
        )

    def _take_opening_back(self, connection: Connection, came_as: UUID) -> None:
        member = who_is_now(connection, came_as)
        opening = stored.opening_of(connection, member, came_as)
        if opening is None:
            return
        shop = self._shop
        now = shop.now()
        alive_at = shop.alive_at(connection, now)
        account, expired = shop.settled(connection, member, now=now, alive_at=alive_at)
        left = opening.points - opening.expired
        left += sum(entry.points for entry in expired if entry.reference == opening.lot)
        entries = list(expired)
        if left:
            entries.append(
                take_back_entry(
                    account,
                    entry_id=uuid5(opening.entry, "undone"),
                    points=left,
                    at=now,
                    alive_at=alive_at,
                    own_lots=frozenset({opening.lot}),
                    reference=opening.entry,
                )
            )
        shop.write(
            connection,
            "opening_undone",
            {"member": member.hex},
            {"entries": to_json(entries)},
            action=uuid5(opening.entry, "opening_undone"),
        )
