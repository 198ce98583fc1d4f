from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from qrcode.constants import ERROR_CORRECT_H
from qrcode.main import QRCode

from loyalpos.printing.qr import MODULES, QUIET_MODULES, paint_qr, qr_rectangles

codes = st.integers(0, 10**14 - 1).map(lambda number: f"98{number:014d}")
ACROSS = MODULES + 2 * QUIET_MODULES


def drawn(code: str, side_px: int) -> QImage:
    image = QImage(side_px, side_px, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_qr(painter, QRectF(0, 0, side_px, side_px), code)
    painter.end()
    return image


@settings(deadline=None, max_examples=50)
@given(code=codes)
def test_the_rectangles_cover_each_dark_module_once_and_no_light_one(code: str) -> None:
    covered = [
        (x, y)
        for column, row, columns, rows in qr_rectangles(code)
        for x in range(column, column + columns)
        for y in range(row, row + rows)
    ]
    symbol = QRCode(version=1, error_correction=ERROR_CORRECT_H, border=0)
    symbol.add_data(code)
    symbol.make(fit=False)
    dark = [(x, y) for y, modules in enumerate(symbol.get_matrix()) for x, on in enumerate(modules) if on]
    assert sorted(covered) == sorted(dark)


@settings(deadline=None, max_examples=50)
@given(code=codes)
def test_a_reader_finds_the_code_at_version_one_and_level_h(code: str) -> None:
    (found,) = zxingcpp.read_barcodes(drawn(code, 150))
    assert found.text == code
    assert found.ec_level == "H"
    assert len(qr_rectangles(code)) < MODULES * MODULES // 2


@pytest.mark.parametrize("side_px", [107, 149, 203])
def test_no_hairline_shows_between_dark_modules(side_px: int) -> None:
    code = "9812345678901288"
    image = drawn(code, side_px)
    module = side_px / ACROSS
    dark = {
        (x, y)
        for column, row, columns, rows in qr_rectangles(code)
        for x in range(column, column + columns)
        for y in range(row, row + rows)
    }
    for x, y in dark:
        if {(x + 1, y), (x, y + 1), (x + 1, y + 1)} <= dark:
            seam_x, seam_y = (x + 1 + QUIET_MODULES) * module, (y + 1 + QUIET_MODULES) * module
            assert image.pixelColor(int(seam_x), int(seam_y)).red() < 8


@pytest.mark.parametrize("wrong", ["9" * 18, "98A4", "٩٨", "9 8"])
def test_what_the_symbol_does_not_hold_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="no code"):
        qr_rectangles(wrong)
