"""What a person types before a protected shop opens: over the whole counter, which has no books yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from loyalpos.errors import SecretNeeded
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

__all__ = ["UnlockPanel"]

_WIDEST = 560


class UnlockPanel(Translated, QWidget, Themed):
    """Asks for the passphrase or the recovery code.

    Signals:
        typed(str): A person typed it.
        restore_wanted(): They would rather bring a backup back.
    """

    typed = Signal(str)
    restore_wanted = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._needed: SecretNeeded | None = None
        self.setAutoFillBackground(True)
        # The keys of the counter below are none here.
        self.setProperty("keeps_its_keys", True)  # noqa: FBT003 - Qt's own call
        self._title = Words("", "title", wrap=True)
        self._words = Words("", "base", wrap=True)
        self.field = FieldBox("")
        self.open = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self.see = ActionButton("")
        self.back = ActionButton("")
        self._panel = Panel()
        for part in (self._title, self._words, self.field, WrapRow(self.open, self.see, self.back)):
            self._panel.body.addWidget(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._panel, 1000)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        self.setFocusProxy(self.field)
        over.installEventFilter(self)
        self.field.submitted.connect(self._submit)
        self.field.edited.connect(lambda _: self.field.show_error(""))
        self.open.clicked.connect(self._submit)
        self.see.clicked.connect(self._turn_sight)
        self.back.clicked.connect(self.restore_wanted)
        self.follow_theme()
        self._hide_letters(hidden=True)
        self.hide()

    def ask(self, needed: SecretNeeded) -> None:
        """Ask, or say that what was typed did not open it."""
        self._needed = needed
        self.setEnabled(True)
        # Digits are read from a paper, group by group; a passphrase is nobody's to see.
        self._hide_letters(hidden=needed.asks == "passphrase")
        self.retranslate()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.field.edit.selectAll()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_theme(self) -> None:
        """Take the colours and the width."""
        self._panel.setMaximumWidth(theme().px(_WIDEST))
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme().colour("paper"))
        self.setPalette(palette)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key from the counter below."""
        event.accept()

    def _submit(self) -> None:
        if self.isEnabled() and self.field.text():
            self.setEnabled(False)
            self._words.setText(self.tr("Opening…"))
            self.typed.emit(self.field.text())

    def _turn_sight(self) -> None:
        self._hide_letters(hidden=self.field.edit.echoMode() is QLineEdit.EchoMode.Normal)
        self.retranslate()

    def _hide_letters(self, *, hidden: bool) -> None:
        self.field.edit.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        needed = self._needed
        self._title.setText(self.tr("The shop is locked"))
        asks_code = needed is not None and needed.asks == "code"
        self.field.set_label(
            self.tr("Recovery code") if asks_code else self.tr("Passphrase or recovery code")
        )
        self.open.setText(self.tr("Open"))
        is_hidden = self.field.edit.echoMode() is QLineEdit.EchoMode.Password
        self.see.setText(self.tr("Show what I type") if is_hidden else self.tr("Hide what I type"))
        self.back.setText(self.tr("Bring a backup back"))
        if needed is not None:
            said = sentence(needed)
            self._words.setText("" if needed.was_wrong else said)
            self._words.setVisible(not needed.was_wrong)
            self.field.show_error(said if needed.was_wrong else "")
