"""A shop that another PC has written into a folder becomes the shop of this one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from loyalpos.ui.books import Books
from loyalpos.ui.jobs import Lane

if TYPE_CHECKING:
    from loyalpos.services.shop_moves import Exported
    from loyalpos.ui.start.wizard import StartWizard

__all__ = ["ask_what_to_take_over", "take_over"]


def ask_what_to_take_over(wizard: StartWizard, books: Books, files: Lane) -> None:
    """Let a person choose the folder another shop was written into."""
    title = QCoreApplication.translate("TakingOver", "Folder another shop was exported into")
    dialog = QFileDialog(wizard, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: take_over(wizard, books, files, Path(chosen)))
    dialog.open()


def take_over(wizard: StartWizard, books: Books, files: Lane, folder: Path) -> None:
    """Prove, replay and compare what stands in a folder, and open the till with it."""

    def open_books(made: Exported | None) -> None:
        if made is not None:
            books.open()

    wizard.work.run(
        files,
        QCoreApplication.translate("TakingOver", "Proving every record and taking it over:"),
        partial(books.take_over, folder),
        done=open_books,
        refused=wizard.refuse,
        unavailable=wizard.refuse,
    )
