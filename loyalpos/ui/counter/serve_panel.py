"""What else can be done for the member: chosen by number, then said or filled in, then done with Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.engine.extras import (
    EndOffer,
    Extra,
    PaymentOffer,
    SaleOffer,
    ServiceOffer,
    SurveyOffer,
    SwapOffer,
)
from loyalpos.engine.money import vnd
from loyalpos.ui.counter.consent_box import ConsentBox
from loyalpos.ui.counter.panel import CounterPanel, as_data
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox, Notice
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Fitted, Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.extras import amount_of, extra_name, extra_terms, numbered

__all__ = ["ServePanel"]


class ServePanel(CounterPanel):
    """The choices; the chosen one takes their place, and Esc brings them back.

    Signals:
        swap_wanted(str, int, str): The stamp card by id, the stamps of the paper card, and the reason.
        payment_wanted(object, str, str): The bill that is paid, and what was typed: how much, and how.
        deal_wanted(object): The sale, the end, the service or the survey that is to be.
        left(): Back to the bill.
    """

    swap_wanted = Signal(str, int, str)
    payment_wanted = Signal(object, str, str)
    deal_wanted = Signal(object)
    left = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._extras: tuple[Extra, ...] = ()
        self._chosen: Extra | None = None
        self._card = Panel(" ")
        self.rows = RowList("", numbered=True)
        self._what = as_data(Words("", "strong", wrap=True))
        self._terms = as_data(Words("", "base", "quiet", wrap=True))
        self.stamps = FieldBox("")
        self.reason = FieldBox("")
        self.amount = FieldBox("")
        self.tender = FieldBox("")
        self._pay_label = Words("", "base", wrap=True)
        self._pay = as_data(Fitted("", "title"))
        self._notice = Notice()
        self._none = Words("", "base", "quiet", wrap=True)
        self._do = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self.consents = ConsentBox()
        self._is_about_consents = False
        self._consents_key = ActionButton("", "F3", Look.QUIET)
        self._cancel = ActionButton("", "Esc", Look.QUIET)
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows.chosen.connect(self._choose)
        self.rows.left.connect(self.left)
        self.rows.left_upwards.connect(self.left)
        self.stamps.submitted.connect(self.reason.setFocus)
        self.reason.submitted.connect(self._do_it)
        self.amount.submitted.connect(self._take_amount)
        self.tender.submitted.connect(self._do_it)
        for field in self._fields():
            field.edited.connect(self._forgive)
        self._do.clicked.connect(self._do_it)
        self._cancel.clicked.connect(self._step_back)
        self._consents_key.clicked.connect(self.turn_to_consents)
        self.consents.left.connect(self._step_back)
        self._take_sizes()
        self.retranslate()

    def show_extras(self, extras: tuple[Extra, ...]) -> None:
        """Show what can be done."""
        self._is_about_consents = False
        # Of one there is nothing to choose.
        self._extras, self._chosen = extras, extras[0] if len(extras) == 1 else None
        for field in self._fields():
            field.set_text("")
        self._offer_all()
        self._forgive()
        self.retranslate()

    def turn_to_consents(self) -> None:
        """Show what the member agreed to, to be taken back or asked for anew."""
        if not self._is_about_consents:
            self._is_about_consents, self._chosen = True, None
            self._forgive()
            self.retranslate()
            self.enter()

    def enter(self) -> None:
        """Put the focus where the keys are wanted now."""
        if self._is_about_consents:
            self.consents.enter()
        elif not self._extras:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._chosen is None:
            self.rows.enter()
        elif isinstance(self._chosen, SwapOffer):
            self.stamps.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(self._chosen, PaymentOffer):
            self.amount.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.amount.edit.selectAll()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be done."""
        self._notice.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button says, Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        elif not event.isAutoRepeat() and not any(field.edit.hasFocus() for field in self._fields()):
            # A field has told of it already: what it does not need comes on to here.
            self._do_it()
        event.accept()

    def _build(self) -> None:
        body = self._card.body
        for part in (self._none, self.rows, self.consents, self._what, self._terms, *self._fields()):
            body.addWidget(part)
        paying = QHBoxLayout()
        paying.addWidget(self._pay_label, 1)
        paying.addWidget(self._pay)
        body.addLayout(paying)
        body.addWidget(self._notice)
        body.addWidget(self._do)
        row = QHBoxLayout()
        row.addWidget(self._consents_key)
        row.addStretch(1)
        row.addWidget(self._cancel)
        body.addLayout(row)
        if not self.compact:
            body.addStretch(1)
        self.whole.addWidget(self._card)

    def _choose(self, place: int) -> None:
        self._chosen = self._extras[place]
        self._offer_all()
        self._forgive()
        self.retranslate()
        self.enter()

    def _step_back(self) -> None:
        if self._is_about_consents and self.consents.step_back():
            return
        if not self._is_about_consents and (self._chosen is None or len(self._extras) == 1):
            self.left.emit()
            return
        self._is_about_consents = False
        self._chosen = self._extras[0] if len(self._extras) == 1 else None
        self._forgive()
        self.retranslate()
        self.enter()

    def _do_it(self) -> None:
        chosen = self._chosen
        if isinstance(chosen, SwapOffer):
            typed = self.stamps.text().strip()
            stamps = int(typed) if typed.isdecimal() and len(typed) < 10 else 0
            self.swap_wanted.emit(chosen.card.id, stamps, self.reason.text())
        elif isinstance(chosen, PaymentOffer):
            self.payment_wanted.emit(chosen, self.amount.text(), self.tender.text())
        elif chosen is not None:
            self.deal_wanted.emit(chosen)

    def _take_amount(self) -> None:
        """Ask how it is paid, where rules do; what is left empty there counts for none of them."""
        if self.tender.isHidden() or self.tender.text():
            self._do_it()
        else:
            self.tender.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_all(self) -> None:
        """Most pay all that is open."""
        if isinstance(self._chosen, PaymentOffer):
            self.amount.set_text(vnd(self._chosen.owed.open_vnd))

    def _fields(self) -> tuple[FieldBox, FieldBox, FieldBox, FieldBox]:
        return self.stamps, self.reason, self.amount, self.tender

    def _forgive(self) -> None:
        self._notice.say("")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        chosen = self._chosen
        self._card.set_title(self.tr("What else for this customer?"))
        self.rows.setAccessibleName(self.tr("What else for this customer?"))
        self.rows.set_rows([self._row(one) for one in self._extras])
        self.rows.setVisible(chosen is None and bool(self._extras) and not self._is_about_consents)
        self._none.setText(self.tr("There is nothing else to do for this customer"))
        self._none.setVisible(not self._extras and not self._is_about_consents)
        self.consents.retranslate(self.action_text(""))
        self.consents.setVisible(self._is_about_consents)
        self._consents_key.setText(self.tr("Take back consent"))
        self._consents_key.setVisible(not self._is_about_consents)
        is_swap = isinstance(chosen, SwapOffer)
        is_deal = isinstance(chosen, SaleOffer | EndOffer)
        for part, is_shown in (
            (self._what, chosen is not None),
            (self._terms, chosen is not None),
            (self.stamps, is_swap),
            (self.reason, is_swap),
            (self.amount, isinstance(chosen, PaymentOffer)),
            (self.tender, isinstance(chosen, PaymentOffer) and bool(chosen.tenders)),
            (self._pay_label, is_deal),
            (self._pay, is_deal),
            (self._do, chosen is not None),
        ):
            part.setVisible(is_shown)
        self.stamps.set_label(self.tr("Stamps on the paper card"))
        self.reason.set_label(self.tr("Why"))
        self.amount.set_label(self.tr("The customer pays now"))
        if isinstance(chosen, PaymentOffer):
            self.tender.set_label(self.tr("Paid by: {tenders}").format(tenders=numbered(chosen.tenders)))
        self.reason.edit.setPlaceholderText(self.tr("paper card seen and kept"))
        self._cancel.setText(self.tr("Back"))
        if chosen is None:
            return
        self._what.setText(extra_name(chosen))
        self._terms.setText(extra_terms(chosen))
        self._pay.setText(amount_of(chosen).lstrip("−"))
        self._pay_label.setText(
            self.tr("Hand back to the customer")
            if isinstance(chosen, EndOffer)
            else self.tr("The customer pays")
        )
        self._do.setText(self.action_text(self._does(chosen)))

    def _does(self, chosen: Extra) -> str:
        if isinstance(chosen, SwapOffer):
            return self.tr("Add the stamps")
        if isinstance(chosen, ServiceOffer):
            return self.tr("It is done")
        if isinstance(chosen, PaymentOffer):
            return self.tr("Paid – record it")
        if isinstance(chosen, SurveyOffer):
            return self.tr("Answered – give it")
        if isinstance(chosen, EndOffer):
            return self.tr("Handed back – end it")
        return self.tr("Paid – sell it")

    def _row(self, extra: Extra) -> Row:
        return Row(extra_name(extra), extra_terms(extra), "" if self.compact else amount_of(extra))

    def _take_sizes(self) -> None:
        look = theme()
        self._card.body.setSpacing(look.px(10))
