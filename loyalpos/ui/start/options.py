"""A few large options, one of them chosen: by arrow, by digit or by finger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.strokes import key_cap_size, paint_key_cap, paint_rounded
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Options"]


class _Option(QAbstractButton, Themed):
    """A row with its digit, a name and a remark."""

    def __init__(self, digit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._digit = digit
        self._remark = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, name: str, remark: str) -> None:
        self._remark = remark
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(remark)
        self.updateGeometry()

    def follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max(
            QFontMetrics(theme().font("strong")).horizontalAdvance(self.text()),
            QFontMetrics(theme().font("small")).horizontalAdvance(self._remark),
        )
        return QSize(width + self._left() + theme().px(48), self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self.heightForWidth(10_000))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._left() - theme().px(44)
        return max(theme().target, sum(self._heights(room)) + theme().px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        here = self.isChecked()
        fill = "brand_soft" if here else "over" if self.underMouse() else "card"
        place = self.rect().adjusted(1, 1, -1, -1)
        edge = "brand" if here or self.hasFocus() else "line"
        paint_rounded(painter, place, look.corner, fill=fill, edge=edge, width=2 if edge == "brand" else 1)
        cap = key_cap_size(self._digit)
        top = (self.height() - cap.height()) // 2
        paint_key_cap(painter, QRect(look.px(14), top, cap.width(), cap.height()), self._digit)
        room = self.rect().adjusted(self._left(), 0, -look.px(44), 0)
        name_height, remark_height = self._heights(room.width())
        line = (self.height() - name_height - remark_height) // 2
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("brand" if here else "ink"))
        painter.drawText(QRect(room.left(), line, room.width(), name_height), flags, self.text())
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("quiet"))
        below = QRect(room.left(), line + name_height, room.width(), remark_height)
        painter.drawText(below, flags, self._remark)
        if here:
            side = look.px(22)
            tick = QRect(self.width() - side - look.px(14), (self.height() - side) // 2, side, side)
            paint_icon(painter, "tick", look.palette.colour("brand"), tick)

    def _left(self) -> int:
        return theme().px(14) + key_cap_size(self._digit).width() + theme().px(14)

    def _heights(self, room: int) -> tuple[int, int]:
        flags = int(Qt.TextFlag.TextWordWrap)
        box = QRect(0, 0, max(1, room), 10_000)
        name = QFontMetrics(theme().font("strong")).boundingRect(box, flags, self.text()).height()
        if not self._remark:
            return name, 0
        return name, QFontMetrics(theme().font("small")).boundingRect(box, flags, self._remark).height()


class Options(QWidget, Themed):
    """Options in a column; Up and Down and the digits choose.

    Signals:
        chosen(str): The name of the option a person chose.
    """

    chosen = Signal(str)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._options = {name: _Option(str(at), self) for at, name in enumerate(names, start=1)}
        for name, option in self._options.items():
            self._group.addButton(option)
            self._column.addWidget(option)
            option.clicked.connect(partial(self.chosen.emit, name))
        self.choose(self._names[0])
        self.follow_theme()

    def say(self, name: str, words: str, remark: str = "") -> None:
        """Name an option and say more about it."""
        self._options[name].say(words, remark)

    def choice(self) -> str:
        """The name of the chosen option."""
        return next(name for name, option in self._options.items() if option.isChecked())

    def choose(self, name: str) -> None:
        """Choose an option without a signal."""
        self._options[name].setChecked(True)
        self.setFocusProxy(self._options[name])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, jump with the digits."""
        at = self._names.index(self.choice())
        typed = event.text()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._take((at + step) % len(self._names))
        elif len(typed) == 1 and typed in "123456789" and int(typed) <= len(self._names):
            self._take(int(typed) - 1)
        else:
            super().keyPressEvent(event)

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().gap)

    def _take(self, at: int) -> None:
        self.choose(self._names[at])
        self._options[self._names[at]].setFocus()
        self.chosen.emit(self._names[at])
