"""What the owner is asked before a bill is recorded: whether it may go over a budget that asks at its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.earning import Earning
from loyalpos.engine.footing import Footing
from loyalpos.engine.part_paid import earn_as_typed, earn_once_paid, open_of
from loyalpos.engine.program import Program

__all__ = ["OwnerAnswer", "OwnerAsked", "OwnerDecision", "OwnerSaid", "asked_of_owner", "has_said"]


class OwnerAsked(Struct, frozen=True):
    """The budgets a bill goes over, by id and name, and the points it would not give without them."""

    budgets: tuple[tuple[str, str], ...]
    points: int


class OwnerDecision(Struct, frozen=True):
    """What a record keeps of an answer: the budget by id, and the points that were asked about."""

    budget: str
    agreed: bool
    points: int


class OwnerAnswer(Struct, frozen=True):
    """An answer as the office shows it: when, by whom it was taken down, for whose bill, and what it was."""

    at: datetime
    who: str
    name: str | None
    total_vnd: int
    decision: OwnerDecision


OwnerSaid = Mapping[str, bool]
"""By the id of a budget, whether the owner lets one bill go over it."""


def asked_of_owner(
    program: Program, footing: Footing, bill: Bill, off_vnd: int, earning: Earning
) -> OwnerAsked | None:
    """Say what the owner is to be asked of a bill; None where nothing is.

    Of a bill that is not paid at once the owner is asked about all that it will bring: no payment asks.

    Args:
        off_vnd: What rewards and points take off the bill's total.
        earning: What the bill earns on the footing.
    """
    work_out = earn_as_typed
    if not earning.asks_owner and open_of(bill, bill.total_vnd - off_vnd):
        work_out = earn_once_paid
        earning = work_out(program, footing, bill, off_vnd)
    asks = earning.asks_owner
    if not asks:
        return None
    declined = has_said(footing, dict.fromkeys(asks, False))
    without = work_out(program, declined, bill, off_vnd)
    return OwnerAsked(
        tuple((one.id, one.name) for one in program.budgets if one.id in asks),
        earning.points - without.points,
    )


def has_said(footing: Footing, said: OwnerSaid) -> Footing:
    """Give the footing on which the owner has answered."""
    return replace(footing, owner_said={**footing.owner_said, **said})
