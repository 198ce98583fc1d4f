"""An old paper card is swapped in once, with a reason, and taken out again as if it had never been."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.engine.program import Gift, Program, ServiceReward
from loyalpos.engine.rules import AmountRule, StampRule
from loyalpos.engine.side_programs import Membership, StampCard, VoucherKind
from loyalpos.engine.stamps import SwapProblem, paper_card_id
from loyalpos.errors import NothingToUndo, StampsNotSwappable
from loyalpos.services.till import Till
from loyalpos.store.check import check
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.journal import find_record
from tests.shops import World, enrolled, new_till, reopened

CARD = StampCard("nine", "Mua 9 tặng 1", 9, "coffee")
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000), StampRule("stamp", "nine")),
    rewards=(Gift("coffee", "Tặng 1 bạc xỉu", 300),),
    stamp_cards=(CARD,),
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def till(tmp_path: Path, world: World) -> Till:
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.days.open()
    return till


def holds_together(till: Till) -> None:
    with till.shop.file.read() as connection:
        assert members_out_of_balance(connection) == ()
    assert check(till.shop.file).is_clean


def test_the_stamps_of_a_paper_card_join_those_of_bills_and_come_once(till: Till, world: World) -> None:
    lan, hoa = enrolled(till, "0911111111"), enrolled(till, "0922222222")
    till.counter.record_bill(world.new_id(), lan, Bill(10_000))
    given = till.stamps.swap_in(lan, "nine", 6, " thẻ giấy  số 12 ")
    assert (given.stamps, given.card, given.repeated) == (6, CARD.name, False)
    assert till.counter.desk(lan).units == {"nine": 7}
    again = till.stamps.swap_in(lan, "nine", 6, "thẻ giấy số 12")
    assert again == replace(given, repeated=True)
    for stamps, member, why in (
        (5, lan, SwapProblem.SWAPPED_ALREADY),
        (10, hoa, SwapProblem.MORE_THAN_A_CARD),
        (0, hoa, SwapProblem.NO_STAMPS),
    ):
        with pytest.raises(StampsNotSwappable) as refused:
            till.stamps.swap_in(member, "nine", stamps, "thẻ giấy")
        assert refused.value.why is why
    assert till.stamps.cards_to_swap(lan) == ()
    assert till.stamps.cards_to_swap(hoa) == (CARD,)
    assert till.counter.desk(lan).units == {"nine": 7}
    holds_together(till)


def test_no_stamps_without_a_reason_and_the_reason_is_private(till: Till) -> None:
    lan = enrolled(till)
    with pytest.raises(StampsNotSwappable) as refused:
        till.stamps.swap_in(lan, "nine", 6, "  ")
    assert refused.value.why is SwapProblem.NO_REASON
    till.stamps.swap_in(lan, "nine", 6, "chị Lan nhà số 5")
    with till.shop.file.read() as connection:
        record = find_record(connection, paper_card_id(lan, "nine"))
    assert record is not None
    assert b"nh\xc3\xa0 s" not in record.body
    assert "nhà số 5" in (record.private or b"").decode()


def test_it_is_undone_like_the_last_thing_done_and_may_come_again(till: Till, world: World) -> None:
    lan = enrolled(till)
    till.stamps.swap_in(lan, "nine", 6, "thẻ giấy")
    (act, _joined) = till.returns.acts()
    assert (act.kind, act.units, act.rewards, act.member) == (ActKind.STAMPS, 6, (CARD.name,), lan)
    till.returns.undo_last()
    assert till.counter.desk(lan).units == {}
    assert till.returns.acts()[0].undone
    with pytest.raises(NothingToUndo):
        till.returns.undo(act.record)
    assert till.stamps.swap_in(lan, "nine", 4, "đếm lại").record != act.record
    assert till.counter.desk(lan).units == {"nine": 4}
    holds_together(till)
    again = reopened(till, world)
    assert again.counter.desk(lan).units == {"nine": 4}
    assert again.stamps.cards_to_swap(lan) == ()


def test_a_card_nobody_collects_takes_none(till: Till) -> None:
    lan = enrolled(till)
    till.shop.publish(replace(PROGRAM, rules=PROGRAM.rules[:1], stamp_cards=()))
    with pytest.raises(StampsNotSwappable) as refused:
        till.stamps.swap_in(lan, "nine", 6, "thẻ giấy")
    assert refused.value.why is SwapProblem.NOT_COLLECTED


def asked(till: Till, member: UUID) -> list[str]:
    """What the file is asked while a member is shown."""
    said: list[str] = []
    with till.shop.file.read() as connection:
        driver: Any = connection.driver
    driver.set_trace_callback(said.append)
    till.counter.desk(member)
    driver.set_trace_callback(None)
    return said


def test_a_shop_without_them_is_asked_nothing_and_one_with_them_once(tmp_path: Path, world: World) -> None:
    tables = ("unit_entry", "voucher", "membership_sale", "service_done", "instr(redemptions")
    plain = new_till(tmp_path / "plain", world)
    assert not [one for one in asked(plain, enrolled(plain)) if any(table in one for table in tables)]
    rich = replace(
        PROGRAM,
        rewards=(*PROGRAM.rewards, ServiceReward("wash", "Gội đầu", 5)),
        vouchers=(VoucherKind("next", "Mời lại", 30, 20_000),),
        memberships=(Membership("vip", "Thẻ VIP", 199_000),),
    )
    till = new_till(tmp_path / "rich", world, program=rich, stock={})
    said = asked(till, enrolled(till))
    assert [sum(table in one for one in said) for table in tables] == [1, 1, 1, 0, 1]
