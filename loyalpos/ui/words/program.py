"""A program in plain words, as it is printed for customers: one short sentence for each rule."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.program import Expiry, ExpiryKind, PayWithPoints, PercentOff, Program, UnknownReward
from loyalpos.engine.reward_kinds import KnownReward
from loyalpos.engine.rules import AmountRule
from loyalpos.ui.words.points import named
from loyalpos.ui.words.rewards import percent

__all__ = ["program_lines"]


def program_lines(program: Program) -> tuple[str, ...]:
    """Say how points come, what they are good for and how long they live, most important first."""
    called = program.points_name
    rules = [_rule(rule, called) for rule in program.rules if isinstance(rule, AmountRule)]
    rewards = [
        _reward(reward, called)
        for reward in program.rewards
        if not isinstance(reward, UnknownReward) and not reward.hidden
    ]
    return (*rules, *_welcome(program), *_expiry(program.expiry, called), *rewards)


def _rule(rule: AmountRule, called: str) -> str:
    if rule.minimum_vnd:
        words = QCoreApplication.translate(
            "Program", "Each {amount} earns {points}, on bills from {minimum}."
        )
    else:
        words = QCoreApplication.translate("Program", "Each {amount} earns {points}.")
    return words.format(
        amount=vnd(rule.per_vnd), points=named(rule.points, called), minimum=vnd(rule.minimum_vnd)
    )


def _welcome(program: Program) -> tuple[str, ...]:
    if not program.welcome_points:
        return ()
    words = QCoreApplication.translate("Program", "New members get {points}.")
    return (words.format(points=named(program.welcome_points, program.points_name)),)


def _expiry(expiry: Expiry, called: str) -> tuple[str, ...]:
    match expiry.kind:
        case ExpiryKind.NEVER:
            return ()
        case ExpiryKind.DAYS:
            words = QCoreApplication.translate("Program", "{points_name} are good for {count} days.")
        case ExpiryKind.MONTHS:
            words = QCoreApplication.translate("Program", "{points_name} are good for {count} months.")
        case ExpiryKind.INACTIVITY:
            words = QCoreApplication.translate(
                "Program", "{points_name} stay good as long as you buy something every {count} months."
            )
        case ExpiryKind.MONTH_END | ExpiryKind.YEAR_END:
            words = _to_the_end(expiry)
    line = words.format(count=group_digits(expiry.count), points_name=called)
    return (line[:1].upper() + line[1:],)


def _to_the_end(expiry: Expiry) -> str:
    match expiry.kind, bool(expiry.count):
        case ExpiryKind.MONTH_END, False:
            return QCoreApplication.translate(
                "Program", "{points_name} are good until the end of the month they came in."
            )
        case ExpiryKind.MONTH_END, True:
            return QCoreApplication.translate(
                "Program", "{points_name} are good until the end of their month and {count} months more."
            )
        case _, False:
            return QCoreApplication.translate(
                "Program", "{points_name} are good until the end of the year they came in."
            )
        case _:
            return QCoreApplication.translate(
                "Program", "{points_name} are good until the end of their year and {count} years more."
            )


def _reward(reward: KnownReward, called: str) -> str:
    match reward:
        case PayWithPoints():
            words = QCoreApplication.translate("Program", "Pay with {points_name}: {points} = {amount}.")
            return words.format(
                points_name=called, points=named(reward.block_points, called), amount=vnd(reward.block_vnd)
            )
        case PercentOff() if reward.cap_vnd is not None:
            words = QCoreApplication.translate("Program", "{points}: {percent} off, at most {amount}.")
            return words.format(
                points=named(reward.points, called),
                percent=percent(reward.rate_bp),
                amount=vnd(reward.cap_vnd),
            )
        case _:
            return f"{named(reward.points, called)}: {reward.name}."
