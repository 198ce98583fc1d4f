"""The page of what runs beside the points, with real keys, over a real shop's file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.codes import decode, grouped
from loyalpos.engine.draws import commitment
from loyalpos.engine.program import DonationReward, PartnerReward, Program
from loyalpos.engine.rules import AmountRule, TicketRule
from loyalpos.engine.side_programs import Cause, Draw, Partner, Prize
from loyalpos.ui.counter.said import recorded
from loyalpos.ui.office.side_page import SidePage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk, cells, desktop

Desk = OfficeDesk[SidePage]

TET = Draw("tet", "Quay Tết", date(2026, 11, 25), (Prize("Xe đạp"), Prize("Nón", 3)))
PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000), TicketRule("ticket", "tet", 1, per_vnd=50_000)),
    draws=(TET,),
)


@pytest.fixture
def desk(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    till.days.open()
    for place, name in enumerate(("Trần Lan", "Lê Hoà", "Đỗ Mai")):
        member = enrolled(till, f"091234567{place}", name)
        till.counter.record_bill(world.new_id(), member, Bill(50_000 * (place + 1)))
    opened: Desk = OfficeDesk(qtbot, SidePage, tmp_path, till, world)
    yield opened
    opened.close()


def agree(desk: Desk) -> None:
    confirm = desk.page.draws.confirm
    assert confirm.no.hasFocus(), "Enter alone never agrees"
    desk.press(confirm.yes, Qt.Key.Key_Space)


def days_pass(desk: Desk) -> None:
    desk.world.clock.forward(days=3)
    desk.page.refresh()
    desk.settle()


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_draw_goes_from_its_seal_to_its_winners_by_keys(desk: Desk) -> None:
    box = desk.page.draws
    committed = desk.till.draws.drawing("tet").announced.commitment
    assert box.commitment.text().replace(" ", "") == committed
    assert not box.step.isVisible()
    assert [row[1] for row in cells(box.tickets)] == [
        line.name for line in desk.till.draws.drawing("tet").tickets
    ]
    days_pass(desk)
    desk.press(box.step, Qt.Key.Key_Space)
    box.confirm.give_up()
    assert not desk.till.draws.drawing("tet").announced.list_hash
    desk.press(box.step, Qt.Key.Key_Space)
    agree(desk)
    assert desk.said[-1][0] is BannerKind.SUCCESS
    desk.press(box.step, Qt.Key.Key_Space)
    agree(desk)
    drawn = desk.till.draws.drawing("tet")
    assert commitment(bytes.fromhex(drawn.announced.seed)) == committed
    assert not box.step.isVisible()
    shown = cells(box.winners)
    assert [row[:2] for row in shown[:3]] == [[line.prize, line.name] for line in drawn.winners]
    assert shown[3][0] == "Nón × 1"


def test_the_saved_files_are_checked_by_a_plain_python(desk: Desk) -> None:
    box = desk.page.draws
    with desktop() as opened:
        desk.click(box.papers)
        folder = desk.folders.draws / "Quay-Tết"
        assert opened == [folder]
        assert sorted(one.name for one in folder.iterdir()) == [
            "announcement.txt",
            "rules.pdf",
            "tickets.pdf",
        ]
        committed = desk.till.draws.drawing("tet").announced.commitment
        assert committed in pdf_text(folder / "rules.pdf").replace(" ", "").replace("\r\n", "")
        assert committed in (folder / "announcement.txt").read_text(encoding="utf-8")
        days_pass(desk)
        desk.till.draws.close("tet")
        drawn = desk.till.draws.hold("tet")
        desk.page.refresh()
        desk.settle()
        desk.click(box.papers)
    run = subprocess.run(
        [sys.executable, "-I", "-S", "check_draw.py", "sheet.txt"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    won = [f"winner {line.place + 1} {line.holder}" for line in drawn.winners]
    assert run.stdout.splitlines() == [*won, "The sheet is right."]
    record = pdf_text(folder / "record.pdf")
    squeezed = "".join(record.split())
    for line in drawn.winners:
        assert line.holder in record
    for digits in (drawn.announced.seed, drawn.announced.commitment, drawn.announced.list_hash):
        assert digits in squeezed
    assert "Decree81/2018" in squeezed
    everything = record + pdf_text(folder / "tickets.pdf")
    assert "0912345" not in everything.replace(" ", "")
    sheet = folder / "sheet.txt"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("seed ", "seed 0", 1), encoding="utf-8")
    wrong = subprocess.run(
        [sys.executable, "-I", "-S", "check_draw.py", "sheet.txt"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert wrong.returncode != 0


GIVING = Program(
    0,
    (AmountRule("base", per_vnd=1_000),),
    rewards=(
        DonationReward("give", "Góp sách", 20, "books"),
        PartnerReward("wash", "Gội đầu", 50, "spa"),
    ),
    causes=(Cause("books", "Sách cho em", 100),),
    partners=(Partner("spa", "Spa Sen", "Gội đầu miễn phí", 30_000),),
)


@pytest.fixture
def giving(qtbot: QtBot, themed: QApplication, tmp_path: Path) -> Iterator[Desk]:
    world = World()
    till = new_till(tmp_path, world, program=GIVING, stock={})
    till.days.open()
    lan = enrolled(till, name="Trần Lan")
    till.counter.record_bill(world.new_id(), lan, Bill(500_000))
    for _ in range(2):
        till.counter.record_bill(world.new_id(), lan, Bill(0), (Taken("give"), Taken("wash")))
    opened: Desk = OfficeDesk(qtbot, SidePage, tmp_path, till, world)
    yield opened
    opened.close()


def test_a_cause_has_its_total_a_line_and_a_poster(giving: Desk) -> None:
    box = giving.page.causes
    assert cells(box.table) == [["Sách cho em", "2", "40", "0 ₫", "4.000 ₫", "4.000 ₫"]]
    assert "4.000" in box.line.text()
    assert "Sách cho em" in box.line.text()
    giving.click(box.copy)
    assert QApplication.clipboard().text() == box.line.text()
    with desktop() as opened:
        giving.click(box.poster)
    assert opened == [giving.folders.causes]
    poster = pdf_text(giving.folders.causes / "poster.pdf")
    assert "Sách cho em: 4.000" in poster


def test_the_counter_says_the_code_it_gives(giving: Desk) -> None:
    (member,) = giving.till.members.find("lan")
    action = giving.world.new_id()
    done = giving.till.counter.record_bill(action, member.id, Bill(0), (Taken("wash"),))
    (given,) = done.codes
    _, more = recorded(done, "điểm")
    assert grouped(given.code.code) in more
    assert "Spa Sen" in more


def test_codes_are_noted_by_typing_or_scanning_and_settled(giving: Desk) -> None:
    box = giving.page.partners
    assert cells(box.table) == [["Spa Sen", "2", "0", "2", "0 ₫"]]
    first, second = (one.code.code for one in giving.till.sides.partners(date(2026, 11, 1)).codes)
    giving.type_into(box.code.edit, "97 12", enter=True)
    assert box.code.notice.text()
    giving.type_into(box.code.edit, f"{first[:4]} {first[4:]}", enter=True)
    assert cells(box.table) == [["Spa Sen", "2", "1", "1", "30.000 ₫"]]
    giving.type_into(box.code.edit, first, enter=True)
    assert "23/11/2026" in box.code.notice.text()
    assert giving.page.take_scan(decode(second))
    giving.settle()
    assert cells(box.table) == [["Spa Sen", "2", "2", "0", "60.000 ₫"]]
    giving.press(box.codes, Qt.Key.Key_Down)
    giving.press(box.codes, Qt.Key.Key_Return)
    giving.press(box.reopen, Qt.Key.Key_Space)
    assert cells(box.table) == [["Spa Sen", "2", "1", "1", "30.000 ₫"]]
    with desktop() as opened:
        giving.click(box.sheets)
    (folder,) = opened
    assert folder == giving.folders.partners / "2026-11"
    assert sorted(one.name for one in folder.iterdir()) == ["Spa Sen.pdf", "Spa Sen.xlsx"]
    (row,) = CalamineWorkbook.from_path(folder / "Spa Sen.xlsx").get_sheet_by_index(0).to_python()[1:]
    assert row[4] == 30_000
    assert str(row[0]) in pdf_text(folder / "Spa Sen.pdf")
    assert not box.later.isEnabled()
    giving.click(box.earlier)
    assert cells(box.table) == [["Spa Sen", "0", "0", "0", "0 ₫"]]
    giving.click(box.later)
    assert cells(box.table) == [["Spa Sen", "2", "1", "1", "30.000 ₫"]]


def test_a_shop_without_draws_is_told_where_they_come_from(
    qtbot: QtBot, themed: QApplication, tmp_path: Path
) -> None:
    world = World()
    desk: Desk = OfficeDesk(qtbot, SidePage, tmp_path, new_till(tmp_path, world), world)
    assert "Program" in desk.page.draws._empty.text()
    assert not desk.page.draws.papers.isVisible()
    assert not desk.page.causes.isVisible()
    assert not desk.page.partners.isVisible()
    desk.close()
