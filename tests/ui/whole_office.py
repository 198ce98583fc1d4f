"""The whole office over a real shop's file, and an owner with a keyboard at its settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.settings import Folders, TillSettings
from loyalpos.ui.jobs import Lane
from loyalpos.ui.office.settings_page import SettingsPage
from loyalpos.ui.office.window import OfficeWindow
from tests.shops import World, new_till
from tests.ui.scanner import press, type_text

__all__ = ["CONTROL", "Office", "office"]

CONTROL = Qt.KeyboardModifier.ControlModifier


class Office:
    """An owner in the office, with a keyboard, and who hears of what is done there."""

    def __init__(self, qtbot: QtBot, folder: Path, *, data: Path | None = None) -> None:
        self.qtbot = qtbot
        self.world = World()
        self.till = new_till(folder, self.world)
        self.folders = Folders(data or folder)
        self.lanes = [Lane(name) for name in ("reader", "writer", "files", "paper")]
        self.bugs: list[object] = []
        for lane in self.lanes:
            lane.failed.connect(self.bugs.append)
        reader, writer, files, paper = self.lanes
        self.window = OfficeWindow(
            reader, writer, files, paper, self.folders, TillSettings(), self.world.clock
        )
        page = self.window.place("settings")
        assert isinstance(page, SettingsPage)
        self.page = page
        self.left = 0
        self.shop_changes = 0
        self.chosen: list[TillSettings] = []
        self.window.counter_wanted.connect(self._leave)
        self.window.shop_changed.connect(self._hear_of_shop)
        self.window.settings_changed.connect(self.chosen.append)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.attach(self.till)
        self.window.go_to("settings")
        self.settle()

    def _leave(self) -> None:
        self.left += 1

    def _hear_of_shop(self) -> None:
        self.shop_changes += 1

    def settle(self) -> None:
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not any(lane.unfinished for lane in self.lanes), timeout=10_000)
            QApplication.processEvents()
        assert not self.bugs, self.bugs

    def close(self) -> None:
        # The window first: its pages still answer to a change of language.
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for lane in self.lanes:
            lane.close()
        self.till.shop.close()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.window, key, modifiers)
        QApplication.processEvents()

    def overwrite(self, text: str) -> None:
        self.press(Qt.Key.Key_A, CONTROL)
        type_text(self.window, text)

    @property
    def place(self) -> str:
        return self.window._bar.present()

    @property
    def banner(self) -> str:
        banner = self.window._banner
        return f"{banner.title()} {banner.more()}" if banner.isVisible() else ""


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, speaking: QApplication) -> Iterator[Office]:
    opened = Office(qtbot, tmp_path)
    yield opened
    opened.close()
