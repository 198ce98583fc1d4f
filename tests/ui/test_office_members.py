from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import decode
from loyalpos.engine.members import Enrolment, Origin, Purpose, Source
from loyalpos.engine.money import vnd
from loyalpos.engine.phones import Phone
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.ui.office.ending_panel import EndingPanel
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.tag_panel import TagPanel
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.marks import Chip
from loyalpos.ui.words import dates
from tests.shops import CONSENT, PROGRAM, World, enrolled, new_till, whose_phone
from tests.ui.office_desk import OfficeDesk, cells, desktop, office

Desk = OfficeDesk[MembersPage]


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, MembersPage, tmp_path) as made:
        yield made


def opened(desk: Desk) -> MembersPage:
    """The page with Nguyễn Văn Đức open: 20 welcome points, one bill of 125.000 ₫."""
    member = enrolled(desk.till)
    enrolled(desk.till, "0987654321", "Trần Thị Hạnh")
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(125_000, number="HD1"))
    desk.type_into(desk.page.box, "nguyen van duc", enter=True)
    assert desk.page.details.isVisible()
    return desk.page


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


def test_every_entry_of_the_balance_is_explained_and_adds_up(desk: Desk) -> None:
    page = opened(desk)
    shown = cells(page.details.history)
    assert [(row[1], row[2], row[3]) for row in shown] == [
        ("Bought for 125.000 ₫, receipt HD1", "+12", "32"),
        ("Welcome", "+20", "20"),
    ]
    assert cells(page.details.bills)[0][1:] == ["HD1", "125.000 ₫", "+12"]


def test_a_return_shows_in_history_and_at_its_bill(desk: Desk) -> None:
    page = opened(desk)
    bill = desk.till.returns.bills_of(enrolled_as(desk, "0912345678"))[0]
    desk.till.returns.return_bill(bill.id, 1, 50_000)
    page.refresh()
    desk.settle()
    assert cells(page.details.history)[0][2:] == ["−5", "27"]
    assert cells(page.details.bills)[0][2] == "50.000 ₫ returned"


def enrolled_as(desk: Desk, phone: str) -> UUID:
    found = whose_phone(desk.till, phone)
    assert found is not None
    return found


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


def test_a_card_is_written_as_a_pdf_that_a_scanner_reads(desk: Desk) -> None:
    page = opened(desk)
    code = desk.till.members.member(enrolled_as(desk, "0912345678")).card
    with desktop() as folders:
        desk.click(page.details.card.pdf)
        desk.answer_file_dialog("the.pdf")
    assert codes_in_pdf(desk.folders.cards / "the.pdf") == (code, code)
    assert folders == [desk.folders.cards]
    assert desk.said[-1][0] is BannerKind.SUCCESS


def test_a_folder_that_cannot_be_made_is_said_and_the_page_goes_on(desk: Desk) -> None:
    page = opened(desk)
    desk.folders.cards.write_text("a file stands where the folder should be", encoding="utf-8")
    desk.click(page.details.card.pdf)
    assert desk.said[-1][0] is BannerKind.ERROR
    assert page.details.card.pdf.isEnabled()


def test_the_picture_for_the_phone_is_in_the_folder_and_on_the_clipboard(desk: Desk) -> None:
    page = opened(desk)
    with desktop() as folders:
        desk.click(page.details.card.phone)
    assert folders == [desk.folders.cards]
    assert [path.suffix for path in desk.folders.cards.iterdir()] == [".png"]
    assert QGuiApplication.clipboard().image().width() == 1080


def test_the_picture_of_the_card_lies_beside_that_for_the_phone_and_on_the_clipboard(desk: Desk) -> None:
    page = opened(desk)
    with desktop():
        desk.click(page.details.card.phone)
        desk.click(page.details.card.picture)
    assert len([path for path in desk.folders.cards.iterdir() if path.suffix == ".png"]) == 2
    shown = QGuiApplication.clipboard().image()
    assert (shown.width(), shown.height()) == (1011, 638)


