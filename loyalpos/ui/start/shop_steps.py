"""The steps that ask for the language and for the shop itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.bills import NumberingPeriod
from loyalpos.engine.shop import ShopDescription
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.shop_panel import numbering_rows, shop_name_problem, thousands_words
from loyalpos.ui.office.till_panel import LANGUAGES
from loyalpos.ui.start.options import Options
from loyalpos.ui.start.step import Step
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.choices import Switch
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel

__all__ = ["LanguageStep", "ShopStep"]


class LanguageStep(Step):
    """Asks for the language, and offers the ways around the wizard.

    Signals:
        language_chosen(str): ``vi`` or ``en``.
        demo_wanted(): Look at the demo shop first.
        restore_wanted(): Bring an own shop back from a backup.
        take_over_wanted(): Make the shop of what another PC has written.
    """

    language_chosen = Signal(str)
    demo_wanted = Signal()
    restore_wanted = Signal()
    take_over_wanted = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages = Options([name for name, _ in LANGUAGES])
        for name, words in LANGUAGES:
            self.languages.say(name, words)
        self.languages.choose(language)
        self.demo = ActionButton("", look=Look.QUIET, icon="counter")
        self.restore = ActionButton("", look=Look.QUIET, icon="backup")
        self.take_over = ActionButton("", look=Look.QUIET, icon="people")
        self.column.addWidget(self.languages)
        self.column.addWidget(WrapRow(self.demo, self.restore, self.take_over))
        self.column.addStretch(1)
        self.languages.chosen.connect(self.language_chosen)
        self.demo.clicked.connect(self.demo_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self.take_over.clicked.connect(self.take_over_wanted)
        self.retranslate()

    def title(self) -> str:
        """Greet."""
        return self.tr("Welcome to LoyalPOS")

    def more(self) -> str:
        """Say how long it takes."""
        return self.tr("Six short questions, then the till is open. Which language do you speak?")

    def first_field(self) -> QWidget:
        """Begin at the languages."""
        return self.languages

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.demo.setText(self.tr("Look at a demo shop first"))
        self.restore.setText(self.tr("Restore from a backup"))
        self.take_over.setText(self.tr("Take over an exported shop…"))


class ShopStep(Step):
    """Asks for the shop's name and how its bills are typed and numbered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = FieldBox("")
        self.contact = FieldBox("")
        self.thousands = Switch("")
        self.thousands.setChecked(True)
        self.numbering = ChoiceBox()
        self._numbering = Sentence({"numbering": self.numbering})
        panel = Panel()
        for widget in (self.name, self.contact, self.thousands, self._numbering):
            panel.body.addWidget(widget)
        self.column.addWidget(panel)
        self.column.addStretch(1)
        self.name.edited.connect(self._take_name)
        self.retranslate()

    def title(self) -> str:
        """Ask."""
        return self.tr("What is your shop called?")

    def more(self) -> str:
        """Say where it will stand."""
        return self.tr("This stands on every card and slip, and can be changed at any time.")

    def first_field(self) -> QWidget:
        """Begin at the name."""
        return self.name.edit

    def complete(self) -> bool:
        """Need a name."""
        problem = shop_name_problem(self.name.text())
        self.name.show_error(problem)
        if problem:
            self.name.edit.setFocus()
        return not problem

    def description(self) -> ShopDescription:
        """Describe the shop as typed."""
        return ShopDescription(
            self.name.text().strip(),
            self.contact.text().strip(),
            numbering=NumberingPeriod(self.numbering.choice()),
            thousands=self.thousands.isChecked(),
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.name.set_label(self.tr("Name of the shop"))
        self.contact.set_label(self.tr("Address and phone (may stay empty)"))
        self.thousands.setText(thousands_words())
        self.numbering.setAccessibleName(self.tr("Receipt numbers"))
        self.numbering.offer(numbering_rows())
        self._numbering.say(self.tr("The numbers on our receipts start again {numbering}"))
        if self.name.edit.is_wrong():
            self.name.show_error(shop_name_problem(self.name.text()))

    def _take_name(self) -> None:
        self.name.show_error("")
        self.edited.emit()
