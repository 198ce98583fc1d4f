"""A short day of a till in a child that strace watches, and a look at its books afterwards."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
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
from tests.faults.notebook import Notebook, draw_act
from tests.shops import World

__all__ = [
    "CALLS",
    "NewShop",
    "Worker",
    "calls_in",
    "follow",
    "let_go",
    "look",
    "nth_of_its_name",
    "put_to_work",
    "watch",
]

CALLS = "pread64,pwrite64,read,write,fsync,fdatasync,ftruncate,openat,unlink"
_LONGEST_S = 60.0

_ACTS = 7
_CALL = re.compile(r"\d+ +(\w+)\(")


class NewShop(Struct, frozen=True):
    """What every day begins with."""

    path: Path
    cards: tuple[str, ...]


class Worker(Struct, frozen=True):
    """A child that waits for its first word to begin, and says line by line what it does.

    Attributes:
        hears: Where words to it are written: two bytes each.
        says: Where its lines are read.
    """

    pid: int
    path: Path
    hears: int
    says: int

    def tell(self, word: bytes) -> None:
        """Let it begin, or go on once the trouble is over."""
        assert len(word) == 2
        os.write(self.hears, word)


def put_to_work(seed: int, shop: NewShop, folder: Path) -> Worker:
    """Fork a child with a copy of a shop of its own."""
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
    return Worker(child, path, to_child[1], to_parent[0])


def watch(worker: Worker, trace: Path, calls: str, *words: str) -> subprocess.Popen[bytes]:
    """Let strace watch what a child does to its files, and do to its calls what the words say."""
    path = worker.path
    watched = [str(path), f"{path}-wal", f"{path}-shm", f"{path}-witness", str(path.parent)]
    tracer = subprocess.Popen(
        ["strace", "-qq", "-f", "-o", str(trace), "-p", str(worker.pid), "-e", f"trace={calls}", *words]
        + [word for one in watched for word in ("-P", one)],
        stderr=subprocess.DEVNULL,
    )
    _wait_for_tracer(worker.pid)
    return tracer


def follow(
    worker: Worker,
    tracer: subprocess.Popen[bytes],
    known: Notebook,
    lines: Iterable[str],
    troubled: Callable[[str], str],
) -> tuple[Counter[str], list[str]]:
    """Let a child work its day, and hear what it says until it ends.

    Args:
        known: What it says it has done is written down here.
        lines: Its lines, as they come.
        troubled: Is told each error of the surroundings by its name, before the child goes on; gives what is
            wrong with it, or nothing.
    """
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    try:
        worker.tell(b"go")
        for line in lines:
            word, _, rest = line.partition(" ")
            known.take(line)
            if word == "unavailable":
                counts[f"said: {rest}"] += 1
                if why := troubled(rest):
                    wrong.append(why)
                worker.tell(b"on")
            elif word == "wrong":
                wrong.append(rest)
            elif word == "end":
                counts["days that went on to their end"] += 1
    finally:
        os.close(worker.hears)
        code = os.waitstatus_to_exitcode(os.waitpid(worker.pid, 0)[1])
        let_go(tracer)
    if code:
        wrong.append(f"ended with {code}")
    return counts, wrong


def calls_in(trace: Path) -> tuple[str, ...]:
    """Give the names of the calls strace has seen, in their order."""
    said = trace.read_text().splitlines() if trace.exists() else []
    return tuple(found[1] for line in said if (found := _CALL.match(line)) is not None)


def nth_of_its_name(calls: Sequence[str], at: int) -> int:
    """Say the how manieth of its name a call is: strace counts each name by itself.

    Args:
        at: Its place among all calls, from 0.
    """
    return calls[: at + 1].count(calls[at])


def _wait_for_tracer(child: int) -> None:
    ends_at = time.monotonic() + _LONGEST_S
    while "TracerPid:\t0" in Path(f"/proc/{child}/status").read_text():
        assert time.monotonic() < ends_at, "strace does not come"
        time.sleep(0.002)


def let_go(tracer: subprocess.Popen[bytes]) -> None:
    """Take strace away: nothing happens to the child's calls any more."""
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

    # A till that waits for ever is a case like any other, and ends this way.
    signal.alarm(int(_LONGEST_S))
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


def look(path: Path, known: Notebook, seed: int) -> list[str]:
    """Open the books, and say what in them must not be."""
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
