"""One rule's part of an earning while it is worked out: exact first, then rounded once, then cut."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Generic, TypeVar

from loyalpos.engine.earn_lines import EarnLine
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    BonusRule,
    ItemRule,
    MultiplierRule,
    Rounding,
    StampRule,
    TicketRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.tiers import Tier

__all__ = ["BaseRule", "Given", "KnownRule", "Part", "UnitRule", "rounded", "settle"]

BaseRule = AmountRule | VisitRule | BandRule | ItemRule
UnitRule = StampRule | TicketRule | VoucherRule
KnownRule = BaseRule | MultiplierRule | BonusRule | UnitRule

R_co = TypeVar("R_co", bound=KnownRule | Tier, covariant=True)


@dataclass(slots=True)
class Part(Generic[R_co]):
    """What one rule, or a tier, gives to one bill.

    Attributes:
        exact: Its worth before rounding: in points, or in units.
        line: Its explanation, which is given the points once they are whole.
        points: What it gives, whole and after cuts.
        counts: What multipliers and tiers see of it.
        rest: What rounding down left over.
    """

    rule: R_co
    exact: Fraction
    line: EarnLine
    points: int = 0
    counts: Fraction = Fraction(0)
    rest: Fraction = Fraction(0)


Given = Part[KnownRule | Tier]
"""The part of any rule."""


def settle(part: Given, program: Program, rounding: Rounding | None) -> None:
    """Make a part whole, once.

    Where the remainder is carried it is rounded down, and counts in full for what comes on top; else it
    is rounded as its rule or the program says, and counts as what it was rounded to.
    """
    if program.remainder is Remainder.CARRIED:
        part.points = floor(part.exact)
        part.counts = part.exact
        part.rest = part.exact - part.points
    else:
        part.points = rounded(part.exact, rounding or program.rounding)
        part.counts = Fraction(part.points)


def rounded(exact: Fraction, rounding: Rounding) -> int:
    """Round an exact worth to whole points."""
    match rounding:
        case Rounding.DOWN:
            return floor(exact)
        case Rounding.HALF_UP:
            return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
        case Rounding.UP:
            return ceil(exact)
