"""Slips on paper: nothing is clipped, and a scanner reads the code."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QImage

from loyalpos.engine.bills import Taken
from loyalpos.engine.program import AmountOff
from loyalpos.printing.customer.tongue import Language
from loyalpos.printing.lettering import fit
from loyalpos.printing.slip import (
    DOTS_PER_MM,
    WIDTHS,
    Code,
    Mark,
    Pair,
    Say,
    Size,
    Stroke,
    code_side,
    laid_out,
    slip_raster,
)
from loyalpos.printing.thermal_card import CODE_DOTS
from tests.printing.conftest import NAMES, face
from tests.printing.slips import (
    CARRIED,
    LONGEST_NAME,
    assert_nothing_clipped,
    blocks_of,
    codes_on,
    sold,
    till_of,
)
from tests.shops import PROGRAM, enrolled

LONGEST_REWARD = "Một ly cà phê sữa đá cỡ lớn kèm bánh mì chảo trứng ốp la và một bánh flan nướng!"


@pytest.mark.parametrize("width", WIDTHS.values())
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_clipped_on_slips_of_real_acts(tmp_path: Path, width: int, language: Language) -> None:
    program = replace(
        CARRIED,
        rewards=(
            *PROGRAM.rewards,
            AmountOff("long", LONGEST_REWARD, 60, 10_000),
            AmountOff("letters", "W" * 80, 61, 10_000),
        ),
    )
    till = till_of(tmp_path, program)
    member = enrolled(till, name=LONGEST_NAME)
    first = sold(till, member, 999_999_000, number="HĐ-2026-11-23-000010235")
    bill = sold(till, member, 126_000, Taken("long"), Taken("letters"))
    back = till.returns.return_bill(first, 1, 50_000)
    undone = sold(till, member, 10_000)
    till.returns.undo(undone)
    for record in (first, bill, back.reversal, undone, member):
        raster = assert_nothing_clipped(blocks_of(till, record, language, code=True, again=True), width)
        assert codes_on(raster) == [till.members.member(member).card]


@settings(max_examples=40)
@given(st.sampled_from(tuple(WIDTHS.values())), st.integers(2, 60), st.sampled_from(NAMES), st.booleans())
def test_names_of_any_length_stand_whole(width: int, letters: int, name: str, spaced: bool) -> None:
    text = (f"{name} " * 30 if spaced else name.replace(" ", "") * 30)[:letters].strip()
    blocks = (Say(text, Size.LARGE, centred=True), Pair(text, "125.000 ₫"), Pair("Quà", text), Mark(text))
    boxes, _ = laid_out(blocks, width)
    for box in boxes:
        assert not box.shortened
        assert box.left + box.width <= width
        assert box.lettering is not None
        edge = 20 if isinstance(box.block, Mark) else 0
        assert not fit(box.text, box.lettering, box.width - edge, box.height - edge).overflows


@pytest.mark.parametrize("width", WIDTHS.values())
def test_codes_are_24_mm_and_more_of_whole_dots(width: int) -> None:
    for side in (code_side(width), CODE_DOTS):
        assert side >= 24 * DOTS_PER_MM
        assert side % 29 == 0
        assert side <= width


def test_a_raster_shows_on_the_screen_what_is_printed() -> None:
    raster = slip_raster((Say("Ể", Size.HUGE), Stroke(), Code(face().code)), 384)
    image = raster.image()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    for row in range(raster.height):
        for byte in range(48):
            dots = raster.dots[row * 48 + byte]
            for bit in range(8):
                black = bool(dots & (0x80 >> bit))
                assert (image.pixelColor(byte * 8 + bit, row).lightness() == 0) is black
    assert set(bytes(grey.constBits())) == {0, 255}
