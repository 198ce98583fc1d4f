"""One rule of a draft as a sentence with fields, and below it, where it is unfolded, when and how often."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, Band, BandRule, Limit, MultiplierRule, Per, Rule, UnknownRule
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.condition_editor import ConditionEditor
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.rule_fields import RuleFields
from loyalpos.ui.office.sentence import Piece, Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.conditions import condition_phrase, match_phrase

__all__ = ["RuleRow"]


class RuleRow(QWidget, Themed):
    """The fields of one rule.

    Signals:
        edited(): A person changed something.
        reshaped(Rule): A person wants more or fewer fields: the rule that has them.
        removal_wanted(): A person wants the rule gone.
        move_wanted(int): A person wants it so many places further down.
    """

    edited = Signal()
    reshaped = Signal(object)
    removal_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(
        self, rule: Rule, program: Program, *, whole: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._whole = whole
        self._points_name = program.points_name
        self.fields = RuleFields(rule, program)
        self.limits: list[tuple[NumberBox | None, NumberBox | None, ChoiceBox]] = []
        self._when = Piece("", "quiet")
        self._name = Piece("", "quiet")
        boxes = self.fields.in_sentence()
        minimum = {name: boxes.pop(name) for name in ("minimum_vnd",) if name in boxes}
        if isinstance(rule, AmountRule):
            minimum |= {name: boxes.pop(name) for name in ("what", "names")}
        for limit in () if isinstance(rule, UnknownRule) else rule.limits:
            boxes |= self._limit_boxes(limit)
        self._rounding: QWidget | None = None
        self._sentence_boxes = {**boxes, "when": self._when, "name": self._name}
        self.sentence = Sentence(self._sentence_boxes)
        self.minimum_sentence = Sentence(minimum)
        self.details = ActionButton("", look=Look.QUIET, icon="edit", tight=True)
        self.details.setCheckable(True)
        self.condition = None if isinstance(rule, UnknownRule) else ConditionEditor(rule.when, program.tiers)
        self.add_limit, self.drop_limit, self.add_step, self.drop_step, self.up, self.down, self.remove = (
            ActionButton("", look=Look.QUIET, tight=True) for _ in range(7)
        )
        self._arrange()
        self._connect()
        self.retranslate()
        self.follow_theme()

    @property
    def per(self) -> NumberBox:
        """The box of the amount that gives points."""
        return self.fields.numbers["per_vnd"]

    @property
    def points(self) -> NumberBox:
        """The box of the points."""
        return self.fields.numbers["points"]

    @property
    def minimum(self) -> NumberBox:
        """The box of the least bill."""
        return self.fields.numbers["minimum_vnd"]

    @property
    def rule(self) -> Rule:
        """The rule as it was shown."""
        return self.fields.rule

    def seat_rounding(self, rounding: QWidget | None) -> None:
        """Take the program's rounding into the sentence, or let go of it."""
        self._rounding = rounding
        self.sentence.take("rounding", rounding)
        self.retranslate()

    def unfold(self) -> None:
        """Show when and how often."""
        self.details.setChecked(True)

    def is_unfolded(self) -> bool:
        """Tell whether it is shown when and how often."""
        return self.details.isChecked()

    def read(self) -> Rule | None:
        """Give the rule as typed; None, said in place, where a field cannot be read."""
        self.sentence.complain("")
        self.minimum_sentence.complain("")
        sound = self._can_be_read()
        when = None if self.condition is None else self.condition.read()
        if not sound or (self.condition is not None and when is None):
            return None
        rule = self.fields.value()
        if isinstance(rule, UnknownRule) or when is None:
            return rule
        read = replace(rule, when=when, limits=self._limits())
        self._when.setText(condition_phrase(when, self._program.tiers))
        self._when.setHidden(not self._when.text() or self.is_unfolded())
        return read

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its path below the rule."""
        self.sentence.complain("")
        self.minimum_sentence.complain("")
        boxes = self.fields.by_path()
        for at, (times, points, _) in enumerate(self.limits):
            boxes |= {
                f"limits[{at}].{name}": box
                for name, box in (("times", times), ("points", points))
                if box is not None
            }
        lower = ("minimum_vnd", "only") if isinstance(self.rule, AmountRule) else ()
        when: list[tuple[str, Problem]] = []
        for path, problem in sorted(problems, key=lambda one: not one[1].is_error):
            if path.startswith("when"):
                when.append((path.removeprefix("when"), problem))
                continue
            field = path if path in boxes else path.partition("[")[0].partition(".")[0]
            sentence = self.minimum_sentence if field in lower else self.sentence
            if not sentence.complaint():
                box = boxes.get(field)
                tone = "red" if problem.is_error else "amber"
                sentence.complain(problem_sentence(problem), *(() if box is None else (box,)), tone=tone)
        if self.condition is not None:
            self.condition.complain(tuple(when))
            if any(problem.is_error for _, problem in when):
                self.unfold()

    def call_points(self, name: str) -> None:
        """Call the points otherwise; what was typed stays."""
        self._points_name = name
        self.retranslate()

    def name_tiers(self, tiers: TierPlan) -> None:
        """Know other tiers from now on."""
        self._program = replace(self._program, tiers=tiers)
        if self.condition is not None:
            self.condition.name_tiers(tiers)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.fields.retranslate(self._points_name)
        rule = self.rule
        self._name.setText("" if isinstance(rule, UnknownRule) or not rule.name else f"{rule.name}:")
        self._name.setHidden(not self._name.text())
        limits = (self._limit_words(at) for at in range(len(self.limits)))
        said = self.fields.words(with_rounding=self._rounding is not None)
        self.sentence.say(" ".join(("{name}", said, "{when}", *limits)))
        if isinstance(rule, AmountRule):
            with_items = self._whole or self.fields.match is None or rule.only is not None
            words = (
                self.tr("on bills from {minimum_vnd} up, for {what} {names}")
                if with_items
                else self.tr("on bills from {minimum_vnd} up")
            )
            if rule.without is not None:
                apart = self.tr("not for {names}").replace("{names}", _safe(match_phrase(rule.without)))
                words = f"{words} {apart}"
            self.minimum_sentence.say(words)
        if not isinstance(rule, UnknownRule):
            when = rule.when if self.condition is None else self.condition.read() or rule.when
            self._when.setText(condition_phrase(when, self._program.tiers))
        self._when.setHidden(not self._when.text() or self.is_unfolded())
        self.details.setText(self.tr("Change"))
        self.add_limit.setText(self.tr("Set a limit"))
        self.drop_limit.setText(self.tr("Drop the limit"))
        self.add_step.setText(self.tr("One step more"))
        self.drop_step.setText(self.tr("One step less"))
        self.up.setText(self.tr("Move up"))
        self.down.setText(self.tr("Move down"))
        self.remove.setText(self.tr("Remove the rule"))

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.gap)
        self._inside.setContentsMargins(look.px(20), 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        top = QHBoxLayout()
        top.addWidget(self.sentence, 1)
        top.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        self._column.addWidget(self.minimum_sentence)
        self._unfolded = QWidget(self)
        self._inside = QVBoxLayout(self._unfolded)
        if self.condition is not None:
            self._inside.addWidget(self.condition)
        rule = self.rule
        steps = isinstance(rule, BandRule)
        for button, shown in (
            (self.add_limit, self.condition is not None),
            (self.drop_limit, bool(self.limits)),
            (self.add_step, steps),
            (self.drop_step, isinstance(rule, BandRule) and len(rule.bands) > 1),
        ):
            if not shown:
                button.hide()
        buttons = (self.add_limit, self.drop_limit, self.add_step, self.drop_step)
        self._inside.addWidget(WrapRow(*buttons, self.up, self.down, self.remove))
        self._column.addWidget(self._unfolded)
        self._unfolded.hide()
        if self._whole:
            self._column.addWidget(Line(self))
        else:
            self.details.hide()

    def _connect(self) -> None:
        for box in self.fields.numbers.values():
            box.changed.connect(self.edited)
        if self.fields.match is not None:
            self.fields.match.changed.connect(self.edited)
        if self.fields.named is not None:
            self.fields.named.chosen.connect(self.edited)
        for times, points, per in self.limits:
            for number in (times, points):
                if number is not None:
                    number.changed.connect(self.edited)
            per.chosen.connect(self.edited)
        if self.condition is not None:
            self.condition.edited.connect(self.edited)
        self.details.toggled.connect(self._fold)
        self.add_limit.clicked.connect(partial(self._relimit, 1))
        self.drop_limit.clicked.connect(partial(self._relimit, -1))
        self.add_step.clicked.connect(partial(self._restep, 1))
        self.drop_step.clicked.connect(partial(self._restep, -1))
        self.up.clicked.connect(partial(self.move_wanted.emit, -1))
        self.down.clicked.connect(partial(self.move_wanted.emit, 1))
        self.remove.clicked.connect(self.removal_wanted)

    def _fold(self, unfolded: bool) -> None:
        self._unfolded.setVisible(unfolded)
        self._when.setHidden(not self._when.text() or unfolded)

    def _can_be_read(self) -> bool:
        numbers = {**self.fields.numbers}
        minimum = numbers.pop("minimum_vnd", None)
        limited = [box for times, points, _ in self.limits for box in (times, points) if box is not None]
        for sentence, boxes in (
            (self.sentence, [*numbers.values(), *limited]),
            (self.minimum_sentence, [] if minimum is None else [minimum]),
        ):
            wrong = next((box for box in boxes if box.is_unreadable()), None)
            if wrong is not None:
                sentence.complain(number_problem(wrong.text()), wrong)
                return False
        match = self.fields.match
        if match is not None and match.is_unreadable():
            sentence = self.minimum_sentence if isinstance(self.rule, AmountRule) else self.sentence
            sentence.complain(self.tr("Type at least one name"), match.names)
            return False
        return True

    def _limit_boxes(self, limit: Limit) -> dict[str, QWidget]:
        at = len(self.limits)
        boxes: list[NumberBox | None] = []
        for value in (limit.times, limit.points):
            box = None if value is None else NumberBox(Number.WHOLE)
            if box is not None:
                box.set_value(value)
            boxes.append(box)
        per = ChoiceBox()
        per.offer([(one.value, one.value) for one in Per])
        per.choose(limit.per.value)
        self.limits.append((boxes[0], boxes[1], per))
        named = {f"times{at}": boxes[0], f"most{at}": boxes[1], f"per{at}": per}
        return {name: one for name, one in named.items() if one is not None}

    def _limits(self) -> tuple[Limit, ...]:
        return tuple(
            Limit(
                Per(per.choice()),
                None if times is None else times.value(),
                None if points is None else points.value(),
            )
            for times, points, per in self.limits
        )

    def _limit_words(self, at: int) -> str:
        times, points, per = self.limits[at]
        per.setAccessibleName(self.tr("Span of the limit"))
        per.offer(
            [
                (Per.BILL.value, self.tr("bill")),
                (Per.DAY.value, self.tr("day")),
                (Per.WEEK.value, self.tr("week")),
                (Per.MONTH.value, self.tr("month")),
                (Per.YEAR.value, self.tr("year")),
                (Per.EVER.value, self.tr("customer, for ever")),
            ]
        )
        if times is not None:
            times.setAccessibleName(self.tr("How often at most"))
        if points is not None:
            points.setAccessibleName(self.tr("How many at most"))
            points.set_unit(self._points_name)
        if times is None:
            words = self.tr("at most {most} each {per}")
        elif points is None:
            words = self.tr("at most {times} times each {per}")
        else:
            words = self.tr("at most {times} times and {most} each {per}")
        for name in ("times", "most", "per"):
            words = words.replace(f"{{{name}}}", f"{{{name}{at}}}")
        if times is None and points is None:
            words = words.replace(f"{{most{at}}}", "")
        return words

    def _relimit(self, by: int) -> None:
        rule = self.read()
        if rule is None or isinstance(rule, UnknownRule):
            return
        most = Limit(Per.MONTH, points=200) if _gives_points(rule) else Limit(Per.MONTH, times=1)
        limits = (*rule.limits, most) if by > 0 else rule.limits[:-1]
        self.reshaped.emit(replace(rule, limits=limits))

    def _restep(self, by: int) -> None:
        rule = self.read()
        if not isinstance(rule, BandRule):
            return
        last = rule.bands[-1] if rule.bands else Band(0, 0)
        more = Band(last.from_vnd + 100_000, last.points + 10)
        self.reshaped.emit(replace(rule, bands=(*rule.bands, more) if by > 0 else rule.bands[:-1]))


def _gives_points(rule: Rule) -> bool:
    return hasattr(rule, "points") or isinstance(rule, MultiplierRule | BandRule)


def _safe(words: str) -> str:
    return words.replace("{", "(").replace("}", ")")
