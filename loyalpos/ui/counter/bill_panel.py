"""The open bill: its total, what it earns and why, what the customer pays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.acts import Desk
from loyalpos.engine.bill_inputs import NO_INPUTS, BillInputs, WantedInputs
from loyalpos.engine.bills import BillLine
from loyalpos.engine.money import parse_amount, vnd
from loyalpos.engine.numbers import NumberProblem, parse_number
from loyalpos.engine.rewards import Quote
from loyalpos.errors import WrongPointsToPay
from loyalpos.ui.counter.column import Column, Snug
from loyalpos.ui.counter.lines_box import LinesBox
from loyalpos.ui.counter.outcome_box import OutcomeBox, OutcomeLine
from loyalpos.ui.counter.panel import (
    CounterPanel,
    is_large,
    show_places,
    stacked_when_large,
)
from loyalpos.ui.counter.points_row import PointsRow
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox, Notice
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.problems import number_problem
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.ui.counter.inputs_row import InputsRow

__all__ = ["BillPanel"]

_ROOMY = 540
"""Logical pixels at 100 % text in which everything about a bill has its place."""


class BillPanel(CounterPanel):
    """Where a bill is typed and recorded; a window may give ``record_button`` another place.

    Signals:
        amount_edited(str): The total, as typed.
        number_edited(str): The receipt number, as typed.
        when_edited(str): The time of a back-dated bill, as typed.
        inputs_edited(): What a program asks for beside the total.
        record_wanted(): Enter, or the button.
        leave_wanted(): The bill is to be left, as Esc does.
        rewards_wanted(): The list of rewards is to be entered.
        return_wanted(): Goods come back.
    """

    amount_edited = Signal(str)
    number_edited = Signal(str)
    when_edited = Signal(str)
    inputs_edited = Signal()
    record_wanted = Signal()
    leave_wanted = Signal()
    rewards_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._thousands = True
        self._quote: Quote | None = None
        self._desk: Desk | None = None
        self._lines: LinesBox | None = None
        self.inputs: InputsRow | None = None
        self._filled_vnd: int | None = None
        self._gives_way = False
        self._card = Panel()
        self._label = Words("", "base", "quiet", wrap=True)
        self._amount = AmountBox(self._parse)
        self._label.setBuddy(self._amount)
        self._notice = Notice()
        self._number = FieldBox("")
        self._when = FieldBox("")
        # Under both fields, at the whole width: what a number was used for is a long sentence.
        self._number_notice = Notice()
        self._when_notice = Notice()
        self.points = PointsRow(compact=compact)
        self._refused = Notice()
        self._outcome = OutcomeBox(compact=compact)
        self._in_short = OutcomeLine(compact=compact)
        self.foot = QWidget()
        self.record_button = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self._rewards = ActionButton("", "F6")
        self._return = ActionButton("", "F8")
        self.leave_button = ActionButton("", "Esc", Look.QUIET, icon="cross", tight=True)
        self._build()
        self._connect()
        self._take_sizes()
        self._retranslate()

    def set_thousands(self, thousands: bool) -> None:
        """Say whether one to four plain digits are thousands of đồng."""
        self._thousands = thousands
        self._amount.read_again()

    def set_lines(self, on: bool) -> None:
        """Ask which items are in a bill, or no longer."""
        if on and self._lines is None:
            self._lines = LinesBox(compact=self.compact)
            self._typed.insertWidget(self._typed.indexOf(self._amount), self._lines)
            self._lines.lines_changed.connect(self._fill_from_lines)
            self._lines.submitted.connect(self._leave_lines)
        elif not on and self._lines is not None:
            self._lines.deleteLater()
            self._lines = None

    def ask_for(self, wanted: WantedInputs) -> None:
        """Ask for what the program looks at beside the total; few programs do."""
        if self.inputs is None and wanted:
            from loyalpos.ui.counter.inputs_row import InputsRow  # noqa: PLC0415 - as said

            self.inputs = InputsRow(compact=self.compact)
            self._typed.insertWidget(self._typed.indexOf(self._number_notice), self.inputs)
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
        return NO_INPUTS if self.inputs is None else self.inputs.peek(total_vnd, thousands=self._thousands)

    def read_inputs(self, total_vnd: int) -> BillInputs | None:
        """Read what was typed beside the total, or say what is wrong with it."""
        return NO_INPUTS if self.inputs is None else self.inputs.read(total_vnd, thousands=self._thousands)

    @property
    def lines(self) -> LinesBox | None:
        """Where items are typed, in a shop that does."""
        return self._lines

    def bill_lines(self) -> tuple[BillLine, ...]:
        """The items typed into the bill."""
        return () if self._lines is None else self._lines.lines

    def take_over_from(self, other: BillPanel) -> None:
        """Go on with the items, and what else is typed, in another window."""
        if self.inputs is not None and other.inputs is not None:
            self.inputs.go_on_from(other.inputs)
        if self._lines is None or other.lines is None:
            return
        self._lines.go_on_from(other.lines)
        self._filled_vnd = other._filled_vnd
        if self._filled_vnd is not None:
            with QSignalBlocker(self._amount):
                self._amount.set_amount(self._filled_vnd)
        self.amount_edited.emit(self.amount_text())

    def begin(self) -> None:
        """Go to what is typed first: an item, or the total."""
        if self._lines is None:
            self.focus_amount()
        else:
            self._lines.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Empty every field for the next bill, without signals."""
        if self._lines is not None:
            self._lines.clear()
        if self.inputs is not None:
            self.inputs.clear()
        self._filled_vnd = None
        with QSignalBlocker(self._amount):
            self._amount.set_amount(None)
        for field in ("amount", "number", "when"):
            self.show_problem(field, "")
        self._number.set_text("")
        self._when.set_text("")
        self.points.show_offer(None, None, "")
        self._quote, self._desk = None, None
        self._retranslate()

    def focus_amount(self) -> None:
        """Put the focus on the total, all of it selected, so that typing replaces it."""
        self._amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._amount.selectAll()

    def focus_number(self) -> None:
        """Put the focus on the receipt number."""
        self._number.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._number.edit.selectAll()

    def focus_when(self) -> None:
        """Put the focus on the bill's time."""
        self._when.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._when.edit.selectAll()

    def amount_text(self) -> str:
        """The total, as typed."""
        # With its sign, because thousands mode would read the sum of 500 ₫ as 500.000.
        return self._amount.typed() if self._filled_vnd is None else vnd(self._filled_vnd)

    def number_text(self) -> str:
        """The receipt number, as typed."""
        return self._number.text()

    def when_text(self) -> str:
        """The bill's time, as typed; empty is now."""
        return self._when.text()

    def show_quote(self, quote: Quote | None, desk: Desk) -> None:
        """Show what the bill comes to; None while there is no total."""
        self._quote, self._desk = quote, desk
        self._retranslate()

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong at ``amount``, ``number``, ``when`` or ``points``; empty takes it back."""
        match field:
            case "number" | "when":
                box, notice = self._number, self._number_notice
                if field == "when":
                    box, notice = self._when, self._when_notice
                notice.say(sentence)
                box.edit.set_wrong(bool(sentence))
                if sentence:
                    # Once it has its place: it stands below the field, perhaps out of sight.
                    QTimer.singleShot(0, notice, partial(show_places, notice, box))
            case "points":
                self.points.show_problem(sentence)
            case _:
                self._notice.say(sentence)
                self._amount.set_wrong(bool(sentence))

    def give_way(self, *, on: bool) -> None:
        """Leave the room above the button to something that matters more just now."""
        self._gives_way = on
        self._show_in_short()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the outcome in short where the window is low."""
        super().resizeEvent(event)
        self._place_outcome()

    def _parse(self, text: str) -> int | object:
        return parse_amount(text, thousands=self._thousands)

    def _build(self) -> None:
        if self.compact:
            self._label.hide()
        self._fields = QHBoxLayout()
        for field in (self._number, self._when):
            self._fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._below = QVBoxLayout(self.foot)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.addWidget(self._outcome)
        self._below.addWidget(self._in_short)
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
        heading = QHBoxLayout()
        heading.addWidget(self._label, 1)
        if self.compact:
            heading.addStretch(1)
        heading.addWidget(self.leave_button)
        self._typed.addLayout(heading)
        for typed in (self._amount, self._notice):
            self._typed.addWidget(typed)
        self._typed.addLayout(self._fields)
        for notice in (self._number_notice, self._when_notice):
            self._typed.addWidget(notice)
        self._typed.addWidget(self.points)
        self._typed.addWidget(self._refused)
        if not self.compact:
            body.addWidget(Snug(column))
        body.addWidget(self.foot)
        body.addWidget(self._beside)
        if not self.compact:
            body.addStretch(1)
        self.whole.addWidget(self._card)

    def _connect(self) -> None:
        self._amount.amount_changed.connect(self._pass_amount_on)
        self._number.edited.connect(self._pass_number_on)
        self._when.edited.connect(self._pass_when_on)
        for field in (self._amount, self._number, self._when):
            field.submitted.connect(self.record_wanted)
        self.record_button.clicked.connect(self.record_wanted)
        self._rewards.clicked.connect(self.rewards_wanted)
        self._return.clicked.connect(self.return_wanted)
        self.leave_button.clicked.connect(self.leave_wanted)

    def _pass_amount_on(self) -> None:
        self._filled_vnd = None
        self._notice.say("")
        self.amount_edited.emit(self._amount.typed())

    def _fill_from_lines(self) -> None:
        """Let the sum be the total, unless the cashier has typed one."""
        assert self._lines is not None
        if self._filled_vnd is not None or not self._amount.typed().strip():
            self._filled_vnd = self._lines.sum_vnd if self._lines.lines else None
            with QSignalBlocker(self._amount):
                self._amount.set_amount(self._filled_vnd)
            self._notice.say("")
        self.amount_edited.emit(self.amount_text())

    def _leave_lines(self) -> None:
        if self.amount_text().strip():
            self.record_wanted.emit()
        else:
            self.focus_amount()

    def _pass_number_on(self, text: str) -> None:
        number = parse_number(text)
        self.show_problem("number", number_problem(number) if isinstance(number, NumberProblem) else "")
        self.number_edited.emit(text)

    def _pass_when_on(self, text: str) -> None:
        self.show_problem("when", "")
        self.when_edited.emit(text)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Bill total"))
        self._amount.setAccessibleName(self.tr("Bill total"))
        self._number.set_label(self.tr("Receipt no."))
        self._when.set_label(self.tr("Date, time · F7"))
        self._when.edit.setPlaceholderText(self.tr("now"))
        self._rewards.setText(self.tr("Rewards"))
        self._return.setText(self.tr("Return"))
        self.leave_button.setText(self.tr("Leave"))
        self.leave_button.setAccessibleName(self.tr("Leave the bill"))
        self.leave_button.setToolTip(self.tr("Leave the bill"))
        self.record_button.setText(self.action_text(self._record_text()))
        for outcome in (self._outcome, self._in_short):
            outcome.show_quote(self._quote, self._desk)
        self._show_in_short()
        self._say_refused(self._quote)

    def _record_text(self) -> str:
        if self._desk is not None and self._desk.member is None:
            return self.tr("Record bill")
        if self._quote is not None and self._quote.redemptions:
            return self.tr("Redeem and add")
        return self.tr("Add points")

    def _say_refused(self, quote: Quote | None) -> None:
        # What is wrong with the points that pay stands at their number.
        refused = [one for one in quote.refused if not isinstance(one, WrongPointsToPay)] if quote else []
        self._refused.say(sentence(refused[0], points_name=self._points_name()) if refused else "")

    def _is_cramped(self) -> bool:
        """Tell whether the outcome with its reasons would leave no room for what is typed.

        By the room there is alone: what is in the bill must not make its parts jump.
        """
        return self.compact or self.height() < theme().px(_ROOMY)

    def _show_in_short(self) -> None:
        self._in_short.setVisible(
            self._is_cramped() and not self._gives_way and self._in_short.says_something
        )

    def _place_outcome(self) -> None:
        is_cramped = self._is_cramped()
        self._outcome.show_only_reasons(on=is_cramped)
        place = self._typed if is_cramped else self._below
        if place.indexOf(self._outcome) < 0:
            if place is self._below:
                place.insertWidget(0, self._outcome)
            else:
                place.insertWidget(place.indexOf(self.points) + 1, self._outcome)
        self._show_in_short()

    def _points_name(self) -> str:
        return "" if self._desk is None else self._desk.program.points_name

    def _take_sizes(self) -> None:
        look = theme()
        self._typed.setSpacing(look.px(10 if self.compact else 14))
        for part in (self._card.body, self._below):
            part.setSpacing(look.px(6 if self.compact or is_large() else 14))
        self._fields.setSpacing(look.px(10))
        if self.compact:
            stacked_when_large(self._fields)
        self._pair.setSpacing(look.px(10))
        self._beside.setVisible(not self.compact)
        if not self.compact:
            # In large text the total needs the room; these two are reached by scrolling, or by their keys.
            place = self._typed if is_large() else self._card.body
            if place.indexOf(self._beside) < 0:
                place.insertWidget(place.count() - (place is self._card.body), self._beside)
        self._place_outcome()
