"""The writers of records that few shops have, or seldom: cards, draws, memberships, services, pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loyalpos.store import (
    accesses,
    batches,
    card_look,
    consents,
    draws,
    erasure,
    gifts,
    honesty,
    memberships,
    merging,
    partners,
    payments,
    requests,
    rewards,
    services,
    staff,
    vouchers,
)
from loyalpos.store.connection import Connection
from loyalpos.store.written import Written

__all__ = ["SELDOM"]

SELDOM: Mapping[str, Callable[[Connection, Written], None]] = {
    "finding_acknowledged": honesty.write_acknowledgement,
    "cards_issued": batches.write_issue,
    "cards_sent": batches.write_sent,
    "cards_printed": batches.write_printed,
    "cards_spoilt": batches.write_spoilt,
    "cards_handed": batches.write_handed,
    "draw_announced": draws.write_announcement,
    "draw_listed": draws.write_listing,
    "draw_closed": draws.write_closing,
    "draw_held": draws.write_drawing,
    "partner_code_redeemed": partners.write_redeemed,
    "partner_code_reopened": partners.write_reopened,
    "members_merged": merging.write_merge,
    "merge_undone": merging.write_merge_undone,
    "pair_told_apart": merging.write_told_apart,
    "bill_paid": payments.write_payment,
    "payment_undone": payments.write_payment_undone,
    "reward_pictured": rewards.write_picture,
    "logo_changed": card_look.write_logo,
    "voucher_given": vouchers.write_personal,
    "voucher_gift_undone": vouchers.write_personal_undone,
    "request_received": requests.write_request,
    "request_moved": requests.write_request_step,
    "breach_noticed": requests.write_breach,
    "breach_reported": requests.write_breach_reported,
    "member_restricted": consents.write_restriction,
    "under_age_said": consents.write_under_age,
    "membership_sold": memberships.write_sale,
    "membership_ended": memberships.write_end,
    "membership_sale_undone": memberships.write_sale_undone,
    "membership_end_undone": memberships.write_end_undone,
    "survey_answered": gifts.write_gift,
    "survey_undone": gifts.write_gift_back,
    "service_done": services.write_done,
    "service_done_undone": services.write_done_undone,
    "member_erased": erasure.write_erasure,
    "access_noted": accesses.write_access,
    "hold_changed": erasure.write_hold,
    "staff_added": staff.write_added,
    "staff_changed": staff.write_changed,
    "staff_gone": staff.write_gone,
    "staff_pin_set": staff.write_pin,
    "staff_locked": staff.write_nothing,
    "staff_opened": staff.write_nothing,
    "loss_accepted": staff.write_nothing,
}
