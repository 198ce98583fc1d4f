"""The open bill: what is typed, what it earns and why, what is to be paid, the button that records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.acts import BillRecorded, Desk
from loyalpos.engine.bill_inputs import NO_INPUTS, BillInputs, WantedInputs
from loyalpos.engine.owner import OwnerAsked
from loyalpos.engine.rewards import Quote
from loyalpos.errors import PaymentTooLarge, TendersTooLarge, WrongPointsToPay
from loyalpos.ui.counter.column import Column, Snug
from loyalpos.ui.counter.outcome_box import OutcomeBox, OutcomeLine
from loyalpos.ui.counter.panel import CounterPanel, is_large
from loyalpos.ui.counter.points_row import PointsRow
from loyalpos.ui.counter.receipt_fields import ReceiptFields
from loyalpos.ui.counter.total_box import TotalBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.owner import owner_question
from loyalpos.ui.words.points import called
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.ui.counter.inputs_row import InputsRow
    from loyalpos.ui.counter.reminders_row import RemindersRow

__all__ = ["BillPanel"]

_ROOMY = 580
"""Logical pixels at 100 % text in which everything about a bill has its place."""

_ROOMY_FOR_ITEMS = 740
"""Those in which it has its place where items are typed above the total."""

_LEAST = 320
"""Those in which what is typed has room beside what stays in sight."""


class BillPanel(CounterPanel):
    """Where a bill is typed and recorded; a window may give ``foot`` another place.

    ``total``, ``receipt``, ``points`` and, where the program wants it, ``inputs`` are what is typed; ``foot``
    holds the outcome and the button that records.

    Signals:
        inputs_edited(): What a program asks for beside the total was typed.
        record_wanted(): Enter, or the button.
        leave_wanted(): The bill is to be left, as Esc does.
        rewards_wanted(): The list of rewards is to be entered.
        return_wanted(): Goods come back.
    """

    inputs_edited = Signal()
    record_wanted = Signal()
    leave_wanted = Signal()
    rewards_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._quote: Quote | None = None
        self._desk: Desk | None = None
        self._asked: OwnerAsked | None = None
        self._gives_way = False
        self._card = Panel()
        self._label = Words("", "base", "quiet", wrap=True)
        self.total = TotalBox(compact=compact)
        self._label.setBuddy(self.total)
        self.receipt = ReceiptFields(compact=compact)
        self.inputs: InputsRow | None = None
        self.reminders: RemindersRow | None = None
        self.points = PointsRow(compact=compact)
        self._refused = Notice()
        self._outcome = OutcomeBox(compact=compact)
        self._in_short = OutcomeLine(compact=compact)
        self._owner = Notice()
        self.foot = QWidget()
        self.record_button = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self._rewards = ActionButton("", "F6")
        self._return = ActionButton("", "F8")
        self.leave_button = ActionButton("", "Esc", Look.QUIET, icon="cross", tight=True)
        self._build()
        for typed in (self.total, self.receipt):
            typed.submitted.connect(self.record_wanted)
        self.record_button.clicked.connect(self.record_wanted)
        self._rewards.clicked.connect(self.rewards_wanted)
        self._return.clicked.connect(self.return_wanted)
        self.leave_button.clicked.connect(self.leave_wanted)
        self._take_sizes()
        self.retranslate()

    def ask_for(self, wanted: WantedInputs) -> None:
        """Ask for what the program looks at beside the total; few programs do."""
        if self.inputs is None and wanted:
            from loyalpos.ui.counter.inputs_row import InputsRow  # noqa: PLC0415 - as said

            self.inputs = InputsRow(compact=self.compact)
            self._typed.insertWidget(self._typed.indexOf(self.receipt) + 1, self.inputs)
            self.inputs.follow(self.receipt.last)
            self.inputs.edited.connect(self.inputs_edited)
            self.inputs.submitted.connect(self.record_wanted)
        if self.inputs is not None:
            self.inputs.show_wanted(wanted)
            self.inputs.setVisible(bool(wanted))

    def enter_inputs(self) -> bool:
        """Go to what the program asks for beside the total; False where it asks for nothing."""
        if self.inputs is None or self.inputs.isHidden():
            return False
        self.inputs.enter()
        return True

    def inputs_of(self, total_vnd: int) -> BillInputs:
        """What was typed beside the total, as far as it can be understood."""
        if self.inputs is None:
            return NO_INPUTS
        return self.inputs.peek(total_vnd, thousands=self.total.thousands)

    def read_inputs(self, total_vnd: int) -> BillInputs | None:
        """Read what was typed beside the total, or say what is wrong with it."""
        if self.inputs is None:
            return NO_INPUTS
        return self.inputs.read(total_vnd, thousands=self.total.thousands)

    def set_lines(self, *, on: bool) -> None:
        """Ask which items are in a bill, or no longer; they need room of their own."""
        self.total.set_lines(on)
        self._place_outcome()

    def set_reminders(self, reminders: tuple[str, ...]) -> None:
        """Remind of what the owner wants done at every bill; few shops do."""
        row = self.reminders
        if reminders == (() if row is None else row.reminders):
            return
        if row is not None:
            self._typed.removeWidget(row)
            row.hide()
            row.deleteLater()
            self.reminders = None
        if reminders:
            from loyalpos.ui.counter.reminders_row import RemindersRow  # noqa: PLC0415 - as said

            self.reminders = RemindersRow(reminders)
            self._typed.insertWidget(self._typed.indexOf(self.points), self.reminders)

    def tick_reminder(self) -> bool:
        """Tick the next reminder off; False where there are none."""
        if self.reminders is None:
            return False
        self.reminders.tick()
        return True

    def take_over_from(self, other: BillPanel) -> None:
        """Go on with the items, and what else is typed, in another window."""
        if self.inputs is not None and other.inputs is not None:
            self.inputs.go_on_from(other.inputs)
        self.total.go_on_from(other.total)
        if self.reminders is not None and other.reminders is not None:
            self.reminders.show_done(other.reminders.done)

    def clear(self) -> None:
        """Empty every field for the next bill, without signals."""
        self.total.clear()
        self.receipt.clear()
        if self.inputs is not None:
            self.inputs.clear()
        if self.reminders is not None:
            self.reminders.show_done(0)
        self.points.show_offer(None, None, "")
        self._quote, self._desk, self._asked = None, None, None
        self.show_offers(())
        self.retranslate()

    def show_quote(self, quote: Quote | None, desk: Desk, asked: OwnerAsked | None = None) -> None:
        """Show what the bill comes to; None while there is no total.

        Args:
            asked: What the owner is to be asked before it is recorded.
        """
        self._quote, self._desk, self._asked = quote, desk, asked
        self.retranslate()

    def show_foreseen(self, foreseen: BillRecorded | None) -> None:
        """Say what the bill would bring beside its points; None while that is not known."""
        self._outcome.show_foreseen(foreseen)

    def show_offers(self, texts: tuple[str, ...]) -> None:
        """Tell the cashier of offers, the most useful first."""
        for outcome in (self._outcome, self._in_short):
            outcome.show_offers(texts)

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong at ``amount``, ``number``, ``when`` or ``points``; empty takes it back."""
        match field:
            case "number" | "when":
                self.receipt.show_problem(field, sentence)
            case "points":
                self.points.show_problem(sentence)
            case _:
                self.total.show_problem(sentence)

    def give_way(self, *, on: bool) -> None:
        """Leave the room above the button to something that matters more just now."""
        self._gives_way = on
        self._show_in_short()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the outcome in short where the window is low."""
        super().resizeEvent(event)
        self._place_outcome()

    def _build(self) -> None:
        if self.compact:
            self._label.hide()
        self._below = QVBoxLayout(self.foot)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.addWidget(self._outcome)
        self._below.addWidget(self._in_short)
        # It stays in sight: Enter will ask it.
        self._below.addWidget(self._owner)
        self._below.addWidget(self.record_button)
        self._beside = QWidget()
        self._pair = QHBoxLayout(self._beside)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.addWidget(self._rewards, 1)
        self._pair.addWidget(self._return, 1)
        # What is typed scrolls, if it must; the button that records and what it would do stay in sight.
        body = self._card.body
        column = Column()
        self._typed = body if self.compact else column.parts
        self._heading = QWidget()
        heading = QHBoxLayout(self._heading)
        heading.setContentsMargins(0, 0, 0, 0)
        heading.addWidget(self._label, 1)
        if self.compact:
            heading.addStretch(1)
        heading.addWidget(self.leave_button)
        for part in (self.total, self.receipt, self.points, self._refused):
            self._typed.addWidget(part)
        if not self.compact:
            body.addWidget(Snug(column))
        body.addWidget(self.foot)
        body.addWidget(self._beside)
        if not self.compact:
            body.addStretch(1)
        self.whole.addWidget(self._card)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._label.setText(self.tr("Bill total"))
        self._rewards.setText(self.tr("Rewards"))
        self._return.setText(self.tr("Return"))
        self.leave_button.setText(self.tr("Leave"))
        self.leave_button.setAccessibleName(self.tr("Leave the bill"))
        self.leave_button.setToolTip(self.tr("Leave the bill"))
        self.record_button.setText(self.action_text(self._record_text()))
        # With points that cannot pay, it would say what the bill comes to without them.
        refused = () if self._quote is None else self._quote.refused
        waits = any(isinstance(one, WrongPointsToPay) for one in refused)
        for outcome in (self._outcome, self._in_short):
            outcome.show_quote(self._quote, self._desk, waits=waits)
        self._show_in_short()
        self._say_refused()
        self._say_owner()

    def _record_text(self) -> str:
        if self._desk is not None and self._desk.member is None:
            return self.tr("Record bill")
        if self._asked is not None:
            return self.tr("Ask the owner")
        if self._quote is not None and self._quote.redemptions:
            return self.tr("Redeem and add {points}").format(points=self._called())
        return self.tr("Add {points}").format(points=self._called())

    def _called(self) -> str:
        return called("" if self._desk is None else self._desk.program.points_name)

    def _say_refused(self) -> None:
        # What is wrong with the points that pay stands at their number.
        given = () if self._quote is None else self._quote.refused
        refused = [one for one in given if not isinstance(one, WrongPointsToPay)]
        name = "" if self._desk is None else self._desk.program.points_name
        for one in refused:
            if self.inputs is not None and isinstance(one, TendersTooLarge | PaymentTooLarge):
                # And what is wrong with how it is paid, at its fields.
                self.inputs.say_refused(one, sentence(one, points_name=name))
                refused = []
                break
        self._refused.say(sentence(refused[0], points_name=name) if refused else "")

    def _say_owner(self) -> None:
        question = ""
        if self._asked is not None:
            name = "" if self._desk is None else self._desk.program.points_name
            question = owner_question(self._asked.budgets, self._asked.points, name)
        self._owner.say(question, tone="amber")

    def _is_cramped(self) -> bool:
        """Tell whether the outcome with its reasons would leave no room for what is typed.

        By the room there is alone: what is in the bill must not make its parts jump.
        """
        roomy = _ROOMY if self.total.lines is None else _ROOMY_FOR_ITEMS
        return self.compact or self.height() < theme().px(roomy)

    def _show_in_short(self) -> None:
        self._in_short.setVisible(
            self._is_cramped() and not self._gives_way and self._in_short.says_something
        )

    def _place_outcome(self) -> None:
        is_cramped = self._is_cramped()
        # The way out stays in sight, unless the total itself would not.
        top = self._typed if self.height() < theme().px(_LEAST) else self._card.body
        if top.indexOf(self._heading) < 0:
            top.insertWidget(0, self._heading)
        self._outcome.show_only_reasons(on=is_cramped)
        place = self._typed if is_cramped else self._below
        if place.indexOf(self._outcome) < 0:
            if place is self._below:
                place.insertWidget(0, self._outcome)
            else:
                place.insertWidget(place.indexOf(self.points) + 1, self._outcome)
        self._show_in_short()

    def _take_sizes(self) -> None:
        look = theme()
        self._typed.setSpacing(look.px(10 if self.compact else 14))
        for part in (self._card.body, self._below):
            part.setSpacing(look.px(6 if self.compact or is_large() else 14))
        self._pair.setSpacing(look.px(10))
        self._beside.setVisible(not self.compact)
        if not self.compact:
            # In large text the total needs the room; these two are reached by scrolling, or by their keys.
            place = self._typed if is_large() else self._card.body
            if place.indexOf(self._beside) < 0:
                place.insertWidget(place.count() - (place is self._card.body), self._beside)
        self._place_outcome()
