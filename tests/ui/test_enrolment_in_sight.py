"""What is opened or turned on while somebody joins is brought into sight, however large the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui.sight import is_in_sight
from tests.ui.till_desk import TillDesk, desk

__all__ = ["desk"]


@pytest.mark.parametrize("scale_percent", [100, 150])
def test_the_notice_comes_into_sight_and_typing_goes_on_in_the_field(
    desk: TillDesk, qapp: QApplication, scale_percent: int
) -> None:
    apply_theme(qapp, Scheme.LIGHT, scale_percent)
    desk.screen.resize(1366, 768)
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    notice = desk.screen.enrol.asking.notice
    phone = desk.focus
    assert phone is not None
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.wait(lambda: is_in_sight(notice.button))
    # It stays: no layout that hears of the notice later leads back to the field.
    notice.updateGeometry()
    desk.settle()
    assert is_in_sight(notice.button)
    assert notice.visibleRegion().boundingRect().height() > 300
    assert desk.focus is phone
    desk.enter()
    desk.settle()
    desk.wait(lambda: is_in_sight(phone))
    assert desk.notices(desk.screen.enrol), "what is missing is said at the field, and seen"
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    desk.wait(lambda: is_in_sight(phone))


def test_for_a_child_the_guardian_and_the_yes_are_in_sight_together(desk: TillDesk) -> None:
    desk.screen.resize(1366, 768)
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    form = desk.screen.enrol
    form.child.tick.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    desk.wait(lambda: is_in_sight(form.asking.yes))
    assert is_in_sight(form.child.guardian)
    assert is_in_sight(form.child.tick)
