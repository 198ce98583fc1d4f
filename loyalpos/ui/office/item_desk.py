"""What the office does with the item that is open, and the file all of them are written to."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from loyalpos.engine.items import Item, ItemField
from loyalpos.errors import ItemTaken, Refusal
from loyalpos.services.item_export import write_items
from loyalpos.ui.office.item_form import ItemForm
from loyalpos.ui.office.item_shelf import ItemShelf
from loyalpos.ui.office.item_words import field_name, no_word, yes_word
from loyalpos.ui.office.long_work import LongWork, Progress
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.ui.office.page import Page

__all__ = ["ItemDesk"]


class ItemDesk(QObject):
    """Carries out what the form and the shelf ask for, and says what came of it.

    Signals:
        saved(): The item that was open is written, or gone; the catalogue is to be read again.
    """

    saved = Signal()

    def __init__(self, page: Page, shelf: ItemShelf, form: ItemForm, work: LongWork) -> None:
        super().__init__(page)
        self._page = page
        self._shelf = shelf
        self._form = form
        self._work = work
        self._edited: Item | None = None
        self._action: UUID | None = None
        shelf.export.clicked.connect(self._ask_where)
        form.save_wanted.connect(self._save)
        form.sale_wanted.connect(self._set_sale)

    def open(self, item: Item | None, action: UUID) -> None:
        """Work on this item from now on, or on a new one, under this action's id."""
        self._edited = item
        self._action = action

    def _save(self, item: Item) -> None:
        if self._page.till is None or self._action is None:
            return
        self._page.workplace.writer.run(
            partial(self._page.till.items.describe, self._action, item),
            done=self._say_saved,
            refused=self._refuse_item,
            unavailable=self._page.refuse,
        )

    def _set_sale(self, active: bool) -> None:
        if self._page.till is None or self._edited is None:
            return
        self._page.workplace.writer.run(
            partial(self._page.till.items.withdraw, self._edited.id, active=active),
            done=self._say_saved,
            refused=self._refuse_item,
            unavailable=self._page.refuse,
        )

    def _say_saved(self, item: Item) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Saved"), item.name)
        self.saved.emit()

    def _refuse_item(self, refusal: Refusal) -> None:
        if isinstance(refusal, ItemTaken):
            self._form.show_problem(ItemField(refusal.field), sentence(refusal))
        else:
            self.saved.emit()
            self._page.refuse(refusal)

    # Files ----------------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._page, self.tr("Write the items to a file"), documents)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("items") + ".xlsx")
        dialog.filterSelected.connect(partial(_set_suffix, dialog))
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, chosen: str) -> None:
        headings = {field: field_name(field) for field in ItemField}
        items = self._shelf.catalogue().items
        self._work.run(
            self._page.workplace.files,
            self.tr("Writing the items"),
            partial(_write, Path(chosen), items, headings, yes_word(), no_word()),
            done=self._say_written,
            refused=self._page.refuse,
            unavailable=self._page.refuse,
            stoppable=False,
        )

    def _say_written(self, path: Path) -> None:
        self._page.tell(BannerKind.SUCCESS, self.tr("Written"), str(path))


def _set_suffix(dialog: QFileDialog, chosen: str) -> None:
    dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx")


def _write(
    path: Path,
    items: tuple[Item, ...],
    headings: dict[ItemField, str],
    yes: str,
    no: str,
    _progress: Progress,
) -> Path:
    return write_items(path, items, headings, yes=yes, no=no)
