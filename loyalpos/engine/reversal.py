"""Returns: the rest of the bill is worked out anew, and the difference taken back.

The frozen inputs, footing and revision of then are used, so the parts of a return add up to the whole. What
is left of a bill is the same bill in part: lines, discount and tax are left in exactly the fraction the
total is. Fixed amounts and points stay off the rest, as far as it goes; a share, of a membership, a reward or
a voucher, is one of what is left.
"""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.earn_lines import UnitsGiven
from loyalpos.engine.frozen import earned_by_rest
from loyalpos.engine.ledger import (
    GIVEN_BACK_LIFE,
    Account,
    Entry,
    give_back_entry,
    post,
    take_back_entry,
)
from loyalpos.engine.program import Program, SpentPoints
from loyalpos.engine.times import ShopTime
from loyalpos.engine.units_given import missing_units
from loyalpos.errors import NothingToReturn, ReturnTooLarge

__all__ = ["Reversal", "reversal_id", "reverse"]

_VIETNAM = ShopTime()


class Reversal(Struct, frozen=True):
    """What a return does: entries for the ledger, the remainder's move, money to hand back.

    ``taken_back`` counts against the bill; ``forgiven`` of it costs the member nothing, because the
    bill's points had expired before: they are never taken a second time. ``refund_vnd`` never exceeds
    what was paid in money; before any is handed back, ``struck_vnd`` of what is still to be paid never will
    be. ``units`` are the stamps, tickets and vouchers of the bill that come back with it.
    """

    id: UUID
    part: int
    returned_vnd: int
    refund_vnd: int
    taken_back: int
    forgiven: int
    given_back: int
    carry_delta: Fraction
    entries: tuple[Entry, ...]
    whole: bool
    units: tuple[UnitsGiven, ...] = ()
    struck_vnd: int = 0


def reversal_id(bill: UUID, part: int) -> UUID:
    """Name part ``part`` (1, 2, …) of the reversal of a bill, equally on every till."""
    return uuid5(bill, f"reverse:{part}")


def reverse(
    program: Program,
    bill: RecordedBill,
    account: Account,
    *,
    returned_vnd: int | None,
    at: datetime,
    alive_at: datetime,
    undo: bool = False,
    shop: ShopTime = _VIETNAM,
) -> Reversal:
    """Work out the return of part of a bill, or of all that is left of it.

    Args:
        program: The revision the bill was recorded under.
        account: The member's account now, after due expiries were posted.
        returned_vnd: Part of the total that comes back, or None for all that is left.
        undo: The bill never should have been: spent points come back whatever the program says.
        shop: The shop's clock: points given back live to the end of a business day, like all others.

    Raises:
        NothingToReturn: The bill was wholly returned before.
        ReturnTooLarge: More comes back than is left, or not more than nothing.
    """
    if bill.whole:
        raise NothingToReturn(bill.id)
    back_vnd = bill.left_vnd if returned_vnd is None else returned_vnd
    if returned_vnd is not None and not 0 < back_vnd <= bill.left_vnd:
        raise ReturnTooLarge(bill.left_vnd, back_vnd)
    rest_vnd = bill.left_vnd - back_vnd
    whole = rest_vnd == 0
    reversal = reversal_id(bill.id, bill.parts + 1)

    due_after = rest_vnd - bill.off_vnd(rest_vnd)
    # Two shares, each rounded down, can come to a đồng more for less.
    less_vnd = max(0, bill.due_vnd - due_after)
    struck_vnd = min(bill.open_vnd, less_vnd)
    rest_points, rest_delta, rest_units = 0, Fraction(0), tuple[UnitsGiven, ...]()
    if not whole:
        rest = earned_by_rest(program, bill, rest_vnd, bill.open_vnd - struck_vnd)
        rest_points, rest_delta, rest_units = rest.points, rest.carry_delta, rest.units
    standing = bill.earned - bill.taken_back
    taken_back = min(max(standing - rest_points, 0), standing)

    entries: list[Entry] = []
    give_back = whole and bill.spent and (undo or program.spent_points is SpentPoints.WHOLE_RETURN)
    given_back = 0
    if give_back:
        entry = give_back_entry(
            account,
            entry_id=uuid5(reversal, "give_back"),
            eaten=bill.spent,
            at=at,
            least_until=shop.day_ends(shop.business_day(at + GIVEN_BACK_LIFE)),
            reference=bill.id,
        )
        entries.append(entry)
        account = post(account, entry)
        given_back = entry.points
    forgiven = min(taken_back, max(0, bill.expired - bill.forgiven))
    costs = taken_back - forgiven
    if costs:
        entry = take_back_entry(
            account,
            entry_id=uuid5(reversal, "take_back"),
            points=costs,
            at=at,
            alive_at=alive_at,
            own_lots=bill.earned_lots,
            reference=bill.id,
        )
        entries.append(entry)
    return Reversal(
        reversal,
        bill.parts + 1,
        back_vnd,
        less_vnd - struck_vnd,
        taken_back,
        forgiven,
        given_back,
        rest_delta - bill.carry_delta,
        tuple(entries),
        whole,
        missing_units(bill.units, rest_units),
        struck_vnd,
    )
