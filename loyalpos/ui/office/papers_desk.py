"""What the office prints for members: picked one by one or by the group, on the paper that is wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from loyalpos.engine.members import Candidate
from loyalpos.engine.money import group_digits
from loyalpos.engine.phones import masked
from loyalpos.services.till import Till
from loyalpos.ui.office.card_face import card_lines, face_of
from loyalpos.ui.office.chosen_members import ChosenMembers
from loyalpos.ui.office.member_papers import checklist_papers, friend_papers, letter_papers
from loyalpos.ui.office.paper_fields import CHECKLIST, FRIENDS, LETTERS
from loyalpos.ui.office.printing_job import Cards, Papers, Printing, Way, card_papers

if TYPE_CHECKING:
    from collections.abc import Callable

    from loyalpos.printing.card import CardFace
    from loyalpos.printing.layouts import SheetLayout
    from loyalpos.ui.office.page import Page

__all__ = ["PapersDesk"]

_FOUND = 20
_MOST = 1_000


class PapersDesk(QObject):
    """Finds members for the panel, and prints what it asks for."""

    def __init__(
        self,
        page: Page,
        panel: ChosenMembers,
        printing: Printing,
        layout: Callable[[], SheetLayout | str],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._printing = printing
        self._layout = layout
        self._knows_words = False
        panel.typed.connect(self._search)
        panel.group_wanted.connect(self._find_group)
        panel.picked_changed.connect(self._read_reach)
        panel.papers_wanted.connect(self._print)

    def refresh(self) -> None:
        """Read the groups there are, and the words of the last letter."""
        till = self._page.till
        if till is not None:
            self._read("office-groups", partial(_groups, till), self._show_groups)

    def _show_groups(
        self, read: tuple[tuple[tuple[str, int], ...], tuple[tuple[str, str], ...], str, int]
    ) -> None:
        tags, tiers, words, month = read
        self._panel.show_groups(tags, tiers, month)
        if not self._knows_words:
            self._knows_words = True
            self._panel.papers.show_words(words)

    def _search(self, typed: str) -> None:
        till = self._page.till
        if till is not None:
            self._read(
                "office-card-search", partial(till.members.find, typed, _FOUND), self._panel.show_found
            )

    def _find_group(self, kind: str, name: str) -> None:
        till = self._page.till
        if till is not None:
            self._read("office-group", partial(_in_group, till, kind, name), self._take_group)

    def _take_group(self, found: tuple[Candidate, ...]) -> None:
        self._panel.pick_all(found)

    def _read_reach(self) -> None:
        till = self._page.till
        picked = self._panel.chosen()
        if till is None or not picked:
            self._panel.papers.show_reach(None, ())
            return
        job = partial(till.letters.agreed, tuple(one.id for one in picked))
        self._read("office-reach", job, partial(self._show_reach, picked))

    def _show_reach(self, picked: tuple[Candidate, ...], agreed: frozenset[UUID]) -> None:
        nameless = self.tr("Customer without a name")
        left_out = tuple(
            one.name or (nameless if one.phone is None else masked(one.phone))
            for one in picked
            if one.id not in agreed
        )
        self._panel.papers.show_reach(len(picked) - len(left_out), left_out)
        self._panel.set_reached(len(picked) - len(left_out))

    def _print(self, way: Way) -> None:
        till = self._page.till
        who = tuple(one.id for one in self._panel.chosen())
        if till is None or not who or not self._panel.papers.is_ready(self._panel.sheets()):
            return
        self._printing.send(self._papers(till, who), way)

    def _papers(self, till: Till, who: tuple[UUID, ...]) -> Papers:
        fields = self._panel.papers
        kind, first = fields.kind.choice(), fields.first_wanted() or 1
        if kind == LETTERS:
            words = fields.words.toPlainText()
            self._page.workplace.writer.run(
                partial(till.letters.keep, words),
                done=_nothing,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
                owner=self,
            )
            paper, with_code = fields.paper.choice(), fields.code.choice() == "yes"
            return letter_papers(till, who, words, paper=paper, with_code=with_code, first=first)
        if kind == CHECKLIST:
            return checklist_papers(till, who, fields.gift.text().strip())
        if kind == FRIENDS:
            return friend_papers(till, who[first - 1 :])
        title = self.tr("Cards of members: {count}").format(count=group_digits(len(who) - first + 1))
        faces = partial(_faces_of, till, who, first)
        return card_papers(till, Cards(title, self.tr("member cards"), faces, self._layout()))

    def _read(self, key: str, job: Callable[[], object], done: Callable[..., object]) -> None:
        self._page.workplace.reader.run_latest(
            key, job, done=done, refused=self._page.refuse, unavailable=self._page.refuse, owner=self
        )


def _groups(till: Till) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, str], ...], str, int]:
    tags = tuple((one.tag, one.members) for one in till.tags.in_use() if one.members)
    month = till.shop.time.business_day(till.shop.now()).month
    return tags, till.letters.tiers(), till.letters.words(), month


def _in_group(till: Till, kind: str, name: str) -> tuple[Candidate, ...]:
    if kind == "month":
        return till.letters.born_in(int(name))
    if kind == "tier":
        return till.letters.in_tier(name)
    return till.tags.wearers(name, _MOST)


def _faces_of(till: Till, who: tuple[UUID, ...], first: int) -> tuple[CardFace, ...]:
    lines = card_lines(till)
    found = ((member, face_of(till, till.members.member(member), lines)) for member in who)
    faces = tuple((member, face) for member, face in found if face is not None)[first - 1 :]
    till.exports.note_cards([member for member, _ in faces])
    return tuple(face for _, face in faces)


def _nothing(_done: None) -> None:
    """The words are kept; nobody has to be told."""
