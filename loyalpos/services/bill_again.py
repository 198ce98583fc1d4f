"""A return is undone, and its bill stands again: as before it, but for points that have expired since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.brought import Brought
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.ledger import Entry
from loyalpos.engine.undoing import return_undone, undo_return
from loyalpos.errors import CannotUndo, MemberGone, NothingToUndo
from loyalpos.services.bill_back import bring_with, known_bill
from loyalpos.services.brought import bring_time
from loyalpos.services.counts import counts_again
from loyalpos.services.shop import Shop
from loyalpos.services.tier_moves import progress_before
from loyalpos.store import bills, returns
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_id

if TYPE_CHECKING:
    from loyalpos.store.payments import PaymentRow

__all__ = ["let_stand_again"]


def _payments_of(connection: Connection, bill: RecordedBill) -> tuple[PaymentRow, ...]:
    if bill.typed is None or bill.typed.paid_vnd is None:
        return ()
    from loyalpos.store.payments import standing_payments  # noqa: PLC0415 - few bills are paid later

    return standing_payments(connection, bill.id)


def let_stand_again(connection: Connection, shop: Shop, which: UUID) -> Brought:
    """Take a return back: its bill stands again as before it.

    Raises:
        CannotUndo: Something later stands on it.
        MemberGone: The bill is a member's whose enrolment was undone.
        NothingToUndo: There is no such return, or it was undone before.
    """
    back = returns.reversal_by_id(connection, which)
    record = find_record(connection, which)
    if back is None or record is None or back["undone"]:
        raise NothingToUndo
    bill = known_bill(connection, UUID(bytes=back["bill"]))
    if back["part"] != returns.last_part(connection, bill.id):
        raise CannotUndo("later_return")
    if any(paid.parts >= back["part"] for paid in _payments_of(connection, bill)):
        raise CannotUndo("later_payment")
    if bill.member is not None and member_by_id(connection, bill.member) is None:
        raise MemberGone
    today = shop.time.business_day(shop.now())
    if back["whole"] and bills.number_is_used_again(connection, bill.id):
        raise CannotUndo("number_used_again")
    came = json.loads(record.body)["outcome"]
    entries: tuple[Entry, ...] = ()
    outcome: dict[str, object] = {
        "stock": {reward: -by for reward, by in came.get("stock", {}).items()},
        **({"units": came["units"]} if "units" in came else {}),
        **counts_again(connection, came, today),
    }
    counted = progress_before(connection, shop, bill.member, today)
    if bill.member is not None:
        bring_time(connection, shop, bill.member, today, with_gifts=False)
        now = shop.now()
        alive_at = shop.alive_at(connection, now)
        account, expired = shop.settled(connection, bill.member, now=now, alive_at=alive_at)
        did = from_json(came["entries"], tuple[Entry, ...])
        earned_until = shop.program_of(bill.revision).expiry.expires_at(bill.at, shop.time)
        undone = undo_return(
            account,
            which,
            did,
            earned_at=bill.at,
            earned_until=earned_until,
            at=now,
            alive_at=alive_at,
        )
        entries = (*expired, *undone.entries)
        if undone.spent:
            outcome["spent"] = to_json(undone.spent)
    outcome["entries"] = to_json(entries)
    shop.write(
        connection,
        "reversal_undone",
        {"reversal": which.hex},
        outcome,
        action=return_undone(which),
    )
    if bill.member is None:
        return Brought()
    return bring_with(connection, shop, bill, return_undone(which), counted)
