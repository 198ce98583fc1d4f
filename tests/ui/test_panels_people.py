from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.codes import CardCode
from loyalpos.engine.ledger import Account
from loyalpos.engine.members import Enrolment, Purpose
from loyalpos.engine.phones import Phone
from loyalpos.services.safekeeping import Safety
from loyalpos.store.second_choice import SecondFolder
from loyalpos.ui.counter.enrol_panel import EnrolPanel
from loyalpos.ui.counter.footer import Footer
from loyalpos.ui.counter.link_panel import LinkPanel
from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.counter.return_panel import ReturnPanel
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.marks import Chip
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui.panel_shop import NOW, RETURN_DESK, SHOP, TODAY, VIEW

CARD = CardCode("9812345678900188")


def press(*keys: Qt.Key) -> None:
    for key in keys:
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, key)


def type_in(text: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, text)


def shown(panel: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(panel)
    panel.resize(500, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)


def said(panel: QWidget) -> str:
    labels = panel.findChildren(QLabel)
    return " | ".join(one.text() for one in labels if one.isVisible() and one.text()).replace("\u00a0", " ")


def chips(panel: QWidget) -> list[str]:
    return [chip.text().replace("\u00a0", " ") for chip in panel.findChildren(Chip) if chip.isVisible()]


def focused() -> str:
    at = QApplication.focusWidget()
    assert at is not None
    return at.accessibleName()


# The member ---------------------------------------------------------------------------------------


@pytest.fixture
def member(themed: QApplication, qtbot: QtBot) -> MemberPanel:
    panel = MemberPanel()
    shown(panel, qtbot)
    return panel


def test_a_member_is_shown_with_everything_worth_saying(member: MemberPanel) -> None:
    member.show_member(VIEW, SHOP, TODAY, "điểm", 128_400)
    shown_text = said(member)
    assert "Nguyễn Văn Đức" in shown_text
    assert "••• ••• 4 821 · card … 0188 · member since 03/2025" in shown_text
    assert "1.284 | điểm · ≈ 128.400 ₫" in shown_text
    assert chips(member) == ["Birthday 24/11", "120 điểm end 30/11", "Often takes: Bạc xỉu"]


def test_without_a_reward_that_pays_points_have_no_worth(member: MemberPanel) -> None:
    member.show_member(VIEW, SHOP, TODAY, "điểm", None)
    assert "≈" not in said(member)


@pytest.mark.parametrize(
    ("days_away", "chip"),
    [
        (0, "Birthday today – congratulate!"),
        (1, "Birthday tomorrow"),
        (7, "Birthday 29/11"),
        (8, None),
        (-1, None),
    ],
)
def test_a_birthday_is_named_when_it_is_near(member: MemberPanel, days_away: int, chip: str | None) -> None:
    day = TODAY + timedelta(days=days_away)
    view = replace(VIEW, member=replace(VIEW.member, birthday=Birthday(day.day, day.month)))
    member.show_member(view, SHOP, TODAY, "điểm", None)
    assert [text for text in chips(member) if "Birthday" in text] == ([] if chip is None else [chip])


def test_debt_note_and_a_first_visit_are_said(member: MemberPanel) -> None:
    owing = replace(
        VIEW,
        account=Account((), 12),
        spendable=0,
        visits=0,
        expiring=None,
        member=replace(VIEW.member, note="Dị ứng đậu phộng", name=None, phone=None, card=None),
    )
    member.show_member(owing, SHOP, TODAY, "điểm", 100 * owing.spendable)
    assert "Owes 12 điểm – the next bill pays first" in chips(member)
    assert "First visit" in chips(member)
    shown_text = said(member)
    assert "Dị ứng đậu phộng" in shown_text
    assert "No name yet | no phone · member since" in shown_text
    assert "−12" in shown_text


@pytest.mark.parametrize(
    ("compact", "width", "percent"), [(False, 784, 100), (False, 784, 150), (True, 352, 150)]
)
@pytest.mark.parametrize("name", ["Ng" * 100, "Nguyễn " * 28])
def test_a_name_of_two_hundred_letters_stays_in_its_place(
    themed: QApplication, qtbot: QtBot, name: str, compact: bool, width: int, percent: int
) -> None:
    apply_theme(themed, Scheme.LIGHT, percent)
    panel = MemberPanel(compact=compact)
    shown(panel, qtbot)
    long = replace(VIEW, member=replace(VIEW.member, name=name))
    panel.show_member(long, SHOP, TODAY, "điểm", None)
    panel.resize(width, panel.heightForWidth(width))
    QApplication.processEvents()
    (label,) = [one for one in panel.findChildren(QLabel) if one.isVisible() and one.text().startswith("Ng")]
    longest = max(label.fontMetrics().horizontalAdvance(word) for word in re.split("[ \u200b]", label.text()))
    assert longest <= label.width()
    assert len(label.text()) < 80
    assert label.toolTip() == name


def test_nobody_and_a_customer_without_card_are_told_apart(member: MemberPanel) -> None:
    member.show_nobody()
    assert "Ready for the next customer" in said(member)
    member.show_anonymous()
    assert "Customer without a card" in said(member)
    assert "1.284" not in said(member)


# Enrolment ----------------------------------------------------------------------------------------


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
    assert len(ticks) == 2
    for tick in ticks:
        assert not tick.isChecked()
        tick.setChecked(True)
    enrol.begin()
    assert not any(tick.isChecked() for tick in ticks)


def test_further_consents_are_ticked_one_by_one(enrol: EnrolPanel) -> None:
    heard: list[Enrolment] = []
    enrol.enrol_wanted.connect(heard.append)
    enrol.begin(phone="0912344821")
    enrol.findChildren(QCheckBox)[0].click()
    press(Qt.Key.Key_Space)
    assert [consent.purpose for consent in heard[0].consents] == [Purpose.PROGRAM, Purpose.MESSAGES]


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


def test_esc_gives_the_enrolment_up(enrol: EnrolPanel, qtbot: QtBot) -> None:
    enrol.begin()
    assert not enrol.is_touched()
    type_in("0912")
    assert enrol.is_touched()
    with qtbot.waitSignal(enrol.cancelled):
        press(Qt.Key.Key_Escape)


# Returns ------------------------------------------------------------------------------------------


@pytest.fixture
def returning(themed: QApplication, qtbot: QtBot) -> ReturnPanel:
    panel = ReturnPanel()
    shown(panel, qtbot)
    panel.begin()
    return panel


def test_the_number_on_the_receipt_is_asked_for_first(returning: ReturnPanel) -> None:
    heard: list[str] = []
    returning.number_entered.connect(heard.append)
    press(Qt.Key.Key_Return)
    assert "Type the number on the receipt" in said(returning)
    type_in(" 10229 ")
    press(Qt.Key.Key_Return)
    assert heard == ["10229"]


def test_a_whole_return_is_shown_and_done_with_enter(returning: ReturnPanel) -> None:
    heard: list[tuple[object, ...]] = []
    returning.return_wanted.connect(lambda *told: heard.append(told))
    returning.show_bills((RETURN_DESK,), SHOP)
    assert "Hand back to the customer | 75.000 ₫" in said(returning)
    assert "Points taken back | −7 điểm" in said(returning)
    press(Qt.Key.Key_Return)
    assert heard == [(RETURN_DESK.bill.id, 1, None)]


def test_part_of_a_bill_is_previewed_at_every_key(returning: ReturnPanel) -> None:
    heard: list[tuple[object, ...]] = []
    returning.return_wanted.connect(lambda *told: heard.append(told))
    returning.show_bills((RETURN_DESK,), SHOP)
    type_in("25")
    assert "Hand back to the customer | 25.000 ₫" in said(returning)
    press(Qt.Key.Key_Return)
    assert heard == [(RETURN_DESK.bill.id, 1, 25_000)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("999000", "Only 125.000 ₫ of this bill is left to return"),
        ("0", "The amount must be more than 0 ₫"),
        ("abc", "Digits only"),
    ],
)
def test_an_amount_that_cannot_come_back_is_said_at_once(
    returning: ReturnPanel, typed: str, sentence: str
) -> None:
    heard: list[tuple[object, ...]] = []
    returning.return_wanted.connect(lambda *told: heard.append(told))
    returning.show_bills((RETURN_DESK,), SHOP)
    type_in(typed)
    assert sentence in said(returning)
    press(Qt.Key.Key_Return)
    assert heard == []


