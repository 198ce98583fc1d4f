"""The offers open to a member on a bill: which it has, which it nearly has, and what others still ask.

An offer is a rule that gives more than the plain points for money. Whether a little more would really bring
it is not guessed from its threshold: the larger bill is worked out, so that limits, budgets, caps and
stronger offers have their say, and so has what comes off the bill.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from loyalpos.engine.asking import holds
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import Always, BillAtLeast, Condition, EveryOf, OneOf
from loyalpos.engine.cuts import why_stopped
from loyalpos.engine.earn_lines import Earning, LineKind
from loyalpos.engine.footing import Footing
from loyalpos.engine.program import Program
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    ItemRule,
    KnownRule,
    TicketRule,
    UnknownRule,
    VisitRule,
)

__all__ = ["Nearly", "OpenOffer", "nearly", "offers_open"]

_MOST: Final = 3
_TURNS: Final = 12
"""How often what comes off a larger bill is asked about, until what is left reaches the threshold."""


class OpenOffer(Struct, frozen=True):
    """A rule open to the member now, and what it still asks of the bill; ``Always()`` for nothing."""

    rule: KnownRule
    asked: Condition


class Nearly(Struct, frozen=True):
    """A rule that so much more on the bill would bring.

    Attributes:
        points: What it would give then of its own; 0 for what gives stamps, tickets or a voucher.
        count: How many of those.
    """

    rule: KnownRule
    missing_vnd: int
    points: int = 0
    count: int = 0


def offers_open(program: Program, footing: Footing) -> tuple[OpenOffer, ...]:
    """List the offers open to the member now, in the program's order; used-up limits and budgets are not."""
    found: list[OpenOffer] = []
    for rule in program.rules:
        if isinstance(rule, UnknownRule) or rule.id not in footing.asks or _is_plain(rule):
            continue
        if why_stopped(rule, footing, program) is None:
            found.append(OpenOffer(rule, footing.asks[rule.id]))
    return tuple(found)


def nearly(
    program: Program, footing: Footing, bill: Bill, earning: Earning, earn_at: Callable[[int], Earning]
) -> tuple[Nearly, ...]:
    """Say what a little more on the bill would bring, the nearest first, at most three.

    A little is no more than the bill comes to already, and a quarter of what one more ticket costs.

    Args:
        earning: What the bill earns as it is.
        earn_at: What it would earn with another total, in đồng, all else being equal.
    """
    if earning.base_vnd <= 0:
        return ()
    wanted: list[tuple[int, KnownRule]] = []
    for rule in program.rules:
        if isinstance(rule, UnknownRule) or rule.id not in footing.asks:
            continue
        more_vnd = _more_vnd(rule, footing.asks[rule.id], earning.base_vnd, bill)
        if 0 < more_vnd <= earning.base_vnd and why_stopped(rule, footing, program) is None:
            wanted.append((more_vnd, rule))
    found: list[Nearly] = []
    reached: dict[int, tuple[int, Earning] | None] = {}
    for more_vnd, rule in sorted(wanted, key=lambda one: one[0]):
        if more_vnd not in reached:
            if len(reached) == _MOST:
                # Each key waits for this, and what comes next is farther away.
                break
            reached[more_vnd] = _reached(bill.total_vnd, earning.base_vnd + more_vnd, earn_at, more_vnd)
        larger = reached[more_vnd]
        if larger is None:
            continue
        total_vnd, then = larger
        points, count = _given(then, rule.id)
        if (points, count) > _given(earning, rule.id):
            found.append(Nearly(rule, total_vnd - bill.total_vnd, points, count))
        if len(found) == _MOST:
            break
    return tuple(sorted(found, key=lambda one: one.missing_vnd))


def _is_plain(rule: KnownRule) -> bool:
    """Tell whether a rule is what every bill is about, not an offer."""
    return isinstance(rule, AmountRule | VisitRule | BandRule | ItemRule) and isinstance(rule.when, Always)


def _reached(
    total_vnd: int, base_vnd: int, earn_at: Callable[[int], Earning], more_vnd: int
) -> tuple[int, Earning] | None:
    """Find the total from which a bill comes to an amount: what is added may be lowered by a share."""
    for _ in range(_TURNS):
        total_vnd += more_vnd
        then = earn_at(total_vnd)
        more_vnd = base_vnd - then.base_vnd
        if more_vnd <= 0:
            return total_vnd, then
    return None


def _more_vnd(rule: KnownRule, asked: Condition, base_vnd: int, bill: Bill) -> int:
    """Give how much more a rule asks of what the bill comes to; 0 where no amount is missing."""
    least_vnd = _least_vnd(asked, base_vnd, bill)
    if least_vnd is None:
        return 0
    edges = [edge for edge in _edges(rule, base_vnd) if edge > base_vnd]
    if least_vnd <= base_vnd and not edges:
        return 0
    return max(least_vnd, min(edges, default=0)) - base_vnd


def _edges(rule: KnownRule, base_vnd: int) -> Iterator[int]:
    """Give the amounts at which a rule begins to give, or gives more."""
    match rule:
        case AmountRule() if rule.minimum_vnd:
            yield rule.minimum_vnd
        case BandRule():
            yield from (band.from_vnd for band in rule.bands)
        case TicketRule(per_vnd=int(per_vnd)) if per_vnd > 0:
            edge = (base_vnd // per_vnd + 1) * per_vnd
            if (edge - base_vnd) * 4 <= per_vnd:
                yield edge
        case _:
            pass


def _least_vnd(asked: Condition, base_vnd: int, bill: Bill) -> int | None:
    """Give the amount from which a condition holds on a bill that is else as it is; None for none."""
    match asked:
        case Always():
            return 0
        case BillAtLeast():
            return asked.amount_vnd
        case EveryOf() | OneOf():
            parts = [_least_vnd(part, base_vnd, bill) for part in asked.conditions]
            known = [part for part in parts if part is not None]
            if isinstance(asked, OneOf):
                return min(known, default=None)
            return max(known, default=0) if len(known) == len(parts) else None
        case _:
            return 0 if holds(asked, base_vnd=base_vnd, bill=bill) else None


def _given(earning: Earning, rule: str) -> tuple[int, int]:
    """Say what a rule gives of its own: points and units."""
    return (
        sum(line.points for line in earning.lines if line.rule == rule and line.kind is not LineKind.TIER),
        sum(one.count for one in earning.units if one.rule == rule),
    )
