"""Particulars that leave the program in files and on paper: asked why, allowed, and written down before."""

from __future__ import annotations

from collections.abc import Callable, Collection
from uuid import UUID

from loyalpos.engine.exports import Export, ExportKind, ExportNoted
from loyalpos.engine.staff import Right
from loyalpos.errors import ReasonMissing
from loyalpos.services.shop import Shop
from loyalpos.store import accesses

__all__ = ["Exports"]

_NAMED = 1_000
"""A list of more says “all” in the books: a record is read whole by whoever asks."""


class Exports:
    """What was written down of customers; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def begin(
        self,
        kind: ExportKind,
        export: Export,
        members: Collection[UUID] | None,
        *,
        ready: Callable[[], None] | None = None,
    ) -> None:
        """Write down that a list of many is about to leave, by whom and why; it is written after that.

        Args:
            members: Whom it names; None is everybody.
            ready: Raises what can be known before to be in the way: what never left is not written down.

        Raises:
            NotAllowed: Whoever is at the till may not write particulars into a file.
            ReasonMissing: Nobody says why.
        """
        self._shop.demand(Right.EXPORT)
        reason = " ".join(export.reason.split())
        if not reason:
            raise ReasonMissing
        if ready is not None:
            ready()
        self._note(kind, members, reason)

    def note(self, kind: ExportKind, members: Collection[UUID]) -> None:
        """Write down that papers with some members' names are about to be made.

        Raises:
            NotAllowed: Whoever is at the till may not write particulars into a file.
        """
        self._shop.demand(Right.EXPORT)
        if members:
            self._note(kind, members, "")

    def note_cards(self, members: Collection[UUID]) -> None:
        """Write down that cards with some members' names are about to be made; whoever makes cards may."""
        if members:
            self._note(ExportKind.CARDS, members, "")

    def listed(self, most: int = 50) -> tuple[ExportNoted, ...]:
        """List what was written down of customers, the latest first."""
        with self._shop.file.read() as connection:
            return accesses.exports(connection, most)

    def _note(self, kind: ExportKind, members: Collection[UUID] | None, reason: str) -> None:
        request: dict[str, object] = {"how": kind.value}
        named = () if members is None else tuple(dict.fromkeys(members))
        if len(named) == 1:
            request["member"] = named[0].hex
        elif members is not None:
            request["count"] = len(named)
            if len(named) <= _NAMED:
                request["members"] = sorted(one.hex for one in named)
        with self._shop.file.work() as connection:
            private = {"reason": reason} if reason else None
            self._shop.write(connection, "access_noted", request, private=private)
