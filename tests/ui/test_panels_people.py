"""Who stands at the counter: what the panel of a member says, and of nobody."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.ledger import Account
from loyalpos.ui.counter.enrol_panel import EnrolPanel
from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.counter.return_panel import ReturnPanel
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.theme import Scheme, apply_theme
from tests.ui.one_panel import chips, said, shown
from tests.ui.panel_shop import SHOP, TODAY, VIEW


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


@pytest.mark.parametrize("compact", [False, True])
def test_every_control_has_a_name(themed: QApplication, qtbot: QtBot, compact: bool) -> None:
    for panel in (MemberPanel(compact=compact), EnrolPanel(compact=compact), ReturnPanel(compact=compact)):
        shown(panel, qtbot)
        controls: list[QWidget] = [*panel.findChildren(QLineEdit), *panel.findChildren(ActionButton)]
        assert controls
        assert all(control.accessibleName() for control in controls)
