"""Items: what the shop sells, found, described, taken in from a file and written to one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from loyalpos.engine.codes import Decoded, ForeignScan, GoodsScan
from loyalpos.engine.item_list import ItemVerdict, guess_item_columns
from loyalpos.engine.items import Catalogue, Item, ItemField
from loyalpos.engine.money import group_digits
from loyalpos.errors import ItemTaken, Refusal
from loyalpos.services.item_export import write_items
from loyalpos.services.item_judging import judge_item_list
from loyalpos.services.items import ItemListRow, Items, ItemsTakenIn
from loyalpos.services.list_sheet import Sheet
from loyalpos.services.till import Till
from loyalpos.ui.office.intake_page import IntakePage
from loyalpos.ui.office.item_form import ItemForm
from loyalpos.ui.office.item_review import ItemLists, ItemReview
from loyalpos.ui.office.item_shelf import ItemShelf
from loyalpos.ui.office.item_words import field_name, no_word, yes_word
from loyalpos.ui.office.long_work import Progress
from loyalpos.ui.office.page import Workplace
from loyalpos.ui.widgets.banner import BannerKind
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.words.refusals import sentence

__all__ = ["ItemsPage"]


class ItemsPage(IntakePage[ItemField, ItemVerdict, ItemListRow, ItemsTakenIn]):
    """A list of items; Enter or a click opens one in its place, a file brings many."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        start = QWidget()
        choose = ActionButton("")
        self.shelf = ItemShelf(choose)
        self.form = ItemForm()
        self._action: UUID | None = None
        self._begins = False
        super().__init__(
            workplace,
            start=start,
            choose=choose,
            review=ItemReview(),
            lists=ItemLists(),
            guess=guess_item_columns,
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
        self.shelf.export.clicked.connect(self._ask_where)
        self.form.left.connect(self._close)
        self.form.save_wanted.connect(self._save)
        self.form.sale_wanted.connect(self._set_sale)
        self._edited: Item | None = None
        QShortcut(QKeySequence("Ctrl+N"), self, self._want_new)
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Items")

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

    def _begin_new(self, name: str) -> None:
        self._edit(None, name)

    def _open(self, item: Item) -> None:
        self._edit(item, "")

    def _edit(self, item: Item | None, name: str) -> None:
        if self.till is None:
            return
        self._edited = item
        self._action = self.till.shop.outside.new_id()
        self.form.show()
        self.shelf.hide()
        self.lists.hide()
        self.form.show_item(item, name=name, thousands=self.till.shop.description.thousands)
        self.view.verticalScrollBar().setValue(0)

    def _close(self) -> None:
        self._edited = None
        self.form.hide()
        self.shelf.show()
        self._show_step()
        self.begin()

    def _show_step(self) -> None:
        super()._show_step()
        if not self.form.isHidden() and not self.is_open():
            self.lists.hide()

    def _save(self, item: Item) -> None:
        if self.till is None or self._action is None:
            return
        self.workplace.writer.run(
            partial(self.till.items.describe, self._action, item),
            done=self._say_saved,
            refused=self._refuse_item,
            unavailable=self.refuse,
        )

    def _set_sale(self, active: bool) -> None:
        if self.till is None or self._edited is None:
            return
        self.workplace.writer.run(
            partial(self.till.items.withdraw, self._edited.id, active=active),
            done=self._say_saved,
            refused=self._refuse_item,
            unavailable=self.refuse,
        )

    def _say_saved(self, item: Item) -> None:
        self.tell(BannerKind.SUCCESS, self.tr("Saved"), item.name)
        self._close()
        self._begins = True
        self.refresh()

    def _refuse_item(self, refusal: Refusal) -> None:
        if isinstance(refusal, ItemTaken):
            self.form.show_problem(ItemField(refusal.field), sentence(refusal))
        else:
            self._close()
            self.refuse(refusal)
            self.refresh()

    # Files ----------------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Write the items to a file"), documents)
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
        items = self.shelf.catalogue().items
        self.work.run(
            self.workplace.files,
            self.tr("Writing the items"),
            partial(_write, Path(chosen), items, headings, yes_word(), no_word()),
            done=self._say_written,
            refused=self.refuse,
            unavailable=self.refuse,
            stoppable=False,
        )

    def _say_written(self, path: Path) -> None:
        self.tell(BannerKind.SUCCESS, self.tr("Written"), str(path))

    def job_lists(self, till: Till) -> Callable[[], tuple[ItemListRow, ...]]:
        """Give what reads the lists taken in."""
        return till.items.lists

    def job_judge(self, till: Till, sheet: Sheet) -> Callable[[Progress], tuple[ItemVerdict, ...] | None]:
        """Give what judges the rows against the catalogue there is."""
        return partial(judge_item_list, till, sheet.rows, self.review.choice.columns())

    def job_take_in(
        self, till: Till, list_id: UUID, verdicts: tuple[ItemVerdict, ...]
    ) -> Callable[[Progress], ItemsTakenIn]:
        """Give what describes the items."""
        return partial(_take_in, till.items, list_id, verdicts)

    def job_take_out(self, till: Till, list_id: UUID) -> Callable[[Progress], bool]:
        """Give what undoes a list."""
        return partial(till.items.take_out, list_id)

    def taking_words(self) -> str:
        """Say that items are being taken in."""
        return self.tr("Taking items in:")

    def came_in(self, taken: ItemsTakenIn) -> str:
        """Say how many came in or changed."""
        return self.tr("%Ln item(s) came in or changed", "", taken.described)

    def file_filter(self) -> str:
        """Name the files a list may be in."""
        return self.tr("Lists of items (*.xlsx *.xls *.csv *.tsv *.txt)")


def _set_suffix(dialog: QFileDialog, chosen: str) -> None:
    dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx")


def _take_in(
    items: Items, list_id: UUID, verdicts: tuple[ItemVerdict, ...], progress: Progress
) -> ItemsTakenIn:
    return items.take_in(list_id, verdicts, progress=progress)


def _write(
    path: Path,
    items: tuple[Item, ...],
    headings: dict[ItemField, str],
    yes: str,
    no: str,
    _progress: Progress,
) -> Path:
    return write_items(path, items, headings, yes=yes, no=no)
