"""One rule of a draft as a sentence with fields, and below it, where it is unfolded, when and how often."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.rules import AmountRule, Rule, UnknownRule
from loyalpos.ui.office.box_reading import first_unreadable, on_change
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.condition_editor import ConditionEditor
from loyalpos.ui.office.extras import Extras
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.limit_pieces import LimitPieces, counted_by
from loyalpos.ui.office.numbers import NumberBox
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.rule_buttons import RuleButtons
from loyalpos.ui.office.rule_extras import RULE_EXTRAS, NameExtra
from loyalpos.ui.office.rule_fields import RuleFields
from loyalpos.ui.office.rule_shapes import relimited, restepped
from loyalpos.ui.office.sentence import Piece, Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.conditions import condition_phrase

__all__ = ["RuleRow"]


class RuleRow(Translated, QWidget, Themed):
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
        known = Known.of(program)
        self.fields = RuleFields(rule, known)
        self._limited = LimitPieces(() if isinstance(rule, UnknownRule) else rule.limits)
        self._when = Piece("", "quiet")
        self._more = Piece("", "quiet")
        self._name = Piece("", "quiet")
        boxes = self.fields.in_sentence()
        minimum = {name: boxes.pop(name) for name in ("minimum_vnd",) if name in boxes}
        if isinstance(rule, AmountRule):
            minimum |= {name: boxes.pop(name) for name in ("what", "names")}
        self._rounding: QWidget | None = None
        pieces = {"when": self._when, "more": self._more, "name": self._name}
        self.sentence = Sentence({**boxes, **self._limited.boxes(), **pieces})
        self.minimum_sentence = Sentence(minimum)
        self.details = ActionButton("", look=Look.QUIET, icon="edit", tight=True)
        self.details.setCheckable(True)
        self.condition = None if isinstance(rule, UnknownRule) else ConditionEditor(rule.when, program.tiers)
        self.extras = None if isinstance(rule, UnknownRule) or not whole else Extras(rule, RULE_EXTRAS, known)
        self.buttons = RuleButtons(rule)
        self.line = Line(self)
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
    def limits(self) -> tuple[tuple[NumberBox | None, NumberBox | None, ChoiceBox], ...]:
        """The boxes of each limit: how often, how many points, in which span."""
        return tuple(self._limited.rows)

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
        more = {} if self.extras is None else self.extras.read()
        if not sound or more is None or (self.condition is not None and when is None):
            return None
        rule = self.fields.value()
        if isinstance(rule, UnknownRule) or when is None:
            return rule
        read = replace(rule, when=when, limits=self._limited.value(), **more)
        self._when.setText(condition_phrase(when, self._program.tiers))
        self._name.setText(f"{read.name}:" if read.name else "")
        self._show_rest()
        return read

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its path below the rule."""
        self.sentence.complain("")
        self.minimum_sentence.complain("")
        boxes = self.fields.by_path() | self._limited.by_path()
        lower = ("minimum_vnd", "only") if isinstance(self.rule, AmountRule) else ()
        when: list[tuple[str, Problem]] = []
        more: list[tuple[str, Problem]] = []
        for path, problem in sorted(problems, key=lambda one: not one[1].is_error):
            if path.startswith("when"):
                when.append((path.removeprefix("when"), problem))
                continue
            if self.extras is not None and self.extras.has(path):
                more.append((path, problem))
                continue
            field = path if path in boxes else path.partition("[")[0].partition(".")[0]
            sentence = self.minimum_sentence if field in lower else self.sentence
            if not sentence.complaint():
                box = boxes.get(field)
                tone = "red" if problem.is_error else "amber"
                sentence.complain(problem_sentence(problem), *(() if box is None else (box,)), tone=tone)
        if self.condition is not None:
            self.condition.complain(tuple(when))
        if self.extras is not None:
            self.extras.complain(more)
        if any(problem.is_error for _, problem in (*when, *more)):
            self.unfold()

    def call_points(self, name: str) -> None:
        """Call the points otherwise; what was typed stays."""
        self._points_name = name
        self.retranslate()

    def know(self, program: Program) -> None:
        """Know the names another program gives from now on."""
        self._program = program
        if self.condition is not None:
            self.condition.name_tiers(program.tiers)
        known = Known.of(program)
        if self.extras is not None:
            self.extras.learn(known)
        self.fields.learn(known)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.fields.retranslate(self._points_name)
        rule = self.rule
        limits = self._limited.words(counted_by(rule, self._points_name))
        said = self.fields.words(with_rounding=self._rounding is not None)
        self.sentence.say(" ".join(("{name}", said, "{when}", "{more}", *limits)))
        if isinstance(rule, AmountRule):
            with_items = self._whole or self.fields.match is None or rule.only is not None
            self.minimum_sentence.say(
                self.tr("on bills from {minimum_vnd} up, for {what} {names}")
                if with_items
                else self.tr("on bills from {minimum_vnd} up")
            )
        if not isinstance(rule, UnknownRule):
            when = rule.when if self.condition is None else self.condition.read() or rule.when
            self._when.setText(condition_phrase(when, self._program.tiers))
            self._name.setText(f"{rule.name}:" if self.extras is None and rule.name else self._name.text())
        self._show_rest()
        self.details.setText(self.tr("Change"))
        self.buttons.retranslate()

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.gap)
        self._inside.setContentsMargins(look.px(20), 0, 0, 0)

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
        if self.extras is not None:
            self._inside.addWidget(self.extras)
        self._inside.addWidget(self.buttons)
        self._column.addWidget(self._unfolded)
        self._unfolded.hide()
        self._column.addWidget(self.line)
        if not self._whole:
            self.line.hide()
            self.details.hide()

    def _connect(self) -> None:
        for box in self.fields.numbers.values():
            box.changed.connect(self.edited)
        if self.fields.match is not None:
            self.fields.match.changed.connect(self.edited)
        if self.fields.named is not None:
            self.fields.named.chosen.connect(self.edited)
        on_change(self._limited.boxes().values(), self.edited)
        if self.extras is not None:
            self.extras.edited.connect(self.edited)
        if self.condition is not None:
            self.condition.edited.connect(self.edited)
        self.details.toggled.connect(self._fold)
        self.buttons.add_limit.clicked.connect(partial(self._reshape, relimited, 1))
        self.buttons.drop_limit.clicked.connect(partial(self._reshape, relimited, -1))
        self.buttons.add_step.clicked.connect(partial(self._reshape, restepped, 1))
        self.buttons.drop_step.clicked.connect(partial(self._reshape, restepped, -1))
        self.buttons.up.clicked.connect(partial(self.move_wanted.emit, -1))
        self.buttons.down.clicked.connect(partial(self.move_wanted.emit, 1))
        self.buttons.remove.clicked.connect(self.removal_wanted)

    def _fold(self, unfolded: bool) -> None:
        self._unfolded.setVisible(unfolded)
        self._show_rest()

    def _show_rest(self) -> None:
        """Say as a phrase what is folded away, and hide what says nothing."""
        folded = not self.is_unfolded()
        self._more.setText("" if self.extras is None else " · ".join(self.extras.phrases(NameExtra)))
        self._when.setHidden(not self._when.text() or not folded)
        self._more.setHidden(not self._more.text() or not folded)
        self._name.setHidden(not self._name.text())
        if self._whole and isinstance(self.rule, AmountRule) and self.fields.match is not None:
            usual = self.minimum.value() == 0 and self.fields.match.value() is None
            self.minimum_sentence.setHidden(folded and usual and not self.minimum_sentence.complaint())
        elif not self.minimum_sentence.words():
            # Empty it would still have the gap of a line.
            self.minimum_sentence.hide()

    def _can_be_read(self) -> bool:
        numbers = {**self.fields.numbers}
        minimum = numbers.pop("minimum_vnd", None)
        limited = self._limited.by_path()
        for sentence, boxes in (
            (self.sentence, [*numbers.values(), *limited.values()]),
            (self.minimum_sentence, [] if minimum is None else [minimum]),
        ):
            wrong = first_unreadable(boxes)
            if wrong is not None:
                sentence.complain(wrong[1], wrong[0])
                return False
        match = self.fields.match
        if match is not None and match.is_unreadable():
            sentence = self.minimum_sentence if isinstance(self.rule, AmountRule) else self.sentence
            sentence.complain(self.tr("Type at least one name"), match.names)
            return False
        return True

    def _reshape(self, shape: Callable[[Rule, int], Rule | None], by: int) -> None:
        rule = self.read()
        shaped = None if rule is None else shape(rule, by)
        if shaped is not None:
            self.reshaped.emit(shaped)
