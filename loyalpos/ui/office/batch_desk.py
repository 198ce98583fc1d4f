"""What the office does with batches of pre-printed cards: made, printed, marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.batches import Batch, BatchCard, Way, ranges_text
from loyalpos.engine.codes import CardScan, Decoded, decode
from loyalpos.engine.money import group_digits
from loyalpos.services.cards import Marked
from loyalpos.services.till import Till
from loyalpos.ui.office.batch_panel import BatchPanel
from loyalpos.ui.office.card_face import blank_face, card_lines, faces_of_codes
from loyalpos.ui.office.printing_job import Cards, Printing, card_papers
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from loyalpos.printing.card import CardFace
    from loyalpos.printing.layouts import SheetLayout
    from loyalpos.ui.office.page import Page

__all__ = ["BatchDesk"]

_AT_ONCE: Final = 250
"""The most cards marked in one transaction."""

_NOTHING_YET: Final = Marked((), ())


class BatchDesk(QObject):
    """Carries out what the panel of batches asks for, and says what came of it.

    Signals:
        changed(): Cards were made or marked.
    """

    changed = Signal()

    def __init__(
        self, page: Page, panel: BatchPanel, printing: Printing, layout: Callable[[], SheetLayout | str]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._printing = printing
        self._layout = layout
        self._open: UUID | None = None
        panel.new_wanted.connect(self._print_new)
        panel.chosen.connect(self.open)
        panel.box.print_wanted.connect(self._print_again)
        panel.box.spoil_wanted.connect(self._spoil)
        panel.box.hand_wanted.connect(self._hand_out)
        panel.box.scanned.connect(self._look_up)

    def refresh(self) -> None:
        """Read the batches again, and the one that is open."""
        till = self._page.till
        if till is None:
            return
        self._page.workplace.reader.run_latest(
            "office-batches",
            partial(_read, till, self._open),
            done=self._show,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def open(self, batch: UUID) -> None:
        """Open a batch."""
        self._open = batch
        self.refresh()

    def take_scan(self, decoded: Decoded) -> bool:
        """Take a scan: the card of a batch is named, to be marked or printed."""
        if not isinstance(decoded, CardScan) or self._page.till is None:
            return False
        self._look_up(decoded.code)
        return True

    def _show(self, read: tuple[tuple[Batch, ...], tuple[BatchCard, ...]]) -> None:
        if self._page.till is None:
            return
        batches, cards = read
        self._panel.show_batches(batches)
        opened = next((one for one in batches if one.id == self._open), None)
        self._panel.box.show_batch(opened, cards, self._page.till.shop.time)
        self._panel.mark(self._open)

    # Printing -------------------------------------------------------------------------------------

    def _print_new(self, count: int, way: Way) -> None:
        till = self._page.till
        if till is None:
            return
        # The id is drawn now, so that a second press of the button cannot make a second batch.
        action = till.shop.outside.new_id()
        title = self.tr("New blank cards: {count}").format(count=group_digits(count))
        name = self.tr("blank cards {count}").format(count=count)
        faces = partial(_new_blanks, till, action, count)
        self._printing.send(card_papers(till, Cards(title, name, faces, self._layout(), action)), way)

    def _print_again(self, batch: Batch, numbers: tuple[int, ...], way: Way) -> None:
        till = self._page.till
        if till is None:
            return
        words = self.tr("Blank cards of batch {number}")
        title = words.format(number=group_digits(batch.number))
        if numbers:
            title = f"{title}: {ranges_text(numbers)}"
        faces = partial(_blanks_named, till, batch.id, numbers)
        cards = Cards(title, title.replace(":", " ")[:60], faces, self._layout(), batch.id)
        self._printing.send(card_papers(till, cards), way)

    # Marking --------------------------------------------------------------------------------------

    def _spoil(self, batch: Batch, numbers: tuple[int, ...]) -> None:
        if self._page.till is not None:
            self._mark(partial(self._page.till.cards.spoil, batch.id), numbers, self._say_spoilt)

    def _hand_out(self, batch: Batch, numbers: tuple[int, ...], to: str) -> None:
        if self._page.till is not None:
            job = partial(self._page.till.cards.hand_out, batch.id, to=to)
            self._mark(job, numbers, partial(self._say_handed, to))

    def _mark(
        self,
        job: Callable[[tuple[int, ...]], Marked],
        numbers: tuple[int, ...],
        done: Callable[[Marked], object],
        before: Marked = _NOTHING_YET,
    ) -> None:
        # Some at a time: a bill of the counter goes in between, and does not wait for a thousand cards.
        self._page.workplace.writer.run(
            partial(job, numbers[:_AT_ONCE]),
            done=partial(self._go_on, job, numbers[_AT_ONCE:], done, before),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _go_on(
        self,
        job: Callable[[tuple[int, ...]], Marked],
        rest: tuple[int, ...],
        done: Callable[[Marked], object],
        before: Marked,
        now: Marked,
    ) -> None:
        marked = Marked(before.marked + now.marked, before.left + now.left)
        if rest:
            self._mark(job, rest, done, marked)
        else:
            done(marked)

    def _say_spoilt(self, marked: Marked) -> None:
        words = self.tr("Spoilt and dead now: {numbers}")
        self._say_marked(words, marked)

    def _say_handed(self, to: str, marked: Marked) -> None:
        words = self.tr("Back in the drawer: {numbers}")
        if to:
            words = self.tr("With {place} now: {numbers}").replace("{place}", to)
        self._say_marked(words, marked)

    def _say_marked(self, words: str, marked: Marked) -> None:
        left = self.tr("Left as they are, with an owner or dead: {numbers}")
        more = left.format(numbers=ranges_text(marked.left)) if marked.left else ""
        if marked.marked:
            said = words.replace("{numbers}", ranges_text(marked.marked))
            self._page.tell(BannerKind.SUCCESS, said, more)
        else:
            self._page.tell(BannerKind.ERROR, self.tr("Not done"), more)
        self.refresh()
        self.changed.emit()

    def _look_up(self, code: str) -> None:
        till = self._page.till
        decoded = decode(code)
        if till is None:
            return
        text = decoded.code if isinstance(decoded, CardScan) else code
        self._page.workplace.reader.run(
            partial(till.cards.number_of, text),
            done=self._name,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _name(self, found: tuple[UUID, int]) -> None:
        batch, number = found
        if self._open == batch:
            self._panel.box.name_card(number)
            return
        self._open = batch
        till = self._page.till
        assert till is not None
        self._page.workplace.reader.run(
            partial(_read, till, batch),
            done=partial(self._show_and_name, number),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _show_and_name(self, number: int, read: tuple[tuple[Batch, ...], tuple[BatchCard, ...]]) -> None:
        self._show(read)
        self._panel.box.name_card(number)


def _read(till: Till, batch: UUID | None) -> tuple[tuple[Batch, ...], tuple[BatchCard, ...]]:
    return till.cards.batches(), () if batch is None else till.cards.cards_of(batch)


def _new_blanks(till: Till, action: UUID, count: int) -> tuple[CardFace, ...]:
    lines = card_lines(till)
    return tuple(blank_face(till, code, lines) for code in till.cards.issue(action, count))


def _blanks_named(till: Till, batch: UUID, numbers: tuple[int, ...]) -> tuple[CardFace, ...]:
    codes = till.cards.blanks_of(batch, numbers=numbers)
    return faces_of_codes(till, codes, card_lines(till), blank=True)
