"""Forgotten windows are taken apart on the screen's own thread."""

from __future__ import annotations

import gc
import threading
from typing import ClassVar

from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from loyalpos.ui.collecting import Collecting
from loyalpos.ui.jobs import Lane


class Forgotten(QObject):
    """An object in a circle, which only the collector can take apart."""

    taken_apart_in: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        self.taken_apart_in.append(threading.get_ident())


def _make_much() -> int:
    return len([[number] for number in range(200_000)])


def test_a_lane_that_makes_much_takes_no_window_apart(qtbot: QtBot) -> None:
    Forgotten.taken_apart_in.clear()
    gc.collect()
    collecting = Collecting()
    lane = Lane("busy")
    try:
        for _ in range(2_000):
            Forgotten()
        done: list[int] = []
        lane.run(_make_much, done=done.append, refused=print, unavailable=print, owner=collecting)
        qtbot.waitUntil(lambda: bool(done), timeout=10_000)
        qtbot.waitUntil(lambda: len(Forgotten.taken_apart_in) == 2_000, timeout=10_000)
        assert set(Forgotten.taken_apart_in) == {threading.get_ident()}
        assert QThread.currentThread().isMainThread()
    finally:
        lane.close()
        collecting.stop()
    assert gc.isenabled()
