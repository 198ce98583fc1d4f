"""Taking a return back: the bill stands again as it stood before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.ledger import Account, Eaten, Entry, EntryKind, earn_entry, post, take_back_entry

__all__ = ["ReturnUndone", "return_undone", "undo_return"]


class ReturnUndone(Struct, frozen=True):
    """The entries that put a return right, and what the bill's redemptions eat now.

    Points that became debt stand in ``spent`` under the return's own id, so that they too come back
    if the bill is returned again.
    """

    entries: tuple[Entry, ...]
    spent: tuple[Eaten, ...]


def return_undone(reversal: UUID) -> UUID:
    """Name the undoing of a return, equally on every till."""
    return uuid5(reversal, "undone")


def undo_return(
    account: Account,
    reversal: UUID,
    entries: tuple[Entry, ...],
    *,
    earned_at: datetime,
    earned_until: datetime | None,
    at: datetime,
    alive_at: datetime,
) -> ReturnUndone:
    """Work out the entries that answer a return's entries, the last of them first.

    Points taken back come in again and live as long as the lots they came from, those that had been
    debt as long as the bill's own; points given back are taken out of the lots they opened, then of
    others, then become debt.

    Args:
        entries: The return's own entries; expiries among them stay.
        earned_at: When the bill happened; its points take their old place in the eating order.
        earned_until: The first instant the bill's points may no longer be spent, or None for ever.
    """
    done: list[Entry] = []
    spent: tuple[Eaten, ...] = ()
    undoing = return_undone(reversal)
    for index, entry in enumerate(reversed(entries)):
        if entry.kind is not EntryKind.REVERSE:
            continue
        entry_id = uuid5(undoing, str(index))
        if entry.points < 0:
            ends = [part.expires_at for part in entry.eaten]
            if entry.debt_made:
                ends.append(earned_until)
            answer = earn_entry(
                account,
                entry_id=entry_id,
                points=-entry.points,
                at=at,
                earned_at=earned_at,
                expires_at=_latest(ends),
                kind=EntryKind.REVERSE,
                reference=entry.id,
            )
        else:
            answer = take_back_entry(
                account,
                entry_id=entry_id,
                points=entry.points,
                at=at,
                alive_at=alive_at,
                own_lots=frozenset(lot.id for lot in entry.opened),
                reference=entry.id,
            )
            owed = Eaten(reversal, answer.debt_made, _latest(lot.expires_at for lot in entry.opened))
            spent = (*answer.eaten, owed) if answer.debt_made else answer.eaten
        done.append(answer)
        account = post(account, answer)
    return ReturnUndone(tuple(done), spent)


def _latest(ends: Iterable[datetime | None]) -> datetime | None:
    """Give the last of some ends; None, for ever, where one of them is."""
    known = list(ends)
    return None if None in known else max(end for end in known if end is not None)
