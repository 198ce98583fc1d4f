"""Choosing the second folder of the backups, and how it stands with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from loyalpos.errors import Refusal, Unavailable
from loyalpos.ui.desktop.own_folders import documents
from loyalpos.ui.office.page import Page
from loyalpos.ui.office.second_folder_panel import SecondFolderPanel

if TYPE_CHECKING:
    from loyalpos.services.safekeeping import Safety

__all__ = ["SecondFolderDesk"]


class SecondFolderDesk(QObject):
    """This joins the panel of the second folder to the till of a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.panel = SecondFolderPanel()
        self.panel.choose.clicked.connect(self._ask)
        self.panel.forget.clicked.connect(partial(self._choose, None))

    def refresh(self) -> None:
        """Look again how it stands."""
        till = self._page.till
        if till is not None:
            self._page.workplace.files.run_latest(
                "second folder",
                partial(till.days.safekeeping.safety, self._page.workplace.folders.backups),
                done=self._show,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
                owner=self,
            )

    def _ask(self) -> None:
        dialog = QFileDialog(self._page, self.tr("Second folder for backups"), documents())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self._choose(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, second: Path | None, *_: object) -> None:
        till = self._page.till
        if till is None:
            return
        self.panel.show_copying()
        self._page.workplace.files.run(
            partial(till.days.safekeeping.choose_second, self._page.workplace.folders.backups, second),
            done=self._show,
            refused=self._refuse,
            unavailable=self._refuse,
            owner=self,
        )

    def _refuse(self, error: Refusal | Unavailable) -> None:
        self._page.refuse(error)
        self.refresh()

    def _show(self, safety: Safety) -> None:
        till = self._page.till
        if till is not None:
            self.panel.show_second(safety.second, till.shop.time)
