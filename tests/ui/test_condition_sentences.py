"""When a rule holds, written by keys in the office and said as a shop says it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyalpos.engine import conditions as c
from loyalpos.engine.bill_inputs import wanted_inputs
from loyalpos.engine.problems import problems_in
from loyalpos.ui.language import install_language
from loyalpos.ui.office.clauses import Clause
from loyalpos.ui.office.condition_editor import ConditionEditor
from loyalpos.ui.office.numbers import NumberBox
from loyalpos.ui.words.conditions import condition_phrase
from tests.engine import conditioned
from tests.ui.rule_paper import PROGRAM, TIERS, Paper, paper
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "paper", "speaking"]

KINDS = {
    "weekdays": c.OnWeekdays((0, 1, 2, 3, 4)),
    "hours": c.InHours(840, 1020),
    "dates": c.OnDates(),
    "year_days": c.OnYearDays(10, 20),
    "birthday": c.NearBirthday(c.BirthdaySpan.MONTH),
    "tier": c.InTier(("gold",)),
    "tag": c.HasTag(()),
    "first": c.FirstPurchase(),
    "away": c.AwayFor(30),
    "minimum": c.BillAtLeast(100_000),
    "lunar": c.OnLunarDays((1, 15)),
    "tet": c.NearTet(14, 7),
    "item": c.HasItem(c.Match()),
    "tender": c.PaidBy(()),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_condition_can_be_added_and_left_out_by_keys(paper: Paper, kind: str) -> None:
    editor = paper.say_when(0, kind)
    assert editor.read() == KINDS[kind]
    paper.at(editor.clauses()[0].remove, Qt.Key.Key_Space)
    assert editor.read() == c.Always()


def test_a_rule_for_a_way_of_paying_is_written_by_keys(paper: Paper) -> None:
    editor = paper.say_when(0, "tender")
    unnamed = [one.path for one in problems_in(replace(PROGRAM, rules=paper.rules))]
    assert [path for path in unnamed if path.startswith("$.rules")] == ["$.rules[0].when.tenders"]
    paper.put(editor.clauses()[0].boxes["tenders"], "MoMo, thẻ")
    assert editor.read() == c.PaidBy(("MoMo", "thẻ"))
    drafted = replace(PROGRAM, rules=paper.rules)
    assert not [one for one in problems_in(drafted) if one.path.startswith("$.rules")]
    assert wanted_inputs(drafted).tenders == ("MoMo", "thẻ")


def test_the_last_day_of_a_span_is_included(paper: Paper) -> None:
    editor = paper.say_when(0, "dates")
    paper.put(editor.clauses()[0].boxes["first"], "1/2/2027")
    paper.put(editor.clauses()[0].boxes["until"], "28/2/2027")
    assert editor.read() == c.OnDates(date(2027, 2, 1), date(2027, 3, 1))


def _plainly_always(condition: c.Condition) -> bool:
    match condition:
        case c.Always():
            return True
        case c.EveryOf():
            return all(map(_plainly_always, condition.conditions))
        case c.OneOf((only,)):
            return _plainly_always(only)
        case _:
            return False


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(condition=conditioned.conditions)
def test_a_condition_of_any_shape_is_said_and_survives(
    qtbot: QtBot, themed: QApplication, condition: c.Condition
) -> None:
    editor = ConditionEditor(condition, TIERS)
    qtbot.addWidget(editor)
    assert editor.read() == condition
    assert bool(condition_phrase(condition, TIERS)) is not _plainly_always(condition)


_leaves = (conditioned.decided | conditioned.of_the_bill).filter(lambda one: not isinstance(one, c.Always))
_clauses = st.one_of(_leaves, st.builds(c.Not, _leaves))
_rows = st.one_of(_clauses, st.builds(c.OneOf, st.lists(_clauses, min_size=1, max_size=3).map(tuple)))
_one_level = st.one_of(_rows, st.builds(c.EveryOf, st.lists(_rows, max_size=3).map(tuple)))


def _written(condition: c.Condition) -> list[c.Condition]:
    """List the clauses a document of one level has, in the order they are read."""
    if isinstance(condition, c.EveryOf | c.OneOf):
        return [one for part in condition.conditions for one in _written(part)]
    return [condition]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(condition=_one_level, data=st.data())
def test_any_of_and_not_over_known_conditions_are_fields_and_survive(
    qtbot: QtBot, themed: QApplication, condition: c.Condition, data: st.DataObject
) -> None:
    editor = ConditionEditor(condition, TIERS)
    qtbot.addWidget(editor)
    assert editor.read() == condition
    shown = editor.clauses()
    assert [clause.read() for clause in shown] == _written(condition)
    for clause in shown:
        assert clause.menu is not None
        assert clause.boxes or isinstance(clause.read(), c.FirstPurchase | c.Not)
    if not shown:
        return
    clause = data.draw(st.sampled_from(shown))
    was = clause.read()
    assert was is not None
    _of(clause, "not")
    assert clause.read() == (was.condition if isinstance(was, c.Not) else c.Not(was))
    _of(clause, "not")
    assert editor.read() == condition
    _of(clause, "or tet")
    assert isinstance(editor.read(), c.OneOf | c.EveryOf)
    added = editor.clauses()[shown.index(clause) + 1]
    assert added.read() == c.NearTet(14, 7)
    added.remove.click()
    assert [one.read() for one in editor.clauses()] == _written(condition)


def _of(clause: Clause, name: str) -> None:
    assert clause.menu is not None
    clause.menu.chosen.emit(name)


def test_what_is_nested_deeper_stays_a_phrase_word_for_word(qtbot: QtBot, speaking: QApplication) -> None:
    deep: tuple[c.Condition, ...] = (
        c.Not(c.OneOf((c.FirstPurchase(), c.BillAtLeast(1_000)))),
        c.OneOf((c.FirstPurchase(), c.EveryOf((c.AwayFor(30), c.InHours(0, 60))))),
        c.Not(c.Not(c.FirstPurchase())),
        c.OneOf((c.Always(), c.FirstPurchase())),
        c.Not(c.UnknownCondition("weather", '{"of": "{rain}"}')),
        c.OneOf(()),
    )
    editor = ConditionEditor(c.EveryOf((*deep, c.FirstPurchase())), TIERS)
    qtbot.addWidget(editor)
    assert [clause.menu is None for clause in editor.clauses()] == [True] * len(deep) + [False]
    assert not any(clause.boxes for clause in editor.clauses())
    said = [clause.sentence.in_words() for clause in editor.clauses()[: len(deep)]]
    assert said == [condition_phrase(one, TIERS) for one in deep]
    _of(editor.clauses()[-1], "or tier")
    last = c.OneOf((c.FirstPurchase(), c.InTier(("gold",))))
    assert editor.read() == c.EveryOf((*deep, last))


def test_either_of_two_and_not_are_written_and_taken_back_by_keys(paper: Paper) -> None:
    editor = paper.say_when(0, "birthday")
    (birthday,) = editor.clauses()
    assert birthday.menu is not None
    paper.choose(birthday.menu, "or minimum")
    _, large = editor.clauses()
    assert large.boxes["amount_vnd"].hasFocus()
    paper.put(large.boxes["amount_vnd"], "200.000")
    assert large.menu is not None
    paper.choose(large.menu, "not")
    assert large.menu.hasFocus()
    month, cheap = c.NearBirthday(c.BirthdaySpan.MONTH), c.Not(c.BillAtLeast(200_000))
    assert paper.rules[0] == replace(PROGRAM.rules[0], when=c.OneOf((month, cheap)))
    paper.say_when(0, "first")
    assert editor.read() == c.EveryOf((c.OneOf((month, cheap)), c.FirstPurchase()))
    said = [clause.sentence.in_words() for clause in editor.clauses()]
    assert said == [
        "in the birthday's month",
        "or not (on bills from 200.000\u00a0₫ up)",
        "on the first purchase",
    ]
    assert large.menu.accessibleName()
    paper.at(birthday.remove, Qt.Key.Key_Space)
    assert large.menu.hasFocus()
    assert editor.read() == c.EveryOf((cheap, c.FirstPurchase()))
    assert large.sentence.in_words() == "not (on bills from 200.000\u00a0₫ up)"
    paper.choose(large.menu, "not")
    paper.at(editor.clauses()[1].remove, Qt.Key.Key_Space)
    assert editor.read() == c.BillAtLeast(200_000)


def test_the_last_of_an_any_of_from_a_document_is_a_plain_clause(qtbot: QtBot, themed: QApplication) -> None:
    editor = ConditionEditor(c.OneOf((c.FirstPurchase(), c.AwayFor(30))), TIERS)
    qtbot.addWidget(editor)
    editor.clauses()[0].remove.click()
    assert editor.read() == c.AwayFor(30)
    editor.clauses()[0].remove.click()
    assert editor.read() == c.Always()


def test_what_is_wrong_in_a_contrary_beside_another_is_said_at_its_field(paper: Paper) -> None:
    editor = paper.say_when(0, "first")
    _of(editor.clauses()[0], "or away")
    first, away = editor.clauses()
    _of(away, "not")
    paper.say_when(0, "weekdays")
    paper.put(away.boxes["days"], "0")
    paper.earning.complain(problems_in(replace(PROGRAM, rules=paper.rules)))
    assert "At least 1" in away.sentence.complaint()
    days = away.boxes["days"]
    assert isinstance(days, NumberBox)
    assert days.is_wrong()
    assert not first.sentence.complaint()
    assert not editor.clauses()[2].sentence.complaint()


def test_a_condition_is_said_as_a_shop_says_it(speaking: QApplication) -> None:
    condition = c.EveryOf((c.OnWeekdays((0, 1, 2, 3, 4)), c.InHours(840, 1020), c.InTier(("gold",))))
    assert condition_phrase(condition, TIERS) == "Mon–Fri, 14:00–17:00, tier Vàng"
    install_language(speaking, "vi")
    assert condition_phrase(condition, TIERS) == "T2–T6, 14:00–17:00, hạng Vàng"
    either = c.OneOf((c.NearBirthday(c.BirthdaySpan.MONTH), c.Not(c.FirstPurchase())))
    assert condition_phrase(either, TIERS) == "tháng sinh nhật hoặc trừ khi (lần mua đầu)"
