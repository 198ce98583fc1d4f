"""What was sent to printers: read, asked about, answered, printed again from a card on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.batches import PrintRun
from loyalpos.engine.money import group_digits
from loyalpos.services.till import Till
from loyalpos.ui.office.card_face import card_lines, faces_of_codes
from loyalpos.ui.office.printing_job import Cards, Printing, card_papers
from loyalpos.ui.office.run_question import RunQuestion, run_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from loyalpos.printing.card import CardFace
    from loyalpos.printing.layouts import SheetLayout
    from loyalpos.ui.office.page import Page

__all__ = ["RunsDesk"]


class RunsDesk(QObject):
    """Carries out the answers to a question, and asks the next.

    Signals:
        read(tuple[PrintRun, ...]): What was sent lately, newest first.
        changed(): An answer was written down.
    """

    read = Signal(object)
    changed = Signal()

    def __init__(
        self, page: Page, question: RunQuestion, printing: Printing, layout: Callable[[], SheetLayout | str]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._question = question
        self._printing = printing
        self._layout = layout
        self._chosen: UUID | None = None
        question.answered.connect(self._answer)
        question.again_wanted.connect(self._again)
        page.workplace.prints.ended.connect(self.refresh)

    def refresh(self) -> None:
        """Read what was sent lately."""
        till = self._page.till
        if till is None:
            return
        self._page.workplace.reader.run_latest(
            f"print-runs-{id(self)}",
            till.print_runs.all,
            done=self._take,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def choose(self, run: PrintRun) -> None:
        """Ask about a run that a person chose in the list."""
        self._chosen = run.id
        self.refresh()

    def _take(self, runs: tuple[PrintRun, ...]) -> None:
        if self._page.till is None:
            return
        waiting = [run for run in runs if run.good is None]
        chosen = next((run for run in runs if run.id == self._chosen), None)
        asked = chosen or (waiting[0] if waiting else None)
        self._question.ask(asked, sum(run is not asked for run in waiting), self._page.till.shop.time)
        self.read.emit(runs)

    def _answer(self, run: PrintRun, good: int) -> None:
        self._write(run, good, self._go_on)

    def _again(self, run: PrintRun, first: int) -> None:
        if run.good is None:
            self._write(run, first - 1, partial(self._print_from, run, first))
        else:
            self._print_from(run, first, None)

    def _write(self, run: PrintRun, good: int, done: Callable[[None], object]) -> None:
        till = self._page.till
        if till is None:
            return
        self._page.workplace.writer.run(
            partial(till.print_runs.came_out, run.id, good),
            done=done,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            owner=self,
        )

    def _print_from(self, run: PrintRun, first: int, _nothing: None) -> None:
        till = self._page.till
        if till is None:
            return
        self._go_on(None)
        words = self.tr("{what}, from card {first} on")
        title = words.format(what=run_words(run), first=group_digits(first))
        faces = partial(_faces_left, till, run, first)
        cards = Cards(title, title, faces, self._layout(), run.batch)
        self._printing.send(card_papers(till, cards), run.way)

    def _go_on(self, _nothing: None) -> None:
        self._chosen = None
        self.refresh()
        self.changed.emit()


def _faces_left(till: Till, run: PrintRun, first: int) -> Sequence[CardFace]:
    codes = till.print_runs.left_of(run.id, first)
    return faces_of_codes(till, codes, card_lines(till), blank=run.batch is not None)
