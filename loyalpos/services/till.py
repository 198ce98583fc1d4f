"""All use cases of one open shop, under one roof."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from loyalpos.engine.acts import ActKind
from loyalpos.services.counter import Counter
from loyalpos.services.days import Days
from loyalpos.services.members import Members
from loyalpos.services.returns import Returns
from loyalpos.services.shop import Shop

if TYPE_CHECKING:
    from loyalpos.services.audit import Audit
    from loyalpos.services.breaches import Breaches
    from loyalpos.services.card_design import CardDesigns
    from loyalpos.services.cards import Cards
    from loyalpos.services.consents import Consents
    from loyalpos.services.done import Done
    from loyalpos.services.draws import Draws
    from loyalpos.services.ending import Ending
    from loyalpos.services.erasure import Erasures
    from loyalpos.services.exports import Exports
    from loyalpos.services.forgotten import Forgotten
    from loyalpos.services.honesty import Honesty
    from loyalpos.services.items import Items
    from loyalpos.services.letters import Letters
    from loyalpos.services.lists import Lists
    from loyalpos.services.member_tiers import MemberTiers
    from loyalpos.services.memberships import Memberships
    from loyalpos.services.merging import Merging
    from loyalpos.services.my_data import MyDataOf
    from loyalpos.services.payments import Payments
    from loyalpos.services.personal_vouchers import PersonalVouchers
    from loyalpos.services.print_runs import PrintRuns
    from loyalpos.services.programs import Programs
    from loyalpos.services.referrals import Referrals
    from loyalpos.services.requests import Requests
    from loyalpos.services.results import Results
    from loyalpos.services.retention import Retention
    from loyalpos.services.rewards import Rewards
    from loyalpos.services.sides import Sides
    from loyalpos.services.slips import Slips
    from loyalpos.services.staff import Staff
    from loyalpos.services.stamps import Stamps
    from loyalpos.services.statements import Statements
    from loyalpos.services.surveys import Surveys
    from loyalpos.services.tags import Tags

__all__ = ["Till"]


class Till:
    """An open shop and what can be done in it.

    Attributes:
        shop: File, description and program.
        counter: Bills.
        returns: Returns, undo, moves, the day's list.
        members: Members and their cards.
        days: Opening, closing, backups.
    """

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.members = Members(shop)
        self.counter = Counter(shop)
        self.returns = Returns(
            shop,
            self.counter,
            {
                ActKind.ENROLLED: self.members.undo_enrolment_in,
                ActKind.STAMPS: lambda connection, swap: self.stamps.undo_in(connection, swap),
                ActKind.PAYMENT: lambda connection, paid: self.payments.undo_in(connection, paid),
                ActKind.SURVEY: lambda connection, given: self.surveys.undo_in(connection, given),
                ActKind.SERVICE: lambda connection, done: self.done.undo_in(connection, done),
                ActKind.VOUCHER: lambda connection, gift: self.personal_vouchers.undo_in(connection, gift),
                ActKind.MEMBERSHIP: lambda connection, sale: self.memberships.undo_sale_in(connection, sale),
                ActKind.MEMBERSHIP_ENDED: lambda connection, end: self.memberships.undo_end_in(
                    connection, end
                ),
            },
        )
        self.days = Days(shop)

    # What the first scan of the morning need not wait for is imported when it is first asked for.

    @cached_property
    def tiers(self) -> MemberTiers:
        """Where members stand, and tiers set by hand."""
        from loyalpos.services.member_tiers import MemberTiers  # noqa: PLC0415 - behind the first scan

        return MemberTiers(self.shop)

    @cached_property
    def payments(self) -> Payments:
        """Later payments of bills that were not paid at once."""
        from loyalpos.services.payments import Payments  # noqa: PLC0415 - behind the first scan

        return Payments(self.shop)

    @cached_property
    def cards(self) -> Cards:
        """Batches of blank cards."""
        from loyalpos.services.cards import Cards  # noqa: PLC0415 - behind the first scan

        return Cards(self.shop)

    @cached_property
    def card_designs(self) -> CardDesigns:
        """How the shop's cards look."""
        from loyalpos.services.card_design import CardDesigns  # noqa: PLC0415 - behind the first scan

        return CardDesigns(self.shop)

    @cached_property
    def print_runs(self) -> PrintRuns:
        """What was sent to printers."""
        from loyalpos.services.print_runs import PrintRuns  # noqa: PLC0415 - behind the first scan

        return PrintRuns(self.shop)

    @cached_property
    def letters(self) -> Letters:
        """Letters and lists for groups of members."""
        from loyalpos.services.letters import Letters  # noqa: PLC0415 - behind the first scan

        return Letters(self.shop, self.counter)

    @cached_property
    def statements(self) -> Statements:
        """Why balances are what they are, on paper."""
        from loyalpos.services.statements import Statements  # noqa: PLC0415 - behind the first scan

        return Statements(self.shop)

    @cached_property
    def lists(self) -> Lists:
        """Old customer lists."""
        from loyalpos.services.lists import Lists  # noqa: PLC0415 - behind the first scan

        return Lists(self.shop)

    @cached_property
    def merging(self) -> Merging:
        """Members who are there twice."""
        from loyalpos.services.merging import Merging  # noqa: PLC0415 - behind the first scan

        return Merging(self.shop)

    @cached_property
    def tags(self) -> Tags:
        """Segment tags of members."""
        from loyalpos.services.tags import Tags  # noqa: PLC0415 - behind the first scan

        return Tags(self.shop)

    @cached_property
    def consents(self) -> Consents:
        """What members agree to and take back."""
        from loyalpos.services.consents import Consents  # noqa: PLC0415 - behind the first scan

        return Consents(self.shop)

    @cached_property
    def requests(self) -> Requests:
        """What people ask for about their particulars."""
        from loyalpos.services.requests import Requests  # noqa: PLC0415 - behind the first scan

        return Requests(self.shop)

    @cached_property
    def breaches(self) -> Breaches:
        """What is done when particulars got away."""
        from loyalpos.services.breaches import Breaches  # noqa: PLC0415 - hardly ever wanted

        return Breaches(self.shop)

    @cached_property
    def referrals(self) -> Referrals:
        """Who brought whom."""
        from loyalpos.services.referrals import Referrals  # noqa: PLC0415 - behind the first scan

        return Referrals(self.shop)

    @cached_property
    def items(self) -> Items:
        """What the shop sells."""
        from loyalpos.services.items import Items  # noqa: PLC0415 - behind the first scan

        return Items(self.shop)

    @cached_property
    def programs(self) -> Programs:
        """The program's draft and its published revisions."""
        from loyalpos.services.programs import Programs  # noqa: PLC0415 - behind the first scan

        return Programs(self.shop)

    @cached_property
    def rewards(self) -> Rewards:
        """The rewards as a catalogue."""
        from loyalpos.services.rewards import Rewards  # noqa: PLC0415 - behind the first scan

        return Rewards(self.shop)

    @cached_property
    def results(self) -> Results:
        """What came of it all, which the owner asks now and then."""
        from loyalpos.services.results import Results  # noqa: PLC0415 - it writes workbooks

        return Results(self.shop)

    @cached_property
    def audit(self) -> Audit:
        """Who did what."""
        from loyalpos.services.audit import Audit  # noqa: PLC0415 - behind the first scan

        return Audit(self.shop)

    @cached_property
    def honesty(self) -> Honesty:
        """What an owner should look at once more."""
        from loyalpos.services.honesty import Honesty  # noqa: PLC0415 - behind the first scan

        return Honesty(self.shop)

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
    def erasures(self) -> Erasures:
        """Members who are erased, which the office does now and then."""
        from loyalpos.services.erasure import Erasures  # noqa: PLC0415 - behind the first scan

        return Erasures(self.shop)

    @cached_property
    def exports(self) -> Exports:
        """What of members was written into files and on paper."""
        from loyalpos.services.exports import Exports  # noqa: PLC0415 - behind the first scan

        return Exports(self.shop)

    @cached_property
    def retention(self) -> Retention:
        """Members who stayed away for years."""
        from loyalpos.services.retention import Retention  # noqa: PLC0415 - behind the first scan

        return Retention(self.shop)

    @cached_property
    def my_data(self) -> MyDataOf:
        """What the shop knows of a member, and who has looked at it."""
        from loyalpos.services.my_data import MyDataOf  # noqa: PLC0415 - behind the first scan

        return MyDataOf(self.shop)

    @cached_property
    def stamps(self) -> Stamps:
        """Old paper cards, which few shops have."""
        from loyalpos.services.stamps import Stamps  # noqa: PLC0415 - few shops have stamp cards

        return Stamps(self.shop)

    @cached_property
    def surveys(self) -> Surveys:
        """What is given for answering a survey."""
        from loyalpos.services.surveys import Surveys  # noqa: PLC0415 - few shops ask

        return Surveys(self.shop)

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

    @cached_property
    def done(self) -> Done:
        """Services ticked off, which few shops have."""
        from loyalpos.services.done import Done  # noqa: PLC0415 - few shops have any

        return Done(self.shop)

    @cached_property
    def slips(self) -> Slips:
        """What slips tell, which few tills print."""
        from loyalpos.services.slips import Slips  # noqa: PLC0415 - behind the first scan

        return Slips(self.shop, self.counter)

    @cached_property
    def forgotten(self) -> Forgotten:
        """Another PIN for an owner who forgot theirs, which few ever do."""
        from loyalpos.services.forgotten import Forgotten  # noqa: PLC0415 - hardly ever needed

        return Forgotten(self.shop, self.staff)

    @cached_property
    def staff(self) -> Staff:
        """Who works here, which only shops with several people ask."""
        from loyalpos.services.staff import Staff  # noqa: PLC0415 - few shops have staff

        return Staff(self.shop)
