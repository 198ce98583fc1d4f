from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.conditions import HasTag
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.points_worth import Worth
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import (
    AmountOff,
    Blackout,
    Expiry,
    ExpiryKind,
    Gift,
    PayWithPoints,
    PercentOff,
    PointsEnd,
    Program,
    ServiceReward,
    UnknownReward,
)
from loyalpos.engine.reward_kinds import ItemReward, first_points
from loyalpos.engine.rules import AmountRule, BonusRule, UnknownRule, VisitRule
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.tiers import Tier
from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.settings import TillSettings, folders
from loyalpos.store.keys import PUBLISHED_KEY
from loyalpos.ui.jobs import Lane
from loyalpos.ui.language import install_language
from loyalpos.ui.office.blackouts_panel import BlackoutsPanel
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.program_page import ProgramPage
from loyalpos.ui.office.referral_panel import ReferralPanel
from loyalpos.ui.office.reward_shapes import RewardKind
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.window import OfficeWindow
from loyalpos.ui.office.word_boxes import NamesBox
from loyalpos.ui.office.worth import cost_vnd, example, visits_until
from loyalpos.ui.words.dates import day
from tests.engine import shapes
from tests.shops import PROGRAM, World, enrolled, new_till
from tests.ui.scanner import press, type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

PHONE = "0912345678"


class Office:
    """An owner at the program page, with a keyboard."""

    def __init__(
        self, qtbot: QtBot, folder: Path, program: Program = PROGRAM, *, opened: bool = False
    ) -> None:
        self.qtbot = qtbot
        self.world = World()
        self.till: Till = (
            Till(Shop.open(folder / "shop.loyalpos", PUBLISHED_KEY, self.world.outside(), who="Lan"))
            if opened
            else new_till(folder, self.world, program=program)
        )
        self.lanes = tuple(Lane(name) for name in ("reader", "writer", "files"))
        self.bugs: list[object] = []
        for lane in self.lanes:
            lane.failed.connect(self.bugs.append)
        reader, writer, files = self.lanes
        self.window = OfficeWindow(reader, writer, files, folders(folder), TillSettings(), self.world.clock)
        self.page = next(page for page in self.window.pages() if isinstance(page, ProgramPage))
        self.earning = self.page.panel(EarningPanel)
        self.tiers = self.page.panel(TiersPanel)
        self.blackouts = self.page.panel(BlackoutsPanel)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.attach(self.till)
        self.window.go_to("program")
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not any(lane.unfinished for lane in self.lanes), timeout=10_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not any(lane.unfinished for lane in self.lanes), timeout=10_000)
        assert not self.bugs, self.bugs

    def close(self) -> None:
        # The window first: its pages still answer to a change of language.
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for lane in self.lanes:
            lane.close()
        self.till.shop.close()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            press(self.window, key)
        QApplication.processEvents()

    def put(self, box: QLineEdit, text: str) -> None:
        """Go to a box and type something else into it."""
        box.setFocus()
        press(self.window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if not text:
            self.press(Qt.Key.Key_Delete)
        type_text(self.window, text)
        QApplication.processEvents()

    def publish(self, *, tomorrow: bool = False) -> None:
        if tomorrow:
            self.page.bar.starts.when.setFocus()
            self.press(Qt.Key.Key_Down)
        self.page.bar.publish.setFocus()
        self.press(Qt.Key.Key_Space)
        self.settle()

    @property
    def running(self) -> Program:
        shop = self.till.shop
        return shop.program_on(shop.time.business_day(shop.now()))

    @property
    def head(self) -> str:
        return self.page.head._remark.text()


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, speaking: QApplication) -> Iterator[Office]:
    opened = Office(qtbot, tmp_path)
    yield opened
    opened.close()


def test_the_running_revision_is_shown_and_nothing_can_be_published_yet(office: Office) -> None:
    assert office.head == "running: revision 1, since 23/11/2026"
    draft = office.page.draft()
    assert draft == replace(PROGRAM, revision=0, starts=None)
    assert not office.page.bar.publish.isEnabled()
    assert not office.page.bar.keep.isEnabled()


