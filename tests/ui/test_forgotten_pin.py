"""At the gate: somebody does not know their PIN any more; keys alone, over real shops' files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from loyalpos.engine.recovery_code import grouped_code
from loyalpos.services.keys import Keys
from loyalpos.services.protection import turn_on
from loyalpos.ui.forgotten_cover import ForgottenCover
from loyalpos.ui.running import RunningTill
from loyalpos.ui.unlock_panel import UnlockPanel
from tests.keyrings import MemoryKeyring
from tests.ui.running_shop import Shop, press, shop
from tests.ui.test_at_the_till import OTHER, PIN, People, focus, gate_of, opened, people, sign_in, type_pin

__all__ = ["people", "shop"]

NEW = "161803"
PASSPHRASE = "may trang quan nho"


@pytest.fixture(autouse=True)
def cheap_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loyalpos.store.wrapping._MEMORY_KIB", 64)


def forget(shop: Shop, till: RunningTill) -> ForgottenCover:
    """Say with keys alone that whoever is chosen does not know the PIN."""
    for _ in range(2):
        press(focus(), Qt.Key.Key_Tab)
    assert focus() is gate_of(till).forgot
    press(focus(), Qt.Key.Key_Return)
    shop.qtbot.waitUntil(lambda: bool(covers(till)), timeout=5_000)
    return covers(till)[0]


def covers(till: RunningTill) -> list[ForgottenCover]:
    return [one for one in till.screen.findChildren(ForgottenCover) if one.isVisible()]


def type_on(text: str) -> None:
    """Type into whatever has the focus, and press Enter."""
    QTest.keyClicks(focus(), text)
    press(focus(), Qt.Key.Key_Return)


def test_a_cashier_is_told_who_gives_them_another_pin(shop: Shop, people: People) -> None:
    till = opened(shop)
    gate = gate_of(till)
    press(focus(), Qt.Key.Key_Down)
    QTest.mouseClick(gate.forgot, Qt.MouseButton.LeftButton)
    assert "Nhân viên" in gate.pin.notice.text()
    assert not till.screen.findChildren(ForgottenCover)


def test_an_owner_types_the_code_from_the_paper_and_another_pin_twice_and_is_in(
    shop: Shop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = MemoryKeyring()
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: ring)
    code = turn_on(Keys(shop.where.shop_file, shop.where.backups), None, shop.world.outside())
    till = opened(shop)
    cover = forget(shop, till)
    assert cover.geometry() == till.screen.rect()
    type_on(code[:-1])
    type_on(NEW)
    type_on(OTHER)
    assert focus() is cover.pin.edit, "the two were not the same"
    type_on(NEW)
    type_on(NEW)
    shop.qtbot.waitUntil(lambda: bool(cover.code.notice.text()), timeout=5_000)
    assert focus() is cover.code.edit
    type_on(grouped_code(code))
    shop.qtbot.waitUntil(lambda: till.at_till.gate is None, timeout=5_000)
    assert till.screen.cashier.text() == "Bà Mây"
    assert focus() is till.screen.box
    press(focus(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    type_pin(shop, till, PIN)
    shop.qtbot.waitUntil(lambda: bool(gate_of(till).pin.notice.text()), timeout=5_000)
    shop.world.clock.forward(seconds=2)
    sign_in(shop, till, people.owner, NEW)


def test_a_passphrase_is_typed_out_of_sight_and_lets_an_owner_in_too(
    shop: Shop, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: None)
    turn_on(Keys(shop.where.shop_file, shop.where.backups), PASSPHRASE, shop.world.outside())
    till = shop.run()
    till.screen.activateWindow()
    shop.qtbot.waitUntil(lambda: bool(till.screen.findChildren(UnlockPanel)), timeout=10_000)
    (panel,) = till.screen.findChildren(UnlockPanel)
    shop.qtbot.waitUntil(panel.isVisible, timeout=10_000)
    panel.field.edit.setText(PASSPHRASE)
    press(panel.field.edit, Qt.Key.Key_Return)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is not None, timeout=10_000)
    gate_of(till).pin.edit.setFocus()
    cover = forget(shop, till)
    assert cover.code.edit.echoMode() is QLineEdit.EchoMode.Password
    cover.see.click()
    assert cover.code.edit.echoMode() is QLineEdit.EchoMode.Normal
    for typed in (PASSPHRASE, NEW, NEW):
        type_on(typed)
    shop.qtbot.waitUntil(lambda: till.at_till.gate is None, timeout=5_000)
    assert till.screen.cashier.text() == "Bà Mây"


def test_esc_goes_back_to_the_gate_and_nothing_that_was_typed_stays(shop: Shop, people: People) -> None:
    till = opened(shop)
    forget(shop, till)
    QTest.keyClicks(focus(), NEW)
    press(focus(), Qt.Key.Key_Escape)
    assert covers(till) == []
    assert till.at_till.gate is not None
    assert focus() is gate_of(till).pin.edit
    again = forget(shop, till)
    assert again.pin.text() == ""


def test_without_protection_the_till_tells_everybody_and_the_pin_of_now_stops_it(
    shop: Shop, people: People
) -> None:
    till = opened(shop)
    cover = forget(shop, till)
    assert not cover.code.isVisible()
    type_on("111111")
    type_on("111111")
    shop.qtbot.waitUntil(lambda: bool(cover.pin.notice.text()), timeout=5_000)
    type_on(NEW)
    type_on(NEW)
    shop.qtbot.waitUntil(lambda: bool(gate_of(till).remark.text()), timeout=5_000)
    assert "Bà Mây" in gate_of(till).remark.text()
    assert covers(till) == []
    sign_in(shop, till, people.lan, OTHER)
    press(focus(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    shop.qtbot.waitUntil(lambda: bool(gate_of(till).remark.text()), timeout=5_000)
    sign_in(shop, till, people.owner, PIN)
    shop.qtbot.waitUntil(till.screen.banner.isVisible, timeout=5_000)
    press(focus(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    shop.qtbot.waitUntil(lambda: not till.reader.unfinished, timeout=5_000)
    assert gate_of(till).remark.text() == ""
