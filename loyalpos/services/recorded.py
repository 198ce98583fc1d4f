"""A recorded bill with what its record keeps beside the tables: how it was typed, its footing, its units."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.bills import RecordedBill, Redemption, TenderPart
from loyalpos.engine.earn_lines import UnitsGiven
from loyalpos.engine.footing import Footing
from loyalpos.engine.json_values import from_json
from loyalpos.engine.rewards import shares_of
from loyalpos.engine.units_given import missing_units, more_units
from loyalpos.engine.vouchers import VoucherUse
from loyalpos.store import bills, returns
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record

__all__ = ["recorded_bill", "with_inputs"]


def recorded_bill(connection: Connection, which: UUID) -> RecordedBill | None:
    """Read a bill with all that a return of it needs."""
    known = bills.bill_by_id(connection, which)
    return None if known is None else with_inputs(connection, known)


def with_inputs(connection: Connection, bill: RecordedBill) -> RecordedBill:
    """Add what the tables do not keep of a bill; what its record does not say is as it was before."""
    asked, came = _body(connection, bill.id)
    typed = replace(
        bills.bill_as_typed(connection, bill.id),
        discount_vnd=asked.get("discount_vnd", 0),
        tax_vnd=asked.get("tax_vnd", 0),
        paid_vnd=asked.get("paid_vnd"),
        tender_parts=from_json(asked.get("tender_parts", []), tuple[TenderPart, ...]),
    )
    footing = from_json(came["footing"], Footing) if "footing" in came else None
    units = _units(came, "units")
    later: tuple[TenderPart, ...] = ()
    if typed.paid_vnd is not None:
        from loyalpos.store.payments import standing_payments  # noqa: PLC0415 - few bills are paid later

        for paid in standing_payments(connection, bill.id):
            told, brought = _body(connection, paid.id)
            units = more_units(units, _units(brought, "units"))
            if "tender" in told:
                later += (TenderPart(told["tender"], paid.amount_vnd),)
    for part in returns.standing_parts(connection, bill.id) if units else ():
        units = missing_units(units, _units(_body(connection, part)[1], "units"))
    redemptions = from_json(came["redemptions"], tuple[Redemption, ...])
    vouchers = from_json(came.get("vouchers_used", []), tuple[VoucherUse, ...])
    shares = shares_of(redemptions, vouchers)
    # Before it was told apart there was but one way.
    cuts = came.get("cuts", 1)
    return replace(bill, typed=typed, footing=footing, units=units, shares=shares, cuts=cuts, later=later)


def _units(came: dict[str, Any], name: str) -> tuple[UnitsGiven, ...]:
    return from_json(came.get(name, []), tuple[UnitsGiven, ...])


def _body(connection: Connection, which: UUID) -> tuple[dict[str, Any], dict[str, Any]]:
    record = find_record(connection, which)
    assert record is not None, "what stands in the tables was recorded"
    body = json.loads(record.body)
    return body["request"], body["outcome"]
