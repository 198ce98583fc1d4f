"""Every template on every brand: nothing is clipped, nothing overlaps, everything can be read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageDraw
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from loyalpos.engine.card_design import LONGEST_GREETING, LONGEST_HOTLINE, LONGEST_TERMS, CardDesign
from loyalpos.printing.card import CARD_HEIGHT, CARD_WIDTH, CardFace, paint_side, planned
from loyalpos.printing.card_parts import SAFE_EDGE, Code, Logo, NameStrip, Says, Words
from loyalpos.printing.card_plan import Block, SetLine, plan
from loyalpos.printing.card_templates import template_names
from loyalpos.printing.colours import LEAST_CONTRAST, card_colours, contrast
from loyalpos.printing.face import holds
from loyalpos.printing.sheet import cards_pdf
from loyalpos.printing.typefaces import typeface
from tests.printing.conftest import NAMES, face
from tests.printing.template_cards import (
    BRANDS,
    EDGE,
    PX,
    TEMPLATES,
    every_template,
    full,
    picture,
    sides,
    wordless,
)
from tests.printing.test_card import LETTERS

everyday = (
    st.lists(st.sampled_from(" ".join(NAMES).split()), min_size=1, max_size=14)
    .map(lambda parts: " ".join(parts)[:60].strip())
    .filter(lambda name: len(name) >= 2)
)
anything = st.one_of(
    everyday,
    st.text(alphabet=LETTERS, min_size=1, max_size=60),
    st.text(alphabet="ỂỄẪỮẰƯỜNGQjgy", min_size=2, max_size=60),
    st.text(alphabet="🧋☕😀é́̂W ", min_size=1, max_size=60),
    st.text(min_size=1, max_size=60),
)


def assert_in_their_boxes(card: CardFace) -> None:
    for side in sides(card.design.template):
        ink = ImageChops.difference(picture(card, side), picture(card, wordless(side)))
        room = ImageDraw.Draw(ink)
        # A raster sets baselines on whole pixels and smooths one on each side.
        slack = 2
        for words in side.of(Words):
            if holds(words.when, card):
                box = words.box
                left, top, right, bottom = (
                    EDGE + edge * PX for edge in (box.left, box.top, box.right, box.bottom)
                )
                room.rectangle((left - slack, top - slack, right + slack, bottom + slack), fill=(0, 0, 0))
        assert ink.getbbox() is None


def assert_apart(block: Block) -> None:
    below = 0.0
    for line in block.lines:
        assert line.top >= below
        below = line.top + line.fitted.height
        if not line.fitted.overflows:
            assert_whole(line, block.words.box.width)
    assert below <= block.height + 0.01
    assert block.height <= block.words.box.height or any(line.fitted.overflows for line in block.lines)


def assert_whole(line: SetLine, width: int) -> None:
    """Measure the ink itself: what is painted past a box is cut off, and no picture would tell."""
    font = typeface(line.line.weight, line.fitted.size, spacing_percent=line.line.spacing)
    for text, (x, y) in zip(line.fitted.lines, line.fitted.origins, strict=True):
        ink = QFontMetricsF(font).tightBoundingRect(text)
        if not ink.isValid():
            continue
        assert x + ink.left() >= -1
        assert x + ink.right() <= width + 1
        assert y + ink.top() >= -1
        assert y + ink.bottom() <= line.fitted.height + 1


def test_the_templates_are_offered_in_their_order() -> None:
    assert template_names() == TEMPLATES
    assert CardDesign().template == TEMPLATES[0]


@every_template
@settings(max_examples=60, deadline=None)
@given(name=everyday)
def test_names_of_two_to_sixty_letters_stand_whole(template: str, name: str) -> None:
    for block in planned(full(template, name)):
        assert Says.NAME not in block.cut
        assert_apart(block)


@every_template
@settings(max_examples=40, deadline=None)
@given(name=anything)
def test_ink_stays_in_its_box_whatever_the_name_is(template: str, name: str) -> None:
    card = full(template, name)
    assert_in_their_boxes(card)
    for block in planned(card):
        assert_apart(block)


@every_template
@settings(max_examples=25, deadline=None)
@given(
    shop=anything,
    contact=st.text(alphabet=LETTERS, max_size=120),
    terms=st.text(alphabet=LETTERS, max_size=LONGEST_TERMS),
    greeting=st.text(alphabet=LETTERS, max_size=LONGEST_GREETING),
    hotline=st.text(alphabet="0123456789 .+", max_size=LONGEST_HOTLINE),
    lines=st.lists(st.text(alphabet=LETTERS + "0123456789.,₫", max_size=120), max_size=12).map(tuple),
    name=st.one_of(st.none(), anything),
    has_logo=st.booleans(),
)
def test_all_an_owner_may_print_stays_in_its_boxes(
    template: str,
    shop: str,
    contact: str,
    terms: str,
    greeting: str,
    hotline: str,
    lines: tuple[str, ...],
    name: str | None,
    has_logo: bool,
) -> None:
    card = full(
        template,
        name,
        shop_name=shop,
        contact_line=contact,
        program_lines=lines,
        logo=b"no picture" if has_logo else None,
    )
    card = replace(card, design=replace(card.design, terms=terms, greeting=greeting, hotline=hotline))
    assert_in_their_boxes(card)
    for block in planned(card):
        assert_apart(block)


@every_template
def test_an_ordinary_shop_s_words_are_all_printed(template: str) -> None:
    for name in (*NAMES, None):
        assert not any(block.cut for block in planned(full(template, name)))


@every_template
@pytest.mark.parametrize("brand", BRANDS)
def test_every_word_can_be_read_where_it_stands(template: str, brand: str) -> None:
    for name, logo in product(("Công Tằng Tôn Nữ Hoàng Diệu", None), (None, b"no picture")):
        card = full(template, name, brand=brand, logo=logo)
        for side in sides(template):
            ground = picture(card, wordless(side))
            for block in plan(card, side):
                for line in block.lines:
                    colour = card_colours(brand)[line.line.colour]
                    for behind in grounds(ground, block, line.top, line.fitted.height):
                        assert contrast(colour, behind) >= LEAST_CONTRAST - 0.05, (line.text, behind.name())


def grounds(image: Image.Image, block: Block, top: float, height: float) -> Iterator[QColor]:
    box = block.words.box
    above = box.top + block.drop() + top
    part = image.crop(
        (
            EDGE + round(box.left * PX),
            EDGE + round(above * PX),
            EDGE + round(box.right * PX),
            EDGE + round((above + height) * PX),
        )
    )
    for count, colour in part.getcolors(part.width * part.height) or ():
        # Lines thinner than a pen's, and the steps a raster smooths them with, are no ground.
        if isinstance(colour, tuple) and count * 25 > part.width * part.height:
            yield QColor(*colour)


@every_template
def test_nothing_but_colour_comes_near_the_edge(template: str) -> None:
    for side in sides(template):
        for part in (*side.of(Words), *side.of(Code), *side.of(Logo), *side.of(NameStrip)):
            assert part.box.left >= SAFE_EDGE
            assert part.box.top >= SAFE_EDGE
            assert part.box.right <= CARD_WIDTH - SAFE_EDGE
            assert part.box.bottom <= CARD_HEIGHT - SAFE_EDGE


@every_template
def test_no_colour_leaves_the_card(template: str) -> None:
    for side in sides(template):
        for bleed in (None, 0, 200):
            image = QImage(1200, 900, QImage.Format.Format_RGB32)
            image.fill(0xFF00FF)
            painter = QPainter(image)
            painter.translate(150, 150)
            painter.scale(PX, PX)
            paint_side(painter, full(template), side, bleed=bleed)
            painter.end()
            out = Image.frombytes("RGB", (1200, 900), bytes(image.constBits()), "raw", "BGRX")
            reach = round((bleed or 0) * PX)
            ink = ImageChops.difference(out, Image.new("RGB", out.size, (255, 0, 255))).getbbox()
            assert ink is not None
            for edge, wanted in zip(
                ink, (150 - reach, 150 - reach, 150 + 856 + reach, 150 + 540 + reach), strict=True
            ):
                assert abs(edge - wanted) <= 1


@every_template
def test_a_file_says_the_words_in_vietnamese(template: str, vietnamese: None, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    cards_pdf([full(template)], out, layout="cr80")
    read = ""
    with closing(pypdfium2.PdfDocument(out)) as document:
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                read += f" {text.get_text_range()}"
    read = unicodedata.normalize("NFC", " ".join(read.split())).casefold()
    for said in (
        "Quán Cà Phê Mây",
        "Nguyễn Văn Đức",
        "9800 3456 7890 1288",
        "Thẻ thành viên · từ 08/03/2026",
        "Thành viên Vàng",
        "Cảm ơn bạn đã là khách quen của quán!",
        "Tháng sinh nhật tích gấp đôi.",
        "bàn yên tĩnh, giao hàng miễn phí",
        "Hàng đổi trả trong 7 ngày",
        "1900 6868",
    ):
        assert said.casefold() in read


def test_what_the_owner_switched_off_is_not_printed() -> None:
    off = CardDesign(name=False, number=False, since=False, program=False)
    said = {
        line.line.says
        for block in planned(replace(face(since=date(2026, 3, 8)), design=off))
        for line in block.lines
    }
    assert said == {Says.SHOP, Says.KIND, Says.HOW, Says.LOST, Says.CONTACT}


def test_a_tier_s_own_hotline_goes_before_the_shop_s() -> None:
    card = replace(full("classic"), tier_hotline="0909 123 456")
    texts = [line.text for block in planned(card) for line in block.lines]
    assert any("0909 123 456" in text for text in texts)
    assert not any("1900 6868" in text for text in texts)