def test_a_change_published_today_rules_the_next_bill(office: Office) -> None:
    member = enrolled(office.till, PHONE)
    office.put(office.earning.rows()[0].per, "5000")
    office.publish()
    assert (office.running.revision, office.running.rules) == (2, (AmountRule("base", 5_000),))
    office.till.counter.record_bill(UUID(int=7), member, Bill(100_000))
    view = office.till.counter.desk(member).member
    assert view is not None
    assert view.account.balance == 20 + 20
    assert office.head == "running: revision 2, since 23/11/2026"
    assert not office.page.bar.publish.isEnabled()


def test_a_change_published_for_tomorrow_leaves_today_alone(office: Office) -> None:
    office.put(office.earning.welcome, "50")
    office.publish(tomorrow=True)
    assert (office.running.revision, office.running.welcome_points) == (1, 20)
    office.world.clock.forward(days=1)
    assert (office.running.revision, office.running.welcome_points) == (2, 50)
    assert office.head == "running: revision 1, since 23/11/2026 · revision 2 follows on 24/11/2026"
    # What is edited next is what was decided last.
    assert office.earning.welcome.value() == 50


def test_the_example_follows_every_key(office: Office) -> None:
    office.put(office.page.example.bill, "500k")
    assert office.page.example.points.text() == "50\u00a0điểm"
    office.put(office.earning.rows()[0].points, "3")
    assert office.page.example.points.text() == "150\u00a0điểm"
    assert "after 4 such visits" in office.page.example.reached.text()


@pytest.mark.parametrize("typed", ["", "0", "abc", "1.2.3", "-1", "9" * 30, "10 nghìn", "🎂", "\u202e10"])
def test_numbers_that_make_no_sense_are_refused_in_place(office: Office, typed: str) -> None:
    row = office.earning.rows()[0]
    office.put(row.per, "")
    row.per.insert(typed)
    row.per.changed.emit()
    assert row.sentence.complaint()
    assert row.per.is_wrong()
    assert not office.page.bar.publish.isEnabled()
    assert office.page.problems.text()
    office.put(row.per, "20.000")
    assert not row.sentence.complaint()
    assert office.page.bar.publish.isEnabled()


def test_only_points_rounded_down_can_wait(office: Office) -> None:
    office.earning.remainder.setFocus()
    office.press(Qt.Key.Key_Down)
    assert office.page.bar.publish.isEnabled()
    office.earning.rounding.setFocus()
    office.press(Qt.Key.Key_Down)
    assert "rounded down" in office.earning._remainder_sentence.complaint()
    assert not office.page.bar.publish.isEnabled()


def test_a_reward_worth_more_than_it_costs_is_warned_of_but_allowed(office: Office) -> None:
    row = office.page.rewards.rows()[0]
    office.put(row.boxes.value, "9.000.000")
    assert "Watch out" in row._sentence.complaint()
    assert not row.boxes.value.is_wrong()
    assert office.page.bar.publish.isEnabled()


@pytest.mark.parametrize("kind", [kind for kind in RewardKind if kind.has_target(Program(0, ()))])
def test_each_kind_of_reward_can_be_added_by_keys(office: Office, kind: RewardKind) -> None:
    office.page.rewards.add_buttons[kind].setFocus()
    office.press(Qt.Key.Key_Space)
    type_text(office.window, "Quà mới")
    if kind is RewardKind.ITEM:
        assert not office.page.bar.publish.isEnabled()
        office.put(office.page.rewards.rows()[-1].boxes.item, "FLAN")
        office.put(office.page.rewards.rows()[-1].boxes.price, "5000")
    office.publish()
    made = {
        RewardKind.AMOUNT_OFF: AmountOff("amount_off-2-1", "Quà mới", 500, 50_000, 100_000),
        RewardKind.PERCENT_OFF: PercentOff("percent_off-2-1", "Quà mới", 200, 1_000, 20_000),
        RewardKind.GIFT: Gift("gift-2-1", "Quà mới", 300),
        RewardKind.PAY_WITH_POINTS: PayWithPoints("pay_with_points-2-1", "Quà mới", 1, 100, 3_000),
        RewardKind.SERVICE: ServiceReward("service_reward-2-1", "Quà mới", 300),
        RewardKind.ITEM: ItemReward("item_reward-2-1", "Quà mới", 200, "FLAN", 5_000),
    }[kind]
    assert office.running.rewards == (*PROGRAM.rewards, made)


