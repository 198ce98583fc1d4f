"""The one door into the projections: every record, local today or another till's tomorrow.

It runs no rule of the program and asks no clock; a record carries its outcome. Replaying the
journal into an empty file gives the same tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from loyalpos.store import (
    bills,
    cards,
    consents,
    days,
    gifts,
    items,
    members,
    origins,
    returns,
    shop,
    stamps,
    tags,
    tiers,
)
from loyalpos.store.connection import Connection
from loyalpos.store.record import Record
from loyalpos.store.whose import note_private
from loyalpos.store.written import Written

__all__ = ["apply", "apply_all"]

_WRITERS: Mapping[str, Callable[[Connection, Written], None]] = {
    "shop_described": shop.write_description,
    "program_published": shop.write_program,
    "stock_counted": shop.write_stock,
    "member_changed": members.write_change,
    "consent_changed": consents.write_consent,
    "enrolment_undone": members.write_enrolment_undone,
    "opening_undone": members.write_opening_undone,
    "list_begun": members.write_list,
    "list_undone": members.write_list_undone,
    "item_described": items.write_item,
    "item_list_begun": items.write_list,
    "item_list_undone": items.write_list_undone,
    "card_linked": cards.write_link,
    "card_labelled": cards.write_label,
    "code_unlinked": cards.write_unlink,
    "origin_said": origins.write_origin,
    "tags_changed": tags.write_tags,
    "stamps_swapped": stamps.write_swap,
    "stamps_swap_undone": stamps.write_swap_undone,
    "bill_recorded": bills.write_bill,
    "bill_reversed": returns.write_reversal,
    "reversal_undone": returns.write_reversal_undone,
    "points_expired": days.write_expiry,
    "day_opened": days.write_opening,
    "day_closed": days.write_closing,
    "clock_trusted": days.write_trust,
    "gift_given": gifts.write_gift,
    "gift_taken_back": gifts.write_gift_back,
    "gifts_of_day": days.write_gifts_done,
    "tier_moved": tiers.write_moves,
}
_TOGETHER: Mapping[str, Callable[[Connection, Sequence[Written]], None]] = {
    # A list brings a hundred thousand of them, at a counter that goes on.
    "member_enrolled": members.write_enrolments,
}


def apply(connection: Connection, record: Record) -> None:
    """Write into the projections what one record says.

    Raises:
        KeyError: The record is of a kind this version does not know, or nobody has said whose the private
            part of such a record is.
    """
    apply_all(connection, (record,))


def apply_all(connection: Connection, records: Sequence[Record]) -> None:
    """Write into the projections what records say, one after the other; their like together where it can be.

    Raises:
        KeyError: As for :func:`apply`.
    """
    for kind, alike in groupby(records, lambda record: record.kind):
        some = tuple(alike)
        said = tuple(_read(record) for record in some)
        note_private(connection, zip(some, said, strict=True))
        write_all = _TOGETHER.get(kind)
        if write_all is not None:
            write_all(connection, said)
            continue
        write = _writer(kind)
        for one in said:
            write(connection, one)


def _read(record: Record) -> Written:
    body: dict[str, Any] = json.loads(record.body.decode())
    private: dict[str, Any] = {} if record.private is None else json.loads(record.private.decode())
    return Written(
        record.id,
        record.at,
        record.who,
        record.till,
        body["request"],
        body["outcome"],
        private,
    )


def _writer(kind: str) -> Callable[[Connection, Written], None]:
    known = _WRITERS.get(kind)
    if known is not None:
        return known
    from loyalpos.store.seldom import SELDOM  # noqa: PLC0415 - few shops have any, no start waits for them

    return SELDOM[kind]
