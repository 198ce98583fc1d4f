"""The protection of the shop's data, in words: how it stands, the code and its drill, what can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from loyalpos.engine.recovery_code import ENTROPY_BITS, grouped_code
from loyalpos.errors import Refusal, Unavailable
from loyalpos.ui.office.confirm import Confirm
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.keys import protection_lines
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from loyalpos.services.protection import Protection

__all__ = ["ProtectionPanel"]


class ProtectionPanel(Translated, Panel):
    """Shows what holds, and says what the owner wants.

    Signals:
        keyring_wanted(): This PC's keyring is to keep the key.
        passphrase_wanted(str): This is to be typed at each start.
        off_wanted(): The owner has agreed to no protection.
        code_wanted(): A new recovery code.
        print_wanted(): The code in view, on paper.
        code_typed(str): Somebody typed it from the paper.
    """

    keyring_wanted = Signal()
    passphrase_wanted = Signal(str)
    off_wanted = Signal()
    code_wanted = Signal()
    print_wanted = Signal()
    code_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._found: Protection | None = None
        self._code: str | None = None
        self._is_busy = False
        self.state = Words("", "base", wrap=True)
        self._how = Words("", "base", "quiet", wrap=True)
        self.code = Words("", "title", wrap=True)
        self.show_code = ActionButton("")
        self.print_code = ActionButton("", look=Look.PRIMARY, icon="printer")
        self._coded = WrapRow(self.print_code, self.show_code)
        self.typed = FieldBox("")
        self.prove = ActionButton("")
        self._proving = WrapRow(self.prove)
        self.keyring = ActionButton("", look=Look.PRIMARY)
        self.passphrase, self.again = FieldBox(""), FieldBox("")
        for field in (self.passphrase, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.by_passphrase = ActionButton("")
        self.new_code, self.off = ActionButton(""), ActionButton("")
        self._acts = WrapRow(self.keyring, self.by_passphrase, self.new_code, self.off)
        self.confirm = Confirm()
        above = (self.state, self._how, self.code, self._coded, self.typed, self._proving)
        for part in (*above, self.passphrase, self.again, self._acts, self.confirm):
            self.body.addWidget(part)
        self.keyring.clicked.connect(self.keyring_wanted)
        self.by_passphrase.clicked.connect(self._take_passphrase)
        self.again.submitted.connect(self._take_passphrase)
        self.new_code.clicked.connect(self.code_wanted)
        self.off.clicked.connect(self._ask_off)
        self.confirm.agreed.connect(self.off_wanted)
        self.show_code.clicked.connect(self._show_code)
        self.print_code.clicked.connect(self.print_wanted)
        self.prove.clicked.connect(self._take_code)
        self.typed.submitted.connect(self._take_code)
        self.typed.edited.connect(self._begin_drill)
        self.retranslate()

    def show_protection(self, found: Protection) -> None:
        """Show how the shop stands."""
        was_busy = self._is_busy
        self._found, self._is_busy = found, False
        if found.state.value != "unfinished":
            self.forget_code()
        self.retranslate()
        if was_busy and self._code is not None and self.passphrase.edit.hasFocus():
            self.print_code.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_code(self, code: str) -> None:
        """Have a new code to be printed or written down; it stays out of sight until somebody wants it."""
        self._code = code
        self.code.setText("")
        self.typed.set_text("")
        self.retranslate()

    def forget_code(self) -> None:
        """Let go of the code."""
        self._code = None
        self.code.setText("")
        self.typed.set_text("")

    @property
    def fresh_code(self) -> str | None:
        """The code that was made just now, while it can still be printed."""
        return self._code

    def show_busy(self) -> None:
        """Say that it is being done."""
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            # What was pressed is shut now, and Qt would let the focus leave the panel.
            self.passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_busy = True
        self.confirm.hide()
        self.passphrase.set_text("")
        self.again.set_text("")
        self.retranslate()

    def refuse(self, error: Refusal | Unavailable) -> None:
        """Say at the field why what was typed does not do."""
        field = self.typed if self.typed.isVisible() else self.passphrase
        field.show_error(sentence(error))
        field.edit.selectAll()
        field.setFocus()

    def _take_passphrase(self) -> None:
        typed = self.passphrase.text()
        self.passphrase.show_error("")
        if typed != self.again.text():
            self.again.show_error(self.tr("The two are not the same – type it again"))
            return
        self.again.show_error("")
        self.passphrase_wanted.emit(typed)

    def _begin_drill(self, typed: str) -> None:
        """Put the code out of sight: what is proved is the paper."""
        self.typed.show_error("")
        if typed and self.code.text():
            self._show_code()

    def _take_code(self) -> None:
        if self.typed.text():
            self.code_typed.emit(self.typed.text())

    def _show_code(self) -> None:
        self.code.setText("" if self.code.text() else grouped_code(self._code or ""))
        self.retranslate()

    def _ask_off(self) -> None:
        self.confirm.ask(
            self.tr(
                "Without protection whoever takes this PC, or a backup, can read every customer’s name and "
                "phone number. The file and its backups are written anew for this."
            ),
            self.tr("Turn protection off"),
        )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("Protecting the data"))
        found = self._found
        state = "" if found is None else found.state.value
        is_off, is_unfinished = state == "off", state == "unfinished"
        self.state.setText(self._state_text())
        self.state.set_tone("amber" if is_off or is_unfinished else "ink")
        self._how.setText(self._how_text())
        self._how.setVisible(bool(self._how.text()))
        self.code.setVisible(bool(self.code.text()))
        self._coded.setVisible(self._code is not None)
        self.print_code.setText(self.tr("Print the code"))
        self.show_code.setText(self.tr("Hide the code") if self.code.text() else self.tr("Show the code"))
        for part in (self.typed, self._proving):
            part.setVisible(is_unfinished)
        self.typed.set_label(self.tr("Type the 24 digits from the paper"))
        self.prove.setText(self.tr("Check the code"))
        self.keyring.setText(self.tr("Protect – this PC keeps the key"))
        has_other_way = found is not None and found.has_keyring and (is_off or found.way != "keyring")
        self.keyring.setVisible(has_other_way)
        self.passphrase.set_label(self.tr("Start passphrase – three or four words"))
        self.again.set_label(self.tr("The same once more"))
        self.by_passphrase.setText(
            self.tr("Protect with this passphrase")
            if is_off
            else self.tr("Ask for this passphrase from now on")
        )
        self.new_code.setText(self.tr("New recovery code"))
        self.off.setText(self.tr("Turn protection off"))
        for button in (self.new_code, self.off):
            button.setVisible(bool(state) and not is_off)
        acts = (self.keyring, self.by_passphrase, self.new_code, self.off, self.prove, self.print_code)
        for button in acts:
            button.setEnabled(not self._is_busy and found is not None)

    def _state_text(self) -> str:
        if self._is_busy:
            return self.tr("Writing the file and its backups anew – the counter opens again when it is done…")
        return "" if self._found is None else "\n".join(protection_lines(self._found))

    def _how_text(self) -> str:
        found = self._found
        if self._is_busy or found is None:
            return ""
        if found.state.value == "off":
            words = self.tr(
                "Protection locks the shop’s file and its backups with a key of their own. A code on paper "
                "opens them on another PC. Lists, cards and exports that you write into files stay readable."
            )
            if not found.has_keyring:
                words += " " + self.tr("This PC has no keyring: a passphrase is typed at each start.")
            return words
        if self._code is not None:
            words = self.tr(
                "Print the recovery code or write it down, and keep the paper outside the shop. Nobody can "
                "guess it ({bits} bits), and it is kept nowhere else."
            )
            gone = self.tr("Without it nobody opens the backups when this PC is gone.")
            forgotten = self.tr("Without it nobody opens the data when the passphrase is forgotten.")
            return f"{words.format(bits=ENTROPY_BITS)} {gone if found.way == 'keyring' else forgotten}"
        return self.tr(
            "If the paper is lost, take a new recovery code: the old one opens nothing on this PC then. A "
            "copy that was carried away before still opens with the old one and gives the key away; if a "
            "stranger may have both, turn protection off and on again, which makes a new key."
        )
