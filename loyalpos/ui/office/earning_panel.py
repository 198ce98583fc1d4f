"""How points are earned and how long they live, as sentences with fields in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Expiry, ExpiryKind, Program, Remainder
from loyalpos.engine.rules import AmountRule, Rounding, Rule
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.panel import Panel

__all__ = ["EarningPanel"]

_DEFAULT_COUNT = {ExpiryKind.DAYS: 90, ExpiryKind.MONTHS: 12}


@dataclass(frozen=True, slots=True)
class _RuleRow:
    """The fields of one rule."""

    rule: AmountRule
    per: NumberBox
    points: NumberBox
    minimum: NumberBox
    sentence: Sentence
    minimum_sentence: Sentence


class EarningPanel(Panel):
    """The rules, the remainder, the welcome and the expiry of a draft.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self.rounding = ChoiceBox()
        self.remainder = ChoiceBox()
        self.welcome = NumberBox(Number.WHOLE)
        self.expiry = ChoiceBox()
        self.expiry_count = NumberBox(Number.WHOLE)
        self._rows: tuple[_RuleRow, ...] = ()
        self._others: tuple[tuple[int, Sentence], ...] = ()
        self._points_name = ""
        self._rules_column = QVBoxLayout()
        self._rules_column.setSpacing(8)
        self._remainder_sentence = Sentence({"remainder": self.remainder})
        self._welcome_sentence = Sentence({"welcome": self.welcome})
        self._expiry_sentence = Sentence({"count": self.expiry_count, "kind": self.expiry})
        self.add_row(self._rules_column)
        for sentence in (self._remainder_sentence, self._welcome_sentence, self._expiry_sentence):
            self.add_row(sentence)
        for choice in (self.rounding, self.remainder):
            choice.chosen.connect(self.edited)
        self.expiry.chosen.connect(self._take_expiry)
        for box in (self.welcome, self.expiry_count):
            box.changed.connect(self.edited)

    def rows(self) -> tuple[_RuleRow, ...]:
        """The fields of each rule that gives points for money."""
        return self._rows

    def show_program(self, program: Program) -> None:
        """Show a program's rules, in place of what was typed."""
        self._points_name = program.points_name
        self._show_rules(program)
        self.retranslate()
        self.rounding.choose(program.rounding.value)
        self.remainder.choose(program.remainder.value)
        self.welcome.set_value(program.welcome_points)
        self.expiry.choose(program.expiry.kind.value)
        self.expiry_count.set_value(program.expiry.count or None)
        self._say_expiry()

    def call_points(self, name: str) -> None:
        """Call the points otherwise; what was typed stays."""
        self._points_name = name
        self.retranslate()

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a number cannot be read."""
        sound = True
        for sentence, boxes in self._numbers():
            unreadable = next((box for box in boxes if box.is_unreadable() and not box.isHidden()), None)
            sentence.complain("")
            if unreadable is not None:
                sentence.complain(number_problem(unreadable.text()), unreadable)
                sound = False
        if not sound:
            return None
        rules: list[Rule] = []
        rows = iter(self._rows)
        for rule in base.rules:
            if isinstance(rule, AmountRule):
                row = next(rows)
                rules.append(
                    replace(
                        rule,
                        per_vnd=row.per.value() or 0,
                        points=row.points.value() or 0,
                        minimum_vnd=row.minimum.value() or 0,
                    )
                )
            else:
                rules.append(rule)
        kind = ExpiryKind(self.expiry.choice())
        count = 0 if kind is ExpiryKind.NEVER else self.expiry_count.value() or 0
        return replace(
            base,
            rules=tuple(rules),
            rounding=Rounding(self.rounding.choice()),
            remainder=Remainder(self.remainder.choice()),
            welcome_points=self.welcome.value() or 0,
            expiry=Expiry(kind, count),
        )

    def complain(self, program: Program, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its field."""
        places = self._places(program)
        for sentence in {place[0] for place in places.values()}:
            sentence.complain("")
        for problem in problems:
            place = places.get(problem.path)
            if place is not None and not place[0].complaint():
                tone = "red" if problem.is_error else "amber"
                place[0].complain(problem_sentence(problem), *place[1:], tone=tone)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Earning points"))
        self.rounding.setAccessibleName(self.tr("Rounding"))
        self.rounding.offer(
            [
                (Rounding.DOWN.value, self.tr("down")),
                (Rounding.HALF_UP.value, self.tr("to the nearest")),
                (Rounding.UP.value, self.tr("up")),
            ]
        )
        for at, row in enumerate(self._rows):
            row.per.setAccessibleName(self.tr("Amount that gives points"))
            row.points.setAccessibleName(self.tr("Points for it"))
            row.minimum.setAccessibleName(self.tr("Least bill that gives points"))
            row.points.set_unit(self._points_name)
            row.sentence.say(
                self.tr("Each {amount} gives {points} rounded {rounding}")
                if at == 0
                else self.tr("Each {amount} gives {points} more")
            )
            row.minimum_sentence.say(self.tr("on bills from {minimum} up"))
        for _, sentence in self._others:
            sentence.say(self.tr("A rule of another kind"))
        self.remainder.setAccessibleName(self.tr("Remainder"))
        self.remainder.offer(
            [
                (Remainder.DROPPED.value, self.tr("is dropped")),
                (Remainder.CARRIED.value, self.tr("waits for the next bill")),
            ]
        )
        self._remainder_sentence.say(self.tr("What is less than a point {remainder}"))
        self.welcome.setAccessibleName(self.tr("Welcome points"))
        self.welcome.set_unit(self._points_name)
        self._welcome_sentence.say(self.tr("Who joins gets {welcome}"))
        self.expiry.setAccessibleName(self.tr("How long points live"))
        self.expiry_count.setAccessibleName(self.tr("How many days or months"))
        self.expiry.offer(
            [
                (ExpiryKind.MONTHS.value, self.tr("months")),
                (ExpiryKind.DAYS.value, self.tr("days")),
                (ExpiryKind.NEVER.value, self.tr("never")),
            ]
        )
        self._say_expiry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _show_rules(self, program: Program) -> None:
        self.rounding.setParent(self)
        while (item := self._rules_column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        rows: list[_RuleRow] = []
        others: list[tuple[int, Sentence]] = []
        for at, rule in enumerate(program.rules):
            if not isinstance(rule, AmountRule):
                others.append((at, Sentence({})))
                self._rules_column.addWidget(others[-1][1])
                continue
            per, points = NumberBox(Number.VND), NumberBox(Number.WHOLE)
            minimum = NumberBox(Number.VND)
            per.set_value(rule.per_vnd)
            points.set_value(rule.points)
            minimum.set_value(rule.minimum_vnd)
            for box in (per, points, minimum):
                box.changed.connect(self.edited)
            fields: dict[str, QWidget] = {"amount": per, "points": points}
            if not rows:
                fields["rounding"] = self.rounding
            row = _RuleRow(rule, per, points, minimum, Sentence(fields), Sentence({"minimum": minimum}))
            rows.append(row)
            self._rules_column.addWidget(row.sentence)
            self._rules_column.addWidget(row.minimum_sentence)
        self._rows, self._others = tuple(rows), tuple(others)

    def _numbers(self) -> tuple[tuple[Sentence, tuple[NumberBox, ...]], ...]:
        return (
            *((row.sentence, (row.per, row.points)) for row in self._rows),
            *((row.minimum_sentence, (row.minimum,)) for row in self._rows),
            (self._welcome_sentence, (self.welcome,)),
            (self._expiry_sentence, (self.expiry_count,)),
        )

    def _places(self, program: Program) -> dict[str, tuple[Sentence, *tuple[QWidget, ...]]]:
        """Find each field by its path in the program's document."""
        places: dict[str, tuple[Sentence, *tuple[QWidget, ...]]] = {
            "$.remainder": (self._remainder_sentence, self.remainder),
            "$.welcome_points": (self._welcome_sentence, self.welcome),
            "$.expiry.count": (self._expiry_sentence, self.expiry_count),
        }
        rows = iter(self._rows)
        for at, rule in enumerate(program.rules):
            if isinstance(rule, AmountRule):
                row = next(rows)
                places[f"$.rules[{at}].per_vnd"] = (row.sentence, row.per)
                places[f"$.rules[{at}].points"] = (row.sentence, row.points)
                places[f"$.rules[{at}].minimum_vnd"] = (row.minimum_sentence, row.minimum)
        for at, sentence in self._others:
            places[f"$.rules[{at}].kind"] = (sentence,)
        return places

    def _take_expiry(self, kind: str) -> None:
        if kind != ExpiryKind.NEVER and not self.expiry_count.value():
            self.expiry_count.set_value(_DEFAULT_COUNT[ExpiryKind(kind)])
        self._say_expiry()
        self.edited.emit()

    def _say_expiry(self) -> None:
        never = self.expiry.choice() == ExpiryKind.NEVER
        self._expiry_sentence.say(
            self.tr("Points end {count} {kind}") if never else self.tr("Points end after {count} {kind}")
        )
        self.expiry_count.setHidden(never)
