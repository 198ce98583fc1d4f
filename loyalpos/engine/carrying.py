"""The remainder that is carried from bill to bill, the whole points it becomes, and whose they are.

The parts of a point that the rules of a bill leave over join what the member brought. Each whole point among
them counts for the limits of one rule: those that leave the largest part over come first, with one point
each, and of equal ones the first by id. Points that rounding the bill as a whole adds count likewise.

What the member brings may lie outside 0 … 1 after a return. Whole points of it are given in the same order,
and wait where no rule has room. A negative remainder takes from the points of the bill, from the rule that
gave most first and never below none, and waits with its rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from operator import attrgetter
from typing import Final

from loyalpos.engine.earn_lines import LineKind
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import Given
from loyalpos.engine.program import Program, Remainder

__all__ = ["carried", "given_by"]

# To look a member of an enumeration up takes longer than to ask what it is.
_CARRIED: Final = Remainder.CARRIED
_TIER: Final = LineKind.TIER


def carried(program: Program, footing: Footing, parts: Sequence[Given]) -> tuple[int, Fraction]:
    """Give the whole points among the remainders to the parts they are of, on top of their own.

    Returns:
        How many there are, below zero for those that a negative remainder takes, and how what the member
        brought moves.
    """
    if program.remainder is not _CARRIED or not parts:
        return 0, Fraction(0)
    resting = [part for part in parts if part.has_rest]
    carry = footing.carry
    sizes = {part.exact[1] for part in resting}
    one = lcm(carry.denominator, *sizes)
    # Everything in parts of a point of the same size.
    times = {size: one // size for size in sizes}
    rests = [part.exact[0] * times[part.exact[1]] - part.points * one for part in resting]
    brought = carry.numerator * (one // carry.denominator)
    left = sum(rests)
    extra = (brought + left) // one
    if extra > 0:
        extra, dropped = _completed(footing, resting, rests, brought + left, one)
        left -= dropped
    elif extra < 0:
        extra = max(extra, -sum([part.points for part in parts]))
    return extra, Fraction(left - extra * one, one)


def _completed(
    footing: Footing, resting: Sequence[Given], rests: Sequence[int], total: int, one: int
) -> tuple[int, int]:
    """Give parts whole points; say how many, and how much was left out where there was no room.

    Args:
        rests: What each leaves over, in parts of a point of which ``one`` are a point.
        total: Those, with what the member brought.
    """
    # A key to sort by would be called for each: the place alone says whose the rest is.
    ids = [part.rule.id for part in resting]
    turn = sorted(zip([-rest for rest in rests], ids, range(len(ids)), strict=True))
    given = dropped = 0
    whole = total // one
    while turn:
        again: list[tuple[int, str, int]] = []
        for less, rule, at in turn:
            part = resting[at]
            if whole <= given:
                return given, dropped
            room = footing.room.get(rule)
            if room is not None and room.points is not None and part.points + part.on_top >= room.points:
                dropped -= less
                whole = (total - dropped) // one
                continue
            part.on_top += 1
            given += 1
            again.append((0, rule, at))
        turn = again
    return given, dropped


def given_by(parts: Sequence[Given], rules: Iterable[Given], on_top: int, owed: int) -> dict[str, int]:
    """Say what each rule gave when all was cut, in points or units, by its id; none that gave nothing.

    Args:
        parts: Those of points.
        rules: Those of rules, also of units.
        on_top: How many of the points of remainders and of rounding were given after all.
        owed: How many points a negative remainder has taken.
    """
    given = {part.rule.id: part.points for part in rules}
    for part in sorted([part for part in parts if part.on_top], key=attrgetter("rule.id")):
        got = max(0, min(part.on_top, on_top))
        on_top -= got
        if part.line.kind is not _TIER:
            given[part.rule.id] += got
    for part in sorted(parts, key=_most_first) if owed else ():
        less = min(owed, part.points)
        owed -= less
        if part.line.kind is not _TIER:
            given[part.rule.id] -= less
    return {rule: got for rule, got in given.items() if got}


def _most_first(part: Given) -> tuple[int, str]:
    return -part.points, part.rule.id