def test_a_new_card_kills_the_old_one_only_after_the_question(desk: Desk) -> None:
    page = opened(desk)
    member = enrolled_as(desk, "0912345678")
    old = desk.till.members.member(member).card
    assert old is not None
    desk.click(page.details.card.reissue)
    assert old[-4:] in page.details.card.confirm.sentence()
    desk.press(page.details.card.confirm.no, Qt.Key.Key_Escape)
    assert desk.till.members.by_code(old).state == "linked"
    assert page.details.isVisible(), "Esc takes the question away, not the member"
    desk.click(page.details.card.reissue)
    desk.click(page.details.card.confirm.yes)
    assert desk.till.members.by_code(old).state == "dead"
    new = desk.till.members.member(member).card
    assert new is not None
    assert new != old


def test_an_old_card_is_linked_by_scanning_and_anothers_is_refused(desk: Desk) -> None:
    page = opened(desk)
    member = enrolled_as(desk, "0912345678")
    other = desk.till.members.member(enrolled_as(desk, "0987654321")).card
    desk.click(page.details.card.link)
    desk.type_into(page.details.card.code.edit, str(other), enter=True)
    assert "Trần Thị Hạnh" in page.details.card.code.notice.text()
    desk.type_into(page.details.card.code.edit, "8934563138165", enter=True)
    assert "goods" in page.details.card.code.notice.text()
    assert page.take_scan(decode("OLD-CARD-0042"))
    desk.settle()
    assert desk.till.members.by_code("OLD-CARD-0042").member == member


def test_after_a_code_was_linked_nothing_else_takes_the_next_one(desk: Desk) -> None:
    page = opened(desk)
    enrolled_as(desk, "0912345678")
    desk.click(page.details.card.link)
    desk.type_into(page.details.card.code.edit, "KH000001", enter=True)
    desk.settle()
    assert not page.details.card.is_linking
    assert page.details.card.link.hasFocus()
    assert not page.details.tags.box.notice.text()


def test_a_scanned_card_opens_its_member(desk: Desk) -> None:
    member = enrolled(desk.till)
    card = desk.till.members.member(member).card
    assert desk.page.take_scan(decode(str(card)))
    desk.settle()
    assert desk.page.details.particulars.name.text() == "Nguyễn Văn Đức"


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


def test_a_line_of_a_return_names_the_bill_that_came_back(desk: Desk) -> None:
    page = opened(desk)
    member = desk.till.members.find("duc")[0].id
    returned, taken = desk.world.new_id(), desk.world.new_id()
    desk.till.counter.record_bill(returned, member, Bill(9_000_000, number="HD2"))
    desk.till.counter.record_bill(taken, member, Bill(200_000, number="HD3"), (Taken("off50"),))
    for bill in (taken, returned):
        desk.till.returns.return_bill(bill, 1, None)
    page.refresh()
    desk.settle()
    told = [row[1] for row in cells(page.details.history)]
    assert "Bill of 9.000.000 ₫, receipt HD2 returned or undone: what it earned taken back" in told
    assert "Bill of 200.000 ₫, receipt HD3 returned or undone: what was redeemed given back" in told


def test_who_was_here_and_what_they_paid_leave_out_what_was_taken_back_and_points(desk: Desk) -> None:
    page = opened(desk)
    member = desk.till.members.find("duc")[0].id
    first = desk.till.returns.bills_of(member)[0]
    desk.world.clock.forward(hours=2)
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(50_000), (Taken("pay"),))
    wrong = desk.world.new_id()
    desk.world.clock.forward(hours=2)
    desk.till.counter.record_bill(wrong, member, Bill(2_000_000))
    desk.till.returns.undo(wrong)
    page.refresh()
    desk.settle()
    bill = desk.till.returns.bills_of(member)[1]
    assert desk.till.members.last_here([member]) == {member: bill.at}
    chips = [chip.accessibleName() or chip.text() for chip in page.details.findChildren(Chip)]
    assert bill.at > first.at
    assert any(f"{desk.till.shop.time.local(bill.at):%H:%M}" in chip for chip in chips), chips
    paid_vnd = 125_000 + 50_000 - bill.value_vnd
    assert bill.value_vnd > 0
    assert any(vnd(paid_vnd) in chip for chip in chips), chips
    desk.press(page.details.back, Qt.Key.Key_Escape)
    desk.settle()
    (row,) = [row for row in cells(page.list) if row[0] == "Nguyễn Văn Đức"]
    assert row[3] == dates.moment(bill.at, desk.till.shop.time)


