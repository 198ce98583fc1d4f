"""Children that are killed: forked from a warm parent, heard through a pipe, ended by SIGKILL."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable

from msgspec import Struct

__all__ = ["Child", "Kill", "Say", "run_child"]

Say = Callable[[str], None]
"""Tells the parent one line; when it returns the parent will see the line, whatever comes then."""

_TOO_LONG_S = 120.0


class Kill(Struct, frozen=True):
    """When a child is killed.

    Attributes:
        after: A line beginning so starts the wait; "" is the birth of the child.
        times: How often that line must come first.
        wait_s: How long the parent then waits.
    """

    after: str = ""
    times: int = 1
    wait_s: float = 0.0


class Child(Struct, frozen=True):
    """What was heard of a child, and how it ended: killed as planned, or with a code of its own."""

    lines: tuple[str, ...]
    was_killed: bool
    code: int


def run_child(job: Callable[[Say], None], kill: Kill | None = None) -> Child:
    """Run a job in a fork of this process and kill it as planned.

    The parent must have one thread and no open shop: locks and files would be shared by the fork.
    """
    assert threading.active_count() == 1, "a fork takes only one thread along"
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(job, writing)
    os.close(writing)
    try:
        return _listen(child, reading, kill)
    finally:
        os.close(reading)


def _live(job: Callable[[Say], None], writing: int) -> None:
    def say(line: str) -> None:
        os.write(writing, line.encode() + b"\n")

    try:
        job(say)
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must hear of it
        say("failed " + " | ".join(traceback.format_exc(chain=False).splitlines()[-9:]))
        os._exit(1)
    os._exit(0)


def _listen(child: int, reading: int, kill: Kill | None) -> Child:
    heard = b""
    ends_at = time.monotonic() + _TOO_LONG_S
    planned = None if kill is None or kill.after else time.monotonic() + kill.wait_s
    killed = False
    while True:
        left_s = max(0.0, (ends_at if planned is None else planned) - time.monotonic())
        ready = select.select([reading], [], [], left_s)[0]
        if not ready:
            os.kill(child, signal.SIGKILL)
            killed = True
            assert planned is not None, f"a child did not end in {_TOO_LONG_S:.0f} s: {heard[-400:]!r}"
            break
        got = os.read(reading, 65_536)
        if not got:
            break
        heard += got
        if planned is None and kill is not None and _count(heard, kill.after) >= kill.times:
            planned = time.monotonic() + kill.wait_s
    while killed and (got := os.read(reading, 65_536)):
        heard += got
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Child(tuple(heard.decode().splitlines()), killed and code == -signal.SIGKILL, code)


def _count(heard: bytes, word: str) -> int:
    return (b"\n" + heard).count(b"\n" + word.encode())
