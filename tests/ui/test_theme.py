from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetrics, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.ui.office.numbers import DayBox
from loyalpos.ui.widgets.boxes import Box
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fonts import TYPE
from loyalpos.ui.widgets.palette import (
    DARK,
    LEAST_CONTRAST_PERCENT,
    LIGHT,
    TEXT_ON,
    Palette,
    contrast_percent,
)
from loyalpos.ui.widgets.sheet import style_sheet
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Scheme, Theme, apply_theme, theme

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SCHEMES = (LIGHT, DARK)


def unreadable(palette: Palette) -> list[tuple[str, str, int]]:
    measured = [
        (text, ground, contrast_percent(palette.colour(text), palette.colour(ground)))
        for text, ground in TEXT_ON
    ]
    return [one for one in measured if one[2] < LEAST_CONTRAST_PERCENT]


@pytest.mark.parametrize(
    ("text", "ground", "expected"),
    [("#000000", "#ffffff", 2100), ("#777777", "#ffffff", 447), ("#abcdef", "#abcdef", 100)],
)
def test_contrast_is_measured_as_wcag_does(text: str, ground: str, expected: int) -> None:
    assert contrast_percent(text, ground) == expected
    assert contrast_percent(ground, text) == expected


@pytest.mark.parametrize("palette", SCHEMES, ids=("light", "dark"))
def test_every_text_can_be_read_on_every_ground_it_stands_on(palette: Palette) -> None:
    assert unreadable(palette) == []


@pytest.mark.parametrize("palette", SCHEMES, ids=("light", "dark"))
def test_every_rule_of_the_style_sheet_is_readable(palette: Palette) -> None:
    sheet = style_sheet(palette, 100)
    pairs = 0
    for body in re.findall(r"\{([^}]*)\}", sheet):
        for text, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            found = [re.search(rf"(?:^|[\s;]){name}: (#[0-9a-f]{{6}})", body) for name in (text, ground)]
            if found[0] and found[1]:
                pairs += 1
                assert contrast_percent(found[0][1], found[1][1]) >= LEAST_CONTRAST_PERCENT, body
    assert pairs > 8


@given(COLOURS)
def test_any_colour_a_shop_wishes_becomes_readable(brand: str) -> None:
    for palette in SCHEMES:
        assert unreadable(palette.with_brand(brand)) == []


@given(COLOURS)
def test_a_readable_wish_is_kept_as_it_is(brand: str) -> None:
    for palette in SCHEMES:
        made = palette.with_brand(brand).brand
        assert palette.with_brand(made).brand == made


@pytest.mark.parametrize("wish", ["", "green", "#12", "#gggggg", "0f6e5f0"])
def test_what_is_no_colour_is_refused(wish: str) -> None:
    with pytest.raises(ValueError):
        LIGHT.with_brand(wish)


@pytest.mark.parametrize("palette", SCHEMES, ids=("light", "dark"))
def test_disabled_controls_stay_readable(palette: Palette, themed: QApplication) -> None:
    apply_theme(themed, Scheme.DARK if palette.dark else Scheme.LIGHT)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        colour = themed.palette().color(QPalette.ColorGroup.Disabled, role).name()
        assert contrast_percent(colour, palette.card) >= LEAST_CONTRAST_PERCENT
        assert contrast_percent(colour, palette.paper) >= LEAST_CONTRAST_PERCENT


@pytest.mark.parametrize("role", TYPE)
def test_each_step_of_the_scale_has_vietnamese_and_the_sign_of_the_dong(
    role: str, themed: QApplication
) -> None:
    font = theme().font(role)
    assert QFontInfo(font).family() == TYPE[role].family
    raw = QRawFont.fromFont(font)
    missing = [letter for letter in "₫ĐđẮằẵặỆợữỳỵÝ–·≈×…0123456789" if not raw.supportsCharacter(ord(letter))]
    assert missing == []


def test_figures_in_columns_are_equally_wide(themed: QApplication) -> None:
    for role in ("figure", "figure_strong", "figure_small", "figure_large"):
        metrics = QFontMetrics(theme().font(role))
        assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1, role


def test_bold_figures_are_bold(themed: QApplication) -> None:
    label = QLabel("1.234.567")
    weights = []
    for role in ("figure", "figure_strong"):
        label.setFont(theme().font(role))
        image = label.grab().toImage()
        weights.append(
            sum(
                image.pixelColor(x, y).lightness() < 128
                for x in range(image.width())
                for y in range(image.height())
            )
        )
    assert weights[1] > weights[0]


@pytest.mark.parametrize("asked", [0, 90, 100, 150, 200, 1000])
def test_text_grows_with_its_scale_within_its_limits(asked: int, themed: QApplication) -> None:
    label, button = Words("Tổng hoá đơn", "display"), ActionButton("Cộng điểm", "Enter")
    apply_theme(themed, Scheme.LIGHT, asked)
    percent = max(90, min(200, asked))
    assert theme().scale_percent == percent
    assert label.font().pixelSize() == TYPE["display"].size_px * percent // 100
    assert button.font().pixelSize() == TYPE["button"].size_px * percent // 100
    assert button.sizeHint().height() >= max(44, 44 * percent // 100)


def test_open_windows_follow_a_change_of_scheme_and_brand(qtbot: QtBot, themed: QApplication) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    label = Words("Khách được cộng", tone="brand")
    column.addWidget(label)
    qtbot.addWidget(window)
    window.show()
    seen = []
    for scheme, brand in ((Scheme.LIGHT, None), (Scheme.DARK, None), (Scheme.LIGHT, "#8b1e5a")):
        apply_theme(themed, scheme, brand=brand)
        colour = label.palette().color(QPalette.ColorRole.WindowText).name()
        ground = window.grab().toImage().pixelColor(1, 1).name()
        assert (colour, ground) == (theme().palette.brand, theme().palette.paper)
        seen.append(colour)
    assert len(set(seen)) == 3


def test_the_system_is_asked_for_its_scheme(themed: QApplication) -> None:
    apply_theme(themed, Scheme.SYSTEM)
    dark = themed.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert theme().palette is (DARK if dark else LIGHT)


def test_lengths_never_shrink_below_a_finger(themed: QApplication) -> None:
    for percent in (90, 100, 150, 200):
        assert Theme(LIGHT, percent).target >= 44


def test_a_box_found_wrong_after_the_text_grew_stays_as_large_as_the_rest(
    qtbot: QtBot, themed: QApplication
) -> None:
    apply_theme(themed, Scheme.LIGHT, 100)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    boxes = [DayBox(), Box()]
    for box in boxes:
        column.addWidget(box)
    page.show()
    qtbot.waitExposed(page)
    apply_theme(themed, Scheme.LIGHT, 150)
    for box in boxes:
        box.set_wrong(True)
    assert {box.font().pixelSize() for box in boxes} == {TYPE["base"].size_px * 150 // 100}
