"""One sentence for every refusal: why not, kindly, and what to do instead."""

from __future__ import annotations

from functools import singledispatch

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.rewards import OfferState
from loyalpos.engine.times import ShopTime
from loyalpos.engine.vouchers import VoucherWhy
from loyalpos.errors import (
    AmountTooLarge,
    BillInFuture,
    BillNotFound,
    BillTooOld,
    BillWithoutMember,
    CannotUndo,
    CodeNotOpen,
    LoyalError,
    MaybeSameBill,
    MaybeSamePayment,
    MaybeSameReturn,
    MaybeUndone,
    MembershipRefused,
    NotEnoughPoints,
    NothingToReturn,
    NothingToUndo,
    NotPaidInParts,
    NumberTaken,
    OwnerToAsk,
    PaymentTooLarge,
    ReturnTooLarge,
    RewardNotTakeable,
    SameIdOtherContent,
    ServiceNotOpen,
    StampsNotSwappable,
    TendersTooLarge,
    Unavailable,
    VoucherNotTakeable,
    WrongPointsToPay,
)
from loyalpos.ui.words import dates
from loyalpos.ui.words.owner import owner_question
from loyalpos.ui.words.points import named
from loyalpos.ui.words.rewards import voucher_why_not, why_not
from loyalpos.ui.words.surroundings import failure

__all__ = ["Telling", "refusal", "sentence"]


class Telling(Struct, frozen=True):
    """What a sentence needs besides the error: the shop's clock and its name for points."""

    shop: ShopTime
    points_name: str


def sentence(error: LoyalError, *, shop: ShopTime | None = None, points_name: str = "") -> str:
    """Say a refusal or failure kindly, in the language of the moment.

    Args:
        shop: The shop's clock, for errors that name a time.
        points_name: What the shop calls its points; the catalogue's word where it is not given.
    """
    called = points_name or QCoreApplication.translate("Refusals", "points")
    if isinstance(error, Unavailable):
        return failure(error)
    return refusal(error, Telling(shop or ShopTime(), called))


@singledispatch
def refusal(error: LoyalError, _telling: Telling) -> str:
    """Say why the rules say no; what is not said here is about something the shop keeps."""
    from loyalpos.ui.words.kept_refusals import kept_refusal  # noqa: PLC0415 - seldom at the counter

    return kept_refusal(error)


@refusal.register
def _(error: NotEnoughPoints, telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals", "Not enough: {spendable} can be spent, {wanted} are needed – take another reward"
    )
    return words.format(
        spendable=named(error.spendable, telling.points_name),
        wanted=named(error.wanted, telling.points_name),
    )


@refusal.register
def _(error: RewardNotTakeable, telling: Telling) -> str:
    words = QCoreApplication.translate("Refusals", "“{reward}” cannot be taken: {why}")
    why = why_not(OfferState(error.why), error.missing, telling.points_name)
    return words.format(reward=error.reward_name, why=why)


@refusal.register
def _(error: VoucherNotTakeable, _telling: Telling) -> str:
    words = QCoreApplication.translate("Refusals", "The voucher “{voucher}” cannot be used: {why}")
    return words.format(
        voucher=error.voucher_name, why=voucher_why_not(VoucherWhy(error.why), error.missing_vnd)
    )


@refusal.register
def _(error: WrongPointsToPay, telling: Telling) -> str:
    most = named(error.most_points, telling.points_name)
    least, block = group_digits(error.least_points), group_digits(error.block_points)
    if error.block_points == 1:
        words = QCoreApplication.translate("Refusals", "From {least} to {most} can pay here")
        return words.format(least=least, most=most)
    words = QCoreApplication.translate("Refusals", "From {least} to {most} can pay here, {block} at a time")
    return words.format(least=least, most=most, block=block)


@refusal.register
def _(error: PaymentTooLarge, _telling: Telling) -> str:
    words = QCoreApplication.translate("Refusals", "At most {open} can be paid here, not {paid}")
    return words.format(open=vnd(error.open_vnd), paid=vnd(error.paid_vnd))


@refusal.register
def _(_error: NotPaidInParts, _telling: Telling) -> str:
    return QCoreApplication.translate(
        "Refusals", "Only a customer’s bill can be paid in parts, where the program says so"
    )


@refusal.register
def _(error: TendersTooLarge, _telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals", "The ways of paying come to {told}, but the customer pays {due}"
    )
    return words.format(told=vnd(error.parts_vnd), due=vnd(error.due_vnd))


@refusal.register
def _(error: NumberTaken, telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals",
        "Receipt {number} is entered already: {amount}, {who}, {time} – check the number, "
        "or undo that bill first",
    )
    nobody = QCoreApplication.translate("Refusals", "customer without a name")
    return words.format(
        number=error.number,
        amount=vnd(error.total_vnd),
        who=error.member_name or nobody,
        time=dates.moment(error.at, telling.shop),
    )


@refusal.register
def _(error: MaybeSameBill, telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals",
        "Before the PC stopped, {amount} was recorded for this customer at {time} ({points}). "
        "Is it still that bill?",
    )
    return words.format(
        amount=vnd(error.total_vnd),
        time=dates.clock(error.at, telling.shop),
        points=named(error.points, telling.points_name),
    )


