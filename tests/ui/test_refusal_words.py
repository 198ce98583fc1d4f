"""Every refusal and every failure of the program has a sentence in both languages."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

import loyalpos.errors
from loyalpos.engine.draw_stages import NotReady
from loyalpos.engine.memberships import MembershipProblem
from loyalpos.engine.partners import CodeWhy
from loyalpos.engine.rewards import OfferState
from loyalpos.engine.staff import Right
from loyalpos.engine.stamps import SwapProblem
from loyalpos.engine.vouchers import VoucherWhy
from loyalpos.errors import LoyalError, Refusal, Unavailable
from loyalpos.ui.words.erasing import erasing_refusal
from loyalpos.ui.words.kept_refusals import kept_refusal
from loyalpos.ui.words.keys import key_failure, key_refusal
from loyalpos.ui.words.refusals import refusal, sentence
from loyalpos.ui.words.staff import staff_refusal
from loyalpos.ui.words.surroundings import failure
from tests.ui.word_desk import NOW, SHOP, in_vietnamese

__all__ = ["in_vietnamese"]

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
        for why in (
            "missing",
            "folder",
            "forbidden",
            "locked",
            "password",
            "damaged",
            "not_a_list",
            "empty",
        )
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
    loyalpos.errors.PersonUnknown("Hoa", ()),
    loyalpos.errors.NotAnOwner("Lan", ("Bà Mây",)),
    loyalpos.errors.PinFileUnfit("-", "unread"),
    *(loyalpos.errors.SecretFileUnfit("/etc/secret", why) for why in ("unread", "open")),
    *(loyalpos.errors.PinFileUnfit("/etc/pin", why) for why in ("unread", "open", "form", "unsaid")),
    loyalpos.errors.PinLocked(),
    *(loyalpos.errors.PinUnfit(why) for why in ("form", "easy")),
    loyalpos.errors.OwnerFirst(),
    loyalpos.errors.LastOwner(),
    loyalpos.errors.PersonGone(),
    loyalpos.errors.PersonNameless(),
    loyalpos.errors.ProofUnfit(),
    loyalpos.errors.ProofWrong(),
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
    *(loyalpos.errors.FolderUnfit(FILE, why) for why in ("file", "unmade")),
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
    *(
        loyalpos.errors.BackupUnusable(FILE, why)
        for why in ("damaged", "missing", "newer", "foreign", "unlabelled", "no backup", "folder")
    ),
)


def every_subclass(of: type[LoyalError]) -> list[type[LoyalError]]:
    direct = of.__subclasses__()
    return [*direct, *(below for one in direct for below in every_subclass(one))]


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
