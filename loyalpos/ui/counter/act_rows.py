"""The rows of the day's list: time, who, what, points; what was undone says so."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from loyalpos.ui.widgets.marks import Tone
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.theme import theme

__all__ = ["ActLine", "ActRows"]

_Index = QModelIndex | QPersistentModelIndex
_MOST_ROWS = 3
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ActLine(Struct, frozen=True):
    """One act in words; ``undone`` is the word on it, empty while it stands."""

    time: str
    who: str
    what: str
    gained: str
    given: str
    undone: str = ""

    def row(self) -> Row:
        """Say it as a plain row, for screen readers and tooltips."""
        points = " ".join(part for part in (self.gained, self.given) if part)
        return Row(f"{self.time} {self.who}", " · ".join(filter(None, (self.what, self.undone))), points)


class _ActPainter(QStyledItemDelegate):
    """Paints an act in columns, or in two lines where the place is narrow."""

    def __init__(self, acts: ActRows) -> None:
        super().__init__(acts)
        self._acts = acts

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        look = theme()
        text = QFontMetrics(look.font("base")).height()
        if self._acts.compact:
            text += QFontMetrics(look.font("small")).height()
        return QSize(look.px(160), max(look.target, text + look.px(14)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = theme()
        line = self._acts.line(index.row())
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._acts.hasFocus()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, look.colour("over"))
        if chosen:
            paint_rounded(painter, place.adjusted(1, 1, -1, -1), look.px(6), edge="brand", width=2)
        if index.row() > 0:
            painter.fillRect(QRect(place.left(), place.top(), place.width(), 1), look.colour("line"))
        room = place.adjusted(look.space, 0, -look.space, 0)
        room.setRight(self._paint_points(painter, room, line))
        if self._acts.compact:
            self._paint_two_lines(painter, room, line)
        else:
            self._paint_columns(painter, room, line)
        painter.restore()

    def _paint_points(self, painter: QPainter, room: QRect, line: ActLine) -> int:
        look = theme()
        right = room.right()
        if line.undone:
            font = look.font("small_strong")
            metrics = QFontMetrics(font)
            size = QSize(metrics.horizontalAdvance(line.undone) + look.px(20), metrics.height() + look.px(5))
            chip = QRect(
                right - size.width(), room.center().y() - size.height() // 2, size.width(), size.height()
            )
            paint_rounded(painter, chip, chip.height() // 2, fill=Tone.PLAIN.ground)
            painter.setFont(font)
            painter.setPen(look.colour("ink"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, line.undone)
            return chip.left() - look.px(12)
        painter.setFont(look.font("strong"))
        for text, tone in ((line.given, "red"), (line.gained, "brand")):
            if not text:
                continue
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(look.colour(tone))
            painter.drawText(QRect(right - width, room.top(), width + 1, room.height()), int(_RIGHT), text)
            right -= width + look.px(12)
        return right

    def _paint_columns(self, painter: QPainter, room: QRect, line: ActLine) -> None:
        look = theme()
        font = self._font("base", line)
        metrics = QFontMetrics(font)
        time_width = metrics.horizontalAdvance(self._acts.widest_time()) + look.px(28)
        # The first column of words is the same for every row, whatever stands at the right of it.
        who_width = max(look.px(90), (self._acts.viewport().width() - time_width) * 34 // 100)
        columns = (
            (line.time, time_width, "quiet"),
            (line.who, who_width, "quiet" if line.undone else "ink"),
            (line.what, max(0, room.width() - time_width - who_width), "quiet"),
        )
        painter.setFont(font)
        left = room.left()
        for text, width, tone in columns:
            painter.setPen(look.colour(tone))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width - look.px(10)))
            painter.drawText(QRect(left, room.top(), width, room.height()), int(_LEFT), shown)
            left += width

    def _paint_two_lines(self, painter: QPainter, room: QRect, line: ActLine) -> None:
        look = theme()
        above, below = self._font("base", line), self._font("small", line)
        top = room.center().y() - (QFontMetrics(above).height() + QFontMetrics(below).height()) // 2
        texts = ((above, line.who, "ink"), (below, f"{line.time} · {line.what}", "quiet"))
        for font, text, tone in texts:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look.colour("quiet" if line.undone else tone))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.left(), top + metrics.ascent(), shown)
            top += metrics.height()

    @staticmethod
    def _font(role: str, line: ActLine) -> QFont:
        font = theme().font(role)
        font.setStrikeOut(bool(line.undone))
        return font


class ActRows(RowList):
    """The day's acts, newest first; Enter, Space or a click opens what can be done with one.

    Signals:
        entered(): The keys mean the rows now.
        forsaken(): They do no more.
    """

    entered = Signal()
    forsaken = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", most_rows=_MOST_ROWS, parent=parent)
        self._is_brief = False
        # Three rows are asked for; it takes what height there is and scrolls within it.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.compact = compact
        self._lines: tuple[ActLine, ...] = ()
        self.setItemDelegate(_ActPainter(self))

    def be_brief(self, *, on: bool) -> None:
        """Ask for one row's height, and show no second scroll bar beside the column's until it is entered."""
        self._is_brief = on
        self.limit_rows(1 if on else _MOST_ROWS)
        self._show_bar()

    def line(self, place: int) -> ActLine:
        """Give the line at a place, from 0."""
        return self._lines[place]

    def widest_time(self) -> str:
        """The longest time there is: one with its day, where a bill of another day is among them."""
        return max((line.time for line in self._lines), key=len, default="")

    def set_lines(self, lines: Sequence[ActLine]) -> None:
        """Show other acts."""
        self._lines = tuple(lines)
        self.set_rows([line.row() for line in lines])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys mean rows now."""
        super().focusInEvent(event)
        self._show_bar()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that they do no more."""
        super().focusOutEvent(event)
        self._show_bar()
        self.forsaken.emit()

    def _show_bar(self) -> None:
        is_bare = self._is_brief and not self.hasFocus()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if is_bare else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does what Enter does; a key held down does it once."""
        opens = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in opens and event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Space:
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
