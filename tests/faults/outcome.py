"""What a kind of faults came to: a table of counts, and what must not be, each with its case."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from msgspec import Struct, field

__all__ = ["Outcome", "in_two"]

T = TypeVar("T")


class Outcome(Struct, frozen=True):
    """What one kind of faults came to.

    Attributes:
        kind: The word that runs it alone.
        counts: The table.
        faults: What must not be, with the number of its case.
        skipped: Why it was left out, where it was.
    """

    kind: str
    counts: Mapping[str, int | str] = field(default_factory=dict)
    faults: tuple[tuple[int, str], ...] = ()
    seconds: float = 0.0
    skipped: str = ""

    def lines(self) -> Iterator[str]:
        """Give the table, one printable line each."""
        if self.skipped:
            yield f"{self.kind}: LEFT OUT, {self.skipped}"
            return
        yield f"{self.kind}: {self.seconds:.0f} s"
        yield from (f"  {name:<42} {count:>9}" for name, count in self.counts.items())
        yield f"  {'must not be':<42} {len(self.faults):>9}"


def in_two(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """Do jobs in two forks of this warm process, and give their answers in order."""
    if len(jobs) < 2:
        return [job() for job in jobs]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
        return [each.result() for each in [pool.submit(job) for job in jobs]]