@refusal.register
def _(error: OwnerToAsk, telling: Telling) -> str:
    return owner_question(error.budgets, error.points, telling.points_name)


@refusal.register
def _(error: MaybeSameReturn, telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals",
        "Before the PC stopped, {amount} of this bill was returned at {time}. Is it still that return?",
    )
    return words.format(amount=vnd(error.returned_vnd), time=dates.clock(error.at, telling.shop))


@refusal.register
def _(error: MaybeSamePayment, telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals",
        "Before the PC stopped, {amount} of this bill was paid at {time}. Is it still that payment?",
    )
    return words.format(amount=vnd(error.amount_vnd), time=dates.clock(error.at, telling.shop))


@refusal.register
def _(error: MaybeUndone, telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals", "Before the PC stopped, the last thing was undone at {time}. Undo one more?"
    )
    return words.format(time=dates.clock(error.at, telling.shop))


@refusal.register
def _(_error: SameIdOtherContent, _telling: Telling) -> str:
    return QCoreApplication.translate(
        "Refusals", "This was recorded a moment ago with other figures – look at today's list (F9)"
    )


@refusal.register
def _(error: AmountTooLarge, _telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals", "{amount} is too much for one bill (at most {limit}) – check the zeros"
    )
    return words.format(amount=vnd(error.amount_vnd), limit=vnd(error.limit_vnd))


@refusal.register
def _(error: BillInFuture, telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals", "{time} is still to come – correct the bill's time, or the clock of this PC"
    )
    return words.format(time=dates.moment(error.at, telling.shop))


@refusal.register
def _(error: BillTooOld, _telling: Telling) -> str:
    words = QCoreApplication.translate(
        "Refusals", "{day} is too long ago: bills are taken in back to {earliest}"
    )
    return words.format(day=dates.day(error.day), earliest=dates.day(error.earliest))


@refusal.register
def _(error: BillNotFound, _telling: Telling) -> str:
    if not error.number:
        return QCoreApplication.translate("Refusals", "This bill is no longer there – see today's list (F9)")
    words = QCoreApplication.translate(
        "Refusals", "No bill has the number {number} – read it again from the receipt"
    )
    return words.format(number=error.number)


@refusal.register
def _(_error: BillWithoutMember, _telling: Telling) -> str:
    return QCoreApplication.translate("Refusals", "Rewards need a member – scan the card first")


@refusal.register
def _(_error: NothingToReturn, _telling: Telling) -> str:
    return QCoreApplication.translate("Refusals", "All of this bill has been returned or undone already")


@refusal.register
def _(error: ReturnTooLarge, _telling: Telling) -> str:
    words = QCoreApplication.translate("Refusals", "Only {left} of this bill is left to return")
    return words.format(left=vnd(error.left_vnd))


@refusal.register
def _(_error: NothingToUndo, _telling: Telling) -> str:
    return QCoreApplication.translate("Refusals", "There is nothing left to undo today")


@refusal.register
def _(error: CannotUndo, _telling: Telling) -> str:
    match error.why:
        case "merged":
            return QCoreApplication.translate(
                "Refusals", "This customer was merged with another since – part them first, in the office"
            )
        case "has_bills":
            return QCoreApplication.translate(
                "Refusals", "This customer has bills already – undo those first, then the enrolment"
            )
        case "later_payment":
            return QCoreApplication.translate(
                "Refusals", "More of this bill was paid since – undo that payment first"
            )
        case "later_membership":
            return QCoreApplication.translate(
                "Refusals", "It was renewed, ended or sold anew since – undo that first"
            )
        case "has_membership":
            return QCoreApplication.translate(
                "Refusals", "This customer has bought a membership – undo that sale first"
            )
        case "has_rewards":
            return QCoreApplication.translate(
                "Refusals",
                "Rewards were redeemed in this bill, so it cannot be moved – undo it and type it again",
            )
        case "partly_returned":
            return QCoreApplication.translate(
                "Refusals",
                "Part of this bill was returned, so it cannot be moved – undo the return first",
            )
        case "returned":
            return QCoreApplication.translate("Refusals", "This bill was returned – undo the return instead")
        case "later_return":
            return QCoreApplication.translate(
                "Refusals", "There is a later return of the same bill – undo that one first"
            )
        case "number_used_again":
            return QCoreApplication.translate(
                "Refusals", "Its receipt number belongs to another bill by now – undo that bill first"
            )
        case _:
            return QCoreApplication.translate("Refusals", "Something later builds on it – undo that first")


@refusal.register
def _(error: CodeNotOpen, _telling: Telling) -> str:
    from loyalpos.ui.words.partners import code_not_open  # noqa: PLC0415 - few shops have any

    return code_not_open(error)


@refusal.register
def _(error: StampsNotSwappable, _telling: Telling) -> str:
    from loyalpos.ui.words.extras import swap_refused  # noqa: PLC0415 - few shops have any

    return swap_refused(error)


@refusal.register
def _(error: MembershipRefused, _telling: Telling) -> str:
    from loyalpos.ui.words.extras import membership_refused  # noqa: PLC0415 - few shops have any

    return membership_refused(error)


@refusal.register
def _(_error: ServiceNotOpen, _telling: Telling) -> str:
    return QCoreApplication.translate(
        "Refusals", "This service is not to be done any more: its bill was returned, or somebody has done it"
    )
