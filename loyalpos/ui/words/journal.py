"""What records of the journal say was done, in a few words each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.audit import AuditLine, RecordGroup
from loyalpos.engine.money import group_digits, vnd

__all__ = ["group_words", "line_words", "record_words"]


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
    parts = [record_words(line.kind)]
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


def _of_members() -> dict[str, str]:
    say = QCoreApplication.translate
    return {
        "bill_recorded": say("Journal", "Bill"),
        "bill_paid": say("Journal", "Later payment"),
        "bill_reversed": say("Journal", "Bill taken back or returned"),
        "reversal_undone": say("Journal", "Return undone"),
        "payment_undone": say("Journal", "Payment undone"),
        "member_enrolled": say("Journal", "New member"),
        "member_changed": say("Journal", "Particulars changed"),
        "consent_changed": say("Journal", "Consent changed"),
        "enrolment_undone": say("Journal", "Joining undone"),
        "opening_undone": say("Journal", "Opening points taken out"),
        "list_begun": say("Journal", "List of customers taken in"),
        "list_undone": say("Journal", "List of customers taken out"),
        "tags_changed": say("Journal", "Tags changed"),
        "origin_said": say("Journal", "How a customer came"),
        "gift_given": say("Journal", "Gift"),
        "gift_taken_back": say("Journal", "Gift taken back"),
        "gifts_of_day": say("Journal", "Gifts of the day given"),
        "voucher_given": say("Journal", "Voucher given by hand"),
        "voucher_gift_undone": say("Journal", "Voucher taken back"),
        "stamps_swapped": say("Journal", "Old stamp card taken in"),
        "stamps_swap_undone": say("Journal", "Old stamp card given back"),
        "tier_moved": say("Journal", "Tier"),
        "survey_answered": say("Journal", "Survey answered"),
        "survey_undone": say("Journal", "Answer to a survey undone"),
        "membership_sold": say("Journal", "Membership sold"),
        "membership_ended": say("Journal", "Membership ended"),
        "membership_sale_undone": say("Journal", "Sale of a membership undone"),
        "membership_end_undone": say("Journal", "End of a membership undone"),
        "service_done": say("Journal", "Service done"),
        "service_done_undone": say("Journal", "Service not done after all"),
        "points_expired": say("Journal", "Points ended"),
    }


def _of_the_shop() -> dict[str, str]:
    say = QCoreApplication.translate
    return {
        "card_linked": say("Journal", "Card given or replaced"),
        "card_labelled": say("Journal", "Card named"),
        "cards_issued": say("Journal", "Batch of cards made"),
        "cards_sent": say("Journal", "Cards sent to be printed"),
        "cards_printed": say("Journal", "Cards came out well"),
        "cards_spoilt": say("Journal", "Cards spoilt"),
        "cards_handed": say("Journal", "Cards handed out"),
        "shop_described": say("Journal", "Settings of the shop"),
        "program_published": say("Journal", "Program published"),
        "stock_counted": say("Journal", "Stock of a reward"),
        "reward_pictured": say("Journal", "Picture of a reward"),
        "logo_changed": say("Journal", "Logo"),
        "item_described": say("Journal", "Item"),
        "item_list_begun": say("Journal", "List of items taken in"),
        "item_list_undone": say("Journal", "List of items taken out"),
        "staff_added": say("Journal", "Somebody works here now"),
        "staff_changed": say("Journal", "Somebody’s role changed"),
        "staff_left": say("Journal", "Somebody works here no more"),
        "staff_pin_set": say("Journal", "PIN set"),
        "staff_pin_removed": say("Journal", "PIN removed"),
        "finding_acknowledged": say("Journal", "Looked at once more"),
        "draw_announced": say("Journal", "Draw announced"),
        "draw_listed": say("Journal", "Tickets of a draw listed"),
        "draw_closed": say("Journal", "Draw closed"),
        "draw_held": say("Journal", "Draw held"),
        "partner_code_redeemed": say("Journal", "Partner’s code redeemed"),
        "partner_code_reopened": say("Journal", "Partner’s code open again"),
        "day_opened": say("Journal", "Day opened"),
        "day_closed": say("Journal", "Day closed"),
        "clock_trusted": say("Journal", "Date confirmed"),
    }
