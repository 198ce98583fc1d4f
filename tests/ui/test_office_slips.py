"""The settings of the receipt printer: they hold at once, are tried, and are seen without any printer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import card_code
from loyalpos.settings import TillSettings, load_settings, save_settings
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.page import Workplace
from loyalpos.ui.office.settings_page import SettingsPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.printing.escpos_reader import replayed
from tests.printing.slips import codes_on
from tests.shops import World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk, office


class _Settings(SettingsPage):
    """The page with the settings of a new till."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, TillSettings(language="en"), parent)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[OfficeDesk[_Settings]]:
    world = World()
    desk = OfficeDesk(qtbot, _Settings, tmp_path, new_till(tmp_path, world), world)
    yield desk
    desk.close()


def choose(desk: OfficeDesk[_Settings], box: ChoiceBox, name: str) -> None:
    """Choose a row of a drop-down as a person does by keys."""
    names = [box.name_at(at) for at in range(box.count())]
    steps = names.index(name) - box.currentIndex()
    for _ in range(abs(steps)):
        desk.press(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert box.choice() == name


def kept(desk: OfficeDesk[_Settings]) -> TillSettings:
    desk.settle()
    return load_settings(desk.folders.settings_file)


def test_what_is_chosen_holds_at_once_and_is_kept(desk: OfficeDesk[_Settings]) -> None:
    panel = desk.page.slips
    heard: list[TillSettings] = []
    desk.page.settings_changed.connect(heard.append)
    assert panel.address.isHidden()
    choose(desk, panel.connection, "network")
    assert panel.address.isVisible()
    desk.type_into(panel.address.edit, "192.168.1.50")
    panel.address.edit.editingFinished.emit()
    choose(desk, panel.width_mm, "58")
    choose(desk, panel.when, "asked")
    choose(desk, panel.language, "vi")
    for switch in (panel.cut, panel.code, panel.program):
        desk.click(switch)
    expected = TillSettings(
        language="en",
        slip_printer="network",
        slip_address="192.168.1.50",
        slip_width=58,
        slip_auto=False,
        slip_language="vi",
        slip_cut=False,
        slip_code=True,
        slip_program=False,
    )
    assert kept(desk) == expected
    assert heard[-1] == expected


def test_the_other_settings_of_the_till_do_not_undo_them(desk: OfficeDesk[_Settings]) -> None:
    choose(desk, desk.page.slips.connection, "network")
    desk.click(desk.page.this_till.sounds)
    assert kept(desk).slip_printer == "network"
    assert not kept(desk).sounds
    desk.click(desk.page.slips.code)
    assert not kept(desk).sounds
    assert kept(desk).slip_code


def test_the_words_of_the_shop_are_written_when_the_owner_says_so(desk: OfficeDesk[_Settings]) -> None:
    panel = desk.page.slips
    # As pasted: the test's own keyboard has no such keys.
    panel.terms.edit.insert("Đổi trả  trong 3 ngày. ")
    panel.greeting.edit.insert("Cảm ơn anh chị ❤")
    assert desk.till.shop.description.slip_terms == ""
    desk.click(panel.save)
    assert desk.till.shop.description.slip_terms == "Đổi trả trong 3 ngày."
    assert desk.till.shop.description.slip_greeting == "Cảm ơn anh chị ❤"
    assert desk.said[-1][0] is BannerKind.SUCCESS


def test_slips_are_seen_on_both_papers_without_a_printer(desk: OfficeDesk[_Settings]) -> None:
    panel = desk.page.slips
    assert not panel.test.isEnabled()
    assert panel.preview.isHidden()
    desk.click(panel.look)
    sizes = {width: picture.image.size() for width, picture in panel.preview.pictures.items()}
    assert {width: size.width() for width, size in sizes.items()} == {58: 384, 80: 576}
    # What is chosen is seen at once.
    desk.click(panel.code)
    taller = {width: picture.image.size() for width, picture in panel.preview.pictures.items()}
    assert all(taller[width].height() > sizes[width].height() + 200 for width in sizes)
    desk.click(panel.look)
    assert panel.preview.isHidden()


def test_the_picture_is_what_the_test_slip_prints(desk: OfficeDesk[_Settings], tmp_path: Path) -> None:
    panel = desk.page.slips
    desk.click(panel.look)
    choose(desk, panel.connection, "file")
    desk.type_into(panel.address.edit, str(tmp_path / "lp0"))
    desk.click(panel.code)
    desk.click(panel.test)
    assert desk.said[-1][0] is BannerKind.SUCCESS
    paper = replayed((tmp_path / "lp0").read_bytes()).raster()
    assert paper.image() == panel.preview.pictures[80].image
    assert codes_on(paper) == [card_code(345678901288)]


def test_a_printer_that_is_not_there_is_said_on_the_page(desk: OfficeDesk[_Settings]) -> None:
    panel = desk.page.slips
    choose(desk, panel.connection, "file")
    desk.type_into(panel.address.edit, "/dev/usb/lp7")
    desk.click(panel.test)
    kind, _, more = desk.said[-1]
    assert kind is BannerKind.ERROR
    assert "/dev/usb/lp7" in more


def test_settings_out_of_bounds_fall_back(tmp_path: Path) -> None:
    path = tmp_path / "till.json"
    path.write_text(
        '{"slip_width": 76, "slip_printer": "pigeon", "slip_timeout_s": 0, "slip_language": "fr"}'
    )
    read = load_settings(path)
    assert (read.slip_width, read.slip_printer, read.slip_timeout_s, read.slip_language) == (80, "", 1, "")


def test_a_member_without_a_card_printer_gets_the_card_from_the_receipt_printer(
    qtbot: QtBot, tmp_path: Path, themed: QApplication
) -> None:
    with office(qtbot, MembersPage, tmp_path) as desk:
        member = enrolled(desk.till)
        desk.page.resize(QSize(1146, 1400))
        desk.page.open_member(member)
        desk.settle()
        card = desk.page.details.card
        desk.click(card.slip)
        assert desk.said[-1][1] == "This till has no receipt printer"
        out = tmp_path / "lp0"
        save_settings(
            desk.folders.settings_file,
            TillSettings(slip_printer="file", slip_address=str(out), slip_width=58),
        )
        desk.click(card.slip)
        assert desk.said[-1][0] is BannerKind.SUCCESS
        paper = replayed(out.read_bytes()).raster()
        assert paper.width == 384
        assert codes_on(paper) == [desk.till.members.member(member).card]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_printer_that_takes_nothing_keeps_no_cards_from_being_printed(
    desk: OfficeDesk[_Settings], tmp_path: Path
) -> None:
    device = tmp_path / "lp0"
    os.mkfifo(device)
    panel = desk.page.slips
    choose(desk, panel.connection, "file")
    desk.type_into(panel.address.edit, str(device))
    QTest.mouseClick(panel.test, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: bool(desk.lanes[3].unfinished))
    painted: list[object] = []
    desk.prints.add("cards", lambda _progress: 3, done=painted.append, trouble=painted.append)
    desk.qtbot.waitUntil(lambda: painted == [3])
    # Somebody puts paper in.
    got = device.read_bytes()
    desk.settle()
    assert replayed(got).raster().width == 576
    assert desk.said[-1][0] is BannerKind.SUCCESS