def test_of_several_bills_one_is_chosen_by_its_number(returning: ReturnPanel) -> None:
    other = replace(RETURN_DESK, bill=replace(RETURN_DESK.bill, id=UUID(int=8), returned_vnd=25_000, parts=1))
    heard: list[tuple[object, ...]] = []
    returning.return_wanted.connect(lambda *told: heard.append(told))
    returning.show_bills((RETURN_DESK, other), SHOP)
    press(Qt.Key.Key_2)
    assert "100.000 ₫ left" in said(returning)
    press(Qt.Key.Key_Return)
    assert heard == [(UUID(int=8), 2, None)]


def test_a_bill_returned_before_says_so(returning: ReturnPanel) -> None:
    returning.show_bills((replace(RETURN_DESK, bill=replace(RETURN_DESK.bill, whole=True)),), SHOP)
    assert "All of this bill has been returned or undone already" in said(returning)


def test_esc_gives_the_return_up(returning: ReturnPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(returning.cancelled):
        press(Qt.Key.Key_Escape)


# Foreign codes ------------------------------------------------------------------------------------


@pytest.fixture
def link(themed: QApplication, qtbot: QtBot) -> LinkPanel:
    panel = LinkPanel()
    shown(panel, qtbot)
    return panel


@pytest.mark.parametrize(("name", "expected"), [("Nguyễn Văn Đức", "link"), ("", "link"), (None, "enrol")])
def test_enter_links_to_the_open_member_or_enrols(link: LinkPanel, name: str | None, expected: str) -> None:
    heard: list[tuple[str, str]] = []
    link.link_wanted.connect(lambda raw: heard.append(("link", raw)))
    link.enrol_wanted.connect(lambda raw: heard.append(("enrol", raw)))
    link.begin("OLD-4471-XZ", member_name=name)
    press(Qt.Key.Key_Return)
    assert heard == [(expected, "OLD-4471-XZ")]


def test_a_refused_code_cannot_be_linked_any_more(link: LinkPanel, qtbot: QtBot) -> None:
    heard: list[str] = []
    link.link_wanted.connect(heard.append)
    link.begin("9" * 10_240 + "\x00", member_name="Đức")
    link.show_problem("This card is Trần Thị Mai's – take a new one")
    assert "Trần Thị Mai" in said(link)
    assert len(said(link)) < 400
    press(Qt.Key.Key_Return)
    assert heard == []
    with qtbot.waitSignal(link.cancelled):
        press(Qt.Key.Key_Escape)


# The footer ---------------------------------------------------------------------------------------


def _safe(at: datetime, second: SecondFolder | None = None) -> Safety:
    return Safety(at, at, second)


def test_the_footer_tells_of_a_second_folder_only_what_is_wrong_with_it(
    themed: QApplication, qtbot: QtBot
) -> None:
    footer = Footer()
    shown(footer, qtbot)
    footer.show_time(NOW, SHOP)
    stick = SecondFolder(Path("/media/stick"))
    footer.show_safety(_safe(NOW, stick))
    assert "second" not in said(footer)
    footer.show_safety(_safe(NOW, replace(stick, away_since=NOW - timedelta(days=1))))
    assert "✓ · second folder away since yesterday" in said(footer)
    footer.show_safety(_safe(NOW, replace(stick, failing=True)))
    assert "✓ · second folder takes no copies" in said(footer)


def test_after_three_days_without_a_backup_the_footer_warns(themed: QApplication, qtbot: QtBot) -> None:
    footer = Footer()
    shown(footer, qtbot)
    footer.show_time(NOW, SHOP)
    footer.show_safety(_safe(NOW - timedelta(days=2, hours=23)))
    assert "⚠" not in said(footer)
    footer.show_time(NOW + timedelta(hours=1), SHOP)
    assert "⚠ No backup for 3 days – open the office" in said(footer), "time alone brings the warning"
    footer.show_safety(Safety(None, NOW - timedelta(days=9)))
    assert "⚠ No backup for 9 days" in said(footer)
    footer.show_safety(_safe(NOW))
    assert "⚠" not in said(footer)


def test_the_footer_shows_only_what_exists(themed: QApplication, qtbot: QtBot) -> None:
    footer = Footer()
    shown(footer, qtbot)
    assert said(footer) == "● Running on this PC | No backup yet"
    footer.show_time(NOW, SHOP)
    footer.show_safety(_safe(NOW - timedelta(days=1)))
    assert said(footer) == "● Running on this PC | Backup: yesterday 14:05 ✓ | 14:05 · Sun 22/11/2026"
    footer.show_safety(replace(_safe(NOW), failed=True))
    assert "⚠ The last backup failed" in said(footer)


@pytest.mark.parametrize("compact", [False, True])
def test_every_control_has_a_name(themed: QApplication, qtbot: QtBot, compact: bool) -> None:
    for panel in (MemberPanel(compact=compact), EnrolPanel(compact=compact), ReturnPanel(compact=compact)):
        shown(panel, qtbot)
        controls: list[QWidget] = [*panel.findChildren(QLineEdit), *panel.findChildren(ActionButton)]
        assert controls
        assert all(control.accessibleName() for control in controls)
