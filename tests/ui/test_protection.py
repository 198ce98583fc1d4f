"""A protected shop at the start, at the counter and in the office."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loyalpos.__main__ import main
from loyalpos.engine.recovery_code import grouped_code
from loyalpos.services.backups import backups_in
from loyalpos.services.keys import Keys
from loyalpos.services.protection import turn_on
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.rekey import opens
from loyalpos.ui.unlock_panel import UnlockPanel
from tests.ui import running_shop
from tests.ui.running_shop import Shop, press, with_books

shop = running_shop.shop

PASSPHRASE = "mây trắng quán nhỏ"


@pytest.fixture(autouse=True)
def cheap_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loyalpos.store.wrapping._MEMORY_KIB", 64)


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a PC without one, whatever the machine of the tests has."""
    monkeypatch.setattr("loyalpos.store.keyrings.keyring_here", lambda: None)


def protected(shop: Shop) -> str:
    with_books(shop)
    keys = Keys(shop.where.shop_file, shop.where.backups, lambda: None)
    return turn_on(keys, PASSPHRASE, shop.world.outside())


def asked(qtbot: QtBot, shop: Shop) -> UnlockPanel:
    """Start the till and wait until it asks."""
    till = shop.run()
    qtbot.waitUntil(lambda: bool(till.screen.findChildren(UnlockPanel)), timeout=10_000)
    (panel,) = till.screen.findChildren(UnlockPanel)
    qtbot.waitUntil(panel.isVisible, timeout=10_000)
    return panel


def test_the_counter_asks_for_the_passphrase_and_opens(shop: Shop, qtbot: QtBot) -> None:
    protected(shop)
    panel = asked(qtbot, shop)
    till = shop.running[0]
    assert panel.field.edit.hasFocus()
    assert panel.size() == till.screen.size()
    QTest.keyClicks(panel.field.edit, "another one")
    press(panel.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel.field.notice.text()), timeout=10_000)
    assert till.flow.kit.opened is None
    panel.field.edit.setText(PASSPHRASE)
    press(panel.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: till.flow.kit.opened is not None, timeout=10_000)
    assert not till.screen.findChildren(UnlockPanel) or not panel.isVisible()
    assert till.books.till is not None
    assert len(till.books.till.members.find("0912345678")) == 1


def test_the_paper_opens_it_too(shop: Shop, qtbot: QtBot) -> None:
    code = protected(shop)
    panel = asked(qtbot, shop)
    QTest.keyClicks(panel.field.edit, grouped_code(code))
    panel.open.click()
    qtbot.waitUntil(lambda: shop.running[0].flow.kit.opened is not None, timeout=10_000)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_the_command_line_says_what_is_missing_and_asks_who_sits_there(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = protected(shop)
    folder = ["--data-dir", str(shop.where.data)]
    for words in (["check"], ["backup"], ["export", str(tmp_path / "out")], ["program", "export"]):
        assert main([*words, *folder]) == 1
        assert "shop.loyalpos" in said(capsys)
    typed = ["wrong", PASSPHRASE]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _asking: typed.pop(0))
    assert main(["check", "--json", *folder]) == 0
    typed.append(PASSPHRASE)
    assert main(["protect", "--status", "--json", *folder]) == 0
    assert '"unfinished"' in said(capsys)
    typed.append(code)
    assert main(["backup", *folder]) == 0
    (made,) = backups_in(shop.where.backups)
    assert not opens(made.path, PUBLISHED_KEY)
    said(capsys)
    shop.where.shop_file.unlink()
    typed += [code, PASSPHRASE]
    assert main(["restore", str(made.path), "--yes", *folder]) == 0
    assert not opens(shop.where.shop_file, PUBLISHED_KEY)
    assert code not in said(capsys)
