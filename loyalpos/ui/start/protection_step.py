"""The step that asks whether the shop's data is to be locked, and says what it means if not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from loyalpos.errors import PassphraseShort
from loyalpos.ui.start.options import Options
from loyalpos.ui.start.step import Step
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.services.keys import Keys
    from loyalpos.services.outside import Outside

__all__ = ["ProtectionStep"]


class ProtectionStep(Step):
    """Offers the keyring of this PC where there is one, else a passphrase; nothing is filled in."""

    def __init__(self, *, has_keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way = "keyring" if has_keyring else "passphrase"
        self.ways = Options(["off", self._way])
        self.passphrase, self.again = FieldBox(""), FieldBox("")
        self._after = Words("", "base", "quiet", wrap=True)
        self._fields = QHBoxLayout()
        self._fields.addWidget(self.passphrase, 1, Qt.AlignmentFlag.AlignTop)
        self._fields.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.ways)
        self.column.addLayout(self._fields)
        self.column.addWidget(self._after)
        self.column.addStretch(1)
        for field in (self.passphrase, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
            field.edited.connect(self._take_back_errors)
        self.ways.chosen.connect(self._show_way)
        self._show_way()
        self.retranslate()

    def title(self) -> str:
        """Ask."""
        return self.tr("Lock the shop’s data?")

    def more(self) -> str:
        """Say what it is about, and that the answer is not for ever."""
        return self.tr(
            "Your customers’ names and phone numbers lie in one file on this PC. You can lock or unlock it "
            "at any time in Settings."
        )

    def first_field(self) -> QWidget:
        """Begin at the ways."""
        return self.ways

    def complete(self) -> bool:
        """Need a passphrase, twice the same, where one is to be asked for."""
        if self.ways.choice() != "passphrase":
            return True
        short = self._short()
        self.passphrase.show_error(short)
        differ = "" if short or self.passphrase.text() == self.again.text() else self._differ()
        self.again.show_error(differ)
        if short or differ:
            (self.passphrase if short else self.again).edit.setFocus()
        return not (short or differ)

    def locking(self) -> Callable[[Keys, Outside], str] | None:
        """Give what locks the books before they are made, or None where they stay open."""
        match self.ways.choice():
            case "off":
                return None
            case "keyring":
                return partial(_turn_on, None)
            case _:
                return partial(_turn_on, self.passphrase.text())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.ways.say(
            "off",
            self.tr("Not now"),
            self.tr("Whoever takes this PC, or a backup, can read everything."),
        )
        if self._way == "keyring":
            self.ways.say(
                "keyring",
                self.tr("Lock – this PC keeps the key"),
                self.tr("Nothing is typed at a start; on another PC the file says nothing."),
            )
        else:
            self.ways.say(
                "passphrase",
                self.tr("Lock with a passphrase"),
                self.tr("It is typed at each start: this PC has no keyring that could keep the key."),
            )
        self.passphrase.set_label(self.tr("Start passphrase – three or four words"))
        self.again.set_label(self.tr("The same once more"))
        self._after.setText(
            self.tr(
                "Still to be done when the till is open: print the recovery code in Settings and type it "
                "once from the paper. Without it nobody opens the backups when the key in this PC, or the "
                "passphrase, is lost; until then the footer reminds you."
            )
        )
        if self.passphrase.edit.is_wrong():
            self.passphrase.show_error(self._short())
        if self.again.edit.is_wrong():
            self.again.show_error(self._differ())

    def _show_way(self, _way: str = "") -> None:
        way = self.ways.choice()
        for field in (self.passphrase, self.again):
            field.setVisible(way == "passphrase")
        self._after.setVisible(way != "off")

    def _take_back_errors(self, _typed: str) -> None:
        self.passphrase.show_error("")
        self.again.show_error("")

    def _short(self) -> str:
        from loyalpos.services.protection import LEAST_LETTERS  # noqa: PLC0415 - who locks nothing needs none

        short = len(self.passphrase.text()) < LEAST_LETTERS
        return sentence(PassphraseShort(LEAST_LETTERS)) if short else ""

    def _differ(self) -> str:
        return self.tr("The two are not the same – type it again")


def _turn_on(passphrase: str | None, keys: Keys, outside: Outside) -> str:
    from loyalpos.services.protection import turn_on  # noqa: PLC0415 - who locks nothing needs none

    return turn_on(keys, passphrase, outside)
