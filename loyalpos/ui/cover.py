"""What lies over a whole window until it is answered: nothing below is seen, and no key reaches it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.panel import Panel, ScrollArea
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["Cover"]

_WIDTH = 460


class _Content(QWidget):
    """What scrolls: as tall as it is at its width, not as it would be at its narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Cover(Translated, QWidget, Themed):
    """A card in the middle of a window that is covered.

    A subclass puts its parts into ``card.body``, gives their order with Tab, and takes its keys.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: QWidget | None = window.focusWidget()
        self.card = Panel(" ")
        content = _Content()
        column = QVBoxLayout(content)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        # As wide as it may be, where there is room.
        middle.addWidget(self.card, 1_000)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(content))
        window.installEventFilter(self)

    def cover(self) -> None:
        """Lie over the whole window from now on."""
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()

    def uncover(self) -> None:
        """Go, and give the keys back to what had them."""
        self.window().removeEventFilter(self)
        before = self._before
        self.hide()
        self.deleteLater()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> Sequence[QWidget]:
        """Give what Tab goes through, in its order."""
        raise NotImplementedError

    def take(self, key: Qt.Key) -> bool:
        """Take a key of its own; whether it was one."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        raise NotImplementedError

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802 - Qt calls it so
        """Keep Tab inside: what is covered is not to be reached."""
        order = [part for part in self.parts() if part.isVisibleTo(self)]
        now = next((at for at, part in enumerate(order) if part.hasFocus()), -1)
        order[(now + (1 if is_next else -1)) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; let keys work beside what is typed."""
        if watched is self.window():
            if event.type() == QEvent.Type.Resize:
                self.setGeometry(self.window().rect())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing goes on to what is covered."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, ActionButton) and not event.isAutoRepeat():
                focused.click()
        else:
            self.take(Qt.Key(event.key()))
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hide what is below."""
        QPainter(self).fillRect(self.rect(), theme().colour("paper"))

    def follow_theme(self) -> None:
        """Take sizes from the theme."""
        look = theme()
        self.card.setMinimumWidth(min(look.px(300), 330))
        self.card.setMaximumWidth(look.px(_WIDTH))
        self.card.body.setSpacing(look.px(12))
        self.update()
