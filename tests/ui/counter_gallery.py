"""Paint the counter's windows in every state to PNG files: ``python -m tests.ui.counter_gallery OUT``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.ui.language import Language, install_language
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.shops import CONSENT, World, new_till, whose_phone
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk


class _Request:
    """What pytest-qt asks of a test to wait in it."""

    class node:  # noqa: N801
        pass


def play(desk: TillDesk, out: Path, stem: str) -> None:
    """Walk through a morning and paint each state."""

    def shot(name: str) -> None:
        desk.settle()
        # The layouts have their say after the lanes have theirs.
        QApplication.processEvents()
        desk.picture(out / f"{stem}-{name}.png")

    def press(*keys: Qt.Key) -> None:
        desk.press(*keys)
        desk.settle()

    duc = whose_phone(desk.till, "0912345678")
    mai = whose_phone(desk.till, "0911111111")
    assert duc is not None
    assert mai is not None
    shot("idle")
    desk.type("Nguyen")
    shot("finding")
    press(Qt.Key.Key_Escape)
    desk.type("zzz 99")
    shot("nobody")
    press(Qt.Key.Key_Escape)
    for total, number in (("4450000", "10228"), ("4900000", "10229")):
        KEYBOARD.clock.advance(5_000)
        desk.scan(desk.card(duc))
        desk.type(total)
        desk.settle()
        desk.screen.bill.receipt.enter_number()
        desk.type(number)
        desk.enter()
        desk.settle()
    shot("done")
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(duc))
    desk.type("125000")
    shot("bill")
    press(Qt.Key.Key_F6)
    shot("rewards")
    desk.type("3")
    shot("paying")
    desk.type("400")
    shot("paying-wrong")
    press(Qt.Key.Key_F6)
    desk.type("3")
    desk.type("20")
    press(Qt.Key.Key_F6)
    desk.type("1")
    shot("denied")
    press(Qt.Key.Key_Escape)
    desk.type("125000")
    press(Qt.Key.Key_F6)
    desk.type("1")
    shot("taken")
    desk.scan(desk.card(mai))
    shot("switch")
    press(Qt.Key.Key_Escape)
    desk.enter()
    shot("redeemed")
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(mai))
    desk.type("60")
    desk.settle()
    desk.screen.bill.receipt.enter_number()
    desk.type("10229")
    press(Qt.Key.Key_Return)
    shot("number-taken")
    desk.screen.bill.receipt.enter_number()
    desk.type("10230")
    press(Qt.Key.Key_F7)
    desk.type("hôm qua 14:30")
    press(Qt.Key.Key_Return)
    shot("yesterday")
    KEYBOARD.clock.advance(5_000)
    desk.scan(desk.card(mai))
    desk.type("1.2.3")
    desk.enter()
    shot("refused")
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    press(Qt.Key.Key_F5)
    desk.type("86")
    shot("anonymous")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F8)
    desk.type("10229")
    desk.enter()
    shot("return")
    press(Qt.Key.Key_Escape)
    desk.scan("THE-CU-0042")
    shot("link")
    press(Qt.Key.Key_Return)
    desk.type("0987654321")
    desk.enter()
    shot("enrol")
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    press(Qt.Key.Key_F9)
    shot("entered-today")
    press(Qt.Key.Key_Return)
    shot("today")
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    desk.scan(desk.card(duc)[:-2])
    shot("half")
    desk.undo()
    shot("undone")


def main(out: Path) -> None:
    """Paint the states in both languages, both schemes, three sizes and both windows."""
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call]
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    looks: tuple[tuple[str, Language, Scheme, int, tuple[int, int], bool], ...] = (
        ("vi", "vi", Scheme.LIGHT, 100, (1280, 800), False),
        ("en-dark", "en", Scheme.DARK, 100, (1366, 768), False),
        ("vi-150", "vi", Scheme.LIGHT, 150, (1280, 800), False),
        ("vi-200", "vi", Scheme.LIGHT, 200, (1366, 708), False),
        ("strip", "vi", Scheme.LIGHT, 100, (380, 800), True),
        ("strip-150", "vi", Scheme.DARK, 150, (380, 800), True),
        ("strip-200", "vi", Scheme.LIGHT, 200, (380, 708), True),
    )
    for stem, language, scheme, scale_percent, size, strip in looks:
        install_language(app, language)
        apply_theme(app, scheme, scale_percent)
        with tempfile.TemporaryDirectory() as folder:
            world = World()
            till = new_till(Path(folder), world)
            for phone, name in (
                ("0912345678", "Nguyễn Văn Đức"),
                ("0911111111", "Trần Thị Mai"),
                ("0933333333", "Nguyễn Lê Hoàng Anh"),
            ):
                till.members.enrol(world.new_id(), Enrolment(Phone(phone), name, consents=(CONSENT,)))
            bot = QtBot(_Request())  # type: ignore[arg-type]
            desk = TillDesk(bot, Path(folder), till=till, world=world)
            desk.wide.resize(*size) if not strip else None
            desk.open()
            if strip:
                desk.fold().resize(*size)
            play(desk, out, stem)
            desk.close()
            till.shop.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
