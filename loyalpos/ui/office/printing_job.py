"""Cards on their way to a file, a printer or a phone, in the files lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QSaveFile, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QFileDialog

from loyalpos.errors import CannotWrite
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from loyalpos.printing.card import CardFace
    from loyalpos.printing.layouts import SheetLayout
    from loyalpos.ui.office.page import Page

__all__ = ["CardPrinting", "Cards", "Way", "open_folder"]


class Way(Enum):
    """Where cards go."""

    FILE = "file"
    PRINTER = "printer"


class Cards(Struct, frozen=True):
    """What is to be printed.

    Attributes:
        faces: Gives the cards; called on the worker's thread once the person has chosen where to.
        name: The file's name without its ending.
        layout: Or the name of one that comes with the program.
    """

    faces: Callable[[], Sequence[CardFace]]
    name: str
    layout: SheetLayout | str = "a4"


def open_folder(folder: Path) -> None:
    """Show a folder in the desktop's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class CardPrinting(QObject):
    """Asks where to, then works in the files lane, and says on the page what came of it."""

    def __init__(self, page: Page, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._work = work
        self._wanted: Cards | None = None
        self._printer: QPrinter | None = None

    def send(self, cards: Cards, way: Way) -> None:
        """Send cards one way or the other."""
        if way is Way.PRINTER:
            self.to_printer(cards)
        else:
            self.to_pdf(cards)

    def to_pdf(self, cards: Cards) -> None:
        """Ask for a file's name and write the cards into it; its folder opens afterwards."""
        if self._work.running:
            return
        folder = self._folder()
        if folder is None:
            return
        self._wanted = cards
        dialog = QFileDialog(self._page, self.tr("Save cards as PDF"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(_file_name(cards.name) + ".pdf")
        dialog.fileSelected.connect(self._write_pdf)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def to_printer(self, cards: Cards) -> None:
        """Ask for a printer and send the cards to it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed, slow

        if self._work.running:
            return
        self._wanted = cards
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self._page)
        dialog.accepted.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        # The class has an ``open`` of its own, with a slot's name.
        QDialog.open(dialog)

    def to_phone(self, face: CardFace, name: str) -> None:
        """Draw a card for the member's phone, into the cards' folder and the clipboard."""
        folder = self._folder()
        if folder is None:
            return
        out = folder / (_file_name(name) + ".png")
        self._work.run(
            self._page.workplace.files,
            self.tr("Drawing the picture"),
            partial(_write_phone, face, out),
            done=partial(self._say_phone, out),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _folder(self) -> Path | None:
        folder = self._page.workplace.folders.cards
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._page.refuse(CannotWrite(folder))
            return None
        return folder

    def _write_pdf(self, chosen: str) -> None:
        if self._wanted is None:
            return
        out = Path(chosen)
        self._work.run(
            self._page.workplace.files,
            self.tr("Drawing cards:"),
            partial(_write_cards, self._wanted, out),
            done=partial(self._say_written, out),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _print(self) -> None:
        if self._wanted is None or self._printer is None:
            return
        self._work.run(
            self._page.workplace.files,
            self.tr("Printing cards:"),
            partial(_print_cards, self._wanted, self._printer),
            done=self._say_printed,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_written(self, out: Path, cards: int) -> None:
        if not self._say_stopped(cards):
            words = self.tr("%Ln card(s) written", "", cards)
            self._page.tell(BannerKind.SUCCESS, words, str(out))
            open_folder(out.parent)

    def _say_printed(self, cards: int) -> None:
        self._printer = None
        if not self._say_stopped(cards):
            self._page.tell(BannerKind.SUCCESS, self.tr("%Ln card(s) sent to the printer", "", cards))

    def _say_stopped(self, cards: int) -> bool:
        if cards == 0:
            self._page.tell(BannerKind.ERROR, self.tr("Stopped"), self.tr("No file was written."))
        return cards == 0

    def _say_phone(self, out: Path, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self._page.tell(
            BannerKind.SUCCESS,
            self.tr("Picture ready – paste it into the chat with the customer"),
            str(out),
        )
        open_folder(out.parent)


def _write_cards(cards: Cards, out: Path, progress: Progress) -> int:
    from loyalpos.printing.sheet import cards_pdf  # noqa: PLC0415 - printing costs start-up time

    faces = cards.faces()
    progress(0, len(faces))
    return cards_pdf(faces, out, layout=cards.layout, progress=lambda painted: progress(painted, len(faces)))


def _print_cards(cards: Cards, printer: QPrinter, progress: Progress) -> int:
    from loyalpos.printing.sheet import print_cards  # noqa: PLC0415 - printing costs start-up time

    faces = cards.faces()
    progress(0, len(faces))
    return print_cards(
        faces, printer, layout=cards.layout, progress=lambda painted: progress(painted, len(faces))
    )


def _write_phone(face: CardFace, out: Path, _progress: Progress) -> bytes:
    from loyalpos.printing.image import phone_png  # noqa: PLC0415 - printing costs start-up time

    png = phone_png(face)
    file = QSaveFile(str(out))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly) or file.write(png) != len(png) or not file.commit():
        raise CannotWrite(out)
    return png


def _file_name(text: str) -> str:
    """Make a name every file system takes."""
    kept = "".join(letter for letter in text if letter.isalnum() or letter in " -_.")
    return " ".join(kept.split())[:80].strip(". ") or "cards"
