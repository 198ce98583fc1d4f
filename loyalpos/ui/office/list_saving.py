"""Asking where a list is to be written, writing it as long work, and saying where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from loyalpos.engine.exports import Export
from loyalpos.ui.desktop.own_folders import documents
from loyalpos.ui.office.export_reason import ask_reason, marked_name
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.banner import BannerKind

__all__ = ["ListSaving", "Write", "WritePersonal"]

Write = Callable[[Path, Progress], Path | None]
"""Writes the list into a file, on the worker's thread; None where a person stopped it."""

WritePersonal = Callable[[Path, Export, Progress], Path | None]
"""The same for a list of customers, which says why it was written."""


class ListSaving(QObject):
    """Writes lists of a page into files the owner chooses."""

    def __init__(self, owner: QObject, page: Page, work: LongWork) -> None:
        super().__init__(owner)
        self._page = page
        self._work = work
        self._make: Callable[[], Write | None] = _nothing
        self._what = ""
        self._stoppable = False

    def ask_personal(
        self,
        title: str,
        name: str,
        make: Callable[[], WritePersonal | None],
        *,
        what: str = "",
        workbook: bool = True,
        stoppable: bool = False,
    ) -> None:
        """Ask why customers are to stand in a file, and then as :meth:`ask` does; the file is marked."""
        till = self._page.till
        if till is None:
            return

        def go_on(export: Export) -> None:
            def made() -> Write | None:
                write = make()
                return None if write is None else lambda path, progress: write(path, export, progress)

            self.ask(title, marked_name(name, till), made, what=what, workbook=workbook, stoppable=stoppable)

        ask_reason(self._page, till, go_on)

    def ask(
        self,
        title: str,
        name: str,
        make: Callable[[], Write | None],
        *,
        what: str = "",
        workbook: bool = True,
        stoppable: bool = False,
    ) -> None:
        """Let a person choose a file, and write the list into it.

        Args:
            title: What the dialog is called.
            name: The name that is offered, without a suffix.
            make: Makes, once a file was chosen, what writes the list as it is shown then; None
                where there is nothing to write.
            what: What is being done, in words; usually that the list is being written.
            workbook: Whether Excel's format is offered, and first, beside CSV.
            stoppable: Whether the writing heeds a person who stops it.
        """
        self._make, self._what, self._stoppable = make, what or self.tr("Writing the list"), stoppable
        suffix = "xlsx" if workbook else "csv"
        filters = [self.tr("Excel (*.xlsx)")] if workbook else []
        dialog = QFileDialog(self._page, title, documents())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([*filters, self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.filterSelected.connect(partial(_take_suffix, dialog))
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, chosen: str) -> None:
        write = self._make()
        if write is None:
            return
        self._work.run(
            self._page.workplace.files,
            self._what,
            partial(write, Path(chosen)),
            done=self._say_written,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=self._stoppable,
        )

    def _say_written(self, path: Path | None) -> None:
        if path is not None:
            self._page.tell(BannerKind.SUCCESS, self.tr("Written"), str(path))


def _take_suffix(dialog: QFileDialog, chosen: str) -> None:
    dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx")


def _nothing() -> None:
    """Stand where nothing was asked for yet."""
