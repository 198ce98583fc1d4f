"""Letters, lists, stickers and cards for friends of members picked at the real page; a statement."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.members import Consent, Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.ui.office.cards_page import CardsPage
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.paper_fields import CARDS, CHECKLIST, FRIENDS, LETTERS
from tests.shops import CONSENT
from tests.ui.office_desk import OfficeDesk, desktop, office

Desk = OfficeDesk[CardsPage]

PEOPLE = (
    ("0912345671", "Nguyễn Văn Đức", Birthday(3, 11), True),
    ("0912345672", "Trần Thị Mai", Birthday(20, 11), False),
    ("0912345673", "Lê Minh Châu", Birthday(25, 11), True),
    ("0912345674", "Phạm Quỳnh", Birthday(25, 12), True),
)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, CardsPage, tmp_path) as made:
        messages = Consent(Purpose.MESSAGES, "messages", 1, "vi", "spoken")
        for phone, name, birthday, agrees in PEOPLE:
            consents = (CONSENT, messages) if agrees else (CONSENT,)
            made.till.members.enrol(
                made.world.new_id(), Enrolment(Phone(phone), name, birthday=birthday, consents=consents)
            )
        made.page.refresh()
        made.settle()
        yield made


def pages_of(path: Path) -> list[str]:
    with closing(PdfDocument(path)) as document:
        return [
            " ".join(document[at].get_textpage().get_text_bounded().split()) for at in range(len(document))
        ]


def choose(desk: Desk, kind: str, group: str = "month:11") -> None:
    members = desk.page.members
    members.group.choose(group)
    members.group.chosen.emit(group)
    desk.settle()
    members.papers.kind.choose(kind)
    members.papers.kind.chosen.emit(kind)
    desk.settle()


def written(desk: Desk, name: str) -> Path:
    with desktop():
        desk.click(desk.page.members.pdf)
        desk.answer_file_dialog(name)
    return desk.folders.cards / name


def test_letters_reach_only_those_of_the_group_who_agreed_and_it_is_said_who_is_left_out(desk: Desk) -> None:
    choose(desk, LETTERS)
    members = desk.page.members
    assert [one.name for one in members.chosen()] == ["Nguyễn Văn Đức", "Trần Thị Mai", "Lê Minh Châu"]
    said = members.papers.reach()
    assert "2" in said
    assert "Trần Thị Mai" in said
    members.papers.words.setPlainText(
        "Dear {member name},\nYou hold {points held}.\nNext: {next reward}.\n{tier name}"
    )
    path = written(desk, "letters.pdf")
    first, second = pages_of(path)
    assert "Dear Nguyễn Văn Đức," in first
    assert "You hold 20 điểm." in first.replace("\u00a0", " ")
    assert "Tặng 1 bạc xỉu" in first or "Giảm" in first
    assert "Dear Lê Minh Châu," in second
    assert "Trần Thị Mai" not in first + second
    codes = {desk.till.members.member(one.id).card for one in members.chosen() if one.name != "Trần Thị Mai"}
    assert set(codes_in_pdf(path)) == codes
    assert desk.till.letters.words().startswith("Dear {member name}")
    assert not desk.page.question.isVisible(), "letters are no cards"


def test_letters_and_stickers_are_printed_again_from_one_of_them_on(desk: Desk) -> None:
    choose(desk, LETTERS)
    first = desk.page.members.papers.first
    for typed in ("3", "0", "x"):
        desk.type_into(first.edit, typed)
        desk.click(desk.page.members.pdf)
        assert first.notice.text() == "Type a number from 1 to 2"
    desk.type_into(first.edit, "2")
    (page,) = pages_of(written(desk, "rest.pdf"))
    assert "Lê Minh Châu" in page
    choose(desk, CARDS)
    assert first.text() == "", "another kind begins with the first again"
    choice = desk.page.paper.choice
    choice.setCurrentIndex(choice.findData("a4-labels-24"))
    desk.type_into(first.edit, "3")
    code = desk.till.members.member(desk.page.members.chosen()[2].id).card
    assert codes_in_pdf(written(desk, "sticker.pdf")) == (code,)


def test_a_strange_place_in_a_letter_is_refused_at_the_words(desk: Desk) -> None:
    choose(desk, LETTERS)
    papers = desk.page.members.papers
    papers.words.setPlainText("Dear {nmae}")
    desk.click(desk.page.members.pdf)
    assert "nmae" in papers.problem()
    assert not desk.folders.cards.exists() or not list(desk.folders.cards.iterdir())


def test_nobody_who_agreed_means_no_letter_can_be_printed(desk: Desk) -> None:
    desk.type_into(desk.page.members.box, "tran thi mai", enter=True)
    desk.page.members.papers.kind.choose(LETTERS)
    desk.page.members.papers.kind.chosen.emit(LETTERS)
    desk.settle()
    assert not desk.page.members.pdf.isEnabled()
    assert "Trần Thị Mai" in desk.page.members.papers.reach()


def test_the_list_to_tick_off_has_everybody_picked_with_a_masked_phone(desk: Desk) -> None:
    choose(desk, CHECKLIST)
    desk.type_into(desk.page.members.papers.gift.edit, "Lich Tet 2027")
    (page,) = pages_of(written(desk, "gifts.pdf"))
    for name in ("Nguyễn Văn Đức", "Trần Thị Mai", "Lê Minh Châu", "Lich Tet 2027"):
        assert name in page
    assert "Phạm Quỳnh" not in page
    assert "0912345671" not in page.replace(" ", "")


def test_stickers_with_name_and_code_are_printed_on_a_label_sheet(desk: Desk) -> None:
    choose(desk, CARDS)
    choice = desk.page.paper.choice
    choice.setCurrentIndex(choice.findData("a4-labels-24"))
    path = written(desk, "stickers.pdf")
    codes = {desk.till.members.member(one.id).card for one in desk.page.members.chosen()}
    assert set(codes_in_pdf(path)) == codes
    assert "Lê Minh Châu" in " ".join(pages_of(path))
    assert not desk.page.question.isVisible(), "a sticker is no card"
    assert desk.till.print_runs.all() == ()


def test_cards_for_friends_are_a_sheet_for_each_member(desk: Desk) -> None:
    choose(desk, FRIENDS)
    pages = pages_of(written(desk, "friends.pdf"))
    assert len(pages) == 3
    assert pages[0].count("Quán Cà Phê Mây") >= 8
    assert "Nguyễn Văn Đức" in pages[0]
    assert "Trần Thị Mai" in pages[1]


def test_a_group_of_many_is_shown_in_few_words_and_dropped_at_once(desk: Desk) -> None:
    for at in range(20):
        member = desk.till.members.enrol(
            desk.world.new_id(),
            Enrolment(Phone(f"09870000{at:02d}"), f"Khách {at}", consents=(CONSENT,)),
        ).member
        desk.till.tags.change((member,), on=("VIP",))
    desk.page.refresh()
    desk.settle()
    choose(desk, CARDS, "tag:VIP")
    members = desk.page.members
    assert len(members.chosen()) == 20
    assert len(members.picked.widgets()) == 13
    desk.click(members.nobody)
    assert members.chosen() == ()
    assert not members.pdf.isEnabled()


def test_a_statement_is_printed_from_the_members_page(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    with office(qtbot, MembersPage, tmp_path) as desk:
        new_id = desk.world.new_id
        member = desk.till.members.enrol(
            new_id(), Enrolment(Phone("0912345678"), "Nguyễn Văn Đức", consents=(CONSENT,))
        ).member
        for at in range(150):
            desk.till.counter.record_bill(new_id(), member, Bill(125_000, number=f"HD-{at}"))
        desk.page.open_member(member)
        desk.settle()
        with desktop():
            desk.click(desk.page.details.statement)
            desk.answer_file_dialog("statement.pdf")
        pages = pages_of(desk.folders.cards / "statement.pdf")
        whole = " ".join(pages).replace("\u00a0", " ")
        balance = desk.till.counter.desk(member).account.balance
        assert f"Nguyễn Văn Đức: {balance:,} điểm".replace(",", ".") in whole
        assert len(pages) > 3
        assert f"page {len(pages)} of {len(pages)}" in pages[-1]
        for at in range(150):
            assert whole.count(f"receipt HD-{at} ") == 1
        assert "125.000 ₫ ÷ 10.000 ₫" in whole
        assert "0912345678" not in whole.replace(" ", "")
        assert not desk.page.question.isVisible()
