"""One rule's part of an earning while it is worked out: exact first, then rounded once, then cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from loyalpos.engine.earn_lines import EarnLine
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.ratios import Ratio, rounded
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

__all__ = ["BaseRule", "Given", "KnownRule", "Part", "UnitRule", "settle"]

BaseRule = AmountRule | VisitRule | BandRule | ItemRule
UnitRule = StampRule | TicketRule | VoucherRule
KnownRule = BaseRule | MultiplierRule | BonusRule | UnitRule

R_co = TypeVar("R_co", bound=KnownRule | Tier, covariant=True)


class Part(Struct, Generic[R_co]):
    """What one rule, or a tier, gives to one bill.

    Attributes:
        exact: Its worth before rounding: in points, or in units.
        line: Makes its explanation of the points, once they are whole.
        points: What it gives, whole and after cuts.
        together: What rounding the whole bill at once gives it on top.
        counts: What multipliers and tiers see of it.
        has_rest: Whether what rounding down left over may be carried.
    """

    rule: R_co
    exact: Ratio
    line: Callable[[int], EarnLine]
    points: int = 0
    counts: Ratio = (0, 1)
    has_rest: bool = True
    together: int = 0


Given = Part[KnownRule | Tier]
"""The part of any rule."""


def settle(part: Given, program: Program, rounding: Rounding | None) -> None:
    """Make a part whole, once.

    Where the remainder is carried it is rounded down, and counts in full for what comes on top; else it
    is rounded as its rule or the program says, and counts as what it was rounded to.
    """
    if program.remainder is Remainder.CARRIED:
        above, below = part.counts = part.exact
        part.points = above // below
    else:
        part.points = rounded(part.exact, rounding or program.rounding)
        part.counts = (part.points, 1)
