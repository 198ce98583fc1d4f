"""What is left of a program for a member's bill: rules that may apply, room, caps and budgets."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of, room_left
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    Always,
    BillAtLeast,
    EveryOf,
    FirstPurchase,
    HasTag,
    NearBirthday,
    OnWeekdays,
    PaidBy,
)
from loyalpos.engine.footing import Footing, Given, Room, Standing
from loyalpos.engine.program import Program
from loyalpos.engine.rules import (
    AmountRule,
    BonusRule,
    Budget,
    Cap,
    Limit,
    Per,
    StampRule,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)
from loyalpos.engine.side_programs import Draw, Plan, StampCard, VoucherKind
from tests.engine.asked import FRIDAY, MEMBER, WEATHER, on

OPEN = AmountRule("amount", 10_000)


def footing(program: Program, standing: Standing = MEMBER) -> Footing:
    return footing_of(program, standing)


def test_a_rule_that_cannot_apply_is_absent_and_the_rest_is_asked_of_the_bill() -> None:
    program = Program(
        1,
        (
            OPEN,
            VisitRule("saturday", 5, when=OnWeekdays((5,))),
            VisitRule("friday", 5, when=EveryOf((OnWeekdays((4,)), BillAtLeast(50_000), PaidBy(("card",))))),
            VisitRule("weather", 5, when=WEATHER),
            UnknownRule("later", "lottery"),
        ),
    )
    assert footing(program) == Footing(
        asks={
            "amount": Always(),
            "friday": EveryOf((BillAtLeast(50_000), PaidBy(("card",)))),
            "later": Always(),
        }
    )


def test_the_footing_says_nothing_of_who_the_member_is() -> None:
    rule = VisitRule("birthday", 5, when=EveryOf((NearBirthday(), HasTag(("vip",)), FirstPurchase())))
    member = replace(MEMBER, birthday=Birthday(20, 11), tags=frozenset(("vip",)), carry=Fraction(3, 10))
    assert footing(Program(1, (rule,)), member) == Footing(carry=Fraction(3, 10), asks={"birthday": Always()})


def test_a_footing_carries_the_tier() -> None:
    assert footing(Program(1, (OPEN,)), replace(MEMBER, tier="vang")).tier == "vang"


@pytest.mark.parametrize(
    ("day", "is_there"),
    [
        (date(2026, 11, 9), False),
        (date(2026, 11, 10), True),
        (date(2026, 11, 19), True),
        (FRIDAY, False),
    ],
)
def test_a_rule_lives_while_its_plan_runs(day: date, is_there: bool) -> None:
    plan = Plan("winter", "Mùa đông", date(2026, 11, 10), FRIDAY)
    program = Program(1, (BonusRule("bonus", 5, plan="winter"), OPEN), plans=(plan,))
    assert ("bonus" in footing(program, on(day)).asks) is is_there
    assert "amount" in footing(program, on(day)).asks


def test_a_plan_nobody_knows_does_not_run_and_one_without_ends_always_does() -> None:
    rules = (BonusRule("lost", 5, plan="gone"), BonusRule("kept", 5, plan="open"))
    assert list(footing(Program(1, rules, plans=(Plan("open", "Mở"),))).asks) == ["kept"]


@pytest.mark.parametrize(("until", "is_there"), [(FRIDAY, False), (FRIDAY + timedelta(days=1), True)])
def test_cards_vouchers_and_draws_give_nothing_when_their_plan_has_ended(until: date, is_there: bool) -> None:
    program = Program(
        1,
        (StampRule("s", "card"), TicketRule("t", "draw"), VoucherRule("v", "off")),
        plans=(Plan("side", "Bên cạnh", until=until),),
        stamp_cards=(StampCard("card", "Mua 9 tặng 1", 9, "free", plan="side"),),
        draws=(Draw("draw", "Quay số", date(2027, 1, 1), (), plan="side"),),
        vouchers=(VoucherKind("off", "Giảm", 30, 10_000, plan="side"),),
    )
    assert list(footing(program).asks) == (["s", "t", "v"] if is_there else [])


def test_a_draw_gives_tickets_to_the_day_it_closes() -> None:
    program = Program(1, (TicketRule("t", "draw"),), draws=(Draw("draw", "Quay số", FRIDAY, ()),))
    assert "t" in footing(program).asks
    assert "t" not in footing(program, on(FRIDAY + timedelta(days=1))).asks


def test_room_is_the_least_of_all_limits() -> None:
    limits = (Limit(Per.DAY, times=2), Limit(Per.MONTH, times=5, points=100), Limit(Per.BILL, points=30))
    rule = VisitRule("visit", 5, limits=limits)
    given_so_far = {
        ("visit", Per.DAY): Given(1, 10),
        ("visit", Per.MONTH): Given(3, 80),
        ("other", Per.DAY): Given(9, 9),
    }
    program = Program(1, (OPEN, rule))
    assert footing(program).room == {"visit": Room(2, 30)}
    assert footing(program, replace(MEMBER, given=given_so_far)).room == {"visit": Room(1, 20)}


def test_a_rule_at_its_limit_stays_with_no_room_so_that_the_bill_can_say_so() -> None:
    rule = VisitRule("visit", 5, limits=(Limit(Per.DAY, times=1), Limit(Per.EVER, points=10)))
    standing = replace(MEMBER, given={("visit", Per.DAY): Given(2, 0), ("visit", Per.EVER): Given(7, 15)})
    stood = footing(Program(1, (rule,)), standing)
    assert stood.asks == {"visit": Always()}
    assert stood.room == {"visit": Room(0, 0)}


@given(
    st.lists(
        st.builds(Limit, st.sampled_from(Per), st.none() | st.integers(0, 9), st.none() | st.integers(0, 9))
    ),
    st.dictionaries(
        st.tuples(st.sampled_from(("visit", "")), st.sampled_from(Per)),
        st.builds(Given, st.integers(0, 9), st.integers(0, 9)),
    ),
)
def test_room_keeps_every_limit_and_wastes_none(
    limits: list[Limit], had: dict[tuple[str, Per], Given]
) -> None:
    room = room_left(limits, "visit", had)
    times = [
        lim.times - had.get(("visit", lim.per), Given()).times for lim in limits if lim.times is not None
    ]
    points = [
        lim.points - had.get(("visit", lim.per), Given()).points for lim in limits if lim.points is not None
    ]
    assert room.times == (max(0, min(times)) if times else None)
    assert room.points == (max(0, min(points)) if points else None)


def test_caps_leave_the_least_and_the_cap_of_one_bill_is_the_bills_own() -> None:
    caps = (Cap(Per.BILL, 50), Cap(Per.DAY, 200), Cap(Per.MONTH, 1_000))
    had = {("", Per.DAY): Given(3, 120), ("", Per.MONTH): Given(9, 990), ("amount", Per.DAY): Given(9, 999)}
    program = Program(1, (OPEN,), caps=caps)
    assert footing(program).cap_points == 200
    assert footing(program, replace(MEMBER, given=had)).cap_points == 10
    assert footing(Program(1, (OPEN,), caps=caps[:1])).cap_points is None
    over = {("", Per.MONTH): Given(9, 1_200)}
    assert footing(program, replace(MEMBER, given=over)).cap_points == 0


def test_a_budget_is_what_is_left_of_the_month_and_never_less_than_nothing() -> None:
    program = Program(
        1, (OPEN,), budgets=(Budget("keep", "Giữ khách", 500_000), Budget("new", "Khách mới", 300_000))
    )
    spent = replace(MEMBER, spent_vnd={"keep": 120_000, "new": 310_000, "old": 5})
    assert footing(program).budget_vnd == {"keep": 500_000, "new": 300_000}
    assert footing(program, spent).budget_vnd == {"keep": 380_000, "new": 0}
