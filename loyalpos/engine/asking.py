"""Ask conditions twice: what the member, the day and the hour decide, and then what the bill does.

``asks`` answers all it can from a member's ``Standing`` and leaves the rest, a condition on the bill alone;
``holds`` asks that rest. Both follow Kleene's logic: of a condition nobody can answer (a kind from a later
version, a lunar day beyond the calendar) neither it nor its contrary holds, while ``OneOf`` with another
that holds still does, and ``EveryOf`` with another that does not is still refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from loyalpos.engine.answers import is_met, is_within
from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.conditions import (
    Always,
    BillAtLeast,
    Condition,
    EveryOf,
    HasItem,
    Match,
    Not,
    OneOf,
    PaidBy,
)
from loyalpos.engine.footing import Footing, Given, Room, Standing
from loyalpos.engine.plans import state_of
from loyalpos.engine.points_end import gives_points
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import Reward, TicketReward, UnknownReward, VoucherReward
from loyalpos.engine.rules import Limit, Per, Rule, StampRule, TicketRule, UnknownRule, VoucherRule

__all__ = ["NEVER", "asks", "fits", "footing_of", "holds", "room_left"]

NEVER: Final = OneOf(())
"""What ``asks`` leaves of a condition that cannot hold any more."""

_ALWAYS: Final = Always()
_NOTHING: Final = Given()
_NONE_STOPPED: Final[frozenset[str]] = frozenset()


def asks(condition: Condition, standing: Standing) -> Condition:
    """Decide what the member, the day and the hour decide, and give what is left to ask of the bill.

    Returns:
        ``Always()`` where nothing is left and it holds, ``OneOf(())`` where it cannot hold on any bill;
        else BillAtLeast, HasItem, PaidBy or the Not of one, joined by EveryOf and OneOf.
    """
    return _left(condition, standing, is_wanted=True)


def _left(condition: Condition, standing: Standing, *, is_wanted: bool) -> Condition:
    """Give what is left for a condition to hold or, where that is wanted, for its contrary to.

    A contrary is taken down to the leaves, so that one nobody can answer is refused either way.
    """
    # To ask a value whether it is of a kind that it is not takes longer than to answer most conditions.
    if type(condition) is Always:
        return _ALWAYS if is_wanted else NEVER
    if type(condition) is BillAtLeast or type(condition) is HasItem or type(condition) is PaidBy:
        return condition if is_wanted else Not(condition)
    if type(condition) is Not:
        return _left(condition.condition, standing, is_wanted=not is_wanted)
    if type(condition) is EveryOf or type(condition) is OneOf:
        return _joined(condition, standing, is_wanted=is_wanted)
    return _ALWAYS if is_met(condition, standing) is is_wanted else NEVER


def _joined(condition: EveryOf | OneOf, standing: Standing, *, is_wanted: bool) -> Condition:
    # The contrary of all is any contrary, and that of any is all contraries.
    join = EveryOf if isinstance(condition, EveryOf) == is_wanted else OneOf
    deciding, idle = (NEVER, _ALWAYS) if join is EveryOf else (_ALWAYS, NEVER)
    left: list[Condition] = []
    for part in condition.conditions:
        asked = _left(part, standing, is_wanted=is_wanted)
        if asked is deciding:
            return deciding
        if asked is idle:
            continue
        if type(asked) is join:
            left.extend(asked.conditions)
        else:
            left.append(asked)
    if len(left) > 1:
        return join(tuple(left))
    return left[0] if left else idle


def holds(asked: Condition, *, base_vnd: int, bill: Bill) -> bool:
    """Ask the bill what ``asks`` has left.

    Args:
        asked: A condition on the bill alone; one on the member, the day or the hour is answered by
            nobody here, and neither it nor its contrary holds.
        base_vnd: What the bill comes to, by the program's basis.
    """
    return _holds(asked, base_vnd, bill) is True


def _holds(asked: Condition, base_vnd: int, bill: Bill) -> bool | None:
    match asked:
        case Always():
            return True
        case BillAtLeast():
            return base_vnd >= asked.amount_vnd
        case PaidBy():
            return bill.tender in asked.tenders or (
                bool(bill.tender_parts) and any(part.tender in asked.tenders for part in bill.tender_parts)
            )
        case HasItem():
            return _count(asked.match, bill) >= asked.quantity
        case Not():
            inner = _holds(asked.condition, base_vnd, bill)
            return None if inner is None else not inner
        case EveryOf():
            answers = [_holds(part, base_vnd, bill) for part in asked.conditions]
            return False if False in answers else None if None in answers else True
        case OneOf():
            answers = [_holds(part, base_vnd, bill) for part in asked.conditions]
            return True if True in answers else None if None in answers else False
        case _:
            return None


def _count(match: Match, bill: Bill) -> int:
    if not bill.lines:
        return 1 if match == Match() else 0
    return sum(line.quantity for line in bill.lines if fits(match, line))


def fits(match: Match, line: BillLine) -> bool:
    """Tell whether a line of a bill is among those meant."""
    if match.premium and not line.premium:
        return False
    if not match.items and not match.categories and not match.tags:
        return True
    if line.item in match.items or line.category in match.categories:
        return True
    return bool(match.tags) and not set(match.tags).isdisjoint(line.tags)


def footing_of(program: Program, standing: Standing) -> Footing:
    """Reduce what rules and rewards may ask of a member to what they need for a bill.

    A rule is absent where its condition cannot hold on any bill, and where its plan, the plan of its card
    or voucher, or the draw of its tickets is not running on the day; so is one of a plan nobody knows, and
    one for points where they have ended.
    One whose limits leave nothing stays, with a room of 0, and one of an unknown kind stays open, so that
    the bill can say why it gives nothing. A cap of one bill is the bill's own, and not in ``cap_points``.
    """
    running = {"", *(plan.id for plan in program.plans if is_within(plan.first, standing.day, plan.until))}
    stopped = _stopped(program, running, standing)
    points_run = gives_points(program.points_end, standing.day)
    left: dict[str, Condition] = {}
    room: dict[str, Room] = {}
    for rule in program.rules:
        if type(rule) is UnknownRule:
            left[rule.id] = _ALWAYS
            continue
        if rule.plan not in running or (stopped and _gives(rule) in stopped):
            continue
        if not points_run and not isinstance(rule, StampRule | TicketRule | VoucherRule):
            continue
        asked = asks(rule.when, standing)
        if asked is NEVER:
            continue
        left[rule.id] = asked
        if rule.limits:
            room[rule.id] = room_left(rule.limits, rule.id, standing.given)
    bills_missing = _ask_rewards(program, standing, stopped, left, room)
    return Footing(
        carry=standing.carry,
        tier=standing.tier,
        asks=left,
        room=room,
        cap_points=_cap_points(program, standing),
        budget_vnd={
            budget.id: max(0, budget.month_vnd - standing.spent_vnd.get(budget.id, 0))
            for budget in program.budgets
        },
        bills_missing=bills_missing,
    )


def _ask_rewards(
    program: Program,
    standing: Standing,
    stopped: frozenset[str],
    left: dict[str, Condition],
    room: dict[str, Room],
) -> dict[str, int]:
    """Add what the rewards ask, and say by id how many bills the member must have first.

    A program that has ended gives nothing more, yet what it gave can be spent while it is honoured.
    """
    bills_missing: dict[str, int] = {}
    for reward in program.rewards:
        if isinstance(reward, UnknownReward):
            left[reward.id] = _ALWAYS
            continue
        is_honoured = state_of(program, reward.plan, standing.day).honours
        if not is_honoured or (stopped and _gives(reward) in stopped):
            continue
        asked = asks(reward.when, standing)
        if asked is NEVER:
            continue
        left[reward.id] = asked
        if reward.limits:
            room[reward.id] = room_left(reward.limits, reward.id, standing.given)
        if standing.visits < reward.minimum_bills:
            bills_missing[reward.id] = reward.minimum_bills - standing.visits
    return bills_missing


def _stopped(program: Program, running: set[str], standing: Standing) -> frozenset[str]:
    """Name the cards, vouchers and draws that give nothing on the day."""
    if not (program.stamp_cards or program.vouchers or program.draws):
        return _NONE_STOPPED
    return frozenset(
        (
            *(card.id for card in program.stamp_cards if card.plan not in running),
            *(voucher.id for voucher in program.vouchers if voucher.plan not in running),
            *(
                draw.id
                for draw in program.draws
                if draw.plan not in running or standing.day > draw.closes or draw.id in standing.closed_draws
            ),
        )
    )


def _gives(giver: Rule | Reward) -> str:
    match giver:
        case StampRule():
            return giver.card
        case TicketRule() | TicketReward():
            return giver.draw
        case VoucherRule() | VoucherReward():
            return giver.voucher
        case _:
            return ""


def room_left(limits: Iterable[Limit], limited: str, given: Mapping[tuple[str, Per], Given]) -> Room:
    """Give what a member's limits leave of a rule or a reward: the least over all of them, never below 0.

    Args:
        limited: The id of what is limited.
        given: What the member has had by id and span; of one bill nothing yet.
    """
    times: int | None = None
    points: int | None = None
    for limit in limits:
        had = given.get((limited, limit.per), _NOTHING)
        if limit.times is not None:
            times = _least(times, limit.times - had.times)
        if limit.points is not None:
            points = _least(points, limit.points - had.points)
    return Room(times, points)


def _least(least: int | None, left: int) -> int:
    left = max(0, left)
    return left if least is None else min(least, left)


def _cap_points(program: Program, standing: Standing) -> int | None:
    least: int | None = None
    for cap in program.caps:
        if cap.per is not Per.BILL:
            least = _least(least, cap.points - standing.given.get(("", cap.per), _NOTHING).points)
    return least
