"""All use cases of one open shop, under one roof."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from loyalpos.engine.acts import ActKind
from loyalpos.services.cards import Cards
from loyalpos.services.counter import Counter
from loyalpos.services.days import Days
from loyalpos.services.items import Items
from loyalpos.services.lists import Lists
from loyalpos.services.member_tiers import MemberTiers
from loyalpos.services.members import Members
from loyalpos.services.programs import Programs
from loyalpos.services.returns import Returns
from loyalpos.services.shop import Shop
from loyalpos.services.tags import Tags

if TYPE_CHECKING:
    from loyalpos.services.draws import Draws
    from loyalpos.services.ending import Ending
    from loyalpos.services.memberships import Memberships
    from loyalpos.services.personal_vouchers import PersonalVouchers
    from loyalpos.services.sides import Sides
    from loyalpos.services.stamps import Stamps

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
        tags: Segment tags of members.
        items: What the shop sells.
        programs: The program's draft and its published revisions.
        days: Opening, closing, backups.
        ending: Points that end soon.
        draws: Lucky draws.
        sides: Good causes and partners.
        stamps: Old paper cards.
        memberships: Paid memberships.
        personal_vouchers: Vouchers given to one member by hand.
    """

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.members = Members(shop)
        self.tiers = MemberTiers(shop)
        self.counter = Counter(shop)
        self.returns = Returns(
            shop,
            self.counter,
            {
                ActKind.ENROLLED: self.members.undo_enrolment_in,
                ActKind.STAMPS: lambda connection, swap: self.stamps.undo_in(connection, swap),
                ActKind.VOUCHER: lambda connection, gift: self.personal_vouchers.undo_in(connection, gift),
                ActKind.MEMBERSHIP: lambda connection, sale: self.memberships.undo_sale_in(connection, sale),
                ActKind.MEMBERSHIP_ENDED: lambda connection, end: self.memberships.undo_end_in(
                    connection, end
                ),
            },
        )
        self.cards = Cards(shop)
        self.lists = Lists(shop, self.members)
        self.tags = Tags(shop)
        self.items = Items(shop)
        self.programs = Programs(shop)
        self.days = Days(shop)

    @cached_property
    def draws(self) -> Draws:
        """Lucky draws, which few shops have."""
        from loyalpos.services.draws import Draws  # noqa: PLC0415 - few shops have draws

        return Draws(self.shop)

    @cached_property
    def sides(self) -> Sides:
        """Good causes and partners, which few shops have."""
        from loyalpos.services.sides import Sides  # noqa: PLC0415 - few shops have any

        return Sides(self.shop)

    @cached_property
    def ending(self) -> Ending:
        """Points that end soon, which the office asks for now and then."""
        from loyalpos.services.ending import Ending  # noqa: PLC0415 - behind the first scan

        return Ending(self.shop)

    @cached_property
    def stamps(self) -> Stamps:
        """Old paper cards, which few shops have."""
        from loyalpos.services.stamps import Stamps  # noqa: PLC0415 - few shops have stamp cards

        return Stamps(self.shop)

    @cached_property
    def memberships(self) -> Memberships:
        """Paid memberships, which few shops have."""
        from loyalpos.services.memberships import Memberships  # noqa: PLC0415 - few shops have any

        return Memberships(self.shop)

    @cached_property
    def personal_vouchers(self) -> PersonalVouchers:
        """Vouchers given to one member by hand, which the office does now and then."""
        from loyalpos.services.personal_vouchers import PersonalVouchers  # noqa: PLC0415 - behind the first scan

        return PersonalVouchers(self.shop)
