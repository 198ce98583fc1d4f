"""Rules of every kind, their conditions and limits, and tiers, written by keys in the office."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.engine import conditions as c
from loyalpos.engine import rules as r
from loyalpos.engine.bill_inputs import wanted_inputs
from loyalpos.engine.problems import problems_in
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import Draw, StampCard, VoucherKind
from loyalpos.engine.tiers import Over, Reached, Tier, TierPlan
from loyalpos.ui.language import install_language
from loyalpos.ui.office.choice_box import AddBox
from loyalpos.ui.office.clauses import Clause
from loyalpos.ui.office.condition_editor import ConditionEditor
from loyalpos.ui.office.earning_panel import EarningPanel
from loyalpos.ui.office.example_panel import ExamplePanel
from loyalpos.ui.office.numbers import NumberBox
from loyalpos.ui.office.rule_kinds import RuleKind
from loyalpos.ui.office.tiers_panel import TiersPanel
from loyalpos.ui.office.toggles import Toggles
from loyalpos.ui.office.worth import conditions_left_out, example
from loyalpos.ui.words.conditions import condition_phrase
from tests.engine import conditioned
from tests.ui.scanner import press, type_text
from tests.ui.spoken import catalogues, speaking

__all__ = ["catalogues", "speaking"]

TIERS = TierPlan(tiers=(Tier("silver", "Bạc", 0), Tier("gold", "Vàng", 1_000_000, 1_000)))
PROGRAM = Program(
    7,
    (r.AmountRule("base", 10_000),),
    tiers=TIERS,
    stamp_cards=(StampCard("ten", "Thẻ 10 ly", 10, "cup"),),
    vouchers=(VoucherKind("v20", "Phiếu 20.000", 30, 20_000),),
    draws=(Draw("tet", "Quay số Tết", date(2027, 2, 1), ()),),
)


class Paper:
    """The two panels in a window, with a keyboard."""

    def __init__(self, qtbot: QtBot, program: Program = PROGRAM) -> None:
        self.earning = EarningPanel(whole=True)
        self.tiers = TiersPanel()
        self.base = program
        for panel in (self.earning, self.tiers):
            qtbot.addWidget(panel)
            panel.show_program(program)
            panel.resize(640, 900)

    def at(self, widget: QWidget, *keys: Qt.Key) -> None:
        """Go to a widget and press keys there."""
        window = widget.window()
        window.show()
        window.activateWindow()
        widget.setFocus()
        for key in keys:
            press(window, key)
        QApplication.processEvents()

    def put(self, box: QWidget, text: str) -> None:
        """Type something else into a box."""
        assert isinstance(box, QLineEdit)
        self.at(box)
        box.selectAll()
        type_text(box.window(), text)
        QApplication.processEvents()

    @property
    def rules(self) -> tuple[r.Rule, ...]:
        read = self.earning.read(self.base)
        assert read is not None
        return read.rules

    @property
    def plan(self) -> TierPlan:
        read = self.tiers.read(self.base)
        assert read is not None
        return read.tiers

    def choose(self, box: AddBox, name: str) -> None:
        """Open a list by its key and go down to a row."""
        self.at(box, Qt.Key.Key_Down)
        for _ in range([box.name_at(at) for at in range(box.count())].index(name)):
            QTest.keyClick(box.view(), Qt.Key.Key_Down)
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def add(self, kind: RuleKind) -> None:
        self.choose(self.earning.add_rule, kind.value)

    def say_when(self, at: int, kind: str) -> ConditionEditor:
        row = self.earning.rule_rows()[at]
        if not row.is_unfolded():
            self.at(row.details, Qt.Key.Key_Space)
        assert row.condition is not None
        self.choose(row.condition.add, kind)
        return row.condition


@pytest.fixture
def paper(qtbot: QtBot, speaking: QApplication) -> Paper:
    return Paper(qtbot)


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


def test_the_worked_example_is_of_a_plain_visit_that_is_nobodys_birthday() -> None:
    birthday = r.MultiplierRule("double", 20_000, when=c.NearBirthday())
    large = r.BonusRule("large", 7, when=c.BillAtLeast(200_000))
    program = replace(PROGRAM, rules=(*PROGRAM.rules, birthday, large))
    assert example(program, 100_000).earning.points == 10
    assert example(program, 200_000).earning.points == 27
    assert conditions_left_out(program) == (c.NearBirthday(),)
    wallet = r.BonusRule("wallet", 4, when=c.EveryOf((c.BillAtLeast(50_000), c.PaidBy(("momo",)))))
    cash = r.BonusRule("cash", 1, when=c.Not(c.PaidBy(("momo",))))
    paid = replace(PROGRAM, rules=(*PROGRAM.rules, wallet, cash))
    assert example(paid, 100_000).earning.points == 11
    assert conditions_left_out(paid) == (wallet.when,)


def test_the_worked_example_names_what_it_leaves_out(qtbot: QtBot, speaking: QApplication) -> None:
    panel = ExamplePanel()
    qtbot.addWidget(panel)
    panel.show_program(PROGRAM)
    assert panel.left_out.isHidden()
    weekdays = c.OnWeekdays((0, 1, 2, 3, 4))
    double = r.MultiplierRule("double", 20_000, when=weekdays)
    late = r.BonusRule("late", 7, when=c.EveryOf((c.BillAtLeast(50_000), c.InHours(1_200, 1_320))))
    again = r.BonusRule("again", 3, when=weekdays)
    panel.show_program(replace(PROGRAM, rules=(*PROGRAM.rules, double, late, again)))
    assert not panel.left_out.isHidden()
    said = "Not counted here, what is only for: Mon–Fri; bills from 50.000\u00a0₫ up, 20:00–22:00"
    assert panel.left_out.text() == said


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
