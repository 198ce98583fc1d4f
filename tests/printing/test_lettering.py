from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from loyalpos.printing.lettering import Fitted, Lettering, fit, write
from loyalpos.printing.typefaces import Weight

INK = QColor("#000000")
LARGE = Lettering(Weight.SEMIBOLD, 420, 420)


def written(
    text: str, box: QRectF, lettering: Lettering = LARGE, *, bottom: bool = False, centred: bool = False
) -> tuple[tuple[int, int, int, int], Fitted]:
    """Ink on an image one pixel to the unit, as left, top, right, bottom."""
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    fitted = write(painter, box, text, lettering, INK, bottom=bottom, centred=centred)
    painter.end()
    shades = Image.frombytes("RGB", (1600, 1200), bytes(image.constBits()), "raw", "BGRX").convert("L")
    ink = shades.point([255] * 255 + [0]).getbbox()
    assert ink is not None
    return ink, fitted


@pytest.mark.parametrize("text", ["j", "̂x", "Ể", "Ặ", "Ựg", "ĵ"])
def test_ink_that_reaches_past_its_letter_stays_in_the_box(text: str) -> None:
    box = QRectF(300, 300, 900, 640)
    (left, top, right, bottom), fitted = written(text, box)
    assert not fitted.overflows
    assert left >= 299
    assert top >= 299
    assert right <= 1201
    assert bottom <= 941


def test_what_no_size_can_hold_is_clipped_at_the_box() -> None:
    _, top, right, bottom = (ink := written("H", QRectF(300, 300, 420, 200)))[0]
    assert ink[1].overflows
    assert top >= 283
    assert right <= 737
    assert bottom <= 517


def test_a_mark_without_a_letter_stays_in_the_box() -> None:
    (left, _, _, _), _ = written("\u0338a", QRectF(300, 300, 900, 640))
    assert left >= 283


def test_marks_below_one_line_and_above_the_next_do_not_touch() -> None:
    tight = Lettering(Weight.BOLD, 300, 300, lines=2, leading_percent=60)
    fitted = fit("ỰỰỰỰ ỂỂỂỂ", tight, 1000, 1200)
    assert len(fitted.lines) == 2
    ink, _ = written("ỰỰỰỰ ỂỂỂỂ", QRectF(100, 100, 1000, 1050), tight)
    one, _ = written("ỰỰỰỰ", QRectF(100, 100, 1000, 1050), tight)
    other, _ = written("ỂỂỂỂ", QRectF(100, 100, 1000, 1050), tight)
    assert ink[3] - ink[1] > (one[3] - one[1]) + (other[3] - other[1])


def test_lines_can_rest_on_the_bottom_or_stand_in_the_middle() -> None:
    box = QRectF(100, 100, 1400, 1000)
    (_, hung, _, _), _ = written("An", box)
    (left, _, right, rested), _ = written("An", box, bottom=True, centred=True)
    assert hung < 300
    assert rested > 950
    assert abs((left + right) / 2 - 800) < 20


def test_control_characters_and_new_lines_become_spaces() -> None:
    assert fit("Nguyễn\r\n\tVăn\x00Đức ", LARGE, 9000, 900).lines == ("Nguyễn Văn Đức",)


def test_nothing_is_written_of_an_empty_text() -> None:
    assert fit(" \n", LARGE, 100, 100) == Fitted((), (), 420, 0.0, 0.0, shortened=False, overflows=False)
