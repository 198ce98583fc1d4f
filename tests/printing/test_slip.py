"""Slips and thermal cards: everything is there, nothing is clipped, and a scanner reads the code."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtGui import QImage

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.members import Enrolment
from loyalpos.engine.names import masked_name
from loyalpos.engine.occasions import Gives, SurveyGift
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import AmountOff, PartPaid, Program, Remainder
from loyalpos.engine.rules import AmountRule, StampRule
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.slips import Slip
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.printing.customer.tongue import Language
from loyalpos.printing.lettering import fit
from loyalpos.printing.raster import Raster
from loyalpos.printing.slip import (
    DOTS_PER_MM,
    WIDTHS,
    Block,
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
from loyalpos.printing.slip_words import SlipWishes, slip_blocks
from loyalpos.printing.thermal_card import CODE_DOTS, places_of, thermal_card
from loyalpos.services.till import Till
from tests.printing.conftest import NAMES, face
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till

SHOP = ShopDescription(
    "Quán Cà Phê Mây",
    "12 Hàng Bài, Hà Nội · 024 3825 0000",
    slip_terms="Đổi trả trong 3 ngày, còn hoá đơn.",
    slip_greeting="Cảm ơn anh chị ☕",
)

LONGEST_NAME = "Công Tằng Tôn Nữ Thị Ninh Hoàng Phương Uyên Nguyễn Trần Thị Ẩ"
LONGEST_REWARD = "Một ly cà phê sữa đá cỡ lớn kèm bánh mì chảo trứng ốp la và một bánh flan nướng!"


CARRIED = replace(PROGRAM, remainder=Remainder.CARRIED)


def till_of(folder: Path, program: Program = PROGRAM, shop: ShopDescription = SHOP) -> Till:
    return new_till(folder, World(3), program=program, description=shop)


def sold(till: Till, member: UUID, total_vnd: int, *taken: Taken, number: str | None = None) -> UUID:
    action = till.shop.outside.new_id()
    return till.counter.record_bill(action, member, Bill(total_vnd, number=number), taken).bill


def told(till: Till, record: UUID) -> Slip:
    slip = till.slips.slip(record)
    assert slip is not None
    return slip


def blocks_of(
    till: Till, record: UUID, language: Language = "vi", *, code: bool = False, again: bool = False
) -> tuple[Block, ...]:
    wishes = SlipWishes(language, code=code, again=again)
    return slip_blocks(told(till, record), till.shop.description, wishes)


def words_of(blocks: tuple[Block, ...]) -> str:
    """Everything a slip says, a block to the line."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Say() | Mark():
                lines.append(block.text)
            case Pair():
                lines.append(f"{block.left} | {block.right}")
            case _:
                pass
    return "\n".join(lines).replace("\u00a0", " ")


def assert_nothing_clipped(blocks: tuple[Block, ...], width: int) -> Raster:
    """Every text is whole and inside its box, boxes lie apart and on the paper, and no dot outside them."""
    boxes, height = laid_out(blocks, width)
    for box in boxes:
        assert not box.shortened, box.text
        assert box.left >= 0
        assert box.top >= 0
        assert box.left + box.width <= width
        assert box.bottom <= height
        if isinstance(box.block, Code):
            assert box.width == box.height == code_side(width)
        if box.lettering is not None:
            edge = 20 if isinstance(box.block, Mark) else 0
            fitted = fit(box.text, box.lettering, box.width - edge, box.height - edge)
            assert not fitted.shortened, box.text
            assert not fitted.overflows, box.text
    for one in boxes:
        for other in boxes:
            assert one is other or not one.rectangle.intersects(other.rectangle), (one.text, other.text)
    raster = slip_raster(blocks, width)
    assert (raster.width, raster.height) == (width, height)
    image = raster.image()
    for box in boxes:
        for down in range(-1, box.height + 1):
            for across in range(-1, box.width + 1):
                at = box.left + across, box.top + down
                if 0 <= at[0] < width and 0 <= at[1] < height:
                    image.setPixel(*at, 0xFFFFFFFF)
    left = image.convertToFormat(QImage.Format.Format_Grayscale8)
    assert b"\x00" not in bytes(left.constBits()), "dots outside every box"
    return raster


def codes_on(raster: Raster) -> list[str]:
    image = raster.image().convertToFormat(QImage.Format.Format_Grayscale8)
    return [found.text for found in zxingcpp.read_barcodes(image)]


