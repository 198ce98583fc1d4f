"""Long looks at many rows, with breaths in between, so that the counter does not stutter."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

__all__ = ["BREATH_S", "Stopped", "in_breaths"]

T = TypeVar("T")

_ROWS_AT_ONCE: Final = 100
BREATH_S: Final = 0.001
"""Without it a long list would keep the interpreter to itself."""


class Stopped(Exception):
    """Somebody pressed cancel."""


def in_breaths(
    rows: Sequence[T], before: int, steps: int, progress: Callable[[int, int], bool]
) -> Iterator[T]:
    """Give the rows one by one, telling now and then how far it is.

    Args:
        before: Steps done before these rows.
        steps: Steps in all.
        progress: Told steps done and steps in all; False stops.

    Raises:
        Stopped: It was told to stop.
    """
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        if not progress(before + start, steps):
            raise Stopped
        yield from rows[start : start + _ROWS_AT_ONCE]
        time.sleep(BREATH_S)
