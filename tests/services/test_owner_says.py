"""A budget that asks the owner: nothing goes over it unasked, and what it paid is right whatever was said."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.engine.acts import BillRecorded
from loyalpos.engine.bills import Bill
from loyalpos.engine.earning import LineKind
from loyalpos.engine.owner import OwnerDecision
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, BonusRule, Budget, BudgetEnd, Cap, Per
from loyalpos.errors import OwnerToAsk, SameIdOtherContent
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.journal import find_record
from tests.shops import World, enrolled, new_till, reopened

MONTH_VND = 2_000
ASKING = Budget("keep", "Khách quen", MONTH_VND, at_end=BudgetEnd.ASK)
PROGRAM = Program(
    0,
    (
        AmountRule("base", per_vnd=10_000),
        AmountRule("more", per_vnd=10_000, points=2, budget="keep"),
    ),
    budgets=(ASKING,),
    point_cost_vnd=100,
)
YES, NO = {"keep": True}, {"keep": False}


def till_with(folder: Path, world: World, program: Program = PROGRAM) -> Till:
    return new_till(folder, world, program=program, stock={})


def paid(till: Till) -> int:
    return till.programs.desk().spent_vnd["keep"]


def recorded(till: Till, record: UUID) -> dict[str, Any]:
    with till.shop.file.read() as connection:
        found = find_record(connection, record)
    assert found is not None
    outcome: dict[str, Any] = json.loads(found.body)["outcome"]
    return outcome


def holds_together(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    assert check(till.shop.file).is_clean


def used_up(till: Till, member: UUID) -> BillRecorded:
    """Spend 1,600 ₫ of the 2,000 ₫; two points cost the next ten thousand."""
    return till.counter.record_bill(till.shop.outside.new_id(), member, Bill(80_000))


def test_a_bill_over_the_budget_is_not_recorded_before_the_owner_was_asked(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world)
    member = enrolled(till)
    assert used_up(till, member).earned == 8 + 16
    action = world.new_id()
    with pytest.raises(OwnerToAsk) as asked:
        till.counter.record_bill(action, member, Bill(50_000))
    # Ten points more than the base; the budget still pays for four of them.
    assert (asked.value.budgets, asked.value.points) == ((("keep", "Khách quen"),), 6)
    assert (paid(till), len(till.returns.bills_of(member))) == (1_600, 1)
    assert till.counter.record_bill(action, member, Bill(50_000), owner_said=YES).earned == 15
    holds_together(till)


@pytest.mark.parametrize(
    ("said", "earned", "spent_vnd", "kinds"),
    [
        (YES, 15, 2_600, [LineKind.AMOUNT, LineKind.AMOUNT, LineKind.OWNER_AGREED]),
        (NO, 9, 2_000, [LineKind.AMOUNT, LineKind.AMOUNT, LineKind.OVER_BUDGET]),
    ],
)
def test_the_answer_decides_and_stands_in_the_record(
    tmp_path: Path, said: dict[str, bool], earned: int, spent_vnd: int, kinds: list[LineKind]
) -> None:
    world = World()
    till = till_with(tmp_path, world)
    member = enrolled(till)
    used_up(till, member)
    action = world.new_id()
    done = till.counter.record_bill(action, member, Bill(50_000), owner_said=said)
    assert (done.earned, paid(till), [line.kind for line in done.lines]) == (earned, spent_vnd, kinds)
    assert recorded(till, action)["owner_decided"] == [
        {"budget": "keep", "agreed": said["keep"], "points": 6}
    ]
    assert till.counter.record_bill(action, member, Bill(50_000), owner_said=said) == replace(
        done, repeated=True
    )
    with pytest.raises(SameIdOtherContent):
        till.counter.record_bill(action, member, Bill(50_000), owner_said={"keep": not said["keep"]})
    till = reopened(till, world)
    assert till.counter.record_bill(action, member, Bill(50_000), owner_said=said).repeated
    assert paid(till) == spent_vnd
    holds_together(till)


def test_the_office_lists_what_was_answered_of_bills_that_stand(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world)
    member = enrolled(till)
    used_up(till, member)
    for total_vnd, said in ((50_000, NO), (20_000, YES), (30_000, YES)):
        done = till.counter.record_bill(world.new_id(), member, Bill(total_vnd), owner_said=said)
    till.returns.undo(done.bill)
    shown = till.programs.desk().owner_answers
    assert [(one.who, one.name, one.total_vnd, one.decision) for one in shown] == [
        ("Lan", "Nguyễn Văn Đức", 20_000, OwnerDecision("keep", True, 4)),  # noqa: FBT003
        ("Lan", "Nguyễn Văn Đức", 50_000, OwnerDecision("keep", False, 6)),  # noqa: FBT003
    ]
    assert shown[0].at > shown[1].at
    world.clock.forward(days=30)
    assert till.programs.desk().owner_answers == ()


def test_an_answer_nobody_needed_is_no_decision(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world)
    action = world.new_id()
    assert till.counter.record_bill(action, enrolled(till), Bill(50_000), owner_said=NO).earned == 15
    assert "owner_decided" not in recorded(till, action)
    assert "owner_said" not in recorded(till, action).get("footing", {})


def test_nobody_is_asked_for_a_bill_of_nobody(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world)
    used_up(till, enrolled(till))
    assert till.counter.record_bill(world.new_id(), None, Bill(900_000)).earned == 0
    assert paid(till) == 1_600


def test_what_one_no_leaves_under_a_cap_is_asked_about_anew(tmp_path: Path) -> None:
    world = World()
    budgets = (ASKING, Budget("new", "Khách mới", 0, at_end=BudgetEnd.ASK))
    program = replace(
        PROGRAM,
        rules=(
            AmountRule("base", per_vnd=10_000, budget="keep"),
            BonusRule("bonus", 9, budget="new"),
        ),
        budgets=budgets,
        caps=(Cap(Per.BILL, 30),),
    )
    till = till_with(tmp_path, world, program)
    member = enrolled(till)
    # 40 + 9, capped at 30: the bonus came last and is cut away, so only one budget is gone over.
    with pytest.raises(OwnerToAsk) as asked:
        till.counter.record_bill(world.new_id(), member, Bill(400_000))
    assert asked.value.budgets == (("keep", "Khách quen"),)
    with pytest.raises(OwnerToAsk) as asked:
        till.counter.record_bill(world.new_id(), member, Bill(400_000), owner_said=NO)
    assert asked.value.budgets == (("new", "Khách mới"),)
    action = world.new_id()
    done = till.counter.record_bill(action, member, Bill(400_000), owner_said={**NO, "new": True})
    assert done.earned == 20 + 9
    assert [one["agreed"] for one in recorded(till, action)["owner_decided"]] == [False, True]


def test_a_bill_moved_keeps_what_the_owner_said_and_asks_where_nothing_was_said(tmp_path: Path) -> None:
    world = World()
    till = till_with(tmp_path, world)
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    first = used_up(till, lan)
    done = till.counter.record_bill(world.new_id(), lan, Bill(50_000), owner_said=YES)
    moved = till.returns.move_bill(done.bill, hoa, world.new_id())
    assert (moved.earned, paid(till)) == (15, 2_600)
    # The first bill was within the budget when it came; now it comes last.
    with pytest.raises(OwnerToAsk):
        till.returns.move_bill(first.bill, hoa, world.new_id())
    assert [one.total_vnd for one in till.returns.bills_of(lan) if not one.whole] == [80_000]
    again = till.returns.move_bill(first.bill, hoa, world.new_id(), owner_said=NO)
    assert (again.earned, paid(till)) == (8 + 10, 2_000)
    holds_together(till)


steps = st.lists(
    st.tuples(
        st.sampled_from(("bill", "bill", "return", "undo", "again")),
        st.sampled_from((9_999, 20_000, 50_000, 85_000, 120_000)),
        st.booleans(),
        st.integers(0, 3),
    ),
    min_size=3,
    max_size=9,
)


@settings(max_examples=25)
@given(steps)
def test_what_the_budget_paid_is_the_sum_of_what_stands(told: list[tuple[str, int, bool, int]]) -> None:
    """Worked out beside: 100 ₫ a point, 2 for ten thousand, no more than is left where the answer is no.

    A return works the rest out with what was left at the time of the bill, and with the same answer.
    """
    with tempfile.TemporaryDirectory() as folder:
        world = World()
        till = till_with(Path(folder), world)
        member = enrolled(till)
        # By bill: total, what is left of it, what the budget had, whether it may go over.
        kept: dict[UUID, tuple[int, int, bool]] = {}
        backs: list[tuple[UUID, UUID, tuple[int, int, bool]]] = []

        def pays(left_vnd: int, room_vnd: int, agrees: bool) -> int:
            points = left_vnd * 2 // 10_000
            return 100 * (points if agrees else min(points, room_vnd // 100))

        for kind, amount_vnd, agrees, which in told:
            world.clock.forward(minutes=20)
            room_vnd = max(0, MONTH_VND - sum(pays(*one) for one in kept.values()))
            bills = list(kept)
            match kind:
                case "bill":
                    action = world.new_id()
                    is_over = pays(amount_vnd, room_vnd, agrees=True) > room_vnd
                    if not is_over:
                        till.counter.record_bill(action, member, Bill(amount_vnd))
                    else:
                        with pytest.raises(OwnerToAsk) as asked:
                            till.counter.record_bill(action, member, Bill(amount_vnd))
                        over = pays(amount_vnd, room_vnd, agrees=True) - pays(
                            amount_vnd, room_vnd, agrees=False
                        )
                        assert asked.value.points * 100 == over
                        said = {"keep": agrees}
                        till.counter.record_bill(action, member, Bill(amount_vnd), owner_said=said)
                    kept[action] = (amount_vnd, room_vnd, agrees or not is_over)
                case "return" | "undo" if bills:
                    bill = bills[-1 - which % len(bills)]
                    left_vnd, had_vnd, may = kept[bill]
                    if not left_vnd:
                        continue
                    part_vnd = None if kind == "undo" else max(1, left_vnd // 2)
                    part = till.returns.desk(bill).bill.parts + 1
                    back = till.returns.return_bill(bill, part, part_vnd)
                    backs.append((back.reversal, bill, kept[bill]))
                    kept[bill] = (0 if part_vnd is None else left_vnd - part_vnd, had_vnd, may)
                case "again" if backs:
                    reversal, bill, before = backs.pop()
                    till.returns.undo(reversal)
                    kept[bill] = before
                case _:
                    continue
            assert paid(till) == sum(pays(*one) for one in kept.values())
        holds_together(till)
        till.shop.close()
