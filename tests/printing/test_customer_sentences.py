"""What one rule, one condition and one reward say to customers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from loyalpos.engine import conditions as c
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.reward_kinds import AmountOff, PercentOff
from loyalpos.engine.rules import (
    AmountRule,
    Base,
    Beside,
    BonusRule,
    Limit,
    MultiplierRule,
    OwnBase,
    Paid,
    Per,
    Rule,
    StampRule,
    Tax,
    TicketRule,
    VoucherRule,
)
from loyalpos.printing.customer.beside import stamp_card_sentence
from loyalpos.printing.customer.conditions import when_text
from loyalpos.printing.customer.earning import rule_sentence
from loyalpos.printing.customer.rewards import reward_sentence
from loyalpos.printing.customer.tongue import LANGUAGES
from tests.printing.told_shop import SHOP, telling


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (OwnBase(), ""),
        (OwnBase(paid=Paid.WHOLE), ""),
        (OwnBase(tax=Tax.WITHOUT), "without tax, what is paid with points or rewards too"),
        (OwnBase(paid=Paid.MONEY), "the amount after discounts, not what is paid with points or rewards"),
    ],
)
def test_what_a_rule_counts_is_told_with_what_it_takes_from_the_program(own: OwnBase, said: str) -> None:
    rule = AmountRule("own", 10_000, base=own)
    program = Program(1, (rule,), base=Base(paid=Paid.WHOLE))
    sentence = rule_sentence(telling(program, "en"), rule)
    assert said in sentence
    assert ("counting" in sentence) == bool(said)


def test_items_are_called_by_their_names() -> None:
    rule = MultiplierRule("tea", 20_000, match=c.Match(items=("tra-sua",)))
    program = Program(1, (AmountRule("base", 10_000), rule))
    said = rule_sentence(telling(program, "vi", {"tra-sua": "Trà sữa"}), rule)
    assert said == "Điểm nhân đôi cho Trà sữa."


def test_conditions_that_say_nothing_are_not_said() -> None:
    shown = telling(SHOP, "vi")
    assert when_text(shown, c.OnWeekdays((0, 1, 2, 3, 4, 5, 6))) == ""
    assert when_text(shown, c.OneOf((c.Always(), c.FirstPurchase()))) == ""
    assert when_text(shown, c.Not(c.Not(c.FirstPurchase()))) == "lần mua đầu tiên"
    assert when_text(shown, c.Not(c.Always())) == "tạm chưa áp dụng"
    assert when_text(shown, c.OnWeekdays(())) == "tạm chưa áp dụng"


def test_what_is_excepted_takes_nothing_else_with_it() -> None:
    momo, week = c.PaidBy(("MoMo",)), c.OnWeekdays((0, 1, 2, 3, 4))
    said = telling(SHOP, "vi")
    assert when_text(said, c.OneOf((c.Not(momo), week))) == (
        "thứ Hai đến thứ Sáu hoặc (trừ khi trả bằng MoMo)"
    )
    assert when_text(said, c.EveryOf((c.Not(momo), week))) == "thứ Hai đến thứ Sáu, trừ khi trả bằng MoMo"
    assert when_text(said, c.Not(c.OneOf((momo, week)))) == (
        "trừ (khi trả bằng MoMo hoặc thứ Hai đến thứ Sáu)"
    )


def test_an_offer_that_stands_alone_says_so() -> None:
    rule = BonusRule("r", 20, beside=Beside.EXCLUSIVE)
    assert rule_sentence(telling(SHOP, "vi"), rule) == (
        "Tặng thêm 20\u00a0điểm, không cộng cùng ưu đãi khác."
    )


def test_a_name_that_says_the_amount_is_not_said_twice() -> None:
    reward = AmountOff("off", "Giảm 30.000 ₫", 300, 30_000)
    assert reward_sentence(telling(SHOP, "vi"), reward) == "Đổi 300\u00a0điểm: Giảm 30.000 ₫."
    tenth = PercentOff("p", "Giảm 10%", 100, 1_000, 20_000)
    assert reward_sentence(telling(SHOP, "vi"), tenth) == (
        "Đổi 100\u00a0điểm: Giảm 10%, tối đa 20.000\u00a0₫."
    )


@pytest.mark.parametrize(
    ("rule", "most"),
    [
        (StampRule("s", "card", limits=(Limit(Per.DAY, points=3),)), ("3 tem", "3 stamps")),
        (TicketRule("t", "draw", limits=(Limit(Per.DAY, points=3),)), ("3 vé", "3 tickets")),
        (VoucherRule("v", "next", limits=(Limit(Per.DAY, points=3),)), ("3 lần", "3 times")),
        (BonusRule("b", 5, limits=(Limit(Per.DAY, points=3),)), ("3 điểm", "3 points")),
    ],
)
def test_a_limit_is_said_in_what_the_rule_brings(rule: Rule, most: tuple[str, str]) -> None:
    for language, words in zip(LANGUAGES, most, strict=True):
        assert words in rule_sentence(telling(SHOP, language), rule).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Một ly", "Mua 9 tặng 1: đủ 9\u00a0tem được “Một ly” miễn phí."),
        ("Một ly miễn phí", "Mua 9 tặng 1: đủ 9\u00a0tem được “Một ly miễn phí”."),
    ],
)
def test_a_stamp_card_says_free_once(name: str, said: str) -> None:
    program = replace(SHOP, rewards=(Gift("ten", name, 90),))
    assert stamp_card_sentence(telling(program, "vi"), SHOP.stamp_cards[0]) == said


MOMO = c.PaidBy(("momo",))


def both(program: Program, rule: Rule) -> tuple[str, ...]:
    return tuple(rule_sentence(telling(program, one), rule) for one in LANGUAGES)


def test_a_rule_by_tender_beside_one_for_all_says_that_it_gives_more() -> None:
    more = AmountRule("momo", 20_000, when=MOMO)
    program = replace(SHOP, rules=(AmountRule("base", 10_000), more))
    assert both(program, more) == (
        "Khi trả bằng momo: thêm 1\u00a0điểm cho mỗi 20.000\u00a0₫.",
        "When you pay by momo: 1\u00a0point more for each 20.000\u00a0₫.",
    )
    alone = replace(program, rules=(more,))
    assert "thêm" not in both(alone, more)[0]
    best = replace(more, beside=Beside.BEST)
    assert "thêm" not in both(replace(program, rules=(AmountRule("base", 10_000), best)), best)[0]


def test_a_multiplier_of_one_rule_promises_no_other_points() -> None:
    double = MultiplierRule("double", 20_000, of=("momo",))
    program = replace(SHOP, rules=(AmountRule("base", 10_000), AmountRule("momo", 20_000, when=MOMO), double))
    vietnamese, english = both(program, double)
    assert vietnamese == (
        "Điểm nhân đôi, chỉ tính phần “khi trả bằng momo: thêm 1\u00a0điểm cho mỗi 20.000\u00a0₫”."
    )
    assert "only what comes by “when you pay by momo" in english
    whole = replace(double, of=("base", "momo"))
    assert both(program, whole)[0] == "Điểm nhân đôi."


def test_a_rate_is_said_as_people_say_it_and_never_promises_more() -> None:
    said = {
        bp: reward_sentence(telling(SHOP, "vi"), PercentOff("r", "Ưu đãi", 100, bp, None, 0))
        for bp in (3_333, 8_333, 6_667, 1_250, 3_000)
    }
    assert "gần 1/3" in said[3_333]
    assert "gần 5/6" in said[8_333]
    assert "nhỉnh hơn 2/3" in said[6_667]
    assert "12,5%" in said[1_250]
    assert "30%" in said[3_000]
