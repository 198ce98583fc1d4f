"""A trial of a program on the shop's past: what happened, as values, and sums that add up.

What customers bought, returned and took as rewards stays as it was; only what their bills bring is worked
out anew. So a trial asks one question alone: what would the same custom have brought?
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar
from uuid import UUID

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Share
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.counted import Counted
from loyalpos.engine.gift_budgets import Paid

__all__ = [
    "Act",
    "BroughtBack",
    "BroughtTwice",
    "EarlierBill",
    "FeeCounted",
    "Gainer",
    "GiftPaidFor",
    "Group",
    "Part",
    "PastBill",
    "Side",
    "TagsChanged",
    "TrialOpening",
    "TrialSums",
    "added",
    "most_gaining",
]

K = TypeVar("K")
V = TypeVar("V")

_TOP = 5
_FEW = 3


class PastBill(Struct, frozen=True, kw_only=True):
    """A member's bill as it was recorded.

    Attributes:
        day: The business day it happened on.
        minute: Minutes of the shop's wall clock since midnight.
        recorded_ms: When it was recorded; only programs published by then were known.
        off_vnd: What rewards, vouchers and a membership took off.
        tier: The member's tier by id, as the bill was recorded.
        earned: The points it gave.
        cost_vnd: By budget id, what its points were counted as.
        member_vnd: What of ``off_vnd`` a membership took.
        shares: What of ``off_vnd`` rewards and vouchers took as shares of the bill.
        owner_said: By the id of a budget, whether the owner let the bill go over it.
    """

    id: UUID
    member: UUID
    day: date
    minute: int
    recorded_ms: int
    revision: int
    bill: Bill
    off_vnd: int
    tier: str
    earned: int
    cost_vnd: Mapping[str, int] = field(default_factory=dict)
    member_vnd: int = 0
    shares: tuple[Share, ...] = ()
    owner_said: Mapping[str, bool] = field(default_factory=dict)


class BroughtBack(Struct, frozen=True, kw_only=True):
    """A return, whole or in part, or the undoing of a bill; or, the other way, a later payment of it.

    Attributes:
        bill_day: The business day of the bill, in whose spans everything counts.
        taken_back: The points it took back.
        given: How it moved the counts of limits, caps and budgets.
        is_payment: Whether it is a later payment: what that brought is told below nothing.
        paid_vnd: What was paid then; nothing, where a return left nothing to be paid.
        tender: How that was paid; None where nobody told.
    """

    id: UUID
    bill: UUID
    member: UUID
    recorded_ms: int
    bill_day: date
    returned_vnd: int
    refund_vnd: int
    undo: bool
    taken_back: int
    carry_delta: Fraction
    whole: bool
    given: tuple[Counted, ...] = ()
    is_payment: bool = False
    paid_vnd: int = 0
    tender: str | None = None


class BroughtTwice(Struct, frozen=True):
    """A return, or a payment, that was undone: the bill stands again as before it."""

    back: BroughtBack
    recorded_ms: int

    @property
    def member(self) -> UUID:
        """Whose bill it is."""
        return self.back.member


class TagsChanged(Struct, frozen=True):
    """Tags that were put on a member, and others taken off."""

    member: UUID
    on: frozenset[str]
    off: frozenset[str]

    def before(self, worn: frozenset[str]) -> frozenset[str]:
        """Give the tags worn before it: of several at once, as if each had changed."""
        return (worn - self.on) | self.off

    def after(self, worn: frozenset[str]) -> frozenset[str]:
        """Give the tags worn after it."""
        return (worn | self.on) - self.off


class FeeCounted(Struct, frozen=True):
    """How a sale of a membership, its end or their undoing moves what the fee counts for on its day.

    What it costs the budgets is told as of a gift: a trial leaves fees as they were.
    """

    member: UUID
    day: date
    given: tuple[Counted, ...]


class GiftPaidFor(Struct, frozen=True):
    """What budgets paid for a gift, or were given back: a trial leaves gifts as they were."""

    paid: tuple[Paid, ...]


Act = PastBill | BroughtBack | BroughtTwice | TagsChanged | FeeCounted
"""What happened to a member's bills, tags and fees, in the order it was recorded."""


class EarlierBill(Struct, frozen=True):
    """A bill from before the window, as it stood when the window began; ``paid_vnd`` is in money.

    Attributes:
        id: None where nothing happens to it in the window: of most.
    """

    id: UUID | None
    day: date
    recorded_ms: int
    paid_vnd: int
    points: int
    whole: bool

    def without(self, back: BroughtBack, sign: int = 1) -> EarlierBill:
        """Give it as it stood before one of its returns; below zero, before that was undone."""
        return replace(
            self,
            paid_vnd=self.paid_vnd + sign * back.refund_vnd,
            points=self.points + sign * back.taken_back,
            whole=back.whole and sign < 0,
        )


