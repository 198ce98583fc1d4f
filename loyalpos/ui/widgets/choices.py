"""Ticks, switches and drop-down choices."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Combo", "Switch", "Tick"]


class Tick(QCheckBox, Themed):
    """A box to tick, with a sentence that wraps; the whole of it can be clicked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow_theme()

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def follow_theme(self) -> None:
        """Take the font and the new size."""
        self.setFont(theme().font("base"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The sentence on one line."""
        width = self._mark_size().width() + theme().px(14) + self._metrics().horizontalAdvance(self.text())
        return QSize(width + 2, self._height_of(self._metrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        longest = max((self._metrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        width = self._mark_size().width() + theme().px(14) + longest
        return QSize(width + 2, self._height_of(self._metrics().height()))

    def hasHeightForWidth(self) -> bool:
        """The sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall it is when it is so wide."""
        room = max(1, width - self._mark_size().width() - theme().px(14))
        box = self._metrics().boundingRect(QRect(0, 0, room, 10_000), self._flags(), self.text())
        return self._height_of(box.height())

    def hitButton(self, pos: QPoint) -> bool:
        """The sentence belongs to the target."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark, the focus ring and the sentence."""
        look = theme()
        painter = QPainter(self)
        size = self._mark_size()
        mark = QRect(QPoint(2, (self.height() - size.height()) // 2), size)
        self._paint_mark(painter, mark)
        if self.hasFocus():
            ring = mark.adjusted(-2, -2, 2, 2)
            paint_rounded(painter, ring, self._mark_corner() + 2, edge="ink", width=2)
        painter.setFont(self.font())
        painter.setPen(look.colour("ink" if self.isEnabled() else "quiet"))
        room = self.rect().adjusted(size.width() + look.px(14), 0, 0, 0)
        painter.drawText(room, self._flags(), self.text())

    def _paint_mark(self, painter: QPainter, mark: QRect) -> None:
        look = theme()
        corner = self._mark_corner()
        if self.isChecked():
            paint_rounded(painter, mark, corner, fill="brand" if self.isEnabled() else "quiet")
            inner = mark.adjusted(2, 2, -2, -2)
            paint_icon(
                painter, "tick", look.palette.colour("on_brand" if self.isEnabled() else "card"), inner
            )
        else:
            fill = "over" if self.underMouse() else "card"
            paint_rounded(painter, mark, corner, fill=fill, edge="quiet", width=2)

    def _mark_corner(self) -> int:
        return theme().px(6)

    def _mark_size(self) -> QSize:
        return QSize(theme().px(24), theme().px(24))

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font())

    @staticmethod
    def _flags() -> int:
        return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)

    @staticmethod
    def _height_of(text_height: int) -> int:
        return max(theme().target, text_height + theme().px(12))


class Switch(Tick):
    """The same as a tick, drawn as a switch: something that is on or off from now."""

    def _mark_corner(self) -> int:
        return self._mark_size().height() // 2

    def _mark_size(self) -> QSize:
        return QSize(theme().px(44), theme().px(26))

    def _paint_mark(self, painter: QPainter, mark: QRect) -> None:
        look = theme()
        corner = self._mark_corner()
        gap = look.px(3)
        knob = QRect(mark.left() + gap, mark.top() + gap, mark.height() - 2 * gap, mark.height() - 2 * gap)
        if self.isChecked():
            fill = "brand" if self.isEnabled() else "quiet"
            paint_rounded(painter, mark, corner, fill=fill)
            knob.moveRight(mark.right() - gap)
            paint_rounded(painter, knob, corner, fill="on_brand" if self.isEnabled() else "card")
            paint_icon(painter, "tick", look.palette.colour(fill), knob.adjusted(3, 3, -3, -3))
        else:
            fill = "over" if self.underMouse() else "card"
            paint_rounded(painter, mark, corner, fill=fill, edge="quiet", width=2)
            paint_rounded(painter, knob.adjusted(1, 1, -1, -1), corner, fill="quiet")


class Combo(QComboBox, Themed):
    """A drop-down choice; the wheel does not change it by accident while a page scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        # Only the default delegate of a plain list heeds the sheet's item heights.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take the font and the new size."""
        self.setFont(theme().font("strong"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """At least as tall as a target, and where the choices give the width, as wide as the widest."""
        hint = super().sizeHint()
        width = hint.width()
        if self.sizeAdjustPolicy() is not self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon:
            rows = range(self.count())
            width = max(width, max((self.width_of(self.itemText(at)) for at in rows), default=0))
        return QSize(width, max(hint.height(), theme().target))

    def width_of(self, words: str) -> int:
        """How wide it is with some words in sight: Qt's own wish may be a pixel short of them."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self.fontMetrics().horizontalAdvance(words) + 2 + option.rect.width() - self._room(option)

    def minimumSizeHint(self) -> QSize:
        """The same height, even when narrow."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits of the choice, ended in …, and the chevron where the sheet leaves room."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, self._room(option)
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        look = theme()
        side = look.px(16)
        place = QRect(self.width() - side - look.px(10), (self.height() - side) // 2, side, side)
        paint_icon(painter, "chevron", look.palette.colour("quiet"), place)

    def _room(self, option: QStyleOptionComboBox) -> int:
        box, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(box, option, field, self).width()
