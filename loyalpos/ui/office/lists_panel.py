"""The lists taken in so far, of customers or of anything else, and taking one out again."""

from __future__ import annotations

from typing import Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime, from_ms
from loyalpos.services.lists import CustomerListRow
from loyalpos.ui.office.past_deeds import PastDeeds
from loyalpos.ui.widgets.table import Cell, Column
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


class ListsPanel(PastDeeds[L]):
    """A table of lists; the chosen one can be undone as a whole, after a question.

    What a list holds is written by a subclass.

    Signals:
        take_out_wanted(UUID): The whole list is to be undone.
    """

    take_out_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = ShopTime()
        self.retranslate()

    def show_lists(self, lists: tuple[L, ...], shop: ShopTime) -> None:
        """Show the lists; the one that was chosen stays so."""
        self._shop = shop
        self.show_deeds(lists)

    def ask_about(self, which: UUID) -> None:
        """Ask whether a list is to be undone."""
        self.choose(which)
        self.ask()

    def set_busy(self, busy: bool) -> None:
        """Undo nothing while a list is being worked on."""
        self.undo.setEnabled(not busy)

    def standing_heading(self) -> str:
        """Name what is counted of a list that is still there."""
        raise NotImplementedError

    def standing(self, one: L) -> int:
        """Count it."""
        raise NotImplementedError

    def what_undoing_does(self, one: L) -> str:
        """Say what undoing a list would do."""
        raise NotImplementedError

    def time_of(self, one: L) -> str:
        """Say when a list was taken in."""
        return dates.moment(from_ms(one.at_ms), self._shop)

    def identity(self, one: L) -> UUID:
        """Give the list's id."""
        return one.id

    def columns(self) -> tuple[Column, ...]:
        """Head the table of lists."""
        return (
            Column(self.tr("Taken in"), wide=True),
            Column(self.tr("Rows"), figures=True),
            Column(self.standing_heading(), figures=True),
            Column(self.tr("State")),
        )

    def row(self, one: L) -> tuple[Cell, ...]:
        """Say a list in cells."""
        return (
            Cell(self.time_of(one), strong=True),
            Cell(group_digits(one.rows)),
            Cell(group_digits(self.standing(one)), "brand"),
            Cell(self.tr("undone") if one.undone else self.tr("in force"), "quiet"),
        )

    def can_be_undone(self, one: L) -> bool:
        """Tell whether the list is in force."""
        return not one.undone

    def hint(self, chosen: L | None) -> str:
        """Say what to do while none is chosen."""
        return self.tr("Choose a list to undo it as a whole.") if chosen is None else ""

    def question(self, one: L) -> tuple[str, str]:
        """Ask about the whole list."""
        return self.what_undoing_does(one), self.tr("Undo the whole list")

    def take_back(self, which: UUID) -> None:
        """Tell that the list is to be undone."""
        self.take_out_wanted.emit(which)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.set_title(self.tr("Lists taken in"))
        self.table.setAccessibleName(self.tr("Lists taken in"))
        self.undo.setText(self.tr("Undo the whole list"))
        super().retranslate()


class CustomerLists(ListsPanel[CustomerListRow]):
    """Lists of customers."""

    def standing_heading(self) -> str:
        """Name those who are still members."""
        return self.tr("Still members")

    def standing(self, one: CustomerListRow) -> int:
        """Count them."""
        return one.members

    def what_undoing_does(self, one: CustomerListRow) -> str:
        """Say who would go and who stays."""
        words = self.tr(
            "The list of {time}: %Ln member(s) go. Who has bought since stays a member, "
            "without the points the list gave.",
            "",
            one.members,
        )
        return words.format(time=self.time_of(one))
