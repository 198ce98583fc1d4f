"""What cannot be missed: success, error, question; and what to show where there is nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.icons import paint_icon
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.strokes import paint_rounded
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Banner", "BannerKind", "Choice", "EmptyState"]


_TIGHT_PERCENT = 125
_TIGHT_WIDTH = 400
_TIGHT_SHARE_PERCENT = 35


class BannerKind(Enum):
    """What a banner means; drawn as ✓, ✕ or ? besides its colour."""

    SUCCESS = "success"
    ERROR = "error"
    QUESTION = "question"


class _Dress(Struct, frozen=True):
    icon: str
    fill: str
    ink: str
    disc: str
    mark: str
    edge: str


_DRESS = {
    BannerKind.SUCCESS: _Dress("tick", "brand", "on_brand", "on_brand", "brand", "brand"),
    BannerKind.ERROR: _Dress("cross", "red", "on_red", "on_red", "red", "red"),
    BannerKind.QUESTION: _Dress("question", "amber_soft", "ink", "amber", "on_amber", "amber"),
}


class Choice(Struct, frozen=True):
    """An answer offered by a banner: ``name`` comes back, ``text`` and ``key`` are shown."""

    name: str
    text: str
    key: str = ""
    look: Look = Look.SECONDARY


class _Disc(QWidget, Themed):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.dress = _DRESS[BannerKind.SUCCESS]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(44), theme().px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_rounded(painter, self.rect(), self.height() // 2, fill=self.dress.disc)
        inset = self.height() // 5
        place = self.rect().adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self.dress.icon, theme().palette.colour(self.dress.mark), place)


class _Wrapped(QWidget):
    def minimumSizeHint(self) -> QSize:
        # Qt would take the height that wrapped words have at their narrowest.
        return QSize(super().minimumSizeHint().width(), 0)


class Banner(QWidget, Themed):
    """A whole-width band with a drawn sign, big words, a second line and perhaps answers.

    In large text in a narrow window the words scroll, so that every answer stays in sight.

    Signals:
        chosen(str): The ``name`` of the answer a person pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = BannerKind.SUCCESS
        self._disc = _Disc(self)
        self._title = Words("", "heading", "on_brand", wrap=True)
        self._more = Words("", "base", "on_brand", wrap=True)
        self._answers = WrapRow(parent=self)
        self._row = QHBoxLayout(self)
        self._choices: tuple[Choice, ...] = ()
        self._is_tight = False
        words = _Wrapped()
        self._words = QVBoxLayout(words)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.addWidget(self._title)
        self._words.addWidget(self._more)
        self._area = ScrollArea(words)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout()
        self._column.addWidget(self._area)
        self._column.addWidget(self._answers)
        self._row.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.follow_theme()
        self.hide()

    @property
    def kind(self) -> BannerKind:
        """What it says now or said last."""
        return self._kind

    def title(self) -> str:
        """The big words."""
        return self._title.text()

    def more(self) -> str:
        """The second line."""
        return self._more.text()

    def say(self, kind: BannerKind, title: str, more: str = "", choices: Sequence[Choice] = ()) -> None:
        """Show the band.

        Args:
            kind: Success, error or question.
            title: Big words.
            more: A second line, may be empty.
            choices: Answers, as buttons.
        """
        self._kind = kind
        dress = _DRESS[kind]
        self._disc.dress = dress
        self._title.setText(title)
        self._title.set_tone(dress.ink)
        self._more.setText(more)
        self._more.set_tone(dress.ink)
        self._more.setVisible(bool(more))
        self._choices = tuple(choices)
        self._show_answers()
        spoken = {
            BannerKind.SUCCESS: QCoreApplication.translate("Banner", "Done"),
            BannerKind.ERROR: QCoreApplication.translate("Banner", "Not done"),
            BannerKind.QUESTION: QCoreApplication.translate("Banner", "Question"),
        }[kind]
        self.setAccessibleName(f"{spoken}: {title} {more}".strip())
        self._area.verticalScrollBar().setValue(0)
        self.show()
        self._fit()
        self.updateGeometry()
        self.update()

    def answers(self) -> tuple[ActionButton, ...]:
        """The buttons shown now, in order."""
        return tuple(one for one in self._answers.widgets() if isinstance(one, ActionButton))

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._row.setContentsMargins(look.space, look.px(12), look.space, look.px(12))
        self._row.setSpacing(look.px(14))
        for column in (self._words, self._column):
            column.setSpacing(look.px(3))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the words their height at this width, or what a low window leaves them."""
        look = theme()
        is_tight = look.scale_percent > _TIGHT_PERCENT and self.width() < look.px(_TIGHT_WIDTH)
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self._disc.setVisible(not is_tight)
            self._title.set_role("strong" if is_tight else "heading")
            self._show_answers()
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if not is_tight:
            room -= self._disc.sizeHint().width() + self._row.spacing()
        parts = [part for part in (self._title, self._more) if part.text()]
        height = sum(part.heightForWidth(max(1, room)) for part in parts)
        height = max(0, height) + self._words.spacing() * max(0, len(parts) - 1)
        if is_tight:
            most = self.window().height() * _TIGHT_SHARE_PERCENT // 100 - margins.top() - margins.bottom()
            if self._choices:
                most -= self._answers.heightForWidth(room) + self._column.spacing()
            height = min(height, max(most, self._title.fontMetrics().height()))
        self._area.setFixedHeight(height)

    def _show_answers(self) -> None:
        self._answers.set_widgets(*(self._button(choice) for choice in self._choices))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band."""
        dress = _DRESS[self._kind]
        paint_rounded(QPainter(self), self.rect(), theme().corner, fill=dress.fill, edge=dress.edge, width=2)

    def _button(self, choice: Choice) -> ActionButton:
        # Without the pictures of the keys the answers fit side by side.
        key = "" if self._is_tight else choice.key
        button = ActionButton(choice.text, key, choice.look, tight=self._is_tight)
        button.setAccessibleDescription(choice.key)
        button.clicked.connect(partial(self.chosen.emit, choice.name))
        return button


class _Picture(QWidget, Themed):
    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(72), theme().px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_rounded(painter, self.rect(), self.height() // 2, fill="brand_soft")
        inset = self.height() // 4
        place = self.rect().adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._icon, theme().palette.colour("brand"), place)


class EmptyState(QWidget, Themed):
    """Where there is nothing yet: a picture, a sentence that says what to do, perhaps the action."""

    def __init__(
        self, icon: str, sentence: str, action: ActionButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = Words(sentence, "base", "quiet", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(_Picture(icon, self), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._words)
        if action is not None:
            self._column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.setAccessibleName(sentence)
        self.follow_theme()

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._column.setContentsMargins(look.space, look.space, look.space, look.space)
        self._column.setSpacing(look.px(12))
