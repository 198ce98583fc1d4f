from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.printing.calibration import TRUE, Calibration, calibrations, keep_calibration
from loyalpos.printing.layouts import BUNDLED, bundled
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.settings import resource
from loyalpos.ui.language import install_language
from loyalpos.ui.office.cards_page import CardsPage
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.texts import Words
from tests.printing.pages import ink_mm, page_image, strokes_mm
from tests.ui.office_desk import OfficeDesk, desktop, office

Desk = OfficeDesk[CardsPage]


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, CardsPage, tmp_path) as made:
        yield made


def offered(desk: Desk) -> list[str]:
    choice = desk.page.paper.choice
    return [choice.itemText(at) for at in range(choice.count())]


def lay(desk: Desk, name: str, text: str) -> None:
    desk.folders.layouts.mkdir(exist_ok=True)
    (desk.folders.layouts / name).write_text(text, "utf-8")


def print_to(desk: Desk, path: Path) -> None:
    dialog = desk.page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(path))
    dialog.done(1)
    desk.settle()


# Layouts -----------------------------------------------------------------------------------------


def test_every_layout_is_offered_in_the_language_of_the_moment(desk: Desk, themed: QApplication) -> None:
    assert offered(desk) == [bundled(name).title.en for name in BUNDLED]
    desk.page.paper.choice.setCurrentIndex(3)
    install_language(themed, "vi")
    try:
        titles = [bundled(name).title.vi for name in BUNDLED]
        desk.qtbot.waitUntil(lambda: offered(desk) == titles)
        assert desk.page.paper.layout_chosen() == bundled(BUNDLED[3])
    finally:
        install_language(themed, "en")


def test_how_the_paper_is_turned_is_said_as_its_sheets_say_it(desk: Desk) -> None:
    choice = desk.page.paper.choice
    for name, said in (
        ("a6", "the short edge"),
        ("a6-two", "the long edge"),
        ("a4-labels-24", "on one side"),
        ("a4", "the long edge"),
    ):
        choice.setCurrentIndex(choice.findData(name))
        shown = [one.text() for one in desk.page.findChildren(Words) if one.isVisible()]
        assert any(said in text for text in shown), (name, shown)


def test_an_owners_layout_is_offered_and_printed_and_a_broken_one_is_named(desk: Desk) -> None:
    mine = json.loads(resource("layouts", "a4.json").read_text("utf-8"))
    mine |= {"title": {"vi": "Bốn hàng", "en": "Four rows"}, "rows": 4}
    lay(desk, "bốn hàng.json", json.dumps(mine))
    lay(desk, "hỏng.json", json.dumps(mine | {"rows": 6}))
    desk.page.refresh()
    desk.settle()
    assert offered(desk)[-1] == "Four rows"
    notice = desk.page.paper.notice
    assert "hỏng.json" in notice.text()
    assert notice.isVisible()
    desk.page.paper.choice.setCurrentIndex(len(BUNDLED))
    with desktop():
        desk.type_into(desk.page.batches.count.edit, "9")
        desk.click(desk.page.batches.pdf)
        desk.answer_file_dialog("nine.pdf")
    assert len(codes_in_pdf(desk.folders.cards / "nine.pdf")) == 18
    assert desk.page.paper.choice.currentText() == "Four rows"
    (desk.folders.layouts / "hỏng.json").unlink()
    desk.page.refresh()
    desk.settle()
    assert not notice.isVisible()


# A printer that is off ---------------------------------------------------------------------------


def test_the_calibration_page_is_printed_from_the_page(desk: Desk, tmp_path: Path) -> None:
    desk.click(desk.page.calibration.print_page)
    print_to(desk, tmp_path / "page.pdf")
    assert desk.said[-1][0] is BannerKind.SUCCESS
    cross = strokes_mm(page_image(tmp_path / "page.pdf", 0), 18, 14.5, 22, 16.5, axis=0)
    assert cross == pytest.approx([20.0], abs=0.2)


def test_the_calibration_page_is_written_into_the_folder_of_cards(desk: Desk) -> None:
    with desktop() as folders:
        desk.click(desk.page.calibration.pdf)
        desk.answer_file_dialog("page.pdf")
    assert folders == [desk.folders.cards]
    assert [path.suffix for path in desk.folders.cards.iterdir()] == [".pdf"]


def test_what_was_measured_is_kept_for_the_printer_and_shown_again(desk: Desk) -> None:
    panel = desk.page.calibration
    assert not panel.left.isVisible(), "before a page is printed there is nothing to measure"
    panel.show_printers({}, "HP LaserJet")
    for field, typed in ((panel.left, "21,3"), (panel.top, "18.95"), (panel.across, "100 mm")):
        desk.type_into(field.edit, typed)
    desk.type_into(panel.down.edit, "99,6", enter=True)
    measured = Calibration(cross_x=2130, cross_y=1895, down=9960)
    assert calibrations(desk.folders.printers_file) == {"HP LaserJet": measured}
    assert "HP LaserJet" in desk.said[-1][1]
    panel.show_printers({"HP LaserJet": measured, "Canon": TRUE}, "Canon")
    panel.printer.setCurrentText("HP LaserJet")
    assert [field.text() for field in (panel.left, panel.top, panel.across, panel.down)] == [
        "21,3",
        "18,95",
        "100,0",
        "99,6",
    ]


@pytest.mark.parametrize("typed", ["", "9,99", "30,01", "twenty", "-20", "2000", "20,0,0", "²"])
def test_a_length_that_no_printer_is_off_by_is_refused_at_its_field(desk: Desk, typed: str) -> None:
    panel = desk.page.calibration
    panel.show_printers({}, "HP LaserJet")
    for field in (panel.top, panel.across, panel.down):
        desk.type_into(field.edit, "20" if field is panel.top else "100")
    desk.type_into(panel.left.edit, typed, enter=True)
    assert "10" in panel.left.notice.text()
    assert panel.left.edit.hasFocus()
    assert calibrations(desk.folders.printers_file) == {}
    desk.type_into(panel.left.edit, "20,4", enter=True)
    assert calibrations(desk.folders.printers_file)["HP LaserJet"].cross_x == 2040


def test_what_is_being_typed_stays_when_the_page_is_read_again(desk: Desk) -> None:
    panel = desk.page.calibration
    panel.show_printers({}, "HP LaserJet")
    desk.type_into(panel.left.edit, "21,3")
    desk.page.refresh()
    desk.settle()
    assert panel.left.text() == "21,3"
    assert panel.printer.currentText() == "HP LaserJet"


def test_cards_are_printed_as_was_measured_and_written_as_they_are(desk: Desk, tmp_path: Path) -> None:
    # A printer that prints into files has no name.
    keep_calibration(desk.folders.printers_file, "", Calibration(cross_x=2200))
    desk.type_into(desk.page.batches.count.edit, "10")
    desk.click(desk.page.batches.printer)
    print_to(desk, tmp_path / "printed.pdf")
    with desktop():
        desk.click(desk.page.batches.pdf)
        desk.answer_file_dialog("written.pdf")
    paths = (tmp_path / "printed.pdf", desk.folders.cards / "written.pdf")
    lefts = [ink_mm(page_image(path, 0), 5, 35, 100, 36)[0] for path in paths]
    assert lefts == pytest.approx([17.4, 19.4], abs=0.2)
