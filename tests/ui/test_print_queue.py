"""The print queue at the real pages: jobs one after the other, and the question what came out well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import CardCode, CardScan
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.errors import CannotPrint
from loyalpos.printing.read_back import codes_in_pdf
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.jobs import Lane
from loyalpos.ui.office.cards_page import CardsPage
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.office.print_queue import JobState, PrintQueue
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import CONSENT, World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk, cells, desktop, office

Desk = OfficeDesk[CardsPage]


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with office(qtbot, CardsPage, tmp_path) as made:
        yield made


def made_pdf(desk: Desk, count: str, name: str = "blanks.pdf") -> Path:
    with desktop():
        desk.type_into(desk.page.batches.count.edit, count)
        desk.click(desk.page.batches.pdf)
        desk.answer_file_dialog(name)
    return desk.folders.cards / name


def printed(desk: Desk, out: Path) -> Path:
    """Answer the print dialog with a printer that writes a file."""
    desk.qtbot.waitUntil(lambda: desk.page.findChild(QPrintDialog) is not None)
    dialog = desk.page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(out))
    dialog.done(1)
    desk.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return out


def fronts(path: Path) -> list[str]:
    """The codes of a file in the order of its cards: each page of backs is mirrored, so only fronts count."""
    return list(dict.fromkeys(codes_in_pdf(path)))


def batch(desk: Desk) -> UUID:
    return desk.till.cards.batches()[0].id


def counts(desk: Desk) -> list[str]:
    return cells(desk.page.batches.list)[0][1:]


def test_what_was_written_is_asked_about_in_place_and_yes_counts_it_as_printed(desk: Desk) -> None:
    assert not desk.page.question.isVisible()
    made_pdf(desk, "12")
    assert desk.page.question.isVisible()
    assert "12" in desk.page.question.sentence()
    assert counts(desk) == ["0 / 12", "0", "0", "12"]
    desk.click(desk.page.question.well)
    assert not desk.page.question.isVisible()
    assert counts(desk) == ["12 / 12", "0", "0", "12"]
    assert cells(desk.page.runs_panel.list)[0][3] == "12"


def test_from_a_bad_card_on_is_printed_again_and_those_before_it_count(desk: Desk, tmp_path: Path) -> None:
    desk.type_into(desk.page.batches.count.edit, "25")
    desk.click(desk.page.batches.printer)
    first = fronts(printed(desk, tmp_path / "first.pdf"))
    codes = [card.code for card in desk.till.cards.cards_of(batch(desk))]
    assert set(first) == set(codes)
    question = desk.page.question
    desk.click(question.again)
    desk.type_into(question.first.edit, "26", enter=True)
    assert question.first.notice.text()
    desk.type_into(question.first.edit, "23", enter=True)
    assert set(fronts(printed(desk, tmp_path / "again.pdf"))) == set(codes[22:])
    assert counts(desk) == ["22 / 25", "0", "0", "25"]
    assert question.isVisible(), "what was printed again is asked about again"
    desk.click(question.well)
    assert counts(desk) == ["25 / 25", "0", "0", "25"]
    assert not question.isVisible()


def test_an_earlier_run_is_opened_and_printed_again_from_a_card_on(desk: Desk) -> None:
    made_pdf(desk, "5")
    desk.click(desk.page.question.well)
    desk.page.runs_panel.list.selectRow(0)
    desk.press(desk.page.runs_panel.list, Qt.Key.Key_Return)
    question = desk.page.question
    assert question.isVisible()
    assert not question.well.isVisible()
    with desktop():
        desk.click(question.again)
        desk.type_into(question.first.edit, "4")
        desk.click(question.go)
        desk.answer_file_dialog("again.pdf")
    codes = [card.code for card in desk.till.cards.cards_of(batch(desk))]
    assert set(fronts(desk.folders.cards / "again.pdf")) == set(codes[3:])
    assert counts(desk) == ["5 / 5", "0", "0", "5"]


def test_nothing_came_out_leaves_the_cards_made_and_not_printed(desk: Desk) -> None:
    made_pdf(desk, "5")
    desk.click(desk.page.question.none)
    assert counts(desk) == ["0 / 5", "0", "0", "5"]
    assert not desk.page.question.isVisible()


def test_the_question_is_asked_again_after_a_restart(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    world = World()
    first = OfficeDesk(qtbot, CardsPage, tmp_path, new_till(tmp_path, world), world)
    made_pdf(first, "7")
    first.close()
    till = Till(Shop.open(tmp_path / "shop.loyalpos", PUBLISHED_KEY, world.outside()))
    second = OfficeDesk(qtbot, CardsPage, tmp_path, till, world)
    try:
        assert second.page.question.isVisible()
        second.click(second.page.question.well)
        assert counts(second) == ["7 / 7", "0", "0", "7"]
    finally:
        second.close()


def test_several_jobs_wait_their_turn_and_one_that_waits_is_taken_out(desk: Desk) -> None:
    held = desk.hold_files()
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        desk.type_into(desk.page.batches.count.edit, "2", settle=False)
        QTest.mouseClick(desk.page.batches.pdf, Qt.MouseButton.LeftButton)
        box = desk.file_dialog().findChild(QLineEdit, "fileNameEdit")
        assert isinstance(box, QLineEdit)
        box.selectAll()
        QTest.keyClicks(box, name)
        QTest.keyClick(box, Qt.Key.Key_Return)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [job.state for job in desk.prints.jobs()] == [
        JobState.RUNNING,
        JobState.WAITING,
        JobState.WAITING,
    ]
    buttons = desk.page.queue.stop_buttons()
    assert len(buttons) == 3
    assert desk.page.batches.pdf.isEnabled(), "the page takes more on meanwhile"
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    with desktop():
        held.set()
        desk.settle()
    assert [path.name for path in sorted(desk.folders.cards.iterdir())] == ["a.pdf", "c.pdf"]
    assert len(desk.till.cards.batches()) == 2, "what never ran made no cards"
    assert not desk.page.queue.isVisible()
    assert desk.page.runs_panel.jobs().splitlines() == [
        "Done: New blank cards: 2",
        "Stopped: New blank cards: 2",
        "Done: New blank cards: 2",
    ]


def test_a_printer_that_fails_leaves_the_next_job_alone(desk: Desk) -> None:
    made_pdf(desk, "2", "nowhere/at/all.pdf")
    assert desk.said[-1][0] is BannerKind.ERROR
    assert desk.page.runs_panel.jobs().startswith("Not done: New blank cards: 2 – ")
    assert codes_in_pdf(made_pdf(desk, "2", "good.pdf"))


def test_a_spoilt_card_is_scanned_named_and_dead(desk: Desk) -> None:
    made_pdf(desk, "5")
    code = CardCode(desk.till.cards.cards_of(batch(desk))[2].code)
    assert desk.page.take_scan(CardScan(code))
    desk.settle()
    box = desk.page.batches.box
    assert box.isVisible()
    assert box.which.text() == "3"
    desk.click(box.spoilt)
    assert box.confirm.isVisible()
    assert desk.till.members.by_code(code).state == "blank", "not before it was agreed to"
    desk.click(box.confirm.yes)
    assert desk.till.members.by_code(code).state == "spoilt"
    assert counts(desk) == ["0 / 5", "0", "1", "4"]
    assert desk.said[-1][0] is BannerKind.SUCCESS
    with desktop():
        desk.click(box.pdf)
        desk.answer_file_dialog("rest.pdf")
    assert code not in codes_in_pdf(desk.folders.cards / "rest.pdf")


def test_a_range_is_spoilt_but_for_the_card_that_has_an_owner(desk: Desk) -> None:
    made_pdf(desk, "6")
    codes = [CardCode(card.code) for card in desk.till.cards.cards_of(batch(desk))]
    action = desk.world.new_id()
    desk.till.members.enrol(action, Enrolment(Phone("0912345678"), card=codes[3], consents=(CONSENT,)))
    desk.page.refresh()
    desk.settle()
    desk.page.batches.list.selectRow(0)
    desk.press(desk.page.batches.list, Qt.Key.Key_Return)
    box = desk.page.batches.box
    desk.type_into(box.which.edit, "9")
    desk.click(box.spoilt)
    assert box.which.notice.text()
    desk.type_into(box.which.edit, "3-5")
    desk.click(box.spoilt)
    assert "3–5" in box.confirm.sentence()
    desk.click(box.confirm.yes)
    assert [card.state.value for card in desk.till.cards.cards_of(batch(desk))] == [
        "blank",
        "blank",
        "spoilt",
        "linked",
        "spoilt",
        "blank",
    ]
    assert desk.said[-1][2].endswith("4")


def test_hundreds_are_spoilt_some_at_a_time_so_that_a_bill_goes_in_between(desk: Desk) -> None:
    desk.till.cards.issue(desk.world.new_id(), 600)
    desk.page.refresh()
    desk.settle()
    desk.page.batches.list.selectRow(0)
    desk.press(desk.page.batches.list, Qt.Key.Key_Return)
    box = desk.page.batches.box
    desk.type_into(box.which.edit, "1-560")
    desk.click(box.spoilt)
    let_go = Event()
    seen: list[object] = []

    def of_the_counter() -> int:
        return desk.till.cards.batches()[0].spoilt

    writer = desk.page.workplace.writer
    nothing = seen.append
    writer.run(let_go.wait, done=lambda _: None, refused=nothing, unavailable=nothing)
    QTest.mouseClick(box.confirm.yes, Qt.MouseButton.LeftButton)
    writer.run(of_the_counter, done=seen.append, refused=nothing, unavailable=nothing)
    let_go.set()
    desk.settle()
    assert seen == [250]
    assert desk.till.cards.batches()[0].spoilt == 560
    assert [said[1] for said in desk.said] == ["Spoilt and dead now: 1–560"]


def test_cards_are_noted_as_lying_at_a_table_and_back(desk: Desk) -> None:
    made_pdf(desk, "6")
    desk.page.batches.list.selectRow(0)
    desk.press(desk.page.batches.list, Qt.Key.Key_Return)
    box = desk.page.batches.box
    desk.type_into(box.which.edit, "1-4")
    desk.type_into(box.to.edit, "ban cuoi", enter=True)
    assert desk.till.cards.batches()[0].handed == 4
    desk.type_into(box.which.edit, "2")
    desk.type_into(box.to.edit, "")
    desk.click(box.hand)
    assert [card.handed_to for card in desk.till.cards.cards_of(batch(desk))] == [
        "ban cuoi",
        None,
        "ban cuoi",
        "ban cuoi",
        None,
        None,
    ]


def test_a_new_card_of_a_member_is_printed_at_once_and_asked_about(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    with office(qtbot, MembersPage, tmp_path) as desk:
        member = enrolled(desk.till)
        desk.page.open_member(member)
        desk.settle()
        card = desk.page.details.card
        desk.click(card.reissue)
        desk.click(card.confirm.yes)
        code = desk.till.members.member(member).card
        with desktop():
            desk.click(card.pdf)
            desk.answer_file_dialog("new.pdf")
        assert set(codes_in_pdf(desk.folders.cards / "new.pdf")) == {code}
        assert desk.page.question.isVisible()
        desk.click(desk.page.question.well)
        assert not desk.page.question.isVisible()
        assert desk.till.print_runs.all()[0].good == 1


def test_a_queue_goes_on_after_each_end(qtbot: QtBot) -> None:
    lane = Lane("files")
    queue = PrintQueue(lane)
    told: list[object] = []

    def breaks(_progress: object) -> int:
        raise CannotPrint("EPSON")

    jobs = [
        queue.add("one", lambda _progress: 3, done=told.append, trouble=told.append),
        queue.add("two", breaks, done=told.append, trouble=lambda error: told.append(type(error).__name__)),
        queue.add("three", lambda progress: int(progress(1, 2)), done=told.append, trouble=told.append),
    ]
    qtbot.waitUntil(lambda: not queue.is_busy)
    lane.close()
    assert told == [3, "CannotPrint", 1]
    assert [job.state for job in jobs] == [JobState.DONE, JobState.FAILED, JobState.DONE]


def test_a_bug_in_one_job_does_not_hold_up_those_behind_it(qtbot: QtBot) -> None:
    lane = Lane("files")
    queue = PrintQueue(lane)
    bugs: list[object] = []
    told: list[object] = []
    lane.failed.connect(bugs.append)
    broken = queue.add("one", lambda _progress: 1 // 0, done=told.append, trouble=told.append)
    queue.add("two", lambda _progress: 2, done=told.append, trouble=told.append)
    qtbot.waitUntil(lambda: not queue.is_busy)
    lane.close()
    assert told == [2]
    assert broken.state is JobState.FAILED
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
