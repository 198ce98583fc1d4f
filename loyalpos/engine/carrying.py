"""The remainder that is carried from bill to bill, and the whole points it becomes.

The parts of a point that the rules of a bill leave over join what the member brought. Each whole point among
them is of one rule, and counts for its limits and its budget on the day of that bill: the rules that leave
the largest part over come first, with one point each, and of equal ones the first by id. Where a rule has no
room for it, its part is left out, as all that is cut.

What the member brings may lie outside 0 … 1 after a return. Whole points of it are given in the same order,
and wait where no rule has room. A negative remainder takes from the points of the bill, from the rule that
gave most first and never below none, and waits with its rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from loyalpos.engine.cuts import fits_still
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import Given
from loyalpos.engine.program import Program, Remainder

__all__ = ["carried"]


def carried(program: Program, footing: Footing, parts: Sequence[Given]) -> tuple[int, Fraction]:
    """Add the whole points among the remainders to the parts they are of.

    Returns:
        How many there are, below zero for those that a negative remainder takes, and how what the member
        brought moves.
    """
    if program.remainder is not Remainder.CARRIED or not parts:
        return 0, Fraction(0)
    resting = [part for part in parts if part.has_rest]
    carry = footing.carry
    one = lcm(carry.denominator, *[part.exact[1] for part in resting])
    # Everything in parts of a point of the same size.
    rests = [part.exact[0] * (one // part.exact[1]) - part.points * one for part in resting]
    brought = carry.numerator * (one // carry.denominator)
    left = sum(rests)
    extra = (brought + left) // one
    if extra > 0:
        extra, dropped = _completed(program, footing, parts, resting, rests, brought + left, one)
        left -= dropped
    elif extra < 0:
        extra = -_owed(parts, -extra)
    return extra, Fraction(left - extra * one, one)


def _completed(
    program: Program,
    footing: Footing,
    parts: Sequence[Given],
    resting: Sequence[Given],
    rests: Sequence[int],
    total: int,
    one: int,
) -> tuple[int, int]:
    """Give parts whole points; say how many, and how much was left out where there was no room.

    Args:
        rests: What each leaves over, in parts of a point of which ``one`` are a point.
        total: Those, with what the member brought.
    """
    turn = sorted(zip(rests, resting, strict=True), key=lambda each: (-each[0], each[1].rule.id))
    given = dropped = 0
    while turn:
        again: list[tuple[int, Given]] = []
        for rest, part in turn:
            if (total - dropped) // one <= given:
                return given, dropped
            if fits_still(part, parts, footing, program) == 0:
                dropped += rest
                continue
            part.points += 1
            given += 1
            again.append((0, part))
        turn = again
    return given, dropped


def _owed(parts: Sequence[Given], points: int) -> int:
    """Take points from the parts; say how many there were."""
    taken = 0
    for part in sorted(parts, key=lambda part: (-part.points, part.rule.id)):
        less = min(points - taken, part.points)
        part.points -= less
        taken += less
    return taken
