"""A counter as it stands in a shop: a real file, the real windows, a keyboard, a scanner, and no mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import CardCode
from loyalpos.services.till import Till
from loyalpos.ui.counter.flow import CounterFlow
from loyalpos.ui.counter.screen import CounterScreen
from loyalpos.ui.desktop.sounds import Tone
from loyalpos.ui.jobs import Lane
from loyalpos.ui.scan_guard import ScanGuard
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.fields import Notice
from tests.shops import World, enrolled, new_till
from tests.ui.scanner import KEYBOARD, press, scan, type_text

__all__ = ["TillDesk", "desk", "duc", "mai"]

CONTROL = Qt.KeyboardModifier.ControlModifier


class _Witness(QObject):
    """Sees every mouse event and every dialog in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.mouse: list[str] = []
        self.dialogs: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent | QWheelEvent):
            self.mouse.append(f"{event.type().name} on {type(watched).__name__}")
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            self.dialogs.append(type(watched).__name__)
        return False


class TillDesk:
    """The counter of a shop and what is done at it; keys are counted."""

    def __init__(
        self, qtbot: QtBot, folder: Path, *, till: Till | None = None, world: World | None = None
    ) -> None:
        self.qtbot = qtbot
        self.world = world or World()
        self.till = till or new_till(folder, self.world)
        self.heard: list[Tone] = []
        self.keys = 0
        self.bugs: list[object] = []
        self.reader, self.writer = Lane("reader"), Lane("writer")
        for lane in (self.reader, self.writer):
            lane.failed.connect(self.bugs.append)
        self.guard = ScanGuard(KEYBOARD.clock)
        self.flow = CounterFlow(
            self.reader, self.writer, self.guard, now=self.world.clock, play=self.heard.append
        )
        self.wide = CounterScreen(compact=False)
        self.strip: CounterScreen | None = None
        self.screen: CounterScreen = self.wide
        self.witness = _Witness()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self.witness)

    def open(self, *, attached: bool = True) -> TillDesk:
        """Show the window, and the books unless they are to open later."""
        self.wide.show()
        self.qtbot.waitExposed(self.wide)
        self.wide.activateWindow()
        self.wait(self.wide.isActiveWindow)
        self.flow.show_on(self.wide)
        if attached:
            self.attach()
        return self

    def attach(self) -> None:
        self.flow.attach(self.till)
        self.settle()

    def close(self) -> None:
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self.witness)
        for window in (self.wide, self.strip):
            if window is not None:
                window.allow_close()
                window.close()
        self.reader.close()
        self.writer.close()
        for thing in (self.wide, self.strip, self.flow, self.guard):
            if thing is not None:
                thing.deleteLater()
        # Now, not in a later test: its clock would open another day on lanes that are closed.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def fold(self) -> CounterScreen:
        """Go on in the narrow strip."""
        self.strip = self.strip or CounterScreen(compact=True)
        self._turn_to(self.strip)
        return self.strip

    def unfold(self) -> None:
        self._turn_to(self.wide)

    def _turn_to(self, screen: CounterScreen) -> None:
        before, self.screen = self.screen, screen
        screen.show()
        self.qtbot.waitExposed(screen)
        screen.activateWindow()
        self.wait(screen.isActiveWindow)
        self.flow.show_on(screen)
        before.hide()
        self.settle()

    # Hands -------------------------------------------------------------------------------------------

    def scan(self, code: str, *, terminator: Qt.Key | None = Qt.Key.Key_Return) -> None:
        scan(self.screen, code, terminator=terminator)
        if terminator is None:
            self.guard.settle()

    def type(self, text: str) -> None:
        self.keys += len(text)
        type_text(self.screen, text)
        self.guard.settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.keys += 1
            press(self.screen, key)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def undo(self) -> None:
        self.keys += 1
        press(self.screen, Qt.Key.Key_Z, CONTROL)

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        press(self.screen, Qt.Key.Key_V, CONTROL)

    # Eyes --------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Wait until every answer has come back."""
        self.qtbot.waitUntil(self.is_still, timeout=10_000)
        # What was answered may still have to be laid out.
        QApplication.processEvents()
        self.qtbot.waitUntil(self.is_still, timeout=10_000)
        assert not self.bugs, self.bugs

    def is_still(self) -> bool:
        return not (self.reader.unfinished or self.writer.unfinished or self.flow.is_busy)

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=10_000)

    @property
    def banner(self) -> str:
        banner = self.screen.banner
        return f"{banner.title()} {banner.more()}".strip() if banner.isVisible() else ""

    def said(self) -> BannerKind | None:
        return self.screen.banner.kind if self.screen.banner.isVisible() else None

    @staticmethod
    def notices(panel: QWidget) -> list[str]:
        """The sentences that stand at a panel's fields."""
        return [one.text() for one in panel.findChildren(Notice) if one.isVisible() and one.text()]

    @property
    def focus(self) -> QWidget | None:
        return QApplication.focusWidget()

    def controls(self) -> list[QWidget]:
        """Every control that can have the focus now."""
        return [
            one
            for one in self.screen.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.isVisible()
            and one.isEnabled()
            and one.focusProxy() is None
        ]

    def balance(self, member: UUID) -> int:
        view = self.till.counter.desk(member).member
        assert view is not None
        return view.account.balance

    def card(self, member: UUID) -> CardCode:
        code = self.till.members.member(member).card
        assert code is not None
        return code

    def picture(self, path: Path) -> None:
        QApplication.processEvents()
        self.screen.grab().save(str(path))

    def assert_calm(self) -> None:
        """No dialog came up and no mouse was used."""
        assert QApplication.activeModalWidget() is None
        assert self.witness.dialogs == []
        assert self.witness.mouse == []


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    desk = TillDesk(qtbot, tmp_path).open()
    yield desk
    desk.assert_calm()
    desk.close()


@pytest.fixture
def duc(desk: TillDesk) -> UUID:
    return enrolled(desk.till)


@pytest.fixture
def mai(desk: TillDesk) -> UUID:
    return enrolled(desk.till, "0911111111", "Trần Thị Mai")
