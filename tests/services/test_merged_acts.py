"""What was done for somebody who was merged since is taken back from who has it now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.occasions import Gives, SurveyGift
from loyalpos.engine.program import Gift, Program, ServiceReward
from loyalpos.engine.rules import AmountRule, StampRule
from loyalpos.engine.side_programs import Membership, StampCard, VoucherKind
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from tests.services.test_memberships import ends, sell
from tests.shops import World, enrolled, new_till

PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000), StampRule("stamp", "nine")),
    rewards=(Gift("coffee", "Tặng 1 bạc xỉu", 300), ServiceReward("wash", "Gội đầu", 5)),
    stamp_cards=(StampCard("nine", "Mua 9 tặng 1", 9, "coffee"),),
    vouchers=(VoucherKind("sorry", "Xin lỗi khách", 14, value_vnd=30_000),),
    occasions=(SurveyGift("menu", Gives(points=30, voucher="sorry"), "Món mới"),),
    memberships=(Membership("vip", "Thẻ VIP", 365_000, 12, 500, "Nước ép", fee_earns=True),),
)


@pytest.fixture
def till(tmp_path: Path) -> Till:
    till = new_till(tmp_path, World(), program=PROGRAM, stock={})
    till.days.open()
    return till


def _buys_a_service(till: Till, whose: UUID) -> None:
    till.counter.record_bill(till.shop.outside.new_id(), whose, Bill(90_000), (Taken("wash"),))


def _tick(till: Till, whose: UUID) -> None:
    (service,) = till.counter.desk(whose).services
    till.done.tick(whose, service.bill, service.reward)


ACTS: dict[str, Callable[[Till, UUID], object]] = {
    "stamps": lambda till, whose: till.stamps.swap_in(whose, "nine", 6, "thẻ giấy"),
    "survey": lambda till, whose: till.surveys.answer(whose, "menu"),
    "voucher": lambda till, whose: till.personal_vouchers.give(
        till.shop.outside.new_id(), whose, "sorry", "đợi món"
    ),
    "membership": sell,
    "membership ended": lambda till, whose: till.memberships.end(whose, ends(till, whose)[0].ended.sold.id),
    "service": _tick,
    "bill": lambda till, whose: till.counter.record_bill(till.shop.outside.new_id(), whose, Bill(90_000)),
}
BEFORE: dict[str, Callable[[Till, UUID], object]] = {"membership ended": sell, "service": _buys_a_service}


def has(till: Till, whose: UUID) -> object:
    desk = till.counter.desk(whose)
    held = [one.ended.sold.membership for one in ends(till, whose)]
    vouchers = [one.voucher.code for one in till.personal_vouchers.of(whose).open]
    return desk.account.balance, desk.units, held, vouchers, desk.services, desk.surveys


def holds_together(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    report = check(till.shop.file)
    assert report.is_clean, report


@pytest.mark.parametrize("name", ACTS)
def test_an_act_of_who_went_is_taken_back_from_who_stays(till: Till, name: str) -> None:
    stays, goes = enrolled(till, "0911111111", "Hoa"), enrolled(till, "0922222222")
    till.counter.record_bill(till.shop.outside.new_id(), goes, Bill(900_000))
    if name in BEFORE:
        BEFORE[name](till, goes)
    first = till.merging.merge(stays, goes)
    without = has(till, stays)
    till.merging.undo(first.id)
    ACTS[name](till, goes)
    act = till.returns.last()
    assert act is not None
    till.merging.merge(stays, goes)
    assert has(till, stays) != without
    undone = till.returns.undo(act.record)
    assert has(till, stays) == without
    assert (undone.act.member, undone.act.name) == (stays, "Hoa")
    assert undone.balance == till.counter.desk(stays).account.balance
    holds_together(till)
