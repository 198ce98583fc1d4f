"""Between two customers: what can be done without one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.ui.counter.panel import CounterPanel
from loyalpos.ui.counter.trouble import Trouble
from loyalpos.ui.widgets.banner import EmptyState
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.theme import theme

__all__ = ["IdlePanel"]


class IdlePanel(CounterPanel):
    """Stands where the bill will be, with the few things that need no member.

    Signals:
        bill_wanted(): A bill without a member.
        return_wanted(): Goods come back.
        undo_wanted(): The last act is to be taken back.
        terms_wanted(): A customer asks about returns or the program.
        lock_wanted(): Somebody else comes to the till, or nobody is there for a while.
    """

    bill_wanted = Signal()
    return_wanted = Signal()
    undo_wanted = Signal()
    terms_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self.trouble: Trouble | None = None
        """Said at the next ``retranslate()``."""
        self._card = Panel()
        self._hint = EmptyState("card", "")
        self._bill = ActionButton("", "F5")
        self._return = ActionButton("", "F8")
        self._undo = ActionButton("", "Ctrl Z")
        self._terms = ActionButton("", "F3")
        self.lock = ActionButton("", "Ctrl L")
        self._buttons = QVBoxLayout()
        for button in (self._bill, self._return, self._undo, self._terms, self.lock):
            self._buttons.addWidget(button)
        self._card.body.addWidget(self._hint, 1)
        self._card.body.addLayout(self._buttons)
        self.whole.addWidget(self._card, 1)
        # In the strip the buttons below do the rest.
        for part in (self._hint, self._return, self._undo, self._terms):
            part.setVisible(not compact)
        self.lock.hide()
        self._bill.clicked.connect(self.bill_wanted)
        self._return.clicked.connect(self.return_wanted)
        self._undo.clicked.connect(self.undo_wanted)
        self._terms.clicked.connect(self.terms_wanted)
        self.lock.clicked.connect(self.lock_wanted)
        self._take_sizes()
        self.retranslate()

    def offer_lock(self, *, on: bool) -> None:
        """Offer to lock the till, where it matters who is there."""
        self.lock.setVisible(on)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        invites = self.tr("Scan a card, or type the last 4 digits of the phone. The bill opens here.")
        waits = self.tr("Nobody can be served now – see the message.")
        self._hint.set_sentence(invites if self.trouble is None else waits)
        self._bill.setText(self.tr("Bill without a card"))
        self._return.setText(self.tr("Return"))
        self._undo.setText(self.action_text(self.tr("Undo the last")))
        self._terms.setText(self.tr("Terms and program"))
        self.lock.setText(self.tr("Lock, change person"))

    def _take_sizes(self) -> None:
        self._buttons.setSpacing(theme().px(10))
