"""A question asked in place before something that cannot simply be taken back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from loyalpos.ui.office.in_sight import bring_into_sight
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words

__all__ = ["Confirm"]


class Confirm(QWidget):
    """What would happen, and the two answers; Esc gives up, Enter alone never agrees.

    Signals:
        agreed(): The person wants it.
        given_up(): The person does not.
    """

    agreed = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked_at: QWidget | None = None
        self._words = Words("", "base", "ink", wrap=True)
        self.yes = ActionButton("", "", Look.DANGER)
        self.no = ActionButton("", "Esc")
        panel = Panel(fill="amber_soft", edge="amber")
        panel.body.addWidget(self._words)
        panel.body.addWidget(WrapRow(self.yes, self.no))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.give_up)
        self.hide()
        self.retranslate()

    def ask(self, sentence: str, answer: str) -> None:
        """Show what would happen and the words of the button that does it."""
        self._words.setText(sentence)
        self.yes.setText(answer)
        self.setAccessibleName(sentence)
        asked_at: QWidget | None = self.window().focusWidget()
        if asked_at is not None and not self.isAncestorOf(asked_at):
            self._asked_at = asked_at
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)

    def add(self, sentence: str) -> None:
        """Say one thing more that became known meanwhile."""
        more = f"{self._words.text()} {sentence}"
        self._words.setText(more)
        self.setAccessibleName(more)

    def sentence(self) -> str:
        """What is asked."""
        return self._words.text()

    def give_up(self) -> None:
        """Take the question away."""
        if not self.isHidden():
            self.hide()
            self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; a question in the old one is gone."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.give_up()
            self.retranslate()

    def _agree(self) -> None:
        asked_at, self._asked_at = self._asked_at, None
        focus: QWidget | None = self.window().focusWidget()
        # Hidden with the focus in it, Qt would let the focus leave the page.
        if focus is not None and self.isAncestorOf(focus) and asked_at is not None and isValid(asked_at):
            asked_at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.agreed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.no.setText(self.tr("Leave it"))
