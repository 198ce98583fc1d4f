"""The till as one whole: opened, closed, damaged, brought back, folded, spoken in another language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from loyalpos.app import show_till
from loyalpos.services.shop_moves import take_out
from loyalpos.settings import load_settings, save_settings
from loyalpos.ui.counter.screen import View
from loyalpos.ui.crash import CrashWindow
from loyalpos.ui.office.backups_page import BackupsPage
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.print_queue import JobState
from loyalpos.ui.running import RunningTill
from loyalpos.ui.start.wizard import StartWizard
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import PROGRAM, enrolled, new_till
from tests.ui import running_shop
from tests.ui.running_shop import Shop, press, with_books
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


def test_closing_the_window_closes_the_day_with_a_backup(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    with qtbot.waitSignal(till.books.closed, timeout=20_000):
        till.screen.close()
    assert len(list(shop.where.backups.glob("*.json"))) == 1
    again = shop.opened()
    assert again.books.till is not None
    assert again.books.till.shop.unclean_before_ms is None


def test_closing_with_a_begun_bill_asks_once_and_in_place(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    keys = KEYBOARD
    till.screen.activateWindow()
    qtbot.waitUntil(till.screen.isActiveWindow, timeout=10_000)
    keys.press(till.screen, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: till.flow.view is View.BILL, timeout=10_000)
    keys.type_text(till.screen, "125")
    till.screen.close()
    assert till.screen.isVisible()
    assert till.screen.banner.kind is BannerKind.QUESTION
    keys.press(till.screen, Qt.Key.Key_Return)
    assert till.books.till is not None, "Enter goes on"
    assert till.screen.bill.total.text() == "125"
    # Asked anew: the question before was answered. Closing once more is an answer, too.
    till.screen.close()
    assert till.screen.banner.kind is BannerKind.QUESTION
    assert till.books.till is not None
    with qtbot.waitSignal(till.books.closed, timeout=20_000):
        till.screen.close()


def test_a_begun_bill_can_be_closed_away_by_key(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    till.flow.open_bill(None)
    qtbot.waitUntil(lambda: till.flow.view is View.BILL, timeout=10_000)
    KEYBOARD.type_text(till.screen, "125")
    till.screen.close()
    with qtbot.waitSignal(till.books.closed, timeout=20_000):
        KEYBOARD.press(till.screen, Qt.Key.Key_F12)


def test_closing_while_cards_are_printed_asks_once_and_stops_them(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    till.show_office()
    assert till.office is not None
    begun, beat = Event(), Event()
    were_open: list[bool] = []

    def paint(progress: Progress) -> int:
        begun.set()
        # It ends by itself where nobody stops it.
        for page in range(2_000):
            if not progress(page, 2_000):
                return 0
            beat.wait(0.005)
        return 2_000

    def note(_painted: object) -> None:
        were_open.append(till.books.till is not None)

    jobs = [till.office.prints.add(title, paint, done=note, trouble=note) for title in ("one", "two")]
    begun.wait(10)
    till.screen.close()
    assert till.screen.banner.kind is BannerKind.QUESTION
    KEYBOARD.press(till.screen, Qt.Key.Key_Return)
    assert till.office.prints.goes_on, "Enter goes on"
    till.screen.close()
    assert till.screen.banner.kind is BannerKind.QUESTION
    with qtbot.waitSignal(till.books.closed, timeout=20_000):
        KEYBOARD.press(till.screen, Qt.Key.Key_F12)
    assert [job.state for job in jobs] == [JobState.STOPPED, JobState.STOPPED]
    assert were_open == [True]


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


def test_the_first_start_opens_whole_on_the_screen(shop: Shop, qtbot: QtBot, qapp: QApplication) -> None:
    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None and till.wizard.isVisible(), timeout=10_000)
    assert till.wizard is not None
    assert 700 < till.wizard.width() < qapp.primaryScreen().availableSize().width()


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


def test_closing_the_window_while_the_books_are_opening_puts_them_away(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.run()
    assert till.books.till is None
    with qtbot.waitSignal(till.books.closed, timeout=20_000):
        till.screen.close()
    till.end()
    shop.running.clear()
    again = shop.opened()
    assert again.books.till is not None
    assert again.books.till.shop.unclean_before_ms is None


_BUG_WHILE_JOINING = """
import sys
from pathlib import Path
from loyalpos.app import make_application, show_till
from loyalpos.settings import folders

def fail(till):
    raise ZeroDivisionError

application = make_application()
screen = show_till(folders(Path(sys.argv[1])), fail)
sys.exit(application.exec())
"""


def test_a_window_that_cannot_become_a_till_ends_the_program(shop: Shop) -> None:
    with_books(shop)
    program = [sys.executable, "-c", _BUG_WHILE_JOINING, str(shop.where.data)]
    ran = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    assert "ZeroDivisionError" in ran.stderr


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
    assert "Chưa sao lưu" in till.screen.footer.spoken()
    page = till.office.page()
    assert isinstance(page, BackupsPage)
    page.back_up.click()
    qtbot.waitUntil(lambda: "Sao lưu: " in till.screen.footer.spoken(), timeout=10_000)


def test_closing_the_first_start_ends_the_program(shop: Shop, qtbot: QtBot, qapp: QApplication) -> None:
    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None and till.wizard.isVisible(), timeout=10_000)
    assert till.wizard is not None
    wizard = till.wizard
    with qtbot.waitSignal(till.books.closed, timeout=10_000):
        wizard.close()
    assert not shop.where.shop_file.exists()


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


_BUGS = """
import gc, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from loyalpos.app import make_application, open_till
from loyalpos.ui.running import RunningTill

def told():
    for one in QApplication.topLevelWidgets():
        if type(one).__name__ == "CrashWindow" and one.isVisible():
            one.hide()
            return one.findChild(QPlainTextEdit).toPlainText().splitlines()[1]

def fail(kind):
    raise kind

def play():
    while not (found := [one for one in gc.get_objects() if isinstance(one, RunningTill)]):
        yield
    while found[0].books.till is None:
        yield
    QTimer.singleShot(0, lambda: fail(ZeroDivisionError))
    while not (name := told()):
        yield
    print(name)
    found[0].reader.run(lambda: fail(IndexError), done=print, refused=print, unavailable=print)
    while not (name := told()):
        yield
    print(name)
    application.quit()

application = make_application()
steps = play()
ticks = QTimer(interval=20)
ticks.timeout.connect(lambda: next(steps, None))
ticks.start()
open_till(Path(sys.argv[1]))
"""


def test_a_bug_in_a_slot_or_a_lane_reaches_the_window_that_tells_it(shop: Shop) -> None:
    with_books(shop)
    program = [sys.executable, "-c", _BUGS, str(shop.where.data)]
    ran = subprocess.run(program, capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == ["ZeroDivisionError", "IndexError"], ran.stderr


def test_escape_closes_what_told_of_a_bug(qtbot: QtBot) -> None:
    window = CrashWindow()
    qtbot.addWidget(window)
    window.tell(ZeroDivisionError())
    qtbot.waitUntil(window.isVisible)
    KEYBOARD.press(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


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


def test_a_bug_is_told_without_anybodys_name() -> None:
    from loyalpos.ui.crash import report_of

    def fail(name: str) -> None:
        raise KeyError(name)

    with pytest.raises(KeyError) as caught:
        fail("Nguyễn Văn Đức 0912345678")
    report = report_of(caught.value)
    assert "KeyError" in report
    assert "fail" in report
    assert "Đức" not in report
    assert "0912345678" not in report
    assert str(Path(__file__).parent) not in report


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
