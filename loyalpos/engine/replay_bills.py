"""A bill of a replay: what is kept of it, and what a return leaves of that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.bills import RecordedBill, Taken
from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.footing import Footing
from loyalpos.engine.frozen import earned_by_rest
from loyalpos.engine.ledger import Eaten
from loyalpos.engine.limits import Had, had_from
from loyalpos.engine.program import Program
from loyalpos.engine.replay_steps import BillStep
from loyalpos.engine.reversal import Reversal
from loyalpos.engine.reward_kinds import PayWithPoints, price_points
from loyalpos.engine.rewards import Quote

__all__ = ["Kept", "after_return", "in_blocks", "keep", "rest_of"]


class Kept(Struct):
    """A bill of the replay, with what a return of it takes back beside points."""

    recorded: RecordedBill
    day: date
    priced: Quote
    is_visit: bool
    had: tuple[Had, ...]
    cost_vnd: Mapping[str, int]
    measured: tuple[int, int, int] = (0, 0, 0)
    vouchers: dict[str, list[VoucherCode]] = field(default_factory=dict)


def keep(
    bill_id: UUID,
    member: UUID,
    step: BillStep,
    day: date,
    priced: Quote,
    *,
    eaten: tuple[Eaten, ...],
    lot: UUID | None,
    footing: Footing,
) -> Kept:
    """Keep a bill as the books do.

    Args:
        eaten: The lots its rewards ate.
        lot: The lot its points came into.
        footing: What the member brought to it.
    """
    earning = priced.earning
    recorded = RecordedBill(
        bill_id,
        member,
        0,
        step.at,
        step.bill.number,
        step.bill.total_vnd,
        priced.value_vnd,
        earning.points,
        0,
        frozenset() if lot is None else frozenset((lot,)),
        0,
        earning.carry_in,
        earning.carry_delta,
        eaten,
        0,
        0,
        typed=step.bill,
        footing=footing,
        units=earning.units,
        member_vnd=0 if priced.membership is None else priced.membership.value_vnd,
        shares=priced.shares,
        open_vnd=priced.open_vnd,
    )
    return Kept(
        recorded, day, priced, step.bill.is_purchase, had_from(earning, priced.redemptions), earning.cost_vnd
    )


def rest_of(kept: Kept, back: Reversal, program: Program) -> tuple[tuple[Had, ...], Mapping[str, int]]:
    """Say what the rest of a bill counts for in limits and budgets."""
    if back.whole:
        return (), {}
    bill = kept.recorded
    open_vnd = bill.open_vnd - back.struck_vnd
    rest = earned_by_rest(program, bill, bill.left_vnd - back.returned_vnd, open_vnd)
    return had_from(rest, kept.priced.redemptions), rest.cost_vnd


def after_return(bill: RecordedBill, back: Reversal) -> RecordedBill:
    """Give a bill as a return leaves it."""
    lost = {(one.rule, one.unit): one.count for one in back.units}
    left = (replace(one, count=one.count - lost.get((one.rule, one.unit), 0)) for one in bill.units)
    return replace(
        bill,
        taken_back=bill.taken_back + back.taken_back,
        forgiven=bill.forgiven + back.forgiven,
        carry_delta=bill.carry_delta + back.carry_delta,
        spent=() if back.given_back else bill.spent,
        returned_vnd=bill.returned_vnd + back.returned_vnd,
        parts=back.part,
        whole=back.whole,
        units=tuple(one for one in left if one.count),
        refunded_vnd=bill.refunded_vnd + back.refund_vnd,
        open_vnd=bill.open_vnd - back.struck_vnd,
        struck_vnd=bill.struck_vnd + back.struck_vnd,
    )


def in_blocks(taken: Taken, most: Quote, program: Program, footing: Footing) -> Taken:
    """Round points that were asked for down to whole blocks, as the counter does; at most what is allowed."""
    reward = program.reward(taken.reward)
    paid = next((one.points for one in most.redemptions if one.reward == taken.reward), 0)
    if taken.points is None or not paid or not isinstance(reward, PayWithPoints):
        return taken
    block = price_points(reward, footing.tier)
    return replace(taken, points=min(taken.points, paid) // block * block or taken.points)
