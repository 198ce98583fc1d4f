"""A bug of the till is told in a window, or ends a program that could not begin, and names nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.crash import CrashWindow
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui import running_shop
from tests.ui.running_shop import Shop, with_books
from tests.ui.scanner import KEYBOARD

shop = running_shop.shop


_BUG_WHILE_JOINING = """
import sys
from pathlib import Path
from loyalpos.app import make_application, show_till
from loyalpos.settings import folders

def fail(till):
    raise ZeroDivisionError

application = make_application()
screen = show_till(folders(Path(sys.argv[1])), fail)
sys.exit(application.exec())
"""


def test_a_window_that_cannot_become_a_till_ends_the_program(shop: Shop) -> None:
    with_books(shop)
    program = [sys.executable, "-c", _BUG_WHILE_JOINING, str(shop.where.data)]
    ran = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    assert "ZeroDivisionError" in ran.stderr


_BUGS = """
import gc, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from loyalpos.app import make_application, open_till
from loyalpos.ui.running import RunningTill

def told():
    for one in QApplication.topLevelWidgets():
        if type(one).__name__ == "CrashWindow" and one.isVisible():
            one.hide()
            return one.findChild(QPlainTextEdit).toPlainText().splitlines()[1]

def fail(kind):
    raise kind

def play():
    while not (found := [one for one in gc.get_objects() if isinstance(one, RunningTill)]):
        yield
    while found[0].books.till is None:
        yield
    QTimer.singleShot(0, lambda: fail(ZeroDivisionError))
    while not (name := told()):
        yield
    print(name)
    found[0].reader.run(lambda: fail(IndexError), done=print, refused=print, unavailable=print)
    while not (name := told()):
        yield
    print(name)
    application.quit()

application = make_application()
steps = play()
ticks = QTimer(interval=20)
ticks.timeout.connect(lambda: next(steps, None))
ticks.start()
open_till(Path(sys.argv[1]))
"""


def test_a_bug_in_a_slot_or_a_lane_reaches_the_window_that_tells_it(shop: Shop) -> None:
    with_books(shop)
    program = [sys.executable, "-c", _BUGS, str(shop.where.data)]
    ran = subprocess.run(program, capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == ["ZeroDivisionError", "IndexError"], ran.stderr


def test_escape_closes_what_told_of_a_bug(qtbot: QtBot) -> None:
    window = CrashWindow()
    qtbot.addWidget(window)
    window.tell(ZeroDivisionError())
    qtbot.waitUntil(window.isVisible)
    KEYBOARD.press(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("scale_percent", [100, 150])
def test_what_tells_of_a_bug_stands_whole_on_a_small_screen_and_enter_copies_it(
    qtbot: QtBot, themed: QApplication, scale_percent: int
) -> None:
    apply_theme(themed, Scheme.LIGHT, scale_percent)
    window = CrashWindow()
    qtbot.addWidget(window)
    window.tell(ZeroDivisionError())
    qtbot.waitUntil(window.isActiveWindow)
    assert window.height() <= 700
    assert all(label.height() >= label.heightForWidth(label.width()) for label in window.findChildren(Words))
    QApplication.clipboard().clear()
    KEYBOARD.press(window, Qt.Key.Key_Return)
    assert "ZeroDivisionError" in QApplication.clipboard().text()


def test_a_bug_is_told_without_anybodys_name() -> None:
    from loyalpos.ui.crash import report_of

    def fail(name: str) -> None:
        raise KeyError(name)

    with pytest.raises(KeyError) as caught:
        fail("Nguyễn Văn Đức 0912345678")
    report = report_of(caught.value)
    assert "KeyError" in report
    assert "fail" in report
    assert "Đức" not in report
    assert "0912345678" not in report
    assert str(Path(__file__).parent) not in report
