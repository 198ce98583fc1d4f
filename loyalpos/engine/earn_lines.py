"""What a bill brings, as values: whole points, units, and one line for every rule that had a say."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import final

from msgspec import Struct, field

__all__ = ["EarnLine", "Earning", "LineKind", "UnitsGiven"]


class LineKind(StrEnum):
    """What a line of an earning explains."""

    AMOUNT = "amount"
    BELOW_MINIMUM = "below_minimum"
    CARRIED = "carried"
    UNKNOWN = "unknown"
    VISIT = "visit"
    BAND = "band"
    ITEMS = "items"
    ROUNDED = "rounded"
    MULTIPLIED = "multiplied"
    TIER = "tier"
    BONUS = "bonus"
    STAMPS = "stamps"
    TICKETS = "tickets"
    VOUCHER = "voucher"
    OUTDONE = "outdone"
    LIMITED = "limited"
    OVER_BUDGET = "over_budget"
    OWNER_AGREED = "owner_agreed"
    CAPPED = "capped"


@final
class EarnLine(Struct, frozen=True):
    """One rule's part of an earning, in the order the rules were applied.

    Attributes:
        rule: Its id; that of the tier for a tier's raise, ``""`` for what is no rule's own.
        points: What it adds; below zero for what is cut.
        base_vnd: The amount it counted, in whole đồng.
        per_vnd: What gives ``per_points``, repeated from the rule for people to read.
        limit_vnd: The minimum a bill stayed below.
        name: What the owner calls the rule, the tier, the card, the draw, the voucher or the budget.
        count: How many items were counted, or how many units were given; for a cut, how many fitted.
        rate_bp: What base points were multiplied by, or raised by in a tier.
    """

    rule: str
    kind: LineKind
    points: int
    base_vnd: int = 0
    per_vnd: int = 0
    per_points: int = 0
    limit_vnd: int = 0
    name: str = ""
    count: int = 0
    rate_bp: int = 0


class UnitsGiven(Struct, frozen=True):
    """Stamps of a card, tickets of a draw or vouchers of a kind, by its id, and the rule that gave them."""

    rule: str
    unit: str
    count: int


class Earning(Struct, frozen=True):
    """What a bill brings.

    Attributes:
        points: Whole points, never below zero; the lines add up to them.
        base_vnd: What the bill came to by the program's basis, in whole đồng.
        carry_delta: How the member's remainder moves.
        given: By the id of its rule, the points or units it gave when all was cut: what limits count. Points
            of remainders, and of rounding the bill as a whole, are among those of the rules they come of.
            What gave nothing is absent.
        cost_vnd: By budget id, what its rules gave costs.
        asks_owner: Budgets the bill went over that ask the owner first and were not answered, by id.
    """

    points: int
    lines: tuple[EarnLine, ...]
    base_vnd: int
    carry_in: Fraction = Fraction(0)
    carry_delta: Fraction = Fraction(0)
    stamps: tuple[UnitsGiven, ...] = ()
    tickets: tuple[UnitsGiven, ...] = ()
    vouchers: tuple[UnitsGiven, ...] = ()
    cost_vnd: Mapping[str, int] = field(default_factory=dict)
    asks_owner: tuple[str, ...] = ()
    given: Mapping[str, int] = field(default_factory=dict)

    @property
    def units(self) -> tuple[UnitsGiven, ...]:
        """Everything it brings beside points."""
        return (*self.stamps, *self.tickets, *self.vouchers)