def test_an_id_once_used_never_comes_back_as_another_reward(office: Office) -> None:
    for _ in range(2):
        office.page.rewards.add_buttons[RewardKind.GIFT].click()
        office.publish()
        office.page.rewards.rows()[-1].remove.click()
        office.publish()
    office.page.rewards.add_buttons[RewardKind.GIFT].click()
    assert office.page.rewards.rows()[-1].reward_id == "gift-6-1"


def test_a_removed_reward_is_gone_from_the_counter(office: Office) -> None:
    office.page.rewards.rows()[1].remove.setFocus()
    office.press(Qt.Key.Key_Space)
    office.publish()
    assert [reward.id for reward in office.running.rewards] == ["off50", "pay", "tenth"]


def test_gifts_counted_anew_are_in_stock(office: Office) -> None:
    row = office.page.rewards.rows()[1]
    assert row.boxes.stock.text() == "14"
    office.put(row.boxes.stock, "30")
    office.publish()
    assert office.till.counter.desk(None).stock["coffee"] == 30


def test_gifts_given_out_meanwhile_are_not_counted_back(office: Office) -> None:
    member = enrolled(office.till, PHONE)
    office.till.counter.record_bill(UUID(int=7), member, Bill(5_000_000))
    office.put(office.earning.welcome, "30")
    office.till.counter.record_bill(UUID(int=8), member, Bill(50_000), (Taken("coffee"),))
    office.publish()
    assert office.till.counter.desk(None).stock["coffee"] == 13


def test_a_gift_without_a_number_is_not_counted(office: Office) -> None:
    office.put(office.page.rewards.rows()[1].boxes.stock, "")
    office.publish()
    gift = office.running.reward("coffee")
    assert isinstance(gift, Gift)
    assert not gift.counted


def test_days_without_expiry_are_added_by_keys_and_refused_in_place(office: Office) -> None:
    office.blackouts.add_button.setFocus()
    office.press(Qt.Key.Key_Space)
    type_text(office.window, "20/2/2027")
    assert not office.page.bar.publish.isEnabled()
    office.press(Qt.Key.Key_Tab)
    type_text(office.window, "10/02/2027")
    span = office.blackouts.spans()[0]
    assert "before the first" in span.sentence.complaint()
    office.put(span.first, "5/2/2027")
    assert not span.sentence.complaint()
    office.publish()
    assert office.running.blackouts == (Blackout(date(2027, 2, 5), date(2027, 2, 10)),)


def test_what_this_version_does_not_know_survives_publishing(
    qtbot: QtBot, tmp_path: Path, speaking: QApplication
) -> None:
    program = replace(
        PROGRAM,
        rules=(UnknownRule("x", "stamps"), AmountRule("base", 10_000), AmountRule("more", 100_000, 2, 1_000)),
        rewards=(UnknownReward("y", "Vé xem phim", "draw"), *PROGRAM.rewards),
    )
    office = Office(qtbot, tmp_path, program)
    office.put(office.earning.rows()[1].points, "5")
    office.publish()
    assert office.running.rules == (*program.rules[:2], AmountRule("more", 100_000, 5, 1_000))
    assert office.running.rewards == program.rewards
    office.close()


def test_a_draft_outlives_other_pages_and_languages_until_it_is_dropped(office: Office) -> None:
    office.put(office.earning.rows()[0].per, "7.000")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    install_language(application, "vi")
    QApplication.processEvents()
    assert office.page.bar.publish.text() == "Công bố bản 2 từ hôm nay"
    assert office.page.problems.text() == ""
    office.window.go_to("settings")
    office.window.go_to("program")
    office.settle()
    assert office.earning.rows()[0].per.value() == 7_000
    office.page.bar.drop.setFocus()
    office.press(Qt.Key.Key_Space, Qt.Key.Key_Backtab, Qt.Key.Key_Space)
    office.settle()
    assert office.earning.rows()[0].per.value() == 10_000
    assert not office.page.bar.publish.isEnabled()


def test_never_ending_points_ask_for_no_number(office: Office) -> None:
    office.earning.expiry.setFocus()
    office.press(*[Qt.Key.Key_Down] * 5)
    assert not office.earning.expiry_count.isVisible()
    office.publish()
    assert office.running.expiry.kind.value == "never"
    office.earning.expiry.setFocus()
    office.press(*[Qt.Key.Key_Up] * 4)
    assert office.earning.expiry_count.isVisible()
    assert office.earning.expiry_count.value() == 90


