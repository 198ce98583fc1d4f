"""The kinds of vouchers of a draft: what each is worth, on which bills, and for how long."""

from __future__ import annotations

from functools import partial
from typing import cast

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import VoucherKind
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.side_boxes import name_box, number_box, number_of, plan_box
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import text_of

__all__ = ["VouchersPanel"]

_AMOUNT, _SHARE = "amount", "share"
_OFTEN, _ONCE = "often", "once"
_FIRST_VND, _FIRST_BP = 20_000, 1_000
"""What a voucher is worth when it becomes one of an amount, or of a share."""


class VouchersPanel(SidePanel[VoucherKind]):
    """A sentence for each kind of voucher; an amount or a share is asked for, as is chosen."""

    paths = ("$.vouchers[",)
    stem = "voucher"

    def _of(self, program: Program) -> tuple[VoucherKind, ...]:
        return program.vouchers

    def _into(self, base: Program, values: tuple[VoucherKind, ...]) -> Program:
        return replace(base, vouchers=values)

    def _row(self, value: VoucherKind, program: Program) -> SideRow:
        worth = ChoiceBox()
        boxes: dict[str, QWidget] = {"name": name_box(value.name), "worth": worth}
        if value.rate_bp:
            boxes["rate_bp"] = number_box(Number.PERCENT, value.rate_bp)
            boxes["cap_vnd"] = number_box(Number.VND, value.cap_vnd, optional=True)
        else:
            boxes["value_vnd"] = number_box(Number.VND, value.value_vnd)
        boxes["minimum_vnd"] = number_box(Number.VND, value.minimum_vnd)
        boxes["days"] = number_box(Number.WHOLE, value.days)
        once = boxes["once"] = ChoiceBox()
        once.offer([(_OFTEN, _OFTEN), (_ONCE, _ONCE)])
        once.choose(_ONCE if value.once else _OFTEN)
        boxes["plan"] = plan_box(value.plan, program)
        row = SideRow(boxes)
        worth.chosen.connect(partial(self._take_worth, row))
        return row

    def _typed(self, value: VoucherKind, row: SideRow) -> VoucherKind:
        typed = replace(
            value,
            name=text_of(row.boxes["name"], value.name),
            days=number_of(row.boxes["days"]) or 0,
            minimum_vnd=number_of(row.boxes["minimum_vnd"]) or 0,
            plan=cast("ChoiceBox", row.boxes["plan"]).choice(),
            once=cast("ChoiceBox", row.boxes["once"]).choice() == _ONCE,
        )
        if "rate_bp" in row.boxes:
            rate_bp, cap_vnd = number_of(row.boxes["rate_bp"]) or 0, number_of(row.boxes["cap_vnd"])
            return replace(typed, rate_bp=rate_bp, cap_vnd=cap_vnd)
        return replace(typed, value_vnd=number_of(row.boxes["value_vnd"]) or 0)

    def _first(self, made: str, _program: Program) -> VoucherKind:
        return VoucherKind(made, self.tr("20.000 ₫ off next time"), 30, value_vnd=_FIRST_VND)

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("Vouchers"),
            self.tr("Add a voucher"),
            self.tr("No voucher – add one here, and then a rule or a gift that brings it"),
        )

    def _say(self, value: VoucherKind, row: SideRow) -> None:
        worth = cast("ChoiceBox", row.boxes["worth"])
        worth.offer([(_AMOUNT, self.tr("an amount of")), (_SHARE, self.tr("a share of"))])
        cast("ChoiceBox", row.boxes["once"]).offer(
            [(_OFTEN, self.tr("as often as wanted")), (_ONCE, self.tr("once to each customer"))]
        )
        if "rate_bp" in row.boxes:
            worth.choose(_SHARE)
            cast("NumberBox", row.boxes["cap_vnd"]).setPlaceholderText(self.tr("no limit"))
            words = self.tr(
                "{name}: {worth} {rate_bp} off, at most {cap_vnd}, on bills from {minimum_vnd} up,"
                " good for {days} days, given by hand {once} {remove}"
            )
        else:
            worth.choose(_AMOUNT)
            words = self.tr(
                "{name}: {worth} {value_vnd} off bills from {minimum_vnd} up, good for {days} days,"
                " given by hand {once} {remove}"
            )
        if self.has_plans(value.plan):
            words = words.replace("{remove}", self.tr("in {plan} {remove}"))
        row.say(
            words,
            {
                "name": self.tr("Name of the voucher"),
                "worth": self.tr("An amount or a share"),
                "value_vnd": self.tr("Amount off"),
                "rate_bp": self.tr("Share of the bill"),
                "cap_vnd": self.tr("At most"),
                "minimum_vnd": self.tr("Least bill"),
                "days": self.tr("Days it is good"),
                "once": self.tr("How often it is given by hand"),
                "plan": self.tr("In which program"),
            },
        )

    def _take_worth(self, row: SideRow, worth: str) -> None:
        """Ask for the other of the two from now on."""
        if row not in self.rows() or (worth == _SHARE) == ("rate_bp" in row.boxes):
            return
        value = self._typed(self.value_of(row), row)
        if worth == _SHARE:
            value = replace(value, value_vnd=0, rate_bp=value.rate_bp or _FIRST_BP)
        else:
            value = replace(value, value_vnd=value.value_vnd or _FIRST_VND, rate_bp=0, cap_vnd=None)
        self.swap(row, value).boxes["worth"].setFocus()
        self.edited.emit()
