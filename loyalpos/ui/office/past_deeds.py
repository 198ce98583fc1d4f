"""What was done to many at once, as a table: one is chosen, and undone as a whole after a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated

__all__ = ["PastDeeds"]

D = TypeVar("D")


class PastDeeds(Translated, Panel, Generic[D]):
    """A table, a sentence below it, one button and its question; a subclass says what the deeds are.

    A subclass calls ``retranslate()`` at the end of its constructor.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._deeds: tuple[D, ...] = ()
        self._chosen: UUID | None = None
        self.table = Table("", all_rows=True)
        self._words = Words("", "base", "quiet", wrap=True)
        self.undo = ActionButton("", icon="undo")
        self._buttons = WrapRow(self.undo)
        self.confirm = Confirm()
        for part in (self.table, self._words, self._buttons, self.confirm):
            self.body.addWidget(part)
        self.table.opened.connect(self._choose)
        self.undo.clicked.connect(self.ask)
        self.confirm.agreed.connect(self._undo_chosen)
        self.confirm.given_up.connect(self.table.setFocus)

    def identity(self, one: D) -> UUID:
        """Give what a deed is known by."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """Head the table."""
        raise NotImplementedError

    def row(self, one: D) -> Sequence[Cell]:
        """Say a deed in cells."""
        raise NotImplementedError

    def can_be_undone(self, one: D) -> bool:
        """Tell whether a deed still can be."""
        raise NotImplementedError

    def hint(self, chosen: D | None) -> str:
        """Say what to do, or why nothing can be done; empty says nothing."""
        raise NotImplementedError

    def question(self, one: D) -> tuple[str, str]:
        """Say what undoing a deed would do, and the yes to it."""
        raise NotImplementedError

    def take_back(self, which: UUID) -> None:
        """Undo a deed; somebody has said yes."""
        raise NotImplementedError

    def show_deeds(self, deeds: tuple[D, ...]) -> None:
        """Show the deeds; the one that was chosen stays so."""
        self._deeds = deeds
        self.show_all()

    def choose(self, which: UUID | None) -> None:
        """Choose one, or none."""
        self._chosen = which
        self.show_all()

    def ask(self) -> None:
        """Ask whether the chosen one is to be undone."""
        chosen = self._chosen_deed()
        if chosen is not None:
            self.confirm.ask(*self.question(chosen))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.show_all()

    def show_all(self) -> None:
        """Fill the table, and offer what can be done with the chosen one."""
        self.table.set_rows(self.columns(), [self.row(one) for one in self._deeds])
        chosen = self._chosen_deed()
        if chosen is not None:
            self.table.selectRow(self._deeds.index(chosen))
        self._buttons.setVisible(chosen is not None and self.can_be_undone(chosen))
        hint = self.hint(chosen)
        self._words.setText(hint)
        self._words.setVisible(bool(hint))

    def _chosen_deed(self) -> D | None:
        return next((one for one in self._deeds if self.identity(one) == self._chosen), None)

    def _choose(self, row: int) -> None:
        self.confirm.hide()
        self.choose(self.identity(self._deeds[row]))

    def _undo_chosen(self) -> None:
        if self._chosen is not None:
            # The button is gone once the deed is, and the table stays.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.take_back(self._chosen)
