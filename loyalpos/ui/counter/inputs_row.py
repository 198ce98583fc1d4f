"""What some programs ask of a bill beside its total: how it is paid, the shop's discount, the tax in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from loyalpos.engine.bill_inputs import BillInputs, TenderProblem, WantedInputs, read_tenders
from loyalpos.engine.bills import TenderPart
from loyalpos.engine.money import AmountProblem, parse_amount, vnd
from loyalpos.errors import PaymentTooLarge, TendersTooLarge
from loyalpos.ui.counter.panel import CounterPanel, show_places, stacked_when_large
from loyalpos.ui.widgets.fields import FieldBox, Notice
from loyalpos.ui.widgets.theme import theme
from loyalpos.ui.words.problems import amount_problem

__all__ = ["InputsRow"]


class InputsRow(CounterPanel):
    """The fields a program wants; none of them has to be filled in.

    Signals:
        edited(): Something was typed.
        submitted(): Enter.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._wanted = WantedInputs()
        self._thousands = False
        self._tender, self._discount, self._tax = FieldBox(""), FieldBox(""), FieldBox("")
        self._paid = FieldBox("")
        # Under the fields, at the whole width: the tenders there are make a long sentence.
        self._notice = Notice()
        self._row, self._amounts = QHBoxLayout(), QHBoxLayout()
        self._row.addWidget(self._tender, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._amounts)
        for field in (self._discount, self._tax, self._paid):
            self._amounts.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        for field in self._all():
            field.edited.connect(self._pass_edit_on)
            field.submitted.connect(self.submitted)
        self._tender.edit.editingFinished.connect(self._spell_tender_out)
        self.whole.addLayout(self._row)
        self.whole.addWidget(self._notice)
        self._take_sizes()
        self.retranslate()

    def show_wanted(self, wanted: WantedInputs) -> None:
        """Ask for what the program of the bill wants, and for nothing else."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._tender.setVisible(bool(wanted.tenders))
            self._discount.setVisible(wanted.discount)
            self._tax.setVisible(wanted.tax)
            self._paid.setVisible(wanted.parts)
            self._take_sizes()
            self.retranslate()

    def follow(self, before: QWidget) -> None:
        """Have Tab lead here from a control, wherever the fields were made."""
        for field in self._all():
            QWidget.setTabOrder(before, field.edit)
            before = field.edit

    def enter(self) -> None:
        """Go to the first field, and from each to the next."""
        fields = self._shown()
        at = next((place for place, field in enumerate(fields) if field.edit.hasFocus()), -1)
        box = fields[(at + 1) % len(fields)].edit
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()

    def clear(self) -> None:
        """Empty every field for the next bill, without signals."""
        for field in self._all():
            field.set_text("")
        self._tender.edit.setToolTip("")
        self._notice.say("")

    def read(self, total_vnd: int, *, thousands: bool) -> BillInputs | None:
        """Read what was typed; None where something of it is wrong, which is then said."""
        for field, problem in self._problems(total_vnd, thousands=thousands):
            field.edit.set_wrong(True)
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._notice.say(problem)
            # Once it has its place: it stands below the field, perhaps out of sight.
            QTimer.singleShot(0, self._notice, partial(show_places, self._notice, field))
            return None
        return self.peek(total_vnd, thousands=thousands)

    def peek(self, total_vnd: int, *, thousands: bool) -> BillInputs:
        """Read what can be understood of it as it stands."""
        told = self._told(thousands=thousands)
        tender, parts = (None, ()) if isinstance(told, TenderProblem) else told
        discount = self._amount(self._discount, thousands=thousands) if self._wanted.discount else 0
        tax = self._amount(self._tax, thousands=thousands) if self._wanted.tax else 0
        return BillInputs(
            tender,
            discount if isinstance(discount, int) else 0,
            tax if isinstance(tax, int) and tax <= total_vnd else 0,
            parts,
            self._paid_vnd(thousands=thousands),
        )

    def say_refused(self, error: TendersTooLarge | PaymentTooLarge, words: str) -> None:
        """Say under the fields why what is paid cannot be so."""
        field = self._field_of(error)
        field.edit.set_wrong(True)
        self._notice.say(words)
        if field.edit.hasFocus():
            QTimer.singleShot(0, self._notice, partial(show_places, self._notice, field))

    def enter_refused(self, error: TendersTooLarge | PaymentTooLarge) -> None:
        """Go to where that is typed."""
        field = self._field_of(error)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        field.edit.selectAll()
        QTimer.singleShot(0, self._notice, partial(show_places, self._notice, field))

    def _field_of(self, error: TendersTooLarge | PaymentTooLarge) -> FieldBox:
        return self._tender if isinstance(error, TendersTooLarge) else self._paid

    def _paid_vnd(self, *, thousands: bool) -> int | None:
        if not self._wanted.parts or not self._paid.text().strip():
            return None
        amount = self._amount(self._paid, thousands=thousands)
        return amount if isinstance(amount, int) else None

    def go_on_from(self, other: InputsRow) -> None:
        """Go on with what is typed in another window."""
        for mine, theirs in zip(self._all(), other._all(), strict=True):
            mine.set_text(theirs.text())
        self.edited.emit()

    def _problems(self, total_vnd: int, *, thousands: bool) -> list[tuple[FieldBox, str]]:
        found: list[tuple[FieldBox, str]] = []
        if self._wanted.tenders:
            told = self._told(thousands=thousands)
            if isinstance(told, TenderProblem):
                found.append((self._tender, self._problem_words(told).format(tenders=self._numbered())))
        for field, is_wanted in (
            (self._discount, self._wanted.discount),
            (self._tax, self._wanted.tax),
            (self._paid, self._wanted.parts),
        ):
            amount = self._amount(field, thousands=thousands) if is_wanted else 0
            if isinstance(amount, AmountProblem):
                found.append((field, amount_problem(amount)))
            elif field is self._tax and amount > total_vnd:
                words = self.tr("The tax cannot be more than the total of {amount}")
                found.append((field, words.format(amount=vnd(total_vnd))))
        return found

    def _problem_words(self, problem: TenderProblem) -> str:
        match problem:
            case TenderProblem.SEVERAL:
                return self.tr("Which one is it? {tenders}")
            case TenderProblem.UNKNOWN:
                return self.tr("No rule asks for this one – leave it empty, or: {tenders}")
            case TenderProblem.NO_AMOUNT:
                return self.tr("Paid in several ways: all but one with an amount, such as 1 100.000 + 2")
            case TenderProblem.AMOUNT:
                return self.tr("How much is paid this way? Such as 1 100.000")

    def _told(self, *, thousands: bool) -> tuple[str | None, tuple[TenderPart, ...]] | TenderProblem:
        self._thousands = thousands
        if not self._wanted.tenders:
            return None, ()
        return read_tenders(self._tender.text(), self._wanted.tenders, thousands=thousands)

    @staticmethod
    def _amount(field: FieldBox, *, thousands: bool) -> int | AmountProblem:
        amount = parse_amount(field.text(), thousands=thousands)
        return 0 if amount in (AmountProblem.EMPTY, AmountProblem.ZERO) else amount

    def _all(self) -> tuple[FieldBox, ...]:
        return self._tender, self._discount, self._tax, self._paid

    def _shown(self) -> list[FieldBox]:
        return [field for field in self._all() if not field.isHidden()]

    def _numbered(self) -> str:
        return " · ".join(f"{at} {tender}" for at, tender in enumerate(self._wanted.tenders, start=1))

    def _pass_edit_on(self) -> None:
        for field in self._all():
            field.edit.set_wrong(False)
        self._tender.edit.setToolTip("")
        self._notice.say("")
        self.edited.emit()

    def _spell_tender_out(self) -> None:
        told = self._told(thousands=self._thousands)
        if isinstance(told, TenderProblem):
            return
        tender, parts = told
        spelt = [f"{part.tender} {vnd(part.amount_vnd)}" for part in parts]
        if tender is not None:
            spelt.append(tender)
        if spelt:
            with QSignalBlocker(self._tender.edit):
                self._tender.edit.setText(" + ".join(spelt))
                self._tender.edit.setToolTip(self._tender.text())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        # The key at the first one: it leads on from there.
        labels = (self.tr("Paid by"), self.tr("Discount"), self.tr("Tax in it"), self.tr("Paid now"))
        first = next(iter(self._shown()), None)
        for field, label in zip(self._all(), labels, strict=True):
            field.set_label(f"{label} · F1" if field is first else label)
        self._tender.edit.setPlaceholderText(self._numbered())
        self._paid.edit.setPlaceholderText(self.tr("all of it"))

    def _take_sizes(self) -> None:
        look = theme()
        self.whole.setSpacing(look.px(4))
        for row in (self._row, self._amounts):
            row.setSpacing(look.px(10))
            stacked_when_large(row)
        if self.compact or self._amounts_wanted() > 1:
            # Three beside each other would be cut: several ways of paying are spelt out in the first.
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        self._weigh()

    def _weigh(self) -> None:
        """Give several tenders, with what each pays, room for their long text."""
        is_beside = self._row.direction() is QBoxLayout.Direction.LeftToRight
        self._row.setStretch(0, 3 if is_beside else 0)
        self._row.setStretch(1, 2 * self._amounts_wanted() if is_beside else 0)

    def _amounts_wanted(self) -> int:
        return sum((self._wanted.discount, self._wanted.tax, self._wanted.parts))
