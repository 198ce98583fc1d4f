"""Codes for partners: given, redeemed there, and what the month comes to."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.codes import VoucherCode, grouped, is_voucher
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.partners import CodeState, GivenCode
from loyalpos.services.sides import MonthWithPartners
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.fields import FieldBox
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.table import Cell, Column, Table
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import dates

__all__ = ["PartnersBox"]

_MOST_CODES = 40


class PartnersBox(Translated, Panel):
    """A month with every partner; without any it takes no room.

    Signals:
        month_wanted(date): The month that begins on this day is to be shown.
        redeemed(str): A code was redeemed at the partner's, in the month that is shown.
        reopen_wanted(str): A code was noted as redeemed by mistake.
        sheets_wanted(): The settlements of the month are to be written.
    """

    month_wanted = Signal(object)
    redeemed = Signal(str)
    reopen_wanted = Signal(str)
    sheets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._month: MonthWithPartners | None = None
        self._today = date.min
        self._chosen = ""
        self.table = Table("", all_rows=True)
        self.codes = Table("", all_rows=True)
        self.earlier = ActionButton("")
        self.later = ActionButton("")
        self.sheets = ActionButton("", icon="printer")
        self.code = FieldBox("")
        self._how = Words("", "small", "quiet", wrap=True)
        self.reopen = ActionButton("", icon="undo")
        self.more = Words("", "small", "quiet", wrap=True)
        for part in (
            WrapRow(self.earlier, self.later, self.sheets),
            self.table,
            self.code,
            self._how,
            self.codes,
            self.more,
            WrapRow(self.reopen),
        ):
            self.body.addWidget(part)
        self.earlier.clicked.connect(lambda: self._go(-1))
        self.later.clicked.connect(lambda: self._go(32))
        self.sheets.clicked.connect(self.sheets_wanted)
        self.code.submitted.connect(self._submit)
        self.code.edited.connect(lambda: self.code.show_error(""))
        self.codes.opened.connect(self._choose)
        self.reopen.clicked.connect(lambda: self.reopen_wanted.emit(self._chosen))
        self.retranslate()

    def show_month(self, month: MonthWithPartners, today: date) -> None:
        """Show a month with every partner."""
        self._month = month
        self._today = today
        self._show()

    def month(self) -> MonthWithPartners | None:
        """What is shown."""
        return self._month

    def take_code(self, code: VoucherCode) -> None:
        """Take a code that was scanned."""
        self.code.set_text(grouped(code))
        self._submit()

    def say_redeemed(self) -> None:
        """Make room for the next code."""
        self.code.set_text("")
        self.code.setFocus()

    def say_refused(self, sentence: str) -> None:
        """Say at the field why a code cannot be noted."""
        self.code.show_error(sentence)
        self.code.edit.selectAll()

    def set_busy(self, *, busy: bool) -> None:
        """Write no second sheet meanwhile."""
        self.sheets.setEnabled(not busy)

    def _go(self, days: int) -> None:
        if self._month is not None:
            self.month_wanted.emit((self._month.first + timedelta(days=days)).replace(day=1))

    def _submit(self) -> None:
        typed = "".join(letter for letter in self.code.text() if letter.isdigit())
        if not is_voucher(typed):
            self.say_refused(self.tr("A code has 16 digits and begins with 97 – read it once more"))
            return
        self.redeemed.emit(typed)

    def _choose(self, row: int) -> None:
        assert self._month is not None
        self._chosen = self._month.codes[row].code.code
        self._show_chosen()

    def _show(self) -> None:
        month = self._month
        self.setVisible(month is not None and bool(month.settlements or month.codes))
        if month is None:
            return
        called = dates.month_year(month.first)
        self.set_title(self.tr("Partners · {month}").format(month=called))
        self._how.setText(self.tr("Codes noted now count for {month}.").format(month=called))
        self.later.setEnabled(month.first < self._today.replace(day=1))
        self._show_settlements(month)
        self._show_codes(month)
        self._show_chosen()

    def _show_settlements(self, month: MonthWithPartners) -> None:
        columns = (
            Column(self.tr("Partner"), wide=True),
            Column(self.tr("Given"), figures=True),
            Column(self.tr("Redeemed"), figures=True),
            Column(self.tr("Still open"), figures=True),
            Column(self.tr("To pay"), figures=True),
        )
        rows = [
            (
                Cell(one.partner.name, strong=True),
                Cell(group_digits(one.issued)),
                Cell(group_digits(one.redeemed)),
                Cell(group_digits(one.open)),
                Cell(vnd(one.owed_vnd), "brand", strong=True),
            )
            for one in month.settlements
        ]
        self.table.set_rows(columns, rows)

    def _show_codes(self, month: MonthWithPartners) -> None:
        columns = (
            Column(self.tr("Code"), figures=True),
            Column(self.tr("Perk"), wide=True),
            Column(self.tr("Given")),
            Column(self.tr("State")),
        )
        rows = [
            (
                Cell(grouped(one.code.code)),
                Cell(f"{one.partner_name} · {one.perk}"),
                Cell(dates.day(one.code.issued)),
                self._state(one),
            )
            for one in month.codes[:_MOST_CODES]
        ]
        self.codes.set_rows(columns, rows)
        self.codes.setVisible(bool(rows))
        left = len(month.codes) - len(rows)
        self.more.setText(self.tr("and %Ln older code(s)", "", left) if left else "")
        self.more.setVisible(bool(left))

    def _state(self, one: GivenCode) -> Cell:
        match one.code.state:
            case CodeState.OPEN:
                return Cell(self.tr("open"), "quiet")
            case CodeState.GONE:
                return Cell(self.tr("taken back"), "quiet")
            case CodeState.REDEEMED:
                assert one.code.redeemed is not None
                words = self.tr("redeemed on {day}")
                return Cell(words.format(day=dates.day(one.code.redeemed)), "brand")

    def _show_chosen(self) -> None:
        month = self._month
        codes = () if month is None else month.codes[:_MOST_CODES]
        at = next((at for at, one in enumerate(codes) if one.code.code == self._chosen), None)
        if at is not None:
            self.codes.selectRow(at)
        self.reopen.setVisible(at is not None and codes[at].code.state is CodeState.REDEEMED)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.table.setAccessibleName(self.tr("Settlements"))
        self.codes.setAccessibleName(self.tr("Codes for partners"))
        self.earlier.setText(self.tr("Month before"))
        self.later.setText(self.tr("Month after"))
        self.sheets.setText(self.tr("Save the settlements"))
        self.code.set_label(self.tr("Code redeemed at the partner’s – scan it, or type it and press Enter"))
        self.reopen.setText(self.tr("It was not redeemed"))
        self._show()
