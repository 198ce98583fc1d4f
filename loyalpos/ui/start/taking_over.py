"""A shop that another PC has written into a folder becomes the shop of this one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from loyalpos.ui.books import Books
from loyalpos.ui.counter.notices import Answer, Notices
from loyalpos.ui.jobs import Lane
from loyalpos.ui.words.going_back import unprotected_text

if TYPE_CHECKING:
    from loyalpos.services.shop_moves import Exported
    from loyalpos.services.till import Till
    from loyalpos.ui.start.wizard import StartWizard

__all__ = ["ask_what_to_take_over", "take_over", "tell_unprotected"]


def ask_what_to_take_over(wizard: StartWizard, books: Books, files: Lane, tell: Callable[[], object]) -> None:
    """Let a person choose the folder another shop was written into.

    Args:
        tell: Says, once the books are open, that they are not protected.
    """
    title = QCoreApplication.translate("TakingOver", "Folder another shop was exported into")
    dialog = QFileDialog(wizard, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: take_over(wizard, books, files, Path(chosen), tell))
    dialog.open()


def take_over(
    wizard: StartWizard, books: Books, files: Lane, folder: Path, tell: Callable[[], object]
) -> None:
    """Prove, replay and compare what stands in a folder, and open the till with it."""

    def tell_of_it(till: Till) -> None:
        if till.shop.file.key == books.keys.published:
            tell()

    def open_books(made: Exported | None) -> None:
        if made is not None:
            books.opened.connect(tell_of_it, Qt.ConnectionType.SingleShotConnection)
            books.open()

    wizard.work.run(
        files,
        QCoreApplication.translate("TakingOver", "Proving every record and taking it over:"),
        partial(books.take_over, folder),
        done=open_books,
        refused=wizard.refuse,
        unavailable=wizard.refuse,
    )


def tell_unprotected(notices: Notices) -> None:
    """Say, until somebody has read it, that a shop that came from elsewhere is not protected here."""
    notices.ask(
        QCoreApplication.translate("TakingOver", "The shop is here now"),
        unprotected_text(),
        Answer(QCoreApplication.translate("TakingOver", "Understood"), Qt.Key.Key_Return, notices.clear),
        outlasts_typing=True,
        wants_thought=True,
    )
