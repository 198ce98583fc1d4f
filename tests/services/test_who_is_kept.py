"""What keeps a member who stays away, how long it does, and what is looked at once more before the deed."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.occasions import Gives, SurveyGift
from loyalpos.engine.program import PartPaid, ServiceReward
from loyalpos.engine.requests import PersonalRequest, RequestKind, RequestStep, Wish
from loyalpos.engine.side_programs import Membership
from loyalpos.engine.staff import Role
from loyalpos.services.till import Till
from tests.shops import PROGRAM, World, days_later, enrolled, new_till

LONG = Membership("long", "Thẻ ba năm", 900_000, 36)
SERVED = replace(
    PROGRAM,
    memberships=(LONG,),
    part_paid=PartPaid.AS_PAID,
    rewards=(ServiceReward("nails", "Làm móng", 10),),
    occasions=(SurveyGift("menu", Gives(points=30), "Món mới"),),
)
NEVER_BEFORE = 760
"""Days after which somebody who was here on the first is due, and nobody who was heard of since."""


@pytest.fixture
def world() -> World:
    return World(seed=7)


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world, program=SERVED)
    till.days.open()
    return till


def named(till: Till, number: int) -> UUID:
    return enrolled(till, f"09111111{number:02d}", f"Vắng Mặt {number}")


def listed(till: Till) -> set[UUID]:
    return {one.member for one in till.retention.listed().shown}


def asked(till: Till, member: UUID) -> PersonalRequest:
    wish = Wish(RequestKind.SEE, till.shop.time.business_day(till.shop.now()), member)
    return till.requests.receive(till.shop.outside.new_id(), wish)


def test_a_membership_keeps_whoever_has_it_until_the_day_it_is_over(till: Till, world: World) -> None:
    has, free = named(till, 1), named(till, 2)
    sold = till.memberships.sell(has, "long", world.new_id())
    until = sold.sold.until
    assert until is not None
    today = till.shop.time.business_day(till.shop.now())
    days_later(till, world, NEVER_BEFORE)
    assert listed(till) == {free}
    days_later(till, world, (until - today).days - NEVER_BEFORE - 1)
    assert listed(till) == {free}, "its last day"
    days_later(till, world, 1)
    assert listed(till) == {has, free}
    till.shop.close()


def test_whoever_works_here_no_more_is_a_member_like_any_other(till: Till, world: World) -> None:
    works, left = named(till, 1), named(till, 2)
    till.staff.add(world.new_id(), "Hoa", Role.CASHIER, works)
    till.staff.leave(till.staff.add(world.new_id(), "Lan", Role.CASHIER, left).id)
    days_later(till, world, NEVER_BEFORE)
    assert listed(till) == {left}
    till.shop.close()


def test_whoever_asked_for_something_or_got_somebody_to_agree_is_heard_of(till: Till, world: World) -> None:
    asks, young, silent = (named(till, number) for number in range(1, 4))
    days_later(till, world, 700)
    till.requests.step(asked(till, asks).id, RequestStep.DONE)
    till.consents.say_under_age(young, on=True, guardian="Trần Thị Mai")
    days_later(till, world, NEVER_BEFORE - 700)
    assert listed(till) == {silent}
    till.shop.close()


def test_whoever_brings_back_pays_is_served_or_answers_is_heard_of(till: Till, world: World) -> None:
    brings, pays, served, answers, silent = (named(till, number) for number in range(1, 6))
    bought, owed, nails = (
        till.counter.record_bill(world.new_id(), whose, bill, taken).bill
        for whose, bill, taken in (
            (brings, Bill(250_000), ()),
            (pays, Bill(90_000, paid_vnd=10_000), ()),
            (served, Bill(250_000), (Taken("nails"),)),
        )
    )
    days_later(till, world, 700)
    till.returns.return_bill(bought, 1, 50_000)
    till.payments.pay(world.new_id(), owed, 80_000)
    till.done.tick(served, nails, "nails")
    till.surveys.answer(answers, "menu")
    days_later(till, world, NEVER_BEFORE - 700)
    assert listed(till) == {silent}
    till.shop.close()


def test_whoever_takes_a_reward_without_buying_is_heard_of(till: Till, world: World) -> None:
    takes, silent = named(till, 1), named(till, 2)
    days_later(till, world, 300)
    till.counter.record_bill(world.new_id(), takes, Bill(0), (Taken("nails"),))
    days_later(till, world, NEVER_BEFORE - 300)
    assert listed(till) == {silent}
    till.shop.close()


def test_two_who_are_one_are_kept_by_what_is_open_and_not_by_what_is_done(till: Till, world: World) -> None:
    for number, step in ((1, RequestStep.DONE), (3, None)):
        stays, goes = named(till, number), named(till, number + 1)
        wish = asked(till, goes)
        if step is not None:
            till.requests.step(wish.id, step)
        till.merging.merge(stays, goes)
    days_later(till, world, NEVER_BEFORE)
    assert {one.name for one in till.retention.listed().shown} == {"Vắng Mặt 1"}
    till.shop.close()


def test_whoever_became_one_with_somebody_kept_since_they_were_listed_stays(
    tmp_path: Path, till: Till, world: World
) -> None:
    due, held = named(till, 1), named(till, 2)
    till.erasures.hold(held, "tranh chấp")
    days_later(till, world, NEVER_BEFORE)
    assert till.retention.due() == (due,)
    till.merging.merge(due, held)
    assert till.retention.make_nameless((due,), tmp_path / "backups", lambda _done, _whole: True) == 0
    assert till.members.member(due).name == "Vắng Mặt 1"
    till.shop.close()


def test_after_never_comes_a_month_to_look_at_the_list(tmp_path: Path, till: Till, world: World) -> None:
    away = named(till, 1)
    till.retention.choose(0, 30, automatic=True)
    days_later(till, world, NEVER_BEFORE)
    till.retention.choose(24, 30, automatic=True)
    till.days.close(tmp_path / "backups")
    assert till.erasures.erased() == (), "on no list so far"
    days_later(till, world, 30)
    till.days.close(tmp_path / "backups")
    assert [gone.member for gone in till.erasures.erased()] == [away]
    till.shop.close()


def test_the_close_of_a_day_writes_down_nothing_where_nothing_is_old(
    tmp_path: Path, till: Till, world: World
) -> None:
    till.my_data.note(named(till, 1), "page")
    kinds = []
    for days in (0, 300, 366):
        days_later(till, world, days)
        till.days.close(tmp_path / "backups")
        with till.shop.file.read() as connection:
            found = connection.driver.execute("SELECT count(*) FROM record WHERE kind = 'accesses_dropped'")
            kinds.append(found.fetchone()[0])
    assert kinds == [0, 0, 1]
    till.shop.close()
