"""Who joins is a child: said by the year of birth, or by a tick, and a parent or guardian agrees."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.consents import OF_AGE, is_child
from loyalpos.errors import GuardianMissing
from loyalpos.ui.counter.panel import show_places
from loyalpos.ui.widgets.choices import Tick
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.refusals import sentence

__all__ = ["ChildFields"]

_LONGEST_GUARDIAN = 100


class ChildFields(QWidget, Themed):
    """A tick for whoever tells no year, and the name of who agreed, which only a child needs.

    Signals:
        turned(bool): The form is a child's now, or no longer.
        answered(): Enter was pressed in the name.
    """

    turned = Signal(bool)
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_year = False
        self.tick = Tick("")
        self.guardian = FieldBox("")
        self.guardian.edit.setMaxLength(_LONGEST_GUARDIAN)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.tick, self.guardian):
            self._column.addWidget(part)
        self.tick.toggled.connect(self._turn)
        self.guardian.edited.connect(lambda _text: self.guardian.show_error(""))
        self.guardian.submitted.connect(self.answered)
        self.guardian.hide()
        self.follow_theme()

    @property
    def is_child(self) -> bool:
        """Whether a parent or guardian has to agree."""
        return self.tick.isChecked()

    def begin(self, *, child: bool = False) -> None:
        """Start anew, or as a child's form."""
        self._by_year = False
        self.guardian.set_text("")
        self.guardian.show_error("")
        self.tick.setEnabled(True)
        self.tick.setChecked(child)

    def see_birthday(self, birthday: Birthday | None, today: date) -> None:
        """Say it at once where the year of birth makes a child of who joins; then it is no choice."""
        by_year = is_child(birthday, today)
        if by_year is not self._by_year:
            self._by_year = by_year
            self.tick.setEnabled(not by_year)
            self.tick.setChecked(by_year)
        self.retranslate()

    def read(self) -> str | None:
        """Give who agreed, ``""`` for nobody's child; None after saying that the name is missing."""
        named = " ".join(self.guardian.text().split())
        if not self.is_child:
            return ""
        if not named:
            self.show_missing()
            return None
        return named

    def show_missing(self) -> None:
        """Say that a name is wanted, and go there."""
        self.guardian.show_error(sentence(GuardianMissing()))
        self.guardian.edit.setFocus()
        # Once the sentence has its place: following the focus shows the box alone.
        QTimer.singleShot(0, self.guardian, partial(show_places, self.guardian))

    def retranslate(self) -> None:
        """Write the words anew."""
        words = self.tr("Under {years} years: a parent or guardian has to agree")
        self.tick.setText(words.format(years=OF_AGE))
        self.guardian.set_label(self.tr("Parent or guardian who agrees"))
        self.guardian.show_hint(
            self.tr("A child gets no messages and is in no list for them") if self.is_child else ""
        )

    def follow_theme(self) -> None:
        """Take the gap."""
        self._column.setSpacing(theme().px(6))

    def _turn(self, on: bool) -> None:
        self.guardian.setVisible(on)
        self.retranslate()
        self.turned.emit(on)
