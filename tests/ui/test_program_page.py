"""The program page: what is shown, changed and published."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import HasTag
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.program import (
    Program,
    UnknownReward,
)
from loyalpos.engine.rules import AmountRule, BonusRule, UnknownRule, VisitRule
from loyalpos.engine.side_programs import StampCard
from loyalpos.engine.tiers import Tier
from loyalpos.ui.office.referral_panel import ReferralPanel
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.word_boxes import NamesBox
from tests.engine import shapes
from tests.shops import PROGRAM, enrolled
from tests.ui.program_office import PHONE, Office, office, page
from tests.ui.scanner import type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "office", "page", "speaking"]


def test_the_running_revision_is_shown_and_nothing_can_be_published_yet(office: Office) -> None:
    assert office.head == "running: revision 1, since 23/11/2026"
    draft = office.page.draft()
    assert draft == replace(PROGRAM, revision=0, starts=None)
    assert not office.page.bar.publish.isEnabled()
    assert not office.page.bar.keep.isEnabled()


def test_nothing_is_shown_of_the_program_before_it_was_read(office: Office) -> None:
    assert office.page.view.isVisible()
    office.page.attach(office.till)
    assert not any(part.isVisible() for part in (office.page.view, office.page.side, office.page.bar))
    assert office.head == "Reading the program…"
    office.page.refresh()
    office.settle()
    assert all(part.isVisible() for part in (office.page.view, office.page.side, office.page.bar))


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


def test_publishing_never_keeps_a_sale_waiting(office: Office) -> None:
    member = enrolled(office.till, PHONE)
    office.put(office.earning.rows()[0].per, "5000")
    office.page.bar.publish.click()
    # Recorded while the writer has the publication in hand: by the revision that was in force, or the new.
    recorded = office.till.counter.record_bill(UUID(int=7), member, Bill(100_000))
    assert recorded.earned in (10, 20)
    office.settle()
    assert office.running.revision == 2


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
