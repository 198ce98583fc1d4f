"""What is in the bill, typed fast: a part of a name or a code, Enter, and the sum is the total."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.bills import BillLine
from loyalpos.engine.items import Catalogue, line_of
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.typed_lines import added, sum_vnd, typed_line
from loyalpos.ui.counter.panel import CounterPanel, as_data, shortened
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme

__all__ = ["LinesBox"]


class LinesBox(CounterPanel):
    """One field and the lines typed so far.

    Enter adds the item that is named below the field, as often as was typed before it; Backspace in the
    empty field takes the last line back; Enter in the empty field is done with lines.

    Signals:
        lines_changed(): A line came or went.
        submitted(): Enter in the empty field.
    """

    lines_changed = Signal()
    submitted = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._catalogue = Catalogue(())
        self._lines: tuple[BillLine, ...] = ()
        self.field = FieldBox("")
        self._meant = Words("", "small", "quiet", wrap=True)
        self._typed = as_data(Words("", "base", wrap=True))
        self._sum = Words("", "small", "quiet", wrap=True)
        self._column = QVBoxLayout()
        for part in (self.field, self._meant, self._typed, self._sum):
            self._column.addWidget(part)
        self.whole.addLayout(self._column)
        self.field.edited.connect(self._say_meant)
        self.field.submitted.connect(self._take)
        # Not a shortcut: a line edit keeps Backspace to itself, also when it is empty.
        self.field.edit.installEventFilter(self)
        self.setFocusProxy(self.field)
        self._take_sizes()
        self.retranslate()

    @property
    def lines(self) -> tuple[BillLine, ...]:
        """The lines of the bill, in the order they were typed."""
        return self._lines

    @property
    def sum_vnd(self) -> int:
        """What the lines come to."""
        return sum_vnd(self._lines)

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Know these items from now on; lines that were typed stay as they are."""
        self._catalogue = catalogue
        self._say_meant()

    def go_on_from(self, other: LinesBox) -> None:
        """Take what was typed in another window, without signals."""
        self._lines = other.lines
        self._catalogue = other._catalogue
        self.retranslate()

    def clear(self) -> None:
        """Begin the next bill, without signals."""
        self._lines = ()
        self.field.set_text("")
        self.retranslate()

    def add_code(self, code: str) -> bool:
        """Add one of the item a scanned code belongs to; False where no item on sale has it."""
        item = self._catalogue.by_code(code)
        if item is None or not item.active:
            return False
        self._add(line_of(item))
        return True

    def _add(self, line: BillLine) -> None:
        self._lines = added(self._lines, line)
        self.field.set_text("")
        self.retranslate()
        self.lines_changed.emit()

    def _take(self) -> None:
        typed = typed_line(self.field.text(), self._catalogue)
        if typed is None:
            self.submitted.emit()
        elif typed.line is not None:
            self._add(typed.line)
        else:
            words = self.tr("No item on sale is called “{typed}”")
            self.field.show_error(words.format(typed=shortened(typed.sought or self.field.text())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the last line back by Backspace in the empty field."""
        is_back = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Backspace
        if is_back and event.type() == QEvent.Type.KeyPress and not self.field.text() and self._lines:
            self._lines = self._lines[:-1]
            self.retranslate()
            self.lines_changed.emit()
            return True
        return super().eventFilter(watched, event)

    def _say_meant(self) -> None:
        typed = typed_line(self.field.text(), self._catalogue)
        line = None if typed is None else typed.line
        self.field.show_error("")
        self._meant.setVisible(line is not None)
        if line is not None:
            words = self.tr("Enter adds: {line}")
            self._meant.setText(words.format(line=_line_text(line)))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.field.set_label(self.tr("Item · 2* before it for two"))
        self._say_meant()
        self._typed.setText("\n".join(_line_text(line) for line in self._lines))
        self._typed.setVisible(bool(self._lines))
        self._sum.setVisible(bool(self._lines))
        words = self.tr("Items: {sum} · Backspace takes the last one back")
        self._sum.setText(words.format(sum=vnd(self.sum_vnd)))

    def _take_sizes(self) -> None:
        self._column.setSpacing(theme().px(4))


def _line_text(line: BillLine) -> str:
    return f"{group_digits(line.quantity)} × {shortened(line.name)} · {vnd(line.amount_vnd)}"