def test_a_tier_is_set_by_hand_with_a_reason_and_gifts_are_explained(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    program = replace(
        PROGRAM,
        tiers=TierPlan(tiers=(Tier("silver", "Bạc", 100_000, gift_points=5), Tier("gold", "Vàng", 900_000))),
    )
    world = World()
    made: Desk = OfficeDesk(qtbot, MembersPage, tmp_path, new_till(tmp_path, world, program=program), world)
    page = opened(made)
    panel = page.details.tier
    assert cells(page.details.history)[0][1:] == ["Gift: Reached tier Bạc", "+5", "37"]
    assert panel.moves.text() == "23/11/2026 · Reached tier Bạc"
    panel.floor.choose("gold")
    panel.floor.chosen.emit("gold")
    made.press(panel.save, Qt.Key.Key_Space)
    assert panel.reason.notice.text() == "Write down why: it is kept with the change"
    made.type_into(panel.reason.edit, "Co giao cua con", enter=True)
    assert panel.moves.text().startswith("23/11/2026 · By hand: never below tier Vàng – Co giao cua con\n")
    assert not panel.reason.isVisible()
    made.close()


def test_each_card_of_an_account_says_whose_it_is_and_a_lost_one_is_dead(desk: Desk) -> None:
    page = opened(desk)
    member = whose_phone(desk.till, "0912345678")
    assert member is not None
    codes = page.details.card.codes
    assert not codes.isVisible(), "one card is the member's own"
    (blank,) = desk.till.cards.issue(desk.world.new_id(), 1)
    desk.till.members.link(member, blank)
    page.refresh()
    desk.settle()
    at = [one.code for one in desk.till.cards.of_member(member)].index(blank)
    desk.qtbot.waitUntil(codes.labels()[at].isVisible)
    desk.type_into(codes.labels()[at], "con gai", enter=True)
    assert desk.till.members.by_code(blank).label == "con gai"
    assert [label.text() for label in codes.labels()] == ["", "con gai"]
    desk.qtbot.waitUntil(codes.lost_buttons()[1].isVisible)
    desk.click(codes.lost_buttons()[1])
    assert desk.till.members.by_code(blank).state == "dead"
    assert not codes.isVisible()


def test_a_code_that_is_none_of_ours_is_taken_off_and_put_back(desk: Desk) -> None:
    page = opened(desk)
    member = whose_phone(desk.till, "0912345678")
    assert member is not None
    codes = page.details.card.codes
    desk.till.members.link(member, "KH000777")
    page.refresh()
    desk.settle()
    desk.qtbot.waitUntil(lambda: bool(codes.off_buttons()) and codes.off_buttons()[0].isVisible())
    desk.click(codes.off_buttons()[0])
    desk.settle()
    assert desk.till.members.by_code("KH000777").state == "unknown"
    assert codes.off_buttons() == ()
    desk.qtbot.waitUntil(codes.back.isVisible)
    desk.click(codes.back)
    desk.settle()
    assert desk.till.members.by_code("KH000777").member == member
    assert not codes.off.isVisible()


def test_a_return_that_was_undone_leaves_its_bill_whole_and_says_what_came_again(desk: Desk) -> None:
    page = opened(desk)
    member = desk.till.members.find("duc")[0].id
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(9_000_000))
    action = desk.world.new_id()
    desk.till.counter.record_bill(action, member, Bill(200_000, number="HD3"), (Taken("off50"),))
    for part, returned_vnd in ((1, 100_000), (2, None)):
        desk.till.returns.return_bill(action, part, returned_vnd)
        last = desk.till.returns.last()
        assert last is not None
        desk.till.returns.undo(last.record)
    page.refresh()
    desk.settle()
    told = [row[1:3] for row in cells(page.details.history)]
    again = "Return undone, bill of 200.000 ₫, receipt HD3: "
    assert [row[0] for row in told if row[0].startswith(again) and row[1].startswith("+")] == [
        again + "what it earned added again"
    ] * 2
    assert [row[0] for row in told if row[0].startswith(again) and row[1].startswith("−")] == [
        again + "what was redeemed taken off again"
    ]
    assert cells(page.details.bills)[0][1:3] == ["HD3", "200.000 ₫"], "nothing became of it"
