"""What rules together may cost the shop in a month, and what a point costs it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.money import vnd
from loyalpos.engine.owner import OwnerAnswer
from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Budget, BudgetEnd, BudgetFor
from loyalpos.engine.times import ShopTime
from loyalpos.ui.office.box_reading import first_unreadable, on_change
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_panel import ProgramPanel
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.word_boxes import TextBox, text_of
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.owner import owner_answer
from loyalpos.ui.words.rewards import percent

__all__ = ["BudgetsPanel"]

_WARN_PERCENT = 80
_LATEST = 10
_VIETNAM = ShopTime()


class BudgetRow(QWidget):
    """One budget.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants it gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(
        self,
        budget: Budget,
        spent_vnd: int | None,
        answers: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the row.

        Args:
            spent_vnd: What it has cost this month, None where it does not run yet.
            answers: What the owner said this month about bills that went over it.
        """
        super().__init__(parent)
        self.budget = budget
        self._spent_vnd = spent_vnd
        self.state = Notice()
        self.gifts = Words("", "small", "quiet", wrap=True)
        self.answers = Words("\n".join(answers), "small", "quiet", wrap=True)
        self.answers.setProperty("data", True)  # noqa: FBT003 - Qt's own
        self.answers.setVisible(bool(answers))
        self.name, self.month = TextBox(), NumberBox(Number.VND)
        self.purpose, self.at_end = ChoiceBox(), ChoiceBox()
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        boxes = {"name": self.name, "month": self.month, "purpose": self.purpose, "end": self.at_end}
        self.sentence = Sentence({**boxes, "remove": self.remove})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        column.addWidget(self.gifts)
        column.addWidget(self.state)
        column.addWidget(self.answers)
        self.name.setText(budget.name)
        self.month.set_value(budget.month_vnd)
        self.retranslate()
        self.purpose.choose(budget.purpose.value)
        self._say_gifts()
        self.at_end.choose(budget.at_end.value)
        on_change(boxes.values(), self.edited)
        self.edited.connect(self._say_gifts)
        self.remove.clicked.connect(self.removal_wanted)

    def read(self) -> Budget | None:
        """Give the budget as typed; None, said in place, where it cannot be read."""
        self.sentence.complain("")
        wrong = first_unreadable((self.month,))
        if wrong is not None:
            self.sentence.complain(wrong[1], wrong[0])
            return None
        self._say_state()
        return Budget(
            self.budget.id,
            text_of(self.name, self.budget.name),
            self.month.value() or 0,
            BudgetFor(self.purpose.choice()),
            BudgetEnd(self.at_end.choice()),
        )

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its field."""
        boxes = {"name": self.name, "month_vnd": self.month}
        self.sentence.complain("")
        for field, problem in problems:
            if not self.sentence.complaint():
                box = boxes.get(field)
                self.sentence.complain(problem_sentence(problem), *(() if box is None else (box,)))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.name.setAccessibleName(self.tr("Name of the budget"))
        self.name.setPlaceholderText(self.tr("name"))
        self.month.setAccessibleName(self.tr("At most in a month"))
        self.purpose.setAccessibleName(self.tr("What it is for"))
        self.at_end.setAccessibleName(self.tr("When it is used up"))
        self.purpose.offer(
            [
                (BudgetFor.RETENTION.value, self.tr("to keep customers")),
                (BudgetFor.NEW_CUSTOMERS.value, self.tr("to win new customers")),
            ]
        )
        self.at_end.offer(
            [
                (BudgetEnd.STOP.value, self.tr("its rules stop")),
                (BudgetEnd.ASK.value, self.tr("the owner is asked at the till")),
            ]
        )
        self.remove.setText(self.tr("Remove"))
        words = self.tr("{name} spends at most {month} a month {purpose} – when it is used up {end} {remove}")
        self.sentence.say(words)
        self._say_gifts()
        self._say_state()

    def _say_gifts(self) -> None:
        """Say which gifts it pays for without being named."""
        if self.purpose.choice() == BudgetFor.NEW_CUSTOMERS.value:
            self.gifts.setText(
                self.tr("It also pays for welcome points and gifts for bringing a friend that name no other.")
            )
        else:
            self.gifts.setText(
                self.tr(
                    "It also pays for gifts of birthdays, holidays, milestones, coming back and tiers"
                    " that name no other."
                )
            )

    def _say_state(self) -> None:
        """Say how much of the month is spent; from 80 % on as a warning."""
        spent, month = self._spent_vnd, self.month.value()
        if spent is None or not month:
            self.state.say("")
            return
        share = self.tr("{spent} spent this month, {share}").format(
            spent=vnd(spent), share=percent(spent * 100 // month * 100)
        )
        if spent < month:
            warned = spent * 100 >= month * _WARN_PERCENT
            self.state.say(share, tone="amber" if warned else "quiet", icon="warning" if warned else "tick")
        elif self.at_end.choice() == BudgetEnd.ASK:
            self.state.say(
                self.tr("{state} – used up: the till asks for you at every bill").format(state=share)
            )
        else:
            self.state.say(self.tr("{state} – used up, its rules have stopped").format(state=share))


class BudgetsPanel(ProgramPanel):
    """The budgets of a draft."""

    paths = ("$.budgets", "$.point_cost_vnd")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", flush=True, parent=parent)
        self._base: Program | None = None
        self._spent: Mapping[str, int] = {}
        self._answers: tuple[OwnerAnswer, ...] = ()
        self._shop = _VIETNAM
        self._rows: list[BudgetRow] = []
        self.point_cost = NumberBox(Number.VND)
        self._cost_sentence = Sentence({"cost": self.point_cost})
        self.add_button = ActionButton("", look=Look.QUIET, icon="add")
        self._list = QVBoxLayout()
        self._list.addWidget(WrapRow(self.add_button))
        self.add_row(self._list)
        self.add_row(self._cost_sentence)
        self.point_cost.changed.connect(self.edited)
        self.add_button.clicked.connect(self._add)
        self.follow_theme()

    def follow_theme(self) -> None:
        """Keep what is said of one budget apart from the next."""
        super().follow_theme()
        if hasattr(self, "_list"):
            self._list.setSpacing(theme().px(16))

    def rows(self) -> tuple[BudgetRow, ...]:
        """The budgets as they stand."""
        return tuple(self._rows)

    def rows_by_id(self) -> tuple[tuple[str, str, QWidget], ...]:
        """The budgets."""
        return tuple((row.budget.id, "", row) for row in self._rows)

    def know_spent(
        self, spent_vnd: Mapping[str, int], answers: tuple[OwnerAnswer, ...] = (), shop: ShopTime = _VIETNAM
    ) -> None:
        """Say what each budget has cost and what the owner said this month, before a program is shown."""
        self._spent = spent_vnd
        self._answers, self._shop = answers, shop

    def show_program(self, program: Program) -> None:
        """Show a program's budgets, in place of what was typed."""
        self._base = program
        for row in list(self._rows):
            self._drop(row)
        for budget in program.budgets:
            self._append(budget)
        self.point_cost.set_value(program.point_cost_vnd)
        self.retranslate()

    def read(self, base: Program) -> Program | None:
        """Put what is typed into a program; None, said in place, where a field cannot be read."""
        read = [row.read() for row in self._rows]
        budgets = tuple(budget for budget in read if budget is not None)
        self._cost_sentence.complain("")
        wrong = first_unreadable((self.point_cost,))
        if wrong is not None:
            self._cost_sentence.complain(wrong[1], wrong[0])
        if wrong is not None or len(budgets) < len(read):
            return None
        return replace(base, budgets=budgets, point_cost_vnd=self.point_cost.value() or 0)

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its field."""
        self._cost_sentence.complain("")
        for problem in problems:
            if problem.path == "$.point_cost_vnd":
                self._cost_sentence.complain(problem_sentence(problem), self.point_cost)
        for at, row in enumerate(self._rows):
            path = f"$.budgets[{at}]"
            below = (one for one in problems if one.path.startswith(path))
            row.complain(tuple((one.path.removeprefix(path).removeprefix("."), one) for one in below))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Budgets"))
        self.point_cost.setAccessibleName(self.tr("What a point costs the shop"))
        called = "" if self._base is None else self._base.points_name
        words = self.tr("For budgets each {points} counts as {cost}")
        # The name of the points is no place for a field.
        self._cost_sentence.say(words.replace("{points}", called.replace("{", "(").replace("}", ")")))
        self.add_button.setText(self.tr("Set a budget"))
        for row in self._rows:
            row.retranslate()

    def _add(self) -> None:
        assert self._base is not None
        known = {row.budget.id for row in self._rows} | {budget.id for budget in self._base.budgets}
        # The revision stands in the id: an id of an earlier revision must not come back as another thing.
        made = f"budget-{self._base.revision + 1}-"
        budget_id = next(made + str(n) for n in range(1, len(known) + 2) if made + str(n) not in known)
        row = self._append(Budget(budget_id, "", 1_000_000))
        self.retranslate()
        row.name.setFocus()
        self.edited.emit()

    def _append(self, budget: Budget) -> BudgetRow:
        name = "" if self._base is None else self._base.points_name
        mine = [one for one in self._answers if one.decision.budget == budget.id][:_LATEST]
        said = tuple(owner_answer(one, name, self._shop) for one in mine)
        row = BudgetRow(budget, self._spent.get(budget.id), said)
        row.edited.connect(self.edited)
        row.removal_wanted.connect(partial(self._remove, row))
        self._list.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _remove(self, row: BudgetRow) -> None:
        self._drop(row)
        self.retranslate()
        self.add_button.setFocus()
        self.edited.emit()

    def _drop(self, row: BudgetRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
