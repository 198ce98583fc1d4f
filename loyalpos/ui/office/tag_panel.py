"""Tags for several members at once: picked from a search or from those who wear a tag already."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loyalpos.engine.members import Candidate
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.engine.tags import LONGEST_TAG, TagInUse, TagProblem, clean_tag
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.member_list import BesideMembers
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind, EmptyState
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words.problems import tag_problem

__all__ = ["TagPanel"]

_MOST = 200
_AT_ONCE = 100
"""Members whose tags are written in one transaction."""


class TagPanel(BesideMembers):
    """Members found or wearing a tag; Enter or a click picks one or drops it."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(page, parent)
        self._found: tuple[Candidate, ...] = ()
        self._in_use: tuple[TagInUse, ...] = ()
        self._picked: dict[UUID, Candidate] = {}
        self.wearing = ChoiceBox()
        self.box = FindBox()
        self.table = Table("", all_rows=True)
        self.empty = EmptyState("people", "")
        self.all = ActionButton("")
        self.nobody = ActionButton("")
        self._count = Words("", "strong", wrap=True)
        self.tag = FieldBox("")
        self.tag.edit.setMaxLength(LONGEST_TAG * 2)
        self.put_on = ActionButton("", look=Look.PRIMARY, icon="add")
        self.take_off = ActionButton("", icon="cross")
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(self._search)
        self.wearing.chosen.connect(self._search)
        self.table.opened.connect(self._pick)
        self.all.clicked.connect(self._pick_all)
        self.nobody.clicked.connect(self._drop_all)
        self.tag.edited.connect(lambda _text: self.tag.show_error(""))
        self.tag.submitted.connect(partial(self._change, on=True))
        self.put_on.clicked.connect(partial(self._change, on=True))
        self.take_off.clicked.connect(partial(self._change, on=False))
        self.lay(
            WrapRow(self.back, self.wearing),
            self.box,
            WrapRow(self.all, self.nobody),
            self._count,
            self.tag,
            WrapRow(self.put_on, self.take_off),
            self.table,
            self.empty,
        )

    def refresh(self) -> None:
        """Read again which tags there are, and who is listed."""
        till = self._page.till
        if till is None:
            return
        self.read("office-tags", till.tags.in_use, self._show_in_use)
        self._search()

    # Whom ---------------------------------------------------------------------------------------------

    def _search(self) -> None:
        till = self._page.till
        if till is None:
            return
        typed, tag = self.box.text().strip(), self.wearing.choice()
        if typed:
            job = partial(till.members.find, typed, _MOST)
        elif tag:
            job = partial(till.tags.wearers, tag, _MOST)
        else:
            job = partial(till.members.recent, _MOST)
        self.read("office-tagging", job, self._take)

    def _take(self, found: tuple[Candidate, ...]) -> None:
        self._found = found
        self._show_found()

    def _show_in_use(self, in_use: tuple[TagInUse, ...]) -> None:
        self._in_use = in_use
        words = self.tr("{tag} ({count})")
        rows = [(one.tag, words.format(tag=one.tag, count=group_digits(one.members))) for one in in_use]
        self.wearing.offer([("", self.tr("With any tag or none")), *rows])
        self.wearing.setVisible(bool(in_use))

    def _show_found(self) -> None:
        columns = (
            Column(self.tr("Picked")),
            Column(self.tr("Name"), wide=True),
            Column(self.tr("Phone"), figures=True),
            Column(self.tr("Balance"), figures=True),
        )
        self.table.set_rows(columns, [self._row(one) for one in self._found])
        for part in (self.table, self.all):
            part.setVisible(bool(self._found))
        self.empty.setVisible(not self._found)
        self._show_count()

    def _row(self, one: Candidate) -> tuple[Cell, ...]:
        is_picked = one.id in self._picked
        return (
            Cell(
                self.tr("✓ picked") if is_picked else "–", "brand" if is_picked else "quiet", strong=is_picked
            ),
            Cell(one.name or self.tr("Customer without a name"), strong=True),
            Cell("–" if one.phone is None else masked(one.phone), "quiet"),
            Cell(group_digits(one.balance)),
        )

    def _show_count(self) -> None:
        count = len(self._picked)
        none = self.tr("Pick customers in the list with Enter, then say the tag.")
        self._count.setText(self.tr("%Ln customer(s) picked", "", count) if count else none)
        self.nobody.setVisible(count > 0)
        for button in (self.put_on, self.take_off):
            button.setEnabled(count > 0)

    def _pick(self, row: int) -> None:
        one = self._found[row]
        if self._picked.pop(one.id, None) is None:
            self._picked[one.id] = one
        self._show_found()
        self.table.selectRow(row)

    def _pick_all(self) -> None:
        self._picked |= {one.id: one for one in self._found}
        self._show_found()

    def _drop_all(self) -> None:
        self._picked.clear()
        self._show_found()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    # What ---------------------------------------------------------------------------------------------

    def _change(self, *_: object, on: bool) -> None:
        tag = clean_tag(self.tag.text())
        if isinstance(tag, TagProblem):
            self.tag.show_error(tag_problem(tag))
            self.tag.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._page.till is None or not self._picked:
            return
        change = self._page.till.tags.change
        members = tuple(self._picked)
        parts = [members[first : first + _AT_ONCE] for first in range(0, len(members), _AT_ONCE)]
        for at, part in enumerate(parts):
            is_last = at == len(parts) - 1
            self._page.workplace.writer.run(
                partial(change, part, on=(tag,)) if on else partial(change, part, off=(tag,)),
                done=partial(self._say_done, tag, len(members), on) if is_last else _nothing,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
            )

    def _say_done(self, tag: str, members: int, on: bool, _changed: int) -> None:
        words = (
            self.tr("%Ln customer(s) with “{tag}” now", "", members)
            if on
            else self.tr("%Ln customer(s) without “{tag}” now", "", members)
        )
        self._page.tell(BannerKind.SUCCESS, words.format(tag=tag))
        self._picked.clear()
        self.tag.set_text("")
        self.refresh()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        self.wearing.setAccessibleName(self.tr("Who wears a tag"))
        self.box.setAccessibleName(self.tr("Find a member"))
        self.box.setPlaceholderText(self.tr("Name without marks, or last digits of the phone"))
        self.table.setAccessibleName(self.tr("Members found"))
        self.all.setText(self.tr("Pick all that are listed"))
        self.nobody.setText(self.tr("Pick nobody"))
        self.tag.set_label(self.tr("Tag"))
        self.tag.edit.setPlaceholderText(self.tr("e.g. VIP"))
        self.tag.show_error("")
        self.put_on.setText(self.tr("Put the tag on"))
        self.take_off.setText(self.tr("Take the tag off"))
        self.empty.set_sentence(self.tr("Nobody is listed – look for another name or tag."))
        self._show_in_use(self._in_use)
        self._show_found()


def _nothing(_changed: int) -> None:
    """Wait for the last part."""
