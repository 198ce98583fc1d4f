"""Exact numbers while a bill is worked out: numerators and denominators as they come."""

from __future__ import annotations

from collections.abc import Collection
from math import lcm
from typing import Final, TypeAlias

from loyalpos.engine.rules import Rounding

__all__ = ["Ratio", "half_up", "ratio_sum", "rounded"]

# To look a member of an enumeration up takes longer than to ask what it is.
_DOWN: Final = Rounding.DOWN
_HALF_UP: Final = Rounding.HALF_UP

Ratio: TypeAlias = tuple[int, int]
"""A numerator, and a denominator above nothing; not in lowest terms.

A bill under thirty rules asks for hundreds of them, and a ``Fraction`` takes many times as long to make,
to compare and to take apart.
"""


def half_up(above: int, below: int) -> int:
    """Round a quotient to the nearest whole number, a half away from nothing; neither is below it."""
    return (2 * above + below) // (2 * below)


def rounded(exact: Ratio, rounding: Rounding) -> int:
    """Round an exact number to a whole one."""
    above, below = exact
    if rounding is _DOWN:
        return above // below
    if rounding is _HALF_UP:
        return (2 * above + below) // (2 * below)
    return -(-above // below)


def ratio_sum(ratios: Collection[Ratio]) -> Ratio:
    """Add exact numbers, over their common denominator at once."""
    belows = {below for _, below in ratios}
    if len(belows) == 1:
        return sum([above for above, _ in ratios]), belows.pop()
    sums = dict.fromkeys(belows, 0)
    for above, below in ratios:
        sums[below] += above
    common = lcm(*sums)
    return sum([above * (common // below) for below, above in sums.items()]), common
