"""How customers reach the shop: what the owner typed, as a phone's camera understands it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalpos.engine.joining import LONGEST_JOIN, Reach, reach_of
from loyalpos.engine.shop import ShopDescription


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("https://quanmay.vn/diem", "https://quanmay.vn/diem"),
        ("quanmay.vn", "https://quanmay.vn"),
        ("facebook.com/quanmay", "https://facebook.com/quanmay"),
        ("Zalo 0901 234 567", "https://zalo.me/0901234567"),
        ("zalo: +84901234567", "https://zalo.me/0901234567"),
        ("0901.234.567", "tel:0901234567"),
        ("Gặp cô Mai, 0901 234 567", "Gặp cô Mai, 0901 234 567"),
    ],
)
def test_what_is_typed_is_what_a_camera_opens(typed: str, code: str) -> None:
    assert reach_of(ShopDescription("Mây", join=typed)) == Reach(code, typed)


def test_without_anything_typed_the_telephone_of_the_contact_line_is_called() -> None:
    shop = ShopDescription("Mây", "12 Hàng Bài, Hà Nội · 024 3825 0000")
    assert reach_of(shop) == Reach("tel:02438250000", "024 3825 0000")


def test_a_shop_that_says_nothing_has_nothing_to_scan() -> None:
    assert reach_of(ShopDescription("Mây", "12 Hàng Bài, Hà Nội")) == Reach("", "")


@settings(max_examples=30)
@given(st.text(max_size=220), st.text(max_size=60))
def test_anything_can_be_typed(typed: str, contact: str) -> None:
    reach = reach_of(ShopDescription("Mây", contact, join=typed))
    assert bool(reach.code) == bool(reach.words)
    assert len(reach.code) <= LONGEST_JOIN + len("https://zalo.me/")
