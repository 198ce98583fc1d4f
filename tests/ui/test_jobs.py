from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from loyalpos.errors import BillWithoutMember, Refusal, Unavailable
from loyalpos.ui.jobs import Lane, LaneClosed


class DiskGone(Unavailable):
    """The disk went away, as far as this test is concerned."""


class Page(QObject):
    """A screen that notes what came back."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []
        self.threads: set[QThread] = set()

    def note(self, value: object) -> None:
        self.seen.append(value)
        self.threads.add(QThread.currentThread())


def never(value: object) -> None:
    raise AssertionError(value)


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.close(wait=True)


def give(lane: Lane, function: object, page: Page) -> None:
    assert callable(function)
    lane.run(function, done=page.note, refused=never, unavailable=never)


def idle(qtbot: QtBot, lane: Lane) -> None:
    qtbot.waitUntil(lambda: lane.unfinished == 0, timeout=10_000)


def test_results_come_back_in_the_order_of_the_jobs_and_on_the_screens_thread(
    qtbot: QtBot, lane: Lane
) -> None:
    page = Page()
    for number in range(200):
        give(lane, lambda number=number: number, page)
    idle(qtbot, lane)
    assert page.seen == list(range(200))
    assert page.threads == {page.thread()}


def test_jobs_run_on_one_thread_that_is_not_the_screens(qtbot: QtBot, lane: Lane) -> None:
    page = Page()
    for _ in range(20):
        give(lane, threading.get_ident, page)
    idle(qtbot, lane)
    assert len(set(page.seen)) == 1
    assert page.seen[0] != threading.get_ident()


def test_a_refusal_goes_to_refused_and_trouble_goes_to_unavailable(qtbot: QtBot, lane: Lane) -> None:
    refused, unavailable = Page(), Page()

    def refuse() -> None:
        raise BillWithoutMember

    def break_down() -> None:
        raise DiskGone

    for job in (refuse, break_down):
        lane.run(job, done=never, refused=refused.note, unavailable=unavailable.note)
    idle(qtbot, lane)
    assert [type(one) for one in refused.seen] == [BillWithoutMember]
    assert [type(one) for one in unavailable.seen] == [DiskGone]
    assert isinstance(refused.seen[0], Refusal)


def test_a_bug_goes_to_the_one_signal_and_the_lane_works_on(qtbot: QtBot, lane: Lane) -> None:
    page, bugs = Page(), Page()
    lane.failed.connect(bugs.note)

    def stumble() -> None:
        raise ZeroDivisionError("a bug")

    lane.run(stumble, done=never, refused=never, unavailable=never)
    give(lane, lambda: "still here", page)
    idle(qtbot, lane)
    assert isinstance(bugs.seen[0], ZeroDivisionError)
    assert bugs.seen[0].__traceback__ is not None
    assert page.seen == ["still here"]


def test_a_bug_of_an_overtaken_job_is_told_all_the_same(qtbot: QtBot, lane: Lane) -> None:
    bugs, page = Page(), Page()
    lane.failed.connect(bugs.note)
    started, go_on = threading.Event(), threading.Event()

    def stumble() -> None:
        started.set()
        go_on.wait()
        raise ZeroDivisionError

    lane.run_latest("find", stumble, done=never, refused=never, unavailable=never)
    started.wait()
    lane.run_latest("find", lambda: "new", done=page.note, refused=never, unavailable=never)
    go_on.set()
    idle(qtbot, lane)
    assert len(bugs.seen) == 1
    assert page.seen == ["new"]


def test_of_searches_only_the_latest_answer_is_shown_and_overtaken_ones_are_not_run(
    qtbot: QtBot, lane: Lane
) -> None:
    page, ran = Page(), []
    started, go_on = threading.Event(), threading.Event()

    def first() -> str:
        ran.append("n")
        started.set()
        go_on.wait()
        return "n"

    def search(text: str) -> str:
        ran.append(text)
        return text

    lane.run_latest("find", first, done=page.note, refused=never, unavailable=never)
    started.wait()
    for text in ("ng", "ngu", "nguy"):
        lane.run_latest("find", partial(search, text), done=page.note, refused=never, unavailable=never)
    lane.run_latest("other", lambda: "other", done=page.note, refused=never, unavailable=never)
    go_on.set()
    idle(qtbot, lane)
    assert page.seen == ["nguy", "other"]
    assert ran == ["n", "nguy"]


def test_a_dropped_search_is_neither_run_nor_shown(qtbot: QtBot, lane: Lane) -> None:
    page, ran = Page(), []
    started, go_on = threading.Event(), threading.Event()

    def running() -> str:
        started.set()
        go_on.wait()
        return "running"

    lane.run_latest("find", running, done=page.note, refused=never, unavailable=never)
    started.wait()
    lane.run_latest("find", lambda: ran.append("waiting"), done=page.note, refused=never, unavailable=never)
    lane.drop_latest("find")
    lane.drop_latest("never asked for")
    go_on.set()
    idle(qtbot, lane)
    assert page.seen == ran == []
    lane.run_latest("find", lambda: "later", done=page.note, refused=never, unavailable=never)
    idle(qtbot, lane)
    assert page.seen == ["later"]


def test_callbacks_of_a_destroyed_page_are_dropped(qtbot: QtBot, lane: Lane) -> None:
    gone, alive, go_on = Page(), Page(), threading.Event()
    said: list[int] = []
    give(lane, go_on.wait, alive)
    give(lane, lambda: 1, gone)
    lane.run(lambda: 2, done=said.append, refused=never, unavailable=never, owner=gone)
    lane.run(lambda: 3, done=said.append, refused=never, unavailable=never, owner=alive)
    seen = gone.seen
    delete(gone)
    go_on.set()
    idle(qtbot, lane)
    assert seen == []
    assert said == [3]


def test_a_job_does_not_keep_a_forgotten_page_alive(qtbot: QtBot, lane: Lane) -> None:
    page, go_on = Page(), threading.Event()
    other = Page()
    give(lane, go_on.wait, other)
    give(lane, lambda: 1, page)
    seen = page.seen
    del page
    go_on.set()
    idle(qtbot, lane)
    assert seen == []


def test_closing_finishes_every_job_given_before(qapp: QApplication) -> None:
    lane = Lane("test")
    done: list[int] = []
    for number in range(50):
        lane.run(partial(done.append, number), done=lambda _: None, refused=never, unavailable=never)
    lane.close(wait=True)
    assert done == list(range(50))
    with pytest.raises(LaneClosed):
        lane.run(lambda: None, done=never, refused=never, unavailable=never)


def test_closing_without_waiting_drops_what_has_not_started(qapp: QApplication) -> None:
    lane = Lane("test")
    done: list[int] = []
    started, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        started.set()
        go_on.wait()

    lane.run(hold, done=lambda _: None, refused=never, unavailable=never)
    lane.run(lambda: done.append(1), done=never, refused=never, unavailable=never)
    started.wait()
    lane.close(wait=False)
    go_on.set()
    lane.close(wait=True)
    assert done == []


FORGETFUL = """
import sys
from PySide6.QtCore import QCoreApplication
from loyalpos.ui.jobs import Lane
app = QCoreApplication([])
lane = Lane("forgotten")
for n in range(100):
    lane.run(lambda n=n: print(n, flush=True), done=print, refused=print, unavailable=print)
