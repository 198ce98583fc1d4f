"""Bills as the counter types them and as the journal keeps them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.earn_lines import UnitsGiven
from loyalpos.engine.footing import Footing
from loyalpos.engine.ledger import Eaten
from loyalpos.engine.times import ShopTime

__all__ = [
    "CUTS",
    "Bill",
    "BillLine",
    "NumberingPeriod",
    "RecordedBill",
    "Redemption",
    "Share",
    "Taken",
    "TenderPart",
    "numbering_period",
    "off_left",
]


CUTS: Final = 2
"""Which way limits, budgets and caps cut what bills earn from now on; 1 is that of the first release."""


class NumberingPeriod(StrEnum):
    """How often the shop's receipt numbers start again."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NEVER = "never"


def numbering_period(period: NumberingPeriod, at: datetime, shop: ShopTime) -> str:
    """Name the period a bill's number belongs to, e.g. ``"2026-11"``; ``""`` where numbers never restart."""
    day = shop.business_day(at).isoformat()
    return {
        NumberingPeriod.DAY: day,
        NumberingPeriod.MONTH: day[:7],
        NumberingPeriod.YEAR: day[:4],
        NumberingPeriod.NEVER: "",
    }[period]


class BillLine(Struct, frozen=True):
    """One line of a bill, where lines are known, with what the catalogue says of its item."""

    name: str
    quantity: int
    amount_vnd: int
    item: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    premium: bool = False


class TenderPart(Struct, frozen=True):
    """What of a bill is paid by one tender; None is one that nobody told."""

    tender: str | None
    amount_vnd: int


class Bill(Struct, frozen=True):
    """A bill as it stands at the counter, before it is recorded.

    ``total_vnd`` is after the shop's own discounts of ``discount_vnd``, with tax of ``tax_vnd`` in it,
    and before rewards and points. ``at`` is when it happened, for a bill that is entered later; None is
    now. A total of 0 buys nothing: such a bill holds rewards alone, earns nothing and is no visit.
    ``tender`` is how all of it is paid but for ``tender_parts``. ``paid_vnd`` is what is paid of it at once,
    where the rest is to be paid later; None is all.
    """

    total_vnd: int
    at: datetime | None = None
    number: str | None = None
    tender: str | None = None
    lines: tuple[BillLine, ...] = ()
    source: str = "counter"
    discount_vnd: int = 0
    tax_vnd: int = 0
    tender_parts: tuple[TenderPart, ...] = ()
    paid_vnd: int | None = None

    @property
    def is_purchase(self) -> bool:
        """Whether anything is bought."""
        return self.total_vnd > 0


class Taken(Struct, frozen=True):
    """A reward chosen into the open bill; ``points`` only for paying with points (None = the most).

    ``card`` is the full stamp card that pays for it instead, by id; ``""`` is none.
    """

    reward: str
    points: int | None = None
    card: str = ""


class Redemption(Struct, frozen=True):
    """A reward as priced by the engine: what it costs in points and takes off in đồng.

    ``stamps`` of the ``card`` are what it costs where a full stamp card pays for it. ``rate_bp`` is the
    share of the bill it is, in basis points; 0 is none.
    """

    reward: str
    kind: str
    name: str
    points: int
    value_vnd: int
    card: str = ""
    stamps: int = 0
    rate_bp: int = 0


