"""All tables that follow from the journal."""

from __future__ import annotations

from sqlalchemy import Table

from loyalpos.store.consent_tables import consent, correction, privacy
from loyalpos.store.item_tables import (
    item,
    item_before,
    item_list,
)
from loyalpos.store.merge_tables import merged, merged_row, told_apart
from loyalpos.store.privacy_tables import access, erasure, hold, private_part
from loyalpos.store.program_tables import (
    donation,
    draw,
    draw_share,
    draw_winner,
    gift,
    given,
    membership_sale,
    origin,
    partner_code,
    service_done,
    tag,
    tier_move,
    tier_state,
    unit_entry,
    voucher,
)
from loyalpos.store.request_tables import breach, personal_request
from loyalpos.store.staff_tables import acknowledgement, staff, staff_pin
from loyalpos.store.tables import (
    bill,
    bill_payment,
    card,
    card_batch,
    day_line,
    entry,
    finding,
    list_batch,
    logo,
    lot,
    member,
    member_word,
    opened_day,
    picture,
    print_run,
    program,
    reversal,
    shop,
    stock,
    summary,
)

__all__ = ["PROJECTIONS"]

PROJECTIONS: tuple[Table, ...] = (
    shop,
    program,
    member,
    finding,
    member_word,
    consent,
    privacy,
    correction,
    card_batch,
    card,
    print_run,
    bill,
    reversal,
    bill_payment,
    entry,
    lot,
    summary,
    stock,
    picture,
    logo,
    day_line,
    opened_day,
    acknowledgement,
    list_batch,
    personal_request,
    breach,
    item,
    item_list,
    item_before,
    given,
    origin,
    tag,
    unit_entry,
    voucher,
    gift,
    tier_move,
    tier_state,
    draw,
    draw_share,
    draw_winner,
    donation,
    partner_code,
    membership_sale,
    service_done,
    private_part,
    erasure,
    hold,
    access,
    staff,
    staff_pin,
    merged,
    merged_row,
    told_apart,
)
"""Every projection, in an order fit for creation; dropped and rebuilt by a migration."""
