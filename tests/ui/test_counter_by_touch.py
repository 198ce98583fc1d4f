"""What was begun at the counter can be left by a finger, without Esc."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui.sight import assert_in_sight
from tests.ui.till_desk import TillDesk, desk, duc

__all__ = ["desk", "duc"]

LEAVE = "Leave the bill"


@pytest.mark.parametrize("strip", [False, True], ids=["window", "strip"])
@pytest.mark.parametrize("scale_percent", [100, 150, 200])
def test_an_open_bill_can_be_left_by_touch_at_a_button_with_words(
    desk: TillDesk, duc: UUID, qapp: QApplication, *, strip: bool, scale_percent: int
) -> None:
    apply_theme(qapp, Scheme.LIGHT, scale_percent)
    if strip:
        desk.fold()
    desk.scan(desk.card(duc))
    desk.settle()
    ways_out = [one for one in desk.screen.findChildren(ActionButton) if one.accessibleName() == LEAVE]
    leave = next(one for one in ways_out if one.isVisible())
    desk.wait(lambda: leave.isVisible() and min(leave.width(), leave.height()) >= 44)
    assert leave.text()
    for area in desk.screen.findChildren(ScrollArea):
        if area.isAncestorOf(leave):
            area.ensureWidgetVisible(leave)
    assert_in_sight(leave)
    leave.click()
    desk.settle()
    assert desk.screen.view is View.IDLE


@pytest.mark.parametrize("strip", [False, True], ids=["window", "strip"])
@pytest.mark.parametrize("typed", ["duc", "zzz"])
def test_the_list_under_the_box_can_be_left_by_touch(
    desk: TillDesk, duc: UUID, typed: str, *, strip: bool
) -> None:
    if strip:
        desk.fold()
    desk.scan(desk.card(duc))
    desk.settle()
    desk.press(Qt.Key.Key_F2)
    desk.type(typed)
    desk.settle()
    leave = next(one for one in desk.screen.candidates.findChildren(ActionButton) if one.key == "Esc")
    assert_in_sight(leave)
    leave.click()
    desk.settle()
    assert not desk.screen.candidates.isVisible()
    assert desk.screen.box.text() == ""
    assert desk.flow.open_member == duc


def test_a_bill_that_is_to_be_moved_can_be_left_by_touch_also_while_somebody_is_looked_for(
    desk: TillDesk, duc: UUID
) -> None:
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    desk.type("3")
    desk.settle()
    desk.type("duc")
    desk.settle()
    (leave,) = desk.screen.banner.answers()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert not desk.screen.candidates.isVisible()
    assert desk.said() is BannerKind.QUESTION, "Esc takes the list first"
    leave.click()
    desk.settle()
    assert desk.said() is None
    desk.scan(desk.card(duc))
    desk.settle()
    assert desk.flow.open_member == duc, "nothing is moved any more"
