"""Several names in the middle of a sentence, each of which is in or out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow

__all__ = ["Toggles"]


class Toggles(WrapRow):
    """Several names, each of which is in or out.

    Signals:
        changed(): A person turned one.
    """

    changed = Signal()

    def __init__(self, chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._first = tuple(chosen)
        self.buttons: dict[str, ActionButton] = {}

    def offer(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show the names as (name, words), those at first chosen turned on; later calls say them anew."""
        if tuple(self.buttons) == tuple(name for name, _ in rows):
            for name, words in rows:
                self.buttons[name].setText(words)
            return
        chosen = self.chosen() if self.buttons else self._first
        self.buttons = {}
        for name, words in rows:
            button = ActionButton(words, tight=True)
            button.setCheckable(True)
            button.toggled.connect(partial(_show_chosen, button))
            button.setChecked(name in chosen)
            button.clicked.connect(self.changed)
            self.buttons[name] = button
        self.set_widgets(*self.buttons.values())

    def in_words(self) -> str:
        """The words of the names that are in."""
        return ", ".join(button.text() for button in self.buttons.values() if button.isChecked())

    def chosen(self) -> tuple[str, ...]:
        """The names that are in, as they came where nobody changed them."""
        now = tuple(name for name, button in self.buttons.items() if button.isChecked())
        return self._first if set(now) == set(self._first) else now


def _show_chosen(button: ActionButton, chosen: bool) -> None:
    button.set_look(Look.PRIMARY if chosen else Look.SECONDARY)
