"""A list of rows to choose from: number cap, title, subtitle, a figure at the right."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QImage, QKeyEvent, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.texts import fitting
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Row", "RowList"]

_Index = QModelIndex | QPersistentModelIndex
_LEAST_PERCENT = 85


class Row(Struct, frozen=True):
    """One row; ``right_tone`` names a colour of the palette, ``enabled=False`` cannot be chosen.

    ``wrong`` gives the second line the colour of a refusal.
    """

    title: str
    subtitle: str = ""
    right: str = ""
    right_tone: str = "ink"
    enabled: bool = True
    wrong: bool = False


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def replace(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in (row.title, row.subtitle, row.right) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].enabled:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _RowPainter(QStyledItemDelegate):
    def __init__(self, parent: RowList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        look = theme()
        text = QFontMetrics(look.font("strong")).height()
        if self._list.has_subtitles():
            text += QFontMetrics(look.font("small")).height()
        return QSize(look.px(160), max(look.target, text + look.px(22)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = theme()
        row = self._list.row(index.row())
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = row.enabled and bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.fillRect(place, look.colour("brand_soft" if chosen else "over"))
        if chosen and self._list.hasFocus():
            paint_rounded(painter, place.adjusted(1, 1, -1, -1), look.px(6), edge="brand", width=2)
        if index.row() > 0:
            painter.fillRect(QRect(place.left(), place.top(), place.width(), 1), look.colour("line"))
        room = place.adjusted(look.space, 0, -look.space, 0)
        if self._list.numbered:
            room.setLeft(self._paint_cap(painter, room, index.row(), row))
        if self._list.has_pictures():
            room.setLeft(self._paint_picture(painter, room, index.row(), row))
        room.setRight(self._paint_right(painter, room, row))
        self._paint_words(painter, room, row)
        painter.restore()

    def _paint_cap(self, painter: QPainter, room: QRect, at: int, row: Row) -> int:
        look = theme()
        side = look.px(30)
        cap = QRect(room.left(), room.center().y() - side // 2, side, side)
        name = self._list.number_of(at)
        painter.setFont(look.font("strong"))
        if row.enabled and name:
            paint_rounded(painter, cap, look.px(7), fill="brand_soft")
            painter.setPen(look.colour("brand"))
        else:
            paint_rounded(painter, cap, look.px(7), fill="paper")
            painter.setPen(look.colour("quiet"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, name or "–")
        return cap.right() + look.px(18)

    def _paint_picture(self, painter: QPainter, room: QRect, at: int, row: Row) -> int:
        look = theme()
        side = min(look.px(40), room.height() - look.px(8))
        place = QRect(room.left() - look.px(6), room.center().y() - side // 2, side, side)
        image = self._list.picture_of(at)
        if image is not None:
            painter.save()
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            rounded = QPainterPath()
            rounded.addRoundedRect(place, look.px(7), look.px(7))
            painter.setClipPath(rounded)
            # What cannot be taken just now steps back, as its words do.
            painter.setOpacity(1.0 if row.enabled else 0.55)
            painter.drawImage(place, image)
            painter.restore()
        return place.right() + look.px(12)

    def _paint_right(self, painter: QPainter, room: QRect, row: Row) -> int:
        if not row.right:
            return room.right()
        look = theme()
        painter.setFont(look.font("strong" if row.enabled else "base"))
        painter.setPen(look.colour(row.right_tone if row.enabled else "quiet"))
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(row.right) + 1, room.width() // 2)
        place = QRect(room.right() - width + 1, room.top(), width, room.height())
        shown = metrics.elidedText(row.right, Qt.TextElideMode.ElideRight, width)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
        return place.left() - look.px(12)

    def _paint_words(self, painter: QPainter, room: QRect, row: Row) -> None:
        look = theme()
        title, small = look.font("strong" if row.enabled else "base"), look.font("small")
        lines = [(title, row.title, "ink" if row.enabled else "quiet")]
        if row.subtitle:
            lines.append((small, row.subtitle, "red" if row.wrong else "quiet"))
        top = room.center().y() - sum(QFontMetrics(font).height() for font, _, _ in lines) // 2
        for usual, text, tone in lines:
            font = fitting(usual, text, room.width(), _LEAST_PERCENT)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look.colour(tone))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.left(), top + metrics.ascent(), shown)
            top += metrics.height()


class RowList(QListView, Themed):
    """Rows chosen by mouse, touch, Up/Down and Enter, and, when numbered, by 1–9 while it has focus.

    It is as tall as its rows; ``most_rows`` limits that and scrolls.

    Signals:
        chosen(int): The row, from 0, that a person took.
        left_upwards(): Up was pressed on the first row; the box above takes the focus back.
        left(): Escape was pressed.
    """

    chosen = Signal(int)
    left_upwards = Signal()
    left = Signal()

    def __init__(
        self, name: str, *, numbered: bool = False, most_rows: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.numbered = numbered
        self._most_rows = most_rows
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowPainter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(self._take_clicked)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; no row is selected then."""
        self._rows.replace(tuple(rows))
        self.updateGeometry()
        self._place_rows()

    def limit_rows(self, most_rows: int) -> None:
        """Ask for the height of other so many rows."""
        if most_rows != self._most_rows:
            self._most_rows = most_rows
            self.updateGeometry()

    def row(self, at: int) -> Row:
        """The row at a place, from 0."""
        return self._rows.rows[at]

    def count(self) -> int:
        """How many rows are shown."""
        return len(self._rows.rows)

    def has_subtitles(self) -> bool:
        """Whether any row has a second line; then all are as tall."""
        return any(row.subtitle for row in self._rows.rows)

    def number_of(self, at: int) -> str:
        """The digit that takes a row, counting those that can be taken; empty beyond nine."""
        if not self._rows.rows[at].enabled:
            return ""
        number = sum(row.enabled for row in self._rows.rows[: at + 1])
        return str(number) if number <= 9 else ""

    def picture_of(self, _at: int) -> QImage | None:
        """The square picture of a row; where any row has one, all leave it its place."""
        return None

    def has_pictures(self) -> bool:
        """Whether any row has a picture."""
        return False

    def take_number(self, number: int) -> bool:
        """Choose by number (1–9); False where no row has it."""
        for at in range(self.count()):
            if self.number_of(at) == str(number):
                self.chosen.emit(at)
                return True
        return False

    def enter(self) -> bool:
        """Take the focus and select the first row that can be taken; False if there is none."""
        for at in range(self.count()):
            if self.row(at).enabled:
                self.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.setCurrentIndex(self._rows.index(at))
                return True
        return False

    def follow_theme(self) -> None:
        """Take the new row height."""
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as the rows, up to ``most_rows``."""
        shown = min(self.count(), self._most_rows) if self._most_rows else self.count()
        return QSize(theme().px(240), shown * self._row_height())

    def minimumSizeHint(self) -> QSize:
        """The same height: rows are not hidden by a tight layout, unless they scroll anyway."""
        shown = min(self.count(), 1) if self._most_rows else self.count()
        return QSize(theme().px(160), shown * self._row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows in the new room."""
        super().resizeEvent(event)
        self._place_rows()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by Tab selects the first row, so that the keys have a place."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Enter, Escape and 1–9."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid() and self.row(self.currentIndex().row()).enabled:
                self.chosen.emit(self.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Up and not self._has_enabled_above():
            self.clearSelection()
            self.left_upwards.emit()
        elif self.numbered and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.take_number(int(key) - int(Qt.Key.Key_0))
        else:
            super().keyPressEvent(event)

    def _place_rows(self) -> None:
        """Place the rows now: left to itself the view does it while it is painted, and is painted again."""
        if self.isVisible():
            self.executeDelayedItemsLayout()

    def _has_enabled_above(self) -> bool:
        at = self.currentIndex().row()
        return any(row.enabled for row in self._rows.rows[: max(0, at)])

    def _row_height(self) -> int:
        delegate = self.itemDelegate()
        return delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()

    def _take_clicked(self, index: QModelIndex) -> None:
        if self.row(index.row()).enabled:
            self.chosen.emit(index.row())
