"""Over the gate: an owner who forgot their PIN proves whose shop it is and types another one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from loyalpos.engine.staff import PIN_DIGITS, Person
from loyalpos.ui.cover import Cover
from loyalpos.ui.gate import hide_digits
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.texts import Words

if TYPE_CHECKING:
    from loyalpos.services.forgotten import Proof

__all__ = ["ForgottenCover"]

_LEAVES_AFTER_MS: Final = 180_000
"""What was typed from the paper does not stand there for whoever comes by."""


class ForgottenCover(Cover):
    """Asks for the code, where one proves anything, and twice for the PIN; Esc goes back to the gate.

    Signals:
        typed(str, str): The code or passphrase, ``""`` where none is asked for, and the PIN.
        left(): Esc, or nobody has typed for a while.
    """

    typed = Signal(str, str)
    left = Signal()

    def __init__(self, window: QWidget, person: Person, proof: Proof) -> None:
        super().__init__(window)
        self._person, self._proof = person, proof
        self.setProperty("keeps_its_keys", True)  # noqa: FBT003 - Qt's own call
        self._words = Words("", "base", wrap=True)
        self.code, self.pin, self.again = FieldBox(""), FieldBox(""), FieldBox("")
        for field in (self.pin, self.again):
            hide_digits(field.edit)
        # A passphrase is nobody's to see; digits are read from a paper, group by group.
        self._is_hidden = proof.value == "either"
        self.see = ActionButton("", "", Look.QUIET)
        if not self._is_hidden:
            self.see.hide()
        if proof.value == "none":
            self.code.hide()
        self.go = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self.leave = ActionButton("", "Esc", Look.QUIET)
        for part in (self._words, self.code, self.pin, self.again, self.go):
            self.card.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.see)
        row.addStretch(1)
        row.addWidget(self.leave)
        self.card.body.addLayout(row)
        self._leaving = QTimer(self, singleShot=True, interval=_LEAVES_AFTER_MS)
        self._leaving.timeout.connect(self.left)
        for field in (self.code, self.pin, self.again):
            field.edited.connect(self._listen)
            field.submitted.connect(self._go_on)
            field.edit.installEventFilter(self)
        self.go.clicked.connect(self._go_on)
        self.see.clicked.connect(self._turn_sight)
        self.leave.clicked.connect(self.left)
        self.follow_theme()
        self.retranslate()
        self.cover()
        self._leaving.start()
        self._fields()[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str, *, of_pin: bool) -> None:
        """Say what is wrong, at what it is about; the code that was typed stays to be compared."""
        self.setEnabled(True)
        field = self.pin if of_pin or self.code.isHidden() else self.code
        if of_pin:
            self.pin.set_text("")
            self.again.set_text("")
        field.show_error(sentence)
        field.edit.selectAll()
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> Sequence[QWidget]:
        """What is typed, in its order, then the buttons."""
        return (self.code.edit, self.pin.edit, self.again.edit, self.go, self.see, self.leave)

    def take(self, key: Qt.Key) -> bool:
        """Esc goes back."""
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.card.set_title(self.tr("Another PIN for {name}").format(name=self._person.name))
        match self._proof.value:
            case "none":
                words = self.tr(
                    "This shop’s data is not protected, so nothing on this PC proves whose shop it is. The "
                    "PIN you type here holds three days from now. Until then the till tells everybody that "
                    "it was asked for; your old PIN, another owner or a manager stops it. Another owner can "
                    "give you a PIN at once, under Staff."
                )
            case "code":
                words = self.tr("Type the recovery code from the paper: it proves whose shop this is.")
            case _:
                words = self.tr(
                    "Type the recovery code from the paper, or the passphrase of the start: it proves whose "
                    "shop this is."
                )
        self._words.setText(words)
        self.code.set_label(
            self.tr("Recovery code, 24 digits")
            if self._proof.value == "code"
            else self.tr("Recovery code or passphrase")
        )
        self.pin.set_label(self.tr("New PIN, six digits"))
        self.again.set_label(self.tr("The new PIN once more"))
        self.go.setText(
            self.tr("Ask for this PIN") if self._proof.value == "none" else self.tr("Set the PIN")
        )
        self.see.setText(self.tr("Show what I type") if self._is_hidden else self.tr("Hide what I type"))
        self.leave.setText(self.tr("Back"))
        echo = QLineEdit.EchoMode.Password if self._is_hidden else QLineEdit.EchoMode.Normal
        self.code.edit.setEchoMode(echo)

    def _turn_sight(self) -> None:
        self._is_hidden = not self._is_hidden
        self.retranslate()
        self.code.edit.setFocus()

    def _fields(self) -> list[FieldBox]:
        return [field for field in (self.code, self.pin, self.again) if not field.isHidden()]

    def _listen(self, _text: str) -> None:
        self._leaving.start()
        for field in self._fields():
            field.show_error("")

    def _go_on(self) -> None:
        """Enter goes to what is not typed yet; once everything is, it is said."""
        empty = next((field for field in self._fields() if not field.text()), None)
        if empty is not None:
            empty.edit.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if len(self.pin.text()) < PIN_DIGITS:
            self.pin.show_error(self.tr("Type all six digits of the PIN"))
            self.pin.edit.setFocus()
        elif self.pin.text() != self.again.text():
            for field in (self.pin, self.again):
                field.set_text("")
            self.pin.show_error(self.tr("The two PINs are not the same – type both once more"))
            self.pin.edit.setFocus()
        elif self.isEnabled():
            self.setEnabled(False)
            self.typed.emit(self.code.text(), self.pin.text())
