"""Where people type: boxes with a label, a key cap, and the sentence when something is wrong."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.marks import key_cap_size, paint_key_cap
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Box", "Field", "FieldBox", "FindBox", "Notice"]


class Box(QLineEdit, Themed):
    """A rounded line edit; ``set_wrong`` gives it the red edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrame(False)
        self.follow_theme()

    def set_wrong(self, wrong: bool) -> None:
        """Wear the edge of a box whose content is refused."""
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def is_wrong(self) -> bool:
        """Whether the content is marked as refused."""
        return self.property("wrong") is True

    def follow_theme(self) -> None:
        """Take font and margins from the theme."""
        look = theme()
        self.setFont(look.font("base"))
        self.setTextMargins(look.px(10), look.px(4), look.px(10), look.px(4))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """At least as tall as a target."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme().target))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide, never lower than its text."""
        return QSize(theme().px(72), self.sizeHint().height())


class FindBox(Box):
    """The one box for everything, with the key that leads to it drawn inside."""

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        self._key = key
        super().__init__(parent)
        self.setAccessibleDescription(key)

    def follow_theme(self) -> None:
        """Keep the text clear of the key cap."""
        super().follow_theme()
        look = theme()
        right = key_cap_size(self._key).width() + look.px(20) if self._key else look.px(10)
        self.setTextMargins(look.px(12), look.px(4), right, look.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key cap over the right end."""
        super().paintEvent(event)
        if self._key:
            cap = key_cap_size(self._key)
            left = self.width() - cap.width() - theme().px(14)
            place = QRect(QPoint(left, (self.height() - cap.height()) // 2), cap)
            paint_key_cap(QPainter(self), place, self._key)


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

    def follow_theme(self) -> None:
        """Take the gap above the notice."""
        column = self.layout()
        if column is not None:
            column.setSpacing(theme().px(4))
