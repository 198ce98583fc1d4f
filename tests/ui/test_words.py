from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

import loyalpos.errors
from loyalpos.engine.birthdays import Birthday, BirthdayProblem
from loyalpos.engine.draw_stages import NotReady
from loyalpos.engine.earning import EarnLine, LineKind
from loyalpos.engine.members import Purpose
from loyalpos.engine.memberships import MembershipProblem
from loyalpos.engine.money import AmountProblem, parse_amount
from loyalpos.engine.names import NameProblem, clean_name
from loyalpos.engine.numbers import NumberProblem
from loyalpos.engine.owner import OwnerAnswer, OwnerDecision
from loyalpos.engine.partners import CodeWhy
from loyalpos.engine.phones import PhoneProblem, parse_phone
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, PercentOff, UnknownReward
from loyalpos.engine.rewards import Offer, OfferState
from loyalpos.engine.staff import Right
from loyalpos.engine.stamps import SwapProblem
from loyalpos.engine.tags import TagProblem
from loyalpos.engine.times import ShopTime
from loyalpos.engine.vouchers import VoucherWhy
from loyalpos.engine.when import WhenProblem, parse_when
from loyalpos.errors import LoyalError, Refusal, Unavailable
from loyalpos.ui.words import dates
from loyalpos.ui.words.consent import consent_to, consent_wording
from loyalpos.ui.words.earning import line_points, line_text, next_point_text, short_line
from loyalpos.ui.words.erasing import erasing_refusal
from loyalpos.ui.words.kept_refusals import kept_refusal
from loyalpos.ui.words.keys import key_failure, key_refusal
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
from loyalpos.ui.words.refusals import refusal, sentence
from loyalpos.ui.words.rewards import missing_text, percent, price_text, terms_text
from loyalpos.ui.words.staff import staff_refusal
from loyalpos.ui.words.surroundings import failure
from tests.ui.panel_gallery import vietnamese

NOW = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
SHOP = ShopTime()
BILL = UUID(int=7)
FILE = Path("shop") / "khách.xlsx"
REFUSALS = (refusal, kept_refusal, staff_refusal, key_refusal, erasing_refusal)

PARTED = (
    "bill_changed",
    "points_used",
    "voucher_used",
    "code_used",
    "gift_taken_back",
    "membership_changed",
    "stamps_used",
    "debt_paid",
    "tier_moved",
    "merged_since",
    "gone",
    "erased",
)

