"""Books that end before what the till has acknowledged: nothing is shown of them before somebody decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from loyalpos.__main__ import main
from loyalpos.engine.bills import Bill
from loyalpos.engine.staff import Role
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.going_on import GoingOn
from loyalpos.ui.running import RunningTill
from loyalpos.ui.widgets.panel import ScrollArea
from tests.shops import World, enrolled, new_till
from tests.ui import running_shop
from tests.ui.running_shop import Shop as RunShop
from tests.ui.running_shop import press
from tests.ui.scanner import KEYBOARD

shop = running_shop.shop
PIN = "271828"


def lay_older_file(folder: Path, world: World, *, staffed: bool = False) -> None:
    """A shop into whose place somebody has copied the file of before its last bill."""
    till = new_till(folder, world)
    member = enrolled(till)
    if staffed:
        owner = till.staff.add(world.new_id(), "Mây", Role.OWNER)
        till.staff.set_pin(owner.id, PIN)
    path = till.shop.file.path
    till.shop.close()
    kept = path.read_bytes()
    till = Till(Shop.open(path, PUBLISHED_KEY, world.outside()))
    if staffed:
        till.staff.sign_in(owner.id, PIN)
    world.clock.forward(hours=2)
    till.counter.record_bill(world.new_id(), member, Bill(1_000_000))
    till.shop.close()
    path.write_bytes(kept)


def told(shop: RunShop) -> tuple[RunningTill, GoingOn]:
    """Start the till, hear what it says, and press F12."""
    till = shop.run()
    shop.qtbot.waitUntil(lambda: till.flow.kit.notices.said is not None, timeout=10_000)
    assert till.flow.kit.opened is None, "wrong points must not be shown"
    said = till.flow.kit.notices.said
    assert said is not None
    assert "11:00\u00a0·\u00a023/11/2026" in said.title
    assert [one.key for one in till.screen.banner.answers()] == ["Enter", "F10", "F12"]
    KEYBOARD.press(till.screen, Qt.Key.Key_F12)
    asks = till.restoring.going_on
    assert asks is not None
    return till, asks


def test_an_older_file_is_told_and_the_till_goes_on_for_a_reason_alone(shop: RunShop, qtbot: QtBot) -> None:
    lay_older_file(shop.where.data, shop.world)
    till, asks = told(shop)
    window = asks.window
    assert window.isVisible()
    assert window.findChildren(ScrollArea)[0].verticalScrollBar().maximum() == 0, "there is room for all"
    press(window.reason.edit, Qt.Key.Key_Return)
    press(window.go, Qt.Key.Key_Space)
    assert window.isVisible(), "not without a reason"
    assert till.flow.kit.opened is None
    press(window, Qt.Key.Key_Escape)
    assert till.screen.banner.isVisible(), "it is as it was"
    assert [one.key for one in till.screen.banner.answers()] == ["Enter", "F10", "F12"]
    KEYBOARD.press(till.screen, Qt.Key.Key_F12)
    again = till.restoring.going_on
    assert again is not None
    window = again.window
    window.reason.set_text("Chép nhầm tệp cũ")
    press(window.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: till.flow.kit.opened is not None, timeout=10_000)
    assert not till.screen.banner.isVisible()
    assert till.restoring.going_on is None
    assert till.books.till is not None
    assert till.books.till.members.find("duc")[0].balance == 20


def test_where_the_shop_has_pins_somebody_who_may_types_theirs(shop: RunShop, qtbot: QtBot) -> None:
    lay_older_file(shop.where.data, shop.world, staffed=True)
    till, asks = told(shop)
    asks.window.reason.set_text("Chép nhầm tệp cũ")
    press(asks.window.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: asks.gate is not None, timeout=10_000)
    gate = asks.gate
    assert gate is not None
    assert gate.who is not None
    assert gate.who.name == "Mây"
    gate.pin.set_text("999998")
    press(gate.pin.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gate.pin.text() == "", timeout=10_000)
    assert till.flow.kit.opened is None
    press(gate.pin.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: asks.gate is None, timeout=10_000)
    assert asks.window.go.isEnabled(), "somebody may yet decide"
    shop.world.clock.forward(minutes=5)
    press(asks.window.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: asks.gate is not None, timeout=10_000)
    again = asks.gate
    assert again is not None
    again.pin.set_text(PIN)
    press(again.pin.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: till.flow.kit.opened is not None, timeout=10_000)


def test_the_check_of_the_command_line_says_it(shop: RunShop, capsys: pytest.CaptureFixture[str]) -> None:
    lay_older_file(shop.where.data, shop.world)
    assert main(["check", "--data-dir", str(shop.where.data)]) == 1
    assert "11:00\u00a0·\u00a023/11/2026" in capsys.readouterr().out
    assert main(["check", "--json", "--data-dir", str(shop.where.data)]) == 1
    assert '"ActsMissing"' in capsys.readouterr().out
    assert main(["backup", "--data-dir", str(shop.where.data)]) == 1
