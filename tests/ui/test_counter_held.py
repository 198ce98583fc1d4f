"""What a member has beside points stands at the counter, and a full stamp card is taken by its key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import AmountOff, Gift, Program
from loyalpos.engine.rules import AmountRule, StampRule, TicketRule, VoucherRule
from loyalpos.engine.side_programs import Draw, Prize, StampCard, VoucherKind
from loyalpos.ui.counter.held_box import HeldBox
from loyalpos.ui.widgets.marks import Chip
from loyalpos.ui.widgets.stamps import StampRow
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.shops import PROGRAM as PLAIN
from tests.shops import World, enrolled, new_till
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]

PROGRAM = Program(
    0,
    (
        AmountRule("base", per_vnd=10_000),
        StampRule("stamp", "nine"),
        TicketRule("ticket", "tet", 1, per_vnd=50_000),
        VoucherRule("thanks", "next"),
    ),
    rewards=(
        Gift("coffee", "Tặng 1 bạc xỉu", 300),
        AmountOff("off", "Giảm 20.000 ₫", 200, 20_000),
    ),
    stamp_cards=(StampCard("nine", "Mua 4 tặng 1", 4, "coffee"),),
    draws=(Draw("tet", "Quay số Tết", date(2027, 1, 30), (Prize("Lì xì"),)),),
    vouchers=(VoucherKind("next", "Phiếu mời lại", 30, rate_bp=1_000, cap_vnd=20_000, minimum_vnd=50_000),),
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


def held(desk: TillDesk) -> list[str]:
    """What stands in the box, in order of its kinds: labels, then remarks."""
    box = desk.screen.findChild(HeldBox)
    if box is None or not box.isVisible():
        return []
    parts: list[QWidget] = [*box.findChildren(QLabel), *box.findChildren(Chip)]
    return [one.text() for one in parts if isinstance(one, QLabel | Chip) and one.isVisible()]


def buy(desk: TillDesk, duc: UUID, times: int) -> None:
    for _ in range(times):
        desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(50_000))


def stand_there(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()


def test_stamps_tickets_and_vouchers_are_shown(desk: TillDesk, duc: UUID) -> None:
    buy(desk, duc, 3)
    stand_there(desk, duc)
    said = " | ".join(held(desk))
    assert "Mua 4 tặng 1 | 3/4 | 1 more: Tặng 1 bạc xỉu" in said
    assert "Tickets for Quay số Tết: 3" in said
    assert (
        "3 × Phiếu mời lại, until 23/12: 10% off, at most 20.000 ₫, on bills from 50.000 ₫"
        in said.replace("\u00a0", " ")
    )
    (stamps,) = desk.screen.member.findChildren(StampRow)
    assert stamps.accessibleName() == "3/4"
    desk.fold()
    assert "3/4" in held(desk)


def test_in_the_strip_what_a_member_has_stands_below_the_amount(desk: TillDesk, duc: UUID) -> None:
    buy(desk, duc, 3)
    desk.fold()
    stand_there(desk, duc)
    box = desk.screen.findChild(HeldBox)
    assert box is not None
    above, amount, below = (
        one.mapTo(desk.screen, QPoint(0, 0)).y() for one in (desk.screen.member, desk.screen.bill, box)
    )
    assert above < amount < below
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert not box.isVisible()


def test_a_note_in_large_letters_has_a_line_of_its_own(
    desk: TillDesk, duc: UUID, themed: QApplication
) -> None:
    desk.till.members.change(
        duc,
        name="Đức",
        phone=Phone("0912345678"),
        birthday=None,
        note="Dị ứng đậu phộng, hay ngồi bàn 5 cạnh cửa sổ.",
    )
    stand_there(desk, duc)
    note = next(one for one in desk.screen.member.findChildren(QLabel) if "Dị ứng" in one.text())
    wide = note.width()
    apply_theme(themed, Scheme.LIGHT, 150)
    desk.settle()
    assert note.width() > wide


def test_a_full_card_is_taken_by_the_number_of_its_reward_and_costs_no_point(
    desk: TillDesk, duc: UUID
) -> None:
    buy(desk, duc, 5)
    stand_there(desk, duc)
    assert "Full cards: 1 – F6: Tặng 1 bạc xỉu" in held(desk)
    balance = desk.balance(duc)
    desk.type("30")
    desk.press(Qt.Key.Key_F6)
    desk.type("1")
    desk.settle()
    shown = [label.text() for label in desk.screen.bill.findChildren(QLabel) if label.isVisible()]
    assert any("Tặng 1 bạc xỉu (−4\u00a0stamps)" in text for text in shown)
    desk.enter()
    desk.settle()
    assert "Tặng 1 bạc xỉu (−4\u00a0stamps)" in desk.banner
    assert desk.balance(duc) == balance + 3
    assert desk.till.counter.desk(duc).units["nine"] == 2
    desk.undo()
    desk.settle()
    assert desk.till.counter.desk(duc).units["nine"] == 5
    assert desk.balance(duc) == balance


def test_a_hidden_reward_moves_no_number_of_another(desk: TillDesk, duc: UUID) -> None:
    buy(desk, duc, 4)
    hidden = Gift("coffee", "Tặng 1 bạc xỉu", 300, hidden=True)
    desk.till.shop.publish(
        Program(
            0,
            PROGRAM.rules,
            rewards=(hidden, PROGRAM.rewards[1]),
            stamp_cards=PROGRAM.stamp_cards,
            draws=PROGRAM.draws,
            vouchers=PROGRAM.vouchers,
        )
    )
    stand_there(desk, duc)
    rows = desk.screen.rewards.rows
    assert [rows.row(at).title for at in range(rows.count())] == ["Giảm 20.000 ₫", "Tặng 1 bạc xỉu"]
    desk.press(Qt.Key.Key_F6)
    desk.type("2")
    desk.enter()
    desk.settle()
    assert "nine" not in desk.till.counter.desk(duc).units


def test_a_shop_without_them_neither_asks_nor_shows(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    world = World()
    till = new_till(tmp_path / "plain", world, program=PLAIN)
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    duc = enrolled(till)
    buy(desk, duc, 1)
    stand_there(desk, duc)
    assert desk.screen.member.findChild(HeldBox) is None
    desk.assert_calm()
    desk.close()
