"""Another program holds the file at the k-th call of the shipped driver, for every k of a short day.

Strace stops the till there; a second connection then begins to write, as another program on the PC
might, and holds the lock for a moment after the till goes on. Where the till holds the lock itself,
nobody else gets it: such calls are counted and prove nothing else.

The till must wait, or say that the file is locked and go on later; what it acknowledged is in the books.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from random import Random
from threading import Timer

from msgspec import Struct
from sqlcipher3 import dbapi2

from loyalpos.store.connecting import connect
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.lives import prepare
from tests.faults.notebook import Notebook
from tests.faults.outcome import Found, Outcome, tried_in_two
from tests.faults.short_day import (
    CALLS,
    NewShop,
    Worker,
    calls_in,
    follow,
    look,
    nth_of_its_name,
    put_to_work,
    watch,
)

__all__ = ["hold_locks"]

_CALLS = f"{CALLS},fcntl"
_HELD_S = 0.03
_LOOKS_EVERY_S = 0.002
_PATIENCE_S = 0.2
_HELD = "held for a moment"
_OURS = "the till held it itself"
_NEVER = "never came to that call"


class _Stop(Struct, frozen=True):
    """Where the till is stopped: at a call of one of the days, by its name and its number among those."""

    day: int
    at: int
    name: str
    nth: int


def hold_locks(seed: int, cases: range, folder: Path) -> Outcome:
    """Hold the file at one call of a day in each case, until it was held at every call of it.

    Args:
        cases: Those of one day are as many as its calls, in an order drawn once; then comes the next day.
    """
    if shutil.which("strace") is None:
        return Outcome("busy", skipped="needs strace, which is not here")
    began = time.monotonic()
    shop = NewShop(*prepare(folder / "new"))
    drawn: dict[int, _Stop] = {}
    begins, day, first = 0, 0, 0
    while begins < cases.stop:
        _one_day(seed + day, None, shop, folder / "count")
        calls = calls_in(folder / "count" / "trace")
        first = first or len(calls)
        order = list(range(len(calls)))
        Random(f"{seed}:{day}").shuffle(order)
        for case in range(max(begins, cases.start), min(begins + len(calls), cases.stop)):
            at = order[case - begins]
            drawn[case] = _Stop(day, at, calls[at], nth_of_its_name(calls, at))
        begins, day = begins + len(calls), day + 1
    counts, faults = tried_in_two(partial(_hold_all, seed, drawn, shop), cases, folder)
    table: dict[str, int | str] = {"days with another at work": len(cases), "calls of the day": first}
    table |= {name: counts[name] for name in sorted(counts)}
    different = len(set(drawn.values()))
    return Outcome("busy", len(cases), different, table, tuple(faults), time.monotonic() - began)


def _hold_all(seed: int, drawn: dict[int, _Stop], shop: NewShop, cases: Sequence[int], folder: Path) -> Found:
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    for case in cases:
        stop = drawn[case]
        found, wrong = _one_day(seed + stop.day, stop, shop, folder)
        counts += found
        faults += [(case, f"call {stop.at + 1}, {stop.name}: {text}") for text in wrong]
    return counts, faults


def _one_day(seed: int, stop: _Stop | None, shop: NewShop, folder: Path) -> tuple[Counter[str], list[str]]:
    """Let a child work a day, and another hold its file from a call on for a moment."""
    worker = put_to_work(seed, shop, folder)
    trace = folder / "trace"
    stops = [] if stop is None else ["-e", f"inject={stop.name}:signal=SIGSTOP:when={stop.nth}"]
    tracer = watch(worker, trace, _CALLS, *stops)
    stopped: Counter[str] = Counter()
    known = Notebook(shop.cards)
    counts, wrong = follow(worker, tracer, known, _lines(worker, stopped), _troubled)
    counts += stopped
    if stop is not None and not counts[_HELD] and not counts[_OURS]:
        counts[_NEVER] += 1
    wrong += look(worker.path, known, seed)
    return counts, wrong


def _troubled(error: str) -> str:
    return "" if error == "FileLocked" else f"a file that another holds is told as {error}"


def _lines(worker: Worker, counts: Counter[str]) -> Iterator[str]:
    """Give what a child says; where strace stops it, let another take the lock before it goes on."""
    with os.fdopen(worker.says, "rb", buffering=0) as says:
        rest = b""
        while True:
            if not select.select([says], [], [], _LOOKS_EVERY_S)[0]:
                if _is_stopped(worker):
                    _hold(worker, counts)
                continue
            heard = says.read(4096)
            if not heard:
                return
            *whole, rest = (rest + heard).split(b"\n")
            yield from (line.decode() for line in whole)


def _is_stopped(worker: Worker) -> bool:
    try:
        return os.waitid(os.P_PID, worker.pid, os.WSTOPPED | os.WNOHANG) is not None
    except ChildProcessError:
        # It has just ended; its last words are still to be read.
        return False


def _hold(worker: Worker, counts: Counter[str]) -> None:
    go_on = partial(os.kill, worker.pid, signal.SIGCONT)
    # Where the till is making the log's index, whoever comes waits for it in the driver, for ten seconds.
    patience = Timer(_PATIENCE_S, go_on)
    patience.start()
    with _lock(worker.path) as got:
        patience.cancel()
        patience.join()
        counts[_HELD if got else _OURS] += 1
        go_on()
        if got:
            select.select([], [], [], _HELD_S)


@contextmanager
def _lock(path: Path) -> Iterator[bool]:
    """Take the lock of whoever writes, without waiting for it; the answer is whether it was to be had."""
    try:
        driver = connect(path, PUBLISHED_KEY, "write", wait_ms=0)
    except dbapi2.OperationalError:
        yield False
        return
    with closing(driver):
        try:
            driver.execute("BEGIN IMMEDIATE")
        except dbapi2.OperationalError:
            yield False
            return
        yield True
        driver.execute("ROLLBACK")
