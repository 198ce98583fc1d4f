"""The bare boxes people type in, and the one box of the counter with its key drawn inside."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from loyalpos.ui.widgets.kept_font import KeepsFont
from loyalpos.ui.widgets.strokes import key_cap_size, paint_key_cap
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Box", "FindBox"]


class Box(KeepsFont, QLineEdit, Themed):
    """A rounded line edit; ``set_wrong`` gives it the red edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrame(False)
        self.follow_theme()

    def set_wrong(self, wrong: bool) -> None:
        """Wear the edge of a box whose content is refused."""
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def is_wrong(self) -> bool:
        """Whether the content is marked as refused."""
        return self.property("wrong") is True

    def follow_theme(self) -> None:
        """Take font and margins from the theme."""
        look = theme()
        self.setFont(look.font("base"))
        self.setTextMargins(look.px(10), look.px(4), look.px(10), look.px(4))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """At least as tall as a target."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme().target))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide, never lower than its text."""
        return QSize(theme().px(72), self.sizeHint().height())


class FindBox(Box):
    """The one box for everything, with the key that leads to it drawn inside."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        self._key = key
        super().__init__(parent)
        self.setAccessibleDescription(key)

    def set_key(self, key: str) -> None:
        """Draw another key inside, or none."""
        self._key = key
        self.setAccessibleDescription(key)
        self.follow_theme()
        self.update()

    def follow_theme(self) -> None:
        """Keep the text clear of the key cap."""
        super().follow_theme()
        look = theme()
        right = key_cap_size(self._key).width() + look.px(20) if self._key else look.px(10)
        self.setTextMargins(look.px(12), look.px(4), right, look.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key cap over the right end."""
        super().paintEvent(event)
        if self._key:
            cap = key_cap_size(self._key)
            left = self.width() - cap.width() - theme().px(14)
            place = QRect(QPoint(left, (self.height() - cap.height()) // 2), cap)
            paint_key_cap(QPainter(self), place, self._key)
