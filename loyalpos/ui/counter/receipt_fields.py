"""What a receipt says beside its total: its number, and when it was written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.engine.numbers import NumberProblem, parse_number
from loyalpos.ui.counter.panel import CounterPanel, show_places, stacked_when_large
from loyalpos.ui.widgets.fields import FieldBox, Notice
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.problems import number_problem

__all__ = ["ReceiptFields"]


class ReceiptFields(CounterPanel):
    """Number and time; neither has to be filled in.

    Signals:
        number_edited(str): The receipt number, as typed.
        when_edited(str): The time of a back-dated bill, as typed.
        submitted(): Enter.
    """

    number_edited = Signal(str)
    when_edited = Signal(str)
    submitted = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._number = FieldBox("")
        self._when = FieldBox("")
        # Under both fields, at the whole width: what a number was used for is a long sentence.
        self._number_notice = Notice()
        self._when_notice = Notice()
        self._row = QHBoxLayout()
        for field in (self._number, self._when):
            self._row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.submitted.connect(self.submitted)
        self.whole.addLayout(self._row)
        for notice in (self._number_notice, self._when_notice):
            self.whole.addWidget(notice)
        self._number.edited.connect(self._pass_number_on)
        self._when.edited.connect(self._pass_when_on)
        self._take_sizes()
        self.retranslate()

    def number_text(self) -> str:
        """The receipt number, as typed."""
        return self._number.text()

    def when_text(self) -> str:
        """The bill's time, as typed; empty is now."""
        return self._when.text()

    @property
    def last(self) -> QWidget:
        """The control Tab leaves it from."""
        return self._when.edit

    def enter_number(self) -> None:
        """Put the focus on the receipt number."""
        self._number.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._number.edit.selectAll()

    def enter_when(self) -> None:
        """Put the focus on the bill's time."""
        self._when.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._when.edit.selectAll()

    def clear(self) -> None:
        """Empty both for the next bill, without signals."""
        for field, box in (("number", self._number), ("when", self._when)):
            self.show_problem(field, "")
            box.set_text("")

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong at ``number`` or ``when``; empty takes it back."""
        box, notice = self._number, self._number_notice
        if field == "when":
            box, notice = self._when, self._when_notice
        notice.say(sentence)
        box.edit.set_wrong(bool(sentence))
        if sentence:
            # Once it has its place: it stands below the field, perhaps out of sight.
            QTimer.singleShot(0, notice, partial(show_places, notice, box))

    def _pass_number_on(self, text: str) -> None:
        number = parse_number(text)
        self.show_problem("number", number_problem(number) if isinstance(number, NumberProblem) else "")
        self.number_edited.emit(text)

    def _pass_when_on(self, text: str) -> None:
        self.show_problem("when", "")
        self.when_edited.emit(text)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._number.set_label(self.tr("Receipt no."))
        self._when.set_label(self.tr("Date, time · F7"))
        self._when.edit.setPlaceholderText(self.tr("now"))

    def _take_sizes(self) -> None:
        look = theme()
        self.whole.setSpacing(look.px(10 if self.compact else 14))
        self._row.setSpacing(look.px(10))
        if self.compact:
            stacked_when_large(self._row)
