"""What is wrong with a program, all of it at once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.problem_kinds import (
    MAX_NAME,
    MAX_POINTS,
    MAX_RULE_POINTS,
    Problem,
    ProblemKind,
    Severity,
    day_problems,
    id_problems,
    name_problems,
    number_problems,
)
from loyalpos.engine.program import (
    AmountOff,
    ExpiryKind,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    Reward,
    UnknownReward,
)
from loyalpos.engine.rules import AmountRule, Rounding, UnknownRule

__all__ = ["MAX_NAME", "MAX_POINTS", "MAX_RULE_POINTS", "Problem", "ProblemKind", "Severity", "problems_in"]

_MAX_COUNT = {ExpiryKind.DAYS: 36_500, ExpiryKind.MONTHS: 1_200}


def problems_in(program: Program) -> tuple[Problem, ...]:
    """Find everything that is wrong with a program, in the order of its document.

    Only errors keep it from being published. Warnings name what is allowed, but seldom meant: a kind
    this version does not know, a program that gives no points, points worth as much as they cost.
    """
    return (
        *number_problems("$.revision", program.revision, 0, None),
        *_rule_problems(program),
        *id_problems("$.rewards", (reward.id for reward in program.rewards)),
        *(
            problem
            for index, reward in enumerate(program.rewards)
            for problem in _reward_problems(f"$.rewards[{index}]", reward, program)
        ),
        *(() if program.starts is None else day_problems("$.starts", program.starts)),
        *name_problems("$.points_name", program.points_name),
        *_remainder_problems(program),
        *number_problems("$.welcome_points", program.welcome_points, 0, MAX_POINTS),
        *_expiry_problems(program),
        *_blackout_problems(program),
    )


def _rule_problems(program: Program) -> Iterator[Problem]:
    if not any(isinstance(rule, AmountRule) for rule in program.rules):
        yield Problem("$.rules", ProblemKind.NOTHING_EARNS)
    yield from id_problems("$.rules", (rule.id for rule in program.rules))
    for index, rule in enumerate(program.rules):
        path = f"$.rules[{index}]"
        yield from name_problems(f"{path}.id", rule.id)
        match rule:
            case AmountRule():
                yield from number_problems(f"{path}.per_vnd", rule.per_vnd, 1, MAX_AMOUNT_VND)
                yield from number_problems(f"{path}.points", rule.points, 1, MAX_RULE_POINTS)
                yield from _minimum(path, rule.minimum_vnd)
            case UnknownRule():
                yield Problem(f"{path}.kind", ProblemKind.UNKNOWN_KIND, rule.kind)
            case _:
                assert_never(rule)


def _reward_problems(path: str, reward: Reward, program: Program) -> Iterator[Problem]:
    yield from name_problems(f"{path}.id", reward.id)
    yield from name_problems(f"{path}.name", reward.name)
    match reward:
        case AmountOff():
            yield from number_problems(f"{path}.points", reward.points, 1, MAX_POINTS)
            yield from number_problems(f"{path}.value_vnd", reward.value_vnd, 1, MAX_AMOUNT_VND)
            yield from _worth(f"{path}.value_vnd", reward.value_vnd, reward.points, program)
        case PercentOff():
            yield from number_problems(f"{path}.points", reward.points, 1, MAX_POINTS)
            yield from number_problems(f"{path}.rate_bp", reward.rate_bp, 1, 10_000)
            if reward.cap_vnd is not None:
                yield from number_problems(f"{path}.cap_vnd", reward.cap_vnd, 1, MAX_AMOUNT_VND)
        case Gift():
            yield from number_problems(f"{path}.points", reward.points, 1, MAX_POINTS)
        case PayWithPoints():
            yield from number_problems(f"{path}.block_points", reward.block_points, 1, MAX_POINTS)
            yield from number_problems(f"{path}.block_vnd", reward.block_vnd, 1, MAX_AMOUNT_VND)
            yield from number_problems(f"{path}.max_share_bp", reward.max_share_bp, 1, 10_000)
            yield from _worth(f"{path}.block_vnd", reward.block_vnd, reward.block_points, program)
        case UnknownReward():
            yield Problem(f"{path}.kind", ProblemKind.UNKNOWN_KIND, reward.kind)
            return
        case _:
            assert_never(reward)
    yield from _minimum(path, reward.minimum_vnd)


def _remainder_problems(program: Program) -> Iterator[Problem]:
    if program.remainder is Remainder.CARRIED and program.rounding is not Rounding.DOWN:
        yield Problem("$.remainder", ProblemKind.CARRIED_NEEDS_DOWN, program.rounding.value)


def _expiry_problems(program: Program) -> Iterator[Problem]:
    limit = _MAX_COUNT.get(program.expiry.kind)
    if limit is not None:
        yield from number_problems("$.expiry.count", program.expiry.count, 1, limit)


def _blackout_problems(program: Program) -> Iterator[Problem]:
    for index, blackout in enumerate(program.blackouts):
        path = f"$.blackouts[{index}]"
        yield from day_problems(f"{path}.first", blackout.first)
        yield from day_problems(f"{path}.last", blackout.last)
        if blackout.last < blackout.first:
            yield Problem(f"{path}.last", ProblemKind.LAST_BEFORE_FIRST, blackout.last, blackout.first)


def _minimum(path: str, minimum_vnd: int) -> Iterator[Problem]:
    return number_problems(f"{path}.minimum_vnd", minimum_vnd, 0, MAX_AMOUNT_VND)


def _worth(path: str, value_vnd: int, points: int, program: Program) -> Iterator[Problem]:
    """Warn where points take as much off as must be spent to earn them: each sale pays for the next."""
    rules = [rule for rule in program.rules if isinstance(rule, AmountRule)]
    if not rules or points < 1 or any(rule.per_vnd < 1 or rule.points < 1 for rule in rules):
        return
    costs_vnd = points / sum(Fraction(rule.points, rule.per_vnd) for rule in rules)
    if value_vnd >= costs_vnd:
        yield Problem(path, ProblemKind.WORTH_MORE_THAN_EARNED, value_vnd, int(costs_vnd))
