"""Prints the calibration page, and keeps what was measured on it for its printer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from loyalpos.ui.office.calibration_panel import CalibrationPanel
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.printing_job import Papers, Printing
from loyalpos.ui.widgets.banner import BannerKind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from loyalpos.printing.calibration import Calibration
    from loyalpos.ui.office.page import Page

__all__ = ["CalibrationDesk"]


class CalibrationDesk(QObject):
    """Carries out what the panel asks for, and says what came of it."""

    _printed = Signal(str)

    def __init__(self, page: Page, panel: CalibrationPanel, printing: Printing) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._printing = printing
        self._kept_in = page.workplace.folders.printers_file
        panel.print_wanted.connect(self._print)
        panel.pdf_wanted.connect(self._write)
        panel.kept.connect(self._keep)
        self._printed.connect(self.refresh)

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

    def _print(self) -> None:
        self._printing.to_printer(self._papers())

    def _write(self) -> None:
        self._printing.to_pdf(self._papers())

    def _papers(self) -> Papers:
        title = self.tr("Calibration page")
        return Papers(title, title, self._paint)

    def _paint(self, target: Path | QPrinter, progress: Progress) -> int:
        """Paint the page, on the worker's thread; its printer is what was measured from now on."""
        from loyalpos.printing.calibration_page import (  # noqa: PLC0415 - printing costs start-up time
            calibration_pdf,
            print_calibration,
        )

        progress(0, 1)
        if isinstance(target, Path):
            return calibration_pdf(target)
        self._printed.emit(print_calibration(target))
        return 1

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
