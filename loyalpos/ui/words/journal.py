"""What records of the journal say was done, in a few words each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.audit import AuditLine, RecordGroup
from loyalpos.engine.money import group_digits, vnd
from loyalpos.ui.words.erasing import reason_text

__all__ = ["group_words", "line_reason", "line_words", "record_words"]


def group_words(group: RecordGroup) -> str:
    """Name what records are about."""
    names = {
        RecordGroup.BILLS: QCoreApplication.translate("Journal", "bills and payments"),
        RecordGroup.BACK: QCoreApplication.translate("Journal", "what was taken back"),
        RecordGroup.MEMBERS: QCoreApplication.translate("Journal", "members"),
        RecordGroup.GIVEN: QCoreApplication.translate("Journal", "gifts, vouchers and tiers"),
        RecordGroup.CARDS: QCoreApplication.translate("Journal", "cards"),
        RecordGroup.SHOP: QCoreApplication.translate("Journal", "program, items and settings"),
        RecordGroup.STAFF: QCoreApplication.translate("Journal", "people at work"),
        RecordGroup.DAYS: QCoreApplication.translate("Journal", "days"),
        RecordGroup.OTHER: QCoreApplication.translate("Journal", "anything else"),
    }
    return names[group]


def record_words(kind: str) -> str:
    """Say what a kind of record says; one this page has no words for yet is named as it is written."""
    said = {**_of_members(), **_of_the_shop()}
    return said.get(kind) or QCoreApplication.translate("Journal", "Record “{kind}”").format(kind=kind)


def line_words(line: AuditLine) -> str:
    """Say what a record says, with its amount, points and number."""
    parts = [_of_one_thing().get((line.kind, line.what)) or record_words(line.kind)]
    if line.total_vnd is not None:
        parts.append(vnd(line.total_vnd))
    if line.points:
        sign = "+" if line.points > 0 else "−"
        parts.append(
            QCoreApplication.translate("Journal", "{points} points").format(
                points=sign + group_digits(abs(line.points))
            )
        )
    if line.number:
        parts.append(line.number)
    return " · ".join(parts)


def line_reason(line: AuditLine) -> str:
    """Say why something was done: the shop's own words, or those the program offered."""
    return reason_text(line.reason) if line.kind == "member_erased" else line.reason


def _of_members() -> dict[str, str]:
    return {
        "bill_recorded": QCoreApplication.translate("Journal", "Bill"),
        "bill_paid": QCoreApplication.translate("Journal", "Later payment"),
        "bill_reversed": QCoreApplication.translate("Journal", "Bill taken back or returned"),
        "reversal_undone": QCoreApplication.translate("Journal", "Return undone"),
        "payment_undone": QCoreApplication.translate("Journal", "Payment undone"),
        "member_enrolled": QCoreApplication.translate("Journal", "New member"),
        "member_changed": QCoreApplication.translate("Journal", "Particulars changed"),
        "consent_changed": QCoreApplication.translate("Journal", "Consent changed"),
        "enrolment_undone": QCoreApplication.translate("Journal", "Joining undone"),
        "opening_undone": QCoreApplication.translate("Journal", "Opening points taken out"),
        "list_begun": QCoreApplication.translate("Journal", "List of customers taken in"),
        "list_undone": QCoreApplication.translate("Journal", "List of customers taken out"),
        "tags_changed": QCoreApplication.translate("Journal", "Tags changed"),
        "origin_said": QCoreApplication.translate("Journal", "How a customer came"),
        "gift_given": QCoreApplication.translate("Journal", "Gift"),
        "gift_taken_back": QCoreApplication.translate("Journal", "Gift taken back"),
        "gifts_of_day": QCoreApplication.translate("Journal", "Gifts of the day given"),
        "voucher_given": QCoreApplication.translate("Journal", "Voucher given by hand"),
        "voucher_gift_undone": QCoreApplication.translate("Journal", "Voucher taken back"),
        "stamps_swapped": QCoreApplication.translate("Journal", "Old stamp card taken in"),
        "stamps_swap_undone": QCoreApplication.translate("Journal", "Old stamp card given back"),
        "tier_moved": QCoreApplication.translate("Journal", "Tier"),
        "survey_answered": QCoreApplication.translate("Journal", "Survey answered"),
        "survey_undone": QCoreApplication.translate("Journal", "Answer to a survey undone"),
        "membership_sold": QCoreApplication.translate("Journal", "Membership sold"),
        "membership_ended": QCoreApplication.translate("Journal", "Membership ended"),
        "membership_sale_undone": QCoreApplication.translate("Journal", "Sale of a membership undone"),
        "membership_end_undone": QCoreApplication.translate("Journal", "End of a membership undone"),
        "service_done": QCoreApplication.translate("Journal", "Service done"),
        "service_done_undone": QCoreApplication.translate("Journal", "Service not done after all"),
        "member_erased": QCoreApplication.translate("Journal", "Member erased"),
        "member_restricted": QCoreApplication.translate("Journal", "Use of particulars restricted"),
        "members_merged": QCoreApplication.translate("Journal", "Members merged"),
        "merge_undone": QCoreApplication.translate("Journal", "Merge undone"),
        "pair_told_apart": QCoreApplication.translate("Journal", "Two members are not the same"),
        "request_received": QCoreApplication.translate("Journal", "Request of a customer"),
        "request_moved": QCoreApplication.translate("Journal", "Request of a customer worked on"),
        "under_age_said": QCoreApplication.translate("Journal", "Said to be under age"),
        "corrections_dropped": QCoreApplication.translate("Journal", "What was corrected long ago dropped"),
        "accesses_dropped": QCoreApplication.translate("Journal", "Old notes of who looked dropped"),
        "access_noted": QCoreApplication.translate("Journal", "Particulars looked at"),
        "points_expired": QCoreApplication.translate("Journal", "Points ended"),
    }


