"""Lists of items: each row describes one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from loyalpos.engine.item_list import ItemVerdict, guess_item_columns
from loyalpos.services.item_judging import judge_item_list
from loyalpos.services.items import ItemListRow, Items, ItemsTakenIn
from loyalpos.services.list_sheet import Sheet
from loyalpos.services.till import Till
from loyalpos.ui.office.item_review import ItemReview
from loyalpos.ui.office.list_sort import ListSort
from loyalpos.ui.office.long_work import Progress

__all__ = ["ItemSort"]


class ItemSort(ListSort[ItemVerdict, ItemListRow, ItemsTakenIn]):
    """Lists of items: each row is new, changes one, or stays out."""

    guess = staticmethod(guess_item_columns)

    def __init__(self, review: ItemReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review

    def lists(self, till: Till) -> Callable[[], tuple[ItemListRow, ...]]:
        """Give what reads the lists taken in."""
        return till.items.lists

    def judging(self, till: Till, sheet: Sheet) -> Callable[[Progress], tuple[ItemVerdict, ...] | None]:
        """Give what judges the rows against the catalogue there is."""
        return partial(judge_item_list, till, sheet.rows, self._review.choice.columns())

    def taking_in(
        self, till: Till, list_id: UUID, verdicts: tuple[ItemVerdict, ...]
    ) -> Callable[[Progress], ItemsTakenIn]:
        """Give what describes the items."""
        return partial(_take_in, till.items, list_id, verdicts)

    def taking_out(self, till: Till, list_id: UUID) -> Callable[[Progress], bool]:
        """Give what undoes a list."""
        return partial(till.items.take_out, list_id)

    def taking_words(self) -> str:
        """Say that items are being taken in."""
        return self.tr("Taking items in:")

    def came_in(self, taken: ItemsTakenIn) -> str:
        """Say how many came in or changed."""
        return self.tr("%Ln item(s) came in or changed", "", taken.described)

    def files(self) -> str:
        """Name the files a list may be in."""
        return self.tr("Lists of items (*.xlsx *.xls *.csv *.tsv *.txt)")


def _take_in(
    items: Items, list_id: UUID, verdicts: tuple[ItemVerdict, ...], progress: Progress
) -> ItemsTakenIn:
    return items.take_in(list_id, verdicts, progress=progress)
