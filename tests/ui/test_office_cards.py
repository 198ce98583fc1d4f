from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.ui.office.cards_page import CardsPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import CONSENT, enrolled
from tests.ui.office_desk import OfficeDesk, cells, desktop, office

Desk = OfficeDesk[CardsPage]


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, CardsPage, tmp_path) as made:
        yield made


def made_pdf(desk: Desk, count: str, name: str = "blanks.pdf") -> Path:
    with desktop():
        desk.type_into(desk.page.batches.count.edit, count)
        desk.click(desk.page.batches.pdf)
        desk.answer_file_dialog(name)
    return desk.folders.cards / name


def test_a_batch_of_blanks_is_printed_and_each_card_enrols_its_owner(desk: Desk) -> None:
    codes = codes_in_pdf(made_pdf(desk, "12"))
    assert len(codes) == 24
    assert len(set(codes)) == 12
    (batch,) = desk.till.cards.batches()
    assert set(codes) == set(desk.till.cards.blanks_of(batch.id))
    assert [row[1:] for row in cells(desk.page.batches.list)] == [["0 / 12", "0", "0", "12"]]


def test_the_rest_of_a_batch_is_printed_again_without_the_cards_that_have_an_owner(desk: Desk) -> None:
    made_pdf(desk, "3")
    (batch,) = desk.till.cards.batches()
    given, *left = desk.till.cards.blanks_of(batch.id)
    action = desk.world.new_id()
    desk.till.members.enrol(action, Enrolment(Phone("0912345678"), card=given, consents=(CONSENT,)))
    desk.page.refresh()
    desk.settle()
    assert [row[1:] for row in cells(desk.page.batches.list)] == [["0 / 3", "1", "0", "2"]]
    desk.page.batches.list.selectRow(0)
    desk.press(desk.page.batches.list, Qt.Key.Key_Return)
    with desktop():
        desk.click(desk.page.batches.box.pdf)
        desk.answer_file_dialog("rest.pdf")
    assert set(codes_in_pdf(desk.folders.cards / "rest.pdf")) == set(left)


@pytest.mark.parametrize("typed", ["", "0", "-3", "1001", "12.5", "abc", "²", "9" * 30])
def test_a_batch_of_no_cards_or_of_too_many_is_refused_at_the_field(desk: Desk, typed: str) -> None:
    desk.page.batches.count.edit.setText(typed)
    desk.click(desk.page.batches.pdf)
    assert desk.page.batches.count.notice.text()
    assert desk.till.cards.batches() == ()


def test_choosing_no_file_makes_no_batch(desk: Desk) -> None:
    desk.click(desk.page.batches.pdf)
    desk.file_dialog().reject()
    desk.settle()
    assert desk.till.cards.batches() == ()


def test_picked_members_stand_on_one_sheet_and_a_dropped_one_does_not(desk: Desk) -> None:
    members = [
        enrolled(desk.till, f"091234567{digit}", name)
        for digit, name in enumerate(("Nguyễn Văn Đức", "Nguyễn Thị Hạnh", "Lê Minh Châu"))
    ]
    page = desk.page.members
    for typed in ("duc", "hanh", "chau"):
        desk.type_into(page.box, typed, enter=True)
    assert [one.id for one in page.chosen()] == members
    desk.type_into(page.box, "hanh", enter=True)
    with desktop() as folders:
        desk.click(page.pdf)
        desk.answer_file_dialog("sheet.pdf")
    cards = [desk.till.members.member(members[at]).card for at in (0, 2)]
    assert set(codes_in_pdf(desk.folders.cards / "sheet.pdf")) == set(cards)
    assert folders == [desk.folders.cards]


def test_one_card_per_page_for_a_card_printer(desk: Desk) -> None:
    desk.page.paper.choice.setCurrentIndex(1)
    from pypdfium2 import PdfDocument

    with PdfDocument(made_pdf(desk, "3", "plastic.pdf")) as document:
        assert len(document) == 6


def test_stopping_leaves_no_file_and_the_batch_can_be_printed_again(desk: Desk) -> None:
    def stop() -> None:
        for button in desk.page.queue.stop_buttons():
            button.click()

    desk.prints.changed.connect(stop, Qt.ConnectionType.QueuedConnection)
    path = made_pdf(desk, "100", "stopped.pdf")
    assert not path.exists()
    assert desk.said[-1][0] is BannerKind.ERROR
    assert [row[4] for row in cells(desk.page.batches.list)] == ["100"]
    assert desk.page.batches.pdf.isEnabled()


def test_the_printer_dialog_is_opened_without_stopping_the_program(desk: Desk, tmp_path: Path) -> None:
    desk.type_into(desk.page.batches.count.edit, "2")
    desk.click(desk.page.batches.printer)
    dialog = desk.page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.done(1)
    desk.settle()
    assert len(set(codes_in_pdf(tmp_path / "printed.pdf"))) == 2
    assert desk.said[-1][0] is BannerKind.SUCCESS


def test_cards_given_out_at_the_counter_are_counted_when_the_office_comes_back(desk: Desk) -> None:
    made_pdf(desk, "3")
    (batch,) = desk.till.cards.batches()
    given = desk.till.cards.blanks_of(batch.id)[0]
    counter = QWidget()
    desk.qtbot.addWidget(counter)
    counter.show()
    counter.activateWindow()
    desk.qtbot.waitUntil(counter.isActiveWindow)
    action = desk.world.new_id()
    desk.till.members.enrol(action, Enrolment(Phone("0912345678"), card=given, consents=(CONSENT,)))
    desk.page.activateWindow()
    desk.qtbot.waitUntil(desk.page.isActiveWindow)
    desk.settle()
    assert [row[1:] for row in cells(desk.page.batches.list)] == [["0 / 3", "1", "0", "2"]]
