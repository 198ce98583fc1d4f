"""Words for erasing members: what is lost, why it is done, and what stands in its way."""

from __future__ import annotations

from functools import singledispatch

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.erasing import ErasureReason, WouldLose
from loyalpos.engine.money import group_digits, vnd
from loyalpos.errors import LoyalError, MemberHeld
from loyalpos.ui.words import dates

__all__ = ["erasing_refusal", "lost_lines", "reason_text"]


@singledispatch
def erasing_refusal(error: LoyalError) -> str:
    """Say why the rules say no; every class registers its own sentence."""
    raise NotImplementedError(type(error).__name__)


@erasing_refusal.register
def _(error: MemberHeld) -> str:
    words = QCoreApplication.translate(
        "Erasing", "The records of this member are kept on legal grounds: {reason} – end that first"
    )
    return words.format(reason=error.reason or "–")


def reason_text(reason: str) -> str:
    """Name why a member is erased."""
    match reason:
        case ErasureReason.ASKED:
            return QCoreApplication.translate("Erasing", "The customer asked for it")
        case ErasureReason.WITHDRAWN:
            return QCoreApplication.translate("Erasing", "The customer no longer agrees")
        case ErasureReason.INACTIVE:
            return QCoreApplication.translate("Erasing", "Not seen for too long")
        case ErasureReason.MISTAKE:
            return QCoreApplication.translate("Erasing", "Entered by mistake")
        case _:
            return reason


def lost_lines(lost: WouldLose) -> tuple[str, ...]:
    """Say what goes with a member, and what stays; what is nothing is not named."""
    goes = (
        (lost.points, QCoreApplication.translate("Erasing", "Points that are lost: {count}")),
        (lost.debt, QCoreApplication.translate("Erasing", "Points owed to the shop, forgiven: {count}")),
        (lost.vouchers, QCoreApplication.translate("Erasing", "Vouchers not used yet: {count}")),
        (lost.units, QCoreApplication.translate("Erasing", "Stamps and tickets: {count}")),
        (lost.memberships, QCoreApplication.translate("Erasing", "Paid memberships still running: {count}")),
        (lost.cards, QCoreApplication.translate("Erasing", "Cards and codes that die: {count}")),
    )
    lines = [words.format(count=group_digits(count)) for count, words in goes if count]
    if lost.open_vnd:
        words = QCoreApplication.translate("Erasing", "Still to be paid, and then owed by nobody: {amount}")
        lines.append(words.format(amount=vnd(lost.open_vnd)))
    words = QCoreApplication.translate("Erasing", "Bills that stay in the books without a name: {count}")
    lines.append(words.format(count=group_digits(lost.bills)))
    if lost.last_visit is not None:
        words = QCoreApplication.translate("Erasing", "Last here on {date}")
        lines.append(words.format(date=dates.day(lost.last_visit)))
    return tuple(lines)
