"""What is asked after an unclean stop, before a thing is taken back that may have been taken back already."""

from __future__ import annotations

import json
from uuid import UUID

from loyalpos.engine.reversal import reversal_id
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.errors import MaybeSamePayment, MaybeSameReturn, MaybeUndone
from loyalpos.services.counter import SAME_BILL_WITHIN
from loyalpos.services.shop import Shop
from loyalpos.store import payments, returns
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record, newest_record

__all__ = ["ask_whether_paid", "ask_whether_returned", "ask_whether_undone"]

_BY_ITSELF = (
    "day_opened",
    "day_closed",
    "clock_trusted",
    "points_expired",
    "gift_given",
    "gift_taken_back",
    "gifts_of_day",
    "tier_moved",
    "draw_listed",
    "draw_closed",
    "loss_accepted",
)
"""Kinds of records that are no act of the counter."""

_UNDOES = (
    "reversal_undone",
    "payment_undone",
    "enrolment_undone",
    "stamps_swap_undone",
    "voucher_gift_undone",
    "service_done_undone",
    "survey_undone",
    "membership_sale_undone",
    "membership_end_undone",
)
"""Kinds that are always an undo."""


def ask_whether_returned(
    connection: Connection, shop: Shop, bill: UUID, part: int, returned_vnd: int
) -> None:
    """Ask if a return is the one that was recorded just before an unclean stop.

    Raises:
        MaybeSameReturn: It may be.
    """
    unsure = shop.unsure_ms(SAME_BILL_WITHIN)
    if unsure is None or find_record(connection, reversal_id(bill, part)) is not None:
        return
    like = returns.return_like(connection, bill, returned_vnd, since_ms=unsure[0], before_ms=unsure[1])
    if like is not None:
        raise MaybeSameReturn(UUID(bytes=like["id"]), from_ms(like["at_ms"]), returned_vnd)


def ask_whether_paid(connection: Connection, shop: Shop, bill: UUID, amount_vnd: int) -> None:
    """Ask if a payment is the one that was recorded just before an unclean stop.

    Raises:
        MaybeSamePayment: It may be.
    """
    unsure = shop.unsure_ms(SAME_BILL_WITHIN)
    if unsure is None:
        return
    like = payments.payment_like(connection, bill, amount_vnd, since_ms=unsure[0], before_ms=unsure[1])
    if like is not None:
        raise MaybeSamePayment(like.id, like.at, amount_vnd)


def ask_whether_undone(connection: Connection, shop: Shop) -> None:
    """Ask if what the till did last, before it stopped, was an undo: nobody may have seen it done.

    Raises:
        MaybeUndone: It was.
    """
    unsure = shop.unsure_ms(SAME_BILL_WITHIN)
    if unsure is None:
        return
    newest = newest_record(connection, till=shop.till, but=_BY_ITSELF)
    if newest is None or not unsure[0] <= to_ms(newest.at) < unsure[1]:
        return
    if newest.kind in _UNDOES or (
        newest.kind == "bill_reversed" and json.loads(newest.body)["request"]["undo"]
    ):
        raise MaybeUndone(newest.at)