def test_the_points_end_on_a_day_and_what_becomes_of_them_is_chosen_in_place(office: Office) -> None:
    end = office.earning.end
    assert not end.after.isVisible()
    office.put(end.last, "31/12/2026")
    assert end.after.isVisible()
    assert not end.good_to.isVisible(), "points stay unless the owner says otherwise"
    end.at_end.setFocus()
    office.press(Qt.Key.Key_Down)
    assert "Day, month and year" in end.after.complaint()
    assert not office.page.bar.publish.isEnabled()
    office.put(end.good_to, "30/12/2026")
    assert "before the first" in end.after.complaint()
    office.put(end.good_to, "31/01/2027")
    assert not end.after.complaint()
    office.publish()
    assert office.running.points_end == PointsEnd(date(2026, 12, 31), date(2027, 1, 31))
    # A day that is over would take every point at once: the publishing says so where it stands.
    office.put(end.last, "1/11/2025")
    office.put(end.good_to, "1/12/2025")
    assert "before the first" in end.after.complaint()
    assert not office.page.bar.publish.isEnabled()
    office.put(end.last, "")
    assert not end.after.isVisible()
    office.publish()
    assert office.running.points_end is None


def test_points_may_end_with_their_month_or_year_or_when_nobody_comes(office: Office) -> None:
    earning = office.earning
    earning.expiry.setFocus()
    office.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert earning.expiry_count.value() == 0, "with the very month they came in"
    office.publish()
    assert office.running.expiry == Expiry(ExpiryKind.MONTH_END, 0)
    earning.expiry.setFocus()
    office.press(Qt.Key.Key_Down)
    earning.expiry_count.set_value(1)
    office.publish()
    assert office.running.expiry == Expiry(ExpiryKind.YEAR_END, 1)
    earning.expiry.setFocus()
    office.press(Qt.Key.Key_Down)
    assert earning.expiry_count.value() == 12
    office.publish()
    assert office.running.expiry == Expiry(ExpiryKind.INACTIVITY, 12)


def test_bringing_friends_is_a_sentence_that_is_added_mended_and_taken_out(office: Office) -> None:
    panel = office.page.panel(ReferralPanel)
    panel.add_button.setFocus()
    office.press(Qt.Key.Key_Space)
    assert panel.referrer.hasFocus()
    office.publish()
    (given,) = office.running.occasions
    assert given == Referral("friends-2", Gives(50), Gives(20))
    office.put(panel.referrer, "0")
    office.put(panel.friend, "0")
    office.put(panel.minimum, "50000")
    office.put(panel.most, "3")
    assert any(one.complaint() for one in panel.findChildren(Sentence)), "it would give nothing"
    office.put(panel.friend, "30")
    office.publish()
    (given,) = office.running.occasions
    assert given == Referral("friends-2", Gives(), Gives(30), 50_000, 3)
    office.put(panel.most, "viele")
    assert not office.page.bar.publish.isEnabled()
    panel.remove.setFocus()
    office.press(Qt.Key.Key_Space)
    office.publish()
    assert not office.running.occasions


def test_what_is_wrong_where_there_is_no_field_is_said_below(
    qtbot: QtBot, tmp_path: Path, speaking: QApplication
) -> None:
    program = replace(PROGRAM, stamp_cards=(StampCard("ten", "Thẻ 10 ly", 10, "coffee"),))
    office = Office(qtbot, tmp_path, program)
    assert office.page.problems.text() == ""
    # A page without the panel of stamp cards.
    office.page._at_their_fields = ()
    office.page.rewards.rows()[1].remove.click()
    assert "coffee" in office.page.problems.text()
    assert not office.page.bar.publish.isEnabled()
    office.close()


def test_rules_and_tiers_of_a_draft_are_published(office: Office) -> None:
    office.tiers.add_button.setFocus()
    office.press(Qt.Key.Key_Space)
    office.put(office.tiers.rows()[0].threshold, "1.000.000")
    office.earning.add_rule.chosen.emit("visit")
    office.put(office.earning.rule_rows()[1].points, "7")
    office.publish()
    assert office.running.rules == (*PROGRAM.rules, VisitRule("visit-2-1", 7))
    assert office.running.tiers.tiers == (Tier("tier-2-1", "Silver", 1_000_000),)
    assert office.page.draft() == replace(office.running, revision=0, starts=None)


