"""What a code is good for: whether somebody may have it, and what to say of one that is dead."""

from __future__ import annotations

from loyalpos.engine.times import from_ms
from loyalpos.errors import CardKilled, CardSpoilt, CardTaken, CodeOfItem
from loyalpos.services.shop import Shop
from loyalpos.store import cards
from loyalpos.store.file import Connection
from loyalpos.store.items import item_by_code
from loyalpos.store.members import member_by_id

__all__ = ["refuse_taken_card", "why_dead"]


def why_dead(shop: Shop, row: cards.CardRow) -> CardKilled | CardSpoilt | None:
    """Say why a card is good for nothing, and nothing of whose it was; None for one that is good."""
    if row.state not in ("dead", "spoilt"):
        return None
    day = None if row.ended_ms is None else shop.time.business_day(from_ms(row.ended_ms))
    if row.state == "spoilt":
        return CardSpoilt(row.batch or 0, row.ordinal or 0, day)
    return CardKilled(day, shop.named(row.ended_by or ""), replaced=row.successor is not None)


def refuse_taken_card(connection: Connection, shop: Shop, code: str) -> None:
    """Refuse a code that cannot be anybody's from now on.

    Raises:
        CardTaken: The card is a member's.
        CardKilled: Its code is dead.
        CardSpoilt: It was marked as spoilt.
        CodeOfItem: The code is that of something the shop sells.
    """
    goods = item_by_code(connection, code)
    if goods is not None:
        raise CodeOfItem(goods.name)
    row = cards.card_by_code(connection, code)
    if row is None or row.state == "blank":
        return
    why = why_dead(shop, row)
    if why is not None or row.member is None:
        raise why or CardKilled()
    owner = member_by_id(connection, row.member)
    raise CardTaken(row.member, None if owner is None else owner.name)
