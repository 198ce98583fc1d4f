"""The till closed: with a backup, and asked once where a bill is begun or cards are printed."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from loyalpos.ui.counter.screen import View
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.print_queue import JobState
from loyalpos.ui.widgets.banner import BannerKind
from tests.ui import running_shop
from tests.ui.running_shop import Shop, with_books
from tests.ui.scanner import KEYBOARD

shop = running_shop.shop


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
