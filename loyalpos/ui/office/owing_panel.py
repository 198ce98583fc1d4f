"""Whose bills are still to be paid: who, since when and how much, on the screen or in a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.part_paid import Debtor
from loyalpos.engine.phones import spaced
from loyalpos.services.owing import open_bills, write_open_bills
from loyalpos.services.till import Till
from loyalpos.ui.office.list_saving import ListSaving, WritePersonal
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.member_list import MemberList
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words import dates

__all__ = ["OwingPanel"]

_LONG_DAYS = 30


class OwingPanel(MemberList[Debtor]):
    """Bills with open amounts, the oldest first."""

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._saving = ListSaving(self, page, work)
        self.export = ActionButton("")
        self.total = Words("", "base", "quiet", wrap=True)
        self.setFocusProxy(self.back)
        self.export.clicked.connect(self._ask_where)
        self.lay(WrapRow(self.back, self.export), self.total, self.table, self.empty)

    def question(self, till: Till) -> Callable[[], tuple[Debtor, ...]]:
        """Ask what is still to be paid."""
        return partial(open_bills, till.shop)

    def columns(self) -> tuple[Column, ...]:
        """Head the columns, the name's the wide one."""
        name, *others = self._heads()
        return (Column(name, wide=True), *(Column(head, figures=True) for head in others))

    def row(self, one: Debtor) -> tuple[Cell, ...]:
        """Say who owes, how much and since when."""
        return (
            self.called(one.name),
            Cell("–" if one.phone is None else spaced(one.phone), "quiet"),
            Cell(vnd(one.owed.open_vnd), strong=True),
            Cell(group_digits(one.days), "amber" if one.days > _LONG_DAYS else "ink"),
            Cell(dates.day(one.owed.day)),
            Cell(one.owed.number or "–", "quiet"),
            Cell(vnd(one.owed.total_vnd), "quiet"),
        )

    def whose(self, one: Debtor) -> UUID:
        """Tell who owes."""
        return one.member

    def show_found(self) -> None:
        """Show the bills and what they come to."""
        super().show_found()
        found = self._found
        words = self.tr("Bills with open amounts: {bills}, together {amount}.")
        open_vnd = sum(one.owed.open_vnd for one in found)
        self.total.setText(words.format(bills=group_digits(len(found)), amount=vnd(open_vnd)))
        for part in (self.total, self.export):
            part.setVisible(bool(found))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        self.export.setText(self.tr("Write the bills to a file…"))
        self.table.setAccessibleName(self.tr("Bills with open amounts"))
        self.empty.set_sentence(self.tr("Nobody owes anything: every bill is paid."))

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Name"),
            self.tr("Phone"),
            self.tr("Still to be paid"),
            self.tr("Days"),
            self.tr("Since"),
            self.tr("Receipt"),
            self.tr("Bill"),
        )

    def _ask_where(self) -> None:
        self._saving.ask_personal(
            self.tr("Write the bills to a file"), self.tr("bills to be paid"), self._writing
        )

    def _writing(self) -> WritePersonal | None:
        till, found, heads = self._page.till, self._found, self._heads()
        if till is None:
            return None
        return lambda path, export, _progress: write_open_bills(till.shop, path, found, heads, export)
