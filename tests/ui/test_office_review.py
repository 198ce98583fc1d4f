"""The page where an owner looks again, with real keys and clicks, over a real shop's file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.erasing import ErasureReason
from loyalpos.store.apply import _WRITERS
from loyalpos.store.seldom import SELDOM
from loyalpos.ui.office.review_page import ReviewPage
from loyalpos.ui.words.journal import record_words
from tests.shops import World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk, cells, desktop
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

Desk = OfficeDesk[ReviewPage]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, speaking: QApplication) -> Iterator[Desk]:
    world = World()
    opened = OfficeDesk(qtbot, ReviewPage, tmp_path, new_till(tmp_path, world), world)
    yield opened
    opened.close()


def four_bills(desk: Desk) -> UUID:
    member = enrolled(desk.till)
    for _ in range(4):
        desk.till.counter.record_bill(desk.world.new_id(), member, Bill(85_000))
    desk.page.refresh()
    desk.settle()
    return member


def test_a_calm_week_says_so(desk: Desk) -> None:
    assert desk.page.findings.said().startswith("Nothing to look at")
    assert desk.page.findings.rows == []


def test_what_stands_out_says_why_and_is_looked_at_once(desk: Desk) -> None:
    counted: list[int] = []
    desk.page.counted.connect(counted.append)
    member = four_bills(desk)
    (row,) = desk.page.findings.rows
    title, why, done = row.texts()
    assert title == "23/11/2026 · Many bills for one card by one person"
    assert why.replace("\u00a0", " ") == (
        "Lan recorded bills for Nguyễn Văn Đức on one day: 4, together 32 điểm."
    )
    assert (done, counted[-1]) == ("", 1)
    opened: list[UUID] = []
    desk.page.opened.connect(opened.append)
    desk.click(row.member)
    assert opened == [member]
    desk.press(row.acknowledge, Qt.Key.Key_Space)
    (row,) = desk.page.findings.rows
    assert desk.page.findings.days.hasFocus(), "it stays on the page where nothing is left to look at"
    assert row.texts()[2].startswith("Looked at by Lan, ")
    assert not row.acknowledge.isVisible()
    assert (desk.page.findings.said(), counted[-1]) == ("Everything has been looked at.", 0)


def test_looking_at_one_leads_to_the_next(desk: Desk) -> None:
    four_bills(desk)
    other = enrolled(desk.till, "0911111111", "Trần Thị Mai")
    for _ in range(4):
        desk.till.counter.record_bill(desk.world.new_id(), other, Bill(85_000))
    desk.page.refresh()
    desk.settle()
    assert len(desk.page.findings.rows) == 2
    desk.press(desk.page.findings.rows[0].acknowledge, Qt.Key.Key_Space)
    assert desk.page.findings.rows[0].acknowledge.hasFocus()


def test_the_owner_says_from_where_on_something_stands_out(desk: Desk) -> None:
    four_bills(desk)
    findings = desk.page.findings
    desk.click(findings.change)
    desk.type_into(findings.form.boxes["same_hand"], "4", enter=True)
    assert not findings.form.isVisible()
    assert findings.rows == []
    assert desk.till.shop.description.watch.same_hand == 4
    desk.click(findings.change)
    desk.type_into(findings.form.boxes["same_hand"], "many", enter=True)
    assert findings.form.isVisible()
    desk.press(findings.form.boxes["same_hand"], Qt.Key.Key_Escape)
    assert not findings.form.isVisible()
    assert desk.till.shop.description.watch.same_hand == 4


def test_the_journal_shows_the_newest_records_and_narrows_them(desk: Desk) -> None:
    four_bills(desk)
    journal = desk.page.journal
    rows = cells(journal.table)
    assert [row[3] for row in rows[:2]] == ["Bill · 85.000 ₫ · +8 points", "Bill · 85.000 ₫ · +8 points"]
    assert rows[0][0].endswith(" · 23/11"), "the year is plain"
    assert rows[0][1] == "Lan"
    assert rows[0][2].startswith("Nguyễn Văn Đức (")
    desk.press(journal.group, Qt.Key.Key_End)
    assert journal.said().startswith("Nothing was recorded that fits")
    assert not journal.table.isVisible()
    desk.page.findings.rows[0].records.click()
    desk.settle()
    assert [row[3].split(" · ")[0] for row in cells(journal.table)] == [*["Bill"] * 4, "New member"]
    desk.type_into(journal.member, "nobody at all", enter=True)
    assert len(cells(journal.table)) == 5
    desk.type_into(journal.member, "", enter=True)
    assert len(cells(journal.table)) > 5


def test_the_journal_has_words_for_every_kind_of_record_and_for_why_somebody_was_erased(desk: Desk) -> None:
    unnamed = [kind for kind in (*_WRITERS, *SELDOM) if record_words(kind).startswith("Record “")]
    assert unnamed == []
    desk.till.erasures.erase(enrolled(desk.till), ErasureReason.ASKED, desk.folders.backups)
    desk.page.refresh()
    desk.settle()
    row = next(row for row in cells(desk.page.journal.table) if row[3] == "Member erased")
    assert row[4] == "The customer asked for it"


def test_a_record_of_another_year_says_so(desk: Desk) -> None:
    four_bills(desk)
    desk.world.clock.forward(days=40)
    journal = desk.page.journal
    desk.type_into(journal.first, "01/11/2026", enter=True)
    assert cells(journal.table)[-1][0].endswith(" · 23/11/2026")


def test_older_records_stand_on_pages_of_their_own(desk: Desk) -> None:
    member = four_bills(desk)
    for _ in range(60):
        desk.till.counter.record_bill(desk.world.new_id(), member, Bill(20_000))
    desk.page.refresh()
    desk.settle()
    journal = desk.page.journal
    newest = cells(journal.table)
    assert len(newest) == 50
    desk.click(journal.older)
    assert cells(journal.table)[-1][3] == "Settings of the shop"
    assert not journal.older.isVisible()
    desk.click(journal.newer)
    assert cells(journal.table) == newest


def test_the_journal_is_written_printed_and_proved(desk: Desk, tmp_path: Path) -> None:
    four_bills(desk)
    journal = desk.page.journal
    desk.click(journal.export)
    desk.give_reason()
    desk.file_dialog().setDirectory(str(tmp_path))
    desk.answer_file_dialog("who.csv")
    text = (tmp_path / "who.csv").read_text("utf-8-sig")
    # With its head, the record of its own writing, and the mark.
    assert len(text.splitlines()) == len(cells(journal.table)) + 4
    assert "Nguyễn Văn Đức" in text
    with desktop():
        desk.qtbot.waitUntil(lambda: desk.page.findChild(QFileDialog) is None)
        desk.click(journal.pdf)
        desk.file_dialog().setDirectory(str(tmp_path))
        desk.answer_file_dialog("who.pdf")
        desk.qtbot.waitUntil(lambda: (tmp_path / "who.pdf").exists())
        desk.settle()
    assert (tmp_path / "who.pdf").read_bytes().startswith(b"%PDF")
    desk.click(journal.prove)
    records, seal = journal.proved.text().split("\n")
    assert records.endswith("records are as they were written.")
    assert seal.startswith("Last link: ")
