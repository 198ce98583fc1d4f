"""The old customer list: chosen, judged row by row, taken in, and undone as a whole if need be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from loyalpos.engine.customer_list import Verdict
from loyalpos.engine.list_columns import Column, guess_columns
from loyalpos.engine.members import Consent
from loyalpos.services.list_judging import judge_list
from loyalpos.services.list_sheet import Sheet
from loyalpos.services.lists import CustomerListRow, Lists, TakenIn
from loyalpos.services.till import Till
from loyalpos.ui.office.intake_page import IntakePage
from loyalpos.ui.office.list_review import ListReview
from loyalpos.ui.office.list_sort import ListSort
from loyalpos.ui.office.lists_panel import CustomerLists
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.page import Workplace
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words.consent import consent_of_list

__all__ = ["CustomerSort", "ListPage"]


class CustomerSort(ListSort[Verdict, CustomerListRow, TakenIn]):
    """Lists of customers: each row joins, with the points it had."""

    guess = staticmethod(guess_columns)

    def __init__(self, review: ListReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review

    def lists(self, till: Till) -> Callable[[], tuple[CustomerListRow, ...]]:
        """Give what reads the lists taken in."""
        return till.lists.lists

    def judging(self, till: Till, sheet: Sheet) -> Callable[[Progress], tuple[Verdict, ...] | None]:
        """Give what judges the rows against the members there are."""
        return partial(judge_list, till, sheet.rows, self._review.choice.columns())

    def taking_in(
        self, till: Till, list_id: UUID, verdicts: tuple[Verdict, ...]
    ) -> Callable[[Progress], TakenIn]:
        """Give what enrols the customers."""
        return partial(_take_in, till.lists, list_id, verdicts, consent_of_list())

    def taking_out(self, till: Till, list_id: UUID) -> Callable[[Progress], bool]:
        """Give what undoes a list."""
        return partial(till.lists.take_out, list_id)

    def taking_words(self) -> str:
        """Say that customers are being taken in."""
        return self.tr("Taking customers in:")

    def came_in(self, taken: TakenIn) -> str:
        """Say how many joined."""
        return self.tr("%Ln customer(s) joined", "", taken.joined)

    def files(self) -> str:
        """Name the files a list may be in."""
        return self.tr("Customer lists (*.xlsx *.xls *.csv *.tsv *.txt)")


class ListPage(IntakePage[Column, Verdict, CustomerListRow, TakenIn]):
    """Customers of another program, with the points they have there."""

    place = "list"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self._panel = Panel(" ")
        review = ListReview()
        super().__init__(
            workplace,
            start=self._panel,
            choose=ActionButton("", look=Look.PRIMARY, large=True),
            review=review,
            lists=CustomerLists(),
            sort=CustomerSort(review, review),
            parent=parent,
        )
        self._how = Words("", "base", wrap=True)
        self._panel.body.addWidget(self._how)
        self._panel.body.addWidget(WrapRow(self.choose))
        self.setFocusProxy(self.choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._panel.set_title(self.tr("Customers from before"))
        self._how.setText(
            self.tr(
                "An Excel or CSV file from KiotViet, Sapo, POS365, Loyverse or your own table, with phone, "
                "name and points. Nothing is written before you have seen what becomes of every row."
            )
        )
        self.choose.setText(self.tr("Choose the file"))
        self.another.setText(self.tr("Another list"))


def _take_in(
    lists: Lists, list_id: UUID, verdicts: tuple[Verdict, ...], wording: Consent, progress: Progress
) -> TakenIn:
    return lists.take_in(list_id, verdicts, wording=wording, progress=progress)
