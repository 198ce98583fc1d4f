"""One item in boxes: name, code, category, tags, price, cost; wrong ones say so at their place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyalpos.engine.items import Item, ItemField, ItemProblem, TypedItem, read_item
from loyalpos.engine.money import group_digits
from loyalpos.ui.office.columns import TwoColumns
from loyalpos.ui.office.item_words import field_name, item_problem
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Tick
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Fitted, Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

__all__ = ["ItemForm"]


class ItemForm(Translated, QWidget, Themed):
    """The boxes of one item; Enter saves, Esc or the button goes back to the list.

    Signals:
        save_wanted(Item): Everything typed can be read, and the owner wants it so.
        sale_wanted(bool): The item is to be sold again, or no longer.
        left(): Back to the list.
    """

    save_wanted = Signal(object)
    sale_wanted = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self._thousands = False
        self.back = ActionButton("", "Esc")
        self._title = Fitted("", "title")
        self._chip = Chip("", Tone.AMBER)
        self.boxes: dict[ItemField, FieldBox] = {
            field: FieldBox("")
            for field in ItemField
            if field not in (ItemField.PREMIUM, ItemField.ACTIVE, ItemField.ID)
        }
        self.premium = Tick("")
        self._id = Words("", "small", "quiet", wrap=True)
        self.save = ActionButton("", "Enter", Look.PRIMARY)
        self.sale = ActionButton("")
        self._what = Panel(" ")
        self._worth = Panel(" ")
        for field in (ItemField.NAME, ItemField.CODE, ItemField.CATEGORY, ItemField.TAGS):
            self._what.body.addWidget(self.boxes[field])
        for field in (ItemField.PRICE, ItemField.COST):
            self._worth.body.addWidget(self.boxes[field])
        self._worth.body.addWidget(self.premium)
        self._worth.body.addWidget(self._id)
        self._head = QHBoxLayout()
        self._head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._chip)
        columns = TwoColumns()
        columns.add_left(self._what)
        columns.add_right(self._worth)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(columns)
        self._column.addWidget(WrapRow(self.save, self.sale))
        for box in self.boxes.values():
            box.submitted.connect(self.submit)
            box.edited.connect(self._forgive)
        self.save.clicked.connect(self.submit)
        self.sale.clicked.connect(self._want_sale)
        self.back.clicked.connect(self.left)
        self.retranslate()
        self.follow_theme()

    def show_item(self, item: Item | None, *, name: str = "", thousands: bool) -> None:
        """Fill the boxes with an item, or begin a new one.

        Args:
            name: What a new item's name begins with.
            thousands: Whether one to four plain digits of an amount mean thousands.
        """
        self._item = item
        self._thousands = thousands
        amounts = (None, None) if item is None else (item.price_vnd, item.cost_vnd)
        price, cost = ("" if amount is None else group_digits(amount) for amount in amounts)
        texts = {
            ItemField.NAME: name if item is None else item.name,
            ItemField.CODE: "" if item is None else item.code,
            ItemField.CATEGORY: "" if item is None else item.category,
            ItemField.TAGS: "" if item is None else ", ".join(item.tags),
            ItemField.PRICE: price,
            ItemField.COST: cost,
        }
        for field, text in texts.items():
            self.boxes[field].set_text(text)
        self.premium.setChecked(item is not None and item.premium)
        self._show_head()
        first = self.boxes[ItemField.PRICE if name else ItemField.NAME]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, field: ItemField, sentence: str) -> None:
        """Say what is wrong at a box, and go there."""
        self.boxes[field].show_error(sentence)
        self.boxes[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_code(self, code: str) -> None:
        """Take a scanned code into its box."""
        self.boxes[ItemField.CODE].set_text(code)
        self.boxes[ItemField.CODE].setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Read the boxes; wrong ones say so, the first of them takes the focus."""
        item = self._item
        read = read_item(
            TypedItem(
                self.boxes[ItemField.NAME].text(),
                self.boxes[ItemField.PRICE].text(),
                self.boxes[ItemField.CODE].text(),
                self.boxes[ItemField.CATEGORY].text(),
                self.boxes[ItemField.TAGS].text(),
                self.boxes[ItemField.COST].text(),
                premium=self.premium.isChecked(),
                active=item is None or item.active,
                id="" if item is None else item.id,
            ),
            thousands=self._thousands,
        )
        self._forgive()
        if isinstance(read, Item):
            self.save_wanted.emit(read)
            return
        for problem in reversed(read):
            self._say(problem)

    def follow_theme(self) -> None:
        """Take the gaps."""
        look = theme()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(14))
        self._head.setSpacing(look.px(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _say(self, problem: ItemProblem) -> None:
        self.show_problem(problem.field, item_problem(problem))

    def _want_sale(self) -> None:
        if self._item is not None:
            self.sale_wanted.emit(not self._item.active)

    def _forgive(self) -> None:
        for box in self.boxes.values():
            box.show_error("")

    def _show_head(self) -> None:
        item = self._item
        self._title.setText(self.tr("New item") if item is None else item.name)
        self._title.setProperty("data", None if item is None else 1)
        self._chip.set_text(self.tr("No longer sold"), Tone.AMBER)
        self._chip.setVisible(item is not None and not item.active)
        self.sale.setVisible(item is not None)
        withdrawn = item is not None and not item.active
        self.sale.setText(self.tr("Sell again") if withdrawn else self.tr("Sell no longer"))
        words = self.tr("Rules name it {id}, whatever its name becomes.")
        self._id.setText("" if item is None else words.format(id=item.id))
        self._id.setVisible(item is not None)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._forgive()
        self.back.setText(self.tr("All items"))
        self._what.set_title(self.tr("What it is"))
        self._worth.set_title(self.tr("What it costs"))
        for field, box in self.boxes.items():
            box.set_label(field_name(field))
        self.boxes[ItemField.CODE].set_label(self.tr("Short code or barcode, if it has one"))
        self.boxes[ItemField.TAGS].set_label(self.tr("Tags, with commas between them"))
        self.boxes[ItemField.COST].set_label(self.tr("Cost for the shop – empty where unknown"))
        self.premium.setText(self.tr("Premium: rules may favour it"))
        self.save.setText(self.tr("Save"))
        self._show_head()
