"""Members: found by name or phone, looked at, corrected, given cards."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from loyalpos.engine.codes import CardScan, Decoded, ForeignScan
from loyalpos.engine.members import Candidate
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.errors import Refusal
from loyalpos.services.members import CardOwner
from loyalpos.services.till import Till
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.member_desk import MemberDesk
from loyalpos.ui.office.member_details import MemberDetails, Seen, see
from loyalpos.ui.office.other_lists import OtherLists
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.queue_box import QueueBox
from loyalpos.ui.office.run_question import RunQuestion
from loyalpos.ui.office.runs_desk import RunsDesk
from loyalpos.ui.widgets.banner import BannerKind, EmptyState
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.words import dates

__all__ = ["MembersPage"]

_MOST = 50


class MembersPage(Page):
    """A search box over a list; Enter or a click opens a member in its place."""

    place = "members"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._found: tuple[Candidate, ...] = ()
        self._searching = False
        self._enter_waits = False
        self._open: UUID | None = None
        self._seen: Seen | None = None
        self.box = FindBox()
        self.list = Table("", all_rows=True)
        self.empty = EmptyState("people", "")
        self.details = MemberDetails()
        self.work = LongWork()
        self.desk = MemberDesk(self, self.details, self.work)
        self.others = OtherLists(self, self.work)
        self.queue = QueueBox(workplace.prints)
        self.question = RunQuestion()
        self.runs = RunsDesk(self, self.question, self.desk.printing, lambda: "cr80")
        for part in (self.box, self.others, self.list, self.empty, self.details):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self.below.addWidget(self.queue)
        self.below.addWidget(self.question)
        self.details.hide()
        self.empty.hide()
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(self._search)
        self.box.returnPressed.connect(self._open_top)
        # A shortcut, because the scroll area takes the key before the page would see it.
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.box, self._enter_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.opened.connect(self._open_row)
        self.others.shown.connect(self._show_parts)
        self.others.opened.connect(self.open_member)
        self.details.left.connect(self._close)
        self.details.origin.opened.connect(self.open_member)
        self.desk.changed.connect(self.refresh)
        self.desk.gone.connect(self._refuse_member)
        self.desk.erased.connect(self._close)
        self.retranslate()

    def refresh(self) -> None:
        """Read the list again, and the member who is open."""
        self._search()
        self.others.refresh()
        self.runs.refresh()
        if self._open is not None:
            self.open_member(self._open)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.box.setAccessibleName(self.tr("Find a member"))
        self.box.setPlaceholderText(self.tr("Name without marks, or last digits of the phone"))
        self.list.setAccessibleName(self.tr("Members found"))
        if self.till is not None:
            self._show_found(self._found)
        else:
            self.empty.set_sentence(
                self.tr("The shop’s books are not open, so nothing can be shown: see the counter.")
            )
            self._show_parts()

    def open_member(self, member: UUID) -> None:
        """Show a member instead of the list."""
        till = self.till
        if till is None:
            return
        self._open = member
        self.workplace.reader.run_latest(
            "office-member",
            partial(see, till, member),
            done=self._show_member,
            refused=self._refuse_member,
            unavailable=self.refuse,
        )

    def take_scan(self, decoded: Decoded) -> bool:
        """Take a scan: one more code for the member who is open, or the card of the one to open.

        Returns:
            Whether the scan meant something here.
        """
        if self._open is not None and self.details.card.is_linking:
            self.details.card.take_scan(decoded)
            return True
        if self.till is None or not isinstance(decoded, CardScan | ForeignScan):
            return False
        code = decoded.code if isinstance(decoded, CardScan) else decoded.raw
        self.workplace.reader.run(
            partial(self.till.members.by_code, code),
            done=self._open_owner,
            refused=self.refuse,
            unavailable=self.refuse,
        )
        return True

    # The list -------------------------------------------------------------------------------------

    def _search(self) -> None:
        till = self.till
        if till is None:
            return
        typed = self.box.text().strip()
        self._searching = True
        self._enter_waits = False
        self.workplace.reader.run_latest(
            "office-search",
            partial(_found, till, typed),
            done=self._take_found,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def _take_found(self, found: tuple[Candidate, ...]) -> None:
        self._searching = False
        self._show_found(found)
        if self._enter_waits:
            self._open_top()

    def _show_found(self, found: tuple[Candidate, ...]) -> None:
        till = self.till
        if till is None:
            return
        self._found = found
        columns = (
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Balance"), figures=True),
            Column(self.tr("Last visit"), figures=True),
        )
        rows = [
            (
                Cell(one.name or self.tr("Customer without a name"), strong=True),
                Cell("–" if one.phone is None else masked(one.phone), "quiet"),
                Cell(group_digits(one.balance), "brand", strong=True),
                Cell(
                    "–" if one.last_visit is None else dates.moment(one.last_visit, till.shop.time), "quiet"
                ),
            )
            for one in found
        ]
        self.list.set_rows(columns, rows)
        typed = self.box.text().strip()
        if typed:
            words = self.tr("Nobody fits “{typed}” – type another part of the name, or at least three digits")
            self.empty.set_sentence(words.format(typed=typed))
        else:
            self.empty.set_sentence(self.tr("No members yet – enrol the first one at the counter (F4)"))
        self._show_parts()

    def _show_parts(self) -> None:
        inside = self._open is not None and self._seen is not None
        self.details.setVisible(inside)
        self.others.give_way(inside)
        listed = not inside and self.others.panel is None
        self.box.setVisible(listed)
        self.list.setVisible(listed and bool(self._found))
        self.empty.setVisible(listed and not self._found)

    def _enter_list(self) -> None:
        if self._found:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.selectRow(0)

    def _open_row(self, row: int) -> None:
        self.open_member(self._found[row].id)

    def _open_top(self) -> None:
        # Enter may come before the answer to the last letter: it means the row that will be on top.
        self._enter_waits = self._searching
        if not self._searching and self._found:
            self._open_row(0)

    def _open_owner(self, owner: CardOwner) -> None:
        if owner.why is not None:
            self.refuse(owner.why)
        elif owner.member is None:
            words = self.tr("Nobody has this card – enrol with it at the counter")
            self.tell(BannerKind.ERROR, self.tr("Nobody found"), words)
        else:
            self.open_member(owner.member)

    # One member -----------------------------------------------------------------------------------

    def _show_member(self, seen: Seen) -> None:
        if self.till is None or self._open != seen.view.member.id:
            return
        is_read_again = self._seen is not None and self._seen.view.member.id == seen.view.member.id
        self._seen = seen
        self.details.show_member(seen, self.till)
        self.desk.open(seen)
        self._show_parts()
        if not is_read_again:
            self._note_look(seen.view.member.id)
            self.view.verticalScrollBar().setValue(0)
            self.details.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_look(self, member: UUID) -> None:
        if self.till is not None:
            self.workplace.writer.run(
                partial(self.till.my_data.note, member, "page"),
                done=_nothing,
                refused=_nothing,
                unavailable=self.refuse,
                owner=self,
            )

    def _close(self) -> None:
        self._open = None
        self._seen = None
        self._show_parts()
        self.view.verticalScrollBar().setValue(0)
        (self.others.panel or self.box).setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _refuse_member(self, refusal: Refusal) -> None:
        self._close()
        self.refuse(refusal)


def _nothing(_outcome: object) -> None:
    """Whoever went meanwhile is told of when the page is read again."""


def _found(till: Till, typed: str) -> tuple[Candidate, ...]:
    found = till.members.find(typed, _MOST) if typed else till.members.recent(_MOST)
    last_here = till.members.last_here([one.id for one in found])
    return tuple(replace(one, last_visit=last_here.get(one.id)) for one in found)
