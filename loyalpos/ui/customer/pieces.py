"""What the faces of the customers' screen are put together of: words that fill their room, grounds, codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from loyalpos.printing.qr import paint_qr, paint_text_qr
from loyalpos.ui.widgets.fonts import TypeRole, made_font
from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.palette import mixed
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["HIGH", "LOW", "MIDDLE", "Bar", "Code", "Ground", "Mark", "Says", "hero_tone"]

MIDDLE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LOW: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
HIGH: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEAST_PX: Final = 9
_REST = 1_000_000


def hero_tone() -> str:
    """Name the colour of text on the shop's own ground, which is quiet in the dark."""
    return "ink" if theme().palette.dark else "on_brand"


class Says(QLabel, Themed):
    """Words that take the room they are given: as large as wanted, wrapped, and smaller where they must.

    The tone ``hero`` is that of text on the shop's own ground.
    """

    def __init__(
        self,
        size_px: int,
        weight: int = 400,
        tone: str = "ink",
        alignment: Qt.AlignmentFlag = MIDDLE,
    ) -> None:
        """Make the words.

        Args:
            size_px: Their size where there is room, on a screen of 1366 × 768.
        """
        super().__init__()
        self._size_px, self._weight, self._tone = size_px, weight, tone
        self._unit = 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(alignment)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(1, 1)
        self.follow_theme()

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        self._tone = tone
        self.follow_theme()

    def set_unit(self, unit: float) -> None:
        """Take the size of the screen, 1.0 being 1366 × 768."""
        self._unit = unit
        self._fit()

    def say(self, text: str, *, is_data: bool = False) -> None:
        """Say something; nothing takes no room.

        Args:
            is_data: It is a name or a figure, not words of the catalogue.
        """
        self.setProperty("data", is_data)
        self.setVisible(bool(text))
        if text != self.text():
            self.setText(text)
            self._fit()

    def follow_theme(self) -> None:
        """Take the colour from the theme."""
        palette = QPalette(self.palette())
        tone = hero_tone() if self._tone == "hero" else self._tone
        palette.setColor(QPalette.ColorRole.WindowText, theme().colour(tone))
        self.setPalette(palette)
        self._fit()

    def sizeHint(self) -> QSize:
        """No wish of their own: the layout gives the room."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """As little."""
        return QSize(1, 1)

    def hasHeightForWidth(self) -> bool:
        """They shrink instead of growing."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        font = self._font(self._fitting_px())
        if font != self.font():
            self.setFont(font)

    def _fitting_px(self) -> int:
        wanted = max(_LEAST_PX, round(self._size_px * self._unit))
        room = self.contentsRect()
        if not self.text() or self._fits(wanted, room):
            return wanted
        least = _LEAST_PX
        while wanted - least > 1:
            tried = (wanted + least) // 2
            if self._fits(tried, room):
                least = tried
            else:
                wanted = tried
        return least

    def _fits(self, size_px: int, room: QRect) -> bool:
        metrics = QFontMetrics(self._font(size_px))
        flags = int(Qt.TextFlag.TextWordWrap)
        needs = metrics.boundingRect(QRect(0, 0, room.width(), _REST), flags, self.text())
        return needs.width() <= room.width() and needs.height() <= room.height()

    def _font(self, size_px: int) -> QFont:
        return made_font(TypeRole(size_px, self._weight), 100)


class Ground(QWidget, Themed):
    """The ground other pieces stand on: ``hero`` is the shop's colour to the edges, others round cards."""

    def __init__(self, fill: str, edge: str = "") -> None:
        super().__init__()
        self._fill, self._edge = fill, edge
        self._corner = 24
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_unit(self, unit: float) -> None:
        """Take the size of the screen."""
        self._corner = round(24 * unit)
        self.update()

    def follow_theme(self) -> None:
        """Take the colours."""
        self.update()

    def sizeHint(self) -> QSize:
        """No wish of its own."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """As little."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        if self._fill == "hero":
            _paint_hero(painter, self.rect())
        else:
            paint_rounded(painter, self.rect(), self._corner, fill=self._fill, edge=self._edge)


