"""A program beside others ends: the counter says what becomes of what it gave, and honours it until then."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.points_end import PointsEnd
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.rules import AmountRule, StampRule, TicketRule, VoucherRule
from loyalpos.engine.side_programs import AtEnd, Draw, Plan, Prize, StampCard, VoucherKind
from loyalpos.errors import RewardNotTakeable, VoucherNotTakeable
from loyalpos.store.check import check
from tests.shops import World, enrolled, new_till
from tests.ui.test_counter_held import held
from tests.ui.till_desk import TillDesk

AUTUMN = Plan("autumn", "Mùa thu", date(2026, 11, 1), date(2026, 12, 1), AtEnd.HONOURED, 10)
PROGRAM = Program(
    0,
    (
        AmountRule("base", per_vnd=10_000),
        AmountRule("more", per_vnd=20_000, plan="autumn"),
        StampRule("stamp", "two", plan="autumn"),
        TicketRule("ticket", "leaves", plan="autumn"),
        VoucherRule("thanks", "next", plan="autumn"),
    ),
    rewards=(Gift("tea", "Trà sen", 10, plan="autumn"),),
    plans=(AUTUMN,),
    stamp_cards=(StampCard("two", "Mua 2 tặng 1", 2, "tea", plan="autumn"),),
    draws=(Draw("leaves", "Rút lá thu", date(2026, 11, 30), (Prize("Bình giữ nhiệt"),), plan="autumn"),),
    vouchers=(VoucherKind("next", "Phiếu thu", 90, value_vnd=10_000, plan="autumn"),),
)


def opened(qtbot: QtBot, folder: Path, world: World, plan: Plan) -> tuple[TillDesk, UUID]:
    program = replace(PROGRAM, plans=(plan,))
    desk = TillDesk(qtbot, folder, till=new_till(folder, world, program=program, stock={}), world=world)
    desk.open()
    duc = enrolled(desk.till)
    for _ in range(3):
        desk.till.counter.record_bill(world.new_id(), duc, Bill(40_000))
    return desk, duc


def said_to(desk: TillDesk, duc: UUID) -> str:
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    desk.type(desk.till.members.member(duc).phone or "")
    desk.enter()
    desk.settle()
    return " | ".join(held(desk))


def take_tea(desk: TillDesk, duc: UUID, card: str = "") -> UUID:
    return desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(0), (Taken("tea", card=card),)).bill


def test_what_a_program_gave_is_honoured_as_it_says(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    desk, duc = opened(qtbot, tmp_path, world, AUTUMN)
    points = desk.balance(duc)
    assert "“Mùa thu” runs to 30/11/2026: what it gave is honoured to 10/12/2026" in said_to(desk, duc)
    world.clock.forward(days=10)
    desk.till.days.open()
    said = said_to(desk, duc)
    assert "“Mùa thu” has ended: what it gave is honoured to 10/12/2026, points stay" in said
    assert desk.balance(duc) == points
    # The shop's own rule goes on, those of the ended program give nothing more.
    later = desk.till.counter.record_bill(world.new_id(), duc, Bill(40_000))
    assert later.earned == 4
    assert desk.till.counter.desk(duc).units == {"two": 3, "leaves": 3}
    take_tea(desk, duc, "two")
    back = take_tea(desk, duc)
    desk.till.returns.undo(back)
    (code, *_) = (one.voucher.code for one in desk.till.counter.desk(duc).vouchers)
    assert desk.till.counter.record_bill(world.new_id(), duc, Bill(40_000), (), (code,)).due_vnd == 30_000
    world.clock.forward(days=8)
    desk.till.days.open()
    said = said_to(desk, duc)
    assert "“Mùa thu” is over: 1\u00a0stamp expired, points stay" in said
    with pytest.raises(RewardNotTakeable):
        take_tea(desk, duc)
    with pytest.raises(RewardNotTakeable):
        take_tea(desk, duc, "two")
    assert desk.till.counter.desk(duc).vouchers == ()
    world.clock.forward(days=30)
    desk.till.days.open()
    assert "Mùa thu" not in said_to(desk, duc)
    # A draw that was announced is held, whatever became of the program that brought it.
    desk.till.draws.close("leaves")
    assert len(desk.till.draws.hold("leaves").winners) == 1
    assert check(desk.till.shop.file).is_clean
    desk.assert_calm()
    desk.close()


def test_the_counter_says_until_when_the_points_are_given_and_good(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    program = replace(
        PROGRAM, plans=(), rules=PROGRAM.rules[:1], rewards=(), stamp_cards=(), draws=(), vouchers=()
    )
    ending = replace(program, points_end=PointsEnd(date(2026, 11, 25), date(2026, 11, 30)))
    desk = TillDesk(qtbot, tmp_path, till=new_till(tmp_path, world, program=ending, stock={}), world=world)
    desk.open()
    duc = enrolled(desk.till)
    desk.till.counter.record_bill(world.new_id(), duc, Bill(40_000))
    said = said_to(desk, duc)
    assert "Points are given up to 25/11/2026; those collected are good up to 30/11/2026" in said
    for days, words in ((3, "No more points are given; those collected"), (5, "ended on 30/11/2026")):
        for _ in range(days):
            world.clock.forward(days=1)
            desk.till.days.open()
        assert words in said_to(desk, duc)
    assert desk.balance(duc) == 0
    desk.till.programs.publish_draft(
        replace(program, points_end=PointsEnd(date(2026, 12, 2))), date(2026, 12, 1)
    )
    assert "Points are given up to 02/12/2026; those collected stay" in said_to(desk, duc)
    for _ in range(2):
        world.clock.forward(days=1)
        desk.till.days.open()
    assert "No more points are given since 02/12/2026; those collected stay" in said_to(desk, duc)
    desk.assert_calm()
    desk.close()


def test_what_a_program_gave_is_gone_where_it_says_so(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    desk, duc = opened(qtbot, tmp_path, world, replace(AUTUMN, at_end=AtEnd.GONE))
    assert "“Mùa thu” runs to 30/11/2026: what it gave is gone then, points stay" in said_to(desk, duc)
    (code, *_) = (one.voucher.code for one in desk.till.counter.desk(duc).vouchers)
    world.clock.forward(days=8)
    desk.till.days.open()
    assert "“Mùa thu” is over: 3\u00a0stamps" in said_to(desk, duc)
    with pytest.raises(RewardNotTakeable):
        take_tea(desk, duc, "two")
    with pytest.raises(VoucherNotTakeable):
        desk.till.counter.show_voucher(code, duc)
    desk.assert_calm()
    desk.close()
