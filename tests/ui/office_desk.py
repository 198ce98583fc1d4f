"""A page of the office in a window of its own, over a real shop's file, for the tests of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.services.till import Till
from loyalpos.settings import Folders
from loyalpos.ui.jobs import Lane
from loyalpos.ui.office.export_reason import ExportReason
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.print_queue import PrintQueue
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import World, new_till
from tests.ui.scanner import press

P = TypeVar("P", bound=Page)


class OfficeDesk(Generic[P]):
    """A page, its lanes, its till, and what was said above it."""

    def __init__(self, qtbot: QtBot, make: type[P], folder: Path, till: Till, world: World) -> None:
        self.qtbot = qtbot
        self.world = world
        self.till = till
        self.folders = Folders(folder)
        reader, writer, files, paper = (Lane(name) for name in ("reader", "writer", "files", "paper"))
        self.lanes = (reader, writer, files, paper)
        self._held: list[Event] = []
        self.said: list[tuple[BannerKind, str, str]] = []
        self.prints = PrintQueue(files)
        self.page = make(Workplace(reader, writer, files, paper, self.folders, world.clock, self.prints))
        self.page.said.connect(self._hear)
        self.page.attach(till)
        self.page.resize(1146, 768)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.refresh()
        self.settle()

    def settle(self) -> None:
        """Wait until every lane has answered."""
        self.qtbot.waitUntil(self._is_still, timeout=60_000)
        # What was answered may still have to be shown.
        QCoreApplication.processEvents()
        self.qtbot.waitUntil(self._is_still, timeout=60_000)

    def _is_still(self) -> bool:
        return not any(lane.unfinished for lane in self.lanes)

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        press(self.page, key)
        self.settle()

    def hold_files(self) -> Event:
        """Let the lane of long work wait until the event is set."""
        held = Event()
        self._held.append(held)
        nothing = type(self)._nothing
        self.lanes[2].run(held.wait, done=nothing, refused=nothing, unavailable=nothing)
        return held

    @staticmethod
    def _nothing(_outcome: object) -> None:
        pass

    def type_into(self, box: QLineEdit, text: str, *, enter: bool = False, settle: bool = True) -> None:
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.selectAll()
        QTest.keyClicks(box, text)
        if not text:
            QTest.keyClick(box, Qt.Key.Key_Delete)
        if enter:
            press(self.page, Qt.Key.Key_Return)
        if settle:
            self.settle()

    def give_reason(self, text: str = "cho kế toán") -> None:
        """Say why customers are to stand in a file, and go on."""
        self.qtbot.waitUntil(lambda: self.page.findChild(ExportReason) is not None)
        dialog = self.page.findChild(ExportReason)
        assert isinstance(dialog, ExportReason)
        # Key events carry no letters with marks.
        dialog.reason.set_text(text)
        QTest.keyClick(dialog.reason.edit, Qt.Key.Key_Return)

    def answer_file_dialog(self, name: str) -> None:
        """Type a file's name into the open file chooser and press Enter, as a person would."""
        box = self.file_dialog().findChild(QLineEdit, "fileNameEdit")
        assert isinstance(box, QLineEdit)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.selectAll()
        QTest.keyClicks(box, name)
        QTest.keyClick(box, Qt.Key.Key_Return)
        self.settle()

    def file_dialog(self) -> QFileDialog:
        """The file chooser that is open; it lets the rest of the program live."""
        self.qtbot.waitUntil(lambda: self.page.findChild(QFileDialog) is not None)
        dialog = self.page.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        return dialog

    def close(self) -> None:
        for held in self._held:
            held.set()
        self.page.close()
        # Now, not when Python happens to collect it: the theme walks all widgets that are alive.
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for lane in self.lanes:
            lane.close()
        self.till.shop.close()

    def _hear(self, kind: BannerKind, title: str, more: str) -> None:
        self.said.append((kind, title, more))


def cells(table: QTableView) -> list[list[str]]:
    """What a table shows."""
    model = table.model()
    return [
        [str(model.index(row, column).data()).replace("\u00a0", " ") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


class _Desktop(QObject):
    """Stands where the desktop's file windows would open, and notes which."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@contextmanager
def desktop() -> Iterator[list[Path]]:
    """Take the desktop's place while a test runs: no window of it opens, each is noted."""
    taking = _Desktop()
    QDesktopServices.setUrlHandler("file", taking, "open")  # type: ignore[arg-type]  # the stub is wrong
    try:
        yield taking.opened
    finally:
        QDesktopServices.unsetUrlHandler("file")


@contextmanager
def office(qtbot: QtBot, make: type[P], folder: Path) -> Iterator[OfficeDesk[P]]:
    """Open a page of a new shop."""
    world = World()
    till = new_till(folder, world)
    desk = OfficeDesk(qtbot, make, folder, till, world)
    try:
        yield desk
    finally:
        desk.close()
