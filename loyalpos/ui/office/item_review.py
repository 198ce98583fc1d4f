"""A list of items before it comes in, and the lists of items taken in so far."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.item_list import (
    ChangedItem,
    ItemRefused,
    ItemTwice,
    ItemVerdict,
    NewItem,
    UnchangedItem,
    guess_item_columns,
)
from loyalpos.engine.items import ItemField
from loyalpos.engine.money import group_digits
from loyalpos.services.items import ItemListRow
from loyalpos.ui.office.column_choice import ColumnChoice
from loyalpos.ui.office.item_words import field_name, item_verdict, item_verdict_tone
from loyalpos.ui.office.lists_panel import ListsPanel
from loyalpos.ui.office.row_review import RowReview
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.table import Cell

__all__ = ["ItemLists", "ItemReview"]


class ItemReview(RowReview[ItemField, ItemVerdict]):
    """New items and changed ones come in."""

    shown_columns = (ItemField.CODE, ItemField.NAME, ItemField.PRICE)
    figure_columns = (ItemField.CODE, ItemField.PRICE)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ColumnChoice(ItemField, guess_item_columns, field_name), parent)

    def comes_in(self, verdict: ItemVerdict) -> bool:
        """Tell whether a row writes anything."""
        return isinstance(verdict, NewItem | ChangedItem)

    def stays_out(self, verdict: ItemVerdict) -> bool:
        """Tell whether a row is of no use as it stands; what is there already is."""
        return isinstance(verdict, ItemTwice | ItemRefused)

    def is_problem(self, verdict: ItemVerdict) -> bool:
        """Tell whether the owner may want to look at a row: what changes, and what stays out."""
        return isinstance(verdict, ChangedItem | ItemTwice | ItemRefused)

    def outcome(self, verdict: ItemVerdict) -> Cell:
        """Say what becomes of a row."""
        return Cell(item_verdict(verdict), item_verdict_tone(verdict), strong=True)

    def chips(self, verdicts: tuple[ItemVerdict, ...]) -> list[Chip]:
        """Count what is new, changes, stays as it is, and stays out."""
        new = sum(isinstance(one, NewItem) for one in verdicts)
        changed = sum(isinstance(one, ChangedItem) for one in verdicts)
        same = sum(isinstance(one, UnchangedItem) for one in verdicts)
        out = len(verdicts) - new - changed - same
        chips = [Chip(self.tr("New: {count}").format(count=group_digits(new)), Tone.BRAND)]
        for count, words, tone in (
            (changed, self.tr("Change: {count}"), Tone.AMBER),
            (same, self.tr("There already: {count}"), Tone.PLAIN),
            (out, self.tr("Stay out: {count}"), Tone.RED),
        ):
            if count:
                chips.append(Chip(words.format(count=group_digits(count)), tone))
        return chips

    def way_in(self, count: int) -> str:
        """Name the button that takes so many items in."""
        if not count:
            return self.tr("Nothing comes in – check the columns above")
        return self.tr("Take in %Ln item(s)", "", count)


class ItemLists(ListsPanel[ItemListRow]):
    """Lists of items."""

    def standing_heading(self) -> str:
        """Name the items that are still as the list had them."""
        return self.tr("Still as in the list")

    def standing(self, one: ItemListRow) -> int:
        """Count them."""
        return one.items

    def what_undoing_does(self, one: ItemListRow) -> str:
        """Say what goes and what stays."""
        words = self.tr(
            "The list of {time}: %Ln item(s) go or become what they were before. "
            "What was changed since stays.",
            "",
            one.items,
        )
        return words.format(time=self.time_of(one))
