"""A list of customers before it comes in: who joins, who is a member already, who stays out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.customer_list import Known, Ready, Refused, Twice, Verdict
from loyalpos.engine.list_columns import Column, guess_columns
from loyalpos.engine.money import group_digits
from loyalpos.ui.office.column_choice import ColumnChoice
from loyalpos.ui.office.list_words import column_name, is_problem, verdict_text, verdict_tone
from loyalpos.ui.office.row_review import RowReview
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.table import Cell
from loyalpos.ui.words.consent import list_wording

__all__ = ["ListReview"]


class ListReview(RowReview[Column, Verdict]):
    """Customers come in once the owner vouches for their agreement."""

    shown_columns = (Column.PHONE, Column.FAMILY, Column.NAME, Column.POINTS)
    figure_columns = (Column.PHONE, Column.POINTS)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ColumnChoice(Column, guess_columns, column_name), parent)

    def comes_in(self, verdict: Verdict) -> bool:
        """Tell whether a customer joins."""
        return isinstance(verdict, Ready)

    def is_problem(self, verdict: Verdict) -> bool:
        """Tell whether the owner may want to look at a row: everything but plain ones."""
        return is_problem(verdict)

    def outcome(self, verdict: Verdict) -> Cell:
        """Say what becomes of a row."""
        return Cell(verdict_text(verdict), verdict_tone(verdict), strong=True)

    def chips(self, verdicts: tuple[Verdict, ...]) -> list[Chip]:
        """Count who comes in, who is there already, and who stays out."""
        known = sum(isinstance(one, Known) for one in verdicts)
        twice = sum(isinstance(one, Twice) for one in verdicts)
        refused = sum(isinstance(one, Refused) for one in verdicts)
        chips = [Chip(self.tr("Come in: {count}").format(count=group_digits(self.coming_in())), Tone.BRAND)]
        for count, words, tone in (
            (known, self.tr("Members already: {count}"), Tone.PLAIN),
            (twice, self.tr("Twice in the list: {count}"), Tone.PLAIN),
            (refused, self.tr("Stay out: {count}"), Tone.RED),
        ):
            if count:
                chips.append(Chip(words.format(count=group_digits(count)), tone))
        return chips

    def vouched(self) -> str:
        """Give the sentence about the customers' agreement."""
        return list_wording()

    def way_in(self, count: int) -> str:
        """Name the button that takes so many customers in."""
        if not count:
            return self.tr("Nobody comes in – check the columns above")
        return self.tr("Take in %Ln customer(s)", "", count)