EXAMPLES: tuple[LoyalError, ...] = (
    loyalpos.errors.NotEnoughPoints(120, 500),
    loyalpos.errors.ShopThere(FILE),
    loyalpos.errors.FolderTaken(FILE),
    *(loyalpos.errors.ShopExportUnsound(FILE, 12, why) for why in ("missing", "damaged", "newer", "differs")),
    loyalpos.errors.TendersTooLarge(185_000, 190_000),
    loyalpos.errors.PaymentTooLarge(120_000, 190_000),
    loyalpos.errors.NotPaidInParts(),
    loyalpos.errors.WrongPointsToPay(377, 50, 350, 100),
    loyalpos.errors.WrongPointsToPay(400, 1, 375, 1),
    *(loyalpos.errors.RewardNotTakeable("Set quà Tết", state, 716) for state in OfferState),
    *(loyalpos.errors.VoucherNotTakeable("Phiếu 10.000", why, 14_000) for why in VoucherWhy),
    loyalpos.errors.NumberTaken("10234", BILL, NOW, 86_000, "Trần Thị Mai"),
    loyalpos.errors.NumberTaken("10234", BILL, NOW, 86_000, None),
    loyalpos.errors.MaybeSameBill(BILL, NOW, 86_000, 8),
    loyalpos.errors.OwnerToAsk((("keep", "Khách quen"),), 6),
    loyalpos.errors.MaybeSamePayment(BILL, NOW, 25_000),
    loyalpos.errors.MaybeSameReturn(BILL, NOW, 25_000),
    loyalpos.errors.MaybeUndone(NOW),
    loyalpos.errors.SameIdOtherContent(BILL),
    loyalpos.errors.AmountTooLarge(10**15, 999_999_999_999),
    loyalpos.errors.BillInFuture(NOW),
    loyalpos.errors.BillTooOld(date(2026, 1, 2), date(2026, 9, 23)),
    loyalpos.errors.BillNotFound("10299"),
    loyalpos.errors.BillNotFound(""),
    loyalpos.errors.BillWithoutMember(),
    loyalpos.errors.NothingToReturn(BILL),
    loyalpos.errors.ReturnTooLarge(25_000, 90_000),
    loyalpos.errors.NothingToUndo(),
    *(
        loyalpos.errors.CannotUndo(why)
        for why in (
            "has_bills",
            "merged",
            "has_rewards",
            "later_membership",
            "has_membership",
            "partly_returned",
            "returned",
            "later_return",
            "number_used_again",
            "?",
        )
    ),
    loyalpos.errors.ItemTaken("name", "Cà phê sữa", withdrawn=False),
    loyalpos.errors.ItemTaken("code", "Cà phê sữa", withdrawn=False),
    loyalpos.errors.ItemTaken("code", "Cà phê sữa", withdrawn=True),
    loyalpos.errors.ItemTaken("code", "", withdrawn=False),
    loyalpos.errors.ItemGone(),
    loyalpos.errors.CodeOfItem("Cà phê sữa"),
    loyalpos.errors.PhoneTaken(BILL, "Trần Thị Mai"),
    loyalpos.errors.PhoneTaken(BILL, None),
    loyalpos.errors.CardTaken(BILL, "Trần Thị Mai"),
    loyalpos.errors.CardTaken(BILL, None),
    loyalpos.errors.CodeUnknown("THE-CU-0042"),
    loyalpos.errors.MemberWithoutCard("THE-CU-0042"),
    loyalpos.errors.BatchUnknown(7),
    loyalpos.errors.CardKilled(),
    loyalpos.errors.CardKilled(date(2026, 11, 25), "Lan"),
    loyalpos.errors.CardKilled(date(2026, 11, 25), replaced=False),
    loyalpos.errors.CardSpoilt(3, 17, date(2026, 11, 25)),
    loyalpos.errors.CardOfNoBatch(),
    loyalpos.errors.ConsentMissing(),
    loyalpos.errors.BirthdayUnwanted(),
    loyalpos.errors.GuardianMissing(),
    loyalpos.errors.RequestClosed(),
    loyalpos.errors.SourceMissing(),
    loyalpos.errors.MemberGone(),
    loyalpos.errors.MemberHeld("tranh chấp hoá đơn 12"),
    loyalpos.errors.CannotMerge("oneself"),
    *(loyalpos.errors.CannotPart(why) for why in PARTED),
    *(loyalpos.errors.ReferrerRefused(why, "Hoa") for why in ("oneself", "circle", "too_late")),
    loyalpos.errors.ReferrerRefused("circle", None),
    loyalpos.errors.TierUnknown(),
    loyalpos.errors.ReasonMissing(),
    loyalpos.errors.ProgramUnsound((1, 2)),
    loyalpos.errors.DocumentUnsound("$.rules[0]", "missing"),
    *(loyalpos.errors.ListTooLarge(what, 200_000) for what in ("bytes", "rows", "cells", "characters")),
    loyalpos.errors.CannotWrite(FILE),
    loyalpos.errors.CannotRead(FILE),
    loyalpos.errors.PictureUnreadable(FILE),
    *(
        loyalpos.errors.LogoUnreadable(FILE, why)
        for why in ("missing", "kind", "drawing", "broken", "large", "pixels", "empty")
    ),
    loyalpos.errors.TemplateUnsound("night", "$.front.parts[3].box"),
    *(
        loyalpos.errors.CannotPrint("EPSON TM-T82", why)
        for why in (
            "",
            "address",
            "unknown_host",
            "unreachable",
            "refused",
            "no_answer",
            "hung_up",
            "no_device",
            "no_right",
            "busy",
            "no_driver",
        )
    ),
    *(
        loyalpos.errors.ListUnreadable(FILE, why)
        for why in ("missing", "forbidden", "password", "damaged", "not_a_list", "empty")
    ),
    *(
        loyalpos.errors.LayoutUnsound(FILE, "place.width", why)
        for why in (
            *("unreadable", "not_json", "missing", "unexpected", "value"),
            *("page", "small", "marks", "taken"),
        )
    ),
    loyalpos.errors.DrawRulesStand("Quay Tết"),
    *(loyalpos.errors.CodeNotOpen("9712", why, date(2026, 11, 25)) for why in CodeWhy),
    loyalpos.errors.ServiceNotOpen(),
    *(loyalpos.errors.SurveyNotPaid(budget) for budget in ("", "Khách quen")),
    loyalpos.errors.ListCutOff(),
    loyalpos.errors.TrialCutOff(),
    *(loyalpos.errors.VoucherNotGiven(why) for why in ("no_reason", "not_there")),
    *(loyalpos.errors.MembershipRefused("Thẻ VIP", why) for why in MembershipProblem),
    *(loyalpos.errors.StampsNotSwappable("Thẻ 10 ly", why, 10) for why in SwapProblem),
    *(loyalpos.errors.DrawNotReady("Quay Tết", why, date(2026, 11, 25)) for why in NotReady),
    *(loyalpos.errors.NotAllowed(right) for right in Right),
    loyalpos.errors.OwnBill(Right.ADJUST),
    *(loyalpos.errors.WrongPin(64, left) for left in (1, 2)),
    loyalpos.errors.PinTooSoon(7),
    loyalpos.errors.PinTooSoon(86_400),
    loyalpos.errors.CodeTooSoon(8),
    loyalpos.errors.PersonUnknown("", ("Bà Mây", "Lan")),
    loyalpos.errors.PersonUnknown("Hoa", ("Bà Mây", "Lan")),
    *(loyalpos.errors.PinFileUnfit("/etc/pin", why) for why in ("unread", "open", "form", "unsaid")),
    loyalpos.errors.PinLocked(),
    *(loyalpos.errors.PinUnfit(why) for why in ("form", "easy")),
    loyalpos.errors.OwnerFirst(),
    loyalpos.errors.LastOwner(),
    loyalpos.errors.PersonGone(),
    loyalpos.errors.PersonNameless(),
    loyalpos.errors.ProofUnfit(),
    *(loyalpos.errors.SecretNeeded(FILE, asks) for asks in ("passphrase", "code", "lost")),
    *(loyalpos.errors.SecretNeeded(FILE, asks, was_wrong=True) for asks in ("passphrase", "code")),
    loyalpos.errors.KeyringAbsent(),
    loyalpos.errors.KeyringFails("KeyringLocked"),
    loyalpos.errors.NotKeyedAnew(loyalpos.errors.DiskFull(FILE)),
    *(loyalpos.errors.CodeWrong(reads=reads) for reads in (True, False)),
    loyalpos.errors.CodeWrong(reads=False, missing=16),
    loyalpos.errors.PassphraseShort(10),
    loyalpos.errors.FileMissing(FILE),
    loyalpos.errors.FolderReadOnly(FILE),
    loyalpos.errors.TrialCutOff(),
    loyalpos.errors.DiskFull(FILE),
    loyalpos.errors.DiskFails(FILE, "EIO"),
    loyalpos.errors.FileClosed(FILE),
    loyalpos.errors.FileLocked(FILE),
    loyalpos.errors.FileNewer(FILE, 9, 1),
    loyalpos.errors.FileOlder(FILE, 0, 1),
    loyalpos.errors.FileDamaged(FILE, "page 7"),
    loyalpos.errors.NotAShopFile(FILE),
    *(
        loyalpos.errors.ActsMissing(FILE, since, NOW, records)
        for since, records in (
            (None, None),
            (NOW - timedelta(hours=3), None),
            (NOW - timedelta(hours=3), 23),
            (NOW, None),
        )
    ),
    loyalpos.errors.UnfitDatabase("3.40.1"),
    loyalpos.errors.BackupFailed(FILE, "count"),
    loyalpos.errors.SecondFolderAway(FILE),
    *(
        loyalpos.errors.UnsafePlace(FILE, why)
        for why in ("onedrive", "dropbox", "google", "icloud", "cloud", "network")
    ),
    *(loyalpos.errors.BackupUnusable(FILE, why) for why in ("damaged", "missing", "newer", "foreign")),
)


