"""What each condition says as a clause of a rule's sentence, with places for its fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.conditions import (
    AwayFor,
    BillAtLeast,
    Condition,
    FirstPurchase,
    HasItem,
    HasTag,
    InHours,
    InTier,
    NearBirthday,
    NearTet,
    OnDates,
    OnLunarDays,
    OnWeekdays,
    OnYearDays,
    PaidBy,
)
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.words.conditions import condition_phrase

__all__ = ["clause_words"]


def clause_words(condition: Condition, tiers: TierPlan) -> str:
    """Say a condition as a clause, with the names of its fields; one without fields as a phrase."""
    match condition:
        case OnWeekdays():
            return QCoreApplication.translate("Clause", "on {weekdays}")
        case InTier():
            return QCoreApplication.translate("Clause", "for tier {tiers}")
        case InHours():
            return QCoreApplication.translate("Clause", "between {first} and {until}")
        case OnDates():
            return QCoreApplication.translate("Clause", "from {first} to {until}, both included")
        case OnYearDays():
            return QCoreApplication.translate(
                "Clause", "every year from day {day} of month {month}, for {days}"
            )
        case NearTet():
            return QCoreApplication.translate(
                "Clause", "from {before_days} before Tết until the end of {after_days} of it"
            )
        case OnLunarDays():
            return QCoreApplication.translate("Clause", "on lunar days {days} of months {months}")
        case NearBirthday():
            return QCoreApplication.translate("Clause", "in the birthday's {span}")
        case HasTag():
            return QCoreApplication.translate("Clause", "for customers tagged {tags}")
        case PaidBy():
            return QCoreApplication.translate("Clause", "for bills paid by {tenders}")
        case AwayFor():
            return QCoreApplication.translate("Clause", "for who comes back after {days} or more")
        case BillAtLeast():
            return QCoreApplication.translate("Clause", "on bills from {amount_vnd} up")
        case HasItem():
            return QCoreApplication.translate("Clause", "with at least {quantity} of {what} {names}")
        case FirstPurchase():
            return QCoreApplication.translate("Clause", "on the first purchase")
        case _:
            said = condition_phrase(condition, tiers) or QCoreApplication.translate("Clause", "always")
            # Braces in a name are no places for fields.
            return said.replace("{", "(").replace("}", ")")
