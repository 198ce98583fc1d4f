"""A damaged file, backups and a folder no shop should lie in: what the till says, and the way out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.errors import FileDamaged
from loyalpos.services.backups import backups_in
from loyalpos.settings import folders
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import World, enrolled, new_till
from tests.ui import running_shop
from tests.ui.running_shop import Shop, press, with_books
from tests.ui.scanner import KEYBOARD

shop = running_shop.shop


def test_a_damaged_file_is_told_and_a_backup_brings_it_back(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    with qtbot.waitSignal(till.books.closed, timeout=20_000):
        till.leaving.leave()
    page = bytearray(shop.where.shop_file.read_bytes())
    page[100:200] = bytes(100)
    shop.where.shop_file.write_bytes(page)

    till = shop.run()
    qtbot.waitUntil(lambda: till.flow.kit.notices.said is not None, timeout=10_000)
    assert till.flow.kit.opened is None
    assert till.screen.banner.isVisible()
    assert till.screen.box.placeholderText() == till.screen.tr("The books did not open – see the message")
    member = till.screen.member
    assert said_by(member)[0] == member.tr("The books are not open")
    assert till.screen.footer.spoken() == "", "nobody knows of backups yet"
    till.show_office()
    assert till.office is not None
    members = till.office.page()
    assert isinstance(members, MembersPage)
    assert members.empty.isVisible(), "the office says why it shows nothing"
    assert not members.list.isVisible()
    KEYBOARD.press(till.office, Qt.Key.Key_F10)
    qtbot.waitUntil(till.screen.isActiveWindow)
    KEYBOARD.press(till.screen, Qt.Key.Key_F10)
    window = till.restoring.window
    assert window is not None
    qtbot.waitUntil(lambda: window.table.isVisible(), timeout=10_000)
    assert not window.confirm.isVisible(), "none is taken before its day is named"
    press(window.table, Qt.Key.Key_Return)
    assert "23/11/2026" in window.confirm.sentence()
    assert window.focusWidget() is window.confirm.no
    press(window.confirm.no, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press(window.confirm.yes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: till.flow.kit.opened is not None, timeout=10_000)
    assert till.books.till is not None
    found = till.books.till.members.find("duc")
    assert found[0].balance == 520
    assert said_by(member)[0] == member.tr("Ready for the next customer")


def said_by(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def damaged(path: Path) -> None:
    """Spoil the last page of a file, which nothing needs for opening it."""
    pages = bytearray(path.read_bytes())
    pages[-2000:-1900] = bytes(100)
    path.write_bytes(pages)


def test_damage_is_looked_for_after_a_power_cut_and_leads_to_the_backups(shop: Shop, qtbot: QtBot) -> None:
    till = new_till(shop.where.data, shop.world)
    enrolled(till)
    made = till.days.back_up(shop.where.backups)
    till.shop.file.close()
    damaged(shop.where.shop_file)
    running = shop.opened()
    qtbot.waitUntil(lambda: running.screen.banner.isVisible(), timeout=10_000)
    assert running.screen.banner.kind is BannerKind.ERROR
    assert [one.key for one in running.screen.banner.answers()] == ["F12"]
    KEYBOARD.press(running.screen, Qt.Key.Key_F12)
    window = running.restoring.window
    assert window is not None
    qtbot.waitUntil(lambda: window.table.isVisible(), timeout=10_000)
    press(window, Qt.Key.Key_Escape)
    assert running.screen.banner.isVisible(), "it is damaged all the same"
    KEYBOARD.press(running.screen, Qt.Key.Key_F12)
    again = running.restoring.window
    assert again is not None
    qtbot.waitUntil(lambda: again.table.isVisible(), timeout=10_000)
    first = running.books.till
    assert first is not None
    with pytest.raises(FileDamaged):
        first.counter.record_bill(shop.world.new_id(), None, Bill(50_000))
    again.agreed.emit(made)
    qtbot.waitUntil(lambda: running.books.till not in (None, first), timeout=10_000)
    assert running.restoring.window is None
    assert running.books.till is not None
    running.books.till.days.look_for_damage()
    assert not running.screen.banner.isVisible()


def test_what_would_be_lost_is_counted_where_the_file_opens_no_more(shop: Shop, qtbot: QtBot) -> None:
    till = new_till(shop.where.data, shop.world)
    till.days.back_up(shop.where.backups)
    member = enrolled(till)
    till.counter.record_bill(shop.world.new_id(), member, Bill(50_000))
    till.shop.file.close()
    damaged(shop.where.shop_file)
    running = shop.opened()
    qtbot.waitUntil(lambda: running.screen.banner.isVisible(), timeout=10_000)
    KEYBOARD.press(running.screen, Qt.Key.Key_F12)
    window = running.restoring.window
    assert window is not None
    qtbot.waitUntil(lambda: window.table.isVisible(), timeout=10_000)
    press(window.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not running.files.unfinished, timeout=10_000)
    assert "hoá đơn: 1, thành viên mới: 1," in window.confirm.sentence()


def test_a_quiet_backup_is_said_in_the_footer_alone(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    running = shop.opened()
    qtbot.waitUntil(lambda: running.quiet.is_idle and not running.files.unfinished, timeout=10_000)
    running.quiet.keep_safe()
    qtbot.waitUntil(lambda: "✓" in running.screen.footer.spoken(), timeout=20_000)
    assert not running.screen.banner.isVisible()
    (made,) = backups_in(shop.where.backups)
    assert made.why == "quiet"


def test_the_folder_of_the_backups_in_the_way_is_said_in_the_footer_alone(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    shop.where.backups.write_text("in the way", encoding="utf-8")
    running = shop.opened()
    running.quiet.keep_safe()
    qtbot.waitUntil(lambda: "⚠" in running.screen.footer.spoken(), timeout=20_000)
    assert not running.screen.banner.isVisible()


def test_damage_that_a_read_meets_leads_to_the_backups_too(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    running = shop.opened()
    assert running.books.till is not None
    assert not running.books.till.shop.was_cut_off, "what was put away well is not read through"
    running.flow.kit.fail(print, FileDamaged(shop.where.shop_file, "page"))
    assert [one.key for one in running.screen.banner.answers()] == ["F12"]
    # The day is opened anew where the shop's settings change; the file is damaged all the same.
    running.flow.attach(running.books.till)
    member, idle = running.screen.member, running.screen.idle
    assert said_by(member)[0] == member.tr("The books are damaged")
    assert said_by(idle)[0] == idle.tr("Nobody can be served now – see the message.")
    assert running.screen.box.placeholderText() == running.screen.tr("The books are damaged")
    qtbot.waitUntil(lambda: not running.writer.unfinished and not running.reader.unfinished, timeout=10_000)
    assert [one.key for one in running.screen.banner.answers()] == ["F12"]


def test_a_shop_in_a_synchronised_folder_is_not_opened_and_another_folder_can_be_chosen(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = Shop(qtbot, tmp_path / "before")
    with_books(shop)
    shop.where.data.rename(tmp_path / "OneDrive")
    shop.where = folders(tmp_path / "OneDrive")
    started: list[list[str]] = []
    monkeypatch.setattr(
        "loyalpos.ui.running.QProcess.startDetached", lambda _program, given: started.append(given)
    )
    till = shop.run()
    qtbot.waitUntil(lambda: till.flow.kit.notices.said is not None, timeout=10_000)
    assert till.flow.kit.opened is None
    said = till.flow.kit.notices.said
    assert said is not None
    assert "OneDrive" in said.title
    assert [one.key for one in till.screen.banner.answers()] == ["Enter", "F10"]
    KEYBOARD.press(till.screen, Qt.Key.Key_F10)
    dialog = till.screen.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    (tmp_path / "safe").mkdir()
    dialog.setDirectory(str(tmp_path / "safe"))
    with qtbot.waitSignal(till.books.moved, timeout=10_000):
        dialog.accept()
    assert started == [["-m", "loyalpos", "--data-dir", str(tmp_path / "OneDrive")]]
    shop.end()
    shop.running.clear()
    shop.where = folders(tmp_path / "OneDrive")
    again = shop.opened()
    assert again.books.till is not None
    assert again.books.till.members.find("duc")[0].balance == 520
    shop.end()


def test_a_backup_can_be_gone_back_to_from_the_office(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    till = shop.opened()
    assert till.books.till is not None
    made = till.books.till.days.back_up(shop.where.backups)
    member = till.books.till.members.find("duc")[0].id
    till.books.till.counter.record_bill(shop.world.new_id(), member, Bill(1_000_000))
    till.show_office()
    assert till.office is not None
    assert till.office.width() >= 740, "a table of members has room"
    assert till.office is not None
    first = till.books.till
    till.office.restore_wanted.emit(made)
    qtbot.waitUntil(lambda: till.books.till not in (None, first), timeout=10_000)
    assert till.books.till.members.find("duc")[0].balance == 520
    assert till.flow.kit.opened is till.books.till
    assert [each.why for each in backups_in(shop.where.backups)] == ["restore", "asked"]
    newest = backups_in(shop.where.backups)[0]
    assert newest.bills == 2, "what was there before can be gone back to in turn"


def test_books_deleted_under_an_open_till_are_brought_back_though_their_day_cannot_end(
    shop: Shop, qtbot: QtBot
) -> None:
    with_books(shop)
    running = shop.opened()
    first = running.books.till
    assert first is not None
    made = first.days.back_up(shop.where.backups)
    for each in shop.where.data.glob("shop.loyalpos*"):
        each.unlink()
    running.restoring.bring_back(made)
    qtbot.waitUntil(lambda: running.books.till not in (None, first), timeout=10_000)
    assert first.shop.file.is_shut
    assert running.books.till is not None
    assert running.books.till.members.find("duc")[0].balance == 520


def test_whoever_agrees_before_all_is_counted_gets_the_backup_all_the_same(shop: Shop, qtbot: QtBot) -> None:
    with_books(shop)
    running = shop.opened()
    first = running.books.till
    assert first is not None
    made = first.days.back_up(shop.where.backups)
    troubles: list[object] = []
    running.books.trouble.connect(troubles.append)
    nothing: list[object] = []
    running.books.bring_back(made)
    for _ in range(60):
        running.files.run(
            partial(running.books.lost_by, made),
            done=nothing.append,
            refused=troubles.append,
            unavailable=troubles.append,
        )
    qtbot.waitUntil(lambda: bool(troubles) or running.books.till not in (None, first), timeout=20_000)
    assert troubles == [], "what counts looks for a restore that was cut off, and takes its half away"
    qtbot.waitUntil(lambda: not running.files.unfinished, timeout=20_000)
    assert troubles == []


def test_an_empty_file_leads_to_a_question_that_counts_nothing(shop: Shop, qtbot: QtBot) -> None:
    till = new_till(shop.where.data, shop.world)
    till.days.back_up(shop.where.backups)
    till.shop.close()
    shop.where.shop_file.write_bytes(b"")
    running = shop.run()
    qtbot.waitUntil(lambda: running.flow.kit.notices.said is not None, timeout=10_000)
    KEYBOARD.press(running.screen, Qt.Key.Key_F10)
    window = running.restoring.window
    assert window is not None
    qtbot.waitUntil(lambda: window.table.isVisible(), timeout=10_000)
    press(window.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not running.files.unfinished, timeout=10_000)
    assert window.tr("The file of now cannot be read: what would be lost cannot be counted.") in (
        window.confirm.sentence()
    )


def test_a_backup_of_another_shop_is_refused_where_it_is_asked_about(shop: Shop, qtbot: QtBot) -> None:
    other = new_till(shop.where.data.parent / "other", World(seed=4))
    made = other.days.back_up(shop.where.backups)
    other.shop.close()
    with_books(shop)
    running = shop.opened()
    running.restoring.choose()
    window = running.restoring.window
    assert window is not None
    qtbot.waitUntil(lambda: window.table.isVisible(), timeout=10_000)
    press(window.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.banner.isVisible(), timeout=10_000)
    assert not window.confirm.isVisible(), "nobody can agree to it"
    assert made.path.name in window.banner.more()
    assert window.restore.isVisible()
