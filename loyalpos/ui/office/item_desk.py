"""What the office does with the item that is open, and the file all of them are written to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from loyalpos.engine.items import Item, ItemField
from loyalpos.errors import ItemTaken, Refusal
from loyalpos.services.item_export import write_items
from loyalpos.ui.office.item_form import ItemForm
from loyalpos.ui.office.item_shelf import ItemShelf
from loyalpos.ui.office.item_words import field_name, no_word, yes_word
from loyalpos.ui.office.list_saving import ListSaving, Write
from loyalpos.ui.office.long_work import LongWork
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
        self._saving = ListSaving(self, page, work)
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
        self._saving.ask(
            self.tr("Write the items to a file"),
            self.tr("items"),
            self._writing,
            what=self.tr("Writing the items"),
        )

    def _writing(self) -> Write:
        headings = {field: field_name(field) for field in ItemField}
        items, yes, no = self._shelf.catalogue().items, yes_word(), no_word()
        return lambda path, _progress: write_items(path, items, headings, yes=yes, no=no)
