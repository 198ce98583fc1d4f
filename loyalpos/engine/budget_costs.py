"""What points, vouchers and stamps cost a budget, as far as the program says what they are worth."""

from __future__ import annotations

from loyalpos.engine.program import Program
from loyalpos.engine.ratios import Ratio
from loyalpos.engine.reward_kinds import AmountOff, PayWithPoints, PercentOff, UnknownReward
from loyalpos.engine.rules import KnownRule, StampRule, TicketRule, UnknownRule, VoucherRule

__all__ = ["pays_points", "rule_cost", "stamp_cost", "voucher_cost"]


def rule_cost(program: Program, rule: KnownRule) -> Ratio | None:
    """Say what one point, stamp or voucher of a rule costs in đồng; None where nobody can tell."""
    match rule:
        case StampRule():
            return stamp_cost(program, rule.card)
        case VoucherRule():
            worth_vnd = voucher_cost(program, rule.voucher)
            return None if worth_vnd is None else (worth_vnd, 1)
        case TicketRule():
            return None
        case _:
            return (program.point_cost_vnd, 1) if program.point_cost_vnd else None


def pays_points(program: Program) -> bool:
    """Tell whether a budget pays for points: without what one costs, it would pay nothing and never stop."""
    budgets = {budget.id for budget in program.budgets}
    units = StampRule | TicketRule | VoucherRule | UnknownRule
    return any(not isinstance(rule, units) and rule.budget in budgets for rule in program.rules)


def voucher_cost(program: Program, voucher: str) -> int | None:
    """Say what a voucher may come to in đồng: its amount, or the cap of its share; None where it has none."""
    kind = next((one for one in program.vouchers if one.id == voucher), None)
    if kind is None:
        return None
    return kind.cap_vnd if kind.rate_bp else kind.value_vnd


def stamp_cost(program: Program, card: str) -> Ratio | None:
    """Say what one stamp of a card costs: its share of what the card's reward costs, if that is known."""
    kind = next((one for one in program.stamp_cards if one.id == card), None)
    reward = None if kind is None else program.reward(kind.reward)
    if kind is None or kind.size < 1 or reward is None or isinstance(reward, UnknownReward | PayWithPoints):
        return None
    cost_vnd = reward.cost_vnd
    if cost_vnd is None and isinstance(reward, AmountOff):
        cost_vnd = reward.value_vnd
    if cost_vnd is None and isinstance(reward, PercentOff):
        cost_vnd = reward.cap_vnd
    return None if cost_vnd is None else (cost_vnd, kind.size)