class TrialOpening(Struct, frozen=True, kw_only=True):
    """Where a member stood when the window began, as far as rules may ask.

    Attributes:
        tier_now: The tier the member has at the window's end, by id.
        came: The days of bills recorded before, also of one that came back, not of one undone; the last
            one alone where none of them is undone in the window.
        given: What limits, caps and budgets had counted, each on the day of its bill.
    """

    member: UUID
    joined: date
    birthday: Birthday | None = None
    tags: frozenset[str] = frozenset()
    tier_now: str = ""
    carry: Fraction = Fraction(0)
    visits: int = 0
    came: tuple[date, ...] = ()
    given: tuple[tuple[date, Counted], ...] = ()
    earlier: tuple[EarlierBill, ...] = ()


class Part(StrEnum):
    """The part of the day a bill falls into."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @classmethod
    def of(cls, minute: int) -> Part:
        """Name the part of the day of a minute of the wall clock."""
        if 5 * 60 <= minute < 11 * 60:
            return cls.MORNING
        if 11 * 60 <= minute < 14 * 60:
            return cls.NOON
        return cls.AFTERNOON if 14 * 60 <= minute < 18 * 60 else cls.EVENING


class Group(Struct, frozen=True):
    """Members by what they do: buy of a category, in a part of the day, or both."""

    category: str = ""
    part: Part | None = None


class Gainer(Struct, frozen=True):
    """A member, and the points the draft would have given beyond those that were given."""

    member: UUID
    points: int


class Side(Struct, frozen=True, kw_only=True):
    """What one program comes to.

    Attributes:
        points: Points of bills, less what their returns took back.
        spent_vnd: By budget id and first day of the month, what its points cost.
        tiers: By tier id (``""`` for none), how many of the members who came are in it at the end.
    """

    points: int = 0
    spent_vnd: Mapping[tuple[str, date], int] = field(default_factory=dict)
    tiers: Mapping[str, int] = field(default_factory=dict)


class TrialSums(Struct, frozen=True, kw_only=True):
    """What a trial adds up to, over some members or all.

    Attributes:
        bills: Those that stand or came back in return; ``undone``: those that were undone, as if never typed.
        sales_vnd: What they paid in money, less what came back.
        recorded: What was given.
        draft: What the program that is tried would have given.
        rules: By rule id of that program, the points it brings, before returns.
        groups: By group, its members and what they gain together by such bills.
        top: Who gains most, the greatest first.
        more: How many members get more points than they got; ``fewer``: how many get fewer.
    """

    bills: int = 0
    undone: int = 0
    members: int = 0
    sales_vnd: int = 0
    recorded: Side = Side()
    draft: Side = Side()
    rules: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[Group, tuple[int, int]] = field(default_factory=dict)
    top: tuple[Gainer, ...] = ()
    more: int = 0
    fewer: int = 0


def added(one: TrialSums, other: TrialSums) -> TrialSums:
    """Add up two parts of a trial, which have no member in common."""
    return TrialSums(
        bills=one.bills + other.bills,
        undone=one.undone + other.undone,
        members=one.members + other.members,
        sales_vnd=one.sales_vnd + other.sales_vnd,
        recorded=_sides(one.recorded, other.recorded),
        draft=_sides(one.draft, other.draft),
        rules=_merged(one.rules, other.rules, int.__add__),
        groups=_merged(one.groups, other.groups, lambda a, b: (a[0] + b[0], a[1] + b[1])),
        top=tuple(sorted((*one.top, *other.top), key=lambda who: (-who.points, who.member.bytes))[:_TOP]),
        more=one.more + other.more,
        fewer=one.fewer + other.fewer,
    )


def most_gaining(sums: TrialSums) -> tuple[Group, int] | None:
    """Find the group whose members gain most by what they do, and how many points each of them on average.

    A handful of members is no group: it takes a twentieth of all, and three at least. Of two that gain
    the same the one that says more of them is named.
    """
    least = max(_FEW, sums.members // 20)
    gains = [
        (points // members, (group.category != "") + (group.part is not None), group)
        for group, (members, points) in sums.groups.items()
        if members >= least and points >= members
    ]
    if not gains:
        return None
    most = max(gains, key=lambda one: (one[0], one[1], str(one[2])))
    return most[2], most[0]


def _sides(one: Side, other: Side) -> Side:
    return Side(
        points=one.points + other.points,
        spent_vnd=_merged(one.spent_vnd, other.spent_vnd, int.__add__),
        tiers=_merged(one.tiers, other.tiers, int.__add__),
    )


def _merged(one: Mapping[K, V], other: Mapping[K, V], add: Callable[[V, V], V]) -> dict[K, V]:
    sums = dict(one)
    for key, value in other.items():
        known = sums.get(key)
        sums[key] = value if known is None else add(known, value)
    return sums
