"""The program in a customer's words: every kind has a sentence, each language is whole, no id is left."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields, replace

from loyalpos.engine import conditions as c
from loyalpos.engine import side_programs as sides
from loyalpos.engine.occasions import Gives, Occasion, Referral, UnknownOccasion
from loyalpos.engine.points_end import PointsEnd
from loyalpos.engine.program import Blackout, Expiry, ExpiryKind, Gift, Program, Remainder, UnknownReward
from loyalpos.engine.reward_kinds import AmountOff, DonationReward, PercentOff, Reward
from loyalpos.engine.rules import (
    AmountRule,
    Base,
    Beside,
    BonusRule,
    Cap,
    Limit,
    MultiplierRule,
    OwnBase,
    Paid,
    Per,
    Rule,
    StampRule,
    Tax,
    TicketRule,
    UnknownRule,
    VoucherRule,
)
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.printing.customer.beside import stamp_card_sentence
from loyalpos.printing.customer.conditions import when_text
from loyalpos.printing.customer.earning import rule_sentence
from loyalpos.printing.customer.occasions import occasion_sentence
from loyalpos.printing.customer.program import customer_text, customer_words, introduction, short_lines
from loyalpos.printing.customer.rewards import reward_sentence
from loyalpos.printing.customer.telling import Telling
from loyalpos.printing.customer.tongue import LANGUAGES, Language, tongue_of
from loyalpos.settings import resource
from tests.engine.whole_programs import NAMED, REFERENCES, built, whole_programs

CAKE = c.Match(categories=("Bánh",))
SHOP = Program(
    1,
    (AmountRule("base", 10_000),),
    rewards=(Gift("ten", "Một ly", 90),),
    tiers=TierPlan(tiers=(Tier("silver", "Bạc", 0), Tier("gold", "Vàng", 1_000_000))),
    plans=(sides.Plan("summer", "Mùa hè"),),
    stamp_cards=(sides.StampCard("coffee10", "Mua 9 tặng 1", 9, "ten"),),
    memberships=(
        sides.Membership("club", "Hội viên", 199_000, prices=(sides.MemberPrice("latte", 29_000),)),
    ),
    vouchers=(sides.VoucherKind("v20", "Hẹn gặp lại", 30, 20_000),),
    draws=(sides.Draw("tet", "Xuân", date(2027, 1, 31), (sides.Prize("Xe máy"),)),),
    causes=(sides.Cause("school", "Quỹ sách", 100, 150),),
    partners=(sides.Partner("books", "Nhà sách", "Giảm giá"),),
)
"""Something under each id that a generated rule, reward or occasion may name."""

IDS = {
    "silver", "gold", "summer", "coffee10", "tet", "v20", "school", "books", "club",
}  # fmt: skip


def telling(program: Program, language: Language, items: dict[str, str] | None = None) -> Telling:
    return Telling(tongue_of(language), program, items or {})


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def spellings(thing: object) -> Iterator[str]:
    """Give every text of the owner's that a value holds, the ids left out."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from spellings(one)
    elif isinstance(thing, Struct):
        for name in (one.name for one in fields(thing)):
            held = getattr(thing, name)
            names_tiers = isinstance(thing, c.InTier) and name == "tiers"
            if name != "id" and name not in REFERENCES and not names_tiers:
                yield from spellings(held)


def catalogue() -> dict[str, str]:
    """Read what the paper says: source and translation of each sentence for customers."""
    contexts = ET.parse(str(resource("translations", "printing_vi.ts"))).iterfind("context")
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for context in contexts
        if context.findtext("name") == "Customer"
        for message in context.iterfind("message")
    }


def catalogue_words(texts: Iterable[str]) -> set[str]:
    return words(re.sub(r"{\w+}", " ", " ".join(texts)))


VIETNAMESE = catalogue_words(catalogue().values())


def check_sentences(program: Program, thing: object, vietnamese: str, english: str) -> None:
    """A sentence in both languages: whole, in its language alone, and naming things by their names."""
    named = [name.strip() for name in (*spellings(thing), *spellings(program))]
    # A name may begin a sentence, and some letters are others once they have been capitals.
    owners = words(" ".join([*named, *(name[:1].upper() + name[1:] for name in named)]))
    for text in (vietnamese, english):
        assert text.strip(" .")
        assert text[0] == text[0].upper()
        assert text[-1] in ".?!"
        assert "{" not in re.sub(r"“.*?”", "", text) or any("{" in one for one in spellings(thing))
        assert not (set(re.findall(r"\w+", text)) & IDS) - owners
    assert words(vietnamese) - owners <= VIETNAMESE


def kinds(union: Any, *but: type) -> list[type]:
    return [member for member in get_args(union) if member not in but]


def test_no_word_is_english_and_vietnamese_but_the_feast() -> None:
    english = catalogue_words(catalogue())
    assert english & VIETNAMESE == {"tết"}


