"""A window of its own that asks one question about the books: what is at stake, and the answers below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QVBoxLayout, QWidget

from loyalpos.ui.widgets.banner import Banner
from loyalpos.ui.widgets.panel import Panel, ScrollArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["QuestionWindow"]


class _Content(QWidget):
    """What scrolls: as tall as it is at its width, not as it would be at its narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class QuestionWindow(Translated, QWidget, Themed):
    """A title, words below it, a banner and a card that scroll; the answers stay in sight.

    Signals:
        left(): The window was closed without an answer.
    """

    left = Signal()

    def __init__(self, beneath: Words, *answers: QWidget, parent: QWidget | None = None) -> None:
        """Make the window.

        Args:
            beneath: The words under the title.
            answers: What stands at the foot, one above the other.
        """
        super().__init__(parent)
        self.title = Words("", "title", wrap=True)
        self.banner = Banner()
        self.card = Panel(" ")
        inside = _Content()
        self._column = QVBoxLayout(inside)
        for row in (self.title, beneath, self.banner, self.card):
            self._column.addWidget(row)
        self._column.addStretch(1)
        self._below = QVBoxLayout()
        for answer in answers:
            self._below.addWidget(answer)
        whole = QVBoxLayout(self)
        # Wrapped words would make the window taller than small screens are.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(inside), 1)
        whole.addLayout(self._below)
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(12))
        self._column.setSpacing(look.px(10))
        self._below.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(16))

    def minimumSizeHint(self) -> QSize:
        """Little: what does not fit scrolls."""
        return QSize(theme().px(360), theme().px(280))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button that has the focus, and asks :meth:`enter` elsewhere; Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if event.isAutoRepeat():
                return
            if isinstance(focused, QAbstractButton):
                focused.click()
            else:
                self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Take Enter where no button has the focus; by itself it answers nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nothing was decided."""
        super().closeEvent(event)
        self.left.emit()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        raise NotImplementedError
