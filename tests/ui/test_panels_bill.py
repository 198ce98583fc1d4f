from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.earning import EarnLine, LineKind
from loyalpos.errors import WrongPointsToPay
from loyalpos.ui.counter.bill_panel import BillPanel
from loyalpos.ui.counter.earn_box import EarnBox
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui.panel_gallery import vietnamese
from tests.ui.panel_shop import DESK, NOBODY_DESK, quoted


def texts(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def said(panel: QWidget) -> str:
    return " | ".join(texts(panel)).replace("\u00a0", " ")


@pytest.fixture
def panel(themed: QApplication, qtbot: QtBot) -> BillPanel:
    made = BillPanel()
    qtbot.addWidget(made)
    made.resize(440, 700)
    made.show()
    return made


def boxes(panel: BillPanel) -> dict[str, QLineEdit]:
    amount = panel.findChild(AmountBox)
    assert amount is not None
    others = {box.accessibleName(): box for box in panel.findChildren(QLineEdit) if box is not amount}
    return {"amount": amount, **others}


def buttons(panel: QWidget) -> dict[str, ActionButton]:
    return {one.key: one for one in panel.findChildren(ActionButton) if one.isVisibleTo(panel)}


def test_digits_are_passed_on_as_typed_and_enter_records(panel: BillPanel, qtbot: QtBot) -> None:
    heard: list[str] = []
    panel.total.edited.connect(heard.append)
    panel.total.enter()
    QTest.keyClicks(boxes(panel)["amount"], "85")
    assert heard == ["8", "85"]
    assert panel.total.text() == "85"
    with qtbot.waitSignal(panel.record_wanted):
        QTest.keyClick(boxes(panel)["amount"], Qt.Key.Key_Return)


@pytest.mark.parametrize("field", ["Receipt no.", "Date, time · F7"])
def test_enter_records_from_every_field(panel: BillPanel, qtbot: QtBot, field: str) -> None:
    with qtbot.waitSignal(panel.record_wanted):
        QTest.keyClick(boxes(panel)[field], Qt.Key.Key_Return)


def test_number_and_time_are_passed_on(panel: BillPanel, qtbot: QtBot) -> None:
    heard: list[tuple[str, str]] = []
    panel.receipt.number_edited.connect(lambda text: heard.append(("number", text)))
    panel.receipt.when_edited.connect(lambda text: heard.append(("when", text)))
    QTest.keyClicks(boxes(panel)["Receipt no."], "7")
    QTest.keyClicks(boxes(panel)["Date, time · F7"], "9h")
    assert heard == [("number", "7"), ("when", "9"), ("when", "9h")]
    assert (panel.receipt.number_text(), panel.receipt.when_text()) == ("7", "9h")


def test_clearing_for_the_next_bill_makes_no_signal(panel: BillPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(boxes(panel)["amount"], "125000")
    QTest.keyClicks(boxes(panel)["Receipt no."], "10235")
    panel.show_problem("amount", "Too large")
    heard: list[str] = []
    for signal in (panel.total.edited, panel.receipt.number_edited, panel.receipt.when_edited):
        signal.connect(heard.append)
    panel.clear()
    assert heard == []
    assert (panel.total.text(), panel.receipt.number_text(), panel.receipt.when_text()) == ("", "", "")
    assert "Too large" not in texts(panel)


def test_points_are_explained_before_enter(panel: BillPanel) -> None:
    panel.show_quote(quoted(DESK, 125_000), DESK)
    shown = said(panel)
    assert "+12" in shown
    assert "125.000 ₫ ÷ 10.000 ₫ | 12" in shown
    assert "After this bill: 1.296 điểm" in shown
    assert "1.000 ₫ more makes the next điểm" in shown
    assert "The customer pays" not in shown


def test_several_rules_make_several_lines_and_they_go_again(panel: BillPanel) -> None:
    quote = quoted(DESK, 125_000)
    lines = (*quote.earning.lines, EarnLine("b", LineKind.BELOW_MINIMUM, 0, limit_vnd=200_000))
    panel.show_quote(replace(quote, earning=replace(quote.earning, lines=lines)), DESK)
    assert "Bills from 200.000 ₫ up earn points" in said(panel)
    panel.show_quote(quote, DESK)
    assert "Bills from" not in said(panel)


@pytest.mark.parametrize("compact", [False, True])
def test_the_box_of_earned_points_is_as_roomy_after_a_change_of_text_size(
    themed: QApplication, qtbot: QtBot, compact: bool
) -> None:
    def room(box: EarnBox) -> tuple[int, int]:
        (card,) = box.findChildren(Panel)
        margins = card.body.contentsMargins()
        return margins.left(), margins.top()

    before = EarnBox(compact=compact)
    qtbot.addWidget(before)
    at_first = room(before)
    apply_theme(themed, Scheme.LIGHT, 150)
    after = EarnBox(compact=compact)
    qtbot.addWidget(after)
    assert room(before) == room(after) == tuple(side * 3 // 2 for side in at_first)
    apply_theme(themed, Scheme.LIGHT)


def test_rewards_in_the_bill_lower_what_the_customer_pays(panel: BillPanel) -> None:
    panel.show_quote(quoted(DESK, 125_000, "off50"), DESK)
    shown = said(panel)
    assert "The customer pays | 75.000 ₫" in shown
    assert "Giảm 50.000 ₫ (−500 điểm)" in shown
    assert buttons(panel)["Enter"].text() == "Redeem and add points"


def test_points_go_by_the_shops_own_name_wherever_they_are_named(panel: BillPanel) -> None:
    called = replace(DESK, program=replace(DESK.program, points_name="Sao\u00a0⭐"))
    panel.show_quote(quoted(called, 125_000), called)
    assert buttons(panel)["Enter"].text() == "Add Sao"
    below = EarnLine("b", LineKind.BELOW_MINIMUM, 0, limit_vnd=200_000)
    quote = quoted(called, 125_000)
    panel.show_quote(replace(quote, earning=replace(quote.earning, lines=(below,))), called)
    assert "Bills from 200.000 ₫ up earn Sao" in said(panel)
    panel.show_quote(None, called)
    assert "Type the total to see its Sao" in said(panel)


def test_with_points_that_cannot_pay_nothing_is_said_of_the_bill_without_them(panel: BillPanel) -> None:
    quote = quoted(DESK, 125_000)
    panel.show_quote(replace(quote, refused=(WrongPointsToPay(1, 100, 300, 100),)), DESK)
    shown = said(panel)
    assert "Correct the points that pay first" in shown
    assert "125.000 ₫ ÷ 10.000 ₫" not in shown
    assert "After this bill" not in shown
    panel.show_quote(quote, DESK)
    assert "125.000 ₫ ÷ 10.000 ₫" in said(panel)


def test_a_reward_that_cannot_be_taken_says_why(panel: BillPanel) -> None:
    panel.show_quote(quoted(DESK, 90_000, "off50"), DESK)
    assert "“Giảm 50.000 ₫” cannot be taken: buy 10.000 ₫ more" in said(panel)


def test_a_bill_without_member_says_what_it_would_be_worth(panel: BillPanel) -> None:
    panel.show_quote(quoted(NOBODY_DESK, 125_000), NOBODY_DESK)
    shown = said(panel)
    assert "As a member the customer would get +12 điểm" in shown
    assert "After this bill" not in shown
    assert buttons(panel)["Enter"].text() == "Record bill"


@pytest.mark.parametrize("field", ["amount", "number", "when"])
def test_a_problem_stands_at_its_field_until_the_field_is_edited(
    panel: BillPanel, qtbot: QtBot, field: str
) -> None:
    panel.show_problem(field, "Please type it again")
    assert "Please type it again" in texts(panel)
    name = {"amount": "amount", "number": "Receipt no.", "when": "Date, time · F7"}[field]
    QTest.keyClicks(boxes(panel)[name], "1")
    assert "Please type it again" not in texts(panel)


@pytest.mark.parametrize("pasted", ["1" * 10_240, "10\x07235", "\u202e10235", "مرحبا 10235"])
def test_a_paste_that_is_no_receipt_number_is_said_at_the_field(
    panel: BillPanel, qtbot: QtBot, pasted: str
) -> None:
    QGuiApplication.clipboard().setText(pasted)
    box = boxes(panel)["Receipt no."]
    box.paste()
    box.textEdited.emit(box.text())
    assert any("receipt" in text for text in texts(panel))
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "10235")
    assert not any("has at most" in text or "sign in it" in text for text in texts(panel))


@pytest.mark.parametrize("pasted", ["9" * 10_240, "a" * 10_240, "1.2.3", "🎂", "12\x0034", "\u202e125"])
def test_any_paste_leaves_the_amount_usable(panel: BillPanel, qtbot: QtBot, pasted: str) -> None:
    box = boxes(panel)["amount"]
    QGuiApplication.clipboard().setText(pasted)
    panel.total.enter()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(box, AmountBox)
    assert box.amount_vnd() is None
    assert box.is_wrong()
    panel.total.enter()
    QTest.keyClicks(box, "125000")
    assert box.amount_vnd() == 125_000
    assert not box.is_wrong()


def test_thousands_mode_can_be_switched_while_an_amount_stands(panel: BillPanel, qtbot: QtBot) -> None:
    box = boxes(panel)["amount"]
    assert isinstance(box, AmountBox)
    QTest.keyClicks(box, "85")
    assert box.amount_vnd() == 85_000
    panel.total.set_thousands(False)
    assert box.amount_vnd() == 85


def test_the_strip_leaves_rewards_and_returns_to_its_own_buttons(themed: QApplication, qtbot: QtBot) -> None:
    strip = BillPanel(compact=True)
    qtbot.addWidget(strip)
    strip.resize(352, 500)
    strip.show()
    assert set(buttons(strip)) == {"Enter", "Esc"}
    strip.show_quote(quoted(DESK, 125_000), DESK)
    assert "12 basic" in said(strip)


def test_buttons_send_what_they_say(panel: BillPanel, qtbot: QtBot) -> None:
    for key, signal in (
        ("Enter", panel.record_wanted),
        ("F6", panel.rewards_wanted),
        ("F8", panel.return_wanted),
    ):
        with qtbot.waitSignal(signal):
            buttons(panel)[key].click()


def test_the_language_changes_while_a_bill_stands(panel: BillPanel, qapp: QApplication) -> None:
    panel.show_quote(quoted(DESK, 125_000), DESK)
    translator = vietnamese(qapp)
    qapp.installTranslator(translator)
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    try:
        shown = said(panel)
        assert "Sau giao dịch: 1.296 điểm" in shown
        assert buttons(panel)["Enter"].text() == "Cộng điểm"
    finally:
        qapp.removeTranslator(translator)
