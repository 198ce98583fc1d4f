"""The cards and codes of a member in the office: on paper, on the phone, linked, lost and taken off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from loyalpos.engine.codes import decode
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import enrolled, whose_phone
from tests.ui.member_desk import Desk, desk, enrolled_as, opened
from tests.ui.office_desk import desktop

__all__ = ["desk"]


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
