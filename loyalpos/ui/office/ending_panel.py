"""Whose points end soon: to be told in time, on the screen or from a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from loyalpos.engine.members import PointsEnding
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked, spaced
from loyalpos.services.till import Till
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.list_saving import ListSaving, WritePersonal
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.member_list import MemberList
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words import dates

__all__ = ["EndingPanel"]

_DAYS = (7, 14, 30, 60, 90)
_USUAL = 30


class EndingPanel(MemberList[PointsEnding]):
    """Members of whose points some end within so many days."""

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._saving = ListSaving(self, page, work)
        self.export = ActionButton("")
        self.days = ChoiceBox()
        self._within = Sentence({"days": self.days})
        self._sum = Words("", "base", "quiet", wrap=True)
        self.setFocusProxy(self.days)
        self.export.clicked.connect(self._ask_where)
        self.days.chosen.connect(self.refresh)
        self.lay(WrapRow(self.back, self.export), self._within, self._sum, self.table, self.empty)
        self.days.choose(str(_USUAL))

    def question(self, till: Till) -> Callable[[], tuple[PointsEnding, ...]]:
        """Ask whose points end."""
        return partial(till.ending.within, int(self.days.choice()))

    def columns(self) -> tuple[Column, ...]:
        """Head the columns."""
        name, *figures = self._heads()
        return (
            Column(name, wide=True),
            *(Column(head, figures=True) for head in figures),
            Column(self.tr("Messages")),
        )

    def row(self, one: PointsEnding) -> tuple[Cell, ...]:
        """Say how many points end and when."""
        # The number of who has not agreed to be written to is of no use here.
        phone = "–" if one.phone is None else spaced(one.phone) if one.messages else masked(one.phone)
        return (
            self.called(one.name),
            Cell(phone, "quiet"),
            Cell(group_digits(one.points), "brand", strong=True),
            Cell(dates.day(one.first)),
            Cell(self.tr("agreed") if one.messages else self.tr("not agreed"), "quiet"),
        )

    def whose(self, one: PointsEnding) -> UUID:
        """Tell whose points end."""
        return one.id

    def show_found(self) -> None:
        """Show the members and what ends in all."""
        super().show_found()
        found = self._found
        told = sum(one.messages for one in found)
        words = self.tr("{members} customers, {points} points. {told} of them agreed to messages.")
        self._sum.setText(
            words.format(
                members=group_digits(len(found)),
                points=group_digits(sum(one.points for one in found)),
                told=group_digits(told),
            )
        )
        self._sum.setVisible(bool(found))
        self.export.setVisible(told > 0)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        self.export.setText(self.tr("Write those who agreed to a file…"))
        self.days.setAccessibleName(self.tr("Within how many days"))
        self.days.offer([(str(days), self.tr("{days} days").format(days=days)) for days in _DAYS])
        self._within.say(self.tr("Points that end within {days}"))
        self.table.setAccessibleName(self.tr("Members whose points end"))
        self.empty.set_sentence(self.tr("Nobody's points end in this time."))

    def _heads(self) -> tuple[str, str, str, str]:
        return (self.tr("Name"), self.tr("Phone"), self.tr("Points that end"), self.tr("First last day"))

    def _ask_where(self) -> None:
        title = self.tr("Write those who agreed to a file")
        self._saving.ask_personal(title, self.tr("points that end"), self._writing)

    def _writing(self) -> WritePersonal | None:
        till, found, heads = self._page.till, self._found, self._heads()
        if till is None:
            return None
        return lambda path, export, _progress: till.ending.write(path, found, heads, export)
