"""All use cases of one open shop, under one roof."""

from __future__ import annotations

from loyalpos.services.cards import Cards
from loyalpos.services.counter import Counter
from loyalpos.services.days import Days
from loyalpos.services.items import Items
from loyalpos.services.lists import Lists
from loyalpos.services.member_tiers import MemberTiers
from loyalpos.services.members import Members
from loyalpos.services.returns import Returns
from loyalpos.services.shop import Shop

__all__ = ["Till"]


class Till:
    """An open shop and what can be done in it.

    Attributes:
        shop: File, description and program.
        counter: Bills.
        returns: Returns, undo, moves, the day's list.
        members: Members and their cards.
        tiers: Where members stand, and tiers set by hand.
        cards: Batches of blank cards.
        lists: Old customer lists.
        items: What the shop sells.
        days: Opening, closing, backups.
    """

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.members = Members(shop)
        self.tiers = MemberTiers(shop)
        self.counter = Counter(shop)
        self.returns = Returns(shop, self.counter, self.members)
        self.cards = Cards(shop)
        self.lists = Lists(shop, self.members)
        self.items = Items(shop)
        self.days = Days(shop)
