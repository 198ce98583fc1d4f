"""All problems of a program come at once, each at its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.problems import (
    MAX_NAME,
    MAX_POINTS,
    MAX_RULE_POINTS,
    Problem,
    ProblemKind,
    Severity,
    problems_in,
)
from loyalpos.engine.program import (
    AmountOff,
    Blackout,
    Expiry,
    ExpiryKind,
    Gift,
    PayWithPoints,
    PercentOff,
    Program,
    Remainder,
    UnknownReward,
)
from loyalpos.engine.rewards import quote
from loyalpos.engine.rules import AmountRule, Rounding, UnknownRule
from loyalpos.engine.times import ShopTime
from tests.engine.shapes import NOON, bases, carries, earned, programs

K = ProblemKind
SOUND = Program(
    1,
    (AmountRule("amount", 10_000),),
    (
        AmountOff("off", "Giảm 10.000", 20, 10_000),
        PercentOff("share", "Giảm 10%", 20, 1_000),
        Gift("gift", "Cà phê", 10),
        PayWithPoints("pay", "Trả bằng điểm", 5, 5_000),
    ),
    expiry=Expiry(ExpiryKind.MONTHS, 12),
    blackouts=(Blackout(date(2027, 2, 1), date(2027, 2, 14)),),
)


def _rule(**changes: Any) -> Program:
    return replace(SOUND, rules=(replace(SOUND.rules[0], **changes),))


def _reward(index: int, **changes: Any) -> Program:
    changed = replace(SOUND.rewards[index], **changes)
    return replace(SOUND, rewards=(*SOUND.rewards[:index], changed, *SOUND.rewards[index + 1 :]))


def test_a_sound_program_has_no_problem() -> None:
    assert problems_in(SOUND) == ()


@pytest.mark.parametrize(
    ("program", "problem"),
    [
        (replace(SOUND, revision=-1), Problem("$.revision", K.TOO_SMALL, -1, 0)),
        (replace(SOUND, welcome_points=-5), Problem("$.welcome_points", K.TOO_SMALL, -5, 0)),
        (
            replace(SOUND, welcome_points=MAX_POINTS + 1),
            Problem("$.welcome_points", K.TOO_LARGE, MAX_POINTS + 1, MAX_POINTS),
        ),
        (replace(SOUND, points_name=" "), Problem("$.points_name", K.EMPTY)),
        (_rule(per_vnd=0), Problem("$.rules[0].per_vnd", K.TOO_SMALL, 0, 1)),
        (
            _rule(per_vnd=10**15),
            Problem("$.rules[0].per_vnd", K.TOO_LARGE, 10**15, MAX_AMOUNT_VND),
        ),
        (_rule(points=0), Problem("$.rules[0].points", K.TOO_SMALL, 0, 1)),
        (_rule(minimum_vnd=-1), Problem("$.rules[0].minimum_vnd", K.TOO_SMALL, -1, 0)),
        (_rule(id=""), Problem("$.rules[0].id", K.EMPTY)),
        (_reward(0, points=0), Problem("$.rewards[0].points", K.TOO_SMALL, 0, 1)),
        (_reward(0, value_vnd=0), Problem("$.rewards[0].value_vnd", K.TOO_SMALL, 0, 1)),
        (_reward(0, name=""), Problem("$.rewards[0].name", K.EMPTY)),
        (
            _reward(0, name="x" * (MAX_NAME + 1)),
            Problem("$.rewards[0].name", K.TOO_LONG, MAX_NAME + 1, MAX_NAME),
        ),
        (_reward(0, name="a\nb"), Problem("$.rewards[0].name", K.UNREADABLE, "a\nb")),
        (_reward(0, name="a\u202eb"), Problem("$.rewards[0].name", K.UNREADABLE, "a\u202eb")),
        (_reward(0, minimum_vnd=-1), Problem("$.rewards[0].minimum_vnd", K.TOO_SMALL, -1, 0)),
        (_reward(1, points=-1), Problem("$.rewards[1].points", K.TOO_SMALL, -1, 1)),
        (_reward(1, rate_bp=0), Problem("$.rewards[1].rate_bp", K.TOO_SMALL, 0, 1)),
        (_reward(1, rate_bp=10_001), Problem("$.rewards[1].rate_bp", K.TOO_LARGE, 10_001, 10_000)),
        (_reward(1, cap_vnd=0), Problem("$.rewards[1].cap_vnd", K.TOO_SMALL, 0, 1)),
        (_reward(2, points=0), Problem("$.rewards[2].points", K.TOO_SMALL, 0, 1)),
        (_reward(3, block_points=0), Problem("$.rewards[3].block_points", K.TOO_SMALL, 0, 1)),
        (_reward(3, block_vnd=0), Problem("$.rewards[3].block_vnd", K.TOO_SMALL, 0, 1)),
        (_reward(3, max_share_bp=0), Problem("$.rewards[3].max_share_bp", K.TOO_SMALL, 0, 1)),
        (
            _reward(3, max_share_bp=10_001),
            Problem("$.rewards[3].max_share_bp", K.TOO_LARGE, 10_001, 10_000),
        ),
        (_reward(3, id="gift"), Problem("$.rewards[3].id", K.DUPLICATE_ID, "gift")),
        (
            replace(SOUND, rules=SOUND.rules * 2),
            Problem("$.rules[1].id", K.DUPLICATE_ID, "amount"),
        ),
        (
            replace(SOUND, remainder=Remainder.CARRIED, rounding=Rounding.UP),
            Problem("$.remainder", K.CARRIED_NEEDS_DOWN, "up"),
        ),
        (
            replace(SOUND, expiry=Expiry(ExpiryKind.DAYS, 0)),
            Problem("$.expiry.count", K.TOO_SMALL, 0, 1),
        ),
        (
            replace(SOUND, expiry=Expiry(ExpiryKind.MONTHS, 1_201)),
            Problem("$.expiry.count", K.TOO_LARGE, 1_201, 1_200),
        ),
        (
            replace(SOUND, blackouts=(Blackout(date(2027, 2, 2), date(2027, 2, 1)),)),
            Problem("$.blackouts[0].last", K.LAST_BEFORE_FIRST, date(2027, 2, 1), date(2027, 2, 2)),
        ),
        (replace(SOUND, starts=date(1, 1, 1)), Problem("$.starts", K.DATE_OUT_OF_RANGE, date(1, 1, 1))),
    ],
    ids=lambda value: f"{value.path}-{value.kind}" if isinstance(value, Problem) else "",
)
def test_each_error_is_named_with_its_place_and_its_bound(program: Program, problem: Problem) -> None:
    assert problems_in(program) == (problem,)
    assert problem.severity is Severity.ERROR
    assert problem.is_error


@pytest.mark.parametrize(
    ("program", "problem"),
    [
        (
            replace(SOUND, rules=(*SOUND.rules, UnknownRule("later", "stamps"))),
            Problem("$.rules[1].kind", K.UNKNOWN_KIND, "stamps"),
        ),
        (
            replace(SOUND, rewards=(UnknownReward("later", "Vòng quay", "raffle"),)),
            Problem("$.rewards[0].kind", K.UNKNOWN_KIND, "raffle"),
        ),
        (replace(SOUND, rules=()), Problem("$.rules", K.NOTHING_EARNS)),
        (
            _reward(3, block_vnd=50_000),
            Problem("$.rewards[3].block_vnd", K.WORTH_MORE_THAN_EARNED, 50_000, 50_000),
        ),
        (
            _reward(0, value_vnd=200_001),
            Problem("$.rewards[0].value_vnd", K.WORTH_MORE_THAN_EARNED, 200_001, 200_000),
        ),
    ],
)
def test_what_is_allowed_but_seldom_meant_is_a_warning(program: Program, problem: Problem) -> None:
    assert problems_in(program) == (problem,)
    assert not problem.is_error


def test_all_problems_come_at_once_in_the_order_of_the_document() -> None:
    program = Program(
        -1,
        (AmountRule("a", 0, 0, -1), UnknownRule("a", "stamps")),
        (PercentOff("p", "", 0, 0, 0, -1), Gift("p", "Cà phê", 1)),
        points_name="",
        rounding=Rounding.UP,
        remainder=Remainder.CARRIED,
        welcome_points=-1,
        expiry=Expiry(ExpiryKind.DAYS, 0),
        blackouts=(Blackout(date(2027, 2, 2), date(2027, 2, 1)),),
    )
    assert [(problem.path, problem.kind) for problem in problems_in(program)] == [
        ("$.revision", K.TOO_SMALL),
        ("$.rules[0].per_vnd", K.TOO_SMALL),
        ("$.rules[0].points", K.TOO_SMALL),
        ("$.rules[0].minimum_vnd", K.TOO_SMALL),
        ("$.rules[1].id", K.DUPLICATE_ID),
        ("$.rules[1].kind", K.UNKNOWN_KIND),
        ("$.rewards[0].name", K.EMPTY),
        ("$.rewards[0].points", K.TOO_SMALL),
        ("$.rewards[0].rate_bp", K.TOO_SMALL),
        ("$.rewards[0].cap_vnd", K.TOO_SMALL),
        ("$.rewards[0].minimum_vnd", K.TOO_SMALL),
        ("$.rewards[1].id", K.DUPLICATE_ID),
        ("$.points_name", K.EMPTY),
        ("$.remainder", K.CARRIED_NEEDS_DOWN),
        ("$.welcome_points", K.TOO_SMALL),
        ("$.expiry.count", K.TOO_SMALL),
        ("$.blackouts[0].last", K.LAST_BEFORE_FIRST),
    ]


@given(programs(), carries, bases, st.integers(0, 2_000))
def test_a_program_without_errors_can_be_worked_with(
    program: Program, carry: Fraction, base_vnd: int, points: int
) -> None:
    assert not [problem for problem in problems_in(program) if problem.is_error]
    earned(program, carry, base_vnd)
    taken = tuple(Taken(reward.id) for reward in program.rewards)
    footing = plain_footing(program)
    quote(program, Account(), footing, Bill(base_vnd, NOON), taken, spendable=points, stock={})
    program.expiry.expires_at(NOON, ShopTime())


def test_the_largest_bill_under_the_richest_rule_earns_what_the_file_can_hold() -> None:
    richest = _rule(per_vnd=1, points=MAX_RULE_POINTS)
    assert not any(problem.path.startswith("$.rules") for problem in problems_in(richest))
    assert earned(richest, Fraction(0), MAX_AMOUNT_VND).points < 2**63


@pytest.mark.parametrize(
    "name", ["Cà phê sữa đá", normalize("NFD", "Cà phê"), "Trà\u00a0đào", "🎁 Quà", "1 ly"]
)
def test_names_as_people_write_them_are_no_problem(name: str) -> None:
    assert problems_in(_reward(2, name=name)) == ()
