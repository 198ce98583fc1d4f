"""Customers who are there twice: likely pairs, any two that are chosen, and the merges of before."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from loyalpos.engine.members import Candidate
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import spaced
from loyalpos.services.merging import LikelyPairs, PairListed
from loyalpos.services.till import Till
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.merge_desk import MergeDesk
from loyalpos.ui.office.merged_list import MergedList
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.merging import why_alike

__all__ = ["DuplicatesPanel"]

_MOST = 8


class DuplicatesPanel(QWidget, Themed):
    """Likely pairs with their reasons; Enter or a click looks at two side by side, Esc goes back.

    Signals:
        left(): Back to all members.
    """

    left = Signal()

    def __init__(self, page: Page, work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._work = work
        self._pairs: LikelyPairs | None = None
        self._found: tuple[Candidate, ...] = ()
        self._first: Candidate | None = None
        self.back = ActionButton("", "Esc")
        self.again = ActionButton("")
        self._buttons = WrapRow(self.back, self.again)
        self._told = Words("", "base", "quiet", wrap=True)
        self.pairs = Table("", all_rows=True)
        self.empty = EmptyState("people", "")
        self._by_hand = Panel(" ")
        self._picked = Words("", "base", "ink", wrap=True)
        self.box = FindBox()
        self.found = Table("", all_rows=True)
        for part in (self._picked, self.box, self.found):
            self._by_hand.body.addWidget(part)
        for table in (self.pairs, self.found):
            table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.desk = MergeDesk(page, work)
        self.merged = MergedList(page, work)
        self._column = QVBoxLayout(self)
        above: tuple[QWidget, ...] = (self._buttons, self._told, self.pairs, self.empty)
        for widget in (*above, self._by_hand, self.desk, self.merged):
            self._column.addWidget(widget)
        self.setFocusProxy(self.pairs)
        self.back.clicked.connect(self._leave)
        self.again.clicked.connect(self.look_for_pairs)
        self.pairs.opened.connect(self._open_pair)
        self.box.textChanged.connect(self._search)
        self.found.opened.connect(self._pick)
        self.desk.left.connect(self._close_desk)
        self.desk.done.connect(self._after)
        self.merged.parted.connect(self.look_for_pairs)
        self.desk.hide()
        self._retranslate()
        self.follow_theme()

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

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, first from two that are looked at."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _leave(self) -> None:
        if self.desk.isHidden():
            self.left.emit()
        else:
            self._close_desk()

    # Likely pairs ---------------------------------------------------------------------------------

    def _show_pairs(self, found: LikelyPairs | None) -> None:
        if found is None:
            return
        self._pairs = found
        self._show()

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
        if till is None:
            return
        self._page.workplace.reader.run_latest(
            "office-two",
            partial(_find, till, typed),
            done=self._take_found,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _take_found(self, found: tuple[Candidate, ...]) -> None:
        self._found = found
        self._show_found()

    def _show_found(self) -> None:
        columns = (
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Points"), figures=True),
        )
        rows = [
            (
                Cell(one.name or self.tr("Customer without a name"), strong=True),
                Cell("–" if one.phone is None else spaced(one.phone), "quiet"),
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

    def _pick(self, row: int) -> None:
        one = self._found[row]
        if self._first is None or self._first.id == one.id:
            self._first = one
            self.box.clear()
            self._take_found(())
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

    def _retranslate(self) -> None:
        self.back.setText(self.tr("All members"))
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
