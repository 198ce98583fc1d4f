"""What a bill counts for: in limits, caps and budgets, and in the stamps and tickets of its member."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from loyalpos.engine.bills import RecordedBill, Redemption
from loyalpos.engine.earn_lines import Earning, UnitsGiven
from loyalpos.engine.frozen import earned_by_rest
from loyalpos.engine.ledger import EntryKind
from loyalpos.engine.limits import had_from, limited_in
from loyalpos.engine.program import Program, SpentPoints
from loyalpos.engine.redeemed import brought_by
from loyalpos.engine.reversal import Reversal
from loyalpos.engine.reward_kinds import UnknownReward

__all__ = [
    "Counted",
    "UnitMove",
    "countable_in",
    "counted_in",
    "counted_left",
    "difference",
    "moved_back",
    "moved_by",
    "opposite",
    "unmoved",
]


class Counted(Struct, frozen=True):
    """How a bill, its return or its undoing moves one count.

    Attributes:
        id: That of a rule, a reward or a budget; ``""`` is the whole program, for its caps.
        cost_vnd: For a budget, what its rules gave costs.
    """

    id: str
    times: int = 0
    points: int = 0
    cost_vnd: int = 0


class UnitMove(Struct, frozen=True):
    """Stamps of a card or tickets of a draw, by its id, that come or go."""

    unit: str
    count: int
    kind: EntryKind


def countable_in(program: Program) -> frozenset[str]:
    """Name what a program counts: by id what has limits, caps or a budget."""
    budgets = (budget.id for budget in program.budgets)
    return frozenset((*limited_in(program), *_limited_by_day(program), *budgets))


def counted_in(
    program: Program,
    earning: Earning,
    redemptions: tuple[Redemption, ...],
    countable: frozenset[str] | None = None,
) -> tuple[Counted, ...]:
    """Say what a bill counts for; only of what has limits, caps or a budget.

    Args:
        countable: What :func:`countable_in` names, where many bills of one program are asked.
    """
    if countable is None:
        countable = countable_in(program)
    is_sought = earning.cost_vnd or redemptions or "" in countable
    if not is_sought and countable.isdisjoint(earning.given):
        return ()
    had = had_from(earning, redemptions)
    return _summed(
        (
            *(Counted(one.id, one.times, one.points) for one in had if one.id in countable),
            *(
                Counted(budget, cost_vnd=vnd)
                for budget, vnd in sorted(earning.cost_vnd.items())
                if budget in countable
            ),
        )
    )


def counted_left(
    program: Program, bill: RecordedBill, back: Reversal, redemptions: tuple[Redemption, ...]
) -> tuple[Counted, ...]:
    """Say what the rest of a bill counts for after a return; of a bill that came back whole, nothing.

    Args:
        bill: The bill as it stood before the return.
    """
    if back.whole:
        return ()
    open_vnd = bill.open_vnd - back.struck_vnd
    rest = earned_by_rest(program, bill, bill.left_vnd - back.returned_vnd, open_vnd)
    stands = bill.earned - bill.taken_back - back.taken_back
    return tuple(
        Counted("", one.times, stands) if not one.id else one
        for one in counted_in(program, rest, redemptions)
    )


def difference(before: Iterable[Counted], after: Iterable[Counted]) -> tuple[Counted, ...]:
    """Say what brings counts from one state to the other."""
    return _summed((*after, *opposite(before)))


def opposite(moves: Iterable[Counted]) -> tuple[Counted, ...]:
    """Give what takes counts back."""
    return tuple(Counted(one.id, -one.times, -one.points, -one.cost_vnd) for one in moves)


def moved_by(program: Program, earning: Earning, redemptions: tuple[Redemption, ...]) -> tuple[UnitMove, ...]:
    """Say which stamps and tickets a bill brings, and which stamps its rewards cost."""
    spent = (UnitMove(one.card, -one.stamps, EntryKind.REDEEM) for one in redemptions if one.card)
    brought = (*earning.stamps, *earning.tickets, *brought_by(program, redemptions).tickets)
    return (*spent, *(UnitMove(one.unit, one.count, EntryKind.EARN) for one in brought))


def moved_back(
    program: Program,
    units: tuple[UnitsGiven, ...],
    redemptions: tuple[Redemption, ...],
    *,
    whole: bool,
    undo: bool,
) -> tuple[UnitMove, ...]:
    """Say which stamps and tickets a return takes back, and which stamps it gives back.

    Args:
        units: What the rest of the bill no longer brings.
        undo: The bill never should have been: stamps come back whatever the program says of points.
    """
    kept = {*(card.id for card in program.stamp_cards), *(draw.id for draw in program.draws)}
    lost = [one for one in units if one.unit in kept]
    spent: tuple[Redemption, ...] = ()
    if whole:
        lost += brought_by(program, redemptions).tickets
        if undo or program.spent_points is SpentPoints.WHOLE_RETURN:
            spent = redemptions
    return (
        *(UnitMove(one.unit, -one.count, EntryKind.REVERSE) for one in lost),
        *(UnitMove(one.card, one.stamps, EntryKind.REVERSE) for one in spent if one.card),
    )


def unmoved(moves: Iterable[UnitMove]) -> tuple[UnitMove, ...]:
    """Give what takes moves of units back."""
    return tuple(UnitMove(one.unit, -one.count, EntryKind.REVERSE) for one in moves)


def _limited_by_day(program: Program) -> set[str]:
    """Name the rewards of which the shop gives only so many a day, to all members together."""
    return {
        one.id for one in program.rewards if not isinstance(one, UnknownReward) and one.day_limit is not None
    }


def _summed(moves: Iterable[Counted]) -> tuple[Counted, ...]:
    """Add up by id; what adds up to nothing is left out."""
    sums: dict[str, Counted] = {}
    for one in moves:
        before = sums.get(one.id)
        sums[one.id] = (
            one
            if before is None
            else Counted(
                one.id,
                before.times + one.times,
                before.points + one.points,
                before.cost_vnd + one.cost_vnd,
            )
        )
    return tuple(one for one in sums.values() if one.times or one.points or one.cost_vnd)
