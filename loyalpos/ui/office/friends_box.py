"""What came of members sending their friends: who joined, what they bought, who sent them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.ratios import half_up
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.rewards import about

if TYPE_CHECKING:
    from loyalpos.services.results import Friends
    from loyalpos.services.till import Till

__all__ = ["FriendsBox"]

_DAYS = (30, 90, 365)
_EVER = "ever"
_USUAL_DAYS = 90
_MOST_ROWS = 10
_WHOLE_BP = 10_000


class FriendsBox(Translated, Panel):
    """New members and sales that came by friends; a click or Enter opens who sent them.

    Signals:
        opened(UUID): A member is to be looked at.
    """

    opened = Signal(object)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._page = page
        self._friends: Friends | None = None
        self.days = ChoiceBox()
        self._which = Sentence({"days": self.days})
        self._joined = Words("", wrap=True)
        self._bought = Words("", wrap=True)
        self.table = Table("", all_rows=True)
        for part in (self._which, self._joined, self._bought, self.table):
            self.body.addWidget(part)
        self.days.chosen.connect(self.refresh)
        self.table.opened.connect(self._open_row)
        self.retranslate()
        self.days.choose(str(_USUAL_DAYS))

    def refresh(self) -> None:
        """Read again what came of it."""
        till = self._page.till
        if till is None:
            return
        days = None if self.days.choice() == _EVER else int(self.days.choice())
        # Not in the reader's lane: a big shop's bills take a second, and the counter finds members there.
        self._page.workplace.files.run_latest(
            "office-friends",
            partial(_friends, till, days),
            done=self._show_read,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def said(self) -> tuple[str, str]:
        """What is said of new members, and of what they bought."""
        return self._joined.text(), self._bought.text()

    def _show_read(self, friends: Friends) -> None:
        self._friends = friends
        self._show()

    def _show(self) -> None:
        friends = self._friends
        self.table.setVisible(friends is not None and bool(friends.listed))
        self._bought.setVisible(friends is not None)
        if friends is None:
            self._joined.setText(self.tr("Adding up…"))
            return
        words = self.tr(
            "%Ln new member(s); {friends} of them were sent by a friend ({part}).", "", friends.joined
        )
        self._joined.setText(
            words.format(friends=group_digits(friends.friends), part=_share(friends.friends, friends.joined))
        )
        words = self.tr(
            "Members who once came by a friend bought for {sales}: {part} of what members bought."
        )
        self._bought.setText(
            words.format(sales=vnd(friends.friends_vnd), part=_share(friends.friends_vnd, friends.sales_vnd))
        )
        columns = (
            Column(self.tr("Who brought friends"), wide=True),
            Column(self.tr("New friends"), figures=True),
            Column(self.tr("Their friends bought"), figures=True),
        )
        rows = [
            (
                Cell(one.name or self.tr("Customer without a name"), strong=True),
                Cell(group_digits(one.friends)),
                Cell(vnd(one.sales_vnd), "brand", strong=True),
            )
            for one in friends.listed
        ]
        self.table.set_rows(columns, rows)

    def _open_row(self, row: int) -> None:
        if self._friends is not None:
            self.opened.emit(self._friends.listed[row].id)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Brought by friends"))
        self.days.setAccessibleName(self.tr("Which days"))
        self.days.offer(
            [(str(days), self.tr("the last {days} days").format(days=days)) for days in _DAYS]
            + [(_EVER, self.tr("all days"))]
        )
        self._which.say(self.tr("In {days}"))
        self.table.setAccessibleName(self.tr("Who brought friends"))
        self._show()


def _share(part: int, whole: int) -> str:
    return about(half_up(part * _WHOLE_BP, whole) if whole else 0)


def _friends(till: Till, days: int | None) -> Friends:
    return till.results.friends(days, _MOST_ROWS)
