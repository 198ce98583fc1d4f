"""A bill paid in several ways: what each pays, and which of them a rule means.

Every đồng of a bill is paid in one way. A rule that earns on an amount asks its condition of each way by
itself, as if all were paid so, and counts the share of the bill for which it holds; a rule that earns
whatever the amount asks it of the bill as a whole, where a tender is there if anything was paid by it. The
ways share whatever counts of the bill, and what returns leave of it, in the proportion they paid it.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from loyalpos.engine.asking import holds
from loyalpos.engine.bills import Bill, TenderPart
from loyalpos.engine.conditions import Condition
from loyalpos.engine.rules import AmountRule, BandRule, KnownRule, MultiplierRule, TicketRule

__all__ = ["EVERY_WAY", "goes_by_amount", "parts_vnd", "told_later", "told_whole", "ways_meant", "weight_of"]

EVERY_WAY: Final = -1
"""Marks all ways in which any bill is paid."""


def parts_vnd(bill: Bill) -> int:
    """Say how much is told to be paid by tenders of their own."""
    return sum(part.amount_vnd for part in bill.tender_parts)


def told_whole(bill: Bill, due_vnd: int) -> Bill:
    """Give a bill whose parts come to what is paid for it: what they leave over is of its own tender.

    Args:
        due_vnd: What is paid for all of it; parts that come to more share it in their proportion.

    Returns:
        One without parts where all of it is paid in one way, or nothing is paid.
    """
    if not bill.tender_parts:
        return bill
    paid: dict[str | None, int] = {}
    for part in (*bill.tender_parts, TenderPart(bill.tender, due_vnd - parts_vnd(bill))):
        paid[part.tender] = paid.get(part.tender, 0) + part.amount_vnd
    parts = tuple(TenderPart(tender, amount_vnd) for tender, amount_vnd in paid.items() if amount_vnd > 0)
    if len(parts) > 1:
        return replace(bill, tender=None, tender_parts=parts)
    return replace(bill, tender=parts[0].tender if parts else bill.tender, tender_parts=())


def told_later(bill: Bill, first_vnd: int, later_vnd: int, later: tuple[TenderPart, ...] = ()) -> Bill:
    """Give a bill with what was paid for it later; what of that nobody told is paid by no tender.

    Args:
        bill: One whose parts are told whole, or one paid in one way at first.
        first_vnd: What was paid at first.
        later_vnd: What was paid since.
        later: How, as far as it was told.
    """
    if not later_vnd or (bill.tender is None and not bill.tender_parts and not later):
        return bill
    first = bill.tender_parts or (TenderPart(bill.tender, first_vnd),)
    return told_whole(replace(bill, tender=None, tender_parts=(*first, *later)), first_vnd + later_vnd)


def goes_by_amount(rule: KnownRule) -> bool:
    """Tell whether a rule earns on an amount, of which a part may be paid otherwise than it asks."""
    match rule:
        case AmountRule() | BandRule() | MultiplierRule():
            return True
        case TicketRule():
            return rule.per_vnd is not None
        case _:
            return False


def ways_meant(asked: Condition, *, base_vnd: int, bill: Bill) -> int:
    """Mark the parts of a bill for which a condition holds, a bit for each; 0 is none of them.

    Args:
        bill: One whose parts are told whole, or one paid in one way.
    """
    if not bill.tender_parts:
        return EVERY_WAY
    marked = 0
    for at, part in enumerate(bill.tender_parts):
        alone = replace(bill, tender=part.tender, tender_parts=())
        if holds(asked, base_vnd=base_vnd, bill=alone):
            marked |= 1 << at
    return marked


def weight_of(ways: int, bill: Bill) -> int:
    """Weigh some of the ways in which a bill is paid beside others: by what each pays."""
    if not bill.tender_parts:
        return 1
    return sum(part.amount_vnd for at, part in enumerate(bill.tender_parts) if ways >> at & 1)
