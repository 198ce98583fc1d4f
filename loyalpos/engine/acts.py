"""What was done at the counter, as it is shown right after and in the day's list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct, field

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill, RecordedBill, Redemption
from loyalpos.engine.brought import NOTHING, Brought, GiftGiven, OverBudget
from loyalpos.engine.earning import EarnLine
from loyalpos.engine.footing import Footing, Standing, plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.members import MemberView
from loyalpos.engine.memberships import Covered, Sold, coverages, member_discount
from loyalpos.engine.occasions import SurveyGift
from loyalpos.engine.open_services import OpenService
from loyalpos.engine.part_paid import Owed
from loyalpos.engine.plans import Ending, endings
from loyalpos.engine.points_end import PointsEnding
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import Draw
from loyalpos.engine.stamps import CardStanding, card_standings, stamps_that_count
from loyalpos.engine.vouchers import Presented, Voucher, VoucherUse

if TYPE_CHECKING:
    # The window is painted before tiers are worked out.
    from loyalpos.engine.counted import UnitMove
    from loyalpos.engine.partners import GivenCode
    from loyalpos.engine.tier_standing import TierStanding

__all__ = [
    "Act",
    "ActKind",
    "BillRecorded",
    "BillReversed",
    "Desk",
    "Enrolled",
    "HistoryLine",
    "MovedFrom",
    "ReturnDesk",
    "Undone",
]


class ActKind(StrEnum):
    """The kinds of acts in the day's list."""

    BILL = "bill"
    RETURN = "return"
    ENROLLED = "enrolled"
    GIFT = "gift"
    STAMPS = "stamps"
    VOUCHER = "voucher"
    SERVICE = "service"
    MEMBERSHIP = "membership"
    MEMBERSHIP_ENDED = "membership_ended"
    PAYMENT = "payment"
    SURVEY = "survey"


class MovedFrom(Struct, frozen=True):
    """Whose a bill was before it was moved; both are None for nobody's."""

    member: UUID | None
    name: str | None


class Act(Struct, frozen=True):
    """One line of the day's list.

    ``earned`` and ``spent`` are what the member gained and gave in points; ``undone`` lines stay in
    the list, struck out. A bill that was ``moved_from`` somebody goes back there when it is undone.
    Of a gift ``rewards`` are its kind and what the owner calls it; it goes with what brought it, but for
    that of a survey, which is an act of its own.
    ``at`` is when it was done; ``billed_at``, for a bill alone, when the bill was, perhaps days before.
    ``units`` are the stamps that came without a bill. Of a return ``total_vnd`` is what came back, and
    ``bill_vnd`` what the whole bill was. ``ending`` tells members without a name apart: the
    last digits of the phone, or of the card.
    """

    record: UUID
    kind: ActKind
    at: datetime
    member: UUID | None
    name: str | None
    bill: UUID | None
    number: str | None
    total_vnd: int
    earned: int
    spent: int
    rewards: tuple[str, ...]
    undone: bool
    moved_from: MovedFrom | None = None
    billed_at: datetime | None = None
    units: int = 0
    ending: str = ""
    bill_vnd: int = 0


class Desk(Struct, frozen=True):
    """Everything the counter needs while one member stands there; previews run on it alone.

    ``action`` is the id the next bill will have; ``member`` is None for a bill without a member, whose
    ``standing`` is that of somebody who has just joined. ``given_today`` counts rewards with a limit for
    the day, over all members; ``vouchers`` are those the member may use today; ``tier`` is where the member
    stands, ``gifts`` are those given lately, ``sold`` the memberships the member was ever
    sold, ``services`` those still to be done, ``owed`` the bills still to be paid, and ``surveys`` those the
    member has not answered. ``card_label`` says whose card was scanned, where it is not the member's own.
    """

    member: MemberView | None
    program: Program
    stock: Mapping[str, int]
    alive_at: datetime
    action: UUID
    standing: Standing | None = None
    given_today: Mapping[str, int] = field(default_factory=dict)
    vouchers: tuple[Presented, ...] = ()
    tier: TierStanding | None = None
    gifts: tuple[GiftGiven, ...] = ()
    sold: tuple[Sold, ...] = ()
    services: tuple[OpenService, ...] = ()
    owed: tuple[Owed, ...] = ()
    surveys: tuple[SurveyGift, ...] = ()
    card_label: str = ""

    @property
    def units(self) -> Mapping[str, int]:
        """The member's stamps and tickets, by the id of card or draw."""
        return {} if self.standing is None else self.standing.units

    @property
    def stamps(self) -> Mapping[str, int]:
        """The member's stamps that count on the day, by the id of the card."""
        standing = self.standing
        return {} if standing is None else stamps_that_count(self.program, standing.units, standing.day)

    @property
    def cards(self) -> tuple[CardStanding, ...]:
        """The member's stamp cards; nobody has none."""
        standing = self.standing
        if standing is None or self.member is None or not self.program.stamp_cards:
            return ()
        return card_standings(self.program, standing.units, standing.day)

    @property
    def tickets(self) -> tuple[tuple[Draw, int], ...]:
        """The draws the member has tickets for, and how many."""
        held = ((draw, self.units.get(draw.id, 0)) for draw in self.program.draws)
        return tuple((draw, count) for draw, count in held if count > 0)

    @property
    def memberships(self) -> tuple[Covered, ...]:
        """The memberships the member has on the day."""
        if self.standing is None or not self.sold:
            return ()
        return coverages(self.program, self.sold, self.standing.day)

    def discount(self, bill: Bill | None) -> Redemption | None:
        """Price what a membership takes off a bill of the day."""
        if bill is None or self.standing is None or not self.sold:
            return None
        return member_discount(self.program, self.sold, day=self.standing.day, bill=bill)

    @property
    def endings(self) -> tuple[Ending, ...]:
        """The programs beside others whose end the member should hear of."""
        standing = self.standing
        if standing is None or self.member is None or not self.program.plans:
            return ()
        return endings(self.program, standing.units, standing.day)

    @property
    def points_ending(self) -> PointsEnding | None:
        """What the member should hear of the end of the points."""
        end, standing = self.program.points_end, self.standing
        if end is None or standing is None or self.member is None:
            return None
        return PointsEnding.on(end, standing.day, self.member.account.balance)

    @property
    def account(self) -> Account:
        """The member's account, or an empty one."""
        return Account() if self.member is None else self.member.account

    @property
    def footing(self) -> Footing:
        """What the member brings to the open bill; everything is open where nothing is known of him."""
        if self.standing is None:
            return plain_footing(self.program, self.account.carry)
        return footing_of(self.program, self.standing)

    @property
    def spendable(self) -> int:
        """Points that may be spent now."""
        return 0 if self.member is None else self.member.spendable


