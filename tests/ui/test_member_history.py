"""What became of a member, told in the office: every entry, what came back, visits, and the tier."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.money import vnd
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.ui.office.members_page import MembersPage
from loyalpos.ui.widgets.marks import Chip
from loyalpos.ui.words import dates
from tests.shops import PROGRAM, World, new_till
from tests.ui.member_desk import Desk, desk, enrolled_as, opened
from tests.ui.office_desk import OfficeDesk, cells

__all__ = ["desk"]


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
