"""A column of panels that scrolls only where its words, wrapped at its width, need more height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.counter.panel import show_places
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.theme import theme

__all__ = ["Column", "Snug", "scrolled", "show_opened", "show_whole"]


class Column(QWidget):
    """Panels under each other, as tall as they are at the width they get."""

    def __init__(self, *panels: QWidget) -> None:
        super().__init__()
        self.parts = QVBoxLayout(self)
        self.parts.setContentsMargins(0, 0, 0, 0)
        for panel in panels:
            self.parts.addWidget(panel)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the panels out anew: Qt forgets the wish of a layout that changed out of sight."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._lay_out)

    def _lay_out(self) -> None:
        self.parts.activate()

    def minimumSizeHint(self) -> QSize:
        """Ask for width only where words wrap: Qt would take the height they have at their narrowest."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0 if self.hasHeightForWidth() else least.height())


class _Scrolled(ScrollArea):
    """A column that scrolls, and keeps what has the focus in sight when its own height changes.

    What was just opened goes before the focus, until the next key or until the focus moves.
    """

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self._opened: tuple[QWidget, ...] = ()
        self._opener: QWidget | None = None

    def follow(self, opened: tuple[QWidget, ...]) -> None:
        """Keep in sight what was opened, however often the layouts find another height for it."""
        self._opened, self._opener = opened, QApplication.focusWidget()
        if self._opener is not None:
            self._opener.installEventFilter(self)
        QTimer.singleShot(0, self, self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the focus: a question above may have pushed it out."""
        super().resizeEvent(event)
        self._follow()

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the focus too where the panels above it grow."""
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._follow)
        return super().viewportEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn back to the focus with the next key."""
        if event.type() == QEvent.Type.KeyPress:
            watched.removeEventFilter(self)
            if watched is self._opener:
                self._opened = ()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        focus = QApplication.focusWidget()
        if self._opened and focus is self._opener and all(part.isVisible() for part in self._opened):
            show_places(*self._opened)
            return
        self._opened = ()
        if focus is not None and self.isAncestorOf(focus):
            show_whole(focus)


class Snug(_Scrolled):
    """A column exactly as tall as its panels where there is room; where not, it scrolls."""

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self._column = column
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """Ask for the height of the panels at the width there is."""
        whole = self._column.sizeHint()
        wraps = self._column.hasHeightForWidth()
        tall = self._column.heightForWidth(self.viewport().width()) if wraps else whole.height()
        return QSize(whole.width(), tall)

    def minimumSizeHint(self) -> QSize:
        """Need the width of the panels; a long question above may take nearly all the height."""
        width = self._column.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew: another width needs another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def viewportEvent(self, event: QEvent) -> bool:
        """Grow and shrink with the panels."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().viewportEvent(event)


def scrolled(*panels: QWidget) -> tuple[ScrollArea, Column]:
    """Put panels into a column that scrolls."""
    column = Column(*panels)
    return _Scrolled(column), column


def show_whole(control: QWidget) -> None:
    """Scroll the column a control stands in until it can be seen."""
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, ScrollArea) and isinstance(column := above.widget(), Column):
            room = above.viewport().height()
            if control.height() > room:
                # As much as matters: the current row, the line that is typed.
                above.ensureWidgetVisible(control, 0, 0)
                return
            # Where it just fits, a margin at one end would cut it at the other.
            margin = min(theme().space, (room - control.height()) // 2)
            top = control.mapTo(column, QPoint(0, 0)).y() - margin
            bar = above.verticalScrollBar()
            bar.setValue(min(max(bar.value(), top + control.height() + 2 * margin - room), top))
            return
        above = above.parentWidget()


def show_opened(*controls: QWidget) -> None:
    """Scroll until what was just opened can be seen; where not all can be, the last of them."""
    above = controls[-1].parentWidget()
    while above is not None and not isinstance(above, _Scrolled):
        above = above.parentWidget()
    if isinstance(above, _Scrolled):
        above.follow(controls)