# Drafts and revisions -----------------------------------------------------------------------------------


def test_a_draft_is_kept_at_a_pause_in_typing_and_comes_back_after_a_restart(
    qtbot: QtBot, tmp_path: Path, speaking: QApplication
) -> None:
    office = Office(qtbot, tmp_path)
    office.put(office.earning.rows()[0].per, "7.000")
    assert office.page.head._chip.text() == "Draft 2"
    qtbot.waitUntil(lambda: office.till.programs.desk().draft is not None, timeout=5_000)
    office.settle()
    assert "draft kept at 09:" in office.head
    assert not office.page.bar.keep.isEnabled()
    office.put(office.earning.welcome, "35")
    office.close()
    again = Office(qtbot, tmp_path, opened=True)
    assert (again.earning.rows()[0].per.value(), again.earning.welcome.value()) == (7_000, 35)
    assert again.page.head._chip.text() == "Draft 2"
    again.publish()
    assert (again.running.revision, again.running.welcome_points) == (2, 35)
    assert again.till.programs.desk().draft is None
    assert not again.page.head._chip.isVisible()
    again.close()


def test_a_draft_is_kept_by_its_button_and_what_is_typed_back_is_no_draft(office: Office) -> None:
    office.put(office.earning.welcome, "35")
    office.page.bar.keep.setFocus()
    office.press(Qt.Key.Key_Space)
    office.settle()
    kept = office.till.programs.desk().draft
    assert kept is not None
    assert kept.program.welcome_points == 35
    office.put(office.earning.welcome, "20")
    assert not office.page.head._chip.isVisible()
    assert not office.page.bar.publish.isEnabled()
    office.window.go_to("settings")
    office.settle()
    assert office.till.programs.desk().draft is None


def test_a_new_gift_and_its_count_come_back_with_the_draft(
    qtbot: QtBot, tmp_path: Path, speaking: QApplication
) -> None:
    office = Office(qtbot, tmp_path)
    office.page.rewards.add_buttons[RewardKind.GIFT].click()
    office.put(office.page.rewards.rows()[-1].boxes.stock, "9")
    office.close()
    again = Office(qtbot, tmp_path, opened=True)
    row = again.page.rewards.rows()[-1]
    assert (row.reward_id, row.boxes.stock.value()) == ("gift-2-1", 9)
    again.publish()
    assert again.till.counter.desk(None).stock["gift-2-1"] == 9
    again.close()


def test_a_draft_is_published_from_a_day_that_is_typed(office: Office) -> None:
    office.put(office.earning.welcome, "35")
    starts = office.page.bar.starts
    starts.when.setFocus()
    office.press(Qt.Key.Key_End)
    assert starts.on.hasFocus()
    assert not office.page.bar.publish.isEnabled()
    office.put(starts.on, "22/11/2026")
    assert starts.sentence.complaint() == "That day is over"
    office.put(starts.on, "1/2/2027")
    assert office.page.bar.publish.text() == "Publish revision 2 from 01/02/2027"
    office.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    office.settle()
    assert office.head == "running: revision 1, since 23/11/2026 · revision 2 follows on 01/02/2027"
    assert office.running.revision == 1
    office.world.clock.forward(days=70)
    assert office.running.welcome_points == 35


def test_history_says_in_the_editors_words_what_differs(office: Office) -> None:
    office.put(office.earning.rows()[0].per, "5000")
    office.earning.add_rule.chosen.emit("visit")
    office.page.rewards.rows()[1].remove.click()
    office.publish()
    office.page.bar.history.setFocus()
    office.press(Qt.Key.Key_Space)
    office.settle()
    view = office.page.history.view
    assert view is not None
    assert view.isVisible()
    assert not office.earning.isVisible()
    said = view.sentences()
    assert "Changed from “Each 10.000\u00a0₫ gives 1\u00a0điểm rounded down" in said[1]
    assert "to “Each 5.000\u00a0₫ gives 1\u00a0điểm rounded down" in said[1]
    assert said[2] == "New: Each bill gives 5\u00a0điểm"
    assert [one for one in said if one.startswith("Gone: Tặng 1 bạc xỉu: for 300\u00a0điểm")]
    assert len(said) == 5
    office.page.bar.history.setFocus()
    office.press(Qt.Key.Key_Space)
    assert office.earning.isVisible()
    assert not view.isVisible()