@pytest.fixture
def in_vietnamese(qapp: QApplication) -> Iterator[None]:
    translator = vietnamese(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def every_subclass(of: type[LoyalError]) -> list[type[LoyalError]]:
    direct = of.__subclasses__()
    return [*direct, *(below for one in direct for below in every_subclass(one))]


def test_an_answer_of_the_owner_names_who_took_it_down_where_somebody_is_known() -> None:
    at = datetime(2026, 11, 30, 0, 6, tzinfo=UTC)
    for agreed in (True, False):
        answer = OwnerAnswer(at, "Lan", "Đức", 50_000, OwnerDecision("keep", agreed, 6))
        named = owner_answer(answer, "hạt", ShopTime())
        assert "30/11/2026, Lan: " in named
        assert owner_answer(replace(answer, who=""), "hạt", ShopTime()) == named.replace(", Lan: ", ": ")


def test_every_error_of_the_program_has_its_own_sentence() -> None:
    abstract = {Refusal, Unavailable}
    for error in every_subclass(LoyalError):
        if error not in abstract and error.__module__.startswith("loyalpos"):
            tables = (failure, key_failure) if issubclass(error, Unavailable) else REFUSALS
            assert any(error in table.registry for table in tables), error
            assert any(type(example) is error for example in EXAMPLES), error


def say_all() -> list[str]:
    return [sentence(example, shop=SHOP, points_name="điểm") for example in EXAMPLES]


def test_every_sentence_is_said_in_both_languages(qapp: QApplication, request: pytest.FixtureRequest) -> None:
    english = say_all()
    request.getfixturevalue("in_vietnamese")
    for said, translated in zip(english, say_all(), strict=True):
        assert said.strip()
        assert translated.strip()
        assert said != translated
        assert "{" not in said + translated


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
