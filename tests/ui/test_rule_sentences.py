"""Rules of every kind, with their limits and caps, written by keys in the office."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from loyalpos.engine import conditions as c
from loyalpos.engine import rules as r
from loyalpos.engine.problems import problems_in
from loyalpos.ui.office.rule_kinds import RuleKind
from loyalpos.ui.office.toggles import Toggles
from tests.ui.rule_paper import PROGRAM, Paper, paper
from tests.ui.scanner import type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "paper", "speaking"]


@pytest.mark.parametrize("kind", RuleKind)
def test_each_kind_of_rule_can_be_added_by_keys_and_is_sound(paper: Paper, kind: RuleKind) -> None:
    paper.add(kind)
    base, added = paper.rules
    assert base == PROGRAM.rules[0]
    assert added.id == f"{kind.value}-8-1"
    drafted = replace(PROGRAM, rules=(base, added))
    assert not [one for one in problems_in(drafted) if one.path.startswith("$.rules")]


def test_the_cake_rule_of_the_picture_can_be_written(paper: Paper) -> None:
    paper.add(RuleKind.MULTIPLIER)
    row = paper.earning.rule_rows()[1]
    assert row.fields.match is not None
    paper.at(row.fields.match.what, Qt.Key.Key_Down)
    paper.put(row.fields.match.names, "Bánh")
    paper.put(row.fields.numbers["rate_bp"], "1,5")
    editor = paper.say_when(1, "weekdays")
    paper.say_when(1, "hours")
    days = editor.clauses()[0].boxes["weekdays"]
    assert isinstance(days, Toggles)
    paper.at(days.buttons["4"], Qt.Key.Key_Space)
    paper.put(editor.clauses()[1].boxes["until"], "18h")
    paper.at(row.buttons.add_limit, Qt.Key.Key_Space)
    assert paper.rules[1] == r.MultiplierRule(
        "multiplier-8-1",
        15_000,
        match=c.Match(categories=("Bánh",)),
        when=c.EveryOf((c.OnWeekdays((0, 1, 2, 3)), c.InHours(14 * 60, 18 * 60))),
        limits=(r.Limit(r.Per.MONTH, points=200),),
    )
    row = paper.earning.rule_rows()[1]
    assert row.is_unfolded()
    times, points, _ = row.limits[0]
    assert times is None
    assert points is not None
    paper.put(points, "300")
    changed = paper.rules[1]
    assert isinstance(changed, r.MultiplierRule)
    assert changed.limits == (r.Limit(r.Per.MONTH, points=300),)


def test_rules_are_moved_and_removed_by_keys(paper: Paper) -> None:
    paper.add(RuleKind.VISIT)
    paper.add(RuleKind.BONUS)
    paper.at(paper.earning.rule_rows()[2].buttons.up, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert [rule.id for rule in paper.rules] == ["bonus-8-1", "base", "visit-8-1"]
    paper.earning.rule_rows()[1].unfold()
    paper.at(paper.earning.rule_rows()[1].buttons.remove, Qt.Key.Key_Space)
    assert [rule.id for rule in paper.rules] == ["bonus-8-1", "visit-8-1"]
    # The rounding stood in the sentence that went; it is the program's and stays.
    assert paper.earning.rounding.isVisible()


def test_what_is_wrong_is_said_at_its_field(paper: Paper) -> None:
    paper.add(RuleKind.BAND)
    row = paper.earning.rule_rows()[1]
    paper.put(row.fields.numbers["bands[1].from_vnd"], "100")
    editor = paper.say_when(1, "away")
    paper.put(editor.clauses()[0].boxes["days"], "0")
    drafted = replace(PROGRAM, rules=paper.rules)
    paper.earning.complain(problems_in(drafted))
    assert row.fields.numbers["bands[1].from_vnd"].is_wrong()
    assert "More than 100.000" in row.sentence.complaint()
    assert "At least 1" in editor.clauses()[0].sentence.complaint()
    paper.put(editor.clauses()[0].boxes["days"], "x")
    assert paper.earning.read(PROGRAM) is None
    assert "Digits only" in editor.clauses()[0].sentence.complaint()


def test_steps_are_added_and_taken_away_by_keys(paper: Paper) -> None:
    paper.add(RuleKind.BAND)
    paper.at(paper.earning.rule_rows()[1].buttons.add_step, Qt.Key.Key_Space)
    bands = paper.rules[1]
    assert isinstance(bands, r.BandRule)
    assert bands.bands == (r.Band(100_000, 10), r.Band(300_000, 40), r.Band(400_000, 50))
    paper.at(paper.earning.rule_rows()[1].buttons.drop_step, Qt.Key.Key_Space)
    assert paper.rules[1] == replace(bands, bands=bands.bands[:2])


def test_a_cap_on_all_rules_is_set_and_dropped_by_keys(paper: Paper) -> None:
    paper.at(paper.earning.caps.add_button, Qt.Key.Key_Space)
    type_text(paper.earning, "300")
    row = paper.earning.caps.rows()[0]
    paper.at(row.per, Qt.Key.Key_Down)
    read = paper.earning.read(PROGRAM)
    assert read is not None
    assert read.caps == (r.Cap(r.Per.WEEK, 300),)
    paper.put(row.points, "x")
    assert paper.earning.read(PROGRAM) is None
    assert row.sentence.complaint()
    paper.at(row.remove, Qt.Key.Key_Space)
    assert paper.rules == PROGRAM.rules
    assert not paper.earning.caps.rows()


@pytest.mark.parametrize(
    ("rule", "unit"),
    [
        (r.StampRule("s", "ten", limits=(r.Limit(r.Per.DAY, points=3),)), "stamps"),
        (r.TicketRule("t", "tet", limits=(r.Limit(r.Per.DAY, points=3),)), "tickets"),
        (r.VoucherRule("v", "v20", limits=(r.Limit(r.Per.DAY, points=3),)), "vouchers"),
        (r.BonusRule("b", 5, limits=(r.Limit(r.Per.DAY, points=3),)), PROGRAM.points_name),
    ],
)
def test_a_limit_names_what_it_counts(qtbot: QtBot, rule: r.Rule, unit: str) -> None:
    paper = Paper(qtbot, replace(PROGRAM, rules=(rule,)))
    _, most, _ = paper.earning.rule_rows()[0].limits[0]
    assert most is not None
    assert most.unit() == unit
