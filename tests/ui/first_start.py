"""The first start on an empty machine, and somebody who only has a keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.program import Program
from loyalpos.engine.shop import ShopDescription
from loyalpos.settings import TillSettings
from loyalpos.ui.scan_guard import ScanGuard
from loyalpos.ui.start.wizard import StartWizard
from tests.ui.scanner import KEYBOARD, press, type_text

__all__ = ["Opening", "opening", "to_step"]


class Opening:
    """A wizard on an empty machine, and somebody who only has a keyboard."""

    def __init__(self, qtbot: QtBot, settings: TillSettings) -> None:
        self.guard = ScanGuard(KEYBOARD.clock)
        self.wizard = StartWizard(settings, self.guard)
        qtbot.addWidget(self.wizard)
        self.results: list[tuple[ShopDescription, Program, dict[str, int], TillSettings]] = []
        self.wizard.finished.connect(lambda *result: self.results.append(result))
        self.keys = 0
        self.wizard.resize(1100, 700)
        self.wizard.show()
        qtbot.waitExposed(self.wizard)
        self.wizard.activateWindow()
        qtbot.waitUntil(self.wizard.isActiveWindow)
        self.wizard.step().begin()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.keys += 1
            press(self.wizard, key)
            self.guard.settle()
            QApplication.processEvents()

    def enter(self, times: int = 1) -> None:
        self.press(*[Qt.Key.Key_Return] * times)

    def tab(self, times: int = 1) -> None:
        self.press(*[Qt.Key.Key_Tab] * times)

    def type(self, text: str) -> None:
        self.keys += len(text)
        type_text(self.wizard, text)
        self.guard.settle()

    def overwrite(self, text: str) -> None:
        press(self.wizard, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.keys += 1
        self.type(text)

    def speak(self, language: str) -> None:
        self.wizard.language.language_chosen.emit(language)
        QApplication.processEvents()

    @property
    def place(self) -> int:
        return self.wizard._steps.index(self.wizard.step())

    @property
    def result(self) -> tuple[ShopDescription, Program, dict[str, int], TillSettings]:
        assert len(self.results) == 1
        return self.results[0]


@pytest.fixture
def opening(qtbot: QtBot, speaking: QApplication) -> Opening:
    return Opening(qtbot, TillSettings(language="en"))


def to_step(opening: Opening, step: int) -> None:
    if step > 0:
        opening.enter()
    if step > 1:
        opening.type("Quán Mây")
    opening.enter(step - 1)
    assert opening.place == step
