"""Every word of the counter, of the first start and beside the windows comes from the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loyalpos.engine.items import Catalogue, Item
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.errors import DiskFull
from loyalpos.settings import TillSettings
from loyalpos.ui.counter.lines_box import LinesBox
from loyalpos.ui.crash import CrashWindow
from loyalpos.ui.desktop.tray import Tray
from loyalpos.ui.scan_guard import ScanGuard
from loyalpos.ui.start.scanner_step import TEST_CODE
from loyalpos.ui.start.wizard import StartWizard
from tests.shops import CONSENT, World, new_till
from tests.ui.counter_gallery import play
from tests.ui.eye import SAME_IN_BOTH, Eye, eye
from tests.ui.panel_gallery import STATES, placed
from tests.ui.pseudo import catalogue
from tests.ui.scanner import KEYBOARD, scan
from tests.ui.spoken import catalogues, speaking
from tests.ui.till_desk import TillDesk

__all__ = ["catalogues", "eye", "speaking"]


class Desk(TillDesk):
    """A counter under the eye: what others paint is read."""

    eye: Eye

    def picture(self, path: Path) -> None:
        self.eye.look(self.screen, path.stem)


@pytest.mark.parametrize("strip", [False, True], ids=["whole", "strip"])
def test_every_word_at_the_counter_is_of_the_catalogue(
    qtbot: QtBot, tmp_path: Path, eye: Eye, strip: bool
) -> None:
    world = World()
    till = new_till(tmp_path, world)
    for phone, name in (
        ("0912345678", "Nguyễn Văn Đức"),
        ("0911111111", "Trần Thị Mai"),
        ("0933333333", "Nguyễn Lê Hoàng Anh"),
    ):
        till.members.enrol(world.new_id(), Enrolment(Phone(phone), name, consents=(CONSENT,)))
    desk = Desk(qtbot, tmp_path, till=till, world=world)
    desk.eye = eye
    try:
        desk.wide.resize(1366, 768)
        desk.open()
        if strip:
            desk.fold().resize(380, 800)
        play(desk, tmp_path, "strip" if strip else "whole")
    finally:
        desk.close()
        till.shop.close()


@pytest.mark.parametrize("compact", [False, True], ids=["whole", "strip"])
def test_every_state_of_a_counters_panel_is_of_the_catalogue(qtbot: QtBot, eye: Eye, compact: bool) -> None:
    for name, make in STATES.items():
        panel = placed(make(compact), name, compact=compact)
        eye.look(panel, name)
        panel.close()
        panel.deleteLater()


def test_every_step_of_the_first_start_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    guard = ScanGuard(KEYBOARD.clock)
    wizard = StartWizard(TillSettings(language="vi"), guard)
    qtbot.addWidget(wizard)
    wizard.resize(1100, 700)
    wizard.show()
    qtbot.waitExposed(wizard)

    def go_on(where: str) -> None:
        wizard.go_on()
        eye.look(wizard, where)

    eye.look(wizard, "language")
    go_on("shop")
    go_on("shop without a name")
    wizard.shop.name.set_text("Tiệm Gội Lan")
    go_on("earning")
    row = wizard.earning.earning.rows()[0]
    for wrong in ("0", "abc", ""):
        row.per.selectAll()
        row.per.insert(wrong)
        row.per.changed.emit()
        go_on(f"earning for each “{wrong}”")
    row.per.insert("10000")
    row.per.changed.emit()
    go_on("reward")
    for at, kind in enumerate(("amount_off", "gift", "pay_with_points", "none"), start=1):
        wizard.reward.kinds.setFocus()
        QTest.keyClicks(wizard.reward.kinds, str(at))
        eye.look(wizard, f"reward {kind}")
    QTest.keyClicks(wizard.reward.kinds, "1")
    wizard.reward.rows["amount_off"].boxes.points.set_value(0)
    wizard.reward.rows["amount_off"].boxes.points.changed.emit()
    go_on("reward for nothing")
    wizard.reward.rows["amount_off"].boxes.points.set_value(500)
    wizard.reward.rows["amount_off"].boxes.points.changed.emit()
    go_on("protection")
    QTest.keyClicks(wizard.protection.ways, "2")
    go_on("protection without a passphrase")
    QTest.keyClicks(wizard.protection.passphrase.edit, "12345 67890")
    go_on("protection with another passphrase")
    QTest.keyClicks(wizard.protection.again.edit, "12345 67890")
    go_on("scanner")
    layout = str.maketrans("0123456789", "đăâêô\u0300\u0309\u0303\u0301\u0323")
    for code in (TEST_CODE, TEST_CODE.translate(layout), TEST_CODE[:11], "8934588012228", "KH-000123"):
        KEYBOARD.clock.advance(5_000)
        scan(wizard, code)
        eye.look(wizard, f"scanned {code}")
    KEYBOARD.clock.advance(5_000)
    scan(wizard, TEST_CODE, gap_ms=140)
    eye.look(wizard, "scanned slowly")
    wizard.refuse(DiskFull(Path("shop.loyalpos")))
    eye.look(wizard, "disk full")


def test_every_word_about_the_items_of_a_bill_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    box = LinesBox()
    qtbot.addWidget(box)
    box.resize(380, 400)
    box.show_catalogue(Catalogue((Item("Cà phê sữa", 29_000, "ca-phe-sua", "CFS"),)))
    box.show()
    eye.look(box, "no items yet")
    for text in ("2*CFS", "xyzw"):
        box.field.edit.setText(text)
        box.field.edited.emit(text)
        eye.look(box, f"typed {text}")
        box.field.submitted.emit()
        eye.look(box, f"entered {text}")


def test_every_word_beside_the_windows_is_of_the_catalogue(qtbot: QtBot, eye: Eye) -> None:
    crash = CrashWindow()
    qtbot.addWidget(crash)
    crash.tell(ValueError("x"))
    eye.look(crash, "crash")
    tray = Tray()
    for action in tray.menu.actions():
        eye.judge(action.text(), "tray")


def test_vietnamese_says_everything_otherwise_than_english() -> None:
    same = {source for (_, source), translation in catalogue().items() if source == translation}
    assert same <= SAME_IN_BOTH