@pytest.mark.parametrize("kind", kinds(Rule, UnknownRule), ids=lambda kind: kind.__name__)
def test_every_kind_of_rule_is_a_sentence(kind: type) -> None:
    @settings(max_examples=12)
    @given(built(kind))
    def said(rule: Any) -> None:
        program = replace(SHOP, rules=(replace(rule, id="r"),))
        vietnamese, english = (rule_sentence(telling(program, one), rule) for one in LANGUAGES)
        check_sentences(program, rule, vietnamese, english)

    said()


@pytest.mark.parametrize("kind", kinds(c.Condition), ids=lambda kind: kind.__name__)
def test_every_kind_of_condition_is_told(kind: type) -> None:
    @settings(max_examples=12)
    @given(built(kind))
    def said(condition: Any) -> None:
        program = replace(SHOP, rules=(BonusRule("r", 5, when=condition),))
        vietnamese, english = (rule_sentence(telling(program, one), program.rules[0]) for one in LANGUAGES)
        check_sentences(program, condition, vietnamese, english)

    said()


@pytest.mark.parametrize("kind", kinds(Reward, UnknownReward), ids=lambda kind: kind.__name__)
def test_every_kind_of_reward_is_a_sentence(kind: type) -> None:
    @settings(max_examples=12)
    @given(built(kind, hidden=st.sampled_from((False,))))
    def said(reward: Any) -> None:
        program = replace(SHOP, rewards=(reward,))
        vietnamese, english = (reward_sentence(telling(program, one), reward) for one in LANGUAGES)
        check_sentences(program, reward, vietnamese, english)

    said()


@pytest.mark.parametrize("kind", kinds(Occasion, UnknownOccasion), ids=lambda kind: kind.__name__)
def test_every_kind_of_occasion_is_a_sentence(kind: type) -> None:
    gives = st.builds(Gives, st.integers(1, 99), st.just(2), st.just("coffee10"), st.just(1), st.just("tet"))
    sides_of = ("referrer", "friend") if kind is Referral else ("gives",)
    occasions = built(kind, 2, **dict.fromkeys(sides_of, gives))

    @settings(max_examples=8)
    @given(occasions)
    def said(occasion: Any) -> None:
        program = replace(SHOP, occasions=(occasion,))
        vietnamese, english = (occasion_sentence(telling(program, one), occasion) for one in LANGUAGES)
        check_sentences(program, occasion, vietnamese, english)

    said()


@settings(max_examples=12, phases=(Phase.generate,))
@given(whole_programs())
def test_whole_programs_are_told_in_both_languages(program: Program) -> None:
    vietnamese, english = (customer_words(program, one) for one in LANGUAGES)
    assert [len(section.sentences) for section in vietnamese] == [
        len(section.sentences) for section in english
    ]
    for said, meant in zip(vietnamese, english, strict=True):
        assert said.title.strip()
        assert meant.title.strip()
        for one, other in zip(said.sentences, meant.sentences, strict=True):
            check_sentences(program, program, one, other)
    # Tiers, cards, memberships, vouchers, draws, causes and partners are always there and always told.
    whole = customer_text(vietnamese).casefold()
    lists = (program.tiers.tiers, program.memberships, program.draws, program.causes)
    for name in (one.name.strip().rstrip(".") for some in lists for one in some):
        assert name.casefold() in whole or name[1:].casefold() in whole


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


def test_points_keep_the_owners_name_in_both_languages() -> None:
    program = Program(1, (AmountRule("base", 10_000),), points_name="hạt")
    for language in LANGUAGES:
        assert "1\u00a0hạt" in customer_words(program, language)[0].sentences[0]


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


@pytest.mark.parametrize("kind", [kind for kind in ExpiryKind if kind is not ExpiryKind.NEVER])
def test_every_kind_of_expiry_is_told(kind: ExpiryKind) -> None:
    program = replace(SHOP, expiry=Expiry(kind, 2))
    without, vietnamese = short_lines(SHOP, "vi"), short_lines(program, "vi")
    english = short_lines(program, "en")
    (told,) = set(vietnamese) - set(without)
    assert words(told) <= VIETNAMESE
    assert len(english) == len(vietnamese)


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


def test_a_name_that_says_the_amount_is_not_said_twice() -> None:
    reward = AmountOff("off", "Giảm 30.000 ₫", 300, 30_000)
    assert reward_sentence(telling(SHOP, "vi"), reward) == "Đổi 300\u00a0điểm: Giảm 30.000 ₫."
    tenth = PercentOff("p", "Giảm 10%", 100, 1_000, 20_000)
    assert reward_sentence(telling(SHOP, "vi"), tenth) == (
        "Đổi 100\u00a0điểm: Giảm 10%, tối đa 20.000\u00a0₫."
    )


def test_the_lines_of_a_card_begin_with_how_points_come() -> None:
    lines = short_lines(SHOP, "vi")
    assert lines[0] == "Cứ 10.000\u00a0₫ tích 1\u00a0điểm."
    assert "90\u00a0điểm: Một ly." in lines


def test_every_named_id_stands_in_the_test_shop() -> None:
    lists = (SHOP.tiers.tiers, SHOP.plans, SHOP.stamp_cards, SHOP.vouchers)
    there = {one.id for some in lists for one in some}
    assert {*NAMED.tiers, *NAMED.plans, *NAMED.cards, *NAMED.vouchers} <= there


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
