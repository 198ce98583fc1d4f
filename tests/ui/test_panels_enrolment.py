"""Joining at the counter: phone, card and consent by keys, and what is said of what is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.codes import CardCode
from loyalpos.engine.members import Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.ui.counter.enrol_panel import EnrolPanel
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui.one_panel import focused, press, said, shown, type_in

CARD = CardCode("9812345678900188")


@pytest.fixture
def enrol(themed: QApplication, qtbot: QtBot) -> EnrolPanel:
    panel = EnrolPanel("Quán Cà Phê Mây")
    shown(panel, qtbot)
    return panel


def test_phone_enter_space_enrols_with_the_scanned_card(enrol: EnrolPanel) -> None:
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(card=CARD)
    type_in("0912344821")
    press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    (one,) = heard
    assert (one.phone, one.card, one.name) == (Phone("0912344821"), CARD, None)
    assert [consent.purpose for consent in one.consents] == [Purpose.PROGRAM]


def test_enter_is_never_a_yes(enrol: EnrolPanel) -> None:
    heard: list[object] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(card=CARD)
    type_in("0912344821")
    press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert heard == []
    assert focused() == "The customer agrees to join"


def test_enter_on_the_yes_reaches_no_shortcut_behind_the_panel(themed: QApplication, qtbot: QtBot) -> None:
    reached: list[int] = []

    class Behind(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            reached.append(event.key())

    behind = Behind()
    panel = EnrolPanel("Quán Cà Phê Mây")
    QVBoxLayout(behind).addWidget(panel)
    shown(behind, qtbot)
    panel.begin(phone="0912344821")
    press(Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert reached == []
    press(Qt.Key.Key_F2)
    assert reached == [Qt.Key.Key_F2]


def test_nothing_is_agreed_to_beforehand(enrol: EnrolPanel) -> None:
    enrol.begin()
    ticks = enrol.findChildren(QCheckBox)
    assert len(ticks) == 3
    for tick in ticks:
        assert not tick.isChecked()
        tick.setChecked(True)
    enrol.begin()
    assert not any(tick.isChecked() for tick in ticks)


def test_further_consents_are_ticked_one_by_one(enrol: EnrolPanel) -> None:
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(phone="0912344821")
    enrol.asking.extras[Purpose.MESSAGES].click()
    press(Qt.Key.Key_Space)
    assert [consent.purpose for consent in heard[0].consents] == [Purpose.PROGRAM, Purpose.MESSAGES]


def test_the_year_of_a_child_says_at_once_that_a_parent_agrees(enrol: EnrolPanel) -> None:
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(phone="0912344821", today=date(2026, 11, 23))
    messages = enrol.asking.extras[Purpose.MESSAGES]
    messages.click()
    boxes = {box.accessibleName(): box for box in enrol.findChildren(QLineEdit)}
    guardian = boxes["Parent or guardian who agrees"]
    boxes["Birthday"].setFocus()
    type_in("24/11/2010")
    assert enrol.child.tick.isChecked()
    assert not enrol.child.tick.isEnabled(), "the year leaves no choice"
    assert guardian.isVisible()
    assert (messages.isVisible(), messages.isChecked()) == (False, False)
    assert "A child gets no messages and is in no list for them" in said(enrol)
    press(Qt.Key.Key_Return)
    assert focused() == "Parent or guardian who agrees"
    assert "Write down which parent or guardian agreed" in said(enrol)
    type_in("Tran Thi Mai")
    press(Qt.Key.Key_Return)
    assert focused() == "The parent agrees"
    press(Qt.Key.Key_Space)
    assert (heard[0].under_age, heard[0].guardian) == (True, "Tran Thi Mai")
    assert [consent.purpose for consent in heard[0].consents] == [Purpose.PROGRAM]
    boxes["Birthday"].setFocus()
    boxes["Birthday"].selectAll()
    type_in("23/11/2010")
    assert (enrol.child.tick.isChecked(), guardian.isVisible(), messages.isVisible()) == (False, False, True)


def test_a_child_who_tells_no_year_is_ticked(enrol: EnrolPanel) -> None:
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(phone="0912344821", today=date(2026, 11, 23))
    enrol.child.tick.setFocus()
    press(Qt.Key.Key_Space)
    enrol.child.guardian.edit.setFocus()
    type_in("Mai")
    press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert (heard[0].under_age, heard[0].guardian, heard[0].birthday) == (True, "Mai", None)


def test_the_number_of_a_signed_paper_is_the_proof_and_paper_the_way(enrol: EnrolPanel) -> None:
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(phone="0912344821")
    enrol.asking.notice.show_notice((("Your data with us", ("Who keeps it.",)),))
    assert any("Who keeps it." in label.text() for label in enrol.findChildren(QLabel) if label.isVisible())
    enrol.asking.notice.proof.edit.setFocus()
    type_in("A-17")
    press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert heard[0].proof == "A-17"
    assert [consent.channel for consent in heard[0].consents] == ["paper"]


def test_what_was_typed_already_is_filled_in(enrol: EnrolPanel) -> None:
    enrol.begin(phone="0912344821")
    assert focused() == "The customer agrees to join"
    enrol.begin(phone="4821")
    assert focused() == "Phone number"
    assert "Too few digits" not in said(enrol)
    enrol.begin(name="Nguyễn Văn Đức")
    assert focused() == "Phone number"
    type_in("0912344821")
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert heard[0].name == "Nguyễn Văn Đức"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("Phone number", "", "Type the customer's phone number"),
        ("Phone number", "0", "Too few digits: a mobile number has 10"),
        ("Phone number", "abc", "Digits only, please, for example 0912 345 678"),
        ("Phone number", "9" * 250, "Too many digits: a mobile number has 10"),
        ("Name (may stay empty)", "🎂", "There is a sign in it that no name has – type the name again"),
        ("Name (may stay empty)", "x" * 250, "The name is too long: at most 200 letters"),
        ("Name (may stay empty)", "محمد", "Letters written from right to left cannot be kept"),
        ("Name (may stay empty)", "123", "A name needs at least one letter"),
        ("Birthday", "31/2", "The calendar has no such day – day first, then month"),
        ("Birthday", "hôm qua", "Type day and month, for example 24/11 or 24/11/1990"),
    ],
)
def test_bad_input_is_said_at_its_field_and_nothing_is_enrolled(
    enrol: EnrolPanel, field: str, typed: str, sentence: str
) -> None:
    heard: list[object] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin()
    boxes = {box.accessibleName(): box for box in enrol.findChildren(QLineEdit)}
    boxes["Phone number"].setText("0912344821")
    boxes[field].setText(typed)
    boxes[field].setFocus()
    press(Qt.Key.Key_Return)
    assert sentence in said(enrol)
    assert focused() == field
    assert heard == []
    QTest.keyClick(boxes[field], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("5")
    assert sentence not in said(enrol)


def test_a_note_keeps_only_what_can_be_read(enrol: EnrolPanel) -> None:
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(phone="0912344821")
    boxes = {box.accessibleName(): box for box in enrol.findChildren(QLineEdit)}
    boxes["Note for the counter"].setText("bàn 5\u202e \x07 cạnh cửa")
    press(Qt.Key.Key_Space)
    assert heard[0].note == "bàn 5 cạnh cửa"


def test_a_card_and_a_name_are_enough_for_who_has_no_phone(enrol: EnrolPanel) -> None:
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(name="Bà Tư", card=CARD)
    press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert (heard[0].phone, heard[0].name, heard[0].card) == (None, "Bà Tư", CARD)


def test_text_made_larger_while_the_form_is_open_needs_no_other_form(
    enrol: EnrolPanel, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, Scheme.LIGHT, 150)
    anew = EnrolPanel("Quán Cà Phê Mây")
    shown(anew, qtbot)
    # What holds a part has the last word on its gaps, also when all follow the theme.
    gaps = [[layout.spacing() for layout in one.findChildren(QLayout)] for one in (enrol, anew)]
    assert len(set(gaps[0])) > 3
    assert gaps[0] == gaps[1]


def test_esc_gives_the_enrolment_up(enrol: EnrolPanel, qtbot: QtBot) -> None:
    enrol.begin()
    assert not enrol.is_touched()
    type_in("0912")
    assert enrol.is_touched()
    with qtbot.waitSignal(enrol.cancelled):
        press(Qt.Key.Key_Escape)
