"""The kinds of rules an owner can add, in the shop's words, and what a new one says at first."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.conditions import BirthdaySpan, Match, NearBirthday
from loyalpos.engine.program import Program
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    BonusRule,
    ItemRule,
    MultiplierRule,
    Rule,
    StampRule,
    TicketRule,
    VisitRule,
    VoucherRule,
)

__all__ = ["RuleKind", "first_rule", "kind_words", "kinds_for"]


class RuleKind(Enum):
    """A kind of rule."""

    AMOUNT = "amount"
    VISIT = "visit"
    BAND = "band"
    ITEM = "item"
    MULTIPLIER = "multiplier"
    BIRTHDAY = "birthday"
    BONUS = "bonus"
    STAMP = "stamp"
    TICKET = "ticket"
    VOUCHER = "voucher_rule"


def kinds_for(program: Program) -> tuple[RuleKind, ...]:
    """Give the kinds that can be added: stamps, tickets and vouchers only where there is one to name."""
    there = {
        RuleKind.STAMP: bool(program.stamp_cards),
        RuleKind.TICKET: bool(program.draws),
        RuleKind.VOUCHER: bool(program.vouchers),
    }
    return tuple(kind for kind in RuleKind if there.get(kind, True))


def kind_words(kind: RuleKind) -> str:
    """Say what a kind of rule does."""
    match kind:
        case RuleKind.AMOUNT:
            return QCoreApplication.translate("RuleKinds", "Points for money spent")
        case RuleKind.VISIT:
            return QCoreApplication.translate("RuleKinds", "Points for each visit")
        case RuleKind.BAND:
            return QCoreApplication.translate("RuleKinds", "Points by steps of the bill")
        case RuleKind.ITEM:
            return QCoreApplication.translate("RuleKinds", "Points for certain items")
        case RuleKind.MULTIPLIER:
            return QCoreApplication.translate("RuleKinds", "Points multiplied")
        case RuleKind.BIRTHDAY:
            return QCoreApplication.translate("RuleKinds", "Points multiplied for birthdays")
        case RuleKind.BONUS:
            return QCoreApplication.translate("RuleKinds", "Bonus points on top")
        case RuleKind.STAMP:
            return QCoreApplication.translate("RuleKinds", "Stamps on a card")
        case RuleKind.TICKET:
            return QCoreApplication.translate("RuleKinds", "Tickets for a draw")
        case RuleKind.VOUCHER:
            return QCoreApplication.translate("RuleKinds", "A voucher for the next visit")
        case _:
            assert_never(kind)


def first_rule(kind: RuleKind, rule_id: str, program: Program) -> Rule:
    """Give a new rule of a kind, with numbers that fit 1 point for 10.000 ₫."""
    match kind:
        case RuleKind.AMOUNT:
            return AmountRule(rule_id, 10_000)
        case RuleKind.VISIT:
            return VisitRule(rule_id, 5)
        case RuleKind.BAND:
            return BandRule(rule_id, (Band(100_000, 10), Band(300_000, 40)))
        case RuleKind.ITEM:
            return ItemRule(rule_id, Match(), 5)
        case RuleKind.MULTIPLIER:
            return MultiplierRule(rule_id, 20_000)
        case RuleKind.BIRTHDAY:
            return MultiplierRule(rule_id, 20_000, when=NearBirthday(BirthdaySpan.MONTH))
        case RuleKind.BONUS:
            return BonusRule(rule_id, 10)
        case RuleKind.STAMP:
            return StampRule(rule_id, program.stamp_cards[0].id)
        case RuleKind.TICKET:
            return TicketRule(rule_id, program.draws[0].id, per_vnd=100_000)
        case RuleKind.VOUCHER:
            return VoucherRule(rule_id, program.vouchers[0].id)
        case _:
            assert_never(kind)
