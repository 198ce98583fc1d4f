"""The old customer list: taken in row by row, and taken out again as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.customer_list import Ready, Verdict
from loyalpos.engine.members import Consent
from loyalpos.engine.staff import Right
from loyalpos.errors import Refusal
from loyalpos.services.apprentice import MANY_ROWS
from loyalpos.services.list_members import enrol_rows
from loyalpos.services.list_undoing import take_back
from loyalpos.services.list_writing import Came, Step, write_here, write_in_a_process
from loyalpos.services.shop import Shop
from loyalpos.store import members as stored
from loyalpos.store.members import CustomerListRow

__all__ = ["CustomerListRow", "Lists", "TakenIn"]

T = TypeVar("T")


class TakenIn(Struct, frozen=True):
    """What became of a list: its id, how many joined, and the rows refused meanwhile with the reason."""

    id: UUID
    joined: int
    refused: tuple[tuple[int, Refusal], ...]
    cancelled: bool


class Lists:
    """Customer lists of other programs."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

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
        came = _write(self._shop, partial(enrol_rows, list_id, wording), ready, progress)
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
        came = _write(self._shop, take_back, whose, progress)
        if not came.is_whole:
            return False
        with self._shop.file.work() as connection:
            self._shop.write(
                connection,
                "list_undone",
                {"list": list_id.hex},
                action=uuid5(list_id, "undone"),
            )
        return True


def _write(shop: Shop, step: Step[T], things: Sequence[T], progress: Callable[[int, int], bool]) -> Came:
    """Take a step after the other over many things, where it hinders nobody."""
    write = write_here if len(things) < MANY_ROWS else write_in_a_process
    return write(shop, step, things, progress)
