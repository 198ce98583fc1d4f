"""Errors of the disk, by strace, in the k-th call of the shipped driver, for every k of a short day.

It fails to read and write or is full, once, or until the till has said so. Of locks is ``busy``: an error
injected where the driver lets go of a lock makes it keep that for good, which no system does.

The till must say so (:class:`Unavailable`) and acknowledge nothing that is not in the books; when the trouble
is gone, the same process goes on, and the act is repeated as a person does it.
"""

from __future__ import annotations

import os
import shutil
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random

from msgspec import Struct

from tests.faults.lives import prepare
from tests.faults.notebook import Notebook
from tests.faults.outcome import Found, Outcome, tried_in_two
from tests.faults.short_day import (
    CALLS,
    NewShop,
    calls_in,
    follow,
    let_go,
    look,
    nth_of_its_name,
    put_to_work,
    watch,
)

__all__ = ["fail_calls"]


class _Trouble(Struct, frozen=True):
    """Which error in which calls, and whether it stays until the till has said so."""

    error: str
    stays: bool = False

    def __str__(self) -> str:
        return f"{self.error}{', staying' * self.stays}"


_TROUBLES = (
    _Trouble("EIO"),
    _Trouble("ENOSPC", stays=True),
    _Trouble("EIO", stays=True),
    _Trouble("ENOSPC"),
)


class _Injection(Struct, frozen=True):
    """What is to happen in one case: a trouble in one of the days, from one of its calls on.

    Attributes:
        calls: The names of the calls that fail, each with the how manieth of its name is the first to.
    """

    day: int
    trouble: _Trouble
    at: int
    calls: tuple[tuple[str, int], ...]

    def words(self) -> list[str]:
        """Say it to strace."""
        on = "+" if self.trouble.stays else ""
        return [
            word
            for name, nth in self.calls
            for word in ("-e", f"inject={name}:error={self.trouble.error}:when={nth}{on}")
        ]


_NOT_OF_DISKS = ("FileDamaged", "NotAShopFile")

_TAKES_ROOM = frozenset({"pwrite64", "write", "fsync", "fdatasync", "ftruncate", "openat"})
"""The calls that a full disk refuses; none that reads is among them."""


def _fails(trouble: _Trouble, name: str) -> bool:
    return trouble.error != "ENOSPC" or name in _TAKES_ROOM


def _injection(day: int, trouble: _Trouble, calls: tuple[str, ...], at: int) -> _Injection:
    first = (calls[at], nth_of_its_name(calls, at))
    if not trouble.stays:
        return _Injection(day, trouble, at, (first,))
    others = [name for name in CALLS.split(",") if name != calls[at] and _fails(trouble, name)]
    return _Injection(day, trouble, at, (first, *((name, calls[:at].count(name) + 1) for name in others)))


def fail_calls(seed: int, cases: range, folder: Path) -> Outcome:
    """Fail one call of a day in each case, in each way, until every call of it has failed.

    Args:
        cases: Neighbours are of different troubles, and far from each other in the day; those of one day
            are as many as its calls times the troubles of each, then comes the next day.
    """
    if shutil.which("strace") is None:
        return Outcome("errors", skipped="needs strace, which is not here")
    began = time.monotonic()
    shop = NewShop(*prepare(folder / "new"))
    injections, calls = _drawn(seed, cases, shop, folder / "count")
    counts, faults = tried_in_two(partial(_fail_all, seed, injections, shop), cases, folder)
    table: dict[str, int | str] = {"days with a failing call": len(cases)}
    table |= {f"calls of the day: {name}": number for name, number in calls.items()}
    table |= {name: counts[name] for name in sorted(counts)}
    different = len(set(injections.values()))
    return Outcome("errors", len(cases), different, table, tuple(faults), time.monotonic() - began)


def _drawn(
    seed: int, cases: range, shop: NewShop, folder: Path
) -> tuple[dict[int, _Injection], dict[str, int]]:
    """Say what happens in each case, and how many calls the first day has."""
    drawn: dict[int, _Injection] = {}
    first: dict[str, int] = {}
    begins, day = 0, 0
    while begins < cases.stop:
        _one_day(seed + day, None, shop, folder)
        calls = calls_in(folder / "trace")
        first = first or {"reads, writes, syncs and names": len(calls)}
        whole = [
            _injection(day, trouble, calls, at)
            for trouble in _TROUBLES
            for at, name in enumerate(calls)
            if _fails(trouble, name)
        ]
        # Always the same order, in which every few of them are spread over the day and the troubles.
        Random(f"{seed}:{day}").shuffle(whole)
        for case in range(max(begins, cases.start), min(begins + len(whole), cases.stop)):
            drawn[case] = whole[case - begins]
        begins, day = begins + len(whole), day + 1
    return drawn, first


def _fail_all(
    seed: int, injections: dict[int, _Injection], shop: NewShop, cases: Sequence[int], folder: Path
) -> Found:
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    for case in cases:
        injection = injections[case]
        trouble = injection.trouble
        found, wrong = _one_day(seed + injection.day, injection, shop, folder)
        counts[f"{trouble}"] += 1
        counts += found
        faults += [(case, f"{trouble}, call {injection.at + 1}: {text}") for text in wrong]
    return counts, faults


def _one_day(
    seed: int, injection: _Injection | None, shop: NewShop, folder: Path
) -> tuple[Counter[str], list[str]]:
    """Let a child work a day under strace; then look at the books without it."""
    worker = put_to_work(seed, shop, folder)
    trace = folder / "trace"
    tracer = watch(worker, trace, CALLS, *([] if injection is None else injection.words()))
    known = Notebook(shop.cards)

    def troubled(error: str) -> str:
        let_go(tracer)
        return f"a failing disk is told as {error}" if error in _NOT_OF_DISKS else ""

    with os.fdopen(worker.says) as said:
        counts, wrong = follow(worker, tracer, known, (line.rstrip() for line in said), troubled)
    if injection is not None and "(INJECTED)" not in trace.read_text():
        counts["never came to that call"] += 1
    wrong += look(worker.path, known, seed)
    return counts, wrong
