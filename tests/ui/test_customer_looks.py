"""How the customer's screen looks: every word whole, and to be read on the shop's own ground."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.customer.pieces import Says, hero_tone
from loyalpos.ui.customer.screen import CustomerScreen
from loyalpos.ui.widgets.palette import LEAST_CONTRAST_PERCENT, contrast_percent
from loyalpos.ui.widgets.theme import Scheme, apply_theme, theme
from tests.ui.customer_gallery import SIZES, STATES
from tests.ui.eye import Eye, eye
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "eye", "speaking"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_word_of_the_screen_is_of_the_catalogue_and_none_is_cut(
    qtbot: QtBot, eye: Eye, size: tuple[int, int]
) -> None:
    screen = CustomerScreen(preview=True)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    for name, told in STATES.items():
        screen.show_told(told)
        eye.look(screen, f"{name} at {size}")


@pytest.mark.parametrize("brand", ["#0f6e5f", "#f2c200", "#ffffff", "#123456", "#b3372f"])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_words_on_the_shops_own_ground_can_be_read(
    qtbot: QtBot, themed: QApplication, brand: str, scheme: Scheme
) -> None:
    apply_theme(themed, scheme, 100, brand)
    screen = CustomerScreen(preview=False)
    qtbot.addWidget(screen)
    screen.resize(800, 480)
    screen.show_told(STATES["undone"])
    screen.show()
    ink = theme().palette.colour(hero_tone())
    words = next(one for one in screen.face.findChildren(Says) if one.isVisible())
    words.setStyleSheet("color: transparent")
    ground = screen.grab().toImage()
    seen = {ground.pixelColor(x, y).name() for x in range(0, 800, 40) for y in range(0, 480, 40)} - {ink}
    assert len(seen) > 3
    worst = min(contrast_percent(ink, colour) for colour in seen)
    assert worst >= LEAST_CONTRAST_PERCENT
