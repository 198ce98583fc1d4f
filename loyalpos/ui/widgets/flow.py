"""Layouts that wrap: chips and buttons run on to the next line where the row is full."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["FlowLayout", "WrapRow"]


class _Measured(NamedTuple):
    """An item with the sizes it asks for."""

    item: QLayoutItem
    hint: QSize
    least: QSize


class FlowLayout(QLayout):
    """Lay items out like words of a text, each line as tall as its tallest item.

    What the items ask for is kept until one of them says that it changed, as Qt's own layouts keep it: a
    page of sentences asks each of them for its height dozens of times before it stands.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._measured: list[_Measured] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    # Qt ends its walks over a layout by asking for one item too many, so None is an answer here.
    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or None."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        """Forget what the items asked for: one of them changed."""
        self._measured = None
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It does not ask for more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How tall the lines are together at a width."""
        if width not in self._heights:
            self._heights[width] = self._placed(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, place: QRect) -> None:
        """Place all items."""
        super().setGeometry(place)
        self._placed(place, move=True)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        shown = self._shown()
        width = sum(each.hint.width() for each in shown) + self.spacing() * max(0, len(shown) - 1)
        return self._with_margins(QSize(width, max((each.hint.height() for each in shown), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802
        """The widest and the tallest item."""
        shown = self._shown()
        width = max((each.least.width() for each in shown), default=0)
        return self._with_margins(QSize(width, max((each.least.height() for each in shown), default=0)))

    def _shown(self) -> list[_Measured]:
        if self._measured is None:
            self._measured = [
                _Measured(item, item.sizeHint(), item.minimumSize())
                for item in self._items
                if not item.isEmpty()
            ]
        return self._measured

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size.grownBy(margins)

    def _placed(self, place: QRect, *, move: bool) -> int:
        room = place.marginsRemoved(self.contentsMargins())
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item, hint, least in self._shown():
            width = min(hint.width(), max(room.width(), least.width()))
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if lines[-1] and used + width > room.width():
                lines.append([])
                used = 0
            lines[-1].append((item, QSize(width, height)))
            used += width + self.spacing()
        top = room.top()
        for line in lines:
            tallest = max((size.height() for _, size in line), default=0)
            left = room.left()
            for item, size in line:
                if move:
                    lower = (tallest - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top + lower), size))
                left += size.width() + self.spacing()
            top += tallest + self.spacing()
        margins = self.contentsMargins()
        return max(0, top - self.spacing() - room.top()) + margins.top() + margins.bottom()


class WrapRow(QWidget, Themed):
    """A row of widgets that wraps; empty it takes no height."""

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_widgets(*widgets)
        self.follow_theme()

    def set_widgets(self, *widgets: QWidget) -> None:
        """Replace what is in the row; what was there is deleted."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in widgets:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._flow.addWidget(widget)
        # Shown before it stands anywhere it would be a window of its own, and take the keyboard.
        if not widgets or self.parentWidget() is not None:
            self.setVisible(bool(widgets))
        self.updateGeometry()

    def widgets(self) -> tuple[QWidget, ...]:
        """What is in the row, in order."""
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        return tuple(widget for item in items if item is not None and (widget := item.widget()) is not None)

    def follow_theme(self) -> None:
        """Take the gap between neighbours."""
        self._flow.setSpacing(theme().gap)
        self.updateGeometry()
