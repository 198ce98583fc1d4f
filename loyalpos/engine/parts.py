"""One rule's part of an earning while it is worked out: exact first, then rounded once, then cut."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.bases import EVERY_LINE
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.ratios import Ratio, rounded
from loyalpos.engine.rules import KnownRule, Rounding, StampRule, TicketRule, VoucherRule
from loyalpos.engine.tenders import EVERY_WAY
from loyalpos.engine.tiers import Tier

__all__ = ["Given", "Part", "cut", "is_over", "settle"]

# To look a member of an enumeration up takes longer than to ask what it is.
_CARRIED: Final = Remainder.CARRIED

R_co = TypeVar("R_co", bound=KnownRule | Tier, covariant=True)


class Part(Struct, Generic[R_co]):
    """What one rule, or a tier, gives to one bill.

    Attributes:
        exact: Its worth before rounding: in points, or in units.
        line: Its explanation, without the points.
        points: What it gives, whole and after cuts.
        ways: Marks the ways of paying the bill it counts.
        on_top: Points beside those that are of it: of rounding the bill as a whole, or of remainders.
        counts: What multipliers and tiers see of it.
        lines: Marks the lines of the bill it counts.
        has_rest: Whether what rounding down left over may be carried.
    """

    rule: R_co
    exact: Ratio
    line: EarnLine
    points: int = 0
    counts: Ratio = (0, 1)
    lines: int = EVERY_LINE
    has_rest: bool = True
    on_top: int = 0
    ways: int = EVERY_WAY

    def said(self) -> EarnLine:
        """Give its explanation, with the points it comes to now."""
        return replace(self.line, points=self.points)


Given = Part[KnownRule | Tier]
"""The part of any rule."""


def settle(part: Given, program: Program, rounding: Rounding | None) -> None:
    """Make a part whole, once.

    Where the remainder is carried it is rounded down, and counts in full for what comes on top; else it
    is rounded as its rule or the program says, and counts as what it was rounded to.
    """
    if program.remainder is _CARRIED:
        above, below = part.counts = part.exact
        part.points = above // below
    else:
        part.points = rounded(part.exact, rounding or program.rounding)
        part.counts = (part.points, 1)


def cut(part: Given, fit: int, kind: LineKind) -> Iterable[EarnLine]:
    """Leave a part what fits, and no rest of it either."""
    over = part.points - fit
    part.has_rest = False
    part.on_top = 0
    if over <= 0:
        return
    part.points = fit
    is_unit = isinstance(part.rule, StampRule | TicketRule | VoucherRule)
    yield EarnLine(part.rule.id, kind, 0 if is_unit else -over, name=part.rule.name, count=fit)


def is_over(part: Given, whole: int) -> bool:
    """Tell whether a part is worth more than so many points or units."""
    above, below = part.exact
    return above > whole * below
