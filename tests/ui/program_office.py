"""An owner at the program page, for the tests of its panels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from loyalpos.engine.program import (
    Program,
)
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import TillSettings, folders
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.jobs import Lane
from loyalpos.ui.office.blackouts_panel import BlackoutsPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.program_page import ProgramPage
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.window import OfficeWindow
from tests.shops import PROGRAM, World, new_till
from tests.ui.scanner import press, type_text

__all__ = ["PHONE", "Office", "office", "page"]

PHONE = "0912345678"


class Office:
    """An owner at the program page, with a keyboard."""

    def __init__(
        self, qtbot: QtBot, folder: Path, program: Program = PROGRAM, *, opened: bool = False
    ) -> None:
        self.qtbot = qtbot
        self.world = World()
        self.till: Till = (
            Till(Shop.open(folder / "shop.loyalpos", PUBLISHED_KEY, self.world.outside(), who="Lan"))
            if opened
            else new_till(folder, self.world, program=program)
        )
        self.lanes = tuple(Lane(name) for name in ("reader", "writer", "files", "paper"))
        self.bugs: list[object] = []
        for lane in self.lanes:
            lane.failed.connect(self.bugs.append)
        reader, writer, files, paper = self.lanes
        self.window = OfficeWindow(
            reader, writer, files, paper, folders(folder), TillSettings(), self.world.clock
        )
        page = self.window.place("program")
        assert isinstance(page, ProgramPage)
        self.page = page
        self.earning = self.page.panel(EarningPanel)
        self.tiers = self.page.panel(TiersPanel)
        self.blackouts = self.page.panel(BlackoutsPanel)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.attach(self.till)
        self.window.go_to("program")
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not any(lane.unfinished for lane in self.lanes), timeout=10_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not any(lane.unfinished for lane in self.lanes), timeout=10_000)
        assert not self.bugs, self.bugs

    def close(self) -> None:
        # The window first: its pages still answer to a change of language.
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for lane in self.lanes:
            lane.close()
        self.till.shop.close()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            press(self.window, key)
        QApplication.processEvents()

    def put(self, box: QLineEdit, text: str) -> None:
        """Go to a box and type something else into it."""
        box.setFocus()
        press(self.window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if not text:
            self.press(Qt.Key.Key_Delete)
        type_text(self.window, text)
        QApplication.processEvents()

    def publish(self, *, tomorrow: bool = False) -> None:
        if tomorrow:
            self.page.bar.starts.when.setFocus()
            self.press(Qt.Key.Key_Down)
        self.page.bar.publish.setFocus()
        self.press(Qt.Key.Key_Space)
        self.settle()

    @property
    def running(self) -> Program:
        shop = self.till.shop
        return shop.program_on(shop.time.business_day(shop.now()))

    @property
    def head(self) -> str:
        return self.page.head._remark.text()


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, speaking: QApplication) -> Iterator[Office]:
    opened = Office(qtbot, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[Office]:
    opened = Office(qtbot, tmp_path)
    yield opened
    opened.close()
