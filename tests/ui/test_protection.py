"""A protected shop at the start, at the counter and in the office."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.__main__ import main
from loyalpos.app import closed_shop, keys_of, opening_key
from loyalpos.engine.bills import Bill
from loyalpos.engine.recovery_code import grouped_code
from loyalpos.engine.shop import ShopDescription
from loyalpos.errors import NotKeyedAnew
from loyalpos.printing.listing import put_out_listing
from loyalpos.services.backups import back_up_file, backups_in
from loyalpos.services.keys import Keys
from loyalpos.services.protection import turn_on
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.store.rekey import opens
from loyalpos.ui.office.protection_desk import recovery_listing
from loyalpos.ui.office.protection_panel import ProtectionPanel
from loyalpos.ui.running import RunningTill
from loyalpos.ui.unlock_panel import UnlockPanel
from loyalpos.ui.words.refusals import sentence
from tests.printing.pages import texts
from tests.shops import PROGRAM
from tests.ui import running_shop
from tests.ui.running_shop import Shop, press, with_books
from tests.ui.scanner import scan
from tests.ui.sight import is_in_sight

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


def test_what_else_keeps_the_books_shut_is_seen_once_the_passphrase_was_right(
    shop: Shop, qtbot: QtBot
) -> None:
    protected(shop)
    kept = shop.where.shop_file.read_bytes()
    for later in (True, False):
        panel = asked(qtbot, shop)
        till = shop.running[-1]
        panel.field.edit.setText(PASSPHRASE)
        press(panel.field.edit, Qt.Key.Key_Return)
        if later:
            qtbot.waitUntil(lambda: shop.running[-1].flow.kit.opened is not None, timeout=10_000)
            assert till.books.till is not None
            till.books.till.counter.record_bill(shop.world.new_id(), None, Bill(50_000))
            with qtbot.waitSignal(till.books.closed, timeout=20_000):
                till.leaving.leave()
            shop.where.shop_file.write_bytes(kept)
    qtbot.waitUntil(lambda: shop.running[-1].screen.banner.isVisible(), timeout=10_000)
    assert [one.key for one in till.screen.banner.answers()] == ["Enter", "F10", "F12"]
    qtbot.waitUntil(lambda: not till.screen.findChildren(UnlockPanel), timeout=5_000)


def test_the_paper_opens_it_too(shop: Shop, qtbot: QtBot) -> None:
    code = protected(shop)
    panel = asked(qtbot, shop)
    # A program that keeps passwords types as fast as a scanner: here it is no scan, whatever it looks like.
    QTest.keyClicks(panel.field.edit, grouped_code(code)[:-1])
    panel.open.click()
    qtbot.waitUntil(lambda: bool(panel.field.notice.text()), timeout=10_000)
    panel.field.edit.clear()
    scan(shop.running[0].screen, code)
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
    typed += [PASSPHRASE, code]
    assert main(["protect", "--drill", *folder]) == 0
    assert said(capsys).startswith("Mã đúng.\n")
    typed.append(PASSPHRASE)
    keys = keys_of(shop.where)
    opening_key(shop.where, keys)
    with closed_shop(shop.where, keys) as opened:
        assert opened is not None, "it is asked for once"
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


def in_the_office(till: RunningTill) -> ProtectionPanel:
    """Open the office where protection is set, and give its panel."""
    till.show_office()
    assert till.office is not None
    till.office.go_to("settings")
    (panel,) = till.office.findChildren(ProtectionPanel)
    return panel


def test_the_owner_protects_the_shop_types_the_code_and_turns_it_off_again(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    panel = in_the_office(till)
    qtbot.waitUntil(panel.passphrase.isVisible, timeout=10_000)
    qtbot.waitUntil(panel.by_passphrase.isEnabled, timeout=10_000)
    assert not panel.keyring.isVisible()
    QTest.keyClicks(panel.passphrase.edit, "short")
    QTest.keyClicks(panel.again.edit, "short")
    panel.by_passphrase.click()
    assert panel.passphrase.notice.text()
    panel.passphrase.set_text(PASSPHRASE)
    panel.again.set_text(PASSPHRASE + "x")
    panel.by_passphrase.click()
    assert panel.again.notice.text()
    panel.again.set_text(PASSPHRASE)
    panel.by_passphrase.setFocus()
    with qtbot.waitSignal(till.books.protection_changed, timeout=10_000):
        press(panel.by_passphrase, Qt.Key.Key_Space)
    qtbot.waitUntil(panel.typed.isVisible, timeout=10_000)
    assert panel.print_code.hasFocus()
    qtbot.waitUntil(lambda: is_in_sight(panel.prove))
    code = panel.fresh_code
    assert code is not None
    assert not panel.code.isVisible(), "nobody asked to see it"
    panel.show_code.click()
    assert panel.code.text() == grouped_code(code)
    assert not opens(shop.where.shop_file, PUBLISHED_KEY)
    assert till.flow.kit.opened is not None
    till.quiet.look()
    qtbot.waitUntil(lambda: "⚠" in till.screen.footer.spoken(), timeout=10_000)
    QTest.keyClicks(panel.typed.edit, code[:-1])
    assert not panel.code.isVisible(), "what is typed is read from the paper"
    press(panel.typed.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel.typed.notice.text()), timeout=10_000)
    panel.typed.set_text(grouped_code(code))
    panel.prove.click()
    qtbot.waitUntil(lambda: not panel.typed.isVisible(), timeout=10_000)
    assert panel.fresh_code is None
    till.quiet.look()
    qtbot.waitUntil(lambda: "⚠" not in till.screen.footer.spoken(), timeout=10_000)
    panel.off.setFocus()
    press(panel.off, Qt.Key.Key_Space)
    panel.confirm.yes.setFocus()
    with qtbot.waitSignal(till.books.protection_changed, timeout=10_000):
        press(panel.confirm.yes, Qt.Key.Key_Space)
    assert panel.isAncestorOf(panel.window().focusWidget())
    assert opens(shop.where.shop_file, PUBLISHED_KEY)
    assert till.flow.kit.opened is not None


def test_a_shop_locked_at_its_first_start_is_made_under_its_own_key_and_the_office_has_the_code(
    shop: Shop, qtbot: QtBot
) -> None:
    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None and till.wizard.isVisible(), timeout=10_000)
    assert till.wizard is not None
    step = till.wizard.protection
    step.ways.choose("passphrase")
    step.passphrase.set_text(PASSPHRASE)
    # A first try that fails leaves nothing in the way of the second.
    shop.where.shop_file.mkdir()
    till.wizard.finished.emit(ShopDescription("Quán Mây"), PROGRAM, {}, till.pc.settings)
    qtbot.waitUntil(till.wizard.banner.isVisible, timeout=10_000)
    shop.where.shop_file.rmdir()
    till.wizard.finished.emit(ShopDescription("Quán Mây"), PROGRAM, {}, till.pc.settings)
    qtbot.waitUntil(lambda: till.flow.kit.opened is not None, timeout=10_000)
    assert not opens(shop.where.shop_file, PUBLISHED_KEY)
    qtbot.waitUntil(lambda: "⚠" in till.screen.footer.spoken(), timeout=10_000)
    panel = in_the_office(till)
    qtbot.waitUntil(panel.typed.isVisible, timeout=10_000)
    assert panel.fresh_code is not None
    panel.typed.set_text(panel.fresh_code)
    panel.prove.click()
    qtbot.waitUntil(lambda: not panel.typed.isVisible(), timeout=10_000)
    assert panel.fresh_code is None


def test_without_the_backup_before_it_the_file_keeps_its_key_and_the_owner_is_told(
    shop: Shop, qtbot: QtBot
) -> None:
    with_books(shop)
    till = shop.opened()
    panel = in_the_office(till)
    qtbot.waitUntil(panel.by_passphrase.isEnabled, timeout=10_000)
    shop.where.backups.write_bytes(b"no folder")
    panel.passphrase.set_text(PASSPHRASE)
    panel.again.set_text(PASSPHRASE)
    with qtbot.waitSignal(till.books.protection_kept, timeout=10_000) as kept:
        panel.by_passphrase.click()
    assert isinstance(kept.args[0], NotKeyedAnew)
    assert opens(shop.where.shop_file, PUBLISHED_KEY)
    assert till.office is not None
    assert sentence(kept.args[0]) in till.office._banner.more()
    qtbot.waitUntil(panel.by_passphrase.isEnabled, timeout=10_000)
    assert till.flow.kit.opened is not None


def test_the_page_of_the_code_fits_and_its_name_tells_nothing(qapp: QApplication, tmp_path: Path) -> None:
    code = "1234 5678 9012 3456 7890 12"
    listing = recovery_listing(code.replace(" ", ""), "Quán Cà Phê Mây", "30/11/2026")
    out = tmp_path / "page.pdf"
    assert put_out_listing(listing, out) == 1
    (text,) = texts(out)
    assert code in " ".join(text.split())


def test_on_a_new_pc_the_stick_and_the_paper_bring_the_shop_back(
    shop: Shop, qtbot: QtBot, tmp_path: Path
) -> None:
    with_books(shop)
    keys = Keys(shop.where.shop_file, shop.where.backups, lambda: None)
    code = turn_on(keys, PASSPHRASE, shop.world.outside())
    stick = tmp_path / "stick"
    back_up_file(shop.where.shop_file, keys.of_file(), stick, shop.world.outside(), drops_old=False)
    for each in shop.where.data.glob("shop.loyalpos*"):
        each.unlink()
    (backup,) = backups_in(stick)
    till = shop.run()
    qtbot.waitUntil(lambda: till.wizard is not None and till.wizard.isVisible(), timeout=10_000)
    till.restoring.choose()
    till.restoring.bring_back(backup)
    qtbot.waitUntil(lambda: bool(till.screen.findChildren(UnlockPanel)), timeout=10_000)
    (panel,) = till.screen.findChildren(UnlockPanel)
    assert till.screen.isVisible()
    assert till.wizard is None or not till.wizard.isVisible()
    panel.field.edit.setText(code)
    panel.open.click()
    qtbot.waitUntil(lambda: till.flow.kit.opened is not None, timeout=10_000)
    assert not opens(shop.where.shop_file, PUBLISHED_KEY)
    assert till.books.till is not None
    assert len(till.books.till.members.find("0912345678")) == 1
