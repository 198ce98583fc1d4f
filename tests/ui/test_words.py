"""The words of the screens: problems at a field, lines of a bill, rewards, days and consents."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from loyalpos.engine.birthdays import Birthday, BirthdayProblem
from loyalpos.engine.earning import EarnLine, LineKind
from loyalpos.engine.members import Purpose
from loyalpos.engine.money import AmountProblem, parse_amount
from loyalpos.engine.names import NameProblem, clean_name
from loyalpos.engine.numbers import NumberProblem
from loyalpos.engine.owner import OwnerAnswer, OwnerDecision
from loyalpos.engine.phones import PhoneProblem, parse_phone
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, PercentOff, UnknownReward
from loyalpos.engine.rewards import Offer, OfferState
from loyalpos.engine.tags import TagProblem
from loyalpos.engine.times import ShopTime
from loyalpos.engine.when import WhenProblem, parse_when
from loyalpos.ui.words import dates
from loyalpos.ui.words.consent import consent_to, consent_wording
from loyalpos.ui.words.earning import line_points, line_text, next_point_text, short_line
from loyalpos.ui.words.owner import owner_answer
from loyalpos.ui.words.problems import (
    amount_problem,
    birthday_problem,
    name_problem,
    number_problem,
    phone_problem,
    tag_problem,
    when_problem,
)
from loyalpos.ui.words.rewards import missing_text, percent, price_text, terms_text
from tests.ui.word_desk import NOW, SHOP, in_vietnamese

__all__ = ["in_vietnamese"]


def test_an_answer_of_the_owner_names_who_took_it_down_where_somebody_is_known() -> None:
    at = datetime(2026, 11, 30, 0, 6, tzinfo=UTC)
    for agreed in (True, False):
        answer = OwnerAnswer(at, "Lan", "Đức", 50_000, OwnerDecision("keep", agreed, 6))
        named = owner_answer(answer, "hạt", ShopTime())
        assert "30/11/2026, Lan: " in named
        assert owner_answer(replace(answer, who=""), "hạt", ShopTime()) == named.replace(", Lan: ", ": ")


def all_problems() -> list[str]:
    return [
        *map(amount_problem, AmountProblem),
        *map(phone_problem, PhoneProblem),
        *map(tag_problem, TagProblem),
        *map(name_problem, NameProblem),
        *map(number_problem, NumberProblem),
        *map(birthday_problem, BirthdayProblem),
        *map(when_problem, WhenProblem),
    ]


def test_every_problem_at_a_field_is_said_in_both_languages(
    qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    english = all_problems()
    request.getfixturevalue("in_vietnamese")
    for said, translated in zip(english, all_problems(), strict=True):
        assert said != translated
        assert "{" not in said + translated


BAD_INPUT = (
    "",
    "0",
    "-5",
    "1000000000000000",
    "1.2.3",
    "abc",
    "🎂🎂",
    "9" * 10_240,
    "a" * 10_240,
    "12\x0034",
    "\x1b[31m",
    "\u202e125",
    "مرحبا",
)


@pytest.mark.parametrize("text", BAD_INPUT)
def test_bad_input_gets_a_sentence_that_never_repeats_it(qapp: QApplication, text: str) -> None:
    said: list[str] = []
    amount, phone, name = parse_amount(text, thousands=True), parse_phone(text), clean_name(text)
    when = parse_when(text, NOW, SHOP)
    if isinstance(amount, AmountProblem):
        said.append(amount_problem(amount))
    if isinstance(phone, PhoneProblem):
        said.append(phone_problem(phone))
    if isinstance(name, NameProblem):
        said.append(name_problem(name))
    if isinstance(when, WhenProblem):
        said.append(when_problem(when))
    assert isinstance(amount, AmountProblem)
    assert isinstance(phone, PhoneProblem)
    assert all(0 < len(one) < 120 for one in said)
    if len(text) > 3:
        assert all(text not in one for one in said)


@pytest.mark.usefixtures("in_vietnamese")
def test_an_earn_line_shows_the_division_behind_it() -> None:
    line = EarnLine("base", LineKind.AMOUNT, 12, 125_000, 10_000, 1)
    assert line_text(line) == "125.000\u00a0₫ ÷ 10.000\u00a0₫"
    assert line_points(line) == "12"
    assert short_line(line) == "12 cơ bản"
    double = EarnLine("base", LineKind.AMOUNT, 24, 125_000, 10_000, 2)
    assert line_text(double).endswith("× 2")
    assert line_points(EarnLine("", LineKind.CARRIED, 1)) == "+1"
    assert line_points(EarnLine("", LineKind.CARRIED, -1)) == "−1"
    assert line_text(EarnLine("b", LineKind.BELOW_MINIMUM, 0, limit_vnd=50_000)) == (
        "Hoá đơn từ 50.000\u00a0₫ mới được tích điểm"
    )
    assert next_point_text(4_000, "điểm") == "còn 4.000\u00a0₫ nữa được thêm 1 điểm"


@pytest.mark.usefixtures("in_vietnamese")
def test_a_line_bears_the_name_of_its_rule_and_what_it_did() -> None:
    twice = EarnLine("x2", LineKind.MULTIPLIED, 12, name="Sinh nhật", rate_bp=15_000)
    assert (line_text(twice), line_points(twice)) == ("Sinh nhật: nhân điểm × 1,5", "+12")
    assert short_line(twice) == "+12 Sinh nhật"
    gold = EarnLine("gold", LineKind.TIER, 2, name="Vàng", rate_bp=1_000)
    assert (line_text(gold), line_points(gold)) == ("Hạng Vàng: thêm 10%", "+2")
    visit = EarnLine("visit", LineKind.VISIT, 5, per_points=5)
    assert (line_text(visit), line_points(visit)) == ("Cho mỗi lần ghé", "5")
    large = EarnLine("base", LineKind.AMOUNT, 25_000, base_vnd=250_000_000, per_vnd=10_000)
    assert (line_points(large), short_line(large)) == ("25.000", "25.000 cơ bản")
    stamps = EarnLine("stamps", LineKind.STAMPS, 0, name="Thẻ 9 tặng 1", count=2)
    assert (line_text(stamps), line_points(stamps)) == ("Thẻ 9 tặng 1: +2 tem", "")
    capped = EarnLine("", LineKind.CAPPED, -3, count=20)
    assert (line_text(capped), line_points(capped)) == ("Hoá đơn này được tối đa 20", "−3")


def test_every_kind_of_line_explains_itself(qapp: QApplication) -> None:
    said = {line_text(EarnLine("x", kind, points)) for kind in LineKind for points in (-1, 1)}
    assert len(said) == len(LineKind) + 1


@pytest.mark.usefixtures("in_vietnamese")
def test_rewards_say_what_they_give_and_what_is_missing() -> None:
    gift = Offer(Gift("g", "Bạc xỉu", 300, counted=True), OfferState.TAKEABLE, 300, 300, 0, 0, 14)
    assert terms_text(gift, "điểm") == "còn 14 phần"
    assert price_text(gift, "điểm") == "300\u00a0điểm"
    pay = PayWithPoints("p", "Dùng điểm", 1, 100, 3_000)
    payable = Offer(pay, OfferState.TAKEABLE, 375, 1, 37_500)
    assert terms_text(payable, "điểm") == "1\u00a0điểm = 100\u00a0₫, tối đa 30% hoá đơn"
    assert price_text(payable, "điểm") == "1–375\u00a0điểm"
    off = Offer(AmountOff("o", "Giảm", 500, 50_000, 100_000), OfferState.POINTS_MISSING, 500, 500, 0, 80)
    assert terms_text(off, "điểm") == "hoá đơn từ 100.000\u00a0₫"
    assert missing_text(off, "điểm") == "còn thiếu 80\u00a0điểm"
    share = Offer(PercentOff("s", "Giảm", 100, 1_250, 20_000), OfferState.TAKEABLE, 100, 100, 0)
    assert terms_text(share, "điểm") == "12,5% hoá đơn, tối đa 20.000\u00a0₫"
    nine = Offer(Gift("n", "Bạc xỉu", 300), OfferState.TAKEN, 0, 0, 0, stamps=9)
    assert price_text(nine, "điểm") == "9\u00a0tem"
    unknown = Offer(UnknownReward("u", "Vòng quay", "wheel"), OfferState.UNKNOWN, 0, 0, 0)
    assert price_text(unknown, "điểm") == ""
    assert missing_text(unknown, "điểm") == "cần phiên bản phần mềm mới hơn"


@given(st.integers(0, 10_000))
def test_a_share_is_written_exactly(rate_bp: int) -> None:
    whole, _, part = percent(rate_bp).removesuffix("%").partition(",")
    assert int(whole) * 100 + int((part + "00")[:2]) == rate_bp


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(-400, 400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_near_day_is_never_mistaken_for_another_year(qapp: QApplication, today: date, away: int) -> None:
    of = today + timedelta(days=away)
    said = dates.day_near(of, today)
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if away in named:
        assert said == named[away]
    elif of.year == today.year:
        assert said == f"{of.day:02d}/{of.month:02d}"
    else:
        assert said == f"{of.day:02d}/{of.month:02d}/{of.year}"


@pytest.mark.usefixtures("in_vietnamese")
def test_days_are_written_as_on_the_wall() -> None:
    assert dates.weekday(date(2026, 11, 22)) == "CN"
    assert [dates.weekday(date(2026, 11, 16 + day)) for day in range(6)] == [
        "T2",
        "T3",
        "T4",
        "T5",
        "T6",
        "T7",
    ]
    assert dates.moment(NOW, SHOP) == "14:05 · 22/11/2026"
    assert dates.birthday_text(Birthday(3, 2)) == "03/02"


def test_consent_names_the_language_it_was_asked_in(
    qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    asked = [consent_to(purpose) for purpose in Purpose]
    assert {consent.language for consent in asked} == {"en"}
    assert len({consent.wording for consent in asked}) == len(Purpose)
    request.getfixturevalue("in_vietnamese")
    assert consent_to(Purpose.PROGRAM).language == "vi"
    assert "Quán Mây xin lưu số điện thoại" in consent_wording(Purpose.PROGRAM, "Quán Mây")
