"""What the whole program says to customers: on paper, on a card and in a message."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from loyalpos.engine import conditions as c
from loyalpos.engine import side_programs as sides
from loyalpos.engine.points_end import PointsEnd
from loyalpos.engine.program import Blackout, Expiry, ExpiryKind, Program, Remainder
from loyalpos.engine.reward_kinds import AmountOff, DonationReward
from loyalpos.engine.rules import AmountRule, BonusRule, Cap, MultiplierRule, Per
from loyalpos.printing.customer.program import customer_text, customer_words, introduction, short_lines
from loyalpos.printing.customer.tongue import LANGUAGES
from tests.printing.told_shop import SHOP

CAKE = c.Match(categories=("Bánh",))


def test_the_sentences_of_a_cafe() -> None:
    program = Program(
        1,
        (
            AmountRule("base", 10_000),
            MultiplierRule(
                "cake",
                20_000,
                match=CAKE,
                when=c.EveryOf((c.OnWeekdays((0, 1, 2, 3, 4)), c.InHours(840, 1020))),
            ),
            MultiplierRule("month", 20_000, when=c.NearBirthday(c.BirthdaySpan.MONTH)),
        ),
        (AmountOff("off", "Giảm 30.000 ₫", 300, 30_000, 100_000),),
        expiry=Expiry(ExpiryKind.MONTHS, 12),
    )
    collect, get, know = customer_words(program, "vi")
    assert collect.sentences == (
        "Cứ 10.000\u00a0₫ tích 1\u00a0điểm.",
        "Thứ Hai đến thứ Sáu, 14–17 giờ: điểm nhân đôi cho Bánh.",
        "Tháng sinh nhật bạn: điểm nhân đôi.",
    )
    assert get.sentences == ("Đổi 300\u00a0điểm: Giảm 30.000 ₫, hoá đơn từ 100.000\u00a0₫.",)
    assert "Điểm dùng được trong 12\u00a0tháng kể từ ngày tích." in know.sentences
    collect, _, _ = customer_words(program, "en")
    assert collect.sentences[1] == "Monday to Friday, 14:00–17:00: double points on Bánh."


@pytest.mark.usefixtures("vietnamese")
def test_a_text_does_not_depend_on_the_language_of_the_till() -> None:
    vietnamese, english = (customer_words(SHOP, language)[0].sentences[0] for language in LANGUAGES)
    assert vietnamese == "Cứ 10.000\u00a0₫ tích 1\u00a0điểm."
    assert english == "Each 10.000\u00a0₫ earns 1\u00a0point."


def test_points_keep_the_owners_name_in_both_languages() -> None:
    program = Program(1, (AmountRule("base", 10_000),), points_name="hạt")
    for language in LANGUAGES:
        assert "1\u00a0hạt" in customer_words(program, language)[0].sentences[0]


def test_what_runs_beside_has_a_part_of_its_own_and_leaves_when_it_is_over() -> None:
    plan = sides.Plan("summer", "Mùa hè", date(2026, 6, 1), date(2026, 9, 1))
    program = replace(SHOP, plans=(plan,), rules=(*SHOP.rules, BonusRule("r", 5, plan="summer")))
    last = customer_words(program, "vi", today=date(2026, 8, 31))[-1]
    assert last.title == "Mùa hè"
    assert last.sentences == ("Từ 01/06/2026 đến 31/08/2026.", "Tặng thêm 5\u00a0điểm.")
    titles = [section.title for section in customer_words(program, "vi", today=date(2026, 12, 1))]
    assert "Mùa hè" not in titles


def test_the_small_print_is_told() -> None:
    program = replace(
        SHOP,
        caps=(Cap(Per.DAY, 200),),
        remainder=Remainder.CARRIED,
        expiry=Expiry(ExpiryKind.DAYS, 90),
        blackouts=(Blackout(date(2027, 2, 1), date(2027, 2, 10)),),
    )
    told = next(one for one in customer_words(program, "en") if one.title == "Good to know")
    assert told.sentences == (
        "Points come from the amount after discounts, not what is paid with points or rewards.",
        "What is left over counts at your next visit.",
        "At most 200\u00a0points a day for each customer.",
        "Points are good for 90\u00a0days from the day you earn them.",
        "Nothing expires from 01/02/2027 to 10/02/2027.",
        "If you return a whole bill, points spent on it come back.",
    )


def test_a_share_of_each_bill_is_told_with_what_points_are_worth() -> None:
    cause = sides.Cause("school", "Quỹ sách", 100, 150)
    alone = replace(SHOP, rewards=(), causes=(cause,))
    both = replace(alone, rewards=(DonationReward("give", "Góp sách", 20, "school"),))
    told = [
        one for program in (alone, both) for said in customer_words(program, "vi") for one in said.sentences
    ]
    assert "Quán trích 1,5% mỗi hoá đơn góp cho Quỹ sách." in told
    assert "Quán trích 1,5% mỗi hoá đơn góp cho Quỹ sách, và 100\u00a0₫ cho mỗi điểm bạn góp." in told


def test_the_end_of_the_points_is_told() -> None:
    stays = replace(SHOP, points_end=PointsEnd(date(2026, 12, 31)))
    ends = replace(SHOP, points_end=PointsEnd(date(2026, 12, 31), date(2027, 1, 31)))
    assert "stays yours" in customer_text(customer_words(stays, "en"))
    english = customer_text(customer_words(ends, "en"))
    assert "are given up to 31/12/2026; what you have collected is good up to 31/01/2027." in english
    vietnamese = short_lines(ends, "vi")
    assert any("dùng được đến hết ngày 31/01/2027" in line for line in vietnamese)


def test_a_picture_goes_with_the_name_in_both_languages() -> None:
    program = replace(SHOP, points_name="điểm\u00a0⭐")
    assert customer_words(program, "vi")[0].sentences[0] == "Cứ 10.000\u00a0₫ tích 1\u00a0điểm\u00a0⭐."
    assert customer_words(program, "en")[0].sentences[0] == "Each 10.000\u00a0₫ earns 1\u00a0point\u00a0⭐."


def test_a_shop_begun_in_english_is_told_in_vietnamese_words() -> None:
    for name in ("điểm", "points"):
        program = replace(SHOP, points_name=name)
        assert customer_words(program, "vi")[0].sentences[0] == "Cứ 10.000\u00a0₫ tích 1\u00a0điểm."
        assert customer_words(program, "en")[0].sentences[0] == "Each 10.000\u00a0₫ earns 1\u00a0point."


def test_a_message_welcomes_and_tells_the_rules() -> None:
    first, *lines, last = introduction("Quán Mây", SHOP, "vi").splitlines()
    assert first == "Chào mừng bạn đến với Quán Mây! Chương trình thành viên của quán:"
    assert lines == [f"• {line}" for line in short_lines(SHOP, "vi")]
    assert last.endswith("Hẹn gặp lại bạn!")


def test_the_lines_of_a_card_begin_with_how_points_come() -> None:
    lines = short_lines(SHOP, "vi")
    assert lines[0] == "Cứ 10.000\u00a0₫ tích 1\u00a0điểm."
    assert "90\u00a0điểm: Một ly." in lines
