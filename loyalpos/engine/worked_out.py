"""What the rules of a program and a tier would give for a bill, stage by stage, before anything is cut.

Base points are rounded once, by the rule's own mode or the program's; what multipliers and tiers add to
them is rounded once more, each for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from msgspec import Struct

from loyalpos.engine.asking import holds
from loyalpos.engine.base_points import Raised, base_part, settle_together
from loyalpos.engine.bases import Basis
from loyalpos.engine.bills import Bill
from loyalpos.engine.earn_lines import EarnLine, LineKind, UnitsGiven
from loyalpos.engine.footing import Footing
from loyalpos.engine.parts import Given, Part, settle
from loyalpos.engine.program import Program
from loyalpos.engine.ratios import Ratio, ratio_sum
from loyalpos.engine.rules import BaseRule, BonusRule, KnownRule, MultiplierRule, UnitRule
from loyalpos.engine.stages import Stage, applying, stage
from loyalpos.engine.tenders import EVERY_WAY, goes_by_amount, ways_meant
from loyalpos.engine.tiers import Tier
from loyalpos.engine.turns import Silent
from loyalpos.engine.units_given import unit_of, unit_part

__all__ = ["WorkedOut", "units_of", "worked_out"]

# To look a member of an enumeration up takes as long as to make a line.
_TIER: Final = LineKind.TIER
_BONUS: Final = LineKind.BONUS

R = TypeVar("R", bound=KnownRule)


class WorkedOut(Struct, frozen=True):
    """The stages of an earning.

    Attributes:
        base_vnd: What the bill came to by the program's basis.
        raised: The points that a tier raises: base points and what multiplied them.
    """

    base_vnd: int
    base: Stage[BaseRule]
    raises: Stage[MultiplierRule]
    raised: Ratio
    tier: tuple[Part[Tier], ...]
    bonuses: Stage[BonusRule]
    stamps: Stage[UnitRule]
    tickets: Stage[UnitRule]
    vouchers: Stage[UnitRule]

    def parts(self) -> list[Given]:
        """Give what is given in points."""
        return [*self.base.stand, *self.raises.stand, *self.tier, *self.bonuses.stand]

    def rules(self) -> list[Part[KnownRule]]:
        """Give what rules give, in points or in units."""
        rules: list[Part[KnownRule]] = [*self.base.stand, *self.raises.stand, *self.bonuses.stand]
        rules += (*self.stamps.stand, *self.tickets.stand, *self.vouchers.stand)
        return rules

    def later_lines(self) -> list[EarnLine]:
        """Say, in order, what comes after the base points and their rounding."""
        lines = [*self.raises.lines(), *[part.said() for part in self.tier]]
        lines += self.bonuses.lines()
        for units in (self.stamps, self.tickets, self.vouchers):
            lines += units.lines(are_points=False)
        return lines


def worked_out(
    program: Program, footing: Footing, bill: Bill, off_vnd: int, left_vnd: int | None
) -> WorkedOut:
    """Work out what every rule gives for itself.

    Args:
        footing: What the member brings.
        off_vnd: What rewards and points take off the bill's total.
        left_vnd: What returns have left of the total; None is all of it.
    """
    basis = Basis(bill, off_vnd, left_vnd)
    base_vnd = basis.whole_vnd(program.base)
    asked = basis.bill
    turns = program.turns

    def each(rules: Sequence[R | Silent], work_out: Callable[[R], Part[R] | EarnLine | None]) -> Stage[R]:
        return stage(applying(rules, footing, base_vnd, asked), work_out, footing, program)

    def ways(rule: KnownRule) -> int:
        if not goes_by_amount(rule):
            return EVERY_WAY
        return ways_meant(footing.asks[rule.id], base_vnd=base_vnd, bill=asked)

    # Most bills are paid in one way, and need not be asked which ways each rule means.
    in_parts = bool(asked.tender_parts)
    base: Stage[BaseRule] = each(
        turns.base, lambda rule: base_part(rule, basis, program, ways(rule) if in_parts else EVERY_WAY)
    )
    settle_together(base.stand, program)
    raised_by = Raised(base.stand, basis).by

    def raised_in_parts(rule: MultiplierRule) -> Part[MultiplierRule] | None:
        is_whole = holds(footing.asks[rule.id], base_vnd=base_vnd, bill=asked)
        return raised_by(rule, ways(rule), whole=is_whole)

    raises = each(turns.multipliers, raised_in_parts if in_parts else raised_by)
    for part in raises.stand:
        settle(part, program, part.rule.rounding)
    raised = ratio_sum([part.counts for part in (*base.stand, *raises.stand)])
    tier = _tier(program, footing, raised)
    bonuses = each(turns.bonuses, _bonus)
    for bonus in bonuses.stand:
        settle(bonus, program, None)

    def given(rules: Sequence[UnitRule]) -> Stage[UnitRule]:
        return each(
            rules, lambda rule: unit_part(rule, basis, program, ways(rule) if in_parts else EVERY_WAY)
        )

    stamps, tickets, vouchers = given(turns.stamps), given(turns.tickets), given(turns.vouchers)
    return WorkedOut(base_vnd, base, raises, raised, tier, bonuses, stamps, tickets, vouchers)


def units_of(stand: Sequence[Part[UnitRule]]) -> tuple[UnitsGiven, ...]:
    """Say what units are given when all was cut."""
    if not stand:
        return ()
    return tuple([UnitsGiven(part.rule.id, unit_of(part.rule), part.points) for part in stand if part.points])


def _tier(program: Program, footing: Footing, raised: Ratio) -> tuple[Part[Tier], ...]:
    """Raise base points and what multiplied them by the member's tier."""
    tier = program.tiers.tier(footing.tier)
    if tier is None or not tier.extra_bp or not raised[0]:
        return ()
    above, below = raised
    line = EarnLine(tier.id, _TIER, 0, name=tier.name, rate_bp=tier.extra_bp)
    part = Part(tier, (above * tier.extra_bp, below * 10_000), line)
    settle(part, program, None)
    return (part,)


def _bonus(rule: BonusRule) -> Part[BonusRule]:
    line = EarnLine(rule.id, _BONUS, 0, name=rule.name)
    return Part(rule, (rule.points, 1), line)
