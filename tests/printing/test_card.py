from __future__ import annotations

import unicodedata
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from loyalpos.printing.card import (
    CARD_HEIGHT,
    CARD_WIDTH,
    SAFE_EDGE,
    CardFace,
    grouped,
    paint_back,
    paint_front,
)
from loyalpos.printing.card_parts import Says
from loyalpos.printing.face import said
from loyalpos.printing.lettering import Lettering, fit
from loyalpos.printing.typefaces import Weight
from tests.printing.conftest import NAMES, face

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
LETTERS = VIETNAMESE + VIETNAMESE.upper() + "   '-fwzjFWZJ"
names = st.one_of(
    st.text(alphabet=LETTERS, min_size=1, max_size=200),
    st.lists(st.sampled_from(" ".join(NAMES).split()), min_size=1, max_size=40).map(" ".join),
    st.text(alphabet=st.characters(categories=("L", "M", "N", "P", "S", "Z")), min_size=1, max_size=200),
    st.text(min_size=1, max_size=200),
)
PX = 0.15
NAME = Lettering(Weight.SEMIBOLD, 420, 220, lines=2)
NAME_BOX = QRectF(500, 2560, 4860, 2315)
BACK_TEXT_BOX = QRectF(3340, SAFE_EDGE, 4720, CARD_HEIGHT - 2 * SAFE_EDGE)


def painted(card: CardFace, *, back: bool = False) -> Image.Image:
    return _painted(card, back)


