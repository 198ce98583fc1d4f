"""What the shop says of itself: name, contact, colour, hours and how its bills are typed and numbered."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.bills import NumberingPeriod
from loyalpos.engine.joining import LONGEST_JOIN
from loyalpos.engine.names import LONGEST_NAME
from loyalpos.engine.reminders import LONGEST_REMINDER, MOST_REMINDERS, read_reminders
from loyalpos.engine.shop import ShopDescription
from loyalpos.ui.office.brand_field import BrandField
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.translated import Translated

__all__ = ["ShopPanel", "numbering_rows", "shop_name_problem", "thousands_words"]

_LATEST_CLOSING_HOUR = 6


def shop_name_problem(name: str) -> str:
    """Say what is wrong with a shop's name; empty if nothing is."""
    if not name.strip():
        return QCoreApplication.translate("Shop", "Type the shop's name – it stands on every card")
    if len(name.strip()) > LONGEST_NAME:
        words = QCoreApplication.translate("Shop", "The name is too long: at most {count} letters")
        return words.format(count=LONGEST_NAME)
    if not name.isprintable():
        return QCoreApplication.translate("Shop", "There is a sign in it that cannot be printed")
    return ""


def numbering_rows() -> tuple[tuple[str, str], ...]:
    """List how often receipt numbers start again, each with its words."""
    return (
        (NumberingPeriod.DAY.value, QCoreApplication.translate("Shop", "each day")),
        (NumberingPeriod.MONTH.value, QCoreApplication.translate("Shop", "each month")),
        (NumberingPeriod.YEAR.value, QCoreApplication.translate("Shop", "each year")),
        (NumberingPeriod.NEVER.value, QCoreApplication.translate("Shop", "never")),
    )


def thousands_words() -> str:
    """Say what thousands mode is, with an example."""
    return QCoreApplication.translate("Shop", "At the till 85 means 85.000 ₫ (85000 and 85k work too)")


class ShopPanel(Translated, Panel):
    """The shop's description, written only when the owner says so.

    Signals:
        description_wanted(ShopDescription): The owner wants it to read so.
    """

    description_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._saved: ShopDescription | None = None
        self.name = FieldBox("")
        self.contact = FieldBox("")
        self.join = FieldBox("")
        self.join.edit.setMaxLength(LONGEST_JOIN)
        self.brand = BrandField()
        self.closing = ChoiceBox()
        self.numbering = ChoiceBox()
        self.thousands = Switch("")
        self.bill_lines = Switch("")
        self.asks_source = Switch("")
        self.reminders = FieldBox("")
        self.save = ActionButton("", "Ctrl S", Look.PRIMARY)
        self._closing = Sentence({"hour": self.closing})
        self._numbering = Sentence({"often": self.numbering})
        self.body.addWidget(self.name)
        self.body.addWidget(self.contact)
        self.body.addWidget(self.join)
        self.body.addWidget(self.brand)
        self.body.addWidget(self._closing)
        self.body.addWidget(self._numbering)
        self.body.addWidget(self.thousands)
        self.body.addWidget(self.bill_lines)
        self.body.addWidget(self.asks_source)
        self.body.addWidget(self.reminders)
        self.body.addWidget(WrapRow(self.save))
        self.name.edited.connect(self._follow_name)
        self.reminders.edited.connect(lambda: self.reminders.show_error(""))
        self.save.clicked.connect(self.submit)
        self.retranslate()

    def show_description(self, description: ShopDescription) -> None:
        """Show what is written; what was typed and not saved stays."""
        if self._saved == description:
            return
        self._saved = description
        self.name.set_text(description.name)
        self.contact.set_text(description.contact)
        self.join.set_text(description.join)
        self.brand.set_brand(description.brand)
        self.brand.set_shop_name(description.name)
        self.closing.choose(str(description.closing_hour))
        self.numbering.choose(description.numbering.value)
        self.thousands.setChecked(description.thousands)
        self.bill_lines.setChecked(description.bill_lines)
        self.asks_source.setChecked(description.asks_source)
        self.reminders.set_text(", ".join(description.reminders))

    def submit(self) -> None:
        """Ask for what is typed to be written, if nothing is wrong with it."""
        problem = shop_name_problem(self.name.text())
        self.name.show_error(problem)
        brand, reminders = self.brand.brand(), read_reminders(self.reminders.text())
        self.reminders.show_error("" if reminders is not None else self._reminders_problem())
        if problem:
            self.name.edit.setFocus()
        elif brand is None:
            self.brand.code.setFocus()
        elif reminders is None:
            self.reminders.edit.setFocus()
        elif self._saved is not None:
            self.description_wanted.emit(
                replace(
                    self._saved,
                    name=self.name.text().strip(),
                    contact=self.contact.text().strip(),
                    join=self.join.text().strip(),
                    brand=brand,
                    closing_hour=int(self.closing.choice()),
                    numbering=NumberingPeriod(self.numbering.choice()),
                    thousands=self.thousands.isChecked(),
                    bill_lines=self.bill_lines.isChecked(),
                    asks_source=self.asks_source.isChecked(),
                    reminders=reminders,
                )
            )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("The shop"))
        self.name.set_label(self.tr("Name of the shop"))
        self.contact.set_label(self.tr("Address and phone, as on the card"))
        self.join.set_label(self.tr("For customers to scan: a link, Zalo or phone (empty: the phone above)"))
        self.closing.setAccessibleName(self.tr("End of the business day"))
        self._closing.say(self.tr("The business day ends at {hour}"))
        self.closing.offer(
            [(str(hour), f"{hour:02d}:00") for hour in range(_LATEST_CLOSING_HOUR + 1)],
        )
        self.numbering.setAccessibleName(self.tr("Receipt numbers"))
        self._numbering.say(self.tr("The numbers on our receipts start again {often}"))
        self.numbering.offer(numbering_rows())
        self.thousands.setText(thousands_words())
        self.bill_lines.setText(self.tr("The counter types which items are in a bill, for rules by item"))
        self.asks_source.setText(self.tr("Who joins is always asked how they heard of the shop"))
        self.reminders.set_label(
            self.tr("The counter reminds of this at every bill, with commas between (empty: of nothing)")
        )
        self.reminders.edit.setPlaceholderText(self.tr("ask for the card, offer one thing more"))
        self.save.setText(self.tr("Save the shop's particulars"))
        if self.name.edit.is_wrong():
            self.name.show_error(shop_name_problem(self.name.text()))
        if self.reminders.edit.is_wrong():
            self.reminders.show_error(self._reminders_problem())

    def _reminders_problem(self) -> str:
        words = self.tr("At most {count} reminders of {letters} letters each")
        return words.format(count=MOST_REMINDERS, letters=LONGEST_REMINDER)

    def _follow_name(self, name: str) -> None:
        self.name.show_error("")
        self.brand.set_shop_name(name)
