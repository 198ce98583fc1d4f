"""The kinds of clauses a person can add and type in: what each is called, and what it says at first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.conditions import (
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
    Condition,
    FirstPurchase,
    HasItem,
    HasTag,
    InHours,
    InTier,
    Match,
    NearBirthday,
    NearTet,
    Not,
    OnDates,
    OnLunarDays,
    OnWeekdays,
    OnYearDays,
    PaidBy,
)
from loyalpos.engine.tiers import TierPlan

__all__ = ["can_be_turned", "clause_kinds", "first_of"]

_KINDS: Final = (
    AwayFor,
    BillAtLeast,
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


def can_be_turned(condition: Condition) -> bool:
    """Tell whether a condition is one clause with fields of its own, or the contrary of one."""
    return isinstance(condition.condition if isinstance(condition, Not) else condition, _KINDS)


def first_of(kind: str, tiers: TierPlan) -> Condition:
    """Give what a kind of clause says when it is added."""
    said: dict[str, Condition] = {
        "weekdays": OnWeekdays((0, 1, 2, 3, 4)),
        "hours": InHours(14 * 60, 17 * 60),
        "dates": OnDates(),
        "year_days": OnYearDays(10, 20),
        "birthday": NearBirthday(BirthdaySpan.MONTH),
        "tier": InTier(tuple(tier.id for tier in tiers.tiers[-1:])),
        "tag": HasTag(()),
        "first": FirstPurchase(),
        "away": AwayFor(30),
        "minimum": BillAtLeast(100_000),
        "lunar": OnLunarDays((1, 15)),
        "tet": NearTet(14, 7),
        "item": HasItem(Match()),
        "tender": PaidBy(()),
    }
    return said[kind]


def clause_kinds() -> list[tuple[str, str]]:
    """List the kinds as (name, words)."""
    return [
        ("weekdays", QCoreApplication.translate("ConditionEditor", "on certain weekdays")),
        ("hours", QCoreApplication.translate("ConditionEditor", "between two hours")),
        ("dates", QCoreApplication.translate("ConditionEditor", "between two dates")),
        ("year_days", QCoreApplication.translate("ConditionEditor", "on certain days of every year")),
        ("birthday", QCoreApplication.translate("ConditionEditor", "around the birthday")),
        ("tier", QCoreApplication.translate("ConditionEditor", "for certain tiers")),
        ("tag", QCoreApplication.translate("ConditionEditor", "for customers with a tag")),
        ("first", QCoreApplication.translate("ConditionEditor", "on the first purchase")),
        ("away", QCoreApplication.translate("ConditionEditor", "after a long time away")),
        ("minimum", QCoreApplication.translate("ConditionEditor", "on bills of a certain size")),
        ("lunar", QCoreApplication.translate("ConditionEditor", "on days of the lunar month")),
        ("tet", QCoreApplication.translate("ConditionEditor", "around Tết")),
        ("item", QCoreApplication.translate("ConditionEditor", "with certain items on the bill")),
        ("tender", QCoreApplication.translate("ConditionEditor", "for certain ways of paying")),
    ]
