"""The first start of the till as one whole: a shop is made, or taken over from another PC."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from loyalpos.services.shop_moves import take_out
from loyalpos.settings import load_settings
from loyalpos.ui.running import RunningTill
from loyalpos.ui.start.wizard import StartWizard
from loyalpos.ui.words.going_back import unprotected_text
from tests.shops import PROGRAM, enrolled, new_till
from tests.ui import running_shop
from tests.ui.running_shop import Shop
from tests.ui.scanner import KEYBOARD

shop = running_shop.shop


def test_an_empty_folder_leads_to_the_first_start(shop: Shop, qtbot: QtBot) -> None:
    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None and till.wizard.isVisible(), timeout=10_000)
    assert not till.screen.isVisible()
    assert not shop.where.shop_file.exists(), "nothing is written before the last answer"


def test_the_answers_of_the_first_start_make_a_shop(shop: Shop, qtbot: QtBot) -> None:
    from loyalpos.engine.shop import ShopDescription

    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None, timeout=10_000)
    assert till.wizard is not None
    settings = replace(till.pc.settings, cashier="Lan")
    till.wizard.finished.emit(ShopDescription("Quán Cà Phê Mây"), PROGRAM, {"coffee": 3}, settings)
    qtbot.waitUntil(lambda: till.wizard is None, timeout=10_000)
    assert till.screen.isVisible()
    assert load_settings(shop.where.settings_file).shop_name == "Quán Cà Phê Mây"
    assert till.books.till is not None
    assert till.books.till.shop.who == "Lan"


def test_the_first_start_opens_whole_on_the_screen(shop: Shop, qtbot: QtBot, qapp: QApplication) -> None:
    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None and till.wizard.isVisible(), timeout=10_000)
    assert till.wizard is not None
    assert 700 < till.wizard.width() < qapp.primaryScreen().availableSize().width()


def test_closing_the_first_start_ends_the_program(shop: Shop, qtbot: QtBot, qapp: QApplication) -> None:
    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None and till.wizard.isVisible(), timeout=10_000)
    assert till.wizard is not None
    wizard = till.wizard
    with qtbot.waitSignal(till.books.closed, timeout=10_000):
        wizard.close()
    assert not shop.where.shop_file.exists()


def exported(shop: Shop, folder: Path) -> None:
    """Let another till write its shop into a folder."""
    other = new_till(folder / "other", shop.world)
    enrolled(other)
    made = take_out(other.shop.file, folder / "out", shop.world.outside(), lambda _done, _all: True)
    assert made is not None
    other.shop.close()


def first_start(shop: Shop, qtbot: QtBot) -> tuple[RunningTill, StartWizard]:
    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None and till.wizard.isVisible(), timeout=10_000)
    assert till.wizard is not None
    return till, till.wizard


def choose_folder(wizard: StartWizard, qtbot: QtBot, folder: Path) -> None:
    wizard.language.take_over.click()
    qtbot.waitUntil(lambda: wizard.findChild(QFileDialog) is not None)
    dialog = wizard.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def test_the_first_start_takes_over_a_shop_of_another_pc(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    exported(shop, tmp_path)
    till, wizard = first_start(shop, qtbot)
    choose_folder(wizard, qtbot, tmp_path / "out")
    qtbot.waitUntil(lambda: till.wizard is None, timeout=20_000)
    assert till.books.till is not None
    (member,) = till.books.till.members.find("duc")
    assert member.balance == 20
    said = till.flow.kit.notices.said
    assert said is not None
    assert said.more == unprotected_text()
    KEYBOARD.press(till.screen, Qt.Key.Key_Return)
    assert till.flow.kit.notices.said is None


def test_what_is_no_exported_shop_leaves_the_first_start_as_it_was(
    shop: Shop, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    till, wizard = first_start(shop, qtbot)
    choose_folder(wizard, qtbot, tmp_path / "empty")
    qtbot.waitUntil(wizard.banner.isVisible, timeout=20_000)
    assert not wizard.work.running
    assert wizard.next.isEnabled()
    assert till.wizard is wizard
    assert not shop.where.shop_file.exists()


def test_taking_over_can_be_stopped(shop: Shop, qtbot: QtBot, tmp_path: Path) -> None:
    exported(shop, tmp_path)
    till, wizard = first_start(shop, qtbot)
    held = Event()
    nothing = lambda _outcome: None  # noqa: E731 - nobody asks
    till.files.run(held.wait, done=nothing, refused=nothing, unavailable=nothing)
    choose_folder(wizard, qtbot, tmp_path / "out")
    assert wizard.work.running
    assert not wizard.next.isEnabled()
    wizard.work.cancel.click()
    held.set()
    qtbot.waitUntil(lambda: not wizard.work.running, timeout=20_000)
    assert wizard.next.isEnabled()
    assert not shop.where.shop_file.exists()
