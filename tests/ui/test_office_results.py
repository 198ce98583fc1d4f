"""The page of results, with real keys and clicks, over a real shop's file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from loyalpos.engine.bills import Bill
from loyalpos.engine.goals import Metric
from loyalpos.engine.members import Enrolment, Origin
from loyalpos.engine.phones import Phone
from loyalpos.ui.language import install_language
from loyalpos.ui.office.goals_form import GoalsForm
from loyalpos.ui.office.results_page import ResultsPage
from loyalpos.ui.widgets.banner import BannerKind
from tests.shops import CONSENT, World, enrolled, new_till
from tests.ui.office_desk import OfficeDesk, cells
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

Desk = OfficeDesk[ResultsPage]


def buy(desk: Desk, member: UUID | None, total_vnd: int) -> UUID:
    done = desk.till.counter.record_bill(desk.world.new_id(), member, Bill(total_vnd))
    assert done.bill is not None
    return done.bill


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, speaking: QApplication) -> Iterator[Desk]:
    world = World()
    opened = OfficeDesk(qtbot, ResultsPage, tmp_path, new_till(tmp_path, world), world)
    yield opened
    opened.close()


def test_a_shop_without_bills_says_so(desk: Desk) -> None:
    best = desk.page.best
    assert best.said() == "No member has bought anything in this time."
    assert not best.table.isVisible()
    assert not best.export.isVisible()


def test_the_best_fifth_is_listed_with_what_it_brings(desk: Desk) -> None:
    members = [enrolled(desk.till, f"090123400{at}", f"Khách {at}") for at in range(5)]
    undone = buy(desk, members[3], 9_000_000)
    for member, total_vnd in zip(members, (50_000, 800_000, 50_000, 50_000, 50_000), strict=True):
        buy(desk, member, total_vnd)
    desk.till.returns.undo(undone)
    desk.page.refresh()
    desk.settle()
    best = desk.page.best
    assert best.said().replace("\u00a0", " ") == (
        "5 members bought for 1.000.000 ₫, returned goods left out. 1 of them (20%) bring 80% of it."
    )
    assert ("The best 20%: 1 customer", "80%") in best.shares.texts()
    assert cells(best.table) == [["Khách 1", "••• ••• 4 001", "1", "800.000 ₫"]]
    desk.press(best.percent, Qt.Key.Key_Down)
    assert [row[0] for row in cells(best.table)] == ["Khách 1", "Khách 0", "Khách 2"]


def test_a_row_opens_its_member(desk: Desk) -> None:
    member = enrolled(desk.till)
    buy(desk, member, 100_000)
    desk.page.refresh()
    desk.settle()
    opened: list[UUID] = []
    desk.page.opened.connect(opened.append)
    desk.page.best.table.selectRow(0)
    desk.press(desk.page.best.table, Qt.Key.Key_Return)
    assert opened == [member]


def test_the_list_is_written_where_the_owner_says(desk: Desk, tmp_path: Path) -> None:
    buy(desk, enrolled(desk.till), 100_000)
    desk.page.refresh()
    desk.settle()
    desk.click(desk.page.best.export)
    desk.give_reason()
    desk.file_dialog().setDirectory(str(tmp_path))
    desk.answer_file_dialog("best.xlsx")
    assert desk.said == [(BannerKind.SUCCESS, "Written", str(tmp_path / "best.xlsx"))]
    rows = CalamineWorkbook.from_path(tmp_path / "best.xlsx").get_sheet_by_index(0).to_python()
    assert rows[1] == ["Nguyễn Văn Đức", "", 1, 100_000]
    assert str(rows[-1][0]).endswith("Reason: cho kế toán")


def test_a_box_without_a_goal_has_room_to_say_so(qtbot: QtBot, speaking: QApplication) -> None:
    install_language(speaking, "vi")
    form = GoalsForm()
    qtbot.addWidget(form)
    form.show_targets({}, "điểm", date(2026, 11, 1))
    form.show()
    for box in form.boxes.values():
        assert box.placeholderText() == "chưa đặt"
        assert box.width() >= box.sizeHint().width()


def test_a_goal_is_typed_kept_and_measured(desk: Desk) -> None:
    goals = desk.page.goals
    assert goals.rows[Metric.SALES].said() == ("Bought by members", "0\u00a0₫", "")
    desk.click(goals.change)
    assert goals.form.boxes[Metric.NEW_MEMBERS].hasFocus()
    desk.type_into(goals.form.boxes[Metric.NEW_MEMBERS], "abc", enter=True)
    assert goals.form.isVisible(), "what cannot be read is not kept"
    desk.type_into(goals.form.boxes[Metric.NEW_MEMBERS], "4")
    desk.type_into(goals.form.boxes[Metric.SALES], "1000000", enter=True)
    assert desk.said[-1][:2] == (BannerKind.SUCCESS, "The goals are kept")
    assert not goals.form.isVisible()
    buy(desk, enrolled(desk.till), 1_250_000)
    desk.page.refresh()
    desk.settle()
    assert goals.rows[Metric.NEW_MEMBERS].said() == ("New members", "1 / 4 · 25%", "behind the month")
    name, figure, state = goals.rows[Metric.SALES].said()
    assert figure.replace("\u00a0", " ") == "1.250.000 ₫ / 1.000.000 ₫ · 125%"
    assert (name, state) == ("Bought by members", "reached")
    assert goals.rows[Metric.FRIENDS].said()[2] == ""


def test_the_month_is_over_after_its_last_day_not_on_it(desk: Desk) -> None:
    goals = desk.page.goals
    while goals._month is None or goals._month.today != date(2026, 11, 30):
        desk.world.clock.forward(days=1)
        desk.page.refresh()
        desk.settle()
    assert goals._gone.text().startswith("Day 30 of 30.")
    desk.world.clock.forward(days=1)
    desk.page.refresh()
    desk.settle()
    desk.click(goals.earlier)
    assert goals._gone.text().startswith("The month is over.")


def test_another_month_has_its_own_figures_and_the_goals_of_then(desk: Desk) -> None:
    goals = desk.page.goals
    buy(desk, enrolled(desk.till), 300_000)
    desk.till.results.aim(date(2026, 11, 1), {Metric.SALES: 400_000})
    desk.world.clock.forward(days=20)
    desk.page.refresh()
    desk.settle()
    assert goals.rows[Metric.SALES].said()[1].startswith("0")
    desk.click(goals.earlier)
    assert goals.rows[Metric.SALES].said()[1].startswith("300.000")
    assert goals.rows[Metric.SALES].said()[2] == "not reached"
    desk.click(goals.change)
    desk.press(goals.form.boxes[Metric.SALES], Qt.Key.Key_Escape)
    assert not goals.form.isVisible()
    desk.click(goals.later)
    assert not goals.later.isEnabled()
    assert goals.rows[Metric.SALES].said()[2] == "behind the month"


def test_what_friends_brought_is_said_and_listed(desk: Desk) -> None:
    assert desk.page.friends.said()[0] == "0 new members; 0 of them were sent by a friend (0%)."
    sender = enrolled(desk.till)
    said = Enrolment(Phone("0987654321"), "Hoa", consents=(CONSENT,), origin=Origin(sender))
    friend = desk.till.members.enrol(desk.world.new_id(), said).member
    buy(desk, friend, 150_000)
    buy(desk, sender, 50_000)
    desk.page.refresh()
    desk.settle()
    joined, bought = desk.page.friends.said()
    assert joined == "2 new members; 1 of them were sent by a friend (50%)."
    assert "150.000\u00a0₫: 75%" in bought
    assert cells(desk.page.friends.table) == [["Nguyễn Văn Đức", "1", "150.000 ₫"]]
    buy(desk, sender, 25_000)
    desk.page.refresh()
    desk.settle()
    # Two thirds are said as 67, which is nearer than 66.
    assert "150.000\u00a0₫: 67%" in desk.page.friends.said()[1]