def _paint_hero(painter: QPainter, place: QRect) -> None:
    """Paint the shop's colour, a little livelier than one tone; text on it stays readable everywhere."""
    palette = theme().palette
    near, far = (palette.brand_soft, mixed(palette.brand_soft, palette.paper, 45))
    if not palette.dark:
        near, far = palette.brand, palette.brand_down
    gradient = QLinearGradient(place.topLeft(), place.bottomRight())
    gradient.setColorAt(0, QColor(near))
    gradient.setColorAt(1, QColor(far))
    painter.fillRect(place, gradient)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    # Between the two colours, so that contrast is that of one of them.
    painter.setBrush(QColor(mixed(near, far, 60)))
    side = max(place.width(), place.height())
    painter.drawEllipse(
        QRect(place.right() - side * 2 // 5, place.top() - side // 4, side * 3 // 5, side * 3 // 5)
    )
    painter.setBrush(QColor(mixed(near, far, 30)))
    painter.drawEllipse(
        QRect(place.left() - side // 5, place.bottom() - side // 5, side * 2 // 5, side * 2 // 5)
    )


class Code(QWidget):
    """A code for a camera, black on white whatever the colours are, as large as its room allows.

    A card's code is painted in the symbol scanners know, any other text in one for cameras.
    """

    def __init__(self) -> None:
        super().__init__()
        self._paint: Callable[[QPainter, QRectF, str], None] = paint_text_qr
        self._code = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str) -> None:
        """Show any text; empty shows nothing."""
        self._take(text, paint_text_qr)

    def show_card(self, code: str) -> None:
        """Show the code of a card."""
        self._take(code, paint_qr)

    @property
    def code(self) -> str:
        """What a camera would read."""
        return self._code

    def sizeHint(self) -> QSize:
        """No wish of its own."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """As little."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the white tile and the code."""
        if not self._code:
            return
        side = min(self.width(), self.height())
        tile = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(tile, side / 20, side / 20)
        painter.fillPath(ground, Qt.GlobalColor.white)
        self._paint(painter, tile, self._code)

    def _take(self, text: str, paint: Callable[[QPainter, QRectF, str], None]) -> None:
        self._code, self._paint = text, paint
        self.setVisible(bool(text))
        self.update()


class Mark(QWidget, Themed):
    """A round mark with a drawing in it."""

    def __init__(self, icon: str, *, strong: bool = False) -> None:
        super().__init__()
        self._icon, self._strong = icon, strong
        self.setFixedSize(40, 40)

    def draw(self, icon: str, *, strong: bool) -> None:
        """Show another drawing."""
        self._icon, self._strong = icon, strong
        self.update()

    def set_unit(self, unit: float) -> None:
        """Take the size of the screen."""
        side = max(18, round(54 * unit))
        self.setFixedSize(side, side)

    def follow_theme(self) -> None:
        """Take the colours."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle and the drawing."""
        painter, side = QPainter(self), self.width()
        fill, ink = ("brand", "on_brand") if self._strong else ("brand_soft", "brand")
        paint_rounded(painter, self.rect(), side // 2, fill=fill)
        inner = side * 11 // 20
        place = QRect(0, 0, inner, inner)
        place.moveCenter(self.rect().center())
        paint_icon(painter, self._icon, theme().palette.colour(ink), place)


class Bar(QWidget, Themed):
    """How far it is to something; the words beside it say the figures."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._whole = 0, 1
        self.set_unit(1.0)

    def set_part(self, part: int, whole: int) -> None:
        """Show ``part`` of ``whole``."""
        self._whole = max(1, whole)
        self._part = max(0, min(part, self._whole))
        self.update()

    def set_unit(self, unit: float) -> None:
        """Take the size of the screen."""
        self.setFixedHeight(max(5, round(14 * unit)))

    def follow_theme(self) -> None:
        """Take the colours."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole and the part of it."""
        painter, radius = QPainter(self), self.height() // 2
        paint_rounded(painter, self.rect(), radius, fill="plain_soft")
        filled = self.rect()
        filled.setWidth(max(self.height(), self.width() * self._part // self._whole))
        paint_rounded(painter, filled, radius, fill="brand")
