"""Errors of the disk, by strace, in the k-th call of the shipped driver, for every k of a short day.

It fails to read and write or is full, once, or until the till has said so. That a lock fails is not in it:
the driver keeps for good a lock that it could not let go of, which no system refuses.

The till must say so (:class:`Unavailable`) and acknowledge nothing that is not in the books; when the trouble
is gone, the same process goes on, and the act is repeated as a person does it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
import traceback
from collections import Counter
from functools import partial
from pathlib import Path
from random import Random

from msgspec import Struct

from loyalpos.errors import Unavailable
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import folders
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.audit import audit
from tests.faults.cashier import Cashier
from tests.faults.lives import prepare
from tests.faults.notebook import Notebook, draw_act
from tests.faults.outcome import Outcome, in_two
from tests.shops import World

__all__ = ["fail_calls"]

_CALLS = "pread64,pwrite64,read,write,fsync,fdatasync,ftruncate,openat,unlink"
_ACTS = 7
_LONGEST_S = 60.0


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
    """What is to happen in one case: a trouble at the k-th of its calls, in one of the days."""

    day: int
    trouble: _Trouble
    call: int

    def words(self) -> list[str]:
        """Say it to strace."""
        when = f"{self.call}{'+' if self.trouble.stays else ''}"
        return ["-e", f"inject={_CALLS}:error={self.trouble.error}:when={when}"]


class _Shop(Struct, frozen=True):
    """What every case begins with."""

    path: Path
    cards: tuple[str, ...]


def fail_calls(seed: int, cases: range, folder: Path) -> Outcome:
    """Fail one call of a day in each case, in each way, until every call of it has failed.

    Args:
        cases: Neighbours are of different troubles, and far from each other in the day; those of one day
            are as many as its calls times the troubles, then comes the next day.
    """
    if shutil.which("strace") is None:
        return Outcome("errors", skipped="needs strace, which is not here")
    began = time.monotonic()
    shop = _Shop(*prepare(folder / "new"))
    injections, calls = _drawn(seed, cases, shop, folder / "count")
    parts = [cases] if len(cases) < 20 else [cases[::2], cases[1::2]]
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    for found, wrong in in_two(
        partial(_fail_all, seed, {case: injections[case] for case in part}, shop, folder / str(number))
        for number, part in enumerate(parts)
    ):
        counts += found
        faults += wrong
    table: dict[str, int | str] = {"days with a failing call": len(cases)}
    table |= {f"calls of the day: {name}": number for name, number in calls.items()}
    table |= {name: counts[name] for name in sorted(counts)}
    different = len(set(injections.values()))
    return Outcome("errors", len(cases), different, table, tuple(faults), time.monotonic() - began)


def _drawn(
    seed: int, cases: range, shop: _Shop, folder: Path
) -> tuple[dict[int, _Injection], dict[str, int]]:
    """Say what happens in each case, and how many calls the first day has."""
    drawn: dict[int, _Injection] = {}
    first: dict[str, int] = {}
    begins, day = 0, 0
    while begins < cases.stop:
        calls = _one_day(seed + day, None, shop, folder)[0]["calls"]
        first = first or {"reads, writes, syncs and names": calls}
        whole = [_Injection(day, trouble, call) for trouble in _TROUBLES for call in range(1, calls + 1)]
        # Always the same order, in which every few of them are spread over the day and the troubles.
        Random(f"{seed}:{day}").shuffle(whole)
        for case in range(max(begins, cases.start), min(begins + len(whole), cases.stop)):
            drawn[case] = whole[case - begins]
        begins, day = begins + len(whole), day + 1
    return drawn, first


def _fail_all(
    seed: int, injections: dict[int, _Injection], shop: _Shop, folder: Path
) -> tuple[Counter[str], list[tuple[int, str]]]:
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    for case, injection in injections.items():
        trouble = injection.trouble
        found, wrong = _one_day(seed + injection.day, injection, shop, folder)
        del found["calls"]
        counts[f"{trouble}"] += 1
        counts += found
        faults += [(case, f"{trouble}, call {injection.call}: {text}") for text in wrong]
    return counts, faults


def _one_day(
    seed: int, injection: _Injection | None, shop: _Shop, folder: Path
) -> tuple[Counter[str], list[str]]:
    """Let a child work a day under strace; then look at the books without it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = folders(folder).shop_file
    shutil.copy(shop.path, path)
    to_parent, to_child = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.close(to_parent[0])
        os.close(to_child[1])
        _live(seed, path, shop.cards, to_parent[1], to_child[0])
    os.close(to_parent[1])
    os.close(to_child[0])
    watched = [str(path), f"{path}-wal", f"{path}-shm", f"{path}-witness", str(folder)]
    trace = folder / "trace"
    tracer = subprocess.Popen(
        ["strace", "-qq", "-f", "-o", str(trace), "-p", str(child), "-e", f"trace={_CALLS}"]
        + ([] if injection is None else injection.words())
        + [word for one in watched for word in ("-P", one)],
        stderr=subprocess.DEVNULL,
    )
    counts: Counter[str] = Counter()
    known, wrong = Notebook(shop.cards), []
    try:
        _wait_for_tracer(child)
        os.write(to_child[1], b"go")
        with os.fdopen(to_parent[0]) as lines:
            for line in lines:
                word, _, rest = line.rstrip().partition(" ")
                known.take(line.rstrip())
                if word == "unavailable":
                    counts[f"said: {rest}"] += 1
                    if rest == "FileDamaged":
                        wrong.append("a failing disk is told as damage of the books")
                    _let_go(tracer)
                    os.write(to_child[1], b"on")
                elif word == "wrong":
                    wrong.append(rest)
                elif word == "end":
                    counts["days that went on to their end"] += 1
    finally:
        os.close(to_child[1])
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        _let_go(tracer)
    if code:
        wrong.append(f"ended with {code}")
    counts["calls"] = len(trace.read_text().splitlines()) if trace.exists() else 0
    wrong += _look(path, known, seed)
    return counts, wrong


