"""Records of bills and returns as a trial takes them: what was asked and what came of it, as values."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from msgspec import convert
from msgspec.json import Decoder

from loyalpos.engine.bills import Bill, BillLine, Share, TenderPart
from loyalpos.engine.counted import Counted
from loyalpos.engine.json_values import from_json
from loyalpos.engine.times import ShopTime, from_ms
from loyalpos.engine.trial import BroughtBack, PastBill
from loyalpos.store.trial import Act

__all__ = ["body_of", "brought_back", "paid_later", "past_bill"]


# A trial reads a hundred thousand of them, and this takes a third of the time of the standard library.
_BODY = Decoder(dict[str, Any])


def body_of(record: Act) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read what a record was asked, and what came of it."""
    body = _BODY.decode(record.body)
    return body["request"], body["outcome"]


def past_bill(record: Act, asked: dict[str, Any], came: dict[str, Any], time: ShopTime) -> PastBill:
    """Take a member's bill."""
    given = came.get("given")
    footing = came.get("footing", {})
    return PastBill(
        id=record.id,
        member=UUID(asked["member"]),
        day=date.fromisoformat(came["day"]),
        minute=time.minute(from_ms(came["at_ms"])),
        recorded_ms=record.at_ms,
        revision=came["revision"],
        bill=Bill(
            asked["total_vnd"],
            tender=asked["tender"],
            lines=convert(asked["lines"], tuple[BillLine, ...]) if asked["lines"] else (),
            discount_vnd=asked.get("discount_vnd", 0),
            tax_vnd=asked.get("tax_vnd", 0),
            tender_parts=convert(asked["tender_parts"], tuple[TenderPart, ...])
            if "tender_parts" in asked
            else (),
            paid_vnd=asked.get("paid_vnd"),
        ),
        off_vnd=came["value_vnd"],
        member_vnd=came["membership"]["value_vnd"] if "membership" in came else 0,
        shares=_shares(came),
        tier=footing.get("tier", ""),
        earned=came["earned"],
        owner_said=footing.get("owner_said", {}),
        cost_vnd={one["id"]: one["cost_vnd"] for one in given if one.get("cost_vnd")} if given else {},
    )


def brought_back(
    record: Act, asked: dict[str, Any], came: dict[str, Any], *, member: UUID, day: date
) -> BroughtBack:
    """Take a return of a member's bill.

    Args:
        day: The business day of the bill.
    """
    return BroughtBack(
        id=record.id,
        bill=UUID(asked["bill"]),
        member=member,
        recorded_ms=record.at_ms,
        bill_day=day,
        returned_vnd=came["returned_vnd"],
        refund_vnd=came["refund_vnd"],
        undo=asked["undo"],
        taken_back=came["taken_back"],
        carry_delta=Fraction(came["carry_delta"]),
        whole=came["whole"],
        given=from_json(came.get("given", []), tuple[Counted, ...]),
    )


def paid_later(
    record: Act, asked: dict[str, Any], came: dict[str, Any], *, member: UUID, day: date
) -> BroughtBack:
    """Take a later payment of a member's bill: a return the other way.

    Args:
        day: The business day of the bill.
    """
    return BroughtBack(
        id=record.id,
        bill=UUID(asked["bill"]),
        member=member,
        recorded_ms=record.at_ms,
        bill_day=day,
        returned_vnd=0,
        refund_vnd=-asked["amount_vnd"],
        undo=False,
        taken_back=-came["earned"],
        carry_delta=Fraction(came["carry_delta"]),
        whole=False,
        given=from_json(came.get("given", []), tuple[Counted, ...]),
        is_payment=True,
        paid_vnd=asked["amount_vnd"],
        tender=asked.get("tender"),
    )


def _shares(came: dict[str, Any]) -> tuple[Share, ...]:
    """Read what rewards and vouchers took as shares; few bills have any, and a trial reads very many."""
    off = (*came["redemptions"], *came.get("vouchers_used", ()))
    return tuple(Share(one["value_vnd"], one["rate_bp"]) for one in off if "rate_bp" in one)
