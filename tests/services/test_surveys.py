"""What a survey brings is given by hand, once for each survey and member, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.engine.occasions import Gives, SurveyGift
from loyalpos.engine.program import Program
from loyalpos.engine.program_document import program_from_json, program_to_json
from loyalpos.engine.rules import AmountRule, Budget, BudgetEnd
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.errors import CannotUndo, MemberGone, NothingToUndo, SurveyNotPaid
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.vouchers import vouchers_given_by
from tests.services.test_gift_budgets import NOVEMBER, spent
from tests.shops import World, enrolled, new_till, reopened

GIFT = VoucherKind("v20", "Giảm 20.000", 30, value_vnd=20_000)
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    vouchers=(GIFT,),
    occasions=(
        SurveyGift("menu", Gives(points=30), "Món mới"),
        SurveyGift("talk", Gives(points=5, voucher="v20"), "Phỏng vấn"),
    ),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.days.open()
    return till


def test_each_survey_is_paid_once_to_each_member(till: Till, world: World) -> None:
    lan, hoa = enrolled(till), enrolled(till, "0911111111", "Hoa")
    assert [one.name for one in till.counter.desk(lan).surveys] == ["Món mới", "Phỏng vấn"]
    till.counter.record_bill(world.new_id(), lan, Bill(20_000))
    assert till.counter.desk(lan).spendable == 2, "nothing is given before it was answered"
    done = till.surveys.answer(lan, "menu")
    assert (done.gift.gives.points, done.repeated) == (30, False)
    again = till.surveys.answer(lan, "menu")
    assert (again.repeated, again.record) == (True, done.record)
    assert till.counter.desk(lan).spendable == 32
    assert [one.id for one in till.counter.desk(lan).surveys] == ["talk"]
    assert [one.id for one in till.counter.desk(hoa).surveys] == ["menu", "talk"]
    till.surveys.answer(lan, "talk")
    desk = till.counter.desk(lan)
    assert (desk.spendable, len(desk.vouchers)) == (37, 1)
    assert check(till.shop.file).is_clean
    assert reopened(till, world).counter.desk(lan).surveys == ()


def test_the_chord_takes_it_back_and_it_may_be_given_again(till: Till) -> None:
    lan = enrolled(till)
    done = till.surveys.answer(lan, "talk")
    act = till.returns.last()
    assert act is not None
    assert (act.kind, act.earned, act.rewards) == (ActKind.SURVEY, 5, ("survey", "Phỏng vấn"))
    undone = till.returns.undo_last()
    assert (undone.act.record, undone.balance) == (done.record, 0)
    assert till.counter.desk(lan).vouchers == ()
    with pytest.raises(NothingToUndo):
        till.returns.undo(done.record)
    second = till.surveys.answer(lan, "talk")
    assert second.record != done.record
    desk = till.counter.desk(lan)
    assert (desk.spendable, len(desk.vouchers)) == (5, 1)
    assert check(till.shop.file).is_clean


def test_what_was_used_of_it_is_not_taken_back(till: Till, world: World) -> None:
    lan = enrolled(till)
    done = till.surveys.answer(lan, "talk")
    with till.shop.file.read() as connection:
        (given,) = vouchers_given_by(connection, done.record)
    till.counter.record_bill(world.new_id(), lan, Bill(90_000), vouchers=(given.voucher.code,))
    with pytest.raises(CannotUndo):
        till.returns.undo(done.record)


@pytest.mark.parametrize("at_end", [BudgetEnd.STOP, BudgetEnd.ASK])
def test_a_survey_that_no_budget_pays_for_any_more_stays_open(tmp_path: Path, at_end: BudgetEnd) -> None:
    program = replace(
        PROGRAM, budgets=(Budget("keep", "Giữ khách", 3_500, at_end=at_end),), point_cost_vnd=100
    )
    till = new_till(tmp_path, World(), program=program, stock={})
    lan, hoa = enrolled(till), enrolled(till, "0911111111", "Hoa")
    till.surveys.answer(lan, "menu")
    assert spent(till, "keep", NOVEMBER) == 3_000
    if at_end is BudgetEnd.STOP:
        with pytest.raises(SurveyNotPaid) as refused:
            till.surveys.answer(hoa, "menu")
        assert refused.value.budget == "Giữ khách"
        assert len(till.counter.desk(hoa).surveys) == 2
        assert spent(till, "keep", NOVEMBER) == 3_000
    else:
        gift = till.surveys.answer(hoa, "menu").gift
        assert gift.over is not None
        assert (gift.gives.points, spent(till, "keep", NOVEMBER)) == (30, 6_000)
    till.returns.undo_last()
    assert spent(till, "keep", NOVEMBER) == (0 if at_end is BudgetEnd.STOP else 3_000)


def test_only_a_survey_of_the_program_of_today_is_paid(till: Till, world: World) -> None:
    lan = enrolled(till)
    for what in ("gone", "v20"):
        with pytest.raises(SurveyNotPaid):
            till.surveys.answer(lan, what)
    with pytest.raises(MemberGone):
        till.surveys.answer(world.new_id(), "menu")


def test_a_survey_is_written_and_read_as_it_was() -> None:
    assert program_from_json(program_to_json(PROGRAM)) == PROGRAM
