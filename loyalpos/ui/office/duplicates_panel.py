"""Customers who are there twice: likely pairs, any two that are chosen, and the merges of before."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loyalpos.engine.members import Candidate
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.services.merging import LikelyPairs, PairListed
from loyalpos.services.till import Till
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.member_list import BesideMembers
from loyalpos.ui.office.merge_desk import MergeDesk
from loyalpos.ui.office.merged_list import MergedList
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words.merging import why_alike

__all__ = ["DuplicatesPanel"]

_MOST = 8


class DuplicatesPanel(BesideMembers):
    """Likely pairs with their reasons; Enter or a click looks at two side by side, Esc leaves them first."""

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._work = work
        self._pairs: LikelyPairs | None = None
        self._found: tuple[Candidate, ...] = ()
        self._found_for = ""
        self._enter_waits = False
        self._first: Candidate | None = None
        self.again = ActionButton("")
        self._told = Words("", "base", "quiet", wrap=True)
        self.pairs = Table("", all_rows=True)
        self.empty = EmptyState("people", "")
        self._by_hand = Panel(" ")
        self._picked = Words("", "base", "ink", wrap=True)
        self.box = FindBox()
        self.found = Table("", all_rows=True)
        self._same = Notice()
        for part in (self._picked, self.box, self._same, self.found):
            self._by_hand.body.addWidget(part)
        self.desk = MergeDesk(page, work)
        self.merged = MergedList(page, work)
        # The pairs are still to be found.
        self.setFocusProxy(self.back)
        self.again.clicked.connect(self.look_for_pairs)
        self.pairs.opened.connect(self._open_pair)
        self.box.textChanged.connect(self._search)
        self.box.returnPressed.connect(self._pick_top)
        self.found.opened.connect(self._pick)
        self.desk.left.connect(self._close_desk)
        self.desk.done.connect(self._after)
        self.merged.parted.connect(self.look_for_pairs)
        self.desk.hide()
        above = (WrapRow(self.back, self.again), self._told, self.pairs, self.empty)
        self.lay(*above, self._by_hand, self.desk, self.merged)

    def refresh(self) -> None:
        """Read the merges of before, and look for pairs where that was not done yet."""
        self.merged.refresh()
        if self._pairs is None:
            self.look_for_pairs()

    def look_for_pairs(self) -> None:
        """Go through all members once more."""
        till = self._page.till
        if till is None:
            return
        self.merged.refresh()
        self._work.run(
            self._page.workplace.files,
            self.tr("Looking for customers who are here twice:"),
            till.merging.listed,
            done=self._show_pairs,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def leave(self) -> None:
        """Go back, first from two that are looked at."""
        if self.desk.isHidden():
            super().leave()
        else:
            self._close_desk()

    # Likely pairs ---------------------------------------------------------------------------------

    def _show_pairs(self, found: LikelyPairs | None) -> None:
        if found is None:
            return
        self._pairs = found
        self._show()
        if found.shown and self.back.hasFocus():
            self.pairs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        inside = not self.desk.isHidden()
        found = self._pairs
        shown: tuple[PairListed, ...] = () if found is None else found.shown
        columns = (
            Column(self.tr("Customer")),
            Column(self.tr("Perhaps the same")),
            Column(self.tr("Why"), wide=True),
            Column(self.tr("Points"), figures=True),
        )
        rows = [
            (
                Cell(self._called(one.first), strong=True),
                Cell(self._called(one.second), strong=True),
                Cell(", ".join(why_alike(why) for why in one.pair.why), "quiet"),
                Cell(f"{group_digits(one.first.balance)} + {group_digits(one.second.balance)}", "brand"),
            )
            for one in shown
        ]
        self.pairs.set_rows(columns, rows)
        self.pairs.setVisible(bool(shown) and not inside)
        self.empty.setVisible(found is not None and not shown and not inside)
        self._told.setVisible(bool(shown) and not inside)
        if found is not None:
            words = self.tr(
                "%Ln pair(s) may be one customer. Choose one to see both side by side.", "", found.count
            )
            self._told.setText(words)
        self._by_hand.setVisible(not inside)
        self.merged.set_away(inside)
        self.again.setVisible(not inside)
        self._show_found()

    def _called(self, one: Candidate) -> str:
        name = one.name or self.tr("Customer without a name")
        return name if one.phone is None else f"{name} · …{one.phone[-3:]}"

    def _open_pair(self, row: int) -> None:
        if self._pairs is not None:
            one = self._pairs.shown[row]
            self._open(one.first.id, one.second.id)

    # Any two --------------------------------------------------------------------------------------

    def _search(self) -> None:
        till, typed = self._page.till, self.box.text().strip()
        if typed:
            self._same.say("")
        self._enter_waits = False
        if till is not None:
            self.read("office-two", partial(_find, till, typed), partial(self._take_found, typed))

    def _take_found(self, typed: str, found: tuple[Candidate, ...]) -> None:
        self._found_for, self._found = typed, found
        self._show_found()
        if self._enter_waits:
            self._pick_top()

    def _show_found(self) -> None:
        columns = (
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Points"), figures=True),
        )
        rows = [
            (
                Cell(one.name or self.tr("Customer without a name"), strong=True),
                Cell("–" if one.phone is None else masked(one.phone), "quiet"),
                Cell(group_digits(one.balance), "brand"),
            )
            for one in self._found
        ]
        self.found.set_rows(columns, rows)
        self.found.setVisible(bool(rows))
        if self._first is None:
            self._picked.setText(self.tr("Choose two customers: find the first, then the second."))
        else:
            words = self.tr("{name} – and who else?")
            self._picked.setText(words.format(name=self._called(self._first)))

    def _pick_top(self) -> None:
        """Take the top row; Enter may come before it is there."""
        self._enter_waits = self._found_for != self.box.text().strip()
        if self._found and not self._enter_waits:
            self._pick(0)

    def _pick(self, row: int) -> None:
        one = self._found[row]
        if self._first is None or self._first.id == one.id:
            is_same, self._first = self._first is not None, one
            self.box.clear()
            self._take_found("", ())
            self._same.say(self.tr("That is the same customer – choose another one") if is_same else "")
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first, self._first = self._first, None
        self.box.clear()
        self._open(first.id, one.id)

    # Two side by side -----------------------------------------------------------------------------

    def _open(self, one: UUID, other: UUID) -> None:
        self.desk.open(one, other)
        self._show()
        self.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_desk(self) -> None:
        self.desk.hide()
        self._show()
        (self.pairs if not self.pairs.isHidden() else self.box).setFocus(Qt.FocusReason.OtherFocusReason)

    def _after(self) -> None:
        self._close_desk()
        self.look_for_pairs()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        self.again.setText(self.tr("Look again"))
        self.pairs.setAccessibleName(self.tr("Customers who may be the same"))
        self.empty.set_sentence(self.tr("Nobody seems to be here twice."))
        self._by_hand.set_title(self.tr("Merge any two"))
        self.box.setAccessibleName(self.tr("Find a customer to merge"))
        self.box.setPlaceholderText(self.tr("Name without marks, or last digits of the phone"))
        self.found.setAccessibleName(self.tr("Customers found"))
        self._show()


def _find(till: Till, typed: str) -> tuple[Candidate, ...]:
    return till.members.find(typed, _MOST) if typed else ()
