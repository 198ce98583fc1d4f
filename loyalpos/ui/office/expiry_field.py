"""How long points live, as one sentence with fields in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import Expiry, ExpiryKind
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.sentence import Sentence

__all__ = ["ExpiryField"]

_DEFAULT_COUNT = {
    ExpiryKind.DAYS: 90,
    ExpiryKind.MONTHS: 12,
    ExpiryKind.MONTH_END: 0,
    ExpiryKind.YEAR_END: 0,
    ExpiryKind.INACTIVITY: 12,
}
_PLAIN = (ExpiryKind.DAYS, ExpiryKind.MONTHS)


class ExpiryField(Sentence):
    """When points end: after days or months, with the month or the year, by staying away, or never.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.kind = ChoiceBox()
        self.count = NumberBox(Number.WHOLE)
        super().__init__({"count": self.count, "kind": self.kind}, parent)
        self._before = ExpiryKind.NEVER
        self.kind.chosen.connect(self._take)
        self.count.changed.connect(self.edited)

    def show_expiry(self, expiry: Expiry) -> None:
        """Show a program's expiry, in place of what was typed."""
        self._before = expiry.kind
        self.kind.choose(expiry.kind.value)
        self.count.set_value(None if expiry.kind is ExpiryKind.NEVER else expiry.count)
        self._say()

    def expiry(self) -> Expiry:
        """Give what is chosen and typed; a box that holds no number counts as 0."""
        kind = ExpiryKind(self.kind.choice())
        return Expiry(kind, 0 if kind is ExpiryKind.NEVER else self.count.value() or 0)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.kind.setAccessibleName(self.tr("How long points live"))
        self.count.setAccessibleName(self.tr("How many days, months or years"))
        self.kind.offer(
            [
                (ExpiryKind.MONTHS.value, self.tr("months")),
                (ExpiryKind.DAYS.value, self.tr("days")),
                (ExpiryKind.MONTH_END.value, self.tr("at the end of their month")),
                (ExpiryKind.YEAR_END.value, self.tr("at the end of their year")),
                (ExpiryKind.INACTIVITY.value, self.tr("when the customer buys nothing")),
                (ExpiryKind.NEVER.value, self.tr("never")),
            ]
        )
        self._say()

    def _take(self, chosen: str) -> None:
        kind = ExpiryKind(chosen)
        stays = kind is self._before or (kind in _PLAIN and self._before in _PLAIN)
        if kind is not ExpiryKind.NEVER and not (stays and self.count.value()):
            self.count.set_value(_DEFAULT_COUNT[kind])
        self._before = kind
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        match self.kind.choice():
            case ExpiryKind.NEVER:
                words = self.tr("Points end {count} {kind}")
            case ExpiryKind.MONTH_END:
                words = self.tr("Points end {kind} plus {count} months")
            case ExpiryKind.YEAR_END:
                words = self.tr("Points end {kind} plus {count} years")
            case ExpiryKind.INACTIVITY:
                words = self.tr("Points end {kind} for {count} months")
            case _:
                words = self.tr("Points end after {count} {kind}")
        self.say(words)
        self.count.setHidden(self.kind.choice() == ExpiryKind.NEVER)
