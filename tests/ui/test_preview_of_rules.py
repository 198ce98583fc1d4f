"""What is shown before Enter is what will be recorded, whatever the rules ask of the hour and the member."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.conditions import FirstPurchase, InHours
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, BonusRule, MultiplierRule
from tests.shops import World, enrolled, new_till
from tests.ui.till_desk import TillDesk


def _shown(desk: TillDesk) -> list[str]:
    labels = desk.screen.bill.findChildren(QLabel)
    return [label.text().replace("\u00a0", " ") for label in labels if label.isVisible()]


@pytest.mark.usefixtures("themed")
def test_the_preview_stands_on_what_the_record_will(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    world = World()
    local = new_till(tmp_path / "clock", world).shop.time.local(world.clock.at)
    minute = local.hour * 60 + local.minute
    happy = InHours(minute, minute + 60)
    program = Program(
        0,
        (
            AmountRule("base", 10_000),
            MultiplierRule(id="happy", name="Giờ vàng", rate_bp=20_000, when=happy),
            BonusRule(id="first", name="Lần đầu", points=50, when=FirstPurchase()),
        ),
    )
    till = new_till(tmp_path / "shop", world, program=program, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    member = enrolled(till)
    desk.scan(desk.card(member))
    desk.type("100")
    desk.settle()
    assert "+70" in _shown(desk)
    assert any(text.startswith("Giờ vàng: ") for text in _shown(desk))
    world.clock.at += timedelta(hours=2)
    desk.type("0")
    assert "+150" in _shown(desk), "the hour has passed while the customer was counting"
    desk.enter()
    desk.settle()
    assert desk.banner.startswith("+150")
    desk.assert_calm()
    desk.close()
