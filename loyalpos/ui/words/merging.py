"""Words for members who are there twice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.likeness import Why

__all__ = ["hindrance", "why_alike"]


def why_alike(why: Why) -> str:
    """Say what two members have in common."""
    match why:
        case Why.SAME_PHONE:
            return QCoreApplication.translate("Merging", "same phone number")
        case Why.CLOSE_PHONE:
            return QCoreApplication.translate("Merging", "same name, phone numbers a slip apart")
        case Why.SAME_BIRTHDAY:
            return QCoreApplication.translate("Merging", "same name and birthday")
        case Why.SAME_CODE:
            return QCoreApplication.translate("Merging", "same linked code")
        case Why.NO_PHONE:
            return QCoreApplication.translate("Merging", "same name, one without a phone number")


def hindrance(why: str) -> str:
    """Say what was done since a merge that is of both, so that they cannot be parted."""
    match why:
        case "bill_changed":
            return QCoreApplication.translate("Merging", "a bill that came over was returned or paid since")
        case "points_used":
            return QCoreApplication.translate("Merging", "points that came over were spent since")
        case "voucher_used":
            return QCoreApplication.translate("Merging", "a voucher that came over was used since")
        case "code_used":
            return QCoreApplication.translate("Merging", "a partner's code that came over was used since")
        case "gift_taken_back":
            return QCoreApplication.translate("Merging", "a gift that came over was taken back since")
        case "membership_changed":
            return QCoreApplication.translate(
                "Merging", "a membership that came over was ended or changed since"
            )
        case "stamps_used":
            return QCoreApplication.translate("Merging", "stamps or tickets that came over were used since")
        case "debt_paid":
            return QCoreApplication.translate("Merging", "what was owed was paid with later points")
        case "tier_moved":
            return QCoreApplication.translate("Merging", "the tier has changed since, by what both bought")
        case "merged_since":
            return QCoreApplication.translate(
                "Merging", "they were merged with somebody else since – undo that first"
            )
        case "gone":
            return QCoreApplication.translate("Merging", "the customer is no longer a member")
        case _:
            return QCoreApplication.translate("Merging", "the particulars were erased")
