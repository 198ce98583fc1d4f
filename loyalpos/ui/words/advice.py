"""What the advisor proposes, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.advice import Advice, Caution, Form, ShopKind
from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.program import AmountOff, Gift
from loyalpos.engine.rules import AmountRule
from loyalpos.ui.words.points import named
from loyalpos.ui.words.rewards import percent

__all__ = ["advice_lines", "caution_text", "kind_rows"]


def kind_rows() -> tuple[tuple[str, str], ...]:
    """List the kinds of shops, each with its words."""
    return (
        (ShopKind.CAFE.value, QCoreApplication.translate("Advice", "a café or drinks")),
        (ShopKind.RESTAURANT.value, QCoreApplication.translate("Advice", "food")),
        (ShopKind.GROCERY.value, QCoreApplication.translate("Advice", "groceries")),
        (ShopKind.BEAUTY.value, QCoreApplication.translate("Advice", "hair and beauty")),
        (ShopKind.FASHION.value, QCoreApplication.translate("Advice", "fashion")),
        (ShopKind.DURABLES.value, QCoreApplication.translate("Advice", "things that last for years")),
    )


def advice_lines(advice: Advice) -> tuple[str, ...]:
    """Say what is proposed, what a regular customer gets and when, and what it costs."""
    program = advice.program
    rule, reward = program.rules[0], program.rewards[0]
    assert isinstance(rule, AmountRule)
    assert isinstance(reward, Gift | AmountOff)
    points = named(reward.points, program.points_name)
    if advice.form is Form.GIFT:
        words = QCoreApplication.translate(
            "Advice", "{points} for each {amount}; {price} buy a gift that costs the shop up to {worth}."
        )
    else:
        words = QCoreApplication.translate(
            "Advice", "{points} for each {amount}; {price} take {worth} off the bill."
        )
    first = words.format(
        points=named(rule.points, program.points_name),
        amount=vnd(rule.per_vnd),
        price=points,
        worth=vnd(advice.reward_vnd),
    )
    words = QCoreApplication.translate(
        "Advice", "A regular customer has it after {visits} visits, in about {days} days."
    )
    soon = words.format(visits=group_digits(advice.visits), days=group_digits(advice.days))
    words = QCoreApplication.translate("Advice", "Expected cost: {percent} of what members spend.")
    return (first, *_more(advice), soon, words.format(percent=percent(advice.cost_bp)))


def caution_text(caution: Caution) -> str:
    """Say what speaks against points, and what may do better."""
    match caution:
        case Caution.LONG_CYCLE:
            return QCoreApplication.translate(
                "Advice",
                "Your customers come back so seldom that points are forgotten before they pay. "
                "Thank them for bringing a friend instead: the proposal does that.",
            )
        case Caution.THIN_MARGIN:
            return QCoreApplication.translate(
                "Advice", "There is little to give back from so small a margin; keep the reward small."
            )


def _more(advice: Advice) -> tuple[str, ...]:
    match advice.form:
        case Form.TIERS:
            gold, diamond = advice.program.tiers.tiers
            words = QCoreApplication.translate(
                "Advice", "Tiers: {gold} from {first}, {diamond} from {second} a year."
            )
            return (
                words.format(
                    gold=gold.name,
                    first=vnd(gold.threshold),
                    diamond=diamond.name,
                    second=vnd(diamond.threshold),
                ),
            )
        case Form.FRIENDS:
            return (QCoreApplication.translate("Advice", "Both sides get points when a friend is brought."),)
        case _:
            return ()