def _wait_for_tracer(child: int) -> None:
    ends_at = time.monotonic() + _LONGEST_S
    while "TracerPid:\t0" in Path(f"/proc/{child}/status").read_text():
        assert time.monotonic() < ends_at, "strace does not come"
        time.sleep(0.002)


def _let_go(tracer: subprocess.Popen[bytes]) -> None:
    if tracer.poll() is None:
        tracer.send_signal(signal.SIGTERM)
        tracer.wait(_LONGEST_S)


def _live(seed: int, path: Path, cards: tuple[str, ...], saying: int, hearing: int) -> None:
    """Work a short day; wherever the till says that it cannot, wait until the trouble is over, and repeat."""

    def say(line: str) -> None:
        os.write(saying, line.encode() + b"\n")

    def tell_trouble(error: Unavailable) -> None:
        say(f"unavailable {type(error).__name__}")
        os.read(hearing, 2)

    try:
        os.read(hearing, 2)
        world, rng = World(seed + 5), Random(seed)
        world.clock.forward(hours=1)
        known = Notebook(cards)
        opened: Till | None = None
        while True:
            try:
                till = opened = opened or Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))
                till.days.open()
                break
            except Unavailable as error:
                tell_trouble(error)
        cashier = Cashier(till)
        for _ in range(_ACTS):
            act = draw_act(rng, known)
            for line in (f"begin {act.text()}",):
                say(line)
                known.take(line)
            before = known.bills.get(act.amount_vnd)
            try:
                done = cashier.do(act)
            except Unavailable as error:
                tell_trouble(error)
                done = cashier.repeat(act, before)
            known.take("done" if done else "refused")
            say("done" if done else "refused")
        try:
            till.shop.close()
        except Unavailable as error:
            tell_trouble(error)
            till.shop.file.close()
        say("end")
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must hear of it
        say("wrong " + " | ".join(traceback.format_exc(chain=False).splitlines()[-7:]))
        os._exit(1)
    os._exit(0)


def _look(path: Path, known: Notebook, seed: int) -> list[str]:
    world = World(seed + 9)
    world.clock.forward(hours=2)
    try:
        till = Till(Shop.open(path, PUBLISHED_KEY, world.outside(), who="Lan"))
    except Unavailable as error:
        return [f"does not open afterwards: {error!r}"]
    try:
        till.days.look_for_damage()
        return list(audit(till, known))
    except Unavailable as error:
        return [f"unsound: {error!r}"]
    finally:
        till.shop.file.close()
