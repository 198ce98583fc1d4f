"""The window is painted before its panels and the books are there, and what is typed meanwhile stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.ui.counter.screen import CounterScreen
from tests.ui.scanner import type_text


class _Shown(QObject):
    """Notes which windows are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("compact", [False, True], ids=["window", "strip"])
def test_no_part_of_a_window_is_a_window_before_it_has_its_place(qtbot: QtBot, compact: bool) -> None:
    shown = _Shown()
    screen = CounterScreen(compact=compact)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitExposed(screen)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    screen.furnish()
    application.removeEventFilter(shown)
    screen.allow_close()
    assert shown.windows == []


def test_what_is_typed_before_the_panels_stand_stays_in_the_box(qtbot: QtBot) -> None:
    screen = CounterScreen(compact=False)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    type_text(screen, "ngu")
    screen.furnish()
    type_text(screen, "yen")
    screen.allow_close()
    assert screen.box.text() == "nguyen"


def test_nothing_of_panels_and_database_is_imported_before_the_window_is_painted() -> None:
    probe = (
        "import sys, loyalpos.app\n"
        "late = ('loyalpos.ui.running', 'loyalpos.ui.counter.arrangement', 'loyalpos.engine', "
        "'loyalpos.services', 'loyalpos.store', 'sqlalchemy', 'sqlcipher3')\n"
        "print([name for name in late if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_first_paint_loads_none_of_the_enumerations_of_qt(tmp_path: Path) -> None:
    probe = """
import os, sys
from pathlib import Path
from PySide6 import QtCore
from loyalpos.app import _window
from loyalpos.settings import folders

def look():
    print("Qt" in QtCore.__dict__, flush=True)
    os._exit(0)

pc, screen = _window(folders(Path(sys.argv[1])))
screen.painted.connect(lambda: QtCore.QTimer.singleShot(0, look))
screen.show()
pc.application.exec()
"""
    command = [sys.executable, "-c", probe, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "False"
