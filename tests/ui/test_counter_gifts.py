"""What comes with a bill beside its points is said at the counter: a tier, a gift, and what takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.members import Enrolment
from loyalpos.engine.occasions import BirthdayGift, Gives, Milestone, WelcomeGift
from loyalpos.engine.phones import Phone
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, Budget, BudgetEnd, BudgetFor
from loyalpos.engine.tiers import Reached, Tier, TierPlan
from loyalpos.ui.counter import said
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.marks import Chip, ProgressLine
from tests.shops import CONSENT, World, new_till
from tests.ui.scanner import KEYBOARD
from tests.ui.till_desk import TillDesk

PROGRAM = Program(
    0,
    (AmountRule("base", per_vnd=10_000),),
    tiers=TierPlan(
        tiers=(
            Tier("gold", "Vàng", 500_000, gift_points=50),
            Tier("ruby", "Kim cương", 1_000_000),
        )
    ),
    occasions=(
        WelcomeGift("hello", Gives(points=20)),
        BirthdayGift("born", Gives(points=30), before_days=1),
        Milestone("second", Reached.VISITS, 2, Gives(points=5), name="Lần thứ hai"),
    ),
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=PROGRAM, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


@pytest.fixture
def duc(desk: TillDesk) -> UUID:
    joins = Enrolment(Phone("0912345678"), "Nguyễn Văn Đức", birthday=Birthday(24, 11), consents=(CONSENT,))
    return desk.till.members.enrol(desk.world.new_id(), joins).member


def stand_there(desk: TillDesk, duc: UUID) -> None:
    desk.scan(desk.card(duc))
    desk.settle()


def chips(desk: TillDesk) -> list[str]:
    return [chip.text() for chip in desk.screen.member.findChildren(Chip) if chip.isVisible()]


def words(desk: TillDesk) -> str:
    labels = desk.screen.bill.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible()).replace("\u00a0", " ")


def test_the_bill_that_reaches_a_tier_says_so_before_and_after_enter(desk: TillDesk, duc: UUID) -> None:
    stand_there(desk, duc)
    assert {"Welcome: gave 20\u00a0điểm", "Birthday: gave 30\u00a0điểm"} <= set(chips(desk))
    desk.type("310")
    assert "190.000 ₫ more to tier Vàng" in words(desk)
    (meter,) = desk.screen.bill.findChildren(ProgressLine)
    assert meter.isVisible()
    KEYBOARD.clock.advance(5_000)
    desk.press(*[Qt.Key.Key_Backspace] * 3)
    desk.type("500")
    assert "this bill reaches tier Vàng" in words(desk)
    desk.enter()
    desk.settle()
    assert "Up to tier Vàng · +50" in desk.banner
    assert desk.balance(duc) == 20 + 30 + 50 + 50
    stand_there(desk, duc)
    assert chips(desk)[0] == "Tier Vàng"


def test_undoing_the_bill_takes_its_gifts_back_and_never_means_them_alone(desk: TillDesk, duc: UUID) -> None:
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(10_000))
    stand_there(desk, duc)
    desk.type("20")
    desk.enter()
    desk.settle()
    assert "Lần thứ hai: gave 5\u00a0điểm" in desk.banner
    desk.undo()
    desk.settle()
    assert desk.balance(duc) == 20 + 30 + 1
    rows = desk.screen.today.rows
    shown = [rows.line(place) for place in range(rows.model().rowCount())]
    gift = next(line for line in shown if line.what == "Gift: Lần thứ hai")
    assert gift.undone == "taken back"
    # A gift that stands is not undone by itself: Enter on it offers its slip alone.
    place = next(at for at, line in enumerate(shown) if line.what == "Gift: Birthday")
    rows.setCurrentIndex(rows.model().index(place, 0))
    rows.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.press(Qt.Key.Key_Return)
    assert not any(button.text().startswith("Undo this") for button in buttons(desk))
    about = [one.text() for one in desk.screen.today.findChildren(QLabel) if one.isVisible()]
    assert any("it goes with what brought it" in text for text in about)
    place = next(at for at, line in enumerate(shown) if line.undone and not line.what.startswith("Gift"))
    rows.setCurrentIndex(rows.model().index(place, 0))
    rows.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.press(Qt.Key.Key_Return)
    about = [one.text() for one in desk.screen.today.findChildren(QLabel) if one.isVisible()]
    assert any("it was taken back already" in text for text in about)


def buttons(desk: TillDesk) -> list[ActionButton]:
    return [one for one in desk.screen.today.findChildren(ActionButton) if one.isVisible()]


def test_the_gifts_a_bill_will_bring_are_named_and_counted_before_enter(desk: TillDesk, duc: UUID) -> None:
    desk.till.counter.record_bill(desk.world.new_id(), duc, Bill(100_000))
    stand_there(desk, duc)
    desk.type("400")
    desk.wait(lambda: "Lần thứ hai: +5 điểm" in words(desk))
    assert "After this bill: 155 điểm" in words(desk)
    assert "Reached tier Vàng: +50 điểm" in words(desk)
    desk.fold()
    desk.wait(lambda: "After this bill: 155 điểm" in words(desk))
    desk.unfold()
    KEYBOARD.clock.advance(5_000)
    desk.press(Qt.Key.Key_Backspace)
    assert "+5 điểm" not in words(desk), "what was foreseen of another total is not said of this"
    desk.type("40")
    desk.wait(lambda: "After this bill: 69 điểm" in words(desk))
    desk.type("0")
    desk.wait(lambda: "After this bill: 155 điểm" in words(desk))
    desk.enter()
    desk.settle()
    assert desk.balance(duc) == 155


@pytest.mark.parametrize("at_end", [BudgetEnd.STOP, BudgetEnd.ASK])
def test_what_a_budget_keeps_back_or_lets_through_is_said_where_it_happens(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, at_end: BudgetEnd
) -> None:
    program = replace(
        PROGRAM,
        welcome_points=20,
        occasions=(Milestone("second", Reached.VISITS, 1, Gives(points=5), name="Lần đầu"),),
        budgets=(
            Budget("new", "Khách mới", 0, BudgetFor.NEW_CUSTOMERS, at_end),
            Budget("keep", "Giữ khách", 0, at_end=at_end),
        ),
        point_cost_vnd=100,
    )
    world = World()
    till = new_till(tmp_path, world, program=program, stock={})
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    joins = Enrolment(Phone("0912345678"), "Nguyễn Văn Đức", consents=(CONSENT,))
    joined = till.members.enrol(world.new_id(), joins)
    _, welcome = said.enrolled(joined, "Đức", "điểm")
    if at_end is BudgetEnd.STOP:
        end = "{}: not given, budget “{}” is used up"
    else:
        end = "{} goes over budget “{}”: tell the owner"
    assert end.format("Welcome", "Khách mới") in welcome
    told = [end.format(gift, "Giữ khách") for gift in ("Lần đầu", "Reached tier Vàng")]
    stand_there(desk, joined.member)
    desk.type("500")
    desk.wait(lambda: told[0] in words(desk))
    assert told[1] in words(desk)
    desk.enter()
    desk.settle()
    assert all(one in desk.banner for one in told)
    desk.assert_calm()
    desk.close()