class Share(Struct, frozen=True):
    """What came off a bill as a share of it: so much, at a rate in basis points."""

    value_vnd: int
    rate_bp: int

    def left(self, left_vnd: int) -> int:
        """Say what is off where so much of the total is left: the share of that, at most as before."""
        return min(self.value_vnd, self.rate_bp * left_vnd // 10_000)


class RecordedBill(Struct, frozen=True):
    """A bill in the books, with everything a return needs: inputs and outcomes, frozen.

    Attributes:
        earned: Points it gave when recorded.
        taken_back: Points that returns have taken back so far.
        forgiven: Points among them that cost the member nothing, because as many had expired.
        earned_lots: The lots its points came into: one, and one more for every return that was undone.
        expired: How many points of those lots have expired.
        carry_in: The remainder the member brought, in points.
        carry_delta: How the bill, after its returns so far, has changed that remainder.
        spent: Lots its redemptions ate, to be given back; empty once given back.
        parts: How many returns it has had.
        typed: The bill as it was typed, where lines, discount or tax counted.
        footing: What the member brought to it, without the remainder; None is the plain footing, on which
            all bills stood before footings were kept.
        units: Stamps, tickets and vouchers it gave, less what returns have taken back so far.
        member_vnd: What a membership took off it, which is in ``value_vnd`` too.
        shares: What rewards and vouchers took off as shares of it, which is in ``value_vnd`` too. Bills from
            before shares were kept have none: what was off them stays off.
        refunded_vnd: What its returns so far have handed back.
        open_vnd: What is still to be paid for what is left of it.
        struck_vnd: What its returns so far have made of that never to be paid.
        cuts: Which way limits, budgets and caps cut what it earned.
        later: How its later payments were made, of those that told it; of before that was asked none do.
    """

    id: UUID
    member: UUID | None
    revision: int
    at: datetime
    number: str | None
    total_vnd: int
    value_vnd: int
    earned: int
    taken_back: int
    earned_lots: frozenset[UUID]
    expired: int
    carry_in: Fraction
    carry_delta: Fraction
    spent: tuple[Eaten, ...]
    returned_vnd: int
    parts: int
    whole: bool = False
    forgiven: int = 0
    typed: Bill | None = None
    footing: Footing | None = None
    units: tuple[UnitsGiven, ...] = ()
    member_vnd: int = 0
    shares: tuple[Share, ...] = ()
    refunded_vnd: int = 0
    open_vnd: int = 0
    struck_vnd: int = 0
    cuts: int = CUTS
    later: tuple[TenderPart, ...] = ()

    def off_vnd(self, left_vnd: int) -> int:
        """Say what is off where so much of the total is left."""
        return off_left(self.total_vnd, left_vnd, self.value_vnd, self.member_vnd, self.shares)

    @property
    def due_vnd(self) -> int:
        """What it comes to in money, after its returns so far."""
        return self.total_vnd - self.value_vnd - self.refunded_vnd - self.struck_vnd

    @property
    def paid_vnd(self) -> int:
        """What of that is paid."""
        return self.due_vnd - self.open_vnd

    @property
    def paid_first_vnd(self) -> int:
        """What was paid for it when it was recorded."""
        whole_vnd = self.total_vnd - self.value_vnd
        told_vnd = None if self.typed is None else self.typed.paid_vnd
        return whole_vnd if told_vnd is None else min(told_vnd, whole_vnd)

    @property
    def paid_later_vnd(self) -> int:
        """What was paid for it since, whatever came back of it."""
        return self.total_vnd - self.value_vnd - self.paid_first_vnd - self.open_vnd - self.struck_vnd

    @property
    def left_vnd(self) -> int:
        """What has not been returned of the total."""
        return self.total_vnd - self.returned_vnd


def off_left(
    total_vnd: int, left_vnd: int, value_vnd: int, member_vnd: int, shares: tuple[Share, ...] = ()
) -> int:
    """Say what is off where so much of a total is left.

    Fixed amounts stay off the rest, as far as it goes; a share, of a membership, a reward or a voucher, is
    one of what is left, as it would be of a bill of that much.

    Args:
        value_vnd: What was taken off together.
        member_vnd: What of that a membership took.
        shares: What of that rewards and vouchers took as shares.
    """
    member_left_vnd = member_vnd * left_vnd // total_vnd if member_vnd else 0
    fixed_vnd = value_vnd - member_vnd - sum(share.value_vnd for share in shares)
    return min(left_vnd, fixed_vnd + member_left_vnd + sum(share.left(left_vnd) for share in shares))
