"""How points are earned and how long they live, as sentences with fields in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import AmountRule, Rounding, Rule
from loyalpos.ui.office.caps_field import CapsField
from loyalpos.ui.office.choice_box import AddBox, ChoiceBox
from loyalpos.ui.office.expiry_field import ExpiryField
from loyalpos.ui.office.known import Known
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.points_end_field import PointsEndField
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import number_problem, problem_sentence
from loyalpos.ui.office.rule_kinds import RuleKind, first_rule, kind_words, kinds_for
from loyalpos.ui.office.rule_row import RuleRow
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.flow import WrapRow

__all__ = ["EarningPanel"]


class EarningPanel(ProgramPanel):
    """The rules, the remainder, the welcome and the expiry of a draft."""

    paths = (
        "$.rules[",
        "$.caps[",
        "$.rounding",
        "$.remainder",
        "$.welcome_points",
        "$.expiry",
        "$.points_end",
    )

    def __init__(self, *, whole: bool = False, parent: QWidget | None = None) -> None:
        """Make the panel; ``whole`` lets rules of every kind be added, moved and bound to conditions."""
        super().__init__(" ", flush=True, parent=parent)
        self._whole = whole
        self._base: Program | None = None
        self._known: Known | None = None
        self.rounding = ChoiceBox()
        self.remainder = ChoiceBox()
        self.welcome = NumberBox(Number.WHOLE)
        self._life = ExpiryField()
        self.end = PointsEndField(self)
        self.expiry = self._life.kind
        self.expiry_count = self._life.count
        self._rows: list[RuleRow] = []
        self.add_rule = AddBox()
        self.caps = CapsField(self)
        self._points_name = ""
        self._rules_column = QVBoxLayout()
        self._rules_column.setSpacing(8)
        self._rounding_sentence = Sentence({"rounding": self.rounding})
        self._remainder_sentence = Sentence({"remainder": self.remainder})
        self._welcome_sentence = Sentence({"welcome": self.welcome})
        self.add_row(self._rules_column)
        if whole:
            self.add_row(WrapRow(self.add_rule))
            self.add_rule.chosen.connect(self._add)
            self.add_row(self.caps)
            self.caps.edited.connect(self.edited)
        else:
            self.caps.hide()
        self._remainder_column = QVBoxLayout()
        self._remainder_column.addWidget(self._rounding_sentence)
        self._remainder_column.addWidget(self._remainder_sentence)
        self.add_row(self._remainder_column)
        for sentence in (self._welcome_sentence, self._life):
            self.add_row(sentence)
        self.add_row(self.end)
        # Who sets up a shop begins: its end is for later.
        self.end.setHidden(not whole)
        self.end.edited.connect(self.edited)
        for choice in (self.rounding, self.remainder):
            choice.chosen.connect(self.edited)
        self._life.edited.connect(self.edited)
        self.welcome.changed.connect(self.edited)

    def rows(self) -> tuple[RuleRow, ...]:
        """The fields of each rule that gives points for money."""
        return tuple(row for row in self._rows if isinstance(row.rule, AmountRule))

    def rule_rows(self) -> tuple[RuleRow, ...]:
        """The fields of every rule, as they stand."""
        return tuple(self._rows)

    def rows_by_id(self) -> tuple[tuple[str, str, QWidget], ...]:
        """The rules."""
        return tuple((row.rule.id, "", row) for row in self._rows)

    def show_program(self, program: Program) -> None:
        """Show a program's rules, in place of what was typed."""
        self._points_name = program.points_name
        self._base = program
        self._known = None
        self._show_rules(program.rules)
        self.caps.show_caps(program.caps, program.points_name)
        self.retranslate()
        self.rounding.choose(program.rounding.value)
        self.remainder.choose(program.remainder.value)
        self.welcome.set_value(program.welcome_points)
        self._life.show_expiry(program.expiry)
        self.end.show_end(program.points_end)

    def call_points(self, name: str) -> None:
        """Call the points otherwise; what was typed stays."""
        self._points_name = name
        for row in self._rows:
            row.call_points(name)
        self.retranslate()

    def know(self, draft: Program) -> None:
        """Offer what the draft has to name, where a rule asks for one."""
        known = Known.of(draft)
        if self._base is None or known == self._known:
            return
        self._known = known
        self._base = replace(
            self._base,
            base=draft.base,
            tiers=draft.tiers,
            plans=draft.plans,
            budgets=draft.budgets,
            stamp_cards=draft.stamp_cards,
            draws=draft.draws,
            vouchers=draft.vouchers,
        )
        for row in self._rows:
            row.know(replace(self._base, rules=draft.rules))
        self._offer_kinds()

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a number cannot be read."""
        sound = True
        for sentence, boxes in self._numbers():
            unreadable = next((box for box in boxes if box.is_unreadable() and not box.isHidden()), None)
            sentence.complain("")
            if unreadable is not None:
                sentence.complain(number_problem(unreadable.text()), unreadable)
                sound = False
        read = [row.read() for row in self._rows]
        rules = tuple(rule for rule in read if rule is not None)
        caps = self.caps.read()
        is_end_read, end = self.end.read()
        if not sound or not is_end_read or caps is None or len(rules) < len(read):
            return None
        return replace(
            base,
            rules=rules,
            caps=caps,
            rounding=Rounding(self.rounding.choice()),
            remainder=Remainder(self.remainder.choice()),
            welcome_points=self.welcome.value() or 0,
            expiry=self._life.expiry(),
            points_end=end,
        )

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its field."""
        places = self._places()
        for sentence in {place[0] for place in places.values()}:
            sentence.complain("")
        for problem in problems:
            place = places.get(problem.path)
            if place is not None and not place[0].complaint():
                tone = "red" if problem.is_error else "amber"
                place[0].complain(problem_sentence(problem), *place[1:], tone=tone)
        self.caps.complain(problems)
        for at, row in enumerate(self._rows):
            path = f"$.rules[{at}]."
            row.complain(
                tuple((one.path.removeprefix(path), one) for one in problems if one.path.startswith(path))
            )

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
        self._seat_rounding()
        self._offer_kinds()
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
        self._life.retranslate()
        self.end.retranslate()

    def _offer_kinds(self) -> None:
        kinds = () if self._base is None else kinds_for(self._base)
        self.add_rule.setAccessibleName(self.tr("Add a rule"))
        rows = [(kind.value, kind_words(kind)) for kind in kinds]
        self.add_rule.offer([("", self.tr("+ Add a rule…")), *rows])

    def _show_rules(self, rules: Sequence[Rule]) -> None:
        self._free_rounding()
        for row in self._rows:
            self._rules_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for rule in rules:
            self._insert(len(self._rows), rule)

    def _insert(self, at: int, rule: Rule) -> RuleRow:
        assert self._base is not None
        row = RuleRow(rule, self._base, whole=self._whole)
        row.call_points(self._points_name)
        row.edited.connect(self.edited)
        row.reshaped.connect(partial(self._reshape, row))
        row.removal_wanted.connect(partial(self._remove, row))
        row.move_wanted.connect(partial(self._move, row))
        self._rows.insert(at, row)
        self._rules_column.insertWidget(at, row)
        return row

    def _free_rounding(self) -> None:
        """Take the rounding out of whatever sentence has it, before that sentence goes."""
        self.rounding.setParent(self)
        for row in self._rows:
            row.seat_rounding(None)

    def _seat_rounding(self) -> None:
        """Say the program's rounding with the first rule for money, or else by itself."""
        rows = self.rows()
        self._free_rounding()
        if rows:
            rows[0].seat_rounding(self.rounding)
        else:
            self._rounding_sentence.take("rounding", self.rounding)
            self._rounding_sentence.say(self.tr("Points are rounded {rounding}"))
        self._rounding_sentence.setHidden(bool(rows))
        for row in self._rows if self._whole else ():
            row.line.setHidden(row is self._rows[-1])

    def _add(self, kind: str) -> None:
        self.add_rule.choose("")
        if not kind or self._base is None:
            return
        base = self._base
        known = {row.rule.id for row in self._rows} | {rule.id for rule in base.rules}
        # The revision stands in the id: an id of an earlier revision must not come back as another thing.
        made = f"{kind}-{base.revision + 1}-"
        rule_id = next(made + str(n) for n in range(1, len(known) + 2) if made + str(n) not in known)
        row = self._insert(len(self._rows), first_rule(RuleKind(kind), rule_id, base))
        self._seat_rounding()
        row.unfold()
        next(iter(row.fields.by_path().values())).setFocus()
        self.edited.emit()

    def _remove(self, row: RuleRow) -> None:
        self._free_rounding()
        self._take_out(row)
        self._seat_rounding()
        self.add_rule.setFocus()
        self.edited.emit()

    def _take_out(self, row: RuleRow) -> int:
        at = self._rows.index(row)
        self._rows.remove(row)
        self._rules_column.removeWidget(row)
        row.hide()
        row.deleteLater()
        return at

    def _move(self, row: RuleRow, by: int) -> None:
        at = self._rows.index(row)
        to = max(0, min(at + by, len(self._rows) - 1))
        if to == at:
            return
        self._rows.insert(to, self._rows.pop(at))
        self._rules_column.removeWidget(row)
        self._rules_column.insertWidget(to, row)
        self._seat_rounding()
        (row.buttons.up if by < 0 else row.buttons.down).setFocus()
        self.edited.emit()

    def _reshape(self, row: RuleRow, rule: Rule) -> None:
        self._free_rounding()
        fresh = self._insert(self._take_out(row), rule)
        self._seat_rounding()
        fresh.unfold()
        fresh.details.setFocus()
        self.edited.emit()

    def _numbers(self) -> tuple[tuple[Sentence, tuple[NumberBox, ...]], ...]:
        return (
            (self._welcome_sentence, (self.welcome,)),
            (self._life, (self.expiry_count,)),
        )

    def _places(self) -> dict[str, tuple[Sentence, *tuple[QWidget, ...]]]:
        """Find each field by its path in the program's document."""
        return {
            "$.remainder": (self._remainder_sentence, self.remainder),
            "$.welcome_points": (self._welcome_sentence, self.welcome),
            "$.expiry.count": (self._life, self.expiry_count),
            "$.points_end.last_day": (self.end.given, self.end.last),
            "$.points_end.good_to": (self.end.after, self.end.good_to),
        }
