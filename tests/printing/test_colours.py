from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from loyalpos.printing.colours import LEAST_CONTRAST, contrast, scheme_for

brands = st.integers(0, 0xFFFFFF).map(lambda rgb: f"#{rgb:06x}")


@given(brand=brands)
def test_every_word_can_be_read_anywhere_on_any_brand(brand: str) -> None:
    scheme = scheme_for(brand)
    for text in (scheme.text, scheme.quiet):
        for ground in (scheme.near, scheme.far):
            assert contrast(text, ground) >= LEAST_CONTRAST


@given(grey=st.integers(0, 255))
def test_every_grey_finds_a_text_colour(grey: int) -> None:
    scheme = scheme_for(f"#{grey:02x}{grey:02x}{grey:02x}")
    assert contrast(scheme.text, scheme.near) >= LEAST_CONTRAST


@given(one=brands, other=brands)
def test_contrast_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert contrast(QColor(one), QColor(other)) == contrast(QColor(other), QColor(one)) >= 1


def test_contrast_agrees_with_published_values() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


def test_the_house_colour_carries_white_text_and_yellow_carries_dark() -> None:
    assert scheme_for("#0f6e5f").text == QColor("#ffffff")
    assert scheme_for("#f2c230").text == QColor("#17211f")
