"""Which amount of a bill counts, as three choices in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.rules import Base, Discount, OwnBase, Paid, Tax
from loyalpos.ui.office.choice_box import ChoiceBox

__all__ = ["BaseBoxes", "OwnBaseBoxes"]

_AS_PROGRAM: Final = ""


class _Boxes:
    """The three choices, and what each is called."""

    def __init__(self) -> None:
        self.paid, self.discount, self.tax = ChoiceBox(), ChoiceBox(), ChoiceBox()

    def boxes(self) -> dict[str, QWidget]:
        """Every choice by its place in the sentence."""
        return {"paid": self.paid, "discount": self.discount, "tax": self.tax}

    def _name(self) -> None:
        self.paid.setAccessibleName(QCoreApplication.translate("BaseBoxes", "What counts of the bill"))
        self.discount.setAccessibleName(QCoreApplication.translate("BaseBoxes", "Discounts"))
        self.tax.setAccessibleName(QCoreApplication.translate("BaseBoxes", "Tax"))


class BaseBoxes(_Boxes):
    """What a program counts."""

    def show(self, base: Base) -> None:
        """Choose what a base says."""
        self.name()
        self.paid.choose(base.paid.value)
        self.discount.choose(base.discount.value)
        self.tax.choose(base.tax.value)

    def value(self) -> Base:
        """The base as chosen."""
        return Base(Discount(self.discount.choice()), Tax(self.tax.choice()), Paid(self.paid.choice()))

    def name(self) -> None:
        """Name the choices in the language of the moment."""
        self._name()
        self.paid.offer(_paid_rows())
        self.discount.offer(_discount_rows())
        self.tax.offer(_tax_rows())


class OwnBaseBoxes(_Boxes):
    """What a rule counts: each choice its own, or the program's, which is then said."""

    def show(self, own: OwnBase, program: Base) -> None:
        """Choose what a rule says of its own."""
        self.name(program)
        self.paid.choose(own.paid or _AS_PROGRAM)
        self.discount.choose(own.discount or _AS_PROGRAM)
        self.tax.choose(own.tax or _AS_PROGRAM)

    def value(self) -> OwnBase:
        """What is chosen; what is left to the program stays open."""
        discount, tax, paid = self.discount.choice(), self.tax.choice(), self.paid.choice()
        return OwnBase(
            Discount(discount) if discount else None, Tax(tax) if tax else None, Paid(paid) if paid else None
        )

    def name(self, program: Base) -> None:
        """Name the choices in the language of the moment, the program's first."""
        self._name()
        self.paid.offer(_with_program(_paid_rows(), program.paid))
        self.discount.offer(_with_program(_discount_rows(), program.discount))
        self.tax.offer(_with_program(_tax_rows(), program.tax))


def _with_program(rows: Sequence[tuple[str, str]], usual: str) -> list[tuple[str, str]]:
    words = QCoreApplication.translate("BaseBoxes", "{usual} (as in the program)")
    return [(_AS_PROGRAM, words.format(usual=dict(rows)[usual])), *rows]


def _paid_rows() -> list[tuple[str, str]]:
    return [
        (Paid.MONEY.value, QCoreApplication.translate("BaseBoxes", "what is paid in money")),
        (Paid.WHOLE.value, QCoreApplication.translate("BaseBoxes", "the whole bill with points")),
    ]


def _discount_rows() -> list[tuple[str, str]]:
    return [
        (Discount.AFTER.value, QCoreApplication.translate("BaseBoxes", "after discounts")),
        (Discount.BEFORE.value, QCoreApplication.translate("BaseBoxes", "before discounts")),
    ]


def _tax_rows() -> list[tuple[str, str]]:
    return [
        (Tax.WITH.value, QCoreApplication.translate("BaseBoxes", "with tax")),
        (Tax.WITHOUT.value, QCoreApplication.translate("BaseBoxes", "without tax")),
    ]
