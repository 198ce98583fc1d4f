"""The frame of the office: every place is a chord away, and what is said stands above each page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from loyalpos.engine.codes import card_code, decode
from loyalpos.ui.language import install_language
from loyalpos.ui.office.backups_page import BackupsPage
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.places import ICONS, place_title
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui.scanner import type_text
from tests.ui.spoken import catalogues, speaking
from tests.ui.whole_office import CONTROL, Office, office

__all__ = ["catalogues", "office", "speaking"]

PLACES = [
    *("members", "cards", "list", "items", "program", "rewards", "side", "results", "backups", "review"),
    *("privacy", "staff", "settings"),
]

KEYS = [
    *(Qt.Key(Qt.Key.Key_0 + number % 10) for number in range(2, 11)),
    *(Qt.Key.Key_Minus, Qt.Key.Key_Equal, Qt.Key.Key_Period, Qt.Key.Key_Comma),
]


class _Windows(QObject):
    """Sees every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_every_place_is_one_chord_away(office: Office) -> None:
    for key, name in zip(KEYS, PLACES, strict=True):
        office.press(key, CONTROL)
        assert (office.place, office.window.page().place) == (name, name)
        assert office.window.page().isVisible()
    assert office.left == 0


def test_a_page_is_made_when_it_is_first_gone_to_and_then_works_for_the_shop(office: Office) -> None:
    pages = office.window.findChildren(Page)
    assert {page.place for page in pages} == {"members", "settings"}
    office.window.go_to("staff")
    assert office.window.page().place == "staff"
    assert office.window.page().till is office.till
    assert len(office.window.findChildren(Page)) == 3
    office.window.go_to("members")
    assert len(office.window.findChildren(Page)) == 3


def test_no_part_of_a_page_ever_flashes_as_a_window_of_its_own(office: Office) -> None:
    witness = _Windows()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(witness)
    for key in KEYS:
        office.press(key, CONTROL)
        office.settle()
    application.removeEventFilter(witness)
    assert witness.shown == []


def test_the_counter_is_one_key_or_chord_away_and_the_page_stays(office: Office) -> None:
    office.press(Qt.Key.Key_F10)
    office.press(Qt.Key.Key_1, CONTROL)
    assert (office.left, office.place) == (2, "settings")


def test_esc_leads_from_a_page_to_the_bar_and_from_there_to_the_counter(office: Office) -> None:
    office.page.shop.name.edit.setFocus()
    office.press(Qt.Key.Key_Escape)
    focused = office.window.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Settings"
    assert office.left == 0
    office.press(Qt.Key.Key_Escape)
    assert office.left == 1


def test_what_was_typed_and_not_saved_outlives_a_look_at_another_page(office: Office) -> None:
    office.page.shop.contact.edit.setFocus()
    type_text(office.window, "12 Hàng Bài")
    office.press(Qt.Key.Key_5, CONTROL)
    office.press(Qt.Key.Key_8, CONTROL)
    office.settle()
    assert office.page.shop.contact.text() == "12 Hàng Bài"


@pytest.mark.parametrize("scale", [100, 150])
def test_what_is_said_above_a_page_moves_nothing_below_it(
    office: Office, speaking: QApplication, scale: int
) -> None:
    apply_theme(speaking, Scheme.LIGHT, scale)
    QApplication.processEvents()
    page = office.page
    before = page.view.mapTo(office.window, page.view.rect().topLeft()), page.view.size()
    office.page.shop.name.edit.setFocus()
    office.press(Qt.Key.Key_S, CONTROL)
    office.settle()
    banner = office.window._banner
    assert "saved" in office.banner
    assert (page.view.mapTo(office.window, page.view.rect().topLeft()), page.view.size()) == before
    # The name of the page stays in sight beside it.
    title = page.head.findChildren(Words)[0]
    ends = title.mapTo(office.window, title.rect().topRight()).x()
    assert ends < banner.mapTo(office.window, banner.rect().topLeft()).x()
    assert banner.mapTo(office.window, banner.rect().topRight()).x() == office.window.width() - 1
    # Of a long refusal nothing covers the page: it moves down by what the band is taller than the head.
    page.tell(BannerKind.ERROR, "Not done", "The disk is full. " * 40)
    office.settle()
    top = page.view.mapTo(office.window, page.view.rect().topLeft()).y()
    assert banner.mapTo(office.window, banner.rect().bottomLeft()).y() < top
    assert banner.height() >= banner.sizeHint().height()
    apply_theme(speaking, Scheme.LIGHT, 100)


def test_the_whole_office_follows_the_language(office: Office) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    install_language(application, "vi")
    office.settle()
    titles = [place.text() for place in office.window._bar.findChildren(QAbstractButton) if place.isVisible()]
    assert titles == [
        "Quầy thu ngân",
        *(place_title(name) for name in ICONS),
    ]
    assert office.page.shop.save.text() == "Lưu thông tin quán"
    assert office.place == "settings"


@pytest.mark.parametrize("scale", [90, 100, 150, 200])
def test_a_small_screen_is_wide_and_high_enough(office: Office, scale: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, Scheme.LIGHT, scale)
    for name in ("program", "settings"):
        office.window.go_to(name)
        office.settle()
        assert (office.window.width(), office.window.height()) == (1366, 768)
        page = office.window.page()
        assert page.view.horizontalScrollBar().maximum() == 0, name


def test_enter_presses_the_button_that_has_the_focus(office: Office) -> None:
    office.window.go_to("backups")
    office.settle()
    page = office.window.page()
    assert isinstance(page, BackupsPage)
    page.back_up.setFocus(Qt.FocusReason.TabFocusReason)
    office.press(Qt.Key.Key_Return)
    office.settle()
    assert len(office.till.days.backups(office.folders.backups)) == 1
    # A question is answered by the button chosen; alone Enter agrees to nothing.
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    page.table.selectRow(0)
    office.press(Qt.Key.Key_Return)
    page.restore.setFocus(Qt.FocusReason.TabFocusReason)
    office.press(Qt.Key.Key_Return)
    office.settle()
    wanted: list[object] = []
    office.window.restore_wanted.connect(wanted.append)
    assert page.confirm.isVisible()
    office.press(Qt.Key.Key_Return)
    assert not page.confirm.isVisible()
    assert wanted == []


def test_a_scan_with_wrong_check_digits_is_said_wherever_it_comes(office: Office) -> None:
    code = str(card_code(123_456_789_012))
    wrong = decode(code[:-1] + str((int(code[-1]) + 1) % 10))
    for place in ("members", "program", "settings"):
        office.window.go_to(place)
        assert office.window.take_scan(wrong)
        assert "not read as it is printed" in office.banner
