"""What can be done to a clause as a whole: turned into its contrary and back, or given another beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.ui.office.choice_box import AddBox
from loyalpos.ui.office.clause_kinds import clause_kinds
from loyalpos.ui.words.conditions import contrary_of, either

__all__ = ["ClauseMenu"]

_TURN = "not"
_BESIDE = "or "


class ClauseMenu(AddBox):
    """The menu of one clause.

    Signals:
        turned(): A person wants the contrary.
        beside_wanted(str): A person wants another clause beside it, of the kind of that name.
    """

    turned = Signal()
    beside_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen.connect(self._take)

    def say(self, *, is_contrary: bool) -> None:
        """List what can be done now, in the language of the moment."""
        turned = self.tr("without “not”") if is_contrary else contrary_of("…")
        others = ((f"{_BESIDE}{kind}", either(("…", words))) for kind, words in clause_kinds())
        self.setAccessibleName(self.tr("The contrary of this, or another beside it"))
        self.offer([("", self.tr("Or, not…")), (_TURN, turned), *others])

    def in_words(self) -> str:
        """Nothing: it is no part of what the sentence says."""
        return ""

    def _take(self, name: str) -> None:
        self.choose("")
        if name == _TURN:
            self.turned.emit()
        elif name:
            self.beside_wanted.emit(name.removeprefix(_BESIDE))
