"""Cards and printing: batches of blanks, sheets of members' cards, how a card looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from loyalpos.engine.batches import Batch
from loyalpos.engine.codes import card_code
from loyalpos.services.till import Till
from loyalpos.ui.office.batch_panel import BatchPanel
from loyalpos.ui.office.card_face import blank_face, card_lines, face_of
from loyalpos.ui.office.card_preview import CardPreview
from loyalpos.ui.office.chosen_members import ChosenMembers
from loyalpos.ui.office.columns import TwoColumns
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page, Workplace
from loyalpos.ui.office.paper_choice import PaperChoice
from loyalpos.ui.office.printing_job import CardPrinting, Cards, Way
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words

if TYPE_CHECKING:
    from pathlib import Path

    from loyalpos.printing.card import CardFace
    from loyalpos.printing.layouts import Shelf

__all__ = ["CardsPage"]

_EXAMPLE = card_code("123456789012")
_FOUND = 20


class CardsPage(Page):
    """What is printed: blanks at the left, the look of a card and members' cards at the right."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.batches = BatchPanel()
        self._look = Panel(" ")
        self.preview = CardPreview()
        self.paper = PaperChoice()
        self._remark = Words("", "small", "quiet", wrap=True)
        self.members = ChosenMembers()
        self.work = LongWork()
        self.printing = CardPrinting(self, self.work)
        for part in (self.preview, self.paper, self._remark):
            self._look.body.addWidget(part)
        columns = TwoColumns()
        columns.add_left(self.batches)
        columns.add_right(self._look)
        columns.add_right(self.members)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self.setFocusProxy(self.batches.count)
        self.batches.new_wanted.connect(self._print_new)
        self.batches.again_wanted.connect(self._print_rest)
        self.members.typed.connect(self._search)
        self.members.cards_wanted.connect(self._print_members)
        self.work.started.connect(partial(self._set_busy, busy=True))
        self.work.ended.connect(partial(self._set_busy, busy=False))
        # Also where nothing was printed in the end: the cards are made all the same.
        self.work.ended.connect(self.refresh)
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Cards & printing")

    def refresh(self) -> None:
        """Read the batches again, and draw the card as the shop is now."""
        if self.till is None:
            return
        self.workplace.reader.run_latest(
            "office-batches",
            partial(_batches_card_and_papers, self.till, self.workplace.folders.layouts),
            done=self._show_read,
            refused=self.refuse,
            unavailable=self.refuse,
        )

    def changeEvent(self, event: QEvent) -> None:
        """Read again what was given out at the counter meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.isVisible():
            self.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._look.set_title(self.tr("How a card looks"))
        self._remark.setText(
            self.tr(
                "Name, address and colour come from the settings, the lines on the back from the program. "
                "Print at 100%, on both sides, turned over the long edge."
            )
        )
        self.refresh()

    def _show_read(self, read: tuple[tuple[Batch, ...], CardFace, Shelf]) -> None:
        batches, card, shelf = read
        self.paper.show_shelf(shelf)
        self.preview.show_face(card, self.tr("A blank card, front and back"))
        if self.till is not None:
            self.batches.show_batches(batches, self.till.shop.time)

    def _set_busy(self, *, busy: bool) -> None:
        self.batches.set_busy(busy)
        self.members.set_busy(busy)

    def _print_new(self, count: int, way: Way) -> None:
        till = self.till
        if till is None:
            return
        # The id is drawn now, so that a second press of the button cannot make a second batch.
        action = till.shop.outside.new_id()
        name = self.tr("blank cards {count}").format(count=count)
        faces = partial(_new_blanks, till, action, count)
        self.printing.send(Cards(faces, name, self.paper.layout_chosen()), way)

    def _print_rest(self, batch: UUID, way: Way) -> None:
        if self.till is None:
            return
        name = self.tr("blank cards {count}").format(count=batch.hex[:6])
        faces = partial(_blanks_left, self.till, batch)
        self.printing.send(Cards(faces, name, self.paper.layout_chosen()), way)

    def _print_members(self, way: Way) -> None:
        if self.till is None:
            return
        who = tuple(one.id for one in self.members.chosen())
        faces = partial(_faces_of, self.till, who)
        self.printing.send(Cards(faces, self.tr("member cards"), self.paper.layout_chosen()), way)

    def _search(self, typed: str) -> None:
        if self.till is None:
            return
        self.workplace.reader.run_latest(
            "office-card-search",
            partial(self.till.members.find, typed, _FOUND),
            done=self.members.show_found,
            refused=self.refuse,
            unavailable=self.refuse,
        )


def _batches_card_and_papers(till: Till, layouts: Path) -> tuple[tuple[Batch, ...], CardFace, Shelf]:
    from loyalpos.printing.layouts import layouts_in  # noqa: PLC0415 - printing costs start-up time

    return till.cards.batches(), blank_face(till, _EXAMPLE, card_lines(till)), layouts_in(layouts)


def _new_blanks(till: Till, action: UUID, count: int) -> tuple[CardFace, ...]:
    lines = card_lines(till)
    return tuple(blank_face(till, code, lines) for code in till.cards.issue(action, count))


def _blanks_left(till: Till, batch: UUID) -> tuple[CardFace, ...]:
    lines = card_lines(till)
    return tuple(blank_face(till, code, lines) for code in till.cards.blanks_of(batch))


def _faces_of(till: Till, who: tuple[UUID, ...]) -> tuple[CardFace, ...]:
    lines = card_lines(till)
    faces = (face_of(till, till.members.member(member), lines) for member in who)
    return tuple(face for face in faces if face is not None)
