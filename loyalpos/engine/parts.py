"""One rule's part of an earning while it is worked out: exact first, then rounded once, then cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, lcm
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

__all__ = [
    "BaseRule",
    "Given",
    "KnownRule",
    "Part",
    "UnitRule",
    "exact_sum",
    "ratio_sum",
    "rounded",
    "settle",
]

BaseRule = AmountRule | VisitRule | BandRule | ItemRule
UnitRule = StampRule | TicketRule | VoucherRule
KnownRule = BaseRule | MultiplierRule | BonusRule | UnitRule

R_co = TypeVar("R_co", bound=KnownRule | Tier, covariant=True)


@dataclass(slots=True)
class Part(Generic[R_co]):
    """What one rule, or a tier, gives to one bill.

    Attributes:
        exact: Its worth before rounding: in points, or in units.
        line: Makes its explanation of the points, once they are whole.
        points: What it gives, whole and after cuts.
        counts: What multipliers and tiers see of it.
        has_rest: Whether what rounding down left over may be carried.
    """

    rule: R_co
    exact: Fraction
    line: Callable[[int], EarnLine]
    points: int = 0
    counts: Fraction | int = 0
    has_rest: bool = True


Given = Part[KnownRule | Tier]
"""The part of any rule."""


def settle(part: Given, program: Program, rounding: Rounding | None) -> None:
    """Make a part whole, once.

    Where the remainder is carried it is rounded down, and counts in full for what comes on top; else it
    is rounded as its rule or the program says, and counts as what it was rounded to.
    """
    if program.remainder is Remainder.CARRIED:
        part.points = rounded(part.exact, Rounding.DOWN)
        part.counts = part.exact
    else:
        part.points = part.counts = rounded(part.exact, rounding or program.rounding)


def rounded(exact: Fraction, rounding: Rounding) -> int:
    """Round an exact worth to whole points."""
    if rounding is Rounding.DOWN:
        return exact.numerator // exact.denominator
    if rounding is Rounding.HALF_UP:
        return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    return ceil(exact)


def exact_sum(amounts: Iterable[Fraction | int]) -> Fraction:
    """Add fractions."""
    return ratio_sum([(one.numerator, one.denominator) for one in amounts])


def ratio_sum(ratios: Sequence[tuple[int, int]]) -> Fraction:
    """Add fractions over their common denominator at once, many times as fast as one after the other."""
    common = lcm(*(below for _, below in ratios))
    return Fraction(sum(above * (common // below) for above, below in ratios), common)
