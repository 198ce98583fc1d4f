"""Stamp cards, vouchers, gifts as sentences: what is shown is read back, and what is typed is published."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from loyalpos.engine.occasions import (
    BirthdayGift,
    Calendar,
    Every,
    Gives,
    HolidayGift,
    Milestone,
    Occasion,
    Referral,
    Streak,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import Gift, Program
from loyalpos.engine.side_programs import MemberPrice, Membership, StampCard, VoucherKind
from loyalpos.engine.tiers import Reached
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.gifts_panel import GiftsPanel
from loyalpos.ui.office.memberships_panel import MembershipRow, MembershipsPanel
from loyalpos.ui.office.numbers import NumberBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.side_rows import SideRow
from loyalpos.ui.office.stamp_cards_panel import StampCardsPanel
from loyalpos.ui.office.vouchers_panel import VouchersPanel
from tests.engine.whole_programs import whole_programs
from tests.shops import PROGRAM
from tests.ui.program_office import Office
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

PANELS: tuple[type[ProgramPanel], ...] = (StampCardsPanel, VouchersPanel, MembershipsPanel, GiftsPanel)


def edit(row: SideRow, field: str) -> QLineEdit:
    box = row.boxes[field]
    assert isinstance(box, QLineEdit)
    return box


@pytest.mark.parametrize("kind", PANELS)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(program=whole_programs())
def test_what_is_shown_is_read_back_word_for_word(
    themed: QApplication, kind: type[ProgramPanel], program: Program
) -> None:
    panel = kind()
    panel.show_program(program)
    assert panel.read(program) == program
    panel.know(program)
    panel.retranslate()
    assert panel.read(program) == program
    panel.complain(problems_in(program))
    panel.deleteLater()


def pick(row: SideRow, field: str, choice: str) -> None:
    box = row.boxes[field]
    assert isinstance(box, ChoiceBox)
    box.choose(choice)
    box.chosen.emit(choice)


def test_a_stamp_card_a_voucher_and_a_membership_are_typed_and_published(
    qtbot: QtBot, tmp_path: Path, speaking: QApplication
) -> None:
    office = Office(qtbot, tmp_path)
    cards = office.page.panel(StampCardsPanel)
    cards.add_button.click()
    (row,) = cards.rows()
    office.put(edit(row, "name"), "Mua 9 tặng 1")
    office.put(edit(row, "size"), "10")
    reward = row.boxes["reward"]
    assert isinstance(reward, ChoiceBox)
    assert [reward.name_at(at) for at in range(reward.count())] == ["off50", "coffee", "tenth"]
    pick(row, "reward", "coffee")

    vouchers = office.page.panel(VouchersPanel)
    vouchers.add_button.click()
    (row,) = vouchers.rows()
    office.put(edit(row, "name"), "Mời lại")
    office.put(edit(row, "value_vnd"), "15000")
    pick(row, "worth", "share")
    (row,) = vouchers.rows()
    for field, typed in (("rate_bp", "12,5"), ("cap_vnd", "30000"), ("minimum_vnd", "50000"), ("days", "14")):
        office.put(edit(row, field), typed)
    pick(row, "once", "once")

    memberships = office.page.panel(MembershipsPanel)
    memberships.add_button.click()
    (row,) = memberships.rows()
    for field, typed in (
        ("name", "Thẻ VIP"),
        ("fee_vnd", "199000"),
        ("discount_bp", "5"),
        ("package", "Bàn ưu tiên"),
        ("notice_days", "7"),
    ):
        office.put(edit(row, field), typed)
    pick(row, "months", "once")
    pick(row, "refundable", "no")
    pick(row, "fee_earns", "yes")
    assert isinstance(row, MembershipRow)
    for item, price in (("latte", "29000"), ("cake", "x")):
        row.prices.add.click()
        QApplication.processEvents()
        assert row.prices.boxes()[-1].item.hasFocus()
        office.put(row.prices.boxes()[-1].item, item)
        office.put(row.prices.boxes()[-1].price_vnd, price)
    assert memberships.read(office.running) is None
    assert row.sentence.complaint()
    office.put(row.prices.boxes()[1].price_vnd, "20000")
    office.put(row.prices.boxes()[1].item, "latte")
    twice = memberships.read(office.running)
    assert twice is not None
    memberships.complain(problems_in(twice))
    assert [box.item.is_wrong() for box in row.prices.boxes()] == [False, True]
    row.prices.boxes()[1].remove.click()

    office.publish()
    running = office.running
    assert running.stamp_cards == (StampCard("card-2-1", "Mua 9 tặng 1", 10, "coffee"),)
    assert running.vouchers == (
        VoucherKind("voucher-2-1", "Mời lại", 14, 0, 1_250, 30_000, 50_000, once=True),
    )
    prices = (MemberPrice("latte", 29_000),)
    vip = Membership(
        "membership-2-1",
        "Thẻ VIP",
        199_000,
        None,
        500,
        "Bàn ưu tiên",
        7,
        refundable=False,
        prices=prices,
        fee_earns=True,
    )
    assert running.memberships == (vip,)
    office.close()


def test_an_unreadable_number_and_a_voucher_worth_both_are_said_at_their_row(themed: QApplication) -> None:
    both = replace(PROGRAM, vouchers=(VoucherKind("v", "Phiếu", 30, 10_000, 1_000),))
    panel = VouchersPanel()
    panel.show_program(both)
    assert panel.read(both) == both
    panel.complain(problems_in(both))
    assert panel.rows()[0].sentence.complaint() == "An amount or a share, not both at once"
    edit(panel.rows()[0], "days").setText("abc")
    assert panel.read(both) is None
    assert panel.rows()[0].sentence.complaint() == "Digits only, please, for example 10.000"


def test_a_card_whose_reward_is_gone_says_so(themed: QApplication) -> None:
    program = replace(
        PROGRAM, rewards=(Gift("tea", "Trà đào", 100),), stamp_cards=(StampCard("c", "Thẻ", 9, "coffee"),)
    )
    panel = StampCardsPanel()
    panel.show_program(program)
    panel.know(program)
    panel.complain(problems_in(program))
    assert "coffee" in panel.rows()[0].sentence.complaint()
    assert panel.read(program) == program


def test_a_gift_is_given_for_another_occasion_and_published(
    qtbot: QtBot, tmp_path: Path, speaking: QApplication
) -> None:
    office = Office(qtbot, tmp_path)
    panel = office.page.panel(GiftsPanel)
    panel.add_button.click()
    panel.add_button.click()
    birthday, other = panel.rows()
    office.put(edit(birthday, "points"), "70")
    office.put(edit(birthday, "before_days"), "7")
    choose(other, "kind", "milestone")
    (birthday, other) = panel.rows()
    choose(other, "reached_by", "visits")
    office.put(edit(other, "at"), "10")
    office.put(edit(other, "name"), "Lần thứ mười")
    office.publish()
    tenth = Milestone("occasion-2-2", Reached.VISITS, 10, Gives(points=50), name="Lần thứ mười")
    first: tuple[Occasion, ...] = (BirthdayGift("occasion-2-1", Gives(points=70), before_days=7), tenth)
    assert office.running.occasions == first
    choose(panel.rows()[0], "kind", "win_back")
    office.publish()
    second: tuple[Occasion, ...] = (WinBack("occasion-3-1", 60, Gives(points=70)), tenth)
    assert office.running.occasions == second
    office.close()


def test_a_row_of_visits_and_holidays_are_chosen_and_published(
    qtbot: QtBot, tmp_path: Path, speaking: QApplication
) -> None:
    office = Office(qtbot, tmp_path)
    panel = office.page.panel(GiftsPanel)
    for kind in ("streak", "holiday", "holiday"):
        panel.add_button.click()
        choose(panel.rows()[-1], "kind", kind)
    QApplication.processEvents()
    row, tet, other = panel.rows()
    choose(row, "every", "month")
    office.put(edit(row, "in_a_row"), "1")
    office.put(edit(tet, "before_days"), "7")
    choose(tet, "which", "tet")
    assert not edit(tet, "day").isVisible()
    choose(other, "which", "other")
    QApplication.processEvents()
    for field, typed in (("day", "31"), ("month", "4"), ("after_days", "2")):
        office.put(edit(other, field), typed)
    wrong = panel.read(office.running)
    assert wrong is not None
    panel.complain(problems_in(wrong))
    assert all(one.sentence.complaint() for one in (row, other))
    day = other.boxes["day"]
    assert isinstance(day, NumberBox)
    assert day.is_wrong()
    office.put(edit(other, "day"), "30")
    office.put(edit(row, "in_a_row"), "3")
    office.publish()
    assert office.running.occasions == (
        Streak("occasion-2-1", Every.MONTH, 3, Gives(points=50)),
        HolidayGift("occasion-2-2", 1, 1, Gives(points=50), Calendar.LUNAR, before_days=7),
        HolidayGift("occasion-2-3", 4, 30, Gives(points=50), after_days=2),
    )
    assert "Tết" in panel.statements()[1].words
    assert "30 / 4" in panel.statements()[2].words
    office.close()


def test_days_around_a_day_are_not_told_where_there_are_none(themed: QApplication) -> None:
    five = Gives(points=5)
    gifts = (
        HolidayGift("a", 3, 8, five),
        HolidayGift("b", 3, 8, five, before_days=2),
        HolidayGift("c", 3, 8, five, after_days=1),
        HolidayGift("d", 3, 8, five, before_days=2, after_days=1),
        BirthdayGift("e", five),
        BirthdayGift("f", five, before_days=3),
    )
    panel = GiftsPanel()
    panel.show_program(replace(PROGRAM, occasions=gifts))
    told = [one.words for one in panel.statements()]
    assert [" 0 " in words for words in told] == [False] * 5 + [True]
    assert ["before" in words for words in told] == [False, True, False, True, False, True]
    assert ["after" in words for words in told] == [False, False, True, True, False, True]


def test_a_member_price_goes_by_the_name_of_its_item(themed: QApplication) -> None:
    prices = (MemberPrice("L01", 29_000), MemberPrice("X", 9_000))
    panel = MembershipsPanel()
    program = replace(PROGRAM, memberships=(Membership("m", "Thẻ VIP", 99_000, 12, prices=prices),))
    panel.show_program(program)
    assert "L01 29.000" in panel.statements()[0].words
    panel.know_items({"L01": "Latte đá"})
    assert "Latte đá 29.000" in panel.statements()[0].words
    assert "X 9.000" in panel.statements()[0].words
    assert panel.read(program) == program
    row = panel.rows()[0]
    assert isinstance(row, MembershipRow)
    assert [box.called.text() for box in row.prices.boxes()] == ["(Latte đá)", ""]


def test_a_gift_of_nothing_is_said_at_its_row_whatever_stands_before_it(themed: QApplication) -> None:
    nothing = WelcomeGift("hello", Gives())
    program = replace(PROGRAM, occasions=(Referral("friend", Gives(points=5), Gives()), nothing))
    panel = GiftsPanel()
    panel.show_program(program)
    assert panel.read(program) == program
    panel.complain(problems_in(program))
    assert panel.rows()[0].sentence.complaint() == problem_sentence(problems_in(program)[0])


def choose(row: SideRow, field: str, what: str) -> None:
    box = row.boxes[field]
    assert isinstance(box, ChoiceBox)
    box.choose(what)
    box.chosen.emit(what)
