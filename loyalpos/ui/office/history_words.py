"""Why a balance is what it is: ledger entries and bills as sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.acts import HistoryLine
from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.ledger import EntryKind
from loyalpos.engine.money import vnd
from loyalpos.ui.words.gifts import gift_name

__all__ = ["bill_state", "history_text"]


def history_text(line: HistoryLine) -> str:
    """Say what moved a balance."""
    if line.gift is not None:
        name = gift_name(line.gift.kind, line.gift.name)
        words = QCoreApplication.translate("History", "Gift: {occasion}")
        if line.points < 0:
            words = QCoreApplication.translate("History", "Gift taken back: {occasion}")
        return words.format(occasion=name)
    if line.paid_vnd:
        words = QCoreApplication.translate("History", "Paid {paid} of the bill of {amount}{bill}")
        if line.paid_vnd < 0:
            words = QCoreApplication.translate(
                "History",
                "Payment of {paid} undone, bill of {amount}{bill}: what it earned taken back",
            )
        paid, amount = vnd(abs(line.paid_vnd)), vnd(line.total_vnd or 0)
        return words.format(paid=paid, amount=amount, bill=_numbered(line.number))
    match EntryKind(line.kind):
        case EntryKind.EARN if line.total_vnd is None:
            return QCoreApplication.translate("History", "Welcome")
        case EntryKind.EARN:
            words = QCoreApplication.translate("History", "Bought for {amount}{bill}")
        case EntryKind.REDEEM:
            words = QCoreApplication.translate("History", "Redeemed in a bill of {amount}{bill}")
        case EntryKind.REVERSE if line.undone and line.points < 0:
            words = QCoreApplication.translate(
                "History", "Return undone, bill of {amount}{bill}: what was redeemed taken off again"
            )
        case EntryKind.REVERSE if line.undone:
            words = QCoreApplication.translate(
                "History", "Return undone, bill of {amount}{bill}: what it earned added again"
            )
        case EntryKind.REVERSE if line.total_vnd is None and line.points < 0:
            return QCoreApplication.translate("History", "Returned or undone: what it earned taken back")
        case EntryKind.REVERSE if line.total_vnd is None:
            return QCoreApplication.translate("History", "Returned or undone: what was redeemed given back")
        case EntryKind.REVERSE if line.points < 0:
            words = QCoreApplication.translate(
                "History", "Bill of {amount}{bill} returned or undone: what it earned taken back"
            )
        case EntryKind.REVERSE:
            words = QCoreApplication.translate(
                "History", "Bill of {amount}{bill} returned or undone: what was redeemed given back"
            )
        case EntryKind.ADJUST:
            return QCoreApplication.translate("History", "Corrected by the shop")
        case EntryKind.EXPIRE:
            return QCoreApplication.translate("History", "Expired")
        case EntryKind.TRANSFER:
            return QCoreApplication.translate("History", "Transferred")
        case EntryKind.OPENING:
            return QCoreApplication.translate("History", "Brought from the old customer list")
        case EntryKind.WRITEOFF:
            return QCoreApplication.translate("History", "Written off by the shop")
    return words.format(amount=vnd(line.total_vnd or 0), bill=_numbered(line.number))


def bill_state(bill: RecordedBill) -> str:
    """Say what has become of a bill; empty while it stands whole."""
    if bill.whole:
        return QCoreApplication.translate("History", "returned or undone")
    if bill.open_vnd:
        words = QCoreApplication.translate("History", "{amount} still to be paid")
        return words.format(amount=vnd(bill.open_vnd))
    # One whose return was undone has had a part that came back, and stands whole.
    if bill.returned_vnd:
        words = QCoreApplication.translate("History", "{amount} returned")
        return words.format(amount=vnd(bill.returned_vnd))
    return ""


def _numbered(number: str | None) -> str:
    if number is None:
        return ""
    return QCoreApplication.translate("History", ", receipt {number}").format(number=number)
