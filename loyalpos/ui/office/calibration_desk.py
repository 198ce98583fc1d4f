"""Prints the calibration page, and keeps what was measured on it for its printer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from loyalpos.errors import CannotWrite
from loyalpos.ui.office.calibration_panel import CalibrationPanel
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.printing_job import open_folder
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from loyalpos.printing.calibration import Calibration
    from loyalpos.ui.office.page import Page

__all__ = ["CalibrationDesk"]


class CalibrationDesk(QObject):
    """Carries out what the panel asks for, and says what came of it."""

    def __init__(self, page: Page, panel: CalibrationPanel, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._work = work
        self._printer: QPrinter | None = None
        self._kept_in = page.workplace.folders.printers_file
        panel.print_wanted.connect(self._ask_for_printer)
        panel.pdf_wanted.connect(self._write)
        panel.kept.connect(self._keep)

    def refresh(self, chosen: str = "") -> None:
        """Read again what is known of printers.

        Args:
            chosen: The printer to show.
        """
        self._page.workplace.reader.run_latest(
            "office-calibrations",
            partial(_known, self._kept_in),
            done=partial(self._show, chosen),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _show(self, chosen: str, known: dict[str, Calibration]) -> None:
        self._panel.show_printers(known, chosen)

    def _ask_for_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed, slow

        if self._work.running:
            return
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self._page)
        dialog.accepted.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        # The class has an ``open`` of its own, with a slot's name.
        QDialog.open(dialog)

    def _print(self) -> None:
        if self._printer is not None:
            self._work.run(
                self._page.workplace.files,
                self.tr("Printing the calibration page"),
                partial(_print, self._printer),
                done=self._say_printed,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
                stoppable=False,
            )

    def _say_printed(self, printer: str) -> None:
        self._printer = None
        self._page.tell(
            BannerKind.SUCCESS,
            self.tr("Calibration page sent to the printer"),
            self.tr("Measure the four lengths A, B, C and D and type them here."),
        )
        self.refresh(printer)

    def _write(self) -> None:
        name = self.tr("Calibration page")
        out = self._page.workplace.folders.cards / f"{name}.pdf"
        self._work.run(
            self._page.workplace.files,
            self.tr("Drawing the calibration page"),
            partial(_write, out),
            done=self._say_written,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_written(self, out: Path) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Calibration page written"), str(out))
        open_folder(out.parent)

    def _keep(self, printer: str, calibration: Calibration) -> None:
        self._page.workplace.writer.run(
            partial(_keep, self._kept_in, printer, calibration),
            done=partial(self._say_kept, printer),
            refused=self._page.refuse,
            unavailable=self._page.refuse,
        )

    def _say_kept(self, printer: str, _nothing: None) -> None:
        words = self.tr("Kept: cards on {printer} land where they belong from now on")
        self._page.tell(BannerKind.SUCCESS, words.format(printer=printer))
        self.refresh()


def _known(path: Path) -> dict[str, Calibration]:
    from loyalpos.printing.calibration import calibrations  # noqa: PLC0415 - printing costs start-up time

    return calibrations(path)


def _keep(path: Path, printer: str, calibration: Calibration) -> None:
    from loyalpos.printing.calibration import keep_calibration  # noqa: PLC0415 - printing costs start-up time

    keep_calibration(path, printer, calibration)


def _print(printer: QPrinter, _progress: Progress) -> str:
    from loyalpos.printing.calibration_page import print_calibration  # noqa: PLC0415 - the same

    return print_calibration(printer)


def _write(out: Path, _progress: Progress) -> Path:
    from loyalpos.printing.calibration_page import calibration_pdf  # noqa: PLC0415 - the same

    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(out.parent) from error
    calibration_pdf(out)
    return out
