"""What a member decides of a program before a bill, and what a bill decides of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.asking import NEVER, asks, fits, footing_of, holds, room_left
from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import (
    Always,
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
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
from tests.engine.conditioned import (
    UNKNOWN,
    YES,
    amounts,
    bills,
    certain,
    conditions,
    decided,
    opinion,
    standings,
)

FRIDAY = date(2026, 11, 20)
NOON = 12 * 60
MEMBER = Standing(day=FRIDAY, minute=NOON, joined=date(2026, 1, 1))
BILL = Bill(100_000)
WEATHER = UnknownCondition("weather")


def met(condition: Condition, standing: Standing = MEMBER, bill: Bill = BILL) -> bool:
    return holds(asks(condition, standing), base_vnd=bill.total_vnd, bill=bill)


def on(day: date) -> Standing:
    return replace(MEMBER, day=day)


def days_met(condition: Condition, first: date, until: date, standing: Standing = MEMBER) -> list[date]:
    days = (first + timedelta(days=count) for count in range((until - first).days))
    return [day for day in days if met(condition, replace(standing, day=day))]


def parts_of(condition: Condition) -> Iterator[Condition]:
    yield condition
    match condition:
        case EveryOf(parts) | OneOf(parts):
            for part in parts:
                yield from parts_of(part)
        case Not(part):
            yield from parts_of(part)
        case _:
            pass


# Laws


@given(conditions, standings(), amounts, bills)
@example(EveryOf((WEATHER, Not(Always()))), MEMBER, 0, BILL)
@example(Not(EveryOf((WEATHER, OneOf(())))), MEMBER, 0, BILL)
@example(Not(OneOf((WEATHER, BillAtLeast(50_000)))), MEMBER, 0, BILL)
def test_asking_in_two_steps_is_asking_at_once(
    condition: Condition, standing: Standing, base_vnd: int, bill: Bill
) -> None:
    answer = opinion(condition, standing, base_vnd, bill)
    assert holds(asks(condition, standing), base_vnd=base_vnd, bill=bill) is (answer == YES)


@given(conditions, standings(), bills, bills)
def test_what_is_left_asks_nothing_but_the_bill(
    condition: Condition, standing: Standing, bill: Bill, other: Bill
) -> None:
    asked = asks(condition, standing)
    for part in parts_of(asked):
        assert isinstance(part, BillAtLeast | HasItem | PaidBy | EveryOf | OneOf | Not) or asked == Always()
        assert asked == NEVER or not isinstance(part, EveryOf | OneOf) or len(part.conditions) > 1
    stranger = Standing(day=date(2027, 2, 6), minute=0, joined=date(2027, 2, 6))
    assert asks(asked, stranger) == asked


@given(decided, standings())
def test_a_single_condition_is_answered_as_a_shop_reads_it(condition: Condition, standing: Standing) -> None:
    is_met = opinion(condition, standing, 0, BILL) == YES
    assert asks(condition, standing) == (Always() if is_met else NEVER)


def test_what_is_left_is_said_on_one_level() -> None:
    rich, paid, cake = BillAtLeast(50_000), PaidBy(("card",)), HasItem(Match(items=("banh",)))
    assert asks(EveryOf((EveryOf((rich, paid)), Always(), cake)), MEMBER) == EveryOf((rich, paid, cake))
    assert asks(OneOf((cake, Not(EveryOf((rich, paid))))), MEMBER) == OneOf((cake, Not(rich), Not(paid)))


@given(conditions, standings())
def test_not_twice_is_nothing(condition: Condition, standing: Standing) -> None:
    assert asks(Not(Not(condition)), standing) == asks(condition, standing)


@given(st.lists(conditions, max_size=3).map(tuple), standings())
def test_not_all_is_any_not_and_not_any_is_all_not(parts: tuple[Condition, ...], standing: Standing) -> None:
    contraries = tuple(Not(part) for part in parts)
    assert asks(Not(EveryOf(parts)), standing) == asks(OneOf(contraries), standing)
    assert asks(Not(OneOf(parts)), standing) == asks(EveryOf(contraries), standing)


@given(certain, standings(), amounts, bills)
def test_what_can_be_answered_holds_or_its_contrary_does(
    condition: Condition, standing: Standing, base_vnd: int, bill: Bill
) -> None:
    answers = [
        holds(asks(asked, standing), base_vnd=base_vnd, bill=bill) for asked in (condition, Not(condition))
    ]
    assert sorted(answers) == [False, True]


@given(conditions, standings(), amounts, bills)
def test_a_condition_and_its_contrary_never_both_hold(
    condition: Condition, standing: Standing, base_vnd: int, bill: Bill
) -> None:
    both = EveryOf((condition, Not(condition)))
    assert not holds(asks(both, standing), base_vnd=base_vnd, bill=bill)
    either = OneOf((condition, Not(condition)))
    is_known = opinion(condition, standing, base_vnd, bill) != UNKNOWN
    assert holds(asks(either, standing), base_vnd=base_vnd, bill=bill) is is_known


@given(conditions, amounts, bills)
def test_a_bill_alone_answers_nothing_about_the_member(
    condition: Condition, base_vnd: int, bill: Bill
) -> None:
    is_of_the_bill = {BillAtLeast, HasItem, PaidBy, Always}
    if any(
        type(part) not in is_of_the_bill | {EveryOf, OneOf, Not, UnknownCondition}
        for part in parts_of(condition)
    ):
        return
    answer = opinion(condition, MEMBER, base_vnd, bill)
    assert holds(condition, base_vnd=base_vnd, bill=bill) is (answer == YES)


# Kleene


@pytest.mark.parametrize(
    ("condition", "is_met"),
    [
        (WEATHER, False),
        (Not(WEATHER), False),
        (Not(Not(WEATHER)), False),
        (OneOf((WEATHER, Always())), True),
        (OneOf((Not(WEATHER), BillAtLeast(1))), True),
        (EveryOf((WEATHER, Always())), False),
        (Not(EveryOf((WEATHER, Not(Always())))), True),
        (Not(OneOf((WEATHER, Not(Always())))), False),
        (EveryOf(()), True),
        (OneOf(()), False),
        (Not(OneOf(())), True),
    ],
)
def test_nobody_answers_a_kind_of_later_versions(condition: Condition, is_met: bool) -> None:
    assert met(condition) is is_met
    assert holds(condition, base_vnd=1, bill=Bill(1)) is is_met


@pytest.mark.parametrize("asked", [FirstPurchase(), InTier(("",)), OnDates()])
def test_without_a_standing_nobody_answers_for_the_member(asked: Condition) -> None:
    assert not holds(asked, base_vnd=1, bill=BILL)
    assert not holds(Not(asked), base_vnd=1, bill=BILL)


# Days


def test_dates_are_half_open() -> None:
    window = OnDates(date(2026, 12, 20), date(2026, 12, 23))
    found = days_met(window, date(2026, 12, 1), date(2027, 1, 1))
    assert found == [date(2026, 12, day) for day in (20, 21, 22)]
    assert met(OnDates(until=FRIDAY)) is False
    assert met(OnDates(first=FRIDAY)) is True
    assert met(OnDates()) is True


def test_two_windows_that_touch_share_no_day_and_miss_none() -> None:
    first, second = OnDates(until=date(2026, 12, 24)), OnDates(date(2026, 12, 24))
    days = [date(2026, 12, 1) + timedelta(days=count) for count in range(31)]
    assert all(met(first, on(day)) != met(second, on(day)) for day in days)


def test_the_contrary_of_a_window_is_all_days_outside() -> None:
    outside = Not(OnDates(date(2026, 12, 20), date(2026, 12, 23)))
    found = days_met(outside, date(2026, 12, 18), date(2026, 12, 25))
    assert found == [date(2026, 12, day) for day in (18, 19, 23, 24)]


def test_days_of_the_year_run_over_new_year() -> None:
    found = days_met(OnYearDays(12, 30, days=4), date(2026, 12, 1), date(2027, 2, 1))
    assert found == [date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2027, [date(2027, 2, 28), date(2027, 3, 1)]),
        (2028, [date(2028, 2, 29), date(2028, 3, 1)]),
    ],
)
def test_days_from_29_february_begin_on_the_28th_of_a_common_year(year: int, expected: list[date]) -> None:
    assert days_met(OnYearDays(2, 29, days=2), date(year, 1, 1), date(year + 1, 1, 1)) == expected


def test_a_whole_year_of_days_has_no_gap() -> None:
    always = OnYearDays(3, 1, days=366)
    assert len(days_met(always, date(2027, 1, 1), date(2029, 1, 1))) == 365 + 366


@pytest.mark.parametrize(
    "condition", [OnWeekdays(()), OnLunarDays(()), InTier(()), HasTag(()), PaidBy(()), OneOf(())]
)
def test_a_choice_of_nothing_is_never(condition: Condition) -> None:
    assert not met(condition)
    assert met(Not(condition))


def test_only_named_weekdays_count() -> None:
    assert days_met(OnWeekdays((4, 5)), date(2026, 11, 16), date(2026, 11, 23)) == [
        date(2026, 11, 20),
        date(2026, 11, 21),
    ]


@pytest.mark.parametrize(
    ("first", "until", "inside", "outside"),
    [
        (600, 720, (600, 719), (599, 720)),
        (1320, 120, (1320, 1439, 0, 119), (1319, 120, 720)),
        (1320, 1440, (1320, 1439), (0, 1319)),
        (1320, 0, (1320, 1439), (0, 1319)),
        (0, 1440, (0, 720, 1439), ()),
        (600, 600, (0, 599, 600, 1439), ()),
    ],
)
def test_hours_are_half_open_and_run_over_midnight(
    first: int, until: int, inside: tuple[int, ...], outside: tuple[int, ...]
) -> None:
    for minute in inside + outside:
        standing = replace(MEMBER, minute=minute)
        assert met(InHours(first, until), standing) is (minute in inside)
        assert met(Not(InHours(first, until)), standing) is (minute in outside)


def test_hours_after_midnight_belong_to_the_business_day_of_the_bill() -> None:
    friday_night = EveryOf((OnWeekdays((4,)), InHours(22 * 60, 2 * 60)))
    assert met(friday_night, replace(MEMBER, minute=60))
    assert not met(friday_night, replace(MEMBER, day=FRIDAY + timedelta(days=1), minute=60))


# The moon


def test_full_moon_of_every_month_and_of_one() -> None:
    every = days_met(OnLunarDays((15,)), date(2026, 2, 17), date(2027, 2, 6))
    assert len(every) == 12
    assert days_met(OnLunarDays((15,), (7,)), date(2026, 2, 17), date(2027, 2, 6)) == [date(2026, 8, 27)]


def test_a_leap_month_counts_as_the_month_it_repeats() -> None:
    found = days_met(OnLunarDays((1,), (6,)), date(2025, 1, 29), date(2026, 2, 17))
    assert found == [date(2025, 6, 25), date(2025, 7, 25)]


def test_the_thirtieth_is_the_last_day_of_a_short_month() -> None:
    eves = days_met(OnLunarDays((30,), (12,)), date(2024, 1, 1), date(2028, 1, 1))
    assert eves == [date(2024, 2, 9), date(2025, 1, 28), date(2026, 2, 16), date(2027, 2, 5)]
    both = days_met(OnLunarDays((29, 30), (12,)), date(2025, 1, 1), date(2026, 3, 1))
    assert both == [date(2025, 1, 28), date(2026, 2, 16)]


def test_tet_reaches_from_before_it_into_the_year() -> None:
    found = days_met(NearTet(before_days=2, after_days=3), date(2027, 1, 1), date(2027, 12, 31))
    assert found == [date(2027, 2, day) for day in (4, 5, 6, 7, 8)]
    assert days_met(NearTet(0, 1), date(2030, 1, 1), date(2031, 1, 1)) == [date(2030, 2, 2)]
    assert days_met(NearTet(0, 0), date(2030, 1, 1), date(2031, 1, 1)) == []


def test_tet_reaches_back_over_new_year() -> None:
    found = days_met(NearTet(before_days=30, after_days=0), date(2022, 12, 1), date(2023, 3, 1))
    assert (found[0], found[-1], len(found)) == (date(2022, 12, 23), date(2023, 1, 21), 30)


@pytest.mark.parametrize("year", [2027, 2033, 2034])
def test_tet_reaches_half_a_year_to_either_side(year: int) -> None:
    (tet,) = days_met(NearTet(0, 1), date(year, 1, 1), date(year, 12, 31))
    half_a_year = [timedelta(days=count) for count in range(180)]
    from_tet = days_met(NearTet(0, 180), tet - timedelta(days=100), tet + timedelta(days=200))
    assert from_tet == [tet + passed for passed in half_a_year]
    until_tet = days_met(NearTet(180, 0), tet - timedelta(days=200), tet + timedelta(days=100))
    assert until_tet == [tet - timedelta(days=180) + passed for passed in half_a_year]


@pytest.mark.parametrize(
    ("condition", "day"),
    [
        (OnLunarDays((1,)), date(2101, 1, 30)),
        (OnLunarDays((1,)), date(1899, 2, 10)),
        (NearTet(30, 30), date(2101, 2, 1)),
        (NearTet(30, 30), date(2100, 12, 31)),
        (NearTet(5, 180), date(1899, 12, 31)),
        (NearTet(180, 180), date.max),
    ],
)
def test_beyond_the_lunar_calendar_neither_a_day_nor_its_contrary_holds(
    condition: Condition, day: date
) -> None:
    assert not met(condition, on(day))
    assert not met(Not(condition), on(day))
    assert met(OneOf((condition, Always())), on(day))


def test_the_last_known_tet_is_asked_for_like_any() -> None:
    assert met(NearTet(7, 7), on(date(2100, 2, 9)))
    assert met(Not(NearTet(7, 7)), on(date(2100, 6, 1)))
    assert met(Not(NearTet(7, 7)), on(date(2100, 12, 24)))
    assert not met(Not(NearTet(7, 7)), on(date(2100, 12, 25)))


# The member


@pytest.mark.parametrize(
    "today", [date(2027, 2, 27), date(2027, 2, 28), date(2028, 2, 28), date(2028, 2, 29)]
)
def test_a_birthday_on_29_february_is_kept_on_the_28th_of_a_common_year(today: date) -> None:
    member = replace(on(today), birthday=Birthday(29, 2, 1996))
    assert met(NearBirthday(), member) is (today in (date(2027, 2, 28), date(2028, 2, 29)))


@pytest.mark.parametrize(
    ("birthday", "first", "last"),
    [
        (Birthday(1, 1), date(2026, 12, 29), date(2027, 1, 4)),
        (Birthday(31, 12), date(2026, 12, 28), date(2027, 1, 3)),
        (Birthday(29, 2), date(2027, 2, 25), date(2027, 3, 3)),
    ],
)
def test_the_week_of_a_birthday_has_it_in_the_middle(birthday: Birthday, first: date, last: date) -> None:
    member = replace(MEMBER, birthday=birthday)
    found = days_met(NearBirthday(BirthdaySpan.WEEK), first - timedelta(60), last + timedelta(60), member)
    assert found == [first + timedelta(days=count) for count in range(7)]
    assert found[-1] == last


def test_the_month_of_a_birthday_is_its_calendar_month() -> None:
    member = replace(MEMBER, birthday=Birthday(31, 12))
    found = days_met(NearBirthday(BirthdaySpan.MONTH), date(2026, 11, 1), date(2027, 2, 1), member)
    assert found == [date(2026, 12, day) for day in range(1, 32)]


def test_who_joins_after_the_birthday_still_has_its_week() -> None:
    joined = date(2026, 11, 20)
    member = replace(MEMBER, joined=joined, birthday=Birthday(18, 11))
    assert met(NearBirthday(BirthdaySpan.WEEK), member)
    assert not met(NearBirthday(BirthdaySpan.DAY), member)


def test_nobody_without_a_birthday_is_near_it() -> None:
    assert not met(NearBirthday(BirthdaySpan.MONTH))
    assert met(Not(NearBirthday(BirthdaySpan.MONTH)))


def test_no_tier_can_be_asked_for() -> None:
    gold = replace(MEMBER, tier="vang")
    assert [met(InTier(("", "bac")), member) for member in (MEMBER, gold)] == [True, False]
    assert [met(InTier(("vang",)), member) for member in (MEMBER, gold)] == [False, True]


def test_any_of_the_tags_will_do() -> None:
    student = replace(MEMBER, tags=frozenset(("sinh-vien", "quan-1")))
    assert met(HasTag(("van-phong", "sinh-vien")), student)
    assert not met(HasTag(("van-phong",)), student)
    assert not met(HasTag(()), student)


def test_a_first_purchase_is_one_without_bills_before() -> None:
    assert met(FirstPurchase())
    assert not met(FirstPurchase(), replace(MEMBER, visits=1, last_visit=FRIDAY))


@pytest.mark.parametrize(("ago", "is_met"), [(29, False), (30, True), (31, True), (0, False), (-3, False)])
def test_who_was_away_is_counted_in_business_days(ago: int, is_met: bool) -> None:
    member = replace(MEMBER, visits=1, last_visit=FRIDAY - timedelta(days=ago))
    assert met(AwayFor(30), member) is is_met


def test_who_was_never_there_was_not_away() -> None:
    assert not met(AwayFor(1))


# The bill


@pytest.mark.parametrize(("base_vnd", "is_met"), [(49_999, False), (50_000, True), (50_001, True)])
def test_an_edge_bill_is_at_least_its_edge(base_vnd: int, is_met: bool) -> None:
    assert holds(BillAtLeast(50_000), base_vnd=base_vnd, bill=BILL) is is_met
    assert holds(Not(BillAtLeast(50_000)), base_vnd=base_vnd, bill=BILL) is not is_met


TEA = BillLine("Trà", 2, 60_000, item="tra", category="do-uong", tags=("nong",))
CAKE = BillLine("Bánh", 1, 40_000, item="banh", category="do-an", premium=True)


@pytest.mark.parametrize(
    ("match", "tea", "cake"),
    [
        (Match(), True, True),
        (Match(items=("tra",)), True, False),
        (Match(categories=("do-an",)), False, True),
        (Match(tags=("moi", "nong")), True, False),
        (Match(items=("tra",), categories=("do-an",)), True, True),
        (Match(premium=True), False, True),
        (Match(items=("tra",), premium=True), False, False),
        (Match(items=("do-an",)), False, False),
    ],
)
def test_a_match_means_any_of_its_names(match: Match, tea: bool, cake: bool) -> None:
    assert (fits(match, TEA), fits(match, CAKE)) == (tea, cake)


def test_items_are_counted_over_all_lines() -> None:
    bill = Bill(160_000, lines=(TEA, CAKE, TEA))
    drinks = Match(categories=("do-uong",))
    assert met(HasItem(drinks, 4), bill=bill)
    assert not met(HasItem(drinks, 5), bill=bill)


def test_a_bill_without_lines_is_one_of_no_item() -> None:
    assert met(HasItem(Match()))
    assert not met(HasItem(Match(), 2))
    assert not met(HasItem(Match(premium=True)))
    assert not met(HasItem(Match(items=("tra",))))


def test_a_bill_is_paid_by_the_tender_that_was_told() -> None:
    transfer = PaidBy(("transfer", "card"))
    assert met(transfer, bill=replace(BILL, tender="transfer"))
    assert not met(transfer, bill=replace(BILL, tender="cash"))
    assert not met(transfer)


# The footing

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
