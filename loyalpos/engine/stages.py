"""The stages of an earning: which rules apply to a bill, and what those of one stage come to together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar, assert_never

from msgspec import Struct, field

from loyalpos.engine.asking import holds
from loyalpos.engine.beside import standing_beside
from loyalpos.engine.bills import Bill
from loyalpos.engine.conditions import Always, Condition, EveryOf, Not, OneOf, UnknownCondition
from loyalpos.engine.earn_lines import EarnLine, LineKind
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import BaseRule, KnownRule, Part, UnitRule
from loyalpos.engine.program import Program
from loyalpos.engine.rules import (
    AmountRule,
    BandRule,
    BonusRule,
    ItemRule,
    MultiplierRule,
    StampRule,
    TicketRule,
    UnknownRule,
    VisitRule,
    VoucherRule,
)

__all__ = ["Applying", "Stage", "applying", "stage"]

R = TypeVar("R", bound=KnownRule)


class Applying(Struct):
    """The rules that apply to a bill, by stage, higher priority first, among what others say of it."""

    base: list[BaseRule | EarnLine] = field(default_factory=list)
    multipliers: list[MultiplierRule | EarnLine] = field(default_factory=list)
    bonuses: list[BonusRule | EarnLine] = field(default_factory=list)
    stamps: list[UnitRule | EarnLine] = field(default_factory=list)
    tickets: list[UnitRule | EarnLine] = field(default_factory=list)
    vouchers: list[UnitRule | EarnLine] = field(default_factory=list)


def applying(program: Program, footing: Footing, base_vnd: int, bill: Bill) -> Applying:
    """Find the rules whose conditions hold, and say which nobody can ask."""
    found = Applying()
    asks = footing.asks
    for rule in sorted(program.rules, key=_turn):
        if isinstance(rule, UnknownRule):
            found.base.append(EarnLine(rule.id, LineKind.UNKNOWN, 0))
            continue
        asked = asks.get(rule.id)
        if asked is None:
            if _is_unknown(rule.when):
                found.base.append(EarnLine(rule.id, LineKind.UNKNOWN, 0, name=rule.name))
            continue
        if not isinstance(asked, Always) and not holds(asked, base_vnd=base_vnd, bill=bill):
            continue
        match rule:
            case AmountRule() | VisitRule() | BandRule() | ItemRule():
                found.base.append(rule)
            case MultiplierRule():
                found.multipliers.append(rule)
            case BonusRule():
                found.bonuses.append(rule)
            case StampRule():
                found.stamps.append(rule)
            case TicketRule():
                found.tickets.append(rule)
            case VoucherRule():
                found.vouchers.append(rule)
            case _:
                assert_never(rule)
    return found


def _turn(rule: KnownRule | UnknownRule) -> int:
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


class Stage(Struct, Generic[R]):
    """What the rules of one stage come to: those that stand, and everything that is said in order."""

    stand: list[Part[R]]
    said: list[Part[R] | EarnLine]

    def lines(self, *, are_points: bool = True) -> Iterable[EarnLine]:
        """Say each part, with its points once they are whole."""
        for one in self.said:
            if isinstance(one, EarnLine):
                yield one
            else:
                yield one.line(one.points if are_points else 0)


def stage(
    rules: Sequence[R | EarnLine],
    worked_out: Callable[[R], Part[R] | EarnLine | None],
    why_not: Callable[[R], LineKind | None],
) -> Stage[R]:
    """Work out the rules of a stage beside each other."""
    if not rules:
        # Most bills have nothing to say to most stages, and a trial asks a hundred thousand of them.
        return Stage([], [])
    said: list[Part[R] | EarnLine] = []
    for rule in rules:
        if isinstance(rule, EarnLine):
            said.append(rule)
            continue
        part = worked_out(rule)
        if part is None:
            continue
        if isinstance(part, Part) and part.exact[0]:
            stopped = why_not(rule)
            if stopped is not None:
                part = EarnLine(rule.id, stopped, 0, name=rule.name)
        said.append(part)
    stand, fall = standing_beside([part for part in said if isinstance(part, Part)])
    if fall:
        fallen = {part.rule.id: part for part in fall}
        said = [
            one
            if isinstance(one, EarnLine) or one.rule.id not in fallen
            else EarnLine(one.rule.id, LineKind.OUTDONE, 0, name=one.rule.name)
            for one in said
        ]
    return Stage(stand, said)
