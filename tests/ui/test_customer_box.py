"""What customers read, from the program's page to the paper, with an owner at the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from loyalpos.engine.shop import ShopDescription
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.settings import TillSettings
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.page import Workplace
from loyalpos.ui.office.points_name_panel import PointsNamePanel
from loyalpos.ui.office.poster_window import PosterWindow
from loyalpos.ui.office.program_page import ProgramPage
from loyalpos.ui.office.settings_page import SettingsPage
from tests.ui.office_desk import OfficeDesk, desktop, office
from tests.ui.scanner import press, type_text

Desk = OfficeDesk[ProgramPage]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[Desk]:
    with office(qtbot, ProgramPage, tmp_path) as owner:
        owner.till.shop.describe(
            ShopDescription("Quán Cà Phê Mây", "12 Hàng Bài, Hà Nội", join="Zalo 0901 234 567")
        )
        yield owner


def poster(desk: Desk) -> PosterWindow:
    """Press the button below the sentences, and wait until the paper is drawn."""
    desk.qtbot.waitUntil(lambda: bool(desk.page.customers.words.text()))
    desk.click(desk.page.customers.print)
    window = desk.page.customers.window_open
    assert window is not None
    desk.settle()
    assert window.pages
    return window


def put(desk: Desk, box: QLineEdit, text: str) -> None:
    """Type something else into a box, whatever letters it has."""
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    box.selectAll()
    press(desk.page, Qt.Key.Key_Delete)
    type_text(desk.page, text)
    desk.settle()


def test_the_box_follows_what_is_typed(desk: Desk) -> None:
    box = desk.page.customers
    desk.qtbot.waitUntil(lambda: "Each 10.000\u00a0₫ earns 1\u00a0point." in box.words.text())
    assert len(box.words.text()) <= 171
    rule = desk.page.panel(EarningPanel).rows()[0]
    desk.type_into(rule.fields.numbers["per_vnd"], "25000")
    desk.qtbot.waitUntil(lambda: "Each 25.000\u00a0₫ earns 1\u00a0point." in box.words.text())


def test_the_poster_is_saved_as_it_is_shown(desk: Desk) -> None:
    window = poster(desk)
    assert "zalo.me/0901234567" in window.scans.text()
    out = desk.folders.cards / "to.pdf"
    with desktop() as opened:
        desk.click(window.pdf)
        desk.answer_file_dialog(out.name)
    assert opened == [desk.folders.cards]
    assert str(out) in window.notice.text()
    with closing(PdfDocument(out)) as document, closing(document[0].get_textpage()) as text:
        assert "Each 10.000 ₫ earns 1 point." in " ".join(text.get_text_range().split())
    assert codes_in_pdf(out) == ("https://zalo.me/0901234567",)


def test_another_language_is_chosen_for_the_poster_alone(desk: Desk) -> None:
    window = poster(desk)
    window.language.setFocus()
    QTest.keyClick(window.language, Qt.Key.Key_Up)
    assert window.language.choice() == "vi"
    assert window.poster().language == "vi"
    out = desk.folders.cards / "page.html"
    with desktop():
        desk.click(window.web)
        desk.answer_file_dialog(out.name)
    html = out.read_text(encoding="utf-8")
    assert html.index('<article id="vi"') < html.index('<article id="en"')
    assert "Quán Cà Phê Mây" in html


def test_a_message_is_put_where_it_can_be_pasted(desk: Desk) -> None:
    window = poster(desk)
    desk.click(window.message)
    assert "Each 10.000\u00a0₫ earns 1\u00a0point." in QGuiApplication.clipboard().text()
    assert window.notice.text()


def test_escape_closes_the_poster(desk: Desk) -> None:
    window = poster(desk)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert desk.page.customers.window_open is None


def test_a_folder_that_takes_nothing_is_said_in_the_window(desk: Desk, tmp_path: Path) -> None:
    window = poster(desk)
    window._write_pdf(str(tmp_path / "missing" / "to.pdf"))
    desk.settle()
    assert window.notice.text()


def test_points_get_a_name_and_a_picture(desk: Desk) -> None:
    panel = desk.page.panel(PointsNamePanel)
    put(desk, panel.name, "hạt")
    put(desk, panel.picture, "⭐")
    draft = desk.page.draft()
    assert draft is not None
    assert draft.points_name == "hạt\u00a0⭐"
    assert panel.sentence.in_words() == "Points are called hạt – picture: ⭐"
    put(desk, panel.picture, "")
    assert panel.sentence.in_words() == "Points are called hạt – picture: none"
    put(desk, panel.name, "")
    put(desk, panel.picture, "")
    assert not desk.page.bar.publish.isEnabled()


def test_a_name_nobody_touched_stays_as_it_was_written(desk: Desk) -> None:
    panel = desk.page.panel(PointsNamePanel)
    program = replace(desk.till.shop.program_of(1), points_name="hạt ☕")
    panel.show_program(program)
    assert panel.read(program) == program
    assert panel.picture.text() == "☕"


class _Settings(SettingsPage):
    """The page with the settings of a new till."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, TillSettings())


def test_what_customers_scan_is_typed_in_the_settings(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    with office(qtbot, _Settings, tmp_path) as desk:
        desk.type_into(desk.page.shop.join.edit, "quanmay.vn")
        desk.page.shop.submit()
        desk.settle()
        assert desk.till.shop.description.join == "quanmay.vn"
