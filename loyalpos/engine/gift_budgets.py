"""What gifts cost the budgets, and what is not given because the month's money is spent.

A gift names its budget, or is paid from the first one of its purpose: welcome points and gifts for friends,
on both sides, from one for new customers, all others from one that keeps customers. A budget that stops gives
all of a gift or nothing of it: half a gift is none. One that asks gives it, for nobody stands there to be
asked, and says so to the owner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field

from loyalpos.engine.brought import GiftKind, OverBudget, kind_of
from loyalpos.engine.budget_costs import stamp_cost, voucher_cost
from loyalpos.engine.occasions import Gives, Referral, UnknownOccasion
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Budget, BudgetEnd, BudgetFor, VoucherRule

__all__ = [
    "GiftPaid",
    "Paid",
    "budget_for_gift",
    "gift_is_counted",
    "gifts_pay_points",
    "given_back",
    "gives_cost",
    "paid_vouchers",
    "pay_for_gift",
]

_NEW = (GiftKind.WELCOME, GiftKind.REFERRAL)


class Paid(Struct, frozen=True):
    """What a budget paid for a gift, in whose month; below zero what it was given back."""

    day: date
    budget: str
    cost_vnd: int


class GiftPaid(Struct, frozen=True):
    """What is given of a gift, what that costs by budget id, and the budget it went over."""

    gives: Gives
    cost_vnd: Mapping[str, int] = field(default_factory=dict)
    over: OverBudget | None = None

    def paid(self, day: date) -> tuple[Paid, ...]:
        """Say who pays for it in the month of a day."""
        return tuple(Paid(day, budget, cost_vnd) for budget, cost_vnd in self.cost_vnd.items())


def given_back(paid: Iterable[Paid]) -> tuple[Paid, ...]:
    """Give what takes it back."""
    return tuple(Paid(one.day, one.budget, -one.cost_vnd) for one in paid)


def pay_for_gift(
    program: Program,
    kind: GiftKind,
    occasion: str,
    gives: Gives,
    spent: Callable[[str], int],
    *,
    anyway: bool = False,
) -> GiftPaid:
    """Decide whether a gift is given, and what it costs.

    Args:
        occasion: By its id; for a gift of a tier, the tier's; ``""`` for welcome points.
        spent: Says, by the id of a budget, what it has paid in the month.
        anyway: It was taken by mistake and comes again, whatever was spent meanwhile.
    """
    budget = budget_for_gift(program, kind, occasion)
    cost_vnd = 0 if budget is None else gives_cost(program, gives)
    if budget is None or not cost_vnd:
        return GiftPaid(gives)
    over = None
    if not anyway and spent(budget.id) + cost_vnd > budget.month_vnd:
        if budget.at_end is BudgetEnd.STOP:
            return GiftPaid(Gives(), {}, OverBudget(budget.id, budget.name, gives))
        over = OverBudget(budget.id, budget.name)
    return GiftPaid(gives, {budget.id: cost_vnd}, over)


def budget_for_gift(program: Program, kind: GiftKind, occasion: str) -> Budget | None:
    """Find the budget that pays for a gift; None where nobody counts."""
    if not program.budgets or kind is GiftKind.MEMBERSHIP:
        # What a fee has earned was bought, as by a bill.
        return None
    givers: tuple[Any, ...] = program.tiers.tiers if kind is GiftKind.TIER else program.occasions
    named = next((getattr(one, "budget", "") for one in givers if one.id == occasion), "")
    if named:
        return next((budget for budget in program.budgets if budget.id == named), None)
    purpose = BudgetFor.NEW_CUSTOMERS if kind in _NEW else BudgetFor.RETENTION
    return next((budget for budget in program.budgets if budget.purpose is purpose), None)


def gives_cost(program: Program, gives: Gives) -> int:
    """Say what a gift costs in đồng, as far as that can be told."""
    stamp = stamp_cost(program, gives.card) if gives.stamps else None
    stamps_vnd = 0 if stamp is None else -(-gives.stamps * stamp[0] // stamp[1])
    voucher_vnd = voucher_cost(program, gives.voucher) or 0
    return gives.points * program.point_cost_vnd + stamps_vnd + voucher_vnd


def gift_is_counted(program: Program, gives: Gives) -> bool:
    """Tell whether a budget can count the stamps and tickets of a gift.

    What a point costs, and the most a voucher comes to, is asked where that is said.
    """
    return not gives.tickets and (not gives.stamps or stamp_cost(program, gives.card) is not None)


def gifts_pay_points(program: Program) -> bool:
    """Tell whether a budget pays for points that are given as gifts."""
    return any(gives.points for gives in _paid_gifts(program))


def paid_vouchers(program: Program) -> frozenset[str]:
    """Name the vouchers that a budget pays for, by the id of their kind: a rule's and those of gifts."""
    budgets = {budget.id for budget in program.budgets}
    by_rules = (
        rule.voucher for rule in program.rules if isinstance(rule, VoucherRule) and rule.budget in budgets
    )
    return frozenset((*by_rules, *(gives.voucher for gives in _paid_gifts(program)))) - {""}


def _paid_gifts(program: Program) -> Iterator[Gives]:
    return (
        gives
        for kind, occasion, gives in _gifts(program)
        if budget_for_gift(program, kind, occasion) is not None
    )


def _gifts(program: Program) -> Iterator[tuple[GiftKind, str, Gives]]:
    yield GiftKind.WELCOME, "", Gives(program.welcome_points)
    for tier in program.tiers.tiers:
        yield GiftKind.TIER, tier.id, Gives(tier.gift_points)
    for occasion in program.occasions:
        match occasion:
            case UnknownOccasion():
                pass
            case Referral():
                yield GiftKind.REFERRAL, occasion.id, occasion.referrer
                yield GiftKind.REFERRAL, occasion.id, occasion.friend
            case _:
                yield kind_of(occasion), occasion.id, occasion.gives
