"""Members who stayed away for years: who they are, what they would lose, and after how long they go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.engine.retention import AwayTooLong, Inactive, RetentionRules
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

__all__ = ["RetentionPanel"]


class RetentionPanel(Translated, Panel):
    """The owner's rule in a sentence, the list of those who are due or soon will be, and the question.

    Signals:
        rules_wanted(int, int, bool): Months, days of notice, and whether it is done without asking.
        wanted(): Those who are due are to be made nameless; it was asked.
    """

    rules_wanted = Signal(int, int, bool)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._found: AwayTooLong | None = None
        self.months, self.days = NumberBox(Number.WHOLE), NumberBox(Number.WHOLE)
        self._sentence = Sentence({"months": self.months, "days": self.days})
        self.automatic = Switch("")
        self.keep = ActionButton("")
        self._said = Words("", "base", wrap=True)
        self.table = Table("", all_rows=True)
        self.empty = EmptyState("people", "")
        self._more = Words("", "small", "quiet", wrap=True)
        self.erase = ActionButton("", look=Look.DANGER)
        self.question = Confirm()
        for part in (
            self._sentence,
            self.automatic,
            WrapRow(self.keep),
            self._said,
            self.table,
            self.empty,
            self._more,
            WrapRow(self.erase),
            self.question,
        ):
            self.body.addWidget(part)
        self.keep.clicked.connect(self._keep)
        for box in (self.months, self.days):
            box.returnPressed.connect(self._keep)
        self.erase.clicked.connect(self._ask)
        self.question.agreed.connect(self.wanted)
        self.retranslate()

    def show_rules(self, rules: RetentionRules) -> None:
        """Show what is in force."""
        self.months.set_value(rules.months)
        self.days.set_value(rules.warn_days)
        self.automatic.setChecked(rules.automatic_since is not None)
        self._sentence.complain("")

    def show_found(self, found: AwayTooLong) -> None:
        """Show who stayed away."""
        self._found = found
        self._show()

    def _keep(self) -> None:
        self._sentence.complain("")
        wrong = [box for box in (self.months, self.days) if box.is_unreadable()]
        if wrong:
            self._sentence.complain(number_problem(wrong[0].text()), wrong[0])
            wrong[0].setFocus()
            return
        self.rules_wanted.emit(self.months.value() or 0, self.days.value() or 0, self.automatic.isChecked())

    def _ask(self) -> None:
        found = self._found
        if found is None:
            return
        words = self.tr(
            "%n customers are made nameless for good and lose {points} points. Their bills stay in the "
            "books. Nobody can undo this.",
            "",
            found.due,
        )
        self.question.ask(
            words.format(points=group_digits(found.points)),
            self.tr("Make %n customers nameless", "", found.due),
        )

    def _show(self) -> None:
        found = self._found
        is_there = found is not None and bool(found.shown)
        self.table.setVisible(is_there)
        self.empty.setVisible(found is not None and not found.shown)
        self.erase.setVisible(found is not None and found.due > 0)
        self._said.setVisible(is_there)
        self._more.setVisible(False)
        if found is None:
            return
        words = self.tr("%n customers are due", "", found.due)
        soon = self.tr("%n more within the days of notice", "", found.soon)
        points = self.tr("those who are due have {points} points").format(points=group_digits(found.points))
        self._said.setText(f"{words}, {soon}; {points}.")
        self.erase.setText(self.tr("Make %n customers nameless", "", found.due) + "…")
        columns = (
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Last visit"), figures=True),
            Column(self.tr("Points lost"), figures=True),
            Column(self.tr("From when"), figures=True),
        )
        self.table.set_rows(
            columns, [self._row(one, due=at < found.due) for at, one in enumerate(found.shown)]
        )
        left = found.due + found.soon - len(found.shown)
        if left > 0:
            self._more.setText(self.tr("And %n more", "", left))
            self._more.show()

    def _row(self, one: Inactive, *, due: bool) -> tuple[Cell, ...]:
        never = self.tr("never")
        return (
            Cell(one.name or self.tr("Customer without a name"), strong=True),
            Cell("–" if one.phone is None else masked(one.phone), "quiet"),
            Cell(never if one.last_visit is None else dates.day(one.last_visit)),
            Cell(group_digits(one.points)),
            Cell(self.tr("now") if due else dates.day(one.due), "red" if due else "amber"),
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Customers who stayed away"))
        self.months.setAccessibleName(self.tr("Months without a visit"))
        self.days.setAccessibleName(self.tr("Days of notice"))
        self._sentence.say(
            self.tr(
                "Who does not come for {months} months is made nameless (0: never), and is listed {days} "
                "days before"
            )
        )
        self.automatic.setText(self.tr("Do it without asking when the day is closed"))
        self.keep.setText(self.tr("Keep"))
        self.table.setAccessibleName(self.tr("Customers who stayed away"))
        self.empty.set_sentence(self.tr("Nobody has stayed away that long"))
        self._show()
