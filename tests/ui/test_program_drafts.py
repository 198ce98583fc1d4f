"""Drafts and revisions of the program page: kept, published, compared and published again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.ui.language import install_language
from loyalpos.ui.office.reward_shapes import RewardKind
from loyalpos.ui.words.dates import day
from tests.ui.program_office import Office, office
from tests.ui.scanner import type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "office", "speaking"]


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
    (gone,) = (one for one in said if one.startswith("Gone: Tặng 1 bạc xỉu: for 300\u00a0điểm"))
    assert "there are 14" in gone
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
    known = office.page.known()
    assert known is not None
    assert announced.starts > known.today
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
