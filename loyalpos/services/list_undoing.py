"""Members of an old customer list taken back: who came with it goes, who has bought since stays."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid5

from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import take_back_entry
from loyalpos.errors import CannotUndo, MemberGone, Refusal
from loyalpos.services.members import Members
from loyalpos.services.shop import Shop
from loyalpos.store import members as stored
from loyalpos.store.file import Connection
from loyalpos.store.who_now import who_is_now

__all__ = ["take_back"]


def take_back(connection: Connection, shop: Shop, came: Sequence[UUID]) -> tuple[tuple[int, Refusal], ...]:
    """Undo the joining of members, or take back their opening points where they have bought since.

    Returns:
        Nothing: nobody is refused.
    """
    members = Members(shop)
    for member in came:
        try:
            members.undo_enrolment_in(connection, member)
        except (CannotUndo, MemberGone):
            _take_opening_back(connection, shop, member)
    return ()


def _take_opening_back(connection: Connection, shop: Shop, came_as: UUID) -> None:
    member = who_is_now(connection, came_as)
    opening = stored.opening_of(connection, member, came_as)
    if opening is None:
        return
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
