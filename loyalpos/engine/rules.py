"""What a bill brings: rules as values, in the order base, multipliers, tier, bonuses."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from msgspec import Struct

from loyalpos.engine.conditions import Always, Condition, Match

__all__ = [
    "AmountRule",
    "Band",
    "BandRule",
    "Base",
    "BaseRule",
    "Beside",
    "BonusRule",
    "Budget",
    "BudgetEnd",
    "BudgetFor",
    "Cap",
    "Discount",
    "ItemRule",
    "KnownRule",
    "Limit",
    "MultiplierRule",
    "OwnBase",
    "Paid",
    "Per",
    "Rounding",
    "Rule",
    "StampRule",
    "Tax",
    "TicketRule",
    "UnitRule",
    "UnknownRule",
    "VisitRule",
    "VoucherRule",
]


class Rounding(StrEnum):
    """What happens to a part of a point."""

    DOWN = "down"
    HALF_UP = "half_up"
    UP = "up"


class Discount(StrEnum):
    """Whether the shop's own discounts are in the amount that counts."""

    BEFORE = "before"
    AFTER = "after"


class Tax(StrEnum):
    """Whether tax is in the amount that counts."""

    WITH = "with"
    WITHOUT = "without"


class Paid(StrEnum):
    """Whether the part paid by rewards and points earns too."""

    MONEY = "money"
    WHOLE = "whole"


class Base(Struct, frozen=True):
    """Which amount of a bill counts; by default what is paid in money, after discounts, with tax."""

    discount: Discount = Discount.AFTER
    tax: Tax = Tax.WITH
    paid: Paid = Paid.MONEY


class OwnBase(Struct, frozen=True):
    """What a rule says of its own about the amount that counts; None is as the program says."""

    discount: Discount | None = None
    tax: Tax | None = None
    paid: Paid | None = None

    def over(self, base: Base) -> Base:
        """Give the amount that counts where the program counts another, field by field."""
        return Base(self.discount or base.discount, self.tax or base.tax, self.paid or base.paid)


class Per(StrEnum):
    """A span of the shop's calendar: business day, week from Monday, month, year, or all time."""

    BILL = "bill"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    EVER = "ever"


class Limit(Struct, frozen=True):
    """How often a member may have something in a span, and how many points of it; None is no limit."""

    per: Per
    times: int | None = None
    points: int | None = None


class Cap(Struct, frozen=True):
    """The most points a member earns in a span under the whole program."""

    per: Per
    points: int


class BudgetFor(StrEnum):
    """What money is set aside for: members who are there, or those who are to come."""

    RETENTION = "retention"
    NEW_CUSTOMERS = "new_customers"


class BudgetEnd(StrEnum):
    """What happens when a budget is used up: its rules stop, or the owner is asked."""

    STOP = "stop"
    ASK = "ask"


class Budget(Struct, frozen=True):
    """What rules together may cost the shop in a calendar month; warned of at 80 %."""

    id: str
    name: str
    month_vnd: int
    purpose: BudgetFor = BudgetFor.RETENTION
    at_end: BudgetEnd = BudgetEnd.STOP


class Beside(StrEnum):
    """How a rule stands beside others of its stage that apply to the same bill."""

    ADD = "add"
    BEST = "best"
    EXCLUSIVE = "exclusive"
    LAST = "last"


class _Ruled(Struct, frozen=True, kw_only=True):
    """What every rule has.

    Attributes:
        name: What the owner calls it.
        when: When it applies.
        plan: The program beside others it belongs to, by id; ``""`` is the shop's own.
        priority: Higher goes first, where it matters who goes first.
        beside: ``ADD`` to the others; only the ``BEST`` of those of its ``group``; ``EXCLUSIVE``: alone
            in its stage, the highest priority of several; ``LAST``: nothing of lower priority follows.
        group: Whose best is taken.
        limits: How often and how much for one member.
        budget: Whose money it spends, by id; ``""`` is nobody's.
    """

    name: str = ""
    when: Condition = Always()
    plan: str = ""
    priority: int = 0
    beside: Beside = Beside.ADD
    group: str = ""
    limits: tuple[Limit, ...] = ()
    budget: str = ""


class AmountRule(_Ruled, frozen=True):
    """Points for money: each ``per_vnd`` đồng give ``points``, from ``minimum_vnd`` on.

    ``only`` counts the lines that fit, ``without`` leaves lines out; a bill without lines is one line
    of no item. ``base`` and ``rounding`` are the program's where None; see
    :meth:`loyalpos.engine.program.Program.base_of`.
    """

    id: str
    per_vnd: int
    points: int = 1
    minimum_vnd: int = 0
    only: Match | None = None
    without: Match | None = None
    base: OwnBase | None = None
    rounding: Rounding | None = None


class VisitRule(_Ruled, frozen=True):
    """Points for a bill, whatever it comes to."""

    id: str
    points: int


class Band(Struct, frozen=True):
    """From an amount on, so many points, until the next band begins."""

    from_vnd: int
    points: int


class BandRule(_Ruled, frozen=True):
    """Points by the band the amount lies in; half-open, so that an edge earns once."""

    id: str
    bands: tuple[Band, ...]
    base: OwnBase | None = None


class ItemRule(_Ruled, frozen=True):
    """Points for so many of what fits: each whole ``per_quantity`` gives ``points``."""

    id: str
    match: Match
    points: int
    per_quantity: int = 1


class MultiplierRule(_Ruled, frozen=True):
    """Base points times ``rate_bp`` basis points (20,000 is twice), of some rules or lines only if named.

    Several multiply the same base each for itself, and their extras are added.
    """

    id: str
    rate_bp: int
    of: tuple[str, ...] = ()
    match: Match | None = None
    rounding: Rounding | None = None


class BonusRule(_Ruled, frozen=True):
    """Points on top of everything, neither multiplied nor raised by a tier."""

    id: str
    points: int


class StampRule(_Ruled, frozen=True):
    """Stamps on a card, by its id: for the bill, or for each whole ``per_quantity`` of what fits."""

    id: str
    card: str
    stamps: int = 1
    match: Match | None = None
    per_quantity: int = 1


class TicketRule(_Ruled, frozen=True):
    """Tickets of a draw, by its id: for the bill, or for each whole ``per_vnd`` of it."""

    id: str
    draw: str
    tickets: int = 1
    per_vnd: int | None = None


class VoucherRule(_Ruled, frozen=True):
    """A voucher for a later visit, by the id of its kind."""

    id: str
    voucher: str


@final
class UnknownRule(Struct, frozen=True):
    """A rule of a kind this version does not know: it gives no points and says so.

    ``rest`` keeps what else its document says, as JSON, to be written again.
    """

    id: str
    kind: str
    rest: str = ""


BaseRule = AmountRule | VisitRule | BandRule | ItemRule
UnitRule = StampRule | TicketRule | VoucherRule
KnownRule = BaseRule | MultiplierRule | BonusRule | UnitRule
Rule = KnownRule | UnknownRule
