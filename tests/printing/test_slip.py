"""What a slip tells: what was bought and earned, what came back, and what comes next."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.members import Enrolment
from loyalpos.engine.names import masked_name
from loyalpos.engine.occasions import Gives, SurveyGift
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import PartPaid
from loyalpos.engine.rules import AmountRule, StampRule
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.printing.slip import WIDTHS, Mark
from tests.printing.slips import (
    CARRIED,
    LONGEST_NAME,
    SHOP,
    assert_nothing_clipped,
    blocks_of,
    sold,
    till_of,
    words_of,
)
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till


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
