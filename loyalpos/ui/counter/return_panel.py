"""Goods come back: which bill, how much of it, and what that does to the points."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.engine.acts import BillReversed, ReturnDesk
from loyalpos.engine.money import AmountProblem, parse_amount, vnd
from loyalpos.engine.numbers import NumberProblem, parse_number
from loyalpos.engine.reversal import Reversal, reverse
from loyalpos.engine.times import ShopTime
from loyalpos.errors import NothingToReturn, ReturnTooLarge
from loyalpos.ui.counter.panel import CounterPanel, as_data, shortened
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import FieldBox, Notice
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.rows import Row, RowList
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words import dates
from loyalpos.ui.words.points import called, capital, named, signed
from loyalpos.ui.words.problems import amount_problem, number_problem
from loyalpos.ui.words.refusals import sentence
from loyalpos.ui.words.returned import beside_texts

__all__ = ["ReturnPanel"]


class ReturnPanel(CounterPanel):
    """Where part of a bill, or all that is left of it, is taken back.

    Signals:
        number_entered(str): A receipt number to look for.
        return_wanted(object, int, object): The bill's id, the number of this return of it, and the amount
            that comes back in đồng, None for all that is left.
        looked_at(object, object): The bill's id and the amount that would come back, as above.
        cancelled(): Esc.
    """

    number_entered = Signal(str)
    return_wanted = Signal(object, int, object)
    looked_at = Signal(object, object)
    cancelled = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._shop = ShopTime()
        self._thousands = True
        self._desks: tuple[ReturnDesk, ...] = ()
        self._desk: ReturnDesk | None = None
        self._foreseen: tuple[int | None, BillReversed] | None = None
        self._card = Panel(" ")
        self._number = FieldBox("")
        self._advice = Words("", "small", "quiet", wrap=True)
        self.rows = RowList("", numbered=True, most_rows=5)
        self._bill = as_data(Words("", "strong", wrap=True))
        self._bill_more = Words("", "small", "quiet", wrap=True)
        self._label = Words("", "base", "quiet", wrap=True)
        self._amount = AmountBox(self._parse, role="title")
        self._notice = Notice()
        self._preview = Panel(fill="brand_soft", edge="")
        self._lines = [(Words("", "base", wrap=True), as_data(Words("", "strong"))) for _ in range(3)]
        self._beside = as_data(Words("", "small_strong", "amber", wrap=True))
        self._do = ActionButton("", "Enter", Look.PRIMARY, large=True)
        self._cancel = ActionButton("", "Esc", Look.QUIET)
        self._build()
        self._connect()
        self._take_sizes()
        self.retranslate()

    def set_thousands(self, thousands: bool) -> None:
        """Say whether one to four plain digits are thousands of đồng."""
        self._thousands = thousands
        self._amount.read_again()

    def begin(self) -> None:
        """Ask for the receipt number."""
        self._number.set_text("")
        self.show_bills(())
        self._number.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_bills(self, desks: tuple[ReturnDesk, ...], shop: ShopTime | None = None) -> None:
        """Show the bills to choose from: those of the number, or the member's last ones."""
        self._shop = shop or self._shop
        self._desks, self._desk, self._foreseen = desks, None, None
        self.retranslate()
        if len(desks) == 1:
            self._take_up(0)
        elif desks:
            self.rows.enter()

    def show_foreseen(self, amount_vnd: int | None, back: BillReversed) -> None:
        """Say what would come and go with a return, if it is still the one that is looked at."""
        self._foreseen = (amount_vnd, back)
        self._say_beside()

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong at ``number`` or ``amount``; an empty sentence takes it back."""
        if field == "number":
            self._number.show_error(sentence)
        else:
            self._notice.say(sentence)
            self._amount.set_wrong(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _parse(self, text: str) -> int | object:
        return parse_amount(text, thousands=self._thousands)

    def _build(self) -> None:
        body = self._card.body
        for part in (
            self._number,
            self._advice,
            self.rows,
            self._bill,
            self._bill_more,
            self._label,
            self._amount,
            self._notice,
            self._preview,
        ):
            body.addWidget(part)
        for words, figure in self._lines:
            line = QHBoxLayout()
            line.addWidget(words, 1)
            line.addWidget(figure)
            self._preview.body.addLayout(line)
        self._preview.body.addWidget(self._beside)
        body.addWidget(self._do)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        body.addLayout(row)
        if not self.compact:
            body.addStretch(1)
        self.whole.addWidget(self._card)

    def _connect(self) -> None:
        self._number.submitted.connect(self._ask_number)
        self._number.edited.connect(lambda _text: self._number.show_error(""))
        self.rows.chosen.connect(self._take_up)
        self.rows.left.connect(self.cancelled)
        self.rows.left_upwards.connect(lambda: self._number.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        self._amount.amount_changed.connect(self._look_again)
        self._amount.submitted.connect(self._ask_return)
        self._do.clicked.connect(self._ask_return)
        self._cancel.clicked.connect(self.cancelled)

    def _ask_number(self) -> None:
        number = parse_number(self._number.text())
        if isinstance(number, NumberProblem):
            self._number.show_error(number_problem(number))
        elif number is None:
            self._number.show_error(self.tr("Type the number on the receipt"))
        else:
            self.number_entered.emit(number)

    def _take_up(self, place: int) -> None:
        desk = self._desks[place]
        if desk.bill.whole:
            self._number.show_error(sentence(NothingToReturn(desk.bill.id)))
            return
        self._desk = desk
        with QSignalBlocker(self._amount):
            self._amount.set_amount(None)
        self.retranslate()
        self._ask_what_goes_with(desk)
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_return(self) -> None:
        desk = self._desk
        if desk is None:
            return
        reversal = self._reversal(desk)
        if reversal is not None:
            amount_vnd = self._amount.amount_vnd()
            self.return_wanted.emit(desk.bill.id, desk.bill.parts + 1, amount_vnd)

    def _look_again(self) -> None:
        self._notice.say("")
        if self._desk is not None:
            self._show_preview(self._desk)
            self._ask_what_goes_with(self._desk)

    def _ask_what_goes_with(self, desk: ReturnDesk) -> None:
        if desk.bill.member is not None and not self._preview.isHidden():
            self.looked_at.emit(desk.bill.id, self._amount.amount_vnd())

    def _say_beside(self) -> None:
        desk, foreseen = self._desk, self._foreseen
        texts: list[str] = []
        if desk is not None and foreseen is not None and foreseen[1].bill == desk.bill.id:
            amount_vnd, back = foreseen
            if amount_vnd == self._amount.amount_vnd():
                texts = beside_texts(back, desk.program)
        self._beside.setText("\n".join(text[:1].upper() + text[1:] for text in texts))
        self._beside.setVisible(bool(texts))

    def _reversal(self, desk: ReturnDesk) -> Reversal | None:
        """Work the return out as it stands, or say why not."""
        verdict = self._amount.verdict()
        if isinstance(verdict, AmountProblem):
            self.show_problem("amount", amount_problem(verdict))
            return None
        try:
            return reverse(
                desk.program,
                desk.bill,
                desk.account,
                returned_vnd=self._amount.amount_vnd(),
                at=desk.alive_at,
                alive_at=desk.alive_at,
            )
        except (NothingToReturn, ReturnTooLarge) as refused:
            self.show_problem("amount", sentence(refused, points_name=desk.program.points_name))
            return None

    def _show_preview(self, desk: ReturnDesk) -> None:
        reversal = self._reversal(desk)
        self._preview.setVisible(reversal is not None)
        self._say_beside()
        self._do.setEnabled(reversal is not None)
        if reversal is None:
            return
        points_name = desk.program.points_name
        has_member = desk.bill.member is not None
        name = called(points_name)
        figures = (
            (self.tr("Hand back to the customer"), vnd(reversal.refund_vnd), True),
            (
                capital(self.tr("{points} taken back").format(points=name)),
                named(-reversal.taken_back, points_name),
                has_member and bool(reversal.taken_back),
            ),
            (
                capital(self.tr("spent {points} given back").format(points=name)),
                f"{signed(reversal.given_back)}\u00a0{points_name}",
                has_member and bool(reversal.given_back),
            ),
        )
        for (words, figure), (text, value, is_shown) in zip(self._lines, figures, strict=True):
            words.setText(text)
            figure.setText(value)
            words.setVisible(is_shown)
            figure.setVisible(is_shown)
        does = self.tr("Take back all of it") if reversal.whole else self.tr("Take this part back")
        self._do.setText(self.action_text(does))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        desk = self._desk
        self._card.set_title(self.tr("Return goods"))
        self._number.set_label(self.tr("Receipt number"))
        self._advice.setText(
            self.tr(
                "Type the number on the receipt, then Enter. No number? F9, then choose the bill of today."
            )
        )
        self._advice.setVisible(not self._desks)
        self.rows.setAccessibleName(self.tr("Bills"))
        self.rows.set_rows([self._row(one) for one in self._desks])
        self.rows.setVisible(len(self._desks) > 1 and desk is None)
        self._label.setText(self.tr("Amount that comes back – empty is all of it"))
        self._amount.setAccessibleName(self.tr("Amount that comes back"))
        self._cancel.setText(self.tr("Do not return"))
        self._do.setText(self.action_text(self.tr("Take back all of it")))
        for part in (self._bill, self._bill_more, self._label, self._amount, self._preview, self._do):
            part.setVisible(desk is not None)
        if desk is None:
            self._notice.say("")
            return
        row = self._row(desk)
        self._bill.setText(" · ".join(filter(None, (row.title, row.right))))
        self._bill_more.setText(row.subtitle)
        self._show_preview(desk)

    def _row(self, desk: ReturnDesk) -> Row:
        bill = desk.bill
        who = shortened(desk.name) if desk.name else self._nameless(desk)
        details = []
        if bill.whole:
            details.append(self.tr("returned already"))
        elif bill.returned_vnd:
            details.append(self.tr("{amount} left").format(amount=vnd(bill.left_vnd)))
        if bill.number:
            details.append(self.tr("receipt {number}").format(number=bill.number))
        details.append(dates.moment(bill.at, self._shop))
        details.extend(redemption.name for redemption in desk.redemptions)
        amount = vnd(bill.total_vnd)
        if self.compact:
            return Row(f"{amount} · {who}", " · ".join(details), enabled=not bill.whole)
        return Row(who, " · ".join(details), amount, enabled=not bill.whole)

    def _nameless(self, desk: ReturnDesk) -> str:
        return self.tr("No card") if desk.bill.member is None else self.tr("No name yet")

    def _take_sizes(self) -> None:
        look = theme()
        self._card.body.setSpacing(look.px(10))
        self._preview.body.setSpacing(look.px(6))
