"""Which budget a gift is paid from, as a word of its sentence: that of its kind, or one of its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.gift_budgets import budget_for_gift
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Budget
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.known import offer_named

__all__ = ["BudgetBox"]


class BudgetBox(ChoiceBox):
    """The budget of one gift; without a word of the owner it is that of the gift's kind, if there is one."""

    def __init__(self, present: str) -> None:
        super().__init__()
        self._present = present
        self._is_offered = False

    @property
    def makes_sense(self) -> bool:
        """Whether there is anything to choose from."""
        return self._is_offered

    def show_present(self, present: str) -> None:
        """Have what a program says; it is chosen with the next names."""
        self._present = present
        self.choose("")

    def know(self, program: Program, kind: GiftKind) -> None:
        """Offer the budgets of a program; what is chosen stays.

        Args:
            kind: What the gift is for, which says who pays where nobody is named.
        """
        usual = budget_for_gift(program, kind, "")
        if usual is None:
            none = QCoreApplication.translate("BudgetBox", "no budget")
        else:
            words = QCoreApplication.translate("BudgetBox", "{budget}, as usual")
            none = words.format(budget=_called(usual))
        offer_named(self, ((one.id, _called(one)) for one in program.budgets), self._present, none)
        # From here on what stands in it is what a person wants.
        self._present = ""
        self._is_offered = bool(program.budgets or self.choice())
        self.setAccessibleName(QCoreApplication.translate("BudgetBox", "Budget it is paid from"))

    @staticmethod
    def in_sentence(sentence: str) -> str:
        """Put it behind a sentence."""
        return QCoreApplication.translate("BudgetBox", "{sentence} – paid from {budget}").replace(
            "{sentence}", sentence
        )


def _called(budget: Budget) -> str:
    """Call a budget by its name, which may still be to be typed."""
    return budget.name.strip() or "…"
