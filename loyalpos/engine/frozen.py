"""What is kept of a footing with a recorded bill, and what the rest of that bill earns by it later."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from loyalpos.engine.bills import CUTS, Bill, RecordedBill
from loyalpos.engine.conditions import Always
from loyalpos.engine.earn_lines import Earning
from loyalpos.engine.earning import earn
from loyalpos.engine.first_cuts import earn_at_first
from loyalpos.engine.footing import Footing, plain_footing
from loyalpos.engine.part_paid import earned_so_far
from loyalpos.engine.program import Program
from loyalpos.engine.tenders import told_later, told_whole

__all__ = ["earned_by_rest", "frozen", "thawed"]


def frozen(program: Program, footing: Footing) -> Footing | None:
    """Keep what earning asks of a footing; None where that is what every record without one means.

    Rewards are priced once and never again, and the remainder is kept with the bill itself.
    """
    rules = {rule.id for rule in program.rules}
    kept = replace(
        footing,
        carry=Fraction(0),
        asks={one: asked for one, asked in footing.asks.items() if one in rules},
        room={one: room for one, room in footing.room.items() if one in rules},
        bills_missing={},
    )
    is_plain = kept == Footing(asks={one: Always() for one in rules})
    return None if is_plain else kept


def thawed(program: Program, kept: Footing | None, carry: Fraction) -> Footing:
    """Give the footing a bill was recorded on; one from before footings were kept stood on the plain one."""
    return plain_footing(program, carry) if kept is None else replace(kept, carry=carry)


def earned_by_rest(program: Program, bill: RecordedBill, left_vnd: int, open_vnd: int = 0) -> Earning:
    """Work out what a recorded bill would have earned with so much of its total, by the rules of then.

    Args:
        program: The revision it was recorded under.
        open_vnd: What of that is still to be paid.
    """
    first_vnd = bill.paid_first_vnd
    whole = told_whole(bill.typed or Bill(bill.total_vnd), first_vnd)
    whole = told_later(whole, first_vnd, bill.paid_later_vnd, bill.later)
    if open_vnd:
        footing = thawed(program, bill.footing, bill.carry_in)
        return earned_so_far(
            program, footing, whole, bill.off_vnd(left_vnd), left_vnd=left_vnd, open_vnd=open_vnd
        )
    work_out = earn if bill.cuts == CUTS else earn_at_first
    return work_out(
        program,
        thawed(program, bill.footing, bill.carry_in),
        whole,
        bill.off_vnd(left_vnd),
        left_vnd=left_vnd,
    )