def test_an_old_revision_is_published_again_by_keys_and_the_draft_stays(office: Office) -> None:
    office.put(office.earning.welcome, "35")
    office.publish()
    office.put(office.earning.welcome, "77")
    office.page.bar.history.setFocus()
    office.press(Qt.Key.Key_Space)
    office.settle()
    view = office.page.history.view
    assert view is not None
    # The draft is what is compared first.
    assert "77" in view.sentences()[1]
    view.rows()[1].again.setFocus()
    office.press(Qt.Key.Key_Space)
    assert "Revision 1 is published again as revision 3, from today" in view.confirm.sentence()
    assert view.confirm.no.hasFocus()
    office.press(Qt.Key.Key_Backtab, Qt.Key.Key_Space)
    office.settle()
    assert (office.running.revision, office.running.welcome_points) == (3, 20)
    assert len(view.rows()) == 3
    office.page.bar.history.click()
    assert office.earning.welcome.value() == 77
    assert (
        "Revision 3 was published after this draft was begun from revision 2" in office.page.problems.text()
    )
    office.page.bar.drop.click()
    office.page.bar.confirm.yes.click()
    office.settle()
    assert office.earning.welcome.value() == 20


def test_what_was_announced_is_not_cancelled_without_a_word(office: Office) -> None:
    office.put(office.earning.welcome, "35")
    office.page.bar.starts.when.setFocus()
    office.press(Qt.Key.Key_Down)
    office.publish()
    announced = office.till.programs.history()[0]
    today = office.page.today()
    assert today is not None
    assert announced.starts > today
    office.page.bar.history.click()
    office.settle()
    view = office.page.history.view
    assert view is not None
    view.rows()[1].again.click()
    said = f"Revision 2, announced from {day(announced.starts)} on, then never runs."
    assert said in view.confirm.sentence()
    # Nor does it where the old one begins on the same day; from a later day on both have their time.
    view.starts.when.setFocus()
    office.press(Qt.Key.Key_Down)
    assert said in view.confirm.sentence()
    view.starts.when.setFocus()
    office.press(Qt.Key.Key_Down)
    assert view.starts.on.hasFocus()
    type_text(office.page, day(announced.starts + timedelta(days=1)))
    assert "never runs" not in view.confirm.sentence()
    assert len(office.till.programs.history()) == 2, "nothing was published by looking"


def test_publishing_never_keeps_a_sale_waiting(office: Office) -> None:
    member = enrolled(office.till, PHONE)
    office.put(office.earning.rows()[0].per, "5000")
    office.page.bar.publish.click()
    # Recorded while the writer has the publication in hand: by the revision that was in force, or the new.
    recorded = office.till.counter.record_bill(UUID(int=7), member, Bill(100_000))
    assert recorded.earned in (10, 20)
    office.settle()
    assert office.running.revision == 2


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, themed: QApplication) -> Iterator[Office]:
    opened = Office(qtbot, tmp_path)
    yield opened
    opened.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(program=shapes.programs())
def test_what_is_shown_and_not_touched_is_what_would_be_published(page: Office, program: Program) -> None:
    base = page.page._base
    page.page._base = program
    page.page.rewards.know_stock({})
    for panel in page.page.panels:
        panel.show_program(program)
    rewards = tuple(
        reward if isinstance(reward, UnknownReward) else replace(reward, name=reward.name.strip())
        for reward in program.rewards
    )
    assert page.page.draft() == replace(program, revision=0, starts=None, rewards=rewards)
    page.page._base = base


@given(program=shapes.programs(), total_vnd=st.integers(1, 2_000_000))
def test_visits_until_is_the_first_visit_with_enough_points(program: Program, total_vnd: int) -> None:
    for reward in program.rewards:
        visits = visits_until(program, reward, total_vnd)
        if visits is None or isinstance(reward, UnknownReward):
            continue
        needed = first_points(reward, "")
        points, carry, after = program.welcome_points, Fraction(0), []
        for _ in range(visits):
            after.append(points)
            earning = shapes.earned(program, carry, total_vnd)
            points, carry = points + earning.points, carry + earning.carry_delta
        assert points >= needed
        assert all(fewer < needed for fewer in after)


