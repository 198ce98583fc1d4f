"""The catalogue as a list: found as one types, opened by Enter or a click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.items import Catalogue, Item, ItemField
from loyalpos.engine.money import group_digits, vnd
from loyalpos.ui.office.item_words import field_name
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["ItemShelf"]

_MOST = 100
_WIDE = 820
"""Logical pixels at 100 % text that all columns need."""

_NOT_WHERE_NARROW = (ItemField.CODE, ItemField.COST)


class ItemShelf(Translated, QWidget, Themed):
    """A search box, what can be done with the whole catalogue, and the items found.

    Signals:
        opened(Item): An item is to be looked at.
        new_wanted(str): A new item is wanted, with this name if any was typed.
    """

    opened = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, choose: ActionButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = Catalogue(())
        self._found: tuple[Item, ...] = ()
        self._narrow = False
        self.box = FindBox()
        self.add = ActionButton("", "Ctrl N", Look.PRIMARY, icon="add")
        self.choose = choose
        self.export = ActionButton("")
        self.table = Table("", all_rows=True)
        self._more = Words("", "base", "quiet", wrap=True)
        self.empty = EmptyState("item", "")
        self._column = QVBoxLayout(self)
        for part in (
            WrapRow(self.add, self.choose, self.export),
            self.box,
            self.table,
            self._more,
            self.empty,
        ):
            self._column.addWidget(part)
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(self._find)
        self.box.returnPressed.connect(self._open_top)
        # A shortcut, because the scroll area takes the key before the page would see it.
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.box, self._enter_table)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.table.opened.connect(self._open_row)
        self.add.clicked.connect(self._want_new)
        self.retranslate()
        self.follow_theme()

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Show other items, as far as they fit what is typed."""
        self._catalogue = catalogue
        self._find()

    def catalogue(self) -> Catalogue:
        """What is shown a part of."""
        return self._catalogue

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where they would leave no room for the names."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_WIDE)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_rows()

    def _find(self) -> None:
        found = self._catalogue.find(self.box.text(), _MOST + 1)
        self._found = found[:_MOST]
        self._show_rows()
        self.table.setVisible(bool(self._found))
        self._more.setVisible(len(found) > _MOST)
        self.empty.setVisible(not self._found)
        self.box.setVisible(bool(self._catalogue.items))
        self.export.setVisible(bool(self._catalogue.items))
        self._say_empty()

    def _show_rows(self) -> None:
        columns = {
            ItemField.NAME: Column(field_name(ItemField.NAME), wide=True),
            ItemField.CODE: Column(field_name(ItemField.CODE), figures=True),
            ItemField.CATEGORY: Column(field_name(ItemField.CATEGORY)),
            ItemField.PRICE: Column(field_name(ItemField.PRICE), figures=True),
            ItemField.COST: Column(field_name(ItemField.COST), figures=True),
            ItemField.ACTIVE: Column(self.tr("State")),
        }
        if self._narrow:
            for field in _NOT_WHERE_NARROW:
                del columns[field]
        rows = [self._row(item) for item in self._found]
        self.table.set_rows(tuple(columns.values()), [[row[field] for field in columns] for row in rows])

    def _row(self, item: Item) -> dict[ItemField, Cell]:
        state, tone = "", "quiet"
        if not item.active:
            state, tone = self.tr("No longer sold"), "amber"
        elif item.premium:
            state, tone = field_name(ItemField.PREMIUM), "brand"
        cost = "–" if item.cost_vnd is None else vnd(item.cost_vnd)
        return {
            ItemField.NAME: Cell(item.name, "ink" if item.active else "quiet", strong=True),
            ItemField.CODE: Cell(item.code or "–", "quiet"),
            ItemField.CATEGORY: Cell(item.category or "–", "quiet"),
            ItemField.PRICE: Cell(vnd(item.price_vnd), strong=True),
            ItemField.COST: Cell(cost, "quiet"),
            ItemField.ACTIVE: Cell(state, tone),
        }

    def _say_empty(self) -> None:
        typed = self.box.text().strip()
        if not self._catalogue.items:
            words = self.tr(
                "No items yet. Rules such as “twice the points on bakery” and gifts by item need them; "
                "points by the bill’s total do not. Add the first one, or take in an Excel or CSV file."
            )
        else:
            words = self.tr("Nothing is called “{typed}” – press Enter to add it").format(typed=typed)
        self.empty.set_sentence(words)

    def _enter_table(self) -> None:
        if self._found:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.selectRow(0)

    def _open_row(self, row: int) -> None:
        self.opened.emit(self._found[row])

    def _open_top(self) -> None:
        if self._found:
            self._open_row(0)
        elif self.box.text().strip():
            self._want_new()

    def _want_new(self) -> None:
        self.new_wanted.emit("" if self._found else self.box.text().strip())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.box.setAccessibleName(self.tr("Find an item"))
        self.box.setPlaceholderText(self.tr("Name without marks, code, category or tag"))
        self.add.setText(self.tr("New item"))
        self.choose.setText(self.tr("Take in a file"))
        self.export.setText(self.tr("Write a file"))
        self.table.setAccessibleName(self.tr("Items found"))
        words = self.tr("The first {count} are shown – type to find others.")
        self._more.setText(words.format(count=group_digits(_MOST)))
        self._find()
