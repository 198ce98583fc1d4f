"""The old customer list: taken in row by row, and taken out again as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.customer_list import Ready, Verdict
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import take_back_entry
from loyalpos.engine.members import Consent
from loyalpos.engine.staff import Right
from loyalpos.errors import CannotUndo, MemberGone, Refusal
from loyalpos.services.list_process import MANY_ROWS
from loyalpos.services.list_writing import write_here, write_in_a_process
from loyalpos.services.members import Members
from loyalpos.services.shop import Shop
from loyalpos.store import members as stored
from loyalpos.store.file import Connection
from loyalpos.store.members import CustomerListRow
from loyalpos.store.who_now import who_is_now

__all__ = ["CustomerListRow", "Lists", "TakenIn"]


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
        write = write_here if len(ready) < MANY_ROWS else write_in_a_process
        came = write(self._shop, list_id, ready, wording, progress)
        joined = came.done - len(came.refused)
        return TakenIn(list_id, joined, came.refused, cancelled=not came.is_whole)

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
