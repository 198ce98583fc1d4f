"""A code that is not ours was scanned: whose is it?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.ui.counter.panel import CounterPanel, as_data, shortened
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Elided, Words
from loyalpos.ui.widgets.theme import theme

__all__ = ["LinkPanel"]

_LONGEST_CODE = 100


class LinkPanel(CounterPanel):
    """Offers to link an old card's code to the member who stands there, or to enrol with it.

    Signals:
        link_wanted(str): The code, as scanned, is to be linked to the open member.
        replace_wanted(str): The card of ours takes the place of the open member's cards, which are dead then.
        enrol_wanted(str): Somebody is to be enrolled with the code.
        cancelled(): Esc.
    """

    link_wanted = Signal(str)
    replace_wanted = Signal(str)
    enrol_wanted = Signal(str)
    cancelled = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._raw = ""
        self._member_name: str | None = None
        self._refused = False
        self._ours = False
        self._card = Panel(" ")
        self._code = as_data(Elided("", "heading"))
        self._question = Words("", "base", wrap=True)
        self._advice = Words("", "small", "quiet", wrap=True)
        self._notice = Notice()
        self._do = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self._replace = ActionButton("", "Ctrl+Enter", large=True)
        self._cancel = ActionButton("", "Esc", Look.QUIET)
        body = self._card.body
        for part in (self._code, self._question, self._advice, self._notice, self._do, self._replace):
            body.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        body.addLayout(row)
        if not compact:
            body.addStretch(1)
        self.whole.addWidget(self._card)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._do.clicked.connect(self._do_it)
        self._replace.clicked.connect(self._replace_it)
        self._cancel.clicked.connect(self.cancelled)
        self._take_sizes()
        self.retranslate()

    def begin(self, raw: str, *, member_name: str | None, ours: bool = False) -> None:
        """Ask what a scanned code is.

        Args:
            raw: As scanned, of any length and any characters.
            member_name: The open member's name (may be empty), or None while nobody is open.
            ours: Whether it is a blank card that we printed.
        """
        self._raw, self._member_name, self._refused, self._ours = raw, member_name, False, ours
        self._notice.say("")
        self.retranslate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why the code cannot be linked; then only Esc is left."""
        self._refused = bool(sentence)
        self._notice.say(sentence)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button says, with Ctrl what the other one says; Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        elif not event.isAutoRepeat():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._replace_it()
            else:
                self._do_it()
        event.accept()

    def _do_it(self) -> None:
        if self._refused:
            return
        if self._member_name is None:
            self.enrol_wanted.emit(self._raw)
        else:
            self.link_wanted.emit(self._raw)

    def _replace_it(self) -> None:
        if self._replaces and not self._refused:
            self.replace_wanted.emit(self._raw)

    @property
    def _replaces(self) -> bool:
        return self._ours and self._member_name is not None

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        visible = "".join(letter if letter.isprintable() else "·" for letter in self._raw)
        title = self.tr("A code from another shop, or an old card")
        self._card.set_title(self.tr("A new card of ours") if self._ours else title)
        self._code.setText(visible[:_LONGEST_CODE])
        self._cancel.setText(self.tr("Leave it"))
        if self._member_name is None:
            self._question.setText(self.tr("This code is nobody's yet."))
            self._advice.setText(
                self.tr("Is the customer a member already? Find them with F2, or scan their card.")
            )
            self._do.setText(self.action_text(self.tr("Add customer with this code")))
        else:
            name = shortened(self._member_name) or self.tr("this customer")
            self._question.setText(self.tr("Link it to {name}?").format(name=name))
            self._advice.setText(self.tr("From then on scanning it finds this customer, like our own card."))
            self._do.setText(self.action_text(self.tr("Link the code")))
        if self._replaces:
            self._advice.setText(
                self.tr("One card more, or is the old one lost? Replaced, the old card is dead at once.")
            )
            self._replace.setText(self.action_text(self.tr("Replace the old card")))
        self._replace.setVisible(self._replaces and not self._refused)
        for part in (self._question, self._advice, self._do):
            part.setVisible(not self._refused)

    def _take_sizes(self) -> None:
        self._card.body.setSpacing(theme().px(12))
