"""What is wrong with a reward of a program."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from loyalpos.engine.condition_problems import problems_in_condition
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.named_ids import NamedIds
from loyalpos.engine.problem_kinds import (
    MAX_POINTS,
    Problem,
    ProblemKind,
    name_problems,
    named_problems,
    number_problems,
    text_problems,
)
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    KnownReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Reward,
    ServiceReward,
    TicketReward,
    UnknownReward,
    VoucherReward,
)
from loyalpos.engine.rule_problems import MAX_TIMES, MAX_UNITS, limit_problems
from loyalpos.engine.rules import AmountRule

__all__ = ["problems_in_reward"]


def problems_in_reward(path: str, reward: Reward, program: Program, ids: NamedIds) -> Iterator[Problem]:
    """Find everything that is wrong with a reward, but for its id.

    Args:
        path: Where it stands in the program document, e.g. ``$.rewards[0]``.
        ids: The ids of the program.
    """
    yield from name_problems(f"{path}.name", reward.name)
    match reward:
        case UnknownReward():
            yield Problem(f"{path}.kind", ProblemKind.UNKNOWN_KIND, reward.kind)
            return
        case PayWithPoints():
            yield from number_problems(f"{path}.block_points", reward.block_points, 1, MAX_POINTS)
            yield from number_problems(f"{path}.block_vnd", reward.block_vnd, 1, MAX_AMOUNT_VND)
            yield from number_problems(f"{path}.max_share_bp", reward.max_share_bp, 1, 10_000)
            yield from number_problems(f"{path}.minimum_points", reward.minimum_points, 0, MAX_POINTS)
            yield from _worth(f"{path}.block_vnd", reward.block_vnd, reward.block_points, program)
        case _:
            yield from number_problems(f"{path}.points", reward.points, 1, MAX_POINTS)
            yield from _own_problems(path, reward, program, ids)
    yield from number_problems(f"{path}.minimum_vnd", reward.minimum_vnd, 0, MAX_AMOUNT_VND)
    yield from _asked_problems(path, reward, ids)


def _own_problems(
    path: str,
    reward: AmountOff
    | PercentOff
    | Gift
    | ServiceReward
    | ItemReward
    | VoucherReward
    | TicketReward
    | DonationReward
    | PartnerReward,
    program: Program,
    ids: NamedIds,
) -> Iterator[Problem]:
    match reward:
        case AmountOff():
            yield from number_problems(f"{path}.value_vnd", reward.value_vnd, 1, MAX_AMOUNT_VND)
            yield from _worth(f"{path}.value_vnd", reward.value_vnd, reward.points, program)
        case PercentOff():
            yield from number_problems(f"{path}.rate_bp", reward.rate_bp, 1, 10_000)
            if reward.cap_vnd is not None:
                yield from number_problems(f"{path}.cap_vnd", reward.cap_vnd, 1, MAX_AMOUNT_VND)
        case ItemReward():
            yield from name_problems(f"{path}.item", reward.item)
            yield from number_problems(f"{path}.price_vnd", reward.price_vnd, 0, MAX_AMOUNT_VND)
        case VoucherReward():
            yield from named_problems(f"{path}.voucher", reward.voucher, ids.vouchers)
        case TicketReward():
            yield from named_problems(f"{path}.draw", reward.draw, ids.draws)
            yield from number_problems(f"{path}.tickets", reward.tickets, 1, MAX_UNITS)
        case DonationReward():
            yield from named_problems(f"{path}.cause", reward.cause, ids.causes)
        case PartnerReward():
            yield from named_problems(f"{path}.partner", reward.partner, ids.partners)
        case Gift() | ServiceReward():
            pass
        case _:
            assert_never(reward)


def _asked_problems(path: str, reward: KnownReward, ids: NamedIds) -> Iterator[Problem]:
    """Find what is wrong with what any reward may ask."""
    yield from problems_in_condition(reward.when, f"{path}.when", ids.tiers)
    yield from named_problems(f"{path}.plan", reward.plan, ids.plans, may_be_none=True)
    yield from limit_problems(f"{path}.limits", reward.limits)
    if reward.day_limit is not None:
        yield from number_problems(f"{path}.day_limit", reward.day_limit, 0, MAX_TIMES)
    yield from number_problems(f"{path}.keep_points", reward.keep_points, 0, MAX_POINTS)
    yield from number_problems(f"{path}.minimum_bills", reward.minimum_bills, 0, MAX_TIMES)
    least = 1 if isinstance(reward, PayWithPoints) else 0
    for index, price in enumerate(reward.tier_prices):
        at = f"{path}.tier_prices[{index}]"
        yield from named_problems(f"{at}.tier", price.tier, ids.tiers, may_be_none=True)
        yield from number_problems(f"{at}.points", price.points, least, MAX_POINTS)
    if reward.cost_vnd is not None:
        yield from number_problems(f"{path}.cost_vnd", reward.cost_vnd, 0, MAX_AMOUNT_VND)
    yield from text_problems(f"{path}.photo", reward.photo)


def _worth(path: str, value_vnd: int, points: int, program: Program) -> Iterator[Problem]:
    """Warn where points take as much off as must be spent to earn them: each sale pays for the next."""
    rules = [rule for rule in program.rules if isinstance(rule, AmountRule)]
    if not rules or points < 1 or any(rule.per_vnd < 1 or rule.points < 1 for rule in rules):
        return
    costs_vnd = points / sum(Fraction(rule.points, rule.per_vnd) for rule in rules)
    if value_vnd >= costs_vnd:
        yield Problem(path, ProblemKind.WORTH_MORE_THAN_EARNED, value_vnd, int(costs_vnd))
