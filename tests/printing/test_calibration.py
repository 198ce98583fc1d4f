from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from loyalpos.errors import CannotPrint, CannotWrite
from loyalpos.printing.calibration import (
    CROSS_BOUNDS,
    RULER_BOUNDS,
    TRUE,
    Calibration,
    apply_calibration,
    calibrations,
    keep_calibration,
)
from loyalpos.printing.calibration_page import LYING_RULER, STANDING_RULER, calibration_pdf, print_calibration
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.printing.sheet import cards_pdf, print_cards
from tests.printing.conftest import faces
from tests.printing.pages import ink_mm, page_image, strokes_mm, texts

SLACK_MM = 0.2
MEASURED = Calibration(cross_x=2130, cross_y=1890, across=10050, down=9960)

crosses = st.integers(*CROSS_BOUNDS)
rulers = st.integers(*RULER_BOUNDS)
places = st.integers(0, 29700)


def near(*values: float) -> object:
    return pytest.approx(values, abs=SLACK_MM)


def edges(path: Path) -> tuple[float, ...]:
    """The left, right, upper and lower edge of the cards of an A4 sheet."""
    image = page_image(path, 0)
    left, _, right, _ = ink_mm(image, 2, 35, 208, 36)
    _, top, _, bottom = ink_mm(image, 40, 10.5, 41, 288)
    return left, right, top, bottom


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


# The page ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    out = tmp_path_factory.mktemp("calibration") / "page.pdf"
    assert calibration_pdf(out) == 1
    return page_image(out, 0)


@pytest.mark.parametrize(("x", "y"), [(20, 20), (190, 20), (20, 277), (190, 277)])
def test_the_crosses_lie_where_they_are_said_to(page: Image.Image, x: float, y: float) -> None:
    # Beyond the ring an arm is alone.
    assert strokes_mm(page, x - 2, y - 5.5, x + 2, y - 3.5, axis=0) == near(x)
    assert strokes_mm(page, x - 5.5, y - 2, x - 3.5, y + 2, axis=1) == near(y)


def test_both_rulers_are_as_long_as_they_say(page: Image.Image) -> None:
    x, y = (length / 100 for length in LYING_RULER)
    assert strokes_mm(page, x - 1, y - 1, x + 101, y - 0.3, axis=0) == near(
        *(x + 10 * at for at in range(11))
    )
    x, y = (length / 100 for length in STANDING_RULER)
    assert strokes_mm(page, x + 0.3, y - 1, x + 1, y + 101, axis=1) == near(
        *(y + 10 * at for at in range(11))
    )


def test_the_page_tells_what_to_measure_in_the_language_of_the_moment(tmp_path: Path, language: str) -> None:
    out = tmp_path / "page.pdf"
    calibration_pdf(out)
    (said,) = texts(out)
    said = " ".join(said.split())
    for letter in "ABCD":
        assert f"{letter} – " in said
    assert {"vi": "mép trái", "en": "left edge"}[language] in said
    assert "20,0 mm" in said


def test_a_printer_gets_the_page_as_it_is(tmp_path: Path, page: Image.Image) -> None:
    print_calibration(pdf_printer(tmp_path / "printed.pdf"))
    printed = page_image(tmp_path / "printed.pdf", 0)
    assert strokes_mm(printed, 18, 14.5, 22, 16.5, axis=0) == near(20.0)
    assert strokes_mm(printed, 188, 271.5, 192, 273.5, axis=0) == near(190.0)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_no_page_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint):
        print_calibration(pdf_printer(tmp_path / "missing" / "page.pdf"))


# What was measured is corrected ------------------------------------------------------------------


@given(x=places, y=places, cross_x=crosses, cross_y=crosses, across=rulers, down=rulers)
def test_what_a_printer_does_wrong_is_undone_beforehand(
    x: int, y: int, cross_x: int, cross_y: int, across: int, down: int
) -> None:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    apply_calibration(painter, Calibration(cross_x, cross_y, across, down))
    drawn = painter.worldTransform().map(QPointF(x, y))
    painter.end()
    # A printer that stretches and then shifts, as the cross and the rulers say.
    inked_x = cross_x + (drawn.x() - 2000) * across / 10000
    inked_y = cross_y + (drawn.y() - 2000) * down / 10000
    assert (inked_x, inked_y) == pytest.approx((x, y), abs=0.01)


def test_cards_move_by_what_was_measured(tmp_path: Path) -> None:
    cards_pdf(faces(10), tmp_path / "plain.pdf")
    shifted = Calibration(cross_x=2130, cross_y=1890)
    assert print_cards(faces(10), pdf_printer(tmp_path / "shifted.pdf"), calibration=shifted) == 10
    before, after = edges(tmp_path / "plain.pdf"), edges(tmp_path / "shifted.pdf")
    assert tuple(one - other for one, other in zip(after, before, strict=True)) == near(-1.3, -1.3, 1.1, 1.1)
    assert codes_in_pdf(tmp_path / "shifted.pdf") == codes_in_pdf(tmp_path / "plain.pdf")


def test_cards_shrink_by_what_was_measured(tmp_path: Path) -> None:
    stretched = Calibration(across=10200, down=9900)
    cards_pdf(faces(10), tmp_path / "cards.pdf", calibration=stretched)
    left, right, top, bottom = edges(tmp_path / "cards.pdf")
    assert (right - left, bottom - top) == near(171.2 / 1.02, 269.9 / 0.99)


def test_a_plain_file_is_corrected_for_no_printer(tmp_path: Path) -> None:
    cards_pdf(faces(10), tmp_path / "plain.pdf")
    assert edges(tmp_path / "plain.pdf") == near(19.4, 190.6, 13.55, 283.45)


# What is kept ------------------------------------------------------------------------------------


def test_what_was_measured_is_kept_for_each_printer_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "printers.json"
    assert calibrations(path) == {}
    keep_calibration(path, "Máy in quầy", MEASURED)
    keep_calibration(path, "HP LaserJet", Calibration(cross_x=2050))
    assert calibrations(path) == {"Máy in quầy": MEASURED, "HP LaserJet": Calibration(cross_x=2050)}
    keep_calibration(path, "Máy in quầy", TRUE)
    assert calibrations(path)["Máy in quầy"] == TRUE
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"HP": {"cross_x": 9}}', '{"HP": {"angle": 1}}', '{"HP": {"across": "10000"}}']
)
def test_a_broken_file_calibrates_no_printer(tmp_path: Path, text: str) -> None:
    path = tmp_path / "printers.json"
    path.write_text(text, "utf-8")
    assert calibrations(path) == {}
    keep_calibration(path, "HP", MEASURED)
    assert calibrations(path) == {"HP": MEASURED}


def test_one_printer_that_is_told_wrongly_takes_nothing_from_the_others(tmp_path: Path) -> None:
    path = tmp_path / "printers.json"
    keep_calibration(path, "HP", MEASURED)
    broken = json.loads(path.read_text("utf-8")) | {"Canon": {"cross_x": 9}}
    path.write_text(json.dumps(broken), "utf-8")
    assert calibrations(path) == {"HP": MEASURED}
    keep_calibration(path, "Epson", TRUE)
    assert calibrations(path) == {"HP": MEASURED, "Epson": TRUE}


@pytest.mark.parametrize("wrong", [{"cross_x": 999}, {"cross_y": 3001}, {"across": 9499}, {"down": 10501}])
def test_no_printer_is_that_far_off(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="is not within"):
        Calibration(**wrong)


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        keep_calibration(tmp_path / "missing" / "printers.json", "HP", MEASURED)
