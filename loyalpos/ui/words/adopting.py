"""What becomes of a running program when the advisor's takes its place, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.money import vnd
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    HolidayGift,
    Milestone,
    Occasion,
    Referral,
    Streak,
    SurveyGift,
    UnknownOccasion,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.program import ExpiryKind, Program
from loyalpos.engine.reward_kinds import UnknownReward
from loyalpos.ui.words.gifts import gift_name

__all__ = ["adoption_lines"]

_KINDS: dict[type, GiftKind] = {
    WelcomeGift: GiftKind.WELCOME,
    BirthdayGift: GiftKind.BIRTHDAY,
    AnniversaryGift: GiftKind.ANNIVERSARY,
    Milestone: GiftKind.MILESTONE,
    WinBack: GiftKind.WIN_BACK,
    Streak: GiftKind.STREAK,
    HolidayGift: GiftKind.HOLIDAY,
    SurveyGift: GiftKind.SURVEY,
    Referral: GiftKind.REFERRAL,
}


def adoption_lines(running: Program, draft: Program, points: int) -> tuple[str, ...]:
    """Say what stays and what goes: points' ends, rewards, stamps, tiers, gifts, and what all points cost.

    Args:
        points: What the members have together.
    """
    return tuple(
        line
        for line in (
            _ends(running, draft),
            *_rewards(running, draft),
            *_kept_beside(running, draft),
            _tiers(running, draft),
            *_gifts(running, draft),
            _worth(running, draft, points),
        )
        if line
    )


def _ends(running: Program, draft: Program) -> str:
    if running.expiry == draft.expiry:
        return ""
    if ExpiryKind.INACTIVITY in (running.expiry.kind, draft.expiry.kind):
        return QCoreApplication.translate(
            "Adoption", "Staying away ends balances as the new program says, those of before too."
        )
    return QCoreApplication.translate(
        "Adoption", "Points given before keep their last day; only new ones get the new one."
    )


def _rewards(running: Program, draft: Program) -> Iterable[str]:
    shown = tuple(one for one in running.rewards if not isinstance(one, UnknownReward) and not one.hidden)
    stays = {one.id for one in draft.rewards if one in running.rewards}
    gone = _listed(one.name for one in shown if one.id not in stays)
    if gone:
        words = QCoreApplication.translate("Adoption", "Rewards that go: {names}.")
        yield words.format(names=gone)
    kept = _listed(one.name for one in shown if one.id in stays)
    if kept:
        words = QCoreApplication.translate("Adoption", "Rewards that stay: {names}.")
        yield words.format(names=kept)


def _kept_beside(running: Program, draft: Program) -> Iterable[str]:
    cards = _listed(one.name for one in running.stamp_cards if one in draft.stamp_cards)
    if cards:
        words = QCoreApplication.translate("Adoption", "Stamp cards stay with the stamps on them: {names}.")
        yield words.format(names=cards)
    vouchers = _listed(one.name for one in running.vouchers if one in draft.vouchers)
    if vouchers:
        words = QCoreApplication.translate("Adoption", "Vouchers stay, those handed out too: {names}.")
        yield words.format(names=vouchers)
    others = _listed(
        (
            *(one.name for one in running.memberships if one in draft.memberships),
            *(one.name for one in running.draws if one in draft.draws),
            *(one.name for one in running.plans if one in draft.plans),
        )
    )
    if others:
        yield QCoreApplication.translate("Adoption", "As before: {names}.").format(names=others)


def _tiers(running: Program, draft: Program) -> str:
    before, after = (_listed(tier.name for tier in program.tiers.tiers) for program in (running, draft))
    if running.tiers == draft.tiers:
        words = QCoreApplication.translate("Adoption", "Tiers stay: {names}.")
        return words.format(names=before) if before else ""
    words = QCoreApplication.translate("Adoption", "Tiers are from then on: {names}.")
    if before:
        words = QCoreApplication.translate(
            "Adoption",
            "Tiers {before} give way to {names}; every customer is judged by the new ones from then on.",
        )
    return words.format(before=before, names=after)


def _gifts(running: Program, draft: Program) -> Iterable[str]:
    kept = _listed(_occasion(one) for one in running.occasions if one in draft.occasions)
    if kept:
        words = QCoreApplication.translate("Adoption", "Gifts stay: {names}.")
        yield words.format(names=kept)
    gone = _listed(_occasion(one) for one in running.occasions if one not in draft.occasions)
    if gone:
        words = QCoreApplication.translate("Adoption", "Gifts that go: {names}.")
        yield words.format(names=gone)


def _occasion(occasion: Occasion) -> str:
    if isinstance(occasion, UnknownOccasion):
        return ""
    name = "" if isinstance(occasion, Referral) else occasion.name
    return gift_name(_KINDS[type(occasion)], name)


def _worth(running: Program, draft: Program, points: int) -> str:
    before_vnd, after_vnd = points * running.point_cost_vnd, points * draft.point_cost_vnd
    if not points or not after_vnd or before_vnd == after_vnd:
        return ""
    if not before_vnd:
        words = QCoreApplication.translate(
            "Adoption", "To redeem all that customers have will cost the shop up to about {after}."
        )
    else:
        words = QCoreApplication.translate(
            "Adoption",
            "To redeem all that customers have costs about {before} today, and {after} from then on.",
        )
    return words.format(before=vnd(before_vnd), after=vnd(after_vnd))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(name for name in names if name)