del app
"""


def test_a_forgotten_lane_is_drained_at_exit_and_the_process_ends_cleanly() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORGETFUL], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.split() == [str(number) for number in range(100)]


STUCK = """
import os, sys, threading
from PySide6.QtCore import QCoreApplication
from loyalpos.ui.jobs import Lane

app = QCoreApplication([])
lane = Lane("paper")
asked = threading.Event()

def write():
    asked.set()
    # A device that takes nothing: nobody reads at the other end.
    open(sys.argv[1], "wb")

lane.run(write, done=print, refused=print, unavailable=print)
asked.wait()
lane.close(wait=False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_device_that_takes_nothing_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    os.mkfifo(device)
    done = subprocess.run(
        [sys.executable, "-c", STUCK, str(device)], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_whoever_gave_a_job_hears_of_its_bug_after_everybody_else(qtbot: QtBot, lane: Lane) -> None:
    heard: list[object] = []
    lane.failed.connect(lambda bug: heard.append(("all", type(bug))))
    lane.run(
        lambda: 1 // 0,
        done=never,
        refused=never,
        unavailable=never,
        broken=lambda bug: heard.append(("one", type(bug))),
    )
    idle(qtbot, lane)
    assert heard == [("all", ZeroDivisionError), ("one", ZeroDivisionError)]
