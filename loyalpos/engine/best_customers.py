"""How much of what members bought the best customers bring: 20 % of them often four fifths."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.phones import Phone
from loyalpos.engine.ratios import half_up

__all__ = ["PERCENTS", "BestCustomer", "TopPart", "fewest_for", "members_in", "top_parts"]

PERCENTS: Final = (1, 5, 10, 20, 50)
"""Parts of the buyers an owner may look at, in per cent."""

_WHOLE_BP: Final = 10_000


class TopPart(Struct, frozen=True):
    """This is what the best so many per cent of the buyers bring.

    Attributes:
        members: How many they are.
        share_bp: Their part of what all buyers bought, in basis points, rounded half up.
    """

    percent: int
    members: int
    sales_vnd: int
    share_bp: int


class BestCustomer(Struct, frozen=True):
    """This is a member by what they bought in some days.

    Attributes:
        bills: How many of their bills stand.
        sales_vnd: What they bought, less what they returned.
        messages: Whether they agreed to be written to.
    """

    id: UUID
    name: str | None
    phone: Phone | None
    bills: int
    sales_vnd: int
    messages: bool


def members_in(percent: int, buyers: int) -> int:
    """Count the best so many per cent of the buyers: a part of a person counts as one."""
    return -(-buyers * percent // 100)


def top_parts(sales_vnd: Sequence[int], percents: Sequence[int] = PERCENTS) -> tuple[TopPart, ...]:
    """Say what the best buyers bring.

    Args:
        sales_vnd: What each buyer bought, the most first, none of it 0.
    """
    sums = list(accumulate(sales_vnd, initial=0))
    parts: list[TopPart] = []
    for percent in percents:
        members = members_in(percent, len(sales_vnd))
        share_bp = half_up(sums[members] * _WHOLE_BP, sums[-1]) if sums[-1] else 0
        parts.append(TopPart(percent, members, sums[members], share_bp))
    return tuple(parts)


def fewest_for(sales_vnd: Sequence[int], share_bp: int) -> int:
    """Count the fewest buyers who together bring at least a share of everything.

    Args:
        sales_vnd: What each buyer bought, the most first.
        share_bp: The share, in basis points.
    """
    sums = list(accumulate(sales_vnd, initial=0))
    # Both sides whole numbers: a share is reached, or it is not.
    return bisect_left(sums, -(-sums[-1] * share_bp // _WHOLE_BP))
