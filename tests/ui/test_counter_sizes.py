"""At every size of window and text what matters is in sight and large enough to be pressed."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from loyalpos.engine.bills import Bill
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.fonts import TYPE
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Scheme, apply_theme, theme
from tests.ui.scanner import KEYBOARD
from tests.ui.sight import assert_in_sight, in_sight, is_in_sight
from tests.ui.till_desk import TillDesk, desk, duc

__all__ = ["desk", "duc"]


@pytest.mark.parametrize("strip", [False, True], ids=["window", "strip"])
@pytest.mark.parametrize("scale_percent", [100, 150, 200])
def test_what_can_be_pressed_is_large_enough(
    desk: TillDesk, duc: UUID, qapp: QApplication, strip: bool, scale_percent: int
) -> None:
    apply_theme(qapp, Scheme.LIGHT, scale_percent)
    if strip:
        desk.fold()
    desk.scan(desk.card(duc))
    desk.settle()
    desk.wait(lambda: not [one for one in desk.controls() if one.height() < 44])


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768)])
def test_the_whole_bill_is_in_sight_at_common_sizes(
    desk: TillDesk, duc: UUID, width: int, height: int
) -> None:
    desk.wide.resize(width, height)
    desk.scan(desk.card(duc))
    desk.type("125000")
    desk.settle()
    assert_in_sight(desk.wide.bill.record_button)
    assert_in_sight(desk.wide.member)


@pytest.mark.parametrize("strip", [False, True], ids=["window", "strip"])
@pytest.mark.parametrize("scale_percent", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(1280, 740), (1366, 708)])
def test_the_button_that_records_is_in_sight_however_large_the_text(
    desk: TillDesk, duc: UUID, qapp: QApplication, *, strip: bool, scale_percent: int, width: int, height: int
) -> None:
    """The heights are what a title bar and a task bar leave of 800 and 768."""
    apply_theme(qapp, Scheme.LIGHT, scale_percent)
    if strip:
        desk.fold()
    desk.screen.resize(desk.screen.width() if strip else width, height)
    desk.scan(desk.card(duc))
    desk.type("125000")
    desk.settle()
    assert desk.screen.height() == height
    assert_in_sight(desk.screen.bill.record_button)
    # A strip of 700 pixels on a screen as small as these shows the total in part.
    if not (strip and scale_percent == 200):
        desk.wait(lambda: desk.focus is not None and is_in_sight(desk.focus))
    # A question above takes room, but never the button's.
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.said() is BannerKind.QUESTION
    assert_in_sight(desk.screen.bill.record_button)
    assert len(desk.screen.banner.answers()) == 2
    desk.wait(lambda: all(is_in_sight(answer) for answer in desk.screen.banner.answers()))
    for area in desk.screen.findChildren(ScrollArea):
        assert not area.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("strip", [False, True], ids=["window", "strip"])
@pytest.mark.parametrize("scale_percent", [100, 150, 200])
def test_what_enter_would_do_is_in_sight_however_large_the_text(
    desk: TillDesk, duc: UUID, qapp: QApplication, *, strip: bool, scale_percent: int
) -> None:
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(5_200_000))
    apply_theme(qapp, Scheme.LIGHT, scale_percent)
    if strip:
        desk.fold()
    desk.screen.resize(desk.screen.width() if strip else 1366, 708)
    desk.scan(desk.card(duc))
    desk.type("125000")
    desk.settle()
    assert "+12" in in_sight(desk)
    desk.press(Qt.Key.Key_F6)
    desk.type("1")
    desk.settle()
    shown = in_sight(desk)
    assert "+7" in shown
    assert "75.000\u00a0₫" in shown
    assert_in_sight(desk.screen.bill.record_button)
    # Paying with points has a field of its own, and what is refused stays above until it is mended.
    desk.press(Qt.Key.Key_F6)
    desk.type("1")
    desk.press(Qt.Key.Key_F6)
    desk.type("3")
    desk.flow.kit.notices.error("Not done", "What you typed is still here.")
    desk.settle()
    shown = in_sight(desk)
    assert "+8" in shown
    assert "87.500\u00a0₫" in shown
    assert_in_sight(desk.screen.bill.record_button)
    if scale_percent <= 150:
        desk.wait(lambda: desk.focus is not None and is_in_sight(desk.focus))


@pytest.mark.parametrize("height", [680, 800])
def test_all_that_can_be_done_with_an_act_is_in_sight_in_the_strip(
    desk: TillDesk, duc: UUID, height: int
) -> None:
    desk.fold().resize(380, height)
    desk.scan(desk.card(duc))
    desk.type("125")
    desk.enter()
    desk.settle()
    desk.press(Qt.Key.Key_F9, Qt.Key.Key_Return)
    desk.settle()
    move = next(one for one in desk.screen.today.findChildren(ActionButton) if one.key == "3")
    assert move.isVisible()
    desk.wait(lambda: is_in_sight(move))


@pytest.mark.parametrize("strip", [False, True], ids=["window", "strip"])
@pytest.mark.parametrize("scale_percent", [100, 150])
def test_what_a_number_was_used_for_is_said_at_the_whole_width_and_in_sight(
    desk: TillDesk, duc: UUID, qapp: QApplication, *, strip: bool, scale_percent: int
) -> None:
    apply_theme(qapp, Scheme.LIGHT, scale_percent)
    if strip:
        desk.fold()
    desk.screen.resize(desk.screen.width() if strip else 1366, 768)
    for _ in range(2):
        KEYBOARD.clock.advance(5_000)
        desk.scan(desk.card(duc))
        desk.type("125")
        desk.settle()
        desk.screen.bill.receipt.enter_number()
        desk.type("10235")
        desk.enter()
        desk.settle()
    (notice,) = [one for one in desk.screen.bill.findChildren(Notice) if one.isVisible()]
    assert "10235" in notice.text()
    assert notice.width() > desk.screen.bill.width() * 8 // 10
    desk.wait(lambda: is_in_sight(notice))
    assert desk.focus is not None
    assert_in_sight(desk.focus)


def test_another_size_of_text_dresses_all_of_an_open_window(
    desk: TillDesk, themed: QApplication, duc: UUID
) -> None:
    strip = desk.fold()
    desk.scan(desk.card(duc))
    desk.type("85")
    desk.settle()
    width = strip.width()
    for scale in (150, 100):
        apply_theme(themed, Scheme.LIGHT, scale)
        for _ in range(3):
            QApplication.processEvents()
        for window in (strip, desk.wide):
            parts: list[QWidget] = [*window.findChildren(Words), *window.findChildren(ActionButton)]
            stale = [one.accessibleName() for one in parts if one.font().pixelSize() not in sizes(scale)]
            assert stale == []
        assert strip.width() == width * scale // 100


def sizes(scale_percent: int) -> set[int]:
    return {theme().font(role).pixelSize() for role in TYPE}
