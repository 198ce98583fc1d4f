"""The paid memberships of a draft: what each costs, what comes off every bill, and what else it brings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import Membership
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.price_boxes import PriceBoxes
from loyalpos.ui.office.program_problems import number_problem
from loyalpos.ui.office.side_boxes import name_box, number_box, number_of, plan_box
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import TextBox, text_of

__all__ = ["MembershipRow", "MembershipsPanel"]

_SPANS = (1, 3, 6, 12, 24)
"""For how many months a membership is usually paid."""

_ONCE = "once"
_YES, _NO = "yes", "no"


class MembershipRow(SideRow):
    """One membership."""

    def __init__(self, membership: Membership, program: Program, parent: QWidget | None = None) -> None:
        self.prices = PriceBoxes(membership.prices)
        boxes: dict[str, QWidget] = {
            "name": name_box(membership.name),
            "fee_vnd": number_box(Number.VND, membership.fee_vnd),
            "months": ChoiceBox(),
            "fee_earns": ChoiceBox(),
            "discount_bp": number_box(Number.PERCENT, membership.discount_bp),
            "prices": self.prices,
            "package": name_box(membership.package),
            "notice_days": number_box(Number.WHOLE, membership.notice_days),
            "refundable": ChoiceBox(),
            "plan": plan_box(membership.plan, program),
        }
        super().__init__(boxes, parent)
        self.prices.changed.connect(self.edited)

    def unreadable(self, box: QWidget) -> str:
        """Say what is wrong with a box that cannot be read; a price among them."""
        if box is self.prices:
            prices = (one.price_vnd for one in self.prices.boxes())
            return next((number_problem(one.text()) for one in prices if one.is_unreadable()), "")
        return super().unreadable(box)

    def box_of(self, field: str) -> QWidget | None:
        """Find the box of a field, or of a price's."""
        for at, box in enumerate(self.prices.boxes()):
            if field == f"prices[{at}].item":
                return box.item
            if field == f"prices[{at}].price_vnd":
                return box.price_vnd
        return super().box_of(field)

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, and mark the prices it is about."""
        super().complain(problems)
        wrong = [self.box_of(field) for field, problem in problems if problem.is_error]
        for box in self.prices.boxes():
            box.item.set_wrong(box.item in wrong)
            box.price_vnd.set_wrong(box.price_vnd in wrong)


class MembershipsPanel(SidePanel[Membership]):
    """A sentence for each membership."""

    paths = ("$.memberships[",)
    stem = "membership"

    def __init__(self, parent: QWidget | None = None) -> None:
        self._items: Mapping[str, str] = {}
        super().__init__(parent)

    def know_items(self, names: Mapping[str, str]) -> None:
        """Learn what items are called, by their codes."""
        self._items = names
        for row in self.rows():
            self._name_items(row)

    def _name_items(self, row: SideRow) -> None:
        assert isinstance(row, MembershipRow)
        row.prices.know_items(self._items)

    def _of(self, program: Program) -> tuple[Membership, ...]:
        return program.memberships

    def _into(self, base: Program, values: tuple[Membership, ...]) -> Program:
        return replace(base, memberships=values)

    def _row(self, value: Membership, program: Program) -> SideRow:
        row = MembershipRow(value, program)
        self._name_items(row)
        return row

    def _typed(self, value: Membership, row: SideRow) -> Membership:
        assert isinstance(row, MembershipRow)
        months = cast("ChoiceBox", row.boxes["months"]).choice()
        return replace(
            value,
            name=text_of(row.boxes["name"], value.name),
            fee_vnd=number_of(row.boxes["fee_vnd"]) or 0,
            months=None if months == _ONCE else int(months),
            discount_bp=number_of(row.boxes["discount_bp"]) or 0,
            package=text_of(row.boxes["package"], value.package),
            notice_days=number_of(row.boxes["notice_days"]) or 0,
            refundable=cast("ChoiceBox", row.boxes["refundable"]).choice() == _YES,
            plan=cast("ChoiceBox", row.boxes["plan"]).choice(),
            prices=tuple(box.read() for box in row.prices.boxes()),
            fee_earns=cast("ChoiceBox", row.boxes["fee_earns"]).choice() == _YES,
        )

    def _first(self, made: str, _program: Program) -> Membership:
        return Membership(made, self.tr("VIP card"), 199_000, 12, 500)

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("Paid memberships"),
            self.tr("Add a membership"),
            self.tr("No paid membership – with one a customer pays a fee and gets something off every bill"),
        )

    def _say(self, value: Membership, row: SideRow) -> None:
        months = cast("ChoiceBox", row.boxes["months"])
        chosen = months.choice() or (_ONCE if value.months is None else str(value.months))
        spans = sorted({*_SPANS, *(() if value.months is None else (value.months,))})
        months.offer([*((str(span), self._span(span)) for span in spans), (_ONCE, self.tr("once, for ever"))])
        months.choose(chosen)
        refundable = cast("ChoiceBox", row.boxes["refundable"])
        is_refunded = refundable.choice() or (_YES if value.refundable else _NO)
        refundable.offer([(_YES, self.tr("are refunded")), (_NO, self.tr("are not refunded"))])
        refundable.choose(is_refunded)
        earns = cast("ChoiceBox", row.boxes["fee_earns"])
        does = earns.choice() or (_YES if value.fee_earns else _NO)
        earns.offer(
            [
                (_NO, self.tr("earning nothing")),
                (_YES, self.tr("earning points like a bill, no stamps, tickets or vouchers")),
            ]
        )
        earns.choose(does)
        cast("TextBox", row.boxes["package"]).setPlaceholderText(self.tr("nothing else"))
        assert isinstance(row, MembershipRow)
        row.prices.retranslate()
        words = self.tr(
            "Paid membership {name} {fee_vnd} / {months} {fee_earns} and takes {discount_bp} off every bill,"
            " sells {prices} at a member price and brings {package},"
            " reminded {notice_days} days before its end, unused days {refundable} {remove}"
        )
        if self.has_plans(value.plan):
            words = words.replace("{remove}", self.tr("in {plan} {remove}"))
        row.say(
            words,
            {
                "name": self.tr("Name of the membership"),
                "fee_vnd": self.tr("Fee"),
                "months": self.tr("For how long"),
                "fee_earns": self.tr("Whether the fee earns points"),
                "discount_bp": self.tr("Off every bill"),
                "prices": self.tr("Member prices"),
                "package": self.tr("What else it brings"),
                "notice_days": self.tr("Days before its end on which the customer is told"),
                "refundable": self.tr("Whether unused days are refunded"),
                "plan": self.tr("In which program"),
            },
        )

    def _span(self, months: int) -> str:
        if months == 1:
            return self.tr("month")
        years, rest = divmod(months, 12)
        if not rest:
            return self.tr("year") if years == 1 else self.tr("{count} years").format(count=years)
        return self.tr("{count} months").format(count=months)
