"""What a bill earns: one line for every rule that had a say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from loyalpos.engine.bills import Bill
from loyalpos.engine.footing import Footing
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import AmountRule, Rounding, UnknownRule

__all__ = ["EarnLine", "Earning", "LineKind", "earn", "missing_vnd"]


class LineKind(StrEnum):
    """What a line of an earning explains."""

    AMOUNT = "amount"
    BELOW_MINIMUM = "below_minimum"
    CARRIED = "carried"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class EarnLine:
    """One rule's part of an earning, in the order the rules were applied.

    ``per_vnd`` and ``per_points`` repeat the rule for people to read; ``limit_vnd`` is the minimum a
    bill stayed below.
    """

    rule: str
    kind: LineKind
    points: int
    base_vnd: int = 0
    per_vnd: int = 0
    per_points: int = 0
    limit_vnd: int = 0


@dataclass(frozen=True, slots=True)
class Earning:
    """Whole points, their lines, and how the carried remainder moved."""

    points: int
    lines: tuple[EarnLine, ...]
    base_vnd: int
    carry_in: Fraction = Fraction(0)
    carry_delta: Fraction = Fraction(0)


def earn(program: Program, footing: Footing, bill: Bill, off_vnd: int) -> Earning:
    """Work out what a bill earns under every rule of a program.

    Each rule's line is rounded once, by the program's mode. Where the remainder is carried, lines
    are rounded down and the parts left over join what the member brought; whole points among them
    make a line of their own. What the member brought may lie outside 0 … 1 after a return; a
    negative remainder takes from this bill's points, never below none, and waits with its rest.

    Args:
        footing: What the member brings.
        off_vnd: What rewards and points take off the bill's total.

    Returns:
        Whole points, never negative, and one line per rule in program order.
    """
    base_vnd = bill.total_vnd - off_vnd
    assert base_vnd >= 0
    carry_in = footing.carry
    lines: list[EarnLine] = []
    carried = program.remainder is Remainder.CARRIED
    left_over = Fraction(0)
    reached = False
    for rule in program.rules:
        match rule:
            case UnknownRule():
                lines.append(EarnLine(rule.id, LineKind.UNKNOWN, 0))
            case AmountRule() if base_vnd < rule.minimum_vnd:
                lines.append(
                    EarnLine(rule.id, LineKind.BELOW_MINIMUM, 0, base_vnd, limit_vnd=rule.minimum_vnd)
                )
            case AmountRule():
                reached = True
                exact = Fraction(base_vnd * rule.points, rule.per_vnd)
                points = floor(exact) if carried else _rounded(exact, program.rounding)
                left_over += exact - points
                lines.append(EarnLine(rule.id, LineKind.AMOUNT, points, base_vnd, rule.per_vnd, rule.points))
    points = sum(line.points for line in lines)
    if not carried or not reached:
        return Earning(points, tuple(lines), base_vnd, carry_in)
    remainder = carry_in + left_over
    extra = max(floor(remainder), -points)
    if extra:
        lines.append(EarnLine("", LineKind.CARRIED, extra))
    return Earning(points + extra, tuple(lines), base_vnd, carry_in, remainder - extra - carry_in)


def _rounded(exact: Fraction, rounding: Rounding) -> int:
    match rounding:
        case Rounding.DOWN:
            return floor(exact)
        case Rounding.HALF_UP:
            return floor(exact + Fraction(1, 2))
        case Rounding.UP:
            return ceil(exact)


def missing_vnd(program: Program, carry: Fraction) -> int | None:
    """Say what the next bill must come to for a point, under a single carried amount rule.

    Returns:
        The least amount, at least 1 ₫, or None where no remainder is carried or rules overlap.
    """
    rules = [rule for rule in program.rules if isinstance(rule, AmountRule)]
    if program.remainder is not Remainder.CARRIED or len(rules) != 1:
        return None
    next_point = ceil((1 - carry) * rules[0].per_vnd / rules[0].points)
    return max(1, next_point, rules[0].minimum_vnd)
