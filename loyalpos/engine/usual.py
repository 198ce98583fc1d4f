"""Which totals are so far above what a shop usually sees that a person is asked whether they are meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["LOOKED_AT", "asked_from_vnd"]

LOOKED_AT: Final = 200
"""How many of the last bills tell what is usual."""

_ENOUGH: Final = 20
_TIMES: Final = 3
_NEVER_BELOW_VND: Final = 1_000_000
_UNKNOWN_SHOP_VND: Final = 5_000_000


def asked_from_vnd(last_vnd: Sequence[int]) -> int:
    """Give the total from which a bill is asked about before it is recorded.

    It is three times the largest of the last bills but one: the largest itself may be a slip that nobody
    saw. A shop with few bills is asked from five million on, ten times what most small shops ever
    see; any other never below one million, which is what four digits typed as thousands come to at least.

    Args:
        last_vnd: Totals of the last bills that stand, at most :data:`LOOKED_AT`, in any order.
    """
    lowest_vnd = _NEVER_BELOW_VND if len(last_vnd) >= _ENOUGH else _UNKNOWN_SHOP_VND
    second_vnd = sorted(last_vnd)[-2] if len(last_vnd) > 1 else 0
    return max(lowest_vnd, _TIMES * second_vnd)