@pytest.mark.parametrize("kind", [ServiceReward, Gift])
def test_every_reward_with_a_price_in_points_is_reached_some_day(kind: type[ServiceReward | Gift]) -> None:
    wash = kind("wash", "Gội đầu", 80)
    program = Program(0, (AmountRule("base", 10_000),), (wash,))
    assert visits_until(program, wash, 330_000) == 3


@given(per_vnd=st.integers(1, 100_000), block_vnd=st.integers(1, 1_000), total_vnd=st.integers(1, 5_000_000))
def test_points_that_pay_are_worth_what_they_pay(per_vnd: int, block_vnd: int, total_vnd: int) -> None:
    pay = PayWithPoints("pay", "Trả bằng điểm", 1, block_vnd)
    program = Program(0, (AmountRule("base", per_vnd),), (pay,))
    made = example(program, total_vnd)
    points = total_vnd // per_vnd
    assert made.worth == (Worth(1, points * block_vnd) if points else None)


@given(program=shapes.programs(), total_vnd=st.integers(1, 5_000_000))
def test_an_example_can_be_made_of_any_sound_program(program: Program, total_vnd: int) -> None:
    assert not any(problem.is_error for problem in problems_in(program))
    made = example(program, total_vnd)
    assert made.earning == shapes.earned(program, Fraction(0), total_vnd)
    assert made.worth is None or made.worth.value_vnd > 0
    if made.worth is not None and not any(isinstance(one, PayWithPoints) for one in program.rewards):
        # Each time it is taken a reward takes off what the engine says, and the points pay for each time.
        points = made.earning.points * made.worth.bills
        takers = [one for one in program.rewards if isinstance(one, AmountOff | PercentOff)]
        assert points >= min(one.points for one in takers if one.points)


def test_a_share_of_the_bill_is_taken_once_not_point_by_point() -> None:
    rules = (AmountRule("base", 10_000), BonusRule("big", 10))
    ten = PercentOff("p10", "Giảm 10%", 15, 1_000, cap_vnd=30_000)
    made = example(Program(0, rules, (ten,)), 285_000)
    assert (made.earning.points, made.worth, made.share_bp) == (38, Worth(1, 28_500), 1_000)
    # Where points pay, the same is said as at the counter: whole blocks of 10 points.
    pay = PayWithPoints("pay", "Trả bằng hạt", 10, 1_000, max_share_bp=5_000)
    both = Program(0, rules, (ten, pay))
    made = example(both, 285_000)
    assert (made.worth, made.share_bp) == (Worth(1, 3_000), 105)
    assert cost_vnd(both, 3_800, 285_000, 100) == 380_000
    assert cost_vnd(Program(0, rules, (ten,)), 3_800, 285_000, 100) == 100 * 28_500


def test_a_reward_only_stamps_bring_is_no_goal_for_points(office: Office) -> None:
    panel = office.page.example
    cup = Gift("cup", "Một ly miễn phí", 40)
    panel.show_program(replace(PROGRAM, rewards=(*PROGRAM.rewards, cup)))
    assert "Một ly miễn phí" in panel.reached.text()
    panel.show_program(replace(PROGRAM, rewards=(*PROGRAM.rewards, replace(cup, hidden=True))))
    assert "Một ly miễn phí" not in panel.reached.text()


def test_tags_in_use_are_offered_where_a_rule_asks_for_one(qtbot: QtBot, tmp_path: Path) -> None:
    asking = replace(PROGRAM, rules=(*PROGRAM.rules, BonusRule("vip", 5, when=HasTag(("Khu A",)))))
    office = Office(qtbot, tmp_path, asking)
    office.till.tags.change((enrolled(office.till),), on=("VIP", "Khách mẫu"))
    office.page.refresh()
    office.settle()
    row = office.earning.rule_rows()[-1]
    row.unfold()
    box = next(one for one in row.findChildren(NamesBox) if one.text() == "Khu A")
    box.setFocus()
    box.setCursorPosition(len(box.text()))
    type_text(office.window, ", vi")
    popup = box.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.text() == "Khu A, VIP"
    office.publish()
    bonus = office.running.rules[-1]
    assert isinstance(bonus, BonusRule)
    assert bonus.when == HasTag(("Khu A", "VIP"))
    office.close()
