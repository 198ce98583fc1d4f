"""Long work of the office, one piece at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.jobs import Lane
from loyalpos.ui.office.long_work import LongWork


def test_after_a_bug_other_work_is_done(qtbot: QtBot, themed: QApplication) -> None:
    lane = Lane("files")
    bugs: list[object] = []
    told: list[object] = []
    lane.failed.connect(bugs.append)
    work = LongWork()
    qtbot.addWidget(work)
    assert work.run(
        lane,
        "one",
        lambda _progress: 1 // 0,
        done=told.append,
        refused=told.append,
        unavailable=told.append,
    )
    qtbot.waitUntil(lambda: not lane.unfinished)
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
    assert work.isHidden()
    assert work.run(
        lane, "two", lambda _progress: 2, done=told.append, refused=told.append, unavailable=told.append
    )
    qtbot.waitUntil(lambda: not work.running)
    lane.close()
    assert told == [2]
