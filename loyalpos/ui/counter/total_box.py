"""The total of the open bill, typed, or summed up from its items."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.bills import BillLine
from loyalpos.engine.money import parse_amount, vnd
from loyalpos.ui.counter.lines_box import LinesBox
from loyalpos.ui.counter.panel import CounterPanel
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.theme import theme

__all__ = ["TotalBox"]


class TotalBox(CounterPanel):
    """One number, large; in a shop that types items they stand above it.

    Signals:
        edited(str): The total, as typed.
        submitted(): Enter.
        come_back_to(): The window is in front again; items may have been changed in another.
    """

    edited = Signal(str)
    submitted = Signal()
    come_back_to = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self.thousands = True
        self.lines: LinesBox | None = None
        self._filled_vnd: int | None = None
        self._amount = AmountBox(self._parse)
        self._notice = Notice()
        self.whole.addWidget(self._amount)
        self.whole.addWidget(self._notice)
        self.setFocusProxy(self._amount)
        self._amount.amount_changed.connect(self._pass_on)
        self._amount.submitted.connect(self.submitted)
        self._take_sizes()
        self.retranslate()

    def set_thousands(self, thousands: bool) -> None:
        """Say whether one to four plain digits are thousands of đồng."""
        self.thousands = thousands
        self._amount.read_again()

    def set_lines(self, on: bool) -> None:
        """Ask which items are in a bill, or no longer."""
        if on and self.lines is None:
            self.lines = LinesBox(compact=self.compact)
            self.whole.insertWidget(0, self.lines)
            # Made last, Tab would reach it last: it goes to where the total was, and the total behind it.
            typed = self.lines.field.edit
            QWidget.setTabOrder(self._amount, typed)
            QWidget.setTabOrder(typed, self._amount)
            self.lines.lines_changed.connect(self._fill_from_lines)
            self.lines.submitted.connect(self._leave_lines)
        elif not on and self.lines is not None:
            self.lines.deleteLater()
            self.lines = None

    def bill_lines(self) -> tuple[BillLine, ...]:
        """The items typed into the bill."""
        return () if self.lines is None else self.lines.lines

    def go_on_from(self, other: TotalBox) -> None:
        """Go on with the items typed in another window."""
        if self.lines is None or other.lines is None:
            return
        self.lines.go_on_from(other.lines)
        self._filled_vnd = other._filled_vnd
        if self._filled_vnd is not None:
            with QSignalBlocker(self._amount):
                self._amount.set_amount(self._filled_vnd)
        self.edited.emit(self.text())

    def begin(self) -> None:
        """Go to what is typed first: an item, or the total."""
        if self.lines is None:
            self.enter()
        else:
            self.lines.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter(self) -> None:
        """Put the focus on the total, all of it selected, so that typing replaces it."""
        self._amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._amount.selectAll()

    def clear(self) -> None:
        """Empty it for the next bill, without signals."""
        if self.lines is not None:
            self.lines.clear()
        self._filled_vnd = None
        with QSignalBlocker(self._amount):
            self._amount.set_amount(None)
        self.show_problem("")

    def text(self) -> str:
        """The total, as typed."""
        # With its sign, because thousands mode would read the sum of 500 ₫ as 500.000.
        return self._amount.typed() if self._filled_vnd is None else vnd(self._filled_vnd)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the total; empty takes it back."""
        self._notice.say(sentence)
        self._amount.set_wrong(bool(sentence))

    def event(self, event: QEvent) -> bool:
        """Tell when the window is in front again."""
        if event.type() == QEvent.Type.WindowActivate:
            self.come_back_to.emit()
        return super().event(event)

    def _parse(self, text: str) -> int | object:
        return parse_amount(text, thousands=self.thousands)

    def _pass_on(self) -> None:
        self._filled_vnd = None
        self._notice.say("")
        self.edited.emit(self._amount.typed())

    def _fill_from_lines(self) -> None:
        """Let the sum be the total, unless the cashier has typed one."""
        assert self.lines is not None
        if self._filled_vnd is not None or not self._amount.typed().strip():
            self._filled_vnd = self.lines.sum_vnd if self.lines.lines else None
            with QSignalBlocker(self._amount):
                self._amount.set_amount(self._filled_vnd)
            self._notice.say("")
        self.edited.emit(self.text())

    def _leave_lines(self) -> None:
        if self.text().strip():
            self.submitted.emit()
        else:
            self.enter()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._amount.setAccessibleName(self.tr("Bill total"))

    def _take_sizes(self) -> None:
        self.whole.setSpacing(theme().px(10 if self.compact else 14))
