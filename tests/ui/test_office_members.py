"""The members of the office: the list, particulars, tags, and who sent whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from loyalpos.engine.members import Enrolment, Origin, Purpose, Source
from loyalpos.engine.phones import Phone
from loyalpos.ui.office.ending_panel import EndingPanel
from loyalpos.ui.office.tag_panel import TagPanel
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from tests.shops import CONSENT, enrolled, whose_phone
from tests.ui.member_desk import Desk, desk, enrolled_as, opened
from tests.ui.office_desk import cells

__all__ = ["desk"]


def test_an_empty_shop_says_where_members_come_from(desk: Desk) -> None:
    assert desk.page.empty.isVisible()
    assert "F4" in desk.page.empty.accessibleName()


def test_the_list_shows_masked_phones_and_finds_by_name_without_marks_or_last_digits(desk: Desk) -> None:
    enrolled(desk.till)
    enrolled(desk.till, "0987654321", "Trần Thị Hạnh")
    desk.page.refresh()
    desk.settle()
    assert [row[0] for row in cells(desk.page.list)] == ["Trần Thị Hạnh", "Nguyễn Văn Đức"]
    assert not any("0987" in row[1] for row in cells(desk.page.list))
    desk.type_into(desk.page.box, "duc")
    assert [row[0] for row in cells(desk.page.list)] == ["Nguyễn Văn Đức"]
    desk.type_into(desk.page.box, "4321")
    assert [row[0] for row in cells(desk.page.list)] == ["Trần Thị Hạnh"]
    desk.type_into(desk.page.box, "xyzw")
    assert desk.page.empty.isVisible()
    assert "xyzw" in desk.page.empty.accessibleName()


def test_down_and_enter_open_a_member_and_escape_goes_back(desk: Desk) -> None:
    opened(desk)
    desk.press(desk.page.details.back, Qt.Key.Key_Escape)
    assert not desk.page.details.isVisible()
    desk.type_into(desk.page.box, "tran")
    desk.press(desk.page.box, Qt.Key.Key_Down)
    assert desk.page.list.hasFocus()
    desk.press(desk.page.list, Qt.Key.Key_Return)
    assert desk.page.details.particulars.name.text() == "Trần Thị Hạnh"


def test_particulars_are_saved_with_enter(desk: Desk) -> None:
    page = opened(desk)
    boxes = page.details.particulars
    desk.type_into(boxes.name.edit, "Nguyen Van Dat")
    desk.type_into(boxes.phone.edit, "0933 111 222")
    desk.type_into(boxes.birthday.edit, "24/11")
    desk.type_into(boxes.note.edit, "it da", enter=True)
    member = desk.till.members.member(enrolled_as(desk, "0933111222"))
    assert (member.name, member.note) == ("Nguyen Van Dat", "it da")
    assert member.birthday is not None
    assert (member.birthday.day, member.birthday.month) == (24, 11)
    assert desk.said[-1][0] is BannerKind.SUCCESS


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("phone", "12"),
        ("phone", "0987654321"),  # somebody else's
        ("phone", "đường"),
        ("name", "a" * 500),
        ("name", "12345"),
        ("birthday", "31/2"),
        ("note", "x" * 501),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_not_written(desk: Desk, field: str, text: str) -> None:
    page = opened(desk)
    before = desk.till.members.member(enrolled_as(desk, "0912345678"))
    box = getattr(page.details.particulars, field)
    box.edit.setFocus()
    box.edit.setText(text)
    desk.press(box.edit, Qt.Key.Key_Return)
    assert box.notice.text()
    assert box.edit.is_wrong()
    assert desk.till.members.member(before.id) == before


def test_whose_points_end_soon_is_listed_opened_and_written_to_a_file(desk: Desk, tmp_path: Path) -> None:
    enrolled(desk.till)
    asked = replace(CONSENT, purpose=Purpose.MESSAGES)
    desk.till.members.enrol(
        desk.world.new_id(), Enrolment(Phone("0987654321"), "Hạnh", consents=(CONSENT, asked))
    )
    desk.world.clock.forward(days=350)
    desk.page.refresh()
    desk.click(desk.page.others.ending)
    panel = desk.page.others.panel
    assert isinstance(panel, EndingPanel)
    assert not desk.page.box.isVisible()
    shown = cells(panel.table)
    assert sorted((row[0], row[1], row[2], row[3]) for row in shown) == [
        ("Hạnh", "0987 654 321", "20", "23/11/2027"),
        ("Nguyễn Văn Đức", "••• ••• 5 678", "20", "23/11/2027"),
    ], "the phone of who did not agree to messages stays covered"
    desk.click(panel.export)
    desk.give_reason()
    desk.file_dialog().setDirectory(str(tmp_path))
    desk.answer_file_dialog("ending.csv")
    assert desk.said[-1][0] is BannerKind.SUCCESS
    written = (tmp_path / "ending.csv").read_text("utf-8-sig").splitlines()
    assert written[1:3] == ["Hạnh;0987654321;20;23/11/2027", ""]
    assert written[3].startswith("Written by Lan")
    at = [row[0] for row in shown].index("Nguyễn Văn Đức")
    panel.table.selectRow(at)
    desk.press(panel.table, Qt.Key.Key_Return)
    assert desk.page.details.isVisible()
    assert not panel.isVisible()
    desk.click(desk.page.details.back)
    assert panel.isVisible()
    desk.press(panel.days, Qt.Key.Key_Up)
    desk.press(panel.days, Qt.Key.Key_Up)
    assert panel.empty.isVisible(), "nothing ends within a week"
    desk.press(panel.table, Qt.Key.Key_Escape)
    assert desk.page.box.isVisible()


def test_tags_are_put_on_a_member_and_taken_off_while_what_is_typed_stays(desk: Desk) -> None:
    page = opened(desk)
    member = whose_phone(desk.till, "0912345678")
    assert member is not None
    page.details.particulars.note.set_text("chưa lưu")
    tags = page.details.tags
    desk.type_into(tags.box.edit, "a, b", enter=True)
    assert tags.box.edit.is_wrong()
    desk.type_into(tags.box.edit, "  VIP ", enter=True)
    desk.type_into(tags.box.edit, "khu A", enter=True)
    assert desk.till.tags.of(member) == ("VIP", "khu A")
    assert page.details.particulars.note.text() == "chưa lưu"
    cross = tags.worn.widgets()[0]
    assert isinstance(cross, ActionButton)
    desk.qtbot.waitUntil(cross.isVisible)
    desk.click(cross)
    assert desk.till.tags.of(member) == ("khu A",)
    assert tags.box.edit.hasFocus(), "the keys are not lost with the button"


def test_several_members_are_tagged_at_once_by_keys(desk: Desk) -> None:
    people = [enrolled(desk.till, f"091234567{at}", name) for at, name in enumerate(("Hoa", "Minh", "Mai"))]
    desk.page.refresh()
    desk.settle()
    desk.click(desk.page.others.tags)
    panel = desk.page.others.panel
    assert isinstance(panel, TagPanel)
    assert not panel.put_on.isEnabled()
    assert cells(panel.table)[0][:2] == ["–", "Mai"]
    for row in (0, 1):
        panel.table.selectRow(row)
        desk.press(panel.table, Qt.Key.Key_Return)
    assert [row[0] for row in cells(panel.table)] == ["✓ picked", "✓ picked", "–"]
    desk.press(panel.table, Qt.Key.Key_Return)
    desk.type_into(panel.tag.edit, "VIP", enter=True)
    assert desk.said[-1][0] is BannerKind.SUCCESS
    assert [desk.till.tags.of(one) for one in people] == [(), (), ("VIP",)]
    desk.click(panel.all)
    desk.type_into(panel.tag.edit, "vip", enter=True)
    assert [desk.till.tags.of(one) for one in people] == [("VIP",)] * 3
    desk.press(panel.wearing, Qt.Key.Key_Down)
    desk.click(panel.all)
    desk.type_into(panel.tag.edit, "VIP")
    desk.click(panel.take_off)
    assert [desk.till.tags.of(one) for one in people] == [()] * 3
    desk.press(panel.table, Qt.Key.Key_Escape)
    assert desk.page.box.isVisible()


def test_who_sent_a_member_is_named_in_the_office_and_both_pages_lead_to_each_other(desk: Desk) -> None:
    page = opened(desk)
    duc, hanh = (whose_phone(desk.till, phone) for phone in ("0912345678", "0987654321"))
    assert duc is not None
    assert hanh is not None
    origin = page.details.origin
    desk.type_into(origin.box, "hanh", enter=True)
    assert desk.till.referrals.of(duc).origin == Origin(hanh, Source.FRIEND)
    assert origin.referrer.text() == "Trần Thị Hạnh"
    assert not origin.box.isVisible()
    desk.press(origin.source, Qt.Key.Key_Down)
    assert desk.till.referrals.of(duc).origin == Origin(hanh, Source.FACEBOOK)
    desk.click(origin.referrer)
    (friend,) = page.details.origin.friends.widgets()
    assert isinstance(friend, ActionButton)
    desk.type_into(page.details.origin.box, "duc", enter=True)
    assert desk.said[-1][0] is BannerKind.ERROR, "in a circle"
    assert desk.till.referrals.of(hanh).origin == Origin()
    (friend,) = page.details.origin.friends.widgets()
    assert isinstance(friend, ActionButton)
    desk.qtbot.waitUntil(friend.isVisible)
    desk.click(friend)
    desk.click(page.details.origin.drop)
    assert desk.till.referrals.of(duc).origin == Origin(None, Source.FACEBOOK)
