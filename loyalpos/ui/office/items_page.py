"""Items: what the shop sells, found, described, taken in from a file and written to one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.codes import Decoded, ForeignScan, GoodsScan
from loyalpos.engine.item_list import ItemVerdict
from loyalpos.engine.items import Catalogue, Item, ItemField
from loyalpos.engine.money import group_digits
from loyalpos.services.items import ItemListRow, ItemsTakenIn
from loyalpos.ui.office.intake_page import IntakePage
from loyalpos.ui.office.item_desk import ItemDesk
from loyalpos.ui.office.item_form import ItemForm
from loyalpos.ui.office.item_review import ItemLists, ItemReview
from loyalpos.ui.office.item_shelf import ItemShelf
from loyalpos.ui.office.item_sort import ItemSort
from loyalpos.ui.office.page import Workplace
from loyalpos.ui.widgets.buttons import ActionButton

__all__ = ["ItemsPage"]


class ItemsPage(IntakePage[ItemField, ItemVerdict, ItemListRow, ItemsTakenIn]):
    """A list of items; Enter or a click opens one in its place, a file brings many."""

    place = "items"

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        start = QWidget()
        choose = ActionButton("")
        self.shelf = ItemShelf(choose)
        self.form = ItemForm()
        self._begins = False
        review = ItemReview()
        super().__init__(
            workplace,
            start=start,
            choose=choose,
            review=review,
            lists=ItemLists(),
            sort=ItemSort(review, review),
            parent=parent,
        )
        column = QVBoxLayout(start)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shelf)
        column.addWidget(self.form)
        self.form.hide()
        self.setFocusProxy(self.shelf.box)
        self.shelf.opened.connect(self._open)
        self.shelf.new_wanted.connect(self._begin_new)
        self.form.left.connect(self._close)
        self._desk = ItemDesk(self, self.shelf, self.form, self.work)
        self._desk.saved.connect(self._close_saved)
        QShortcut(QKeySequence("Ctrl+N"), self, self._want_new)
        self.retranslate()

    def refresh(self) -> None:
        """Read the catalogue again, and which lists were taken in."""
        super().refresh()
        if self.till is not None:
            self.workplace.reader.run_latest(
                "office-items",
                self.till.items.catalogue,
                done=self._show_catalogue,
                refused=self.refuse,
                unavailable=self.refuse,
            )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.another.setText(self.tr("All items"))

    def remark(self) -> str:
        """Say which list is open, or how many items are on sale."""
        sold = sum(item.active for item in self.shelf.catalogue().items)
        if self.is_open() or not sold:
            return super().remark()
        return self.tr("On sale: {count}").format(count=group_digits(sold))

    def begin(self) -> None:
        """Go to the search box, or to what stands in its place where there is no item."""
        box = self.shelf.box if self.shelf.catalogue().items else self.shelf.add
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_scan(self, decoded: Decoded) -> bool:
        """Take the barcode of goods: into the open item, or to find the item that has it.

        Returns:
            Whether the scan meant something here.
        """
        if not isinstance(decoded, GoodsScan | ForeignScan) or self.is_open():
            return False
        code = decoded.code if isinstance(decoded, GoodsScan) else decoded.raw
        if self.form.isHidden():
            known = self.shelf.catalogue().by_code(code)
            if known is None:
                self._begin_new("")
                self.form.take_code(code)
            else:
                self._open(known)
        else:
            self.form.take_code(code)
        return True

    # One item -------------------------------------------------------------------------------------

    def _show_catalogue(self, catalogue: Catalogue) -> None:
        self.shelf.show_catalogue(catalogue)
        self.say_head()
        if self._begins and self.form.isHidden():
            # The first item brings the search box.
            self.begin()
        self._begins = False

    def _want_new(self) -> None:
        if self.form.isHidden() and not self.is_open():
            self._begin_new("")
        elif not self.form.isHidden():
            # One after the other: what is typed is saved or left first.
            self.form.boxes[ItemField.NAME].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin_new(self, name: str) -> None:
        self._edit(None, name)

    def _open(self, item: Item) -> None:
        self._edit(item, "")

    def _edit(self, item: Item | None, name: str) -> None:
        if self.till is None:
            return
        self._desk.open(item, self.till.shop.outside.new_id())
        self.form.show()
        self.shelf.hide()
        self.lists.hide()
        self.form.show_item(item, name=name, thousands=self.till.shop.description.thousands)
        self.view.verticalScrollBar().setValue(0)

    def _close_saved(self) -> None:
        self._close()
        self._begins = True
        self.refresh()

    def _close(self) -> None:
        self.form.hide()
        self.shelf.show()
        self._show_step()
        self.begin()

    def _show_step(self) -> None:
        super()._show_step()
        if not self.form.isHidden() and not self.is_open():
            self.lists.hide()
