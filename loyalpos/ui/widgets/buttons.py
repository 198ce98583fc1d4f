"""Buttons that carry their key: primary, secondary, quiet, danger."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.strokes import key_cap_size, paint_key_cap, paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["ActionButton", "Look"]


class Look(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


_FILLS = {
    Look.PRIMARY: ("brand", "brand_over", "brand_down"),
    Look.DANGER: ("red", "red_over", "red_down"),
    Look.SECONDARY: ("card", "over", "down"),
    Look.QUIET: ("", "over", "down"),
}
_TEXTS = {Look.PRIMARY: "on_brand", Look.DANGER: "on_red", Look.SECONDARY: "ink", Look.QUIET: "brand"}


class ActionButton(QPushButton, Themed):
    """A button with its words and, beside them, the key that does the same.

    The key cap is a picture only: the window owns the shortcut. Long words wrap; the button grows.
    ``large=True`` is the one main action of a screen; ``tight=True`` one of several in a narrow row.
    """

    def __init__(
        self,
        text: str,
        key: str = "",
        look: Look = Look.SECONDARY,
        *,
        icon: str = "",
        large: bool = False,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        self._look = look
        self._icon_name = icon
        self._large = large
        self._tight = tight
        # A layout asks for the size of each button dozens of times before it is content.
        self._side: int | None = None
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.follow_theme()

    @property
    def key(self) -> str:
        """The name on the key cap."""
        return self._key

    def setText(self, text: str) -> None:
        """Say something else, to the eye and to a screen reader."""
        if text == self.text():
            return
        super().setText(text)
        self.setAccessibleName(text)
        self._heights.clear()
        self.updateGeometry()

    def set_look(self, look: Look) -> None:
        """Ask more or less to be pressed."""
        self._look = look
        self.update()

    def follow_theme(self) -> None:
        """Take the font and the new size."""
        self.setFont(self._theme_font())
        self._side = None
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _theme_font(self) -> QFont:
        return theme().font("button_large" if self._large else "button")

    def sizeHint(self) -> QSize:
        """Room for the words on one line and the key."""
        width = self._side_width() + self._metrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self._height_of(self._metrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest single word and the key."""
        longest = max((self._metrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(self._side_width() + longest + 2, self._height_of(self._metrics().height()))

    def hasHeightForWidth(self) -> bool:
        """Words wrap, so the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall the button is when it is so wide."""
        if width not in self._heights:
            room = max(1, width - self._side_width())
            self._heights[width] = self._height_of(self._text_box(room).height())
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew in another font, and keep the theme's (see :class:`Words`)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            font = self._theme_font()
            if self.font().pixelSize() != font.pixelSize():
                self.setFont(font)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the mouse is over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the mouse is gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, focus ring, words and key."""
        painter = QPainter(self)
        self._paint_ground(painter)
        ink = _TEXTS[self._look] if self.isEnabled() else "quiet"
        look = theme()
        box = self._text_box(max(1, self.width() - self._side_width()))
        cap = key_cap_size(self._key) if self._key else QSize(0, 0)
        left = (self.width() - box.width() - self._side_width() + 2 * self._padding()) // 2
        if self._icon_name:
            side = self._icon_side()
            place = QRect(left, (self.height() - side) // 2, side, side)
            paint_icon(painter, self._icon_name, look.palette.colour(ink), place)
            left += side + look.gap
        painter.setFont(self.font())
        painter.setPen(look.colour(ink))
        words = QRect(left, 0, box.width() + 2, self.height())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), self.text())
        if self._key:
            cap_left = left + box.width() + look.gap
            place = QRect(cap_left, (self.height() - cap.height()) // 2, cap.width(), cap.height())
            solid = self.isEnabled() and self._look in (Look.PRIMARY, Look.DANGER)
            fill = _FILLS[self._look][0] if solid else "card"
            paint_key_cap(
                painter,
                place,
                self._key,
                ink=ink if solid else "quiet",
                edge=ink if solid else "line",
                fill=fill,
            )

    def _paint_ground(self, painter: QPainter) -> None:
        look = theme()
        place = self.rect().adjusted(1, 1, -1, -1)
        if not self.isEnabled():
            edge = "" if self._look is Look.QUIET else "line"
            paint_rounded(painter, place, look.corner, fill="paper" if edge else "", edge=edge)
            return
        rest, over, down = _FILLS[self._look]
        fill = down if self.isDown() or self.isChecked() else over if self.underMouse() else rest
        edge = "line" if self._look is Look.SECONDARY else ""
        paint_rounded(painter, place, look.corner, fill=fill, edge=edge)
        if self.hasFocus():
            if self._look in (Look.PRIMARY, Look.DANGER):
                inner = place.adjusted(3, 3, -3, -3)
                paint_rounded(painter, inner, look.corner - 3, edge=_TEXTS[self._look], width=2)
            else:
                paint_rounded(painter, place, look.corner, edge="brand", width=2)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    def _padding(self) -> int:
        return theme().px(8 if self._tight or self._look is Look.QUIET else 14)

    def _icon_side(self) -> int:
        return theme().px(22 if self._large else 18)

    def _side_width(self) -> int:
        if self._side is None:
            look = theme()
            self._side = 2 * self._padding()
            if self._key:
                self._side += key_cap_size(self._key).width() + look.gap
            if self._icon_name:
                self._side += self._icon_side() + look.gap
        return self._side

    def _text_box(self, room: int) -> QRect:
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        return self._metrics().boundingRect(QRect(0, 0, room, 10_000), int(flags), self.text())

    def _height_of(self, text_height: int) -> int:
        look = theme()
        least = look.px(60) if self._large else look.target
        return max(least, text_height + look.px(18))
