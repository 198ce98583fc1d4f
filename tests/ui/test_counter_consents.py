"""What a customer agreed to is taken back at the counter: F3, F3, a number; and asked for anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.consents import NOTICE_VERSION
from loyalpos.engine.members import Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.ui.counter.screen import View
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.words.consent import consent_to
from tests.shops import PROGRAM, World, new_till, whose_phone
from tests.ui.test_counter_serving import CLUB
from tests.ui.till_desk import TillDesk

EVERY = tuple(consent_to(purpose) for purpose in (Purpose.PROGRAM, Purpose.MESSAGES, Purpose.BIRTHDAY))


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, request: pytest.FixtureRequest
) -> Iterator[TillDesk]:
    world = World()
    till = new_till(tmp_path, world, program=getattr(request, "param", PROGRAM))
    desk = TillDesk(qtbot, tmp_path, till=till, world=world).open()
    yield desk
    desk.assert_calm()
    desk.close()


def joins(desk: TillDesk) -> UUID:
    person = Enrolment(Phone("0912345678"), "Nguyễn Văn Đức", consents=EVERY)
    member = desk.till.members.enrol(desk.world.new_id(), person).member
    desk.till.counter.record_bill(desk.world.new_id(), member, Bill(500_000))
    return member


def stands(desk: TillDesk, member: UUID) -> set[Purpose]:
    return {one.purpose for one in desk.till.consents.of(member).purposes if one.stands}


def on_show(desk: TillDesk) -> list[str]:
    return [one.text() for one in desk.screen.serve.findChildren(QLabel) if one.isVisible()]


# A shop that sells memberships has something else under F3.
@pytest.mark.parametrize(
    ("desk", "compact"), [(PROGRAM, False), (CLUB, False), (CLUB, True)], indirect=["desk"]
)
def test_three_keys_take_a_consent_back_and_the_bill_goes_on(desk: TillDesk, compact: bool) -> None:
    member = joins(desk)
    if compact:
        desk.fold()
    desk.scan(desk.card(member))
    desk.settle()
    desk.type("85")
    desk.keys = 0
    desk.press(Qt.Key.Key_F3, Qt.Key.Key_F3)
    desk.type("2")
    desk.settle()
    assert desk.keys == 3
    assert stands(desk, member) == {Purpose.PROGRAM, Purpose.BIRTHDAY}
    assert desk.banner.startswith("Taken back: News and offers")
    assert (desk.screen.view, desk.screen.bill.total.text()) == (View.BILL, "85")
    assert not desk.till.letters.addressees((member,), agreed_only=True)


def test_one_more_number_takes_everything_back_and_the_counter_says_so(desk: TillDesk) -> None:
    member = joins(desk)
    desk.scan(desk.card(member))
    desk.settle()
    had = desk.balance(member)
    desk.press(Qt.Key.Key_F3, Qt.Key.Key_F3)
    desk.type("4")
    desk.settle()
    assert stands(desk, member) == set()
    assert "what was collected stays" in desk.banner
    assert desk.balance(member) == had
    assert desk.till.members.member(member).restricted
    desk.type("100")
    desk.enter()
    desk.settle()
    assert desk.balance(member) == had + 10, "the bill went on"


def test_a_mistake_is_no_undo_but_asked_anew_with_the_words_before_the_yes(desk: TillDesk) -> None:
    member = joins(desk)
    balance = desk.balance(member)
    desk.scan(desk.card(member))
    desk.settle()
    desk.press(Qt.Key.Key_F3, Qt.Key.Key_F3)
    desk.type("2")
    desk.settle()
    desk.undo()
    desk.settle()
    assert "is not undone" in desk.banner
    assert desk.balance(member) == balance, "the bill before it stays"
    desk.press(Qt.Key.Key_F3, Qt.Key.Key_F3)
    desk.type("2")
    desk.settle()
    assert "“Quán Cà Phê Mây may send me news and offers”" in on_show(desk)
    desk.enter()
    desk.settle()
    assert Purpose.MESSAGES not in stands(desk, member), "Enter is no yes"
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert stands(desk, member) == {Purpose.PROGRAM, Purpose.MESSAGES, Purpose.BIRTHDAY}
    words = [word.given for word in desk.till.consents.of(member).of(Purpose.MESSAGES).words]
    assert words == [True, False, True], "each word is kept"
    desk.undo()
    desk.settle()
    desk.undo()
    desk.settle()
    assert desk.balance(member) != balance, "the chord goes on to what was done before"


def test_esc_leaves_the_question_the_consents_and_then_the_panel(desk: TillDesk) -> None:
    member = joins(desk)
    desk.till.consents.withdraw(member, EVERY[1:2])
    desk.scan(desk.card(member))
    desk.settle()
    desk.press(Qt.Key.Key_F3, Qt.Key.Key_F3)
    desk.type("2")
    desk.settle()
    desk.press(Qt.Key.Key_Escape)
    assert desk.focus is desk.screen.serve.consents.rows
    desk.press(Qt.Key.Key_Escape)
    assert (desk.screen.view, desk.screen.serve.consents.isVisible()) == (View.SERVE, False)
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.screen.view is View.BILL
    assert stands(desk, member) == {Purpose.PROGRAM, Purpose.BIRTHDAY}


@pytest.mark.parametrize("compact", [False, True], ids=["window", "strip"])
def test_three_clicks_do_the_same(
    qtbot: QtBot, tmp_path: Path, themed: QApplication, *, compact: bool
) -> None:
    world = World()
    desk = TillDesk(qtbot, tmp_path, till=new_till(tmp_path, world), world=world).open()
    member = joins(desk)
    if compact:
        desk.fold()
    desk.scan(desk.card(member))
    desk.settle()
    for words in ("More", "Take back consent"):
        button = next(
            one for one in desk.screen.findChildren(ActionButton) if one.isVisible() and one.text() == words
        )
        assert min(button.width(), button.height()) >= 44
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        desk.settle()
    rows = desk.screen.serve.consents.rows
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    desk.settle()
    assert Purpose.MESSAGES not in stands(desk, member)
    desk.close()


def test_the_notice_is_one_key_away_before_anybody_agrees(desk: TillDesk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.type("0987654321")
    form = desk.screen.enrol
    notice = form.asking.notice
    assert notice.button.isVisible()
    assert desk.keys > 0
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    told = "\n".join(label.text() for label in notice.findChildren(QLabel) if label.isVisible())
    assert "Dữ liệu của bạn" in told
    assert "Your data with us" in told
    assert notice.mapTo(form, notice.rect().topLeft()).y() < form.asking.yes.mapTo(form, QPoint()).y()
    desk.press(Qt.Key.Key_F3)
    assert "Your data with us" not in [one.text() for one in notice.findChildren(QLabel) if one.isVisible()]
    desk.enter()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    member = whose_phone(desk.till, "0987654321")
    assert member is not None
    [word] = desk.till.consents.of(member).of(Purpose.PROGRAM).words
    assert word.said.notice_version == NOTICE_VERSION


def test_a_child_stays_one_when_the_window_is_folded(desk: TillDesk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.type("0987654321")
    desk.screen.enrol.child.tick.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.screen.enrol.child.guardian.edit.setFocus()
    desk.type("Mai")
    desk.fold()
    form = desk.screen.enrol
    assert (form.child.is_child, form.child.guardian.text()) == (True, "Mai")
    desk.enter()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    member = whose_phone(desk.till, "0987654321")
    assert member is not None
    assert desk.till.consents.of(member).guardian == "Mai"


def test_a_held_key_takes_nothing_back(desk: TillDesk) -> None:
    member = joins(desk)
    desk.scan(desk.card(member))
    desk.settle()
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    focus = desk.focus
    assert focus is not None
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    QApplication.sendEvent(focus, held)
    assert not desk.screen.serve.consents.isVisible()
