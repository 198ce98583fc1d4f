"""How much of what members bought the best customers bring, and who they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.best_customers import PERCENTS, BestCustomer, TopPart
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.phones import masked
from loyalpos.engine.ratios import half_up
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.list_saving import ListSaving, WritePersonal
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.share_rows import Share, ShareRows
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.rewards import about

if TYPE_CHECKING:
    from loyalpos.services.results import Best
    from loyalpos.services.till import Till

__all__ = ["BestBox"]

_DAYS = (30, 90, 365)
_EVER = "ever"
_USUAL_DAYS = 90
_USUAL_PERCENT = 20
_MOST_ROWS = 50
_WHOLE_BP = 10_000


class BestBox(Translated, Panel):
    """The best customers of some days; a click or Enter opens one.

    Signals:
        opened(UUID): A member is to be looked at.
    """

    opened = Signal(object)

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._page = page
        self._saving = ListSaving(self, page, work)
        self._best: Best | None = None
        self.days = ChoiceBox()
        self.percent = ChoiceBox()
        self._which = Sentence({"days": self.days, "percent": self.percent})
        self._said = Words("", wrap=True)
        self.shares = ShareRows()
        self.table = Table("", all_rows=True)
        self._more = Words("", "small", "quiet", wrap=True)
        self.export = ActionButton("")
        self._buttons = WrapRow(self.export)
        for part in (self._which, self._said, self.shares, self.table, self._more, self._buttons):
            self.body.addWidget(part)
        self.days.chosen.connect(self.refresh)
        self.percent.chosen.connect(self.refresh)
        self.table.opened.connect(self._open_row)
        self.export.clicked.connect(self._ask_where)
        self.retranslate()
        self.days.choose(str(_USUAL_DAYS))
        self.percent.choose(str(_USUAL_PERCENT))

    def refresh(self) -> None:
        """Read again who bought most."""
        till = self._page.till
        if till is None:
            return
        # Not in the reader's lane: a big shop's bills take a second, and the counter finds members there.
        self._page.workplace.files.run_latest(
            "office-best",
            partial(_best, till, self._chosen_days(), int(self.percent.choice())),
            done=self._show_read,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def said(self) -> str:
        """What is said of all buyers."""
        return self._said.text()

    def _chosen_days(self) -> int | None:
        return None if self.days.choice() == _EVER else int(self.days.choice())

    def _show_read(self, best: Best) -> None:
        self._best = best
        self._show()

    def _show(self) -> None:
        best = self._best
        there = best is not None and best.buyers > 0
        for part in (self.shares, self.table, self._buttons):
            part.setVisible(there)
        self._more.setVisible(best is not None and best.chosen > len(best.listed))
        if best is None:
            self._said.setText(self.tr("Adding up…"))
            return
        if not there:
            self._said.setText(self.tr("No member has bought anything in this time."))
            return
        words = self.tr(
            "%Ln member(s) bought for {sales}, returned goods left out. "
            "{few} of them ({part}) bring 80% of it.",
            "",
            best.buyers,
        )
        self._said.setText(
            words.format(
                sales=vnd(best.sales_vnd),
                few=group_digits(best.for_four_fifths),
                part=about(half_up(best.for_four_fifths * _WHOLE_BP, best.buyers)),
            )
        )
        self.shares.show_shares(
            [
                Share(
                    self.tr("The best {percent}%: %Ln customer(s)", "", part.members).format(
                        percent=part.percent
                    ),
                    part.share_bp,
                    about(part.share_bp),
                )
                for part in _distinct(best.parts)
            ]
        )
        self._show_listed(best)

    def _show_listed(self, best: Best) -> None:
        columns = (
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Bills"), figures=True),
            Column(self.tr("Bought"), figures=True),
        )
        self.table.set_rows(columns, [self._row(one) for one in best.listed])
        words = self.tr("The first {shown} of {all}; the file has all of them.")
        self._more.setText(words.format(shown=group_digits(len(best.listed)), all=group_digits(best.chosen)))

    def _row(self, one: BestCustomer) -> tuple[Cell, ...]:
        return (
            Cell(one.name or self.tr("Customer without a name"), strong=True),
            Cell("–" if one.phone is None else masked(one.phone), "quiet"),
            Cell(group_digits(one.bills)),
            Cell(vnd(one.sales_vnd), "brand", strong=True),
        )

    def _open_row(self, row: int) -> None:
        if self._best is not None:
            self.opened.emit(self._best.listed[row].id)

    def _ask_where(self) -> None:
        title = self.tr("Write the best customers to a file")
        self._saving.ask_personal(title, self.tr("best customers"), self._writing, stoppable=True)

    def _writing(self) -> WritePersonal | None:
        till, days, percent = self._page.till, self._chosen_days(), int(self.percent.choice())
        if till is None:
            return None
        heads = (
            self.tr("Name"),
            self.tr("Phone (of those who agreed to messages)"),
            self.tr("Bills"),
            self.tr("Bought (₫)"),
        )
        return lambda path, export, progress: till.results.write_best(
            path, days, percent, heads, export, progress
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("The best customers"))
        self.days.setAccessibleName(self.tr("Bills of which days"))
        self.days.offer(
            [(str(days), self.tr("the last {days} days").format(days=days)) for days in _DAYS]
            + [(_EVER, self.tr("all days"))]
        )
        self.percent.setAccessibleName(self.tr("How many of the buyers"))
        self.percent.offer([(str(part), f"{part}%") for part in PERCENTS])
        self._which.say(self.tr("Bills of {days} – list the best {percent} of the buyers"))
        self.table.setAccessibleName(self.tr("Best customers"))
        self.export.setText(self.tr("Write this list to a file…"))
        self._show()


def _distinct(parts: Sequence[TopPart]) -> list[TopPart]:
    """Leave out smaller parts that are the same few people."""
    return list({part.members: part for part in parts}.values())


def _best(till: Till, days: int | None, part: int) -> Best:
    return till.results.best(days, part, _MOST_ROWS)