class BillRecorded(Struct, frozen=True):
    """A bill that is safely in the books; ``repeated`` when it had been there before.

    ``vouchers`` and ``codes`` for partners are those it gave; ``balance`` counts what else it ``brought``;
    ``membership`` is what a membership took off, ``used`` what vouchers did; ``full_cards`` are the stamp
    cards it filled, by name, each with the name of the reward it pays for; ``open_vnd`` of what is due is
    still to be paid.
    """

    bill: UUID
    member: UUID | None
    name: str | None
    number: str | None
    total_vnd: int
    due_vnd: int
    earned: int
    spent: int
    balance: int
    lines: tuple[EarnLine, ...]
    redemptions: tuple[Redemption, ...]
    repeated: bool = False
    vouchers: tuple[Voucher, ...] = ()
    codes: tuple[GivenCode, ...] = ()
    brought: Brought = NOTHING
    membership: Redemption | None = None
    used: tuple[VoucherUse, ...] = ()
    full_cards: tuple[tuple[str, str], ...] = ()
    open_vnd: int = 0


class BillPaid(Struct, frozen=True):
    """A later payment that is safely in the books, or only foreseen.

    ``open_vnd`` is what is left to be paid; ``earned`` what came with it, ``lines`` what the bill has earned
    now; ``balance`` counts what else it ``brought``; ``full_cards`` are the stamp cards it filled, each with
    the reward it pays for.
    """

    payment: UUID
    bill: UUID
    member: UUID
    name: str | None
    number: str | None
    total_vnd: int
    amount_vnd: int
    open_vnd: int
    earned: int
    balance: int
    lines: tuple[EarnLine, ...]
    repeated: bool = False
    brought: Brought = NOTHING
    vouchers: tuple[Voucher, ...] = ()
    full_cards: tuple[tuple[str, str], ...] = ()


class BillReversed(Struct, frozen=True):
    """A return that is safely in the books, or only foreseen; ``balance`` counts what else it ``brought``.

    ``moves`` are the stamps and tickets that come and go with it; so many vouchers of the bill are
    ``vouchers_void``, and so many that were used in it are ``vouchers_back``. ``bill_vnd`` is what the whole
    bill was. ``settled`` are points that come because nothing of the bill is left to be paid.
    """

    reversal: UUID
    bill: UUID
    member: UUID | None
    name: str | None
    number: str | None
    returned_vnd: int
    refund_vnd: int
    taken_back: int
    given_back: int
    balance: int
    whole: bool
    repeated: bool = False
    brought: Brought = NOTHING
    moves: tuple[UnitMove, ...] = ()
    vouchers_void: int = 0
    vouchers_back: int = 0
    bill_vnd: int = 0
    settled: int = 0


class ReturnDesk(Struct, frozen=True):
    """Everything needed to show what a return would do, before it is done."""

    bill: RecordedBill
    name: str | None
    program: Program
    account: Account
    alive_at: datetime
    redemptions: tuple[Redemption, ...]


class Undone(Struct, frozen=True):
    """An act that was taken back, with the member's balance after it, and what else came or went with it."""

    act: Act
    balance: int | None
    brought: Brought = NOTHING


class Enrolled(Struct, frozen=True):
    """A member who has just joined; ``welcome`` points and what else it ``brought`` are theirs already.

    ``over`` is the budget the welcome points went over.
    """

    member: UUID
    welcome: int
    repeated: bool = False
    brought: Brought = NOTHING
    over: OverBudget | None = None


class HistoryLine(Struct, frozen=True):
    """One ledger entry of a member in words a person can follow: what, when, how many, by which bill or gift.

    ``gift`` is what was given, or taken back. Where a return was ``undone``, its bill stands again.
    ``paid_vnd`` is what was paid later of the bill; below zero, where that was undone.
    ``record`` is what wrote the entry.
    """

    at: datetime
    kind: str
    points: int
    balance: int
    number: str | None
    total_vnd: int | None
    gift: GiftGiven | None = None
    undone: bool = False
    paid_vnd: int = 0
    record: UUID | None = None
