"""All problems of a program come at once, each at its place."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.conditions import InTier
from loyalpos.engine.footing import plain_footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.occasions import Gives, WelcomeGift
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
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    BonusRule,
    Budget,
    Cap,
    Limit,
    MultiplierRule,
    Per,
    Rounding,
    StampRule,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import (
    Cause,
    Draw,
    MemberPrice,
    Membership,
    Partner,
    Plan,
    StampCard,
    VoucherKind,
)
from loyalpos.engine.tiers import Tier, TierPlan
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
            replace(SOUND, expiry=Expiry(ExpiryKind.MONTH_END, -1)),
            Problem("$.expiry.count", K.TOO_SMALL, -1, 0),
        ),
        (
            replace(SOUND, expiry=Expiry(ExpiryKind.YEAR_END, 101)),
            Problem("$.expiry.count", K.TOO_LARGE, 101, 100),
        ),
        (
            replace(SOUND, expiry=Expiry(ExpiryKind.INACTIVITY, 0)),
            Problem("$.expiry.count", K.TOO_SMALL, 0, 1),
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


def test_rules_that_together_give_more_than_a_file_can_hold_are_an_error() -> None:
    rich = [AmountRule(f"rule{number}", 1, MAX_RULE_POINTS) for number in range(5)]
    for program in (
        replace(SOUND, rules=tuple(rich)),
        replace(SOUND, rules=(rich[0], MultiplierRule("times", rate_bp=100_000))),
        replace(SOUND, rules=(rich[0],), tiers=TierPlan(tiers=(Tier("gold", "Vàng", 1, extra_bp=50_000),))),
    ):
        errors = [problem for problem in problems_in(program) if problem.is_error]
        assert [(problem.path, problem.kind) for problem in errors] == [("$.rules", K.TOO_LARGE)]
    assert not any(problem.is_error for problem in problems_in(replace(SOUND, rules=tuple(rich[:4]))))


@pytest.mark.parametrize(
    ("change", "path", "kind"),
    [
        ({"rules": (VisitRule("visit", 0),)}, "$.rules[0].points", K.TOO_SMALL),
        ({"rules": (BandRule("band", ()),)}, "$.rules[0].bands", K.EMPTY),
        (
            {"rules": (BandRule("band", (Band(50, 1), Band(50, 2))),)},
            "$.rules[0].bands[1].from_vnd",
            K.NOT_ASCENDING,
        ),
        ({"rules": (MultiplierRule("half", rate_bp=5_000),)}, "$.rules[0].rate_bp", K.TOO_SMALL),
        (
            {"rules": (*SOUND.rules, MultiplierRule("half", rate_bp=20_000, of=("visit",)))},
            "$.rules[1].of[0]",
            K.NO_SUCH_ID,
        ),
        ({"rules": (StampRule("stamp", card="tea"),)}, "$.rules[0].card", K.NO_SUCH_ID),
        ({"rules": (TicketRule("ticket", draw="tet"),)}, "$.rules[0].draw", K.NO_SUCH_ID),
        ({"rules": (VoucherRule("voucher", voucher="v20"),)}, "$.rules[0].voucher", K.NO_SUCH_ID),
        ({"rules": (BonusRule("bonus", 5, plan="summer"),)}, "$.rules[0].plan", K.NO_SUCH_ID),
        ({"rules": (BonusRule("bonus", 5, budget="keep"),)}, "$.rules[0].budget", K.NO_SUCH_ID),
        (
            {"rules": (BonusRule("bonus", 5, when=InTier(("gold",))),)},
            "$.rules[0].when.tiers[0]",
            K.NO_SUCH_ID,
        ),
        (
            {"rules": (BonusRule("bonus", 5, limits=(Limit(Per.DAY),)),)},
            "$.rules[0].limits[0].times",
            K.EMPTY,
        ),
        ({"rules": (BonusRule("gift", 5),)}, "$.rewards[2].id", K.DUPLICATE_ID),
        ({"caps": (Cap(Per.DAY, -1),)}, "$.caps[0].points", K.TOO_SMALL),
        ({"budgets": (Budget("keep", "", 5),)}, "$.budgets[0].name", K.EMPTY),
        (
            {"tiers": TierPlan(tiers=(Tier("b", "Bạc", 5), Tier("v", "Vàng", 5)))},
            "$.tiers.tiers[1].threshold",
            K.NOT_ASCENDING,
        ),
        ({"tiers": TierPlan(tiers=(Tier("gift", "Bạc", 5),))}, "$.tiers.tiers[0].id", K.DUPLICATE_ID),
        ({"occasions": (WelcomeGift("w", Gives(stamps=1)),)}, "$.occasions[0].gives.card", K.NO_SUCH_ID),
        (
            {"plans": (Plan("p", "Hè", date(2026, 7, 1), date(2026, 7, 1)),)},
            "$.plans[0].until",
            K.LAST_BEFORE_FIRST,
        ),
        ({"stamp_cards": (StampCard("c", "Thẻ", 9, "cup"),)}, "$.stamp_cards[0].reward", K.NO_SUCH_ID),
        ({"vouchers": (VoucherKind("v", "Phiếu", 0, 5),)}, "$.vouchers[0].days", K.TOO_SMALL),
        ({"vouchers": (VoucherKind("v", "Phiếu", 9, 5, 5),)}, "$.vouchers[0].rate_bp", K.BOTH_OF_TWO),
        ({"draws": (Draw("d", "Tết", date(2027, 1, 1), ()),)}, "$.draws[0].prizes", K.EMPTY),
        ({"causes": (Cause("c", "Trường", 0),)}, "$.causes[0].point_vnd", K.TOO_SMALL),
        ({"causes": (Cause("c", "Trường", 9, 10_001),)}, "$.causes[0].share_bp", K.TOO_LARGE),
        ({"partners": (Partner("p", "Sách", " "),)}, "$.partners[0].perk", K.EMPTY),
        ({"memberships": (Membership("m", "Hội", 5, 0),)}, "$.memberships[0].months", K.TOO_SMALL),
        (
            {"memberships": (Membership("m", "Hội", 5, prices=(MemberPrice("latte", -1),)),)},
            "$.memberships[0].prices[0].price_vnd",
            K.TOO_SMALL,
        ),
        (
            {"memberships": (Membership("m", "Hội", 5, prices=(MemberPrice("a", 1), MemberPrice("a", 2))),)},
            "$.memberships[0].prices[1].item",
            K.DUPLICATE_ID,
        ),
    ],
)
def test_each_part_of_a_program_tells_its_errors_at_their_place(
    change: dict[str, Any], path: str, kind: ProblemKind
) -> None:
    errors = [problem for problem in problems_in(replace(SOUND, **change)) if problem.is_error]
    assert [(problem.path, problem.kind) for problem in errors] == [(path, kind)]


@pytest.mark.parametrize(
    "name", ["Cà phê sữa đá", normalize("NFD", "Cà phê"), "Trà\u00a0đào", "🎁 Quà", "1 ly"]
)
def test_names_as_people_write_them_are_no_problem(name: str) -> None:
    assert problems_in(_reward(2, name=name)) == ()
