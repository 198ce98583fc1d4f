"""Erasing on a member's page: never by one click or one key, and what is lost is said before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.store import erasure_journal
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import enrolled
from tests.ui.office_desk import OfficeDesk, desktop, office

Desk = OfficeDesk[MembersPage]


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, MembersPage, tmp_path) as made:
        yield made


def test_another_member_opened_over_one_is_shown_from_the_top_and_the_look_is_written_down(
    desk: Desk,
) -> None:
    opened(desk)
    other = enrolled(desk.till, "0911111111", "Trần Thị Mai")
    bar = desk.page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.page.open_member(other)
    desk.settle()
    assert bar.value() == 0
    assert [one.how for one in desk.till.my_data.accesses(other)] == ["page"]
    bar.setValue(bar.maximum())
    desk.page.refresh()
    desk.settle()
    assert bar.value() > 0, "read again, it stays where one reads"
    assert len(desk.till.my_data.accesses(other)) == 1
    desk.press(desk.page.details.back, Qt.Key.Key_Escape)
    assert bar.value() == 0


def opened(desk: Desk) -> str:
    """Open Nguyễn Văn Đức; give the digits that confirm."""
    member = enrolled(desk.till)
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(125_000))
    desk.type_into(desk.page.box, "nguyen van duc", enter=True)
    return desk.till.cards.of_member(member)[0].code[-4:]


def test_a_member_is_erased_only_where_the_digits_of_the_card_are_typed(desk: Desk) -> None:
    digits = opened(desk)
    panel = desk.page.details.erasing
    desk.click(panel.begin)
    assert not panel.begin.isVisible()
    lines = panel.findChildren(type(panel._lines))
    assert any("Points that are lost: 32" in line.text() for line in lines)
    desk.press(panel.typed.edit, Qt.Key.Key_Return)
    desk.type_into(panel.typed.edit, "0001" if digits != "0001" else "0002", enter=True)
    assert not panel.erase.isEnabled()
    assert digits in panel.typed.notice.text()
    desk.type_into(panel.typed.edit, digits, enter=True)
    assert panel.typed.notice.text() == ""
    assert panel.erase.hasFocus()
    assert desk.till.erasures.erased() == ()
    cards = desk.folders.cards
    cards.mkdir()
    of_them, of_another = cards / "Nguyễn Văn Đức 1234.pdf", cards / "Trần Thị Hạnh 1234.pdf"
    of_them.write_text("")
    of_another.write_text("")
    desk.click(panel.erase)
    assert len(desk.till.erasures.erased()) == 1
    assert not desk.page.details.isVisible()
    assert desk.said[-1][0] is BannerKind.SUCCESS
    assert "Đức" not in "".join(desk.said[-1][1:])
    assert (of_them.exists(), of_another.exists()) == (False, True)
    assert len(erasure_journal.read(desk.folders.backups)) == 1
    (slip,) = (desk.folders.data / "erased").iterdir()
    assert str(slip) in desk.said[-1][2]
    with closing(PdfDocument(slip)) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "32" in text
    assert "Points that ended" in text
    assert "Đức" not in text


def test_an_erasure_without_its_confirmation_says_so(desk: Desk) -> None:
    digits = opened(desk)
    panel = desk.page.details.erasing
    desk.click(panel.begin)
    desk.type_into(panel.typed.edit, digits, enter=True)
    (desk.folders.data / "erased").write_text("in the way")
    desk.click(panel.erase)
    assert len(desk.till.erasures.erased()) == 1
    assert "could not be written" in desk.said[-1][2]


def seen_in(view: QScrollArea, part: QWidget) -> bool:
    """Whether a part stands within what a page shows."""
    room = view.viewport()
    return room.rect().contains(part.mapTo(room, part.rect().bottomRight()))


def test_what_is_asked_is_brought_into_sight(desk: Desk) -> None:
    opened(desk)
    panel, view = desk.page.details.erasing, desk.page.view
    for begin, last in ((panel.begin, panel.leave), (panel.hold, panel.leave_hold)):
        view.ensureWidgetVisible(begin)
        desk.click(begin)
        desk.qtbot.waitUntil(partial(seen_in, view, last))
        desk.press(last, Qt.Key.Key_Escape)


def test_escape_leaves_the_member_and_the_page_as_they_are(desk: Desk) -> None:
    opened(desk)
    panel = desk.page.details.erasing
    desk.click(panel.begin)
    desk.press(panel.typed.edit, Qt.Key.Key_Escape)
    assert panel.begin.isVisible()
    assert desk.page.details.isVisible()
    assert desk.till.erasures.erased() == ()


def test_records_kept_on_legal_grounds_cannot_be_erased_until_that_ends(desk: Desk) -> None:
    opened(desk)
    panel = desk.page.details.erasing
    desk.click(panel.hold)
    desk.click(panel.keep)
    assert panel.hold_reason.notice.text()
    desk.type_into(panel.hold_reason.edit, "tranh chap hoa don 12", enter=True)
    assert not panel.begin.isVisible()
    assert "tranh chap hoa don 12" in panel._quiet.text()
    desk.click(panel.end_hold)
    assert panel.begin.isVisible()


def test_looking_at_a_page_is_noted_once_a_day_and_my_data_is_written(desk: Desk) -> None:
    opened(desk)
    desk.page.refresh()
    desk.settle()
    (member,) = (one.id for one in desk.till.members.find("duc"))
    assert [one.how for one in desk.till.my_data.accesses(member)] == ["page"]
    with desktop() as shown:
        desk.click(desk.page.details.my_data)
    (folder,) = shown
    assert sorted(path.suffix for path in folder.iterdir()) == [".json", ".pdf"]
    assert [one.how for one in desk.till.my_data.accesses(member)] == ["my_data", "page"]
    assert "my data" in desk.page.details.accesses.lines.text().lower()
