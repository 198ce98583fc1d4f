"""How much of a long work goes into one transaction: by the time it takes, because bills wait meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Final

__all__ = ["Portion"]

_FIRST: Final = 20
_LEAST: Final = 5
_MOST: Final = 400
_WANTED_S: Final = 0.008
"""Of the 20 ms a job may take; the rest is for bringing the rows onto the disk."""


class Portion:
    """So many rows as are written in a few milliseconds on this machine, as it is now.

    Attributes:
        size: How many the next transaction takes.
    """

    def __init__(self) -> None:
        self.size = _FIRST

    @contextmanager
    def timed(self) -> Iterator[None]:
        """See how long ``size`` rows take, and choose how many the next transaction has."""
        began = perf_counter()
        yield
        took_s = perf_counter() - began
        # Never twice as many at once: a single quick one says little.
        fits = int(self.size * min(_WANTED_S / max(took_s, 1e-6), 2))
        self.size = max(_LEAST, min(_MOST, fits))
