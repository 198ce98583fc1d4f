"""Exact numbers while a bill is worked out: numerators and denominators as they come."""

from __future__ import annotations

from collections.abc import Iterable
from math import lcm
from typing import Final, TypeAlias

from loyalpos.engine.rules import Rounding

__all__ = ["Ratio", "ratio_sum", "rounded"]

# To look a member of an enumeration up takes longer than to ask what it is.
_DOWN: Final = Rounding.DOWN
_HALF_UP: Final = Rounding.HALF_UP

Ratio: TypeAlias = tuple[int, int]
"""A numerator, and a denominator above nothing; not in lowest terms.

A bill under thirty rules asks for hundreds of them, and a ``Fraction`` takes many times as long to make,
to compare and to take apart.
"""


def rounded(exact: Ratio, rounding: Rounding) -> int:
    """Round an exact number to a whole one."""
    above, below = exact
    if rounding is _DOWN:
        return above // below
    if rounding is _HALF_UP:
        return (2 * above + below) // (2 * below)
    return -(-above // below)


def ratio_sum(ratios: Iterable[Ratio]) -> Ratio:
    """Add exact numbers, over their common denominator at once."""
    whole = 0
    parts: list[Ratio] = []
    for above, below in ratios:
        if below == 1:
            whole += above
        else:
            parts.append((above, below))
    if not parts:
        return whole, 1
    common = lcm(*[below for _, below in parts])
    return whole * common + sum([above * (common // below) for above, below in parts]), common
