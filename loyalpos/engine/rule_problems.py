"""What is wrong with a rule of a program."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, assert_never

from loyalpos.engine.budget_costs import rule_cost
from loyalpos.engine.condition_problems import MAX_QUANTITY, match_problems, problems_in_condition
from loyalpos.engine.conditions import Match
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.named_ids import NamedIds
from loyalpos.engine.problem_kinds import (
    MAX_POINTS,
    MAX_RULE_POINTS,
    Problem,
    ProblemKind,
    named_problems,
    number_problems,
    text_problems,
)
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    BonusRule,
    ItemRule,
    Limit,
    MultiplierRule,
    Rounding,
    Rule,
    StampRule,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)

__all__ = ["MAX_RATE_BP", "MAX_TIMES", "MAX_UNITS", "limit_problems", "problems_in_rule"]

MAX_RATE_BP: Final = 1_000_000
"""A hundred times: no shop means more."""

MAX_UNITS: Final = 1_000
"""The most stamps or tickets that come at once."""

MAX_TIMES: Final = 1_000_000
_MAX_PRIORITY: Final = 1_000_000
_EARNING = (AmountRule, VisitRule, BandRule, ItemRule)


def problems_in_rule(path: str, rule: Rule, program: Program, ids: NamedIds) -> Iterator[Problem]:
    """Find everything that is wrong with a rule, but for its id.

    Args:
        path: Where it stands in the program document, e.g. ``$.rules[0]``.
        ids: The ids of the program.
    """
    match rule:
        case AmountRule():
            yield from number_problems(f"{path}.per_vnd", rule.per_vnd, 1, MAX_AMOUNT_VND)
            yield from _points(path, rule.points)
            yield from number_problems(f"{path}.minimum_vnd", rule.minimum_vnd, 0, MAX_AMOUNT_VND)
            yield from _match(f"{path}.only", rule.only)
            yield from _match(f"{path}.without", rule.without)
            yield from _rounding_problems(path, rule.rounding, program)
        case VisitRule() | BonusRule():
            yield from _points(path, rule.points)
        case BandRule():
            yield from _band_problems(path, rule)
        case ItemRule():
            yield from match_problems(rule.match, f"{path}.match")
            yield from _points(path, rule.points)
            yield from number_problems(f"{path}.per_quantity", rule.per_quantity, 1, MAX_QUANTITY)
        case MultiplierRule():
            yield from number_problems(f"{path}.rate_bp", rule.rate_bp, 10_000, MAX_RATE_BP)
            yield from _multiplied(path, rule, program)
            yield from _match(f"{path}.match", rule.match)
            yield from _rounding_problems(path, rule.rounding, program)
        case StampRule():
            yield from named_problems(f"{path}.card", rule.card, ids.cards)
            yield from number_problems(f"{path}.stamps", rule.stamps, 1, MAX_UNITS)
            yield from _match(f"{path}.match", rule.match)
            yield from number_problems(f"{path}.per_quantity", rule.per_quantity, 1, MAX_QUANTITY)
        case TicketRule():
            yield from named_problems(f"{path}.draw", rule.draw, ids.draws)
            yield from number_problems(f"{path}.tickets", rule.tickets, 1, MAX_UNITS)
            if rule.per_vnd is not None:
                yield from number_problems(f"{path}.per_vnd", rule.per_vnd, 1, MAX_AMOUNT_VND)
        case VoucherRule():
            yield from named_problems(f"{path}.voucher", rule.voucher, ids.vouchers)
        case UnknownRule():
            yield Problem(f"{path}.kind", ProblemKind.UNKNOWN_KIND, rule.kind)
            return
        case _:
            assert_never(rule)
    yield from text_problems(f"{path}.name", rule.name)
    yield from problems_in_condition(rule.when, f"{path}.when", ids.tiers)
    yield from named_problems(f"{path}.plan", rule.plan, ids.plans, may_be_none=True)
    yield from number_problems(f"{path}.priority", rule.priority, -_MAX_PRIORITY, _MAX_PRIORITY)
    yield from text_problems(f"{path}.group", rule.group)
    yield from limit_problems(f"{path}.limits", rule.limits)
    yield from named_problems(f"{path}.budget", rule.budget, ids.budgets, may_be_none=True)
    is_unit = isinstance(rule, StampRule | TicketRule)
    if is_unit and rule.budget in ids.budgets and rule_cost(program, rule) is None:
        yield Problem(f"{path}.budget", ProblemKind.NOT_COUNTED)


def limit_problems(path: str, limits: tuple[Limit, ...]) -> Iterator[Problem]:
    """Find limits that limit nothing, or by less than nothing."""
    for index, limit in enumerate(limits):
        if limit.times is None and limit.points is None:
            yield Problem(f"{path}[{index}].times", ProblemKind.EMPTY)
        if limit.times is not None:
            yield from number_problems(f"{path}[{index}].times", limit.times, 0, MAX_TIMES)
        if limit.points is not None:
            yield from number_problems(f"{path}[{index}].points", limit.points, 0, MAX_POINTS)


def _points(path: str, points: int) -> Iterator[Problem]:
    return number_problems(f"{path}.points", points, 1, MAX_RULE_POINTS)


def _match(path: str, match: Match | None) -> Iterator[Problem]:
    if match is not None:
        yield from match_problems(match, path)


def _rounding_problems(path: str, rounding: Rounding | None, program: Program) -> Iterator[Problem]:
    if program.remainder is Remainder.CARRIED and rounding not in (None, Rounding.DOWN):
        yield Problem(f"{path}.rounding", ProblemKind.CARRIED_NEEDS_DOWN, rounding.value)


def _band_problems(path: str, rule: BandRule) -> Iterator[Problem]:
    if not rule.bands:
        yield Problem(f"{path}.bands", ProblemKind.EMPTY)
    for index, band in enumerate(rule.bands):
        yield from number_problems(f"{path}.bands[{index}].from_vnd", band.from_vnd, 0, MAX_AMOUNT_VND)
        yield from number_problems(f"{path}.bands[{index}].points", band.points, 0, MAX_RULE_POINTS)
    for index, (lower, higher) in enumerate(pairwise(rule.bands), start=1):
        if higher.from_vnd <= lower.from_vnd:
            at = f"{path}.bands[{index}].from_vnd"
            yield Problem(at, ProblemKind.NOT_ASCENDING, higher.from_vnd, lower.from_vnd)


def _multiplied(path: str, rule: MultiplierRule, program: Program) -> Iterator[Problem]:
    base = {one.id for one in program.rules if isinstance(one, _EARNING)}
    for index, named in enumerate(rule.of):
        if named not in base:
            yield Problem(f"{path}.of[{index}]", ProblemKind.NO_SUCH_ID, named)
