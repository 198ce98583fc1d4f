"""In which order a program's rules are asked: by the stage of an earning, higher priority first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never, final

from msgspec import Struct

from loyalpos.engine.conditions import Condition, EveryOf, Not, OneOf, UnknownCondition
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    BaseRule,
    BonusRule,
    ItemRule,
    MultiplierRule,
    Rule,
    StampRule,
    TicketRule,
    UnitRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)

__all__ = ["Silent", "Turns"]


@final
class Silent(Struct, frozen=True):
    """A rule that gives nothing because this version does not know what it is or asks, and says so.

    Attributes:
        is_known: Whether it is the condition alone that is unknown; then it speaks where no footing has
            it open.
    """

    id: str
    line: EarnLine
    is_known: bool


class Turns(Struct, frozen=True):
    """The rules of a program by stage; what is silent is said in the first."""

    base: tuple[BaseRule | Silent, ...]
    multipliers: tuple[MultiplierRule, ...]
    bonuses: tuple[BonusRule, ...]
    stamps: tuple[UnitRule, ...]
    tickets: tuple[UnitRule, ...]
    vouchers: tuple[UnitRule, ...]

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> Turns:
        """Put rules in order, those of one priority as the program has them."""
        base: list[BaseRule | Silent] = []
        multipliers: list[MultiplierRule] = []
        bonuses: list[BonusRule] = []
        stamps: list[UnitRule] = []
        tickets: list[UnitRule] = []
        vouchers: list[UnitRule] = []
        for rule in sorted(rules, key=_turn):
            if isinstance(rule, UnknownRule):
                base.append(Silent(rule.id, EarnLine(rule.id, LineKind.UNKNOWN, 0), is_known=False))
                continue
            if _is_unknown(rule.when):
                line = EarnLine(rule.id, LineKind.UNKNOWN, 0, name=rule.name)
                base.append(Silent(rule.id, line, is_known=True))
            match rule:
                case AmountRule() | VisitRule() | BandRule() | ItemRule():
                    base.append(rule)
                case MultiplierRule():
                    multipliers.append(rule)
                case BonusRule():
                    bonuses.append(rule)
                case StampRule():
                    stamps.append(rule)
                case TicketRule():
                    tickets.append(rule)
                case VoucherRule():
                    vouchers.append(rule)
                case _:
                    assert_never(rule)
        return cls(
            tuple(base), tuple(multipliers), tuple(bonuses), tuple(stamps), tuple(tickets), tuple(vouchers)
        )


def _turn(rule: Rule) -> int:
    return 0 if isinstance(rule, UnknownRule) else -rule.priority


def _is_unknown(condition: Condition) -> bool:
    """Tell whether a condition asks what this version does not know."""
    match condition:
        case EveryOf() | OneOf():
            return any(_is_unknown(part) for part in condition.conditions)
        case Not():
            return _is_unknown(condition.condition)
        case _:
            return isinstance(condition, UnknownCondition)
