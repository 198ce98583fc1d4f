"""A bill is taken back, whole or in part: exactly what it gave, in the transaction of whoever asks."""

from __future__ import annotations

import json
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.acts import BillReversed
from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.brought import Brought
from loyalpos.engine.counted import UnitMove
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.ledger import Account, Entry, post_all
from loyalpos.engine.program import Gift, SpentPoints
from loyalpos.engine.reversal import Reversal, reversal_id, reverse
from loyalpos.engine.tier_progress import Progress
from loyalpos.errors import BillNotFound, MemberGone, SameIdOtherContent
from loyalpos.services.brought import bring_by_return, bring_time, brought_by
from loyalpos.services.counts import beside_back, counts_back
from loyalpos.services.recorded import recorded_bill
from loyalpos.services.shop import Shop
from loyalpos.services.tier_moves import progress_before
from loyalpos.store import bills
from loyalpos.store.file import Connection
from loyalpos.store.journal import Record, find_record
from loyalpos.store.members import is_erased, member_by_id
from loyalpos.store.vouchers import VouchersBack

__all__ = ["bring_with", "known_bill", "take_bill_back"]


def known_bill(connection: Connection, which: UUID) -> RecordedBill:
    """Read a bill with what was frozen with it.

    Raises:
        BillNotFound: There is no such bill.
    """
    known = recorded_bill(connection, which)
    if known is None:
        raise BillNotFound("")
    return known


def take_bill_back(
    connection: Connection,
    shop: Shop,
    which: UUID,
    part: int,
    returned_vnd: int | None,
    *,
    undo: bool,
    moved_to: UUID | None = None,
) -> BillReversed:
    """Take back part of a bill, or all that is left of it; the same part of the same amount once.

    Args:
        part: One more than the bill's returns when it was shown.
        undo: The bill never should have been.
        moved_to: The bill that is recorded in its place.

    Raises:
        BillNotFound, NothingToReturn, ReturnTooLarge, SameIdOtherContent: As told of a return.
        MemberGone: The member was erased; nobody's points could be taken back.
    """
    today = shop.time.business_day(shop.now())
    request = {"bill": which.hex, "part": part, "returned_vnd": returned_vnd, "undo": undo}
    earlier = find_record(connection, reversal_id(which, part))
    bill = known_bill(connection, which)
    person = None if bill.member is None else member_by_id(connection, bill.member)
    name = None if person is None else person.name
    if earlier is not None:
        if json.loads(earlier.body)["request"] != request:
            raise SameIdOtherContent(earlier.id)
        brought = brought_by(connection, shop, bill.member, earlier.id, today)
        return _reversed(earlier, bill, name, brought, repeated=True)
    if bill.member is not None and is_erased(connection, bill.member):
        raise MemberGone
    if part != bill.parts + 1:
        raise SameIdOtherContent(reversal_id(which, part))
    now = shop.now()
    program = shop.program_of(bill.revision)
    alive_at = shop.alive_at(connection, now)
    account: Account = Account()
    expired: tuple[Entry, ...] = ()
    counted = progress_before(connection, shop, bill.member, today)
    if bill.member is not None:
        bring_time(connection, shop, bill.member, today)
        # A gift that was due may have come with the expiry of the bill's points.
        bill = known_bill(connection, which)
        assert bill.member is not None
        account, expired = shop.settled(connection, bill.member, now=now, alive_at=alive_at)
        lost = sum(-entry.points for entry in expired if entry.reference in bill.earned_lots)
        bill = replace(bill, expired=bill.expired + lost)
    done = reverse(
        program,
        bill,
        account,
        returned_vnd=returned_vnd,
        at=now,
        alive_at=alive_at,
        shop=shop.time,
        undo=undo,
    )
    outcome: dict[str, object] = {
        **_outcome(done),
        "stock": _stock_back(connection, shop, bill, done, undo=undo),
        "today": today.isoformat(),
        "balance": post_all(account, done.entries).balance,
        "entries": to_json((*expired, *done.entries) if bill.member is not None else ()),
        **({} if moved_to is None else {"moved_to": moved_to.hex}),
        **({} if bill.typed is None or bill.typed.paid_vnd is None else {"paid_later": True}),
        **beside_back(connection, program, bill, done, today, undo=undo),
    }
    if bill.member is not None:
        outcome |= counts_back(connection, program, bill, done, today, undo=undo)
    appended = shop.write(connection, "bill_reversed", request, outcome, action=done.id)
    brought = Brought()
    if bill.member is not None:
        brought = bring_with(connection, shop, bill, done.id, counted)
    return _reversed(appended.record, bill, name, brought)


def bring_with(
    connection: Connection, shop: Shop, bill: RecordedBill, act: UUID, counted: Progress | None
) -> Brought:
    """Record what a return of a member's bill, or its undoing, leaves of tiers and gifts.

    Args:
        counted: What counted for tiers before it.
    """
    assert bill.member is not None
    return bring_by_return(
        connection,
        shop,
        bill.member,
        before=counted,
        bill=bill.id,
        bill_day=shop.time.business_day(bill.at),
        today=shop.time.business_day(shop.now()),
        act=act,
    )


def _stock_back(
    connection: Connection, shop: Shop, bill: RecordedBill, done: Reversal, *, undo: bool
) -> dict[str, int]:
    """Name the counted gifts that come back to the shelf with a bill given back whole.

    Where their points stay spent they stay given.
    """
    program = shop.program_of(bill.revision)
    if not done.whole or not (undo or program.spent_points is SpentPoints.WHOLE_RETURN):
        return {}
    counted = {reward.id for reward in program.rewards if isinstance(reward, Gift) and reward.counted}
    taken = bills.redemptions_of(connection, bill.id)
    return {redemption.reward: 1 for redemption in taken if redemption.reward in counted}


def _outcome(done: Reversal) -> dict[str, object]:
    return {
        "returned_vnd": done.returned_vnd,
        "refund_vnd": done.refund_vnd,
        "taken_back": done.taken_back,
        "forgiven": done.forgiven,
        "given_back": done.given_back,
        "carry_delta": str(done.carry_delta),
        "whole": done.whole,
        **({"units": to_json(done.units)} if done.units else {}),
        **({"struck_vnd": done.struck_vnd} if done.struck_vnd else {}),
    }


def _reversed(
    record: Record, bill: RecordedBill, name: str | None, brought: Brought, *, repeated: bool = False
) -> BillReversed:
    came = json.loads(record.body)["outcome"]
    back = from_json(came.get("vouchers_back", {}), VouchersBack)
    return BillReversed(
        record.id,
        bill.id,
        bill.member,
        name,
        bill.number,
        came["returned_vnd"],
        came["refund_vnd"],
        came["taken_back"],
        came["given_back"],
        came["balance"] + brought.points,
        came["whole"],
        repeated,
        brought,
        from_json(came.get("unit_moves", []), tuple[UnitMove, ...]),
        len(back.taken),
        len(back.given),
        bill.total_vnd,
    )
