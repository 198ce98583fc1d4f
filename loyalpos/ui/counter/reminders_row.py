"""What the owner wants done at every bill, quietly, one after the other; each may be ticked off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.ui.counter.panel import as_data
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import KeyCap
from loyalpos.ui.widgets.theme import theme

__all__ = ["RemindersRow"]


class _Reminder(Notice):
    """One of them: on its line as far as there is room, wrapped only where it is longer than that."""

    def sizeHint(self) -> QSize:
        look = theme()
        words = QFontMetrics(look.font("small")).horizontalAdvance(self.text())
        return QSize(words + look.px(30), super().sizeHint().height())


class RemindersRow(QWidget):
    """The reminders of the open bill; nothing waits for them."""

    def __init__(self, reminders: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reminders = reminders
        self.done = 0
        self._notices = tuple(as_data(_Reminder()) for _ in reminders)
        self._key = KeyCap("F12")
        row = WrapRow(*self._notices, self._key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._show()

    def tick(self) -> None:
        """Tick the next one off; after the last one all are open again."""
        self.show_done((self.done + 1) % (len(self.reminders) + 1))

    def show_done(self, done: int) -> None:
        """Show so many as ticked off."""
        self.done = min(done, len(self.reminders))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        self.setAccessibleName(self.tr("Reminders for this bill"))
        for at, (notice, words) in enumerate(zip(self._notices, self.reminders, strict=True)):
            is_done = at < self.done
            said = self.tr("{reminder}: done") if is_done else self.tr("{reminder}: to do")
            notice.say(words, tone="quiet", icon="tick" if is_done else "clock")
            notice.setAccessibleName(said.format(reminder=words))
