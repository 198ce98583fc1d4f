from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.services.backups import Backup, restore_backup
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.office.backups_page import BackupsPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import World, enrolled, new_till, whose_phone
from tests.ui.office_desk import OfficeDesk, cells, desktop, office

Desk = OfficeDesk[BackupsPage]


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, BackupsPage, tmp_path) as made:
        yield made


def backed_up(desk: Desk) -> None:
    desk.click(desk.page.back_up)
    desk.settle()


def asked(desk: Desk) -> str:
    """Choose the newest backup and ask to restore it."""
    desk.page.table.selectRow(0)
    desk.press(desk.page.table, Qt.Key.Key_Return)
    desk.click(desk.page.restore)
    return desk.page.confirm.sentence()


def test_without_backups_the_page_says_what_to_do(desk: Desk) -> None:
    assert not desk.page.table.isVisible()
    desk.press(desk.page.close_day, Qt.Key.Key_Space)
    desk.settle()
    assert desk.said[-1][:2] == (BannerKind.SUCCESS, "The day is closed")
    assert len(cells(desk.page.table)) == 1


def test_a_backup_that_was_tampered_with_is_not_listed(desk: Desk) -> None:
    backed_up(desk)
    (made,) = desk.till.days.backups(desk.folders.backups)
    content = bytearray(made.path.read_bytes())
    content[20_000] ^= 1
    made.path.write_bytes(content)
    desk.page.refresh()
    desk.settle()
    assert cells(desk.page.table) == []


def test_a_folder_that_takes_no_backup_is_said(desk: Desk) -> None:
    desk.folders.backups.write_text("in the way", encoding="utf-8")
    desk.click(desk.page.back_up)
    desk.settle()
    assert desk.said[-1][0] is BannerKind.ERROR
    assert desk.page.back_up.isEnabled()


def test_the_check_finds_a_sound_file_sound_while_the_counter_goes_on(desk: Desk) -> None:
    enrolled(desk.till)
    desk.click(desk.page.check)
    assert "sound" in desk.page.finding.text()


def test_the_question_names_how_much_would_be_lost(desk: Desk) -> None:
    backed_up(desk)
    assert "nothing is lost" in asked(desk)
    desk.press(desk.page.confirm.no, Qt.Key.Key_Escape)
    member = enrolled(desk.till)
    for number in range(3):
        desk.till.counter.record_bill(desk.world.new_id(), member, Bill(50_000, number=str(number)))
    assert "bills: 3, new members: 1, 4 records in all" in asked(desk)


def test_a_backup_of_another_shop_is_refused_before_anything_is_asked(desk: Desk, tmp_path: Path) -> None:
    other = new_till(tmp_path / "other", World(seed=4))
    made = other.days.back_up(desk.folders.backups)
    other.shop.close()
    desk.page.refresh()
    desk.settle()
    assert asked(desk) == ""
    assert not desk.page.confirm.isVisible()
    kind, _, why = desk.said[-1]
    assert kind is BannerKind.ERROR
    assert made.path.name in why
    assert "of another shop" in why


def test_nothing_is_restored_before_the_owner_agrees(desk: Desk) -> None:
    wanted: list[Backup] = []
    desk.page.restore_wanted.connect(wanted.append)
    backed_up(desk)
    asked(desk)
    desk.press(desk.page.confirm.no, Qt.Key.Key_Return)
    assert wanted == []


def test_a_restored_shop_is_as_it_was_and_the_file_before_is_kept(desk: Desk) -> None:
    enrolled(desk.till)
    backed_up(desk)
    enrolled(desk.till, "0987654321", "Trần Thị Hạnh")
    outside = desk.world.outside()

    def restore(backup: Backup) -> None:
        path = desk.till.shop.file.path
        desk.till.shop.close()
        aside = restore_backup(path, backup, PUBLISHED_KEY, outside)
        desk.till = Till(Shop.open(path, PUBLISHED_KEY, outside))
        desk.page.attach(desk.till)
        desk.page.say_restored(aside)

    desk.page.restore_wanted.connect(restore)
    asked(desk)
    desk.click(desk.page.confirm.yes)
    desk.settle()
    assert whose_phone(desk.till, "0912345678") is not None
    assert whose_phone(desk.till, "0987654321") is None
    assert desk.said[-1][1] == "Restored"
    kept = Path(desk.said[-1][2].removeprefix("The file before is kept: "))
    assert kept.exists()


def _choose(desk: Desk, folder: Path) -> None:
    desk.click(desk.page.second.panel.choose)
    dialog = desk.file_dialog()
    dialog.setDirectory(str(folder))
    dialog.accept()
    desk.settle()


def test_a_second_folder_is_chosen_and_gets_what_there_is(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    panel = desk.page.second.panel
    assert "stolen or burns" in panel.words.text()
    assert not panel.forget.isVisible()
    backed_up(desk)
    _choose(desk, stick)
    assert panel.words.text() == f"Every backup is copied to {stick}, and checked there."
    assert len(desk.till.days.backups(stick)) == 1
    backed_up(desk)
    assert len(desk.till.days.backups(stick)) == 2
    stick.rename(tmp_path / "bag")
    backed_up(desk)
    assert desk.said[-1][0] is BannerKind.SUCCESS, "a stick that is away is no reason not to have a backup"
    assert panel.words.text().startswith(f"{stick} is away since 09:00")
    desk.click(panel.forget)
    assert "stolen or burns" in panel.words.text()


def test_the_folder_of_the_backups_is_refused_as_the_second(desk: Desk) -> None:
    backed_up(desk)
    _choose(desk, desk.folders.backups)
    assert desk.said[-1][0] is BannerKind.ERROR
    assert "stolen or burns" in desk.page.second.panel.words.text()
    assert desk.page.second.panel.choose.isEnabled()


def test_the_folder_opens_on_the_desktop(desk: Desk) -> None:
    with desktop() as folders:
        desk.click(desk.page.folder)
    assert folders == [desk.folders.backups]


def test_everything_goes_out_into_a_folder_that_is_named(desk: Desk, tmp_path: Path) -> None:
    enrolled(desk.till)
    desk.click(desk.page.all_data.export)
    desk.give_reason()
    dialog = desk.file_dialog()
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    desk.settle()
    assert desk.said[-1][:2] == (BannerKind.SUCCESS, "Everything is exported")
    (folder,) = tmp_path.glob("LoyalPOS-*")
    assert str(folder) in desk.said[-1][2]
    assert (folder / "tables" / "member.csv").exists()


def test_an_export_that_is_stopped_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    held = desk.hold_files()
    desk.page.all_data.export.click()
    desk.give_reason()
    dialog = desk.file_dialog()
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert not desk.page.all_data.export.isEnabled()
    desk.page.work.cancel.click()
    held.set()
    desk.settle()
    assert desk.said[-1][:2] == (BannerKind.ERROR, "Stopped")
    assert list(tmp_path.glob("LoyalPOS-*")) == []
    assert desk.page.all_data.export.isEnabled()
