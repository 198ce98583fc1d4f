"""What is to be printed, on its way to a file or a printer: where to is asked, then it joins the queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from loyalpos.engine.batches import Way
from loyalpos.errors import CannotPrint, CannotWrite, Refusal, Unavailable
from loyalpos.services.till import Till
from loyalpos.settings import Folders
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from loyalpos.printing.card import CardFace
    from loyalpos.printing.layouts import SheetLayout
    from loyalpos.ui.office.page import Page

__all__ = ["Cards", "Papers", "Printing", "Way", "card_papers", "file_name", "open_folder"]


class Papers(Struct, frozen=True):
    """What is to be printed.

    Attributes:
        title: What it is, for the queue.
        name: The file's name without its ending.
        paint: Paints it, on the worker's thread, into a file or on a printer; gives how much was painted, 0
            when it was stopped.
    """

    title: str
    name: str
    paint: Callable[[Path | QPrinter, Progress], int]


class Cards(Struct, frozen=True):
    """Cards that are to be printed.

    Attributes:
        title: What they are, for the queue.
        name: The file's name without its ending.
        faces: Gives the cards; called on the worker's thread once the person has chosen where to.
        layout: Or the name of one that comes with the program.
        batch: Whose blanks they are; None for cards of members.
    """

    title: str
    name: str
    faces: Callable[[], Sequence[CardFace]]
    layout: SheetLayout | str = "a4"
    batch: UUID | None = None


def card_papers(till: Till, cards: Cards) -> Papers:
    """Make papers of cards; of each run it is asked afterwards what came out well."""
    run = till.shop.outside.new_id()
    return Papers(cards.title, cards.name, partial(_paint_cards, till, cards, run))


def open_folder(folder: Path) -> None:
    """Show a folder in the desktop's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class Printing(QObject):
    """Asks where to, puts a job into the queue, and says on the page what came of it.

    Signals:
        ended(): A job that was started here is over, whatever came of it.
    """

    ended = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def send(self, papers: Papers, way: Way) -> None:
        """Send papers one way or the other."""
        if way is Way.PRINTER:
            self.to_printer(papers)
        else:
            self.to_pdf(papers)

    def to_pdf(self, papers: Papers) -> None:
        """Ask for a file's name and write the papers into it; its folder opens afterwards."""
        folder = self._folder()
        if folder is None:
            return
        dialog = QFileDialog(self._page, self.tr("Save as PDF"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(file_name(papers.name) + ".pdf")
        dialog.fileSelected.connect(partial(self._write_pdf, papers))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def to_printer(self, papers: Papers) -> None:
        """Ask for a printer and send the papers to it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed, slow

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._page)
        dialog.accepted.connect(partial(self._print, papers, printer))
        dialog.finished.connect(dialog.deleteLater)
        # The class has an ``open`` of its own, with a slot's name.
        QDialog.open(dialog)

    def _folder(self) -> Path | None:
        folder = self._page.workplace.folders.cards
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._page.refuse(CannotWrite(folder))
            return None
        return folder

    def _write_pdf(self, papers: Papers, chosen: str) -> None:
        out = Path(chosen)
        self._page.workplace.prints.add(
            papers.title,
            partial(papers.paint, out),
            done=partial(self._say_written, papers, out),
            trouble=self._say_trouble,
        )

    def _print(self, papers: Papers, printer: QPrinter, _same: QPrinter) -> None:
        self._page.workplace.prints.add(
            papers.title,
            partial(papers.paint, printer),
            done=partial(self._say_printed, papers),
            trouble=self._say_trouble,
        )

    def _say_written(self, papers: Papers, out: Path, painted: int) -> None:
        if painted:
            words = self.tr("Ready to print: {what}").format(what=papers.title)
            self._page.tell(BannerKind.SUCCESS, words, str(out))
            open_folder(out.parent)
        else:
            self._page.tell(BannerKind.ERROR, self.tr("Stopped"), self.tr("No file was written."))
        self.ended.emit()

    def _say_printed(self, papers: Papers, painted: int) -> None:
        if painted:
            words = self.tr("Sent to the printer: {what}").format(what=papers.title)
            self._page.tell(BannerKind.SUCCESS, words)
        else:
            more = self.tr("What the printer has begun may still come out.")
            self._page.tell(BannerKind.ERROR, self.tr("Stopped"), more)
        self.ended.emit()

    def _say_trouble(self, error: Refusal | Unavailable) -> None:
        self._page.refuse(error)
        self.ended.emit()


def _paint_cards(till: Till, cards: Cards, run: UUID, target: Path | QPrinter, progress: Progress) -> int:
    from loyalpos.printing.calibration import calibration_of  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.printing.layouts import Holds, bundled  # noqa: PLC0415 - as said
    from loyalpos.printing.sheet import cards_pdf, print_cards  # noqa: PLC0415 - as said

    faces = cards.faces()
    if not faces:
        return 0
    layout = bundled(cards.layout) if isinstance(cards.layout, str) else cards.layout
    counts = layout.holds is Holds.CARDS
    codes = [face.code for face in faces]
    begun = False

    def tell(painted: int) -> bool:
        nonlocal begun
        begun = True
        return progress(painted, len(faces))

    progress(0, len(faces))
    if isinstance(target, Path):
        painted = cards_pdf(faces, target, layout=layout, progress=tell)
        if painted and counts:
            till.print_runs.send(run, codes, Way.FILE, batch=cards.batch)
        return painted
    if counts:
        # Written down first: after a power cut somebody has to look what lies in the printer.
        till.print_runs.send(run, codes, Way.PRINTER, batch=cards.batch)
    measured = calibration_of(Folders(till.shop.file.path.parent).printers_file, target.printerName())
    try:
        return print_cards(faces, target, layout=layout, progress=tell, calibration=measured)
    except CannotPrint:
        if counts and not begun:
            till.print_runs.came_out(run, 0)
        raise


def file_name(text: str) -> str:
    """Make a name every file system takes."""
    kept = "".join(letter for letter in text if letter.isalnum() or letter in " -_.")
    return " ".join(kept.split())[:80].strip(". ") or "cards"
