"""Which amount of a bill counts, as three choices in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from loyalpos.engine.rules import Base, Discount, Paid, Tax
from loyalpos.ui.office.choice_box import ChoiceBox

__all__ = ["BaseBoxes"]


class BaseBoxes:
    """The three choices."""

    def __init__(self) -> None:
        self.paid, self.discount, self.tax = ChoiceBox(), ChoiceBox(), ChoiceBox()

    def boxes(self) -> dict[str, QWidget]:
        """Every choice by its place in the sentence."""
        return {"paid": self.paid, "discount": self.discount, "tax": self.tax}

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
        self.paid.setAccessibleName(QCoreApplication.translate("BaseBoxes", "What counts of the bill"))
        self.discount.setAccessibleName(QCoreApplication.translate("BaseBoxes", "Discounts"))
        self.tax.setAccessibleName(QCoreApplication.translate("BaseBoxes", "Tax"))
        self.paid.offer(
            [
                (Paid.MONEY.value, QCoreApplication.translate("BaseBoxes", "what is paid in money")),
                (
                    Paid.WHOLE.value,
                    QCoreApplication.translate("BaseBoxes", "the whole bill with points"),
                ),
            ]
        )
        self.discount.offer(
            [
                (Discount.AFTER.value, QCoreApplication.translate("BaseBoxes", "after discounts")),
                (Discount.BEFORE.value, QCoreApplication.translate("BaseBoxes", "before discounts")),
            ]
        )
        self.tax.offer(
            [
                (Tax.WITH.value, QCoreApplication.translate("BaseBoxes", "with tax")),
                (Tax.WITHOUT.value, QCoreApplication.translate("BaseBoxes", "without tax")),
            ]
        )
