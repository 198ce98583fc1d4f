"""Small marks: chips, key caps, the thin progress line."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyalpos.ui.widgets.strokes import key_cap_size, paint_key_cap, paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Chip", "KeyCap", "ProgressLine", "Tone"]


class Tone(Enum):
    """The meaning of a chip's colour; its words always say it too."""

    PLAIN = "plain"
    BRAND = "brand"
    AMBER = "amber"
    RED = "red"

    @property
    def text(self) -> str:
        """Palette name of the text colour."""
        return "quiet" if self is Tone.PLAIN else self.value

    @property
    def ground(self) -> str:
        """Palette name of the soft fill under that text."""
        return f"{self.value}_soft"


class KeyCap(QWidget, Themed):
    """The picture of a key, e.g. F6 or Enter."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def follow_theme(self) -> None:
        """Take the new size."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the name and its box."""
        return key_cap_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        paint_key_cap(QPainter(self), self.rect(), self._text)


class Chip(QWidget, Themed):
    """A short remark on a soft coloured ground, elided (with tooltip) where the row is too narrow."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What the chip says."""
        return self._text

    def set_text(self, text: str, tone: Tone | None = None) -> None:
        """Say something else, perhaps in another tone."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self._name_whole_text()
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take the new size and colours."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        look = theme()
        metrics = QFontMetrics(look.font("small_strong"))
        # Both sides as they are painted: rounded on their own they may be more than the double.
        sides = 2 * look.px(10)
        return QSize(metrics.horizontalAdvance(self._text) + sides + 1, metrics.height() + look.px(5))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), theme().px(64)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the tooltip whether it is needed."""
        super().resizeEvent(event)
        self._name_whole_text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and what fits of the text."""
        look = theme()
        painter = QPainter(self)
        paint_rounded(painter, self.rect(), self.height() // 2, fill=self._tone.ground)
        painter.setFont(look.font("small_strong"))
        painter.setPen(look.colour(self._tone.text))
        room = self.rect().adjusted(look.px(10), 0, -look.px(10), 0)
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)

    def _name_whole_text(self) -> None:
        self.setToolTip(self._text if self.width() < self.sizeHint().width() else "")


class ProgressLine(QWidget, Themed):
    """A thin bar that shows a part of a whole; words beside it say the figures."""

    def __init__(self, tone: Tone = Tone.BRAND, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._part = 0
        self._whole = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, part: int, whole: int) -> None:
        """Show ``part`` of ``whole``; a part beyond it fills the bar."""
        self._whole = max(1, whole)
        self._part = max(0, min(part, self._whole))
        self.setAccessibleDescription(f"{self._part * 100 // self._whole} %")
        self.update()

    def follow_theme(self) -> None:
        """Take the new thickness."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As thin as a line may be and still be seen."""
        return QSize(theme().px(80), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole and the part of it."""
        painter = QPainter(self)
        radius = self.height() // 2
        paint_rounded(painter, self.rect(), radius, fill="line")
        filled = self.rect()
        filled.setWidth(self.width() * self._part // self._whole)
        if filled.width() > 0:
            name = "quiet" if self._tone is Tone.PLAIN else self._tone.value
            paint_rounded(painter, filled, radius, fill=name)
