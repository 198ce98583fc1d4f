"""A till as it is started from the command line, in a shop of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.app import make_till
from loyalpos.engine.bills import Bill
from loyalpos.settings import Folders, TillSettings, folders, save_settings
from loyalpos.ui.language import install_language
from loyalpos.ui.running import RunningTill
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.shops import World, enrolled, new_till

__all__ = ["Shop", "press", "shop", "with_books"]


class Shop:
    """A folder with a shop in it, and a program to run there."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.where: Folders = folders(folder)
        self.world = World()
        self.running: list[RunningTill] = []
        save_settings(self.where.settings_file, replace(TillSettings(), sounds=False, hotkey=""))

    def run(self) -> RunningTill:
        """Start the program; the books are open when it returns, if there are any."""
        till = make_till(self.where, self.world.outside())
        self.running.append(till)
        till.start()
        return till

    def opened(self) -> RunningTill:
        """Start the program and wait for the books."""
        till = self.run()
        self.qtbot.waitUntil(lambda: till.flow.kit.opened is not None, timeout=10_000)
        return till

    def end(self) -> None:
        """Put everything away."""
        for till in self.running:
            if till.books.till is not None:
                with self.qtbot.waitSignal(till.books.closed, timeout=10_000):
                    till.books.close(back_up=False)
            till.end()


@pytest.fixture
def shop(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[Shop]:
    made = Shop(qtbot, tmp_path)
    yield made
    made.end()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    install_language(qapp, "en")
    apply_theme(qapp, Scheme.LIGHT)


def press(
    control: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(control, key, modifiers)


def with_books(shop: Shop) -> None:
    till = new_till(shop.where.data, shop.world)
    member = enrolled(till)
    till.counter.record_bill(shop.world.new_id(), member, Bill(5_000_000))
    till.shop.close()
