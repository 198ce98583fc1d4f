"""Gifts are paid from the month's budgets: never more than it has, and returned with what took them back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.gift_budgets import gives_cost
from loyalpos.engine.members import Enrolment, Origin
from loyalpos.engine.occasions import BirthdayGift, Gives, Milestone, Referral, WelcomeGift
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, Budget, BudgetEnd, BudgetFor
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.errors import Refusal
from loyalpos.services.till import Till
from loyalpos.store.bills import bills_of
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.gifts import gifts_of
from loyalpos.store.given import cost_between
from tests.shops import CONSENT, World, new_till

NEW = Budget("new", "Khách mới", 3_000, BudgetFor.NEW_CUSTOMERS)
KEEP = Budget("keep", "Giữ khách", 6_000)
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000, budget="keep"),),
    welcome_points=7,
    tiers=TierPlan(Reached.SPEND, Over.EVER, (Tier("gold", "Vàng", 150_000, gift_points=5),)),
    occasions=(
        Referral("friends", Gives(points=4), Gives(points=3), 20_000),
        BirthdayGift("birthday", Gives(points=6), before_days=3),
        Milestone("thrice", Reached.VISITS, 2, Gives(points=8)),
    ),
    budgets=(KEEP, NEW),
    point_cost_vnd=100,
)


def spent(till: Till, budget: str, month: date) -> int:
    """Say what a budget has paid in a month, as rules and gifts are told."""
    with till.shop.file.read() as connection:
        return cost_between(
            connection, budget, month, (month + timedelta(days=31)).replace(day=1) - timedelta(1)
        )


def enrol(till: Till, number: int, referrer: UUID | None = None) -> UUID:
    said = Enrolment(
        Phone(f"09{number:08d}"),
        "Mai",
        birthday=Birthday(25, 11) if number % 2 else None,
        consents=(CONSENT,),
        origin=Origin(referrer),
    )
    return till.members.enrol(till.shop.outside.new_id(), said).member


NOVEMBER = date(2026, 11, 1)


def test_who_joins_when_the_money_for_new_customers_is_spent_is_welcome_without_points(
    tmp_path: Path,
) -> None:
    program = replace(PROGRAM, budgets=(KEEP, replace(NEW, month_vnd=1_500)), occasions=())
    till = new_till(tmp_path, World(), program=program)
    members = [enrol(till, number) for number in (2, 4, 6)]
    desks = [till.counter.desk(member).member for member in members]
    assert [desk.spendable for desk in desks if desk] == [7, 7, 0]
    assert spent(till, "new", NOVEMBER) == 1_400
    assert spent(till, "keep", NOVEMBER) == 0
    assert [act.rewards for act in till.returns.acts()] == [("Khách mới",), (), ()]
    till.returns.undo(members[0])
    assert spent(till, "new", NOVEMBER) == 700
    late = till.counter.desk(enrol(till, 8)).member
    assert late is not None
    assert late.spendable == 7
    assert check(till.shop.file).is_clean


@pytest.mark.parametrize(("at_end", "gives"), [(BudgetEnd.STOP, 0), (BudgetEnd.ASK, 8)])
def test_a_gift_over_its_budget_is_left_out_or_given_and_told(
    tmp_path: Path, at_end: BudgetEnd, gives: int
) -> None:
    poor = Budget("poor", "Quà", 700, at_end=at_end)
    gift = Milestone("twice", Reached.VISITS, 2, Gives(points=8), budget="poor")
    program = replace(PROGRAM, budgets=(KEEP, NEW, poor), occasions=(gift,))
    till = new_till(tmp_path, World(), program=program)
    member = enrol(till, 2)
    new_id = till.shop.outside.new_id
    till.counter.record_bill(new_id(), member, Bill(10_000))
    second = till.counter.record_bill(new_id(), member, Bill(10_000))
    assert second.brought.points == gives
    (gift_told,) = second.brought.gifts
    assert gift_told.over is not None
    assert (gift_told.over.name, gift_told.over.withheld.points) == ("Quà", 8 - gives)
    again = till.counter.record_bill(second.bill, member, Bill(10_000))
    assert (again.repeated, again.brought) == (True, second.brought)
    (told,) = [act for act in till.returns.acts() if act.kind is ActKind.GIFT]
    assert told.rewards == ("milestone", "", "Quà")
    assert (spent(till, "poor", NOVEMBER), spent(till, "keep", NOVEMBER)) == (100 * gives, 200)
    back = till.returns.return_bill(second.bill, 1, None)
    assert bool(back.brought.taken_back) is bool(gives), "nothing is said of what was never given"
    assert (spent(till, "poor", NOVEMBER), spent(till, "keep", NOVEMBER)) == (0, 100)
    assert check(till.shop.file).is_clean


def test_a_gift_freed_in_another_month_frees_the_month_it_was_given_in(tmp_path: Path) -> None:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM)
    member = enrol(till, 2)
    new_id = till.shop.outside.new_id
    bills = [till.counter.record_bill(new_id(), member, Bill(10_000)).bill for _ in range(2)]
    assert spent(till, "keep", NOVEMBER) == 200 + 800
    world.clock.forward(days=14)
    till.days.open()
    till.returns.return_bill(bills[1], 1, None)
    assert (spent(till, "keep", NOVEMBER), spent(till, "keep", date(2026, 12, 1))) == (100, 0)
    assert check(till.shop.file).is_clean


def test_a_welcome_gift_and_both_sides_of_a_referral_are_paid_for_new_customers(tmp_path: Path) -> None:
    occasions = (*PROGRAM.occasions, WelcomeGift("more", Gives(points=1)))
    till = new_till(tmp_path, World(), program=replace(PROGRAM, occasions=occasions))
    hoa = enrol(till, 2)
    friend = enrol(till, 4, hoa)
    assert spent(till, "new", NOVEMBER) == 2 * 800
    bill = till.counter.record_bill(till.shop.outside.new_id(), friend, Bill(20_000)).bill
    assert spent(till, "new", NOVEMBER) == 2 * 800 + 700
    till.returns.return_bill(bill, 1, 10_000)
    assert spent(till, "new", NOVEMBER) == 2 * 800


acts = st.tuples(
    st.sampled_from(("enrol", "bill", "bill", "bill", "return", "undo", "later")),
    st.integers(0, 5),
    st.sampled_from((9_000, 30_000, 70_000, 160_000)),
)


@settings(
    max_examples=12, phases=[Phase.generate], deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.lists(acts, min_size=6, max_size=20))
def test_what_a_month_paid_is_the_sum_of_what_stands_and_never_more_than_it_has(
    told: list[tuple[str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        world = World()
        till = new_till(Path(folder), world, program=PROGRAM)
        till.days.open()
        members, bills = [enrol(till, 1)], list[UUID]()
        gone: set[UUID] = set()
        for kind, which, amount in told:
            try:
                match kind:
                    case "enrol":
                        members.append(enrol(till, len(members) + 1, members[which % len(members)]))
                    case "bill":
                        who = members[which % len(members)]
                        bills.append(till.counter.record_bill(world.new_id(), who, Bill(amount)).bill)
                    case "return" if bills:
                        bill = till.returns.desk(bills[which % len(bills)]).bill
                        part_vnd = None if amount > bill.left_vnd else amount
                        till.returns.return_bill(bill.id, bill.parts + 1, part_vnd)
                    case "undo":
                        last = till.returns.last()
                        # A return that is undone stands again, whatever was spent meanwhile.
                        if last is not None and last.kind is not ActKind.RETURN:
                            till.returns.undo(last.record)
                            if last.kind is ActKind.ENROLLED and last.member is not None:
                                gone.add(last.member)
                    case _:
                        world.clock.forward(days=3)
                        till.days.open()
            except Refusal:
                continue
            expected: dict[tuple[str, date], int] = {}
            with till.shop.file.read() as connection:
                assert members_out_of_balance(connection) == ()
                for member in set(members) - gone:
                    for bill in bills_of(connection, member, 99):
                        month = till.shop.time.business_day(bill.at).replace(day=1)
                        _add(expected, "keep", month, 100 * (bill.earned - bill.taken_back))
                    for row in gifts_of(connection, member):
                        if not row.gift.is_taken_back:
                            budget = "new" if row.gift.kind is GiftKind.REFERRAL else "keep"
                            _add(
                                expected,
                                budget,
                                row.gift.day.replace(day=1),
                                gives_cost(PROGRAM, row.gift.gives),
                            )
            welcome_vnd = 0
            for month in (NOVEMBER, date(2026, 12, 1), date(2027, 1, 1)):
                assert spent(till, "keep", month) == expected.get(("keep", month), 0) <= KEEP.month_vnd
                new_vnd = spent(till, "new", month)
                assert new_vnd <= NEW.month_vnd
                welcome_vnd += new_vnd - expected.get(("new", month), 0)
            assert welcome_vnd % 700 == 0
            assert 0 <= welcome_vnd <= 700 * len(set(members) - gone)
        assert check(till.shop.file).is_clean
        till.shop.close()


def _add(sums: dict[tuple[str, date], int], budget: str, month: date, by_vnd: int) -> None:
    sums[budget, month] = sums.get((budget, month), 0) + by_vnd