def test_a_slip_of_a_bill_tells_what_was_bought_earned_and_comes_next(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    bill = sold(till, enrolled(till), 125_000, number="10235")
    said = words_of(blocks_of(till, bill))
    for words in (
        "Quán Cà Phê Mây",
        "12 Hàng Bài, Hà Nội · 024 3825 0000",
        "23/11/2026 09:00 | Hoá đơn 10235",
        "N. V. Đức | thẻ … ",
        "Tổng tiền | 125.000 ₫",
        "+12 điểm",
        "Mua hàng 125.000 ₫ | +12",
        "Bạn hiện có | 32 điểm",
        "Còn 68 điểm nữa được: Giảm 10%",
        "• Cứ 10.000 ₫ tích 1 điểm.",
        "Đổi trả trong 3 ngày, còn hoá đơn.",
    ):
        assert words in said, (words, said)
    assert "Bạn trả" not in said


def test_what_was_redeemed_is_taken_off_and_named(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    member = enrolled(till)
    sold(till, member, 5_000_000)
    said = words_of(blocks_of(till, sold(till, member, 325_000, Taken("off50"))))
    assert "Giảm 50.000 ₫ | −50.000 ₫" in said
    assert "Bạn trả | 275.000 ₫" in said
    assert "Giảm 50.000 ₫ | −500 điểm" in said


def test_a_slip_speaks_the_language_it_is_asked_for(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    bill = sold(till, enrolled(till), 125_000)
    said = words_of(blocks_of(till, bill, "en"))
    assert "Total | 125.000 ₫" in said
    assert "+12 points" in said
    assert "Tổng tiền" not in said


def test_what_is_left_over_says_how_much_more_makes_a_point(tmp_path: Path) -> None:
    till = till_of(tmp_path, CARRIED)
    member = enrolled(till)
    assert "Còn 4.000 ₫ nữa được 1 điểm" in words_of(blocks_of(till, sold(till, member, 126_000)))
    # Nothing left over, nothing to say.
    assert "₫ nữa được 1" not in words_of(blocks_of(till, sold(till, member, 4_000)))


def test_no_full_name_and_no_phone_stands_on_a_slip(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    said = words_of(blocks_of(till, sold(till, enrolled(till), 125_000)))
    assert "Nguyễn" not in said
    assert "0912345678"[-6:] not in said.replace(" ", "")


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Nguyễn Văn Đức", "N. V. Đức"),
        ("An", "An"),
        ("đỗ ỷ Lan", "Đ. Ỷ. Lan"),
        ("H'Hen Niê", "H. Niê"),
        (LONGEST_NAME, "C. T. Ẩ"),
    ],
)
def test_a_name_is_masked_to_its_given_name(name: str, masked: str) -> None:
    assert masked_name(name) == masked


def test_an_undone_act_and_a_return_are_marked(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    member = enrolled(till)
    bill = sold(till, member, 125_000, number="10235")
    back = till.returns.return_bill(bill, 1, 50_000)
    returned = blocks_of(till, back.reversal)
    assert Mark("TRẢ HÀNG") in returned
    said = words_of(returned)
    assert "Hàng trả lại | 50.000 ₫" in said
    assert "của hoá đơn | 125.000 ₫" in said
    assert "Tiền trả khách | 50.000 ₫" in said
    assert "−5 điểm" in said
    till.returns.undo(back.reversal)
    till.returns.undo(bill)
    undone = blocks_of(till, bill)
    assert Mark("ĐÃ HOÀN TÁC") in undone
    assert Mark("ĐÃ HOÀN TÁC") in blocks_of(till, back.reversal)
    assert "Bạn hiện có | 20 điểm" in words_of(undone)


def test_slips_of_a_bill_paid_later_tell_what_is_paid_now_and_what_is_open(tmp_path: Path) -> None:
    till = till_of(tmp_path, replace(PROGRAM, part_paid=PartPaid.AS_PAID))
    action = till.shop.outside.new_id()
    bill = till.counter.record_bill(action, enrolled(till), Bill(185_000, paid_vnd=65_000)).bill
    at_first = words_of(blocks_of(till, bill))
    for words in ("Tổng tiền | 185.000 ₫", "Trả lần này | 65.000 ₫", "Còn phải trả | 120.000 ₫", "+6 điểm"):
        assert words in at_first, (words, at_first)
    paid = till.payments.pay(till.shop.outside.new_id(), bill, 100_000).payment
    till.payments.pay(till.shop.outside.new_id(), bill, 20_000)
    blocks = blocks_of(till, paid)
    later = words_of(blocks)
    for words in (
        "Của hoá đơn | 185.000 ₫",
        "Trả lần này | 100.000 ₫",
        "Còn phải trả | 20.000 ₫",
        "+10 điểm",
    ):
        assert words in later, (words, later)
    assert_nothing_clipped(blocks, WIDTHS[58])


def test_a_slip_for_a_survey_names_it(tmp_path: Path) -> None:
    surveys = (SurveyGift("menu", Gives(points=30), "Món mới"), SurveyGift("talk", Gives(points=5)))
    till = till_of(tmp_path, replace(PROGRAM, occasions=surveys))
    member = enrolled(till)
    said = [words_of(blocks_of(till, till.surveys.answer(member, one.id).record)) for one in surveys]
    assert "\nMón mới\n+30 điểm" in said[0]
    assert "survey" not in said[1]


def test_a_slip_printed_again_says_so_and_what_the_member_has_now(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    member = enrolled(till)
    first = sold(till, member, 125_000)
    sold(till, member, 500_000)
    said = words_of(blocks_of(till, first, again=True))
    assert "In lại lúc 09:00 23/11/2026" in said
    assert "+12 điểm" in said
    assert "Bạn hiện có | 82 điểm" in said


def test_points_that_end_soon_and_years_together_are_told(tmp_path: Path) -> None:
    world = World(3)
    till = new_till(tmp_path, world, description=SHOP)
    member = enrolled(till)
    sold(till, member, 300_000)
    world.clock.at += timedelta(days=350)
    till.days.open()
    said = words_of(blocks_of(till, sold(till, member, 10_000)))
    assert "Dùng sớm: 50 điểm hết hạn ngày 23/11/2027" in said
    assert "Đồng hành" not in said
    world.clock.at += timedelta(days=16)
    till.days.open()
    assert "Đồng hành cùng quán 1 năm" in words_of(blocks_of(till, sold(till, member, 10_000)))


def test_what_the_bond_has_saved_and_the_tier_with_its_line_are_told(tmp_path: Path) -> None:
    gold = Tier("gold", "Vàng", 100_000, hotline="0912 000 111")
    till = till_of(tmp_path, replace(PROGRAM, tiers=TierPlan(tiers=(gold,))))
    member = enrolled(till)
    assert "Đã tiết kiệm" not in words_of(blocks_of(till, sold(till, member, 5_000_000)))
    taken = sold(till, member, 325_000, Taken("off50"))
    said = words_of(blocks_of(till, taken))
    assert "Đã tiết kiệm được 50.000 ₫" in said
    assert "Hạng Vàng · đường dây riêng: 0912 000 111" in said
    till.returns.undo(taken)
    assert "Đã tiết kiệm" not in words_of(blocks_of(till, taken))


def test_several_programs_stand_on_one_slip(tmp_path: Path) -> None:
    program = replace(
        PROGRAM,
        rules=(*PROGRAM.rules, StampRule("stamp", card="ten", stamps=1)),
        stamp_cards=(StampCard("ten", "Thẻ 10 ly", 10, "coffee"),),
    )
    till = till_of(tmp_path, program)
    said = words_of(blocks_of(till, sold(till, enrolled(till), 125_000)))
    assert "+1 tem vào Thẻ 10 ly" in said
    assert "Thẻ 10 ly: 1/10" in said


def test_a_bill_of_nobodys_card_has_no_slip(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    bill = till.counter.record_bill(till.shop.outside.new_id(), None, Bill(50_000)).bill
    assert till.slips.slip(bill) is None
    assert till.slips.last() is None
    assert till.slips.slip(till.shop.outside.new_id()) is None


def test_the_last_slip_is_of_the_newest_act_with_a_member_undone_or_not(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    member = enrolled(till)
    bill = sold(till, member, 125_000)
    till.counter.record_bill(till.shop.outside.new_id(), None, Bill(50_000))
    assert till.slips.last() == bill
    till.returns.undo(bill)
    assert till.slips.last() == bill


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


@pytest.mark.parametrize("width", WIDTHS.values())
@pytest.mark.parametrize("name", [*NAMES[:4], "Ẩn", LONGEST_NAME, "W" * 60, None])
def test_a_thermal_card_is_read_and_nothing_on_it_is_clipped(width: int, name: str | None) -> None:
    card = face(name, shop="Quán Cà Phê Mây", since=date(2026, 11, 23))
    raster = thermal_card(card, width)
    assert codes_on(raster) == [card.code]
    places = places_of(width)
    boxes = [places.kind, places.name, places.number, places.contact, places.code]
    for one in boxes:
        assert one.top() >= places.band.bottom()
        assert one.bottom() <= raster.height
        assert one.right() <= width
        assert not any(one is not other and one.intersects(other) for other in boxes)


@pytest.mark.parametrize("width", WIDTHS.values())
def test_names_of_two_to_sixty_letters_fit_the_thermal_card(width: int) -> None:
    from loyalpos.printing.thermal_card import _NAME

    box = places_of(width).name
    for letters in range(2, 61):
        fitted = fit(LONGEST_NAME[:letters], _NAME, box.width(), box.height())
        assert not fitted.shortened
        assert not fitted.overflows


def test_a_card_without_a_name_has_a_line_to_write_on() -> None:
    assert thermal_card(face(None), 576) != thermal_card(face(""), 576)


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


def test_a_member_without_a_name_is_told_by_the_card(tmp_path: Path) -> None:
    till = till_of(tmp_path)
    member = till.members.enrol(
        till.shop.outside.new_id(), Enrolment(Phone("0912345678"), None, consents=(CONSENT,))
    ).member
    said = words_of(blocks_of(till, sold(till, member, 125_000)))
    assert "Khách hàng | thẻ … " in said


def test_a_rule_the_owner_named_is_told_in_the_customers_words(tmp_path: Path) -> None:
    till = till_of(tmp_path, replace(PROGRAM, rules=(AmountRule("base", per_vnd=10_000, name="Bí mật"),)))
    said = words_of(blocks_of(till, sold(till, enrolled(till), 125_000)))
    assert "Bí mật" not in said
    assert "Mua hàng 125.000 ₫ | +12" in said
