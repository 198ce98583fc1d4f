"""What a customer may ask: the terms of sale, return and warranty, and the program in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.ui.counter.panel import CounterPanel
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme

if TYPE_CHECKING:
    from loyalpos.printing.customer.program import Section

__all__ = ["TermsPanel"]


class TermsPanel(CounterPanel):
    """Words to read aloud, or to turn the screen for; Esc goes back.

    Signals:
        left(): Back to the counter.
    """

    left = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._terms = ""
        self._card = Panel(" ")
        self._title = Words("", "strong", wrap=True)
        self._said = Words("", "base", wrap=True)
        self._none = Words("", "base", "quiet", wrap=True)
        self._program = Words("", "base", wrap=True)
        self._cancel = ActionButton("", "Esc")
        for words in (self._said, self._program):
            words.setProperty("for_customers", 1)
        # The way back above the words: the focus stands on it, and the panel shows what has the focus.
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(row)
        for part in (self._said, self._none, self._program):
            self._card.body.addWidget(part)
        if not compact:
            self._card.body.addStretch(1)
        self.whole.addWidget(self._card)
        self._cancel.clicked.connect(self.left)
        self._take_sizes()
        self.retranslate()

    def show_terms(self, terms: str, sections: tuple[Section, ...]) -> None:
        """Show the shop's terms and its program."""
        self._terms = terms
        self._said.setText(terms)
        told = ("\n".join((section.title, *section.sentences)) for section in sections)
        self._program.setText("\n\n".join(told))
        self.retranslate()

    def enter(self) -> None:
        """Let Esc and Enter go back."""
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> tuple[str, str]:
        """The terms and the program, as they are shown."""
        return self._said.text(), self._program.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._card.set_title(self.tr("Terms and program"))
        self._title.setText(self.tr("Sale, return and warranty"))
        self._none.setText(self.tr("The owner has not written any terms yet: that is done in the office."))
        self._cancel.setText(self.tr("Back"))
        self._said.setVisible(bool(self._terms))
        self._none.setVisible(not self._terms)

    def _take_sizes(self) -> None:
        self._card.body.setSpacing(theme().px(12))
