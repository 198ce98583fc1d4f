"""The office's list of places at the left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.texts import Elided
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["SideBar"]


class _Place(QAbstractButton, Themed):
    def __init__(self, text: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.count = 0
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_count(self, count: int) -> None:
        self.count = count
        self.setAccessibleName(f"{self.text()} ({count})" if count else self.text())
        self.updateGeometry()
        self.update()

    def follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Space presses a button; in a list of places Enter is what people try.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        look = theme()
        metrics = QFontMetrics(look.font("strong"))
        icon = look.px(30) if self._icon else 0
        width = metrics.horizontalAdvance(self.text()) + look.px(28) + icon + self._count_width()
        return QSize(width, max(look.target, metrics.height() + look.px(16)))

    def minimumSizeHint(self) -> QSize:
        # Large letters on a low screen: the places move together before one is cut off.
        return QSize(theme().px(96), QFontMetrics(theme().font("strong")).height() + theme().px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        here = self.isChecked()
        fill = "brand_soft" if here else "over" if self.underMouse() else ""
        paint_rounded(painter, self.rect(), look.px(8), fill=fill)
        if self.hasFocus():
            paint_rounded(painter, self.rect(), look.px(8), edge="brand", width=2)
        room = self.rect().adjusted(look.px(12), 0, -look.px(12), 0)
        ink = "brand" if here else "ink"
        if self._icon:
            place = room.adjusted(0, 0, 0, 0)
            place.setWidth(look.px(20))
            paint_icon(painter, self._icon, look.palette.colour("brand" if here else "quiet"), place)
            room.setLeft(room.left() + look.px(30))
        if self.count:
            self._paint_count(painter, room)
            room.setRight(room.right() - self._count_width())
        painter.setFont(look.font("strong" if here else "base"))
        painter.setPen(look.colour(ink))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _count_width(self) -> int:
        if not self.count:
            return 0
        look = theme()
        return QFontMetrics(look.font("small_strong")).horizontalAdvance(str(self.count)) + look.px(22)

    def _paint_count(self, painter: QPainter, room: QRect) -> None:
        look = theme()
        height = QFontMetrics(look.font("small_strong")).height() + look.px(4)
        width = max(height, self._count_width() - look.px(8))
        place = QRect(room.right() - width + 1, room.center().y() - height // 2, width, height)
        paint_rounded(painter, place, height // 2, fill="amber_soft")
        painter.setFont(look.font("small_strong"))
        painter.setPen(look.colour("amber"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self.count))


class SideBar(QWidget, Themed):
    """Places to go, one of them the present one; Up and Down walk, Enter, Space or a click go.

    Signals:
        went_to(str): The name of the place a person chose.
    """

    went_to = Signal(str)

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Elided(heading, "heading")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addStretch(1)
        self._group = QButtonGroup(self)
        self._places: dict[str, _Place] = {}
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.follow_theme()

    def set_heading(self, heading: str) -> None:
        """Show another shop's name."""
        self._heading.setText(heading)

    def set_places(self, places: Sequence[tuple[str, str, str]]) -> None:
        """List the places, each (name, words, icon or empty); the present one stays if it is there."""
        present = self.present()
        for old in self._places.values():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._places.clear()
        for name, text, icon in places:
            place = _Place(text, icon, self)
            place.set_count(self._counts.get(name, 0))
            place.clicked.connect(partial(self.went_to.emit, name))
            self._group.addButton(place)
            self._column.insertWidget(self._column.count() - 1, place)
            self._places[name] = place
        if present in self._places:
            self.go_to(present)

    def present(self) -> str:
        """The name of the present place, empty if none."""
        return next((name for name, place in self._places.items() if place.isChecked()), "")

    def set_count(self, name: str, count: int) -> None:
        """Show beside a place how much waits there; 0 shows nothing."""
        self._counts[name] = count
        self._places[name].set_count(count)

    def go_to(self, name: str) -> None:
        """Mark a place as the present one, without a signal."""
        self._places[name].setChecked(True)

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._column.setContentsMargins(look.px(12), look.px(18), look.px(12), look.px(12))
        self._column.setSpacing(look.px(2))
        self._heading.setContentsMargins(look.px(12), 0, look.px(12), look.px(14))
        self.setMinimumWidth(look.px(150))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line at its right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("card"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().colour("line"))
