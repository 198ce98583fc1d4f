"""How many keys a cashier presses: counted from the idle window, wherever the focus is, without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.ui.counter.screen import View
from tests.shops import enrolled
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk, duc

__all__ = ["duc"]


@pytest.fixture(params=["window", "strip"])
def desk(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, request: pytest.FixtureRequest
) -> Iterator[TillDesk]:
    desk = TillDesk(qtbot, tmp_path)
    enrolled(desk.till, "0911111111", "Trần Thị Mai")
    desk.open()
    if request.param == "strip":
        desk.fold()
    yield desk
    desk.assert_calm()
    desk.close()


def starts(desk: TillDesk) -> Iterator[tuple[str, QWidget]]:
    """Put the focus on every control of the idle window in turn."""
    names = [control.accessibleName() for control in desk.controls()]
    assert len(names) >= 5
    assert len(set(names)) == len(names), "two controls with one name"
    for name in names:
        control = next(one for one in desk.controls() if one.accessibleName() == name)
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        assert desk.focus is control, name
        assert desk.screen.view is View.IDLE
        desk.keys = 0
        # The next customer: the same card at once would be a scanner's double read.
        KEYBOARD.clock.advance(5_000)
        yield name, control


def test_a_scan_the_digits_and_enter_earn(desk: TillDesk, duc: UUID) -> None:
    card = desk.card(duc)
    for name, _ in starts(desk):
        before = desk.balance(duc)
        desk.scan(card)
        desk.type("125")
        desk.enter()
        desk.settle()
        assert desk.balance(duc) == before + 12, name
        assert desk.keys == len("125") + 1, name
        assert desk.banner.startswith("+12 · Nguyễn Văn Đức"), name


def test_four_digits_of_the_phone_and_enter_find_the_top_row(desk: TillDesk, duc: UUID) -> None:
    for name, _ in starts(desk):
        desk.type("5678")
        desk.enter()
        desk.settle()
        assert desk.keys == 5, name
        assert desk.flow.open_member == duc, name
        desk.type("85")
        desk.enter()
        desk.settle()
        assert desk.keys == 5 + 3, name
        assert desk.screen.view is View.IDLE, name


def test_enter_before_the_list_is_there_never_takes_who_was_listed_before(desk: TillDesk, duc: UUID) -> None:
    desk.screen.focus_box()
    desk.type("1111")
    desk.settle()
    desk.screen.box.selectAll()
    desk.type("5678")
    desk.enter()
    desk.settle()
    assert desk.flow.open_member == duc


def test_two_keys_take_the_best_reward_into_the_bill(desk: TillDesk, duc: UUID) -> None:
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(10_000_000))
    points = desk.balance(duc)
    assert points == 1_020
    for name, _ in starts(desk):
        desk.scan(desk.card(duc))
        desk.type("125")
        desk.settle()
        desk.keys = 0
        desk.press(Qt.Key.Key_F6)
        desk.type("1")
        assert desk.keys == 2, name
        desk.enter()
        desk.settle()
        assert desk.balance(duc) == points - 500 + 7, name
        assert "75.000" in desk.banner, name
        desk.undo()
        desk.settle()
        assert desk.balance(duc) == points, name


def test_one_chord_undoes_the_last_thing_and_names_it(desk: TillDesk, duc: UUID) -> None:
    before = desk.balance(duc)
    for name, control in starts(desk):
        desk.scan(desk.card(duc))
        desk.type("125")
        desk.enter()
        desk.settle()
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        desk.keys = 0
        desk.undo()
        desk.settle()
        assert desk.keys == 1
        assert desk.balance(duc) == before, name
        assert "125.000" in desk.banner, name
        assert "Nguyễn Văn Đức" in desk.banner, name


def test_a_blank_card_ten_digits_enter_and_space_enrol(desk: TillDesk) -> None:
    blanks = iter(desk.till.cards.issue(desk.world.new_id(), 40))
    for place, (name, _) in enumerate(starts(desk)):
        card = next(blanks)
        desk.scan(card)
        desk.type(f"09876543{place:02d}")
        desk.enter()
        desk.press(Qt.Key.Key_Space)
        desk.settle()
        assert desk.keys == 10 + 2, name
        member = desk.till.members.by_code(card).member
        assert member is not None, name
        assert desk.flow.open_member == member, name
        desk.press(Qt.Key.Key_Escape)
        desk.settle()


def test_enter_on_the_consent_button_agrees_to_nothing(desk: TillDesk) -> None:
    card = desk.till.cards.issue(desk.world.new_id(), 1)[0]
    desk.scan(card)
    desk.type("0987654321")
    desk.enter()
    desk.enter()
    desk.settle()
    assert desk.till.members.by_code(card).member is None
    assert desk.screen.view is View.ENROL


def test_every_control_has_a_name_for_screen_readers(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()
    for control in desk.controls():
        assert control.accessibleName(), control
    desk.press(Qt.Key.Key_F8)
    desk.settle()
    for control in desk.controls():
        assert control.accessibleName(), control
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_F4)
    desk.settle()
    for control in desk.controls():
        assert control.accessibleName(), control
