"""What the office does with a lucky draw: publish its list, draw it, save its papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.draw_stages import Drawing, Stage
from loyalpos.errors import Refusal, Unavailable
from loyalpos.services.draw_files import write_draw_files
from loyalpos.services.till import Till
from loyalpos.ui.office.draw_box import DrawBox
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.printing_job import open_folder
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from loyalpos.ui.office.page import Page

__all__ = ["DrawDesk"]


class DrawDesk(QObject):
    """Carries out what the box of draws asks for.

    Signals:
        changed(): A step was taken, or is no longer possible; the draws are to be read again.
    """

    changed = Signal()

    def __init__(self, page: Page, box: DrawBox, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._work = work
        box.closing_wanted.connect(self._close)
        box.drawing_wanted.connect(self._draw)
        box.papers_wanted.connect(self._save)
        work.started.connect(partial(box.set_busy, busy=True))
        work.ended.connect(partial(box.set_busy, busy=False))

    def _close(self, which: str) -> None:
        if self._page.till is not None:
            step = partial(_closed, self._page.till, which)
            self._take(self.tr("Publishing the list"), step, self._say_closed)

    def _draw(self, which: str) -> None:
        if self._page.till is not None:
            step = partial(_drawn, self._page.till, which)
            self._take(self.tr("Drawing the winners"), step, self._say_drawn)

    def _take(
        self, what: str, step: Callable[[Progress], Drawing], done: Callable[[Drawing], object]
    ) -> None:
        self._work.run(
            self._page.workplace.files,
            what,
            step,
            done=done,
            refused=self._refuse,
            unavailable=self._refuse,
            stoppable=False,
        )

    def _refuse(self, error: Refusal | Unavailable) -> None:
        self._page.refuse(error)
        self.changed.emit()

    def _say_closed(self, drawing: Drawing) -> None:
        words = self.tr("The list of “{draw}” is published – save it and hang it up")
        self._page.tell(BannerKind.SUCCESS, words.format(draw=drawing.announced.draw.name))
        self.changed.emit()

    def _say_drawn(self, drawing: Drawing) -> None:
        words = self.tr("“{draw}” is drawn: %Ln winner(s)", "", len(drawing.winners))
        self._page.tell(BannerKind.SUCCESS, words.format(draw=drawing.announced.draw.name))
        self.changed.emit()

    def _save(self, which: str) -> None:
        if self._page.till is None:
            return
        names = (self.tr("rules"), self.tr("tickets"), self.tr("record"))
        self._work.run(
            self._page.workplace.files,
            self.tr("Writing the papers"),
            partial(_save, self._page.till, which, self._page.workplace.folders.draws, names),
            done=self._say_saved,
            refused=self._refuse,
            unavailable=self._refuse,
            stoppable=False,
        )

    def _say_saved(self, folder: Path) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Saved"), str(folder))
        open_folder(folder)


def _closed(till: Till, which: str, progress: Progress) -> Drawing:
    return till.draws.close(which, progress)


def _drawn(till: Till, which: str, _progress: Progress) -> Drawing:
    return till.draws.hold(which)


def _save(till: Till, which: str, where: Path, names: tuple[str, str, str], _progress: Progress) -> Path:
    from loyalpos.printing import draw_papers  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.paper import paper_pdf  # noqa: PLC0415 - the same

    drawing = till.draws.drawing(which)
    sheet = till.draws.sheet(which) if drawing.stage is Stage.DRAWN else None
    name = "".join(letter for letter in drawing.announced.draw.name if letter.isalnum() or letter in " -_")
    folder = where / ("-".join(name.split())[:60] or "draw")
    write_draw_files(folder, drawing, sheet)
    shop, clock = till.shop.description.name, till.shop.time
    rules, tickets, record = names
    paper_pdf(draw_papers.announcement_paper(shop, drawing, clock), folder / f"{rules}.pdf")
    paper_pdf(draw_papers.list_paper(shop, drawing, clock), folder / f"{tickets}.pdf")
    if sheet is not None:
        paper_pdf(draw_papers.record_paper(shop, drawing, clock), folder / f"{record}.pdf")
    return folder
