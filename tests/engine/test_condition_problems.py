"""A condition tells what is wrong with it, at its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from loyalpos.engine.asking import asks, holds
from loyalpos.engine.bills import Bill
from loyalpos.engine.condition_problems import MAX_DEPTH, MAX_QUANTITY, match_problems, problems_in_condition
from loyalpos.engine.conditions import (
    Always,
    AwayFor,
    BillAtLeast,
    Condition,
    EveryOf,
    FirstPurchase,
    HasItem,
    HasTag,
    InHours,
    InTier,
    Match,
    NearBirthday,
    NearTet,
    Not,
    OnDates,
    OneOf,
    OnLunarDays,
    OnWeekdays,
    OnYearDays,
    PaidBy,
    UnknownCondition,
)
from loyalpos.engine.footing import Standing
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.problem_kinds import MAX_NAME, Problem, ProblemKind, Severity
from tests.engine.conditioned import TIERS, conditions, standings

K = ProblemKind


def problems(condition: Condition) -> list[Problem]:
    return list(problems_in_condition(condition, "$.when", ("bac", "vang")))


@pytest.mark.parametrize(
    "condition",
    [
        Always(),
        EveryOf(()),
        FirstPurchase(),
        NearBirthday(),
        OnDates(),
        OnDates(date(2026, 12, 24), date(2026, 12, 25)),
        OnYearDays(2, 29, 366),
        OnYearDays(4, 30),
        OnWeekdays((0, 6)),
        InHours(0, 1440),
        InHours(1439, 0),
        InHours(600, 600),
        OnLunarDays((1, 30), (1, 12)),
        NearTet(0, 1),
        NearTet(180, 180),
        InTier(("", "bac", "vang")),
        HasTag(("sinh-vien",)),
        AwayFor(1),
        BillAtLeast(0),
        BillAtLeast(MAX_AMOUNT_VND),
        HasItem(Match(items=("tra",), categories=("do-uong",), tags=("moi",)), MAX_QUANTITY),
        PaidBy(("cash",)),
        EveryOf((OneOf((Not(OnWeekdays((5,))), FirstPurchase())), BillAtLeast(50_000))),
    ],
)
def test_a_sound_condition_has_no_problem(condition: Condition) -> None:
    assert problems(condition) == []


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        (OnDates(date(1999, 12, 31)), Problem("$.when.first", K.DATE_OUT_OF_RANGE, date(1999, 12, 31))),
        (OnDates(None, date(2200, 1, 1)), Problem("$.when.until", K.DATE_OUT_OF_RANGE, date(2200, 1, 1))),
        (
            OnDates(date(2027, 1, 1), date(2027, 1, 1)),
            Problem("$.when.until", K.LAST_BEFORE_FIRST, date(2027, 1, 1), date(2027, 1, 1)),
        ),
        (OnYearDays(0, 1), Problem("$.when.month", K.TOO_SMALL, 0, 1)),
        (OnYearDays(13, 31), Problem("$.when.month", K.TOO_LARGE, 13, 12)),
        (OnYearDays(6, 31), Problem("$.when.day", K.TOO_LARGE, 31, 30)),
        (OnYearDays(2, 30), Problem("$.when.day", K.TOO_LARGE, 30, 29)),
        (OnYearDays(6, 0), Problem("$.when.day", K.TOO_SMALL, 0, 1)),
        (OnYearDays(6, 1, 0), Problem("$.when.days", K.TOO_SMALL, 0, 1)),
        (OnYearDays(6, 1, 367), Problem("$.when.days", K.TOO_LARGE, 367, 366)),
        (OnWeekdays(()), Problem("$.when.weekdays", K.NEVER_APPLIES)),
        (OnWeekdays((0, 7)), Problem("$.when.weekdays[1]", K.TOO_LARGE, 7, 6)),
        (OnWeekdays((-1,)), Problem("$.when.weekdays[0]", K.TOO_SMALL, -1, 0)),
        (InHours(-1, 60), Problem("$.when.first", K.TOO_SMALL, -1, 0)),
        (InHours(1440, 60), Problem("$.when.first", K.TOO_LARGE, 1440, 1439)),
        (InHours(0, -1), Problem("$.when.until", K.TOO_SMALL, -1, 0)),
        (InHours(0, 1441), Problem("$.when.until", K.TOO_LARGE, 1441, 1440)),
        (OnLunarDays(()), Problem("$.when.days", K.NEVER_APPLIES)),
        (OnLunarDays((15, 31)), Problem("$.when.days[1]", K.TOO_LARGE, 31, 30)),
        (OnLunarDays((0,)), Problem("$.when.days[0]", K.TOO_SMALL, 0, 1)),
        (OnLunarDays((1,), (13,)), Problem("$.when.months[0]", K.TOO_LARGE, 13, 12)),
        (OnLunarDays((1,), (0,)), Problem("$.when.months[0]", K.TOO_SMALL, 0, 1)),
        (NearTet(-1, 5), Problem("$.when.before_days", K.TOO_SMALL, -1, 0)),
        (NearTet(5, 181), Problem("$.when.after_days", K.TOO_LARGE, 181, 180)),
        (NearTet(0, 0), Problem("$.when", K.NEVER_APPLIES)),
        (InTier(()), Problem("$.when.tiers", K.NEVER_APPLIES)),
        (InTier(("vang", "kim-cuong")), Problem("$.when.tiers[1]", K.NO_SUCH_ID, "kim-cuong")),
        (HasTag(()), Problem("$.when.tags", K.NEVER_APPLIES)),
        (HasTag(("moi", " ")), Problem("$.when.tags[1]", K.EMPTY)),
        (AwayFor(0), Problem("$.when.days", K.TOO_SMALL, 0, 1)),
        (AwayFor(36_501), Problem("$.when.days", K.TOO_LARGE, 36_501, 36_500)),
        (BillAtLeast(-1), Problem("$.when.amount_vnd", K.TOO_SMALL, -1, 0)),
        (
            BillAtLeast(MAX_AMOUNT_VND + 1),
            Problem("$.when.amount_vnd", K.TOO_LARGE, MAX_AMOUNT_VND + 1, MAX_AMOUNT_VND),
        ),
        (HasItem(Match(), 0), Problem("$.when.quantity", K.TOO_SMALL, 0, 1)),
        (HasItem(Match(items=("",))), Problem("$.when.match.items[0]", K.EMPTY)),
        (
            HasItem(Match(categories=("x" * 81,))),
            Problem("$.when.match.categories[0]", K.TOO_LONG, 81, MAX_NAME),
        ),
        (HasItem(Match(tags=("moi", ""))), Problem("$.when.match.tags[1]", K.EMPTY)),
        (PaidBy(()), Problem("$.when.tenders", K.NEVER_APPLIES)),
        (PaidBy(("",)), Problem("$.when.tenders[0]", K.EMPTY)),
        (OneOf(()), Problem("$.when.conditions", K.NEVER_APPLIES)),
        (Not(Always()), Problem("$.when", K.NEVER_APPLIES)),
        (UnknownCondition("weather"), Problem("$.when.kind", K.UNKNOWN_KIND, "weather")),
        (
            EveryOf((Always(), OneOf((Not(OnWeekdays(())), Always())))),
            Problem("$.when.conditions[1].conditions[0].condition.weekdays", K.NEVER_APPLIES),
        ),
    ],
)
def test_a_problem_is_told_at_its_place(condition: Condition, problem: Problem) -> None:
    assert problems(condition) == [problem]


def test_what_never_applies_may_be_published_all_the_same() -> None:
    assert K.NEVER_APPLIES.severity is Severity.WARNING
    assert K.NO_SUCH_ID.severity is Severity.ERROR
    assert K.TOO_DEEP.severity is Severity.ERROR


def nested(depth: int) -> Condition:
    condition: Condition = Always()
    for _level in range(depth - 1):
        condition = EveryOf((condition,))
    return condition


def test_conditions_are_read_no_deeper_than_people_do() -> None:
    assert problems(nested(MAX_DEPTH)) == []
    (problem,) = problems(nested(MAX_DEPTH + 1))
    assert (problem.kind, problem.limit) == (K.TOO_DEEP, MAX_DEPTH)
    assert problem.path == "$.when" + ".conditions[0]" * MAX_DEPTH
    (deepest,) = problems(nested(100_000))
    assert deepest == problem


def test_a_match_of_a_rule_tells_its_problems_too() -> None:
    found = list(match_problems(Match(items=("",), tags=("\u202e",)), "$.rules[0].only"))
    assert found == [
        Problem("$.rules[0].only.items[0]", K.EMPTY),
        Problem("$.rules[0].only.tags[0]", K.UNREADABLE, "\u202e"),
    ]


def _sides(condition: Condition) -> tuple[Condition, Condition]:
    return condition, Not(condition)


@given(conditions, standings())
def test_a_condition_without_errors_can_be_asked_of_anybody(condition: Condition, standing: Standing) -> None:
    if any(problem.is_error for problem in problems_in_condition(condition, "$", TIERS)):
        return
    answers = [holds(asks(side, standing), base_vnd=1, bill=Bill(1)) for side in _sides(condition)]
    assert answers != [True, True]
