"""A slow disk, a bug in a lane, a key held down: what the counter says and takes meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from PySide6.QtCore import Qt

from loyalpos.ui.counter.kit import SAYS_WRITING_AFTER_MS
from loyalpos.ui.counter.screen import View
from loyalpos.ui.jobs import Lane
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, desk, duc

__all__ = ["desk", "duc"]


def test_a_bug_in_a_lane_does_not_keep_the_keys(desk: TillDesk, duc: UUID) -> None:
    def bug() -> None:
        raise ZeroDivisionError

    desk.flow.kit.read(bug, lambda _value: None)
    desk.wait(lambda: bool(desk.bugs))
    desk.bugs.clear()
    desk.type("5678")
    desk.enter()
    desk.settle()
    assert desk.flow.open_member == duc


def test_enter_held_down_does_nothing_more(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    for _ in range(20):
        KEYBOARD.press(desk.screen, Qt.Key.Key_Return, gap_ms=30, repeats=True)
    desk.settle()
    assert not desk.till.returns.bills_of(duc)
    desk.enter()
    desk.settle()
    assert len(desk.till.returns.bills_of(duc)) == 1


def test_a_slow_write_says_so_at_the_button_and_what_is_typed_on_waits_for_its_end(
    desk: TillDesk, duc: UUID
) -> None:
    assert SAYS_WRITING_AFTER_MS == 300
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.settle()
    button = desk.screen.bill.record_button
    before = button.text()
    with hold(desk.writer):
        desk.enter()
        assert button.text() == before
        desk.wait(lambda: button.text() == "Writing…")
        for _ in range(3):
            desk.enter()
        desk.press(Qt.Key.Key_Escape, Qt.Key.Key_F5)
        desk.type("60")
        assert desk.screen.view is View.BILL
        assert desk.screen.bill.total.text() == "125"
    desk.settle()
    assert len(desk.till.returns.bills_of(duc)) == 1
    assert desk.screen.view is View.BILL, "F5 and the digits came after the answer"
    assert desk.flow.open_member is None
    assert desk.screen.bill.total.text() == "60"
    assert button.text() == "Record bill"


def test_a_slow_undo_says_so_in_both_windows_until_it_is_done(desk: TillDesk, duc: UUID) -> None:
    desk.fold()
    desk.unfold()
    assert desk.strip is not None
    words = {screen: screen.today._undo_last.text() for screen in (desk.wide, desk.strip)}
    with hold(desk.writer):
        desk.undo()
        desk.wait(lambda: desk.wide.today._undo_last.text() == "Writing…")
    desk.settle()
    assert {screen: screen.today._undo_last.text() for screen in words} == words


def test_a_quick_write_says_nothing_of_writing(desk: TillDesk, duc: UUID) -> None:
    heard: list[bool] = []
    desk.flow.kit.lagging.connect(lambda: heard.append(True))
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    assert not desk.flow.kit._patience.isActive()
    assert heard == []


@contextmanager
def hold(lane: Lane) -> Iterator[None]:
    """Keep a lane busy with a job that waits for a lock, as a slow disk would."""
    lock = threading.Lock()
    lock.acquire()

    def wait() -> None:
        with lock:
            pass

    lane.run(wait, done=_nothing, refused=_nothing, unavailable=_nothing)
    try:
        yield
    finally:
        lock.release()


def _nothing(_value: object) -> None:
    """Nobody waits for this."""
