"""One step of the first start: asks one thing, says what is wrong at its field, writes nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["Step"]


class Step(Translated, QWidget, Themed):
    """What the steps share.

    Signals:
        edited(): What the step asks for was changed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.follow_theme()

    def minimumSizeHint(self) -> QSize:
        """As tall as it is at its width, not as it would be at its narrowest."""
        return QSize(super().minimumSizeHint().width(), 0)

    def title(self) -> str:
        """Say in large letters what is asked."""
        raise NotImplementedError

    def more(self) -> str:
        """Say below it why, or what will come of it."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Name what has the focus when the step begins."""
        raise NotImplementedError

    def begin(self) -> None:
        """Come into view."""
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def complete(self) -> bool:
        """Tell whether the step is answered; if not, say at its field what is wrong."""
        return True

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        raise NotImplementedError

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        self.column.setContentsMargins(0, 0, theme().px(8), 0)
        self.column.setSpacing(theme().px(12))
