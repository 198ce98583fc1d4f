"""The till as one whole: opened, damaged, folded to a strip, and set from the office, its language too."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.app import show_till
from loyalpos.settings import load_settings, save_settings
from loyalpos.ui.office.backups_page import BackupsPage
from tests.ui import running_shop
from tests.ui.running_shop import Shop, press, with_books
from tests.ui.scanner import KEYBOARD

shop = running_shop.shop


def test_keys_answer_what_is_asked_before_the_books_are_open(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    sound = shop.where.shop_file.read_bytes()
    page = bytearray(sound)
    page[100:200] = bytes(100)
    shop.where.shop_file.write_bytes(page)
    till = shop.run()
    qtbot.waitUntil(lambda: till.flow.kit.notices.said is not None, timeout=10_000)
    KEYBOARD.press(till.screen, Qt.Key.Key_F10)
    window = till.restoring.window
    assert window is not None
    qtbot.waitUntil(lambda: till.files.unfinished == 0, timeout=10_000)
    assert not window.restore.isEnabled(), "there is no backup yet"
    press(window, Qt.Key.Key_Escape)
    assert till.restoring.window is None
    assert till.screen.banner.isVisible(), "what went wrong still waits for an answer"
    shop.where.shop_file.write_bytes(sound)
    KEYBOARD.press(till.screen, Qt.Key.Key_Return)
    assert till.screen.box.placeholderText() == till.screen.tr("Opening the books…")
    qtbot.waitUntil(lambda: till.flow.kit.opened is not None, timeout=10_000)
    hint = till.screen.tr("Scan a card, 4 last digits of the phone, or name…")
    assert till.screen.box.placeholderText() == hint


def test_the_strip_takes_over_what_is_open(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    KEYBOARD.type_text(till.screen, "5678")
    qtbot.waitUntil(lambda: not till.flow.is_busy, timeout=10_000)
    KEYBOARD.press(till.screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: till.flow.open_member is not None, timeout=10_000)
    whole = till.screen
    KEYBOARD.press(till.screen, Qt.Key.Key_F11)
    assert till.screen is not whole
    assert till.screen.isVisible()
    assert not whole.isVisible()
    assert till.flow.open_member is not None
    assert load_settings(shop.where.settings_file).compact
    KEYBOARD.press(till.screen, Qt.Key.Key_F11)
    assert till.screen is whole


def test_the_strip_opens_whole_on_the_screen(shop: Shop, qapp: QApplication) -> None:
    with_books(shop)
    till = shop.opened()
    KEYBOARD.press(till.screen, Qt.Key.Key_F11)
    assert 480 <= till.screen.height() < qapp.primaryScreen().availableSize().height()


def test_a_window_that_is_painted_late_is_one_till(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    screen = show_till(shop.where, shop.running.append)
    # As behind others, or on another desktop.
    screen.hide()
    qtbot.waitUntil(lambda: bool(shop.running), timeout=10_000)
    qtbot.waitExposed(screen)
    qtbot.waitUntil(lambda: shop.running[0].books.till is not None, timeout=10_000)
    assert len(shop.running) == 1


def test_the_window_that_is_painted_first_is_whole_on_the_screen(
    shop: Shop, qtbot: QtBot, qapp: QApplication
) -> None:
    with_books(shop)
    save_settings(shop.where.settings_file, replace(load_settings(shop.where.settings_file), compact=True))
    screen = show_till(shop.where, shop.running.append)
    assert 480 <= screen.height() < qapp.primaryScreen().availableSize().height()
    qtbot.waitUntil(lambda: bool(shop.running), timeout=10_000)
    qtbot.waitUntil(lambda: shop.running[0].books.till is not None, timeout=10_000)


def test_settings_of_the_office_reach_the_counter_at_once(
    shop: Shop, qtbot: QtBot, qapp: QApplication
) -> None:
    with_books(shop)
    till = shop.opened()
    till.show_office()
    assert till.office is not None
    wanted = replace(till.pc.settings, language="en", scale_percent=150, scheme="dark", cashier="Hoa")
    till.office.settings_changed.emit(wanted)
    assert load_settings(shop.where.settings_file).language == "en"
    assert till.books.till is not None
    assert till.books.till.shop.who == "Hoa"
    assert qapp.palette().window().color().lightness() < 100
    till.office.settings_changed.emit(replace(wanted, language="vi", scale_percent=100, scheme="light"))


def test_what_the_office_does_stands_in_the_footer_at_once(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    till.show_office()
    assert till.office is not None
    till.office.go_to("backups")
    till.quiet.look()
    qtbot.waitUntil(lambda: "Chưa sao lưu" in till.screen.footer.spoken(), timeout=10_000)
    page = till.office.page()
    assert isinstance(page, BackupsPage)
    page.back_up.click()
    qtbot.waitUntil(lambda: "Sao lưu: " in till.screen.footer.spoken(), timeout=10_000)


def test_settings_that_cannot_be_kept_offer_neither_the_books_nor_a_backup(shop: Shop) -> None:
    with_books(shop)
    till = shop.opened()
    books = till.books.till
    shop.where.settings_file.unlink()
    shop.where.settings_file.mkdir()
    till.pc.take(replace(till.pc.settings, sounds=True))
    said = till.flow.kit.notices.said
    assert said is not None
    assert not said.answers, "the books are open and sound"
    assert till.books.till is books


def test_settings_of_the_office_leave_the_counter_as_it_is_folded(shop: Shop) -> None:
    with_books(shop)
    till = shop.opened()
    till.show_office()
    assert till.office is not None
    opened_with = till.pc.settings
    KEYBOARD.press(till.screen, Qt.Key.Key_F11)
    till.office.settings_changed.emit(replace(opened_with, sounds=True))
    kept = load_settings(shop.where.settings_file)
    assert kept.compact
    assert kept.sounds
    assert kept.shop_name == "Quán Cà Phê Mây"
