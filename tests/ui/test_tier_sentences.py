"""Tiers written by keys in the office, and asked for by a rule of the same draft."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalpos.engine import conditions as c
from loyalpos.engine.tiers import Over, Reached, Tier
from loyalpos.ui.office.toggles import Toggles
from tests.ui.rule_paper import TIERS, Paper, paper
from tests.ui.scanner import type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "paper", "speaking"]


def test_tiers_are_added_changed_and_removed_by_keys(paper: Paper) -> None:
    paper.at(paper.tiers.add_button, Qt.Key.Key_Space)
    type_text(paper.tiers, "5.000.000")
    row = paper.tiers.rows()[2]
    paper.put(row.extra, "20")
    paper.put(row.name, "Kim cương")
    paper.at(paper.tiers.rows()[0].details, Qt.Key.Key_Space)
    paper.at(paper.tiers.rows()[0].remove, Qt.Key.Key_Space)
    assert paper.plan.tiers == (TIERS.tiers[1], Tier("tier-8-1", "Kim cương", 5_000_000, 2_000))
    assert row.chip.text() == "Kim cương"


def test_tiers_of_a_calendar_year_warn_of_the_last_day_of_january(paper: Paper) -> None:
    assert not paper.tiers.note.text()
    paper.at(paper.tiers.over, Qt.Key.Key_Down)
    assert "31 January" in paper.tiers.note.text()
    paper.put(paper.tiers.notice_days, "365")
    assert not paper.tiers.note.text()
    assert paper.plan == replace(TIERS, over=Over.CALENDAR_YEAR, notice_days=365)
    paper.at(paper.tiers.reached, Qt.Key.Key_Down)
    assert paper.plan.reached_by is Reached.POINTS


def test_a_tier_of_the_draft_can_be_asked_for(paper: Paper) -> None:
    editor = paper.say_when(0, "tier")
    paper.at(paper.tiers.add_button, Qt.Key.Key_Space)
    paper.earning.know(replace(paper.base, tiers=paper.plan))
    QApplication.processEvents()
    toggles = editor.clauses()[0].boxes["tiers"]
    assert isinstance(toggles, Toggles)
    paper.at(toggles.buttons["tier-8-1"], Qt.Key.Key_Space)
    assert editor.read() == c.InTier(("gold", "tier-8-1"))
