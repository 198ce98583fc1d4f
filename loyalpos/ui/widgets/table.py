"""Columns of words and figures, figures in Inter with digits of equal width."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Cell", "Column", "Table"]

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


_AT_THE_EDGE = 6


class Column(Struct, frozen=True):
    """A column: its heading, whether it holds figures (right-aligned), whether it takes the spare width."""

    heading: str
    figures: bool = False
    wide: bool = False


class Cell(Struct, frozen=True):
    """A cell's text, its colour in the palette, and whether it is bold."""

    text: str
    tone: str = "ink"
    strong: bool = False


class _Cells(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[tuple[Cell, ...], ...] = ()

    def replace(self, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> None:
        self.beginResetModel()
        self.columns, self.rows = columns, rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell, column = self.rows[index.row()][index.column()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(cell.tone)
        if role == Qt.ItemDataRole.FontRole:
            kind = "figure" if column.figures else "base"
            strong = "figure_strong" if column.figures else "strong"
            return theme().font(strong if cell.strong else kind)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figures else _LEFT
        if role == Qt.ItemDataRole.FontRole:
            return theme().font("small_strong")
        return None


class Table(QTableView, Themed):
    """A read-only table; rows are opened by Enter or a click.

    With ``all_rows=True`` it is as tall as its rows and the page scrolls instead of the table.

    Signals:
        opened(int): The row, from 0, that a person opened.
    """

    opened = Signal(int)

    def __init__(self, name: str, *, all_rows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all_rows = all_rows
        self._cells = _Cells(self)
        self.setModel(self._cells)
        if all_rows:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setAccessibleName(name)
        self.clicked.connect(self._open_clicked)
        self.follow_theme()

    def set_rows(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Show other columns and rows."""
        self._cells.replace(tuple(columns), tuple(tuple(row) for row in rows))
        header = self.horizontalHeader()
        for at, column in enumerate(columns):
            content = QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed if column.wide else content)
        self._share_width()
        self.updateGeometry()

    def follow_theme(self) -> None:
        """Take the row height."""
        look = theme()
        self.verticalHeader().setDefaultSectionSize(look.target)
        self.horizontalHeader().setMinimumSectionSize(look.px(48))
        self.viewport().update()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Head and two rows, or all of them."""
        return QSize(theme().px(200), self._height_of(2))

    def sizeHint(self) -> QSize:
        """Head and eight rows, or all of them."""
        return QSize(theme().px(480), self._height_of(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; the last one's line would stand double beside the table's edge."""
        super().paintEvent(event)
        last, view = self._cells.rowCount() - 1, self.viewport()
        ends = self.rowViewportPosition(last) + self.rowHeight(last)
        if last >= 0 and 0 <= view.height() - ends <= theme().px(_AT_THE_EDGE):
            QPainter(view).fillRect(0, ends - 1, view.width(), 1, theme().colour("card"))

    def _height_of(self, rows: int) -> int:
        if self._all_rows:
            rows = self._cells.rowCount()
        header = self.horizontalHeader()
        # Where the columns do not fit, the bar under them must not cover the last row.
        bar = self.horizontalScrollBar().sizeHint().height() if header.length() > self.width() else 0
        return header.sizeHint().height() + rows * theme().target + bar + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the wide columns what is left."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        # Not Qt's Stretch: it squeezes the column to nothing before the table scrolls.
        columns = self._cells.columns
        wide = [at for at, column in enumerate(columns) if column.wide]
        if not wide:
            return
        header = self.horizontalHeader()
        taken = sum(header.sectionSize(at) for at in range(len(columns)) if at not in wide)
        each, most = (self.viewport().width() - taken) // len(wide), theme().px(140)
        for at in wide:
            # Its words and no more: a column without any would push the last one out of sight.
            words = max(self.sizeHintForColumn(at), header.sectionSizeHint(at)) if each < most else 0
            header.resizeSection(at, max(each, min(words, most)))
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row Enter would open: Qt only frames a cell of it."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if current.isValid() and not self.selectionModel().hasSelection():
            self.selectRow(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _open_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
