"""What a kind of faults came to: a table of counts, and what must not be, each with its case."""

from __future__ import annotations

import gc
import multiprocessing
import re
import resource
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from msgspec import Struct, field

__all__ = ["SORTS", "Control", "Found", "Outcome", "in_two", "processor_s", "summary", "tried_in_two"]

T = TypeVar("T")

SORTS = ("lost", "halved", "doubled", "wrong")
"""How what must not be is summed up; ``wrong`` is whatever is none of the first three."""

_SORT = re.compile(r"\b(lost|half|doubled):")
_NAMES = {"half": "halved"}


Found: TypeAlias = tuple[Counter[str], list[tuple[int, str]]]
"""What some cases came to: counts, and what must not be, each with its case."""

_FEWEST_FOR_TWO = 20


class Control(Struct, frozen=True):
    """A till whose protection was taken away: it must lose, or the figures beside it prove nothing."""

    name: str
    cases: int
    losing: int


class Outcome(Struct, frozen=True):
    """What one kind of faults came to.

    Attributes:
        kind: The word that runs it alone.
        cases: How many cases were tried.
        different: How many of them did something to the till that no other did; None where each has a
            moment of its own, which nobody can compare.
        counts: The table.
        faults: What must not be, with the number of its case.
        processor_s: Time of both cores together, which a busy machine does not lengthen much.
        skipped: Why all of it was left out, where it was.
        left_out: What was left out of it, because this machine does not have it.
    """

    kind: str
    cases: int = 0
    different: int | None = None
    counts: Mapping[str, int | str] = field(default_factory=dict)
    faults: tuple[tuple[int, str], ...] = ()
    seconds: float = 0.0
    processor_s: float = 0.0
    controls: tuple[Control, ...] = ()
    skipped: str = ""
    left_out: str = ""

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost, and every control lost."""
        return not self.faults and all(control.losing for control in self.controls)

    def lines(self) -> Iterator[str]:
        """Give the table, one printable line each."""
        if self.skipped:
            yield f"{self.kind}: LEFT OUT, {self.skipped}"
            return
        yield f"{self.kind}: {self.seconds:.0f} s"
        yield from (f"  {name:<42} {count:>9}" for name, count in self.counts.items())
        for control in self.controls:
            yield f"  {control.name + ': cases':<42} {control.cases:>9}"
            yield f"  {control.name + ': with a loss':<42} {control.losing:>9}"
            if not control.losing:
                yield f"  {control.name} lost nothing: these figures prove nothing."
        yield f"  {'must not be':<42} {len(self.faults):>9}"

    def by_sort(self) -> Counter[str]:
        """Count what must not be by its sort."""
        found = (_SORT.search(text) for _, text in self.faults)
        return Counter("wrong" if one is None else _NAMES.get(one[1], one[1]) for one in found)

    def failed(self) -> int:
        """Count the cases with something that must not be, and the controls that lost nothing."""
        return len({case for case, _ in self.faults}) + sum(not control.losing for control in self.controls)


def summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Give one table of all kinds; its last line counts the cases, a control being one."""
    sorts = "".join(f"{sort:>9}" for sort in SORTS)
    yield f"{'kind':<24}{'cases':>9}{'different':>11}{sorts}{'seconds':>9}{'of CPU':>8}"
    for one in outcomes:
        if not one.skipped:
            found = one.by_sort()
            different = "–" if one.different is None else str(one.different)
            counts = "".join(f"{found[sort]:>9}" for sort in SORTS)
            times = f"{one.seconds:>9.0f}{one.processor_s:>8.0f}"
            yield f"{one.kind:<24}{one.cases:>9}{different:>11}{counts}{times}"
        for control in one.controls:
            verdict = "as it must" if control.losing else "NOTHING: the figures above prove nothing"
            yield f"  {control.name:<22}{control.cases:>9}   {control.losing} of them lose, {verdict}"
    for one in outcomes:
        for why in filter(None, (one.skipped, one.left_out)):
            yield f"LEFT OUT of {one.kind}: {why}"
    controls = sum(len(one.controls) for one in outcomes)
    failed = sum(one.failed() for one in outcomes)
    yield f"{sum(one.cases for one in outcomes) + controls - failed} passed, {failed} failed"


def processor_s() -> float:
    """Give the time the cores have spent on this process and on those it has waited for."""
    both = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def in_two(jobs: Iterable[Callable[[], T]]) -> list[T]:
    """Do jobs in two forks of this warm process, and give their answers in order."""
    jobs = list(jobs)
    if len(jobs) < 2:
        return [job() for job in jobs]
    # Whatever is here by now stays: a child that looked through it would copy all of it.
    gc.collect()
    gc.freeze()
    try:
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
            return [each.result() for each in [pool.submit(job) for job in jobs]]
    finally:
        gc.unfreeze()


def tried_in_two(try_some: Callable[[Sequence[int], Path], Found], cases: range, folder: Path) -> Found:
    """Try cases in two processes, every other one in each, and put together what they came to.

    Args:
        try_some: A function of a module, or a partial of one; gets cases and a folder of its own.
    """
    parts = [cases] if len(cases) < _FEWEST_FOR_TWO else [cases[::2], cases[1::2]]
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    for found, wrong in in_two(
        partial(try_some, part, folder / f"part-{number}") for number, part in enumerate(parts)
    ):
        counts += found
        faults += wrong
    return counts, faults
