"""What a member decides of a program before a bill, and what a bill decides of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.asking import NEVER, asks, fits, holds
from loyalpos.engine.bills import Bill, BillLine
from loyalpos.engine.conditions import (
    Always,
    BillAtLeast,
    Condition,
    EveryOf,
    FirstPurchase,
    HasItem,
    InTier,
    Match,
    Not,
    OnDates,
    OneOf,
    PaidBy,
    UnknownCondition,
)
from loyalpos.engine.footing import Standing
from tests.engine.asked import BILL, MEMBER, WEATHER, met
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
