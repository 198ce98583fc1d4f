"""The box for several lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["TextArea"]


class TextArea(QPlainTextEdit, Themed):
    """A rounded box of so many lines; Tab leaves it, more lines scroll.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        self._lines = lines
        self._quiet = False
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        self.follow_theme()

    def show_text(self, text: str) -> None:
        """Put a text in, without a signal; the same one leaves the cursor where it is."""
        if self.toPlainText() != text:
            self._quiet = True
            self.setPlainText(text)
            self._quiet = False

    def follow_theme(self) -> None:
        """Take the font."""
        self.setFont(theme().font("base"))
        self.document().setDocumentMargin(theme().px(8))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for its lines."""
        look = theme()
        height = self._lines * QFontMetrics(look.font("base")).lineSpacing() + look.px(22)
        return QSize(look.px(360), height)

    def minimumSizeHint(self) -> QSize:
        """As high, and some words wide."""
        return QSize(theme().px(160), self.sizeHint().height())

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit()
