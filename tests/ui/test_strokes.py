"""A rounded box is put together of pictures of its corners, and looks as if it were drawn whole."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import theme

PAPER = QColor("#808080")
ROUNDING = 8
"""Of 255: a renderer rounds a curve differently in each place."""


def blank(width: int, height: int, density: float) -> QImage:
    image = QImage(round(width * density), round(height * density), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(density)
    image.fill(PAPER)
    return image


def drawn_whole(image: QImage, place: QRect, radius: int, fill: str, edge: str, width: int) -> None:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme().colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().colour(edge), width) if edge else Qt.PenStyle.NoPen)
    inset = width / 2 if edge else 0.0
    painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.end()


def farthest(one: QImage, other: QImage) -> int:
    """The largest difference of any colour of any pixel."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(first - second) for first, second in pairs)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    left=st.integers(0, 9),
    top=st.integers(0, 9),
    width=st.integers(1, 70),
    height=st.integers(1, 50),
    radius=st.integers(0, 14),
    fill=st.sampled_from(("", "card", "brand", "brand_soft")),
    edge=st.sampled_from(("", "line", "brand")),
    rim=st.integers(1, 3),
    density=st.sampled_from((1.0, 1.25, 2.0)),
)
def test_a_box_looks_as_if_it_were_drawn_whole(
    themed: QApplication,
    left: int,
    top: int,
    width: int,
    height: int,
    radius: int,
    fill: str,
    edge: str,
    rim: int,
    density: float,
) -> None:
    place = QRect(left, top, width, height)
    ours, wanted = blank(90, 70, density), blank(90, 70, density)
    painter = QPainter(ours)
    paint_rounded(painter, place, radius, fill=fill, edge=edge, width=rim)
    painter.end()
    drawn_whole(wanted, place, radius, fill, edge, rim)
    assert farthest(ours, wanted) <= ROUNDING


@pytest.mark.parametrize("fill", ["card", "brand"])
def test_another_colour_is_not_painted_with_the_corners_of_the_last(themed: QApplication, fill: str) -> None:
    image = blank(60, 40, 1.0)
    painter = QPainter(image)
    for name in ("red", fill):
        paint_rounded(painter, QRect(0, 0, 60, 40), 10, fill=name)
    painter.end()
    assert image.pixelColor(30, 20) == theme().colour(fill)
    assert image.pixelColor(4, 4) == theme().colour(fill)
