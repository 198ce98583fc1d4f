"""Record a bill at a real till with a receipt printer; tell what of paper was imported before and after it.

Called as ``python -m tests.ui.bill_before_paper FOLDER``; the modules of a test run beside would blur it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from loyalpos.settings import TillSettings
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.shops import enrolled
from tests.ui.till_desk import TillDesk

PAPER = ("escpos", "loyalpos.printing.slip", "loyalpos.printing.card")


class _Request:
    """What pytest-qt asks of a test to wait in it."""

    class node:  # noqa: N801
        pass


class _Painted(QObject):
    """Notes what of paper there was when the banner was painted with the result."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.found is None:
            self.found = [name for name in PAPER if name in sys.modules]
        return False


def main(folder: Path) -> None:
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call]
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, Scheme.LIGHT)
    bot = QtBot(_Request())  # type: ignore[arg-type]
    desk = TillDesk(bot, folder).open()
    desk.flow.slips.settings = TillSettings(slip_printer="file", slip_address=str(folder / "lp0"))
    member = enrolled(desk.till)
    desk.flow.open_bill(member)
    desk.settle()
    desk.type("125")
    painted = _Painted()
    desk.screen.banner.installEventFilter(painted)
    desk.enter()
    desk.wait(lambda: painted.found is not None)
    assert painted.found is not None
    desk.wait((folder / "lp0").exists)
    desk.wait(lambda: desk.flow.slips.is_idle)
    print("before:", *painted.found)  # noqa: T201
    print("after:", *(name for name in PAPER if name in sys.modules))  # noqa: T201
    sys.stdout.flush()
    desk.flow.slips.end()
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
