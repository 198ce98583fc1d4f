"""What the owner is asked about a bill that goes over a budget, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import vnd
from loyalpos.engine.owner import OwnerAnswer
from loyalpos.engine.times import ShopTime
from loyalpos.ui.words import dates
from loyalpos.ui.words.points import named

__all__ = ["owner_answer", "owner_question"]


def owner_question(budgets: Iterable[tuple[str, str]], points: int, points_name: str) -> str:
    """Ask whether the owner lets a bill go over budgets, by their ids and names."""
    names = ", ".join(f"“{name}”" for _, name in budgets)
    if points <= 0:
        words = QCoreApplication.translate(
            "Owner", "This month's budget {budget} is used up: does the owner agree to go over it?"
        )
        return words.format(budget=names)
    words = QCoreApplication.translate(
        "Owner", "This month's budget {budget} is used up: does the owner agree to give {points}?"
    )
    return words.format(budget=names, points=named(points, points_name))


def owner_answer(answer: OwnerAnswer, points_name: str, shop: ShopTime) -> str:
    """Tell when the owner said what, about whose bill, and who took it down."""
    if answer.decision.agreed and not answer.who:
        words = QCoreApplication.translate(
            "Owner", "{time}: the owner agreed to {points} – {name}, bill of {amount}"
        )
    elif not answer.who:
        words = QCoreApplication.translate(
            "Owner", "{time}: {points} over the budget not given – {name}, bill of {amount}"
        )
    elif answer.decision.agreed:
        words = QCoreApplication.translate(
            "Owner", "{time}, {who}: the owner agreed to {points} – {name}, bill of {amount}"
        )
    else:
        words = QCoreApplication.translate(
            "Owner", "{time}, {who}: {points} over the budget not given – {name}, bill of {amount}"
        )
    return words.format(
        time=dates.moment(answer.at, shop),
        who=answer.who,
        points=named(answer.decision.points, points_name),
        name=answer.name or QCoreApplication.translate("Refusals", "customer without a name"),
        amount=vnd(answer.total_vnd),
    )