@lru_cache(maxsize=4)
def _painted(card: CardFace, back: bool) -> Image.Image:
    image = QImage(round(CARD_WIDTH * PX) + 40, round(CARD_HEIGHT * PX) + 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.translate(20, 20)
    painter.scale(PX, PX)
    (paint_back if back else paint_front)(painter, card)
    painter.end()
    return Image.frombytes("RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "BGRX")


def difference(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(one, other).getbbox()


def assert_inside(ink: tuple[int, int, int, int] | None, box: QRectF) -> None:
    if ink is None:
        return
    left, top, right, bottom = ((edge - 20) / PX for edge in ink)
    # A raster sets baselines on whole pixels and smooths one on each side; together that is 0.2 mm.
    slack = 3 / PX
    assert left >= box.left() - slack
    assert top >= box.top() - slack
    assert right <= box.right() + slack
    assert bottom <= box.bottom() + slack


@settings(max_examples=120, deadline=None)
@given(name=names)
def test_a_name_of_any_length_is_drawn_in_its_box_and_nowhere_else(name: str) -> None:
    assert_inside(difference(painted(face(name)), painted(face(" "))), NAME_BOX)


@settings(max_examples=200, deadline=None)
@given(name=names)
def test_what_is_printed_is_the_name_or_its_beginning(name: str) -> None:
    fitted = fit(name, NAME, NAME_BOX.width(), NAME_BOX.height())
    spaced = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in name)
    wanted = "".join(unicodedata.normalize("NFC", " ".join(spaced.split())).split(" "))
    shown = "".join("".join(fitted.lines).split())
    if fitted.shortened:
        assert shown.endswith("…")
        assert wanted.startswith(shown[:-1])
        assert fitted.size == NAME.smallest
    else:
        assert shown == wanted
    assert len(fitted.lines) <= NAME.lines


@settings(max_examples=200, deadline=None)
@given(name=st.text(alphabet=LETTERS, min_size=1, max_size=200))
def test_no_vietnamese_name_is_ever_clipped(name: str) -> None:
    assert not fit(name, NAME, NAME_BOX.width(), NAME_BOX.height()).overflows


@pytest.mark.parametrize("name", NAMES)
def test_everyday_names_stand_whole_at_full_size_on_at_most_two_lines(name: str) -> None:
    fitted = fit(name, NAME, NAME_BOX.width(), NAME_BOX.height())
    assert " ".join(fitted.lines) == name
    assert fitted.size == NAME.size


def test_a_long_name_wraps_first_then_shrinks_and_only_then_loses_its_end() -> None:
    name = "Công Tằng Tôn Nữ Hoàng Diệu"
    wrapped = fit(name, NAME, NAME_BOX.width(), NAME_BOX.height())
    shrunk = fit(f"{name} {name}", NAME, NAME_BOX.width(), NAME_BOX.height())
    cut = fit(" ".join([name] * 6), NAME, NAME_BOX.width(), NAME_BOX.height())
    assert (len(wrapped.lines), wrapped.size) == (2, NAME.size)
    assert NAME.smallest <= shrunk.size < NAME.size
    assert not shrunk.shortened
    assert cut.lines[-1].endswith("…")


@settings(max_examples=25, deadline=None)
@given(shop=names)
def test_a_shop_name_of_any_length_stays_above_the_members_name(shop: str) -> None:
    above = QRectF(SAFE_EDGE, SAFE_EDGE, CARD_WIDTH - 2 * SAFE_EDGE, NAME_BOX.top() - SAFE_EDGE)
    assert_inside(difference(painted(face(shop=shop)), painted(face(shop=" "))), above)


long_lines = st.lists(st.text(alphabet=LETTERS + "0123456789.,₫", max_size=200), max_size=20).map(tuple)


@settings(max_examples=25, deadline=None)
@given(lines=long_lines, contact=st.text(alphabet=LETTERS, max_size=200))
def test_the_back_keeps_any_text_in_its_column(lines: tuple[str, ...], contact: str) -> None:
    bare = face(lines=(), contact="")
    written = difference(painted(face(lines=lines, contact=contact), back=True), painted(bare, back=True))
    assert_inside(written, BACK_TEXT_BOX)


def test_the_back_is_as_tall_as_its_column_at_most_in_both_languages(language: str) -> None:
    empty = Image.new("RGB", painted(face()).size, "white")
    column = (20 + round(BACK_TEXT_BOX.left() * PX) - 1, 0, empty.width, empty.height)
    for lines in ((), ("Cứ 10.000 ₫ tích 1 điểm.",) * 8, ("Rất dài " * 25,) * 8):
        ink = difference(painted(face(lines=lines), back=True).crop(column), empty.crop(column))
        assert ink is not None
        assert_inside((ink[0] + column[0], ink[1], ink[2] + column[0], ink[3]), BACK_TEXT_BOX)


def test_only_the_ground_comes_near_the_edge() -> None:
    full = face(
        "Công Tằng Tôn Nữ " * 9, shop="Cửa hàng tạp hoá " * 9, since=date(2026, 11, 23), brand="#ffffff"
    )
    edge = 20 + round(SAFE_EDGE * PX)
    for back in (False, True):
        image = painted(full, back=back)
        ink = difference(image, Image.new("RGB", image.size, "white"))
        assert ink is not None
        assert min(ink[:2]) >= edge - 2
        assert ink[2] <= image.width - edge + 2
        assert ink[3] <= image.height - edge + 2


def test_a_blank_card_has_a_white_strip_with_a_line_to_write_on(language: str) -> None:
    blank = painted(face(None))
    ink = difference(blank, painted(face(" ")))
    assert ink is not None
    assert_inside(ink, NAME_BOX)
    strip = blank.crop(ink).convert("L")
    white = sum(strip.histogram()[250:]) / (strip.width * strip.height)
    assert white > 0.85
    rows = [sum(strip.getpixel((x, y)) < 160 for x in range(strip.width)) for y in range(strip.height)]  # type: ignore[operator]
    assert max(rows) > strip.width * 0.6


def test_a_number_is_grouped_as_it_is_read_aloud() -> None:
    assert grouped("9812345678901288") == "9812 3456 7890 1288"


@pytest.mark.parametrize(
    "code", ["", "981234567890128", "98123456789012888", "98123456789O1288", "９812345678901288"]
)
def test_a_card_takes_no_other_code_than_sixteen_digits(code: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        CardFace("Mây", None, code, None, (), "", "#0f6e5f")


def test_a_card_takes_no_brand_that_is_no_colour() -> None:
    with pytest.raises(ValueError, match="colour"):
        face(brand="#0f6e5")


def test_the_back_calls_points_as_the_shop_does() -> None:
    named = replace(face(), points_name="sao ⭐")
    assert said(named, Says.HOW) == ("Scan this card with every purchase to collect sao.",)
    assert said(named, Says.LOST)[0].endswith("your sao stay.")
    for usual in ("", "điểm", "points"):
        assert said(replace(named, points_name=usual), Says.HOW)[0].endswith("to collect points.")
