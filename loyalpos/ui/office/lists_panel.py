"""The lists taken in so far, of customers or of anything else, and taking one out again."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime, from_ms
from loyalpos.services.lists import CustomerListRow
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words import dates

__all__ = ["CustomerLists", "ListsPanel", "TakenList"]


class TakenList(Protocol):
    """A list that was taken in: its id, when, how many rows came in, and whether it was undone."""

    @property
    def id(self) -> UUID: ...  # noqa: D102

    @property
    def at_ms(self) -> int: ...  # noqa: D102

    @property
    def rows(self) -> int: ...  # noqa: D102

    @property
    def undone(self) -> bool: ...  # noqa: D102


L = TypeVar("L", bound=TakenList)


class ListsPanel(Panel, Generic[L]):
    """A table of lists; the chosen one can be undone as a whole, after a question.

    What a list holds is written by a subclass.

    Signals:
        take_out_wanted(UUID): The whole list is to be undone.
    """

    take_out_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._lists: tuple[L, ...] = ()
        self._shop = ShopTime()
        self._chosen: UUID | None = None
        self.table = Table("", all_rows=True)
        self._words = Words("", "base", "quiet", wrap=True)
        self.undo = ActionButton("", icon="undo")
        self._buttons = WrapRow(self.undo)
        self.confirm = Confirm()
        for part in (self.table, self._words, self._buttons, self.confirm):
            self.body.addWidget(part)
        self.table.opened.connect(self._choose)
        self.undo.clicked.connect(self._ask)
        self.confirm.agreed.connect(self._want)
        self.confirm.given_up.connect(self.table.setFocus)
        self._retranslate()

    def show_lists(self, lists: tuple[L, ...], shop: ShopTime) -> None:
        """Show the lists; the one that was chosen stays so."""
        self._lists = lists
        self._shop = shop
        self._show()

    def ask_about(self, which: UUID) -> None:
        """Ask whether a list is to be undone."""
        self._chosen = which
        self._show()
        self._ask()

    def set_busy(self, busy: bool) -> None:
        """Undo nothing while a list is being worked on."""
        self.undo.setEnabled(not busy)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def standing_heading(self) -> str:
        """Name what is counted of a list that is still there."""
        raise NotImplementedError

    def standing(self, one: L) -> int:
        """Count it."""
        raise NotImplementedError

    def question(self, one: L) -> str:
        """Say what undoing a list would do."""
        raise NotImplementedError

    def _show(self) -> None:
        columns = (
            Column(self.tr("Taken in"), wide=True),
            Column(self.tr("Rows"), figures=True),
            Column(self.standing_heading(), figures=True),
            Column(self.tr("State")),
        )
        rows = [
            (
                Cell(self.time_of(one), strong=True),
                Cell(group_digits(one.rows)),
                Cell(group_digits(self.standing(one)), "brand"),
                Cell(self.tr("undone") if one.undone else self.tr("in force"), "quiet"),
            )
            for one in self._lists
        ]
        self.table.set_rows(columns, rows)
        chosen = self._chosen_list()
        if chosen is not None:
            self.table.selectRow(self._lists.index(chosen))
        self._buttons.setVisible(chosen is not None and not chosen.undone)
        self._words.setVisible(chosen is None)

    def _chosen_list(self) -> L | None:
        return next((one for one in self._lists if one.id == self._chosen), None)

    def time_of(self, one: L) -> str:
        """Say when a list was taken in."""
        return dates.moment(from_ms(one.at_ms), self._shop)

    def _choose(self, row: int) -> None:
        self._chosen = self._lists[row].id
        self.confirm.hide()
        self._show()

    def _ask(self) -> None:
        chosen = self._chosen_list()
        if chosen is None:
            return
        self.confirm.ask(self.question(chosen), self.tr("Undo the whole list"))

    def _want(self) -> None:
        self.take_out_wanted.emit(self._chosen)

    def _retranslate(self) -> None:
        self.set_title(self.tr("Lists taken in"))
        self.table.setAccessibleName(self.tr("Lists taken in"))
        self._words.setText(self.tr("Choose a list to undo it as a whole."))
        self.undo.setText(self.tr("Undo the whole list"))
        self._show()


class CustomerLists(ListsPanel[CustomerListRow]):
    """Lists of customers."""

    def standing_heading(self) -> str:
        """Name those who are still members."""
        return self.tr("Still members")

    def standing(self, one: CustomerListRow) -> int:
        """Count them."""
        return one.members

    def question(self, one: CustomerListRow) -> str:
        """Say who would go and who stays."""
        words = self.tr(
            "The list of {time}: %Ln member(s) go. Who has bought since stays a member, "
            "without the points the list gave.",
            "",
            one.members,
        )
        return words.format(time=self.time_of(one))