def _of_the_shop() -> dict[str, str]:
    return {
        "card_linked": QCoreApplication.translate("Journal", "Card given or replaced"),
        "card_labelled": QCoreApplication.translate("Journal", "Card named"),
        "code_unlinked": QCoreApplication.translate("Journal", "Code taken off a member"),
        "cards_issued": QCoreApplication.translate("Journal", "Batch of cards made"),
        "cards_sent": QCoreApplication.translate("Journal", "Cards sent to be printed"),
        "cards_printed": QCoreApplication.translate("Journal", "Cards came out well"),
        "cards_spoilt": QCoreApplication.translate("Journal", "Cards spoilt"),
        "cards_handed": QCoreApplication.translate("Journal", "Cards handed out"),
        "shop_described": QCoreApplication.translate("Journal", "Settings of the shop"),
        "program_published": QCoreApplication.translate("Journal", "Program published"),
        "stock_counted": QCoreApplication.translate("Journal", "Stock of a reward"),
        "reward_pictured": QCoreApplication.translate("Journal", "Picture of a reward"),
        "logo_changed": QCoreApplication.translate("Journal", "Logo"),
        "item_described": QCoreApplication.translate("Journal", "Item"),
        "item_list_begun": QCoreApplication.translate("Journal", "List of items taken in"),
        "item_list_undone": QCoreApplication.translate("Journal", "List of items taken out"),
        "staff_added": QCoreApplication.translate("Journal", "Somebody works here now"),
        "staff_changed": QCoreApplication.translate("Journal", "Somebody’s role changed"),
        "staff_gone": QCoreApplication.translate("Journal", "Somebody works here no more"),
        "staff_linked": QCoreApplication.translate("Journal", "Somebody’s own account"),
        "staff_pin_set": QCoreApplication.translate("Journal", "PIN set"),
        "staff_locked": QCoreApplication.translate("Journal", "Locked after wrong PINs"),
        "staff_opened": QCoreApplication.translate("Journal", "Lock opened"),
        "owner_pin_asked": QCoreApplication.translate("Journal", "Another PIN asked for, without a proof"),
        "owner_pin_kept": QCoreApplication.translate("Journal", "The PIN asked for was stopped"),
        "protection_changed": QCoreApplication.translate("Journal", "Protection of the data changed"),
        "finding_acknowledged": QCoreApplication.translate("Journal", "Looked at once more"),
        "breach_noticed": QCoreApplication.translate("Journal", "Leak of customers’ particulars noticed"),
        "breach_reported": QCoreApplication.translate("Journal", "Leak reported"),
        "hold_changed": QCoreApplication.translate("Journal", "Particulars kept for a dispute"),
        "draw_announced": QCoreApplication.translate("Journal", "Draw announced"),
        "draw_listed": QCoreApplication.translate("Journal", "Tickets of a draw listed"),
        "draw_closed": QCoreApplication.translate("Journal", "Draw closed"),
        "draw_held": QCoreApplication.translate("Journal", "Draw held"),
        "partner_code_redeemed": QCoreApplication.translate("Journal", "Partner’s code redeemed"),
        "partner_code_reopened": QCoreApplication.translate("Journal", "Partner’s code open again"),
        "day_opened": QCoreApplication.translate("Journal", "Day opened"),
        "day_closed": QCoreApplication.translate("Journal", "Day closed"),
        "clock_trusted": QCoreApplication.translate("Journal", "Date confirmed"),
        "loss_accepted": QCoreApplication.translate("Journal", "Went on without lost records"),
    }


def _of_one_thing() -> dict[tuple[str, str], str]:
    """Say which of several things of a kind was done."""
    return {
        ("staff_pin_set", "away"): QCoreApplication.translate("Journal", "PIN taken away"),
        ("staff_pin_set", "code"): QCoreApplication.translate(
            "Journal", "PIN set anew with the recovery code or the passphrase"
        ),
        ("staff_pin_set", "wait"): QCoreApplication.translate(
            "Journal", "PIN set anew, which nobody stopped for three days"
        ),
        ("protection_changed", "on"): QCoreApplication.translate("Journal", "Data protected"),
        ("protection_changed", "off"): QCoreApplication.translate("Journal", "Protection turned off"),
        ("protection_changed", "way"): QCoreApplication.translate(
            "Journal", "The file is opened in another way"
        ),
        ("protection_changed", "code"): QCoreApplication.translate("Journal", "New recovery code"),
    }
