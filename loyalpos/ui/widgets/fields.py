"""Where people type: boxes with a label, and the sentence when something is wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.widgets.boxes import Box
from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Field", "FieldBox", "Notice"]

_LONGEST_LABEL = 260
"""Logical pixels at 100 % text; a longer label wraps."""


class _LabelledBox(Box):
    """A box with its label inside, above what is typed."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        self._label = label
        super().__init__(parent)
        self.setAccessibleName(label)

    def set_label(self, label: str) -> None:
        self._label = label
        self.setAccessibleName(label)
        self.update()

    def follow_theme(self) -> None:
        super().follow_theme()
        look = theme()
        self.setFont(look.font("strong"))
        above = QFontMetrics(look.font("small")).height() + look.px(7)
        self.setTextMargins(look.px(10), above, look.px(10), look.px(7))

    def sizeHint(self) -> QSize:
        look = theme()
        texts = QFontMetrics(look.font("small")).height() + QFontMetrics(look.font("strong")).height()
        return QSize(super().sizeHint().width(), texts + look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme()
        painter = QPainter(self)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("red" if self.is_wrong() else "quiet"))
        room = self.rect().adjusted(look.px(13), look.px(8), -look.px(13), 0)
        shown = painter.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)


class _Mark(QWidget, Themed):
    """An icon in a colour of the palette, as large as a line of text."""

    def __init__(self, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = icon
        self.tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(18), theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.icon, theme().palette.colour(self.tone), self.rect())


class Notice(QWidget, Themed):
    """A sentence at the place it belongs to: what is wrong, or a hint; silent it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        self._mark = _Mark("warning", "red", self)
        self._words = Words("", "small", wrap=True)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.follow_theme()
        self.say("")

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, sentence: str, *, tone: str = "red", icon: str = "warning") -> None:
        """Show a sentence, or nothing for an empty one."""
        self._mark.icon, self._mark.tone = icon, tone
        self._words.setText(sentence)
        self._words.set_tone("ink" if tone == "ink" else tone)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self._mark.update()

    def follow_theme(self) -> None:
        """Take the gap between icon and sentence."""
        row = self.layout()
        if row is not None:
            row.setSpacing(theme().px(6))


class Field(QWidget, Themed):
    """A label above any input widget, and a notice under it."""

    def __init__(self, label: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.notice = Notice(self)
        self._label = Words(label, "small", "quiet", wrap=True)
        self._label.setBuddy(control)
        control.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(control)
        column.addWidget(self.notice)
        self.setFocusProxy(control)
        self.follow_theme()

    def set_label(self, label: str) -> None:
        """Change the label, for the eye and for a screen reader."""
        self._label.setText(label)
        self.control.setAccessibleName(label)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for the label on one line, unless it is a long one."""
        hint = super().sizeHint()
        line = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 2
        return QSize(max(hint.width(), min(line, theme().px(_LONGEST_LABEL))), hint.height())

    def show_error(self, sentence: str) -> None:
        """Say what is wrong here; an empty sentence takes it back."""
        self.notice.say(sentence)
        if isinstance(self.control, Box):
            self.control.set_wrong(bool(sentence))

    def follow_theme(self) -> None:
        """Take the gaps."""
        column = self.layout()
        if column is not None:
            column.setSpacing(theme().px(4))


class FieldBox(QWidget, Themed):
    """A small label above what is typed, in one box, and the sentence under it when it is wrong.

    Signals:
        edited(str): A person changed the text.
        submitted(): Enter was pressed in it.
    """

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self, label: str, text: str = "", *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.edit = _LabelledBox(label, self)
        self.edit.setText(text)
        self.edit.setPlaceholderText(placeholder)
        self.notice = Notice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        column.addWidget(self.notice)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self.submitted)
        self.follow_theme()

    def text(self) -> str:
        """What stands in the box."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in; takes an error back."""
        self.edit.setText(text)
        self.show_error("")

    def set_label(self, label: str) -> None:
        """Change the label."""
        self.edit.set_label(label)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong here; an empty sentence takes it back."""
        self.notice.say(sentence)
        self.edit.set_wrong(bool(sentence))

    def show_hint(self, sentence: str) -> None:
        """Say what to mind here, where nothing is wrong; an empty sentence takes it back."""
        self.notice.say(sentence, tone="amber")

    def follow_theme(self) -> None:
        """Take the gap above the notice."""
        column = self.layout()
        if column is not None:
            column.setSpacing(theme().px(4))
