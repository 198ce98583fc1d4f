"""A first program for a shop that says what it sells, how much and how often: whole numbers, no promises.

What is given back is a tenth of the margin, from 0.5 % to 5 % of sales; half the margin is never passed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final, Protocol

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.program import AmountOff, Expiry, ExpiryKind, Gift, Program, Reward, UnknownReward
from loyalpos.engine.ratios import half_up
from loyalpos.engine.rules import AmountRule, Rule, StampRule, TicketRule, UnknownRule, VoucherRule
from loyalpos.engine.tiers import Tier, TierPlan

__all__ = ["Advice", "Caution", "Form", "Names", "Profile", "ShopKind", "adopted", "advise", "usual_gap_days"]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class ShopKind(StrEnum):
    """What a shop sells, as far as it decides the form of a program."""

    CAFE = "cafe"
    RESTAURANT = "restaurant"
    GROCERY = "grocery"
    BEAUTY = "beauty"
    FASHION = "fashion"
    DURABLES = "durables"


class Form(StrEnum):
    """What a program is built of: points for a gift, for money off, with tiers, or a word to friends."""

    GIFT = "gift"
    MONEY = "money"
    TIERS = "tiers"
    FRIENDS = "friends"


class Caution(StrEnum):
    """What an owner should know before starting.

    ``LONG_CYCLE``: customers come back so seldom that points are forgotten before they pay.
    ``THIN_MARGIN``: there is little to give back; a cheaper thanks may do more.
    """

    LONG_CYCLE = "long_cycle"
    THIN_MARGIN = "thin_margin"


class Profile(Struct, frozen=True):
    """This is what an owner says of the shop.

    ``visits_a_year`` is how often a regular customer comes; ``margin_bp`` is what is left of a sale after
    the goods are paid, in basis points.
    """

    kind: ShopKind
    bill_vnd: int
    visits_a_year: int
    margin_bp: int


class Names(Struct, frozen=True):
    """What the owner's language calls the parts of a proposal."""

    points: str
    reward: str = ""
    gold: str = "Gold"
    diamond: str = "Diamond"


class Advice(Struct, frozen=True):
    """This is a proposal and what it comes to.

    Attributes:
        program: A draft without problems.
        form: What it is built of.
        cost_bp: What it is expected to cost, as a share of the sales to members, in basis points.
        reward_vnd: What the first reward costs the shop at most.
        visits: After how many usual visits a regular customer has it.
        days: How many days that takes.
        cautions: What speaks against it.
    """

    program: Program
    form: Form
    cost_bp: int
    reward_vnd: int
    visits: int
    days: int
    cautions: tuple[Caution, ...]


_FORMS: Final = {
    ShopKind.CAFE: Form.GIFT,
    ShopKind.RESTAURANT: Form.GIFT,
    ShopKind.GROCERY: Form.MONEY,
    ShopKind.BEAUTY: Form.TIERS,
    ShopKind.FASHION: Form.TIERS,
    ShopKind.DURABLES: Form.MONEY,
}

_YEAR_DAYS: Final = 365
_GOAL_DAYS: Final = 60
"""A reward that is further away than two months draws nobody back."""

_VISITS: Final = (3, 10)
_GIVEN_BP: Final = (50, 500)
_THIN_MARGIN_BP: Final = 1_000
_STEPS_VND: Final = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
_WHOLE_BP: Final = 10_000


def advise(profile: Profile, names: Names) -> Advice:
    """Propose a first program.

    Args:
        profile: A bill of at least 1.000 ₫, at least one visit a year, a margin of 1 % to 99 %.
        names: A reward may be left without a name; it is then for the screen to name it.
    """
    assert profile.bill_vnd >= _STEPS_VND[0]
    assert profile.visits_a_year >= 1
    assert 0 < profile.margin_bp < _WHOLE_BP
    gap_days = max(1, _YEAR_DAYS // profile.visits_a_year)
    wanted = _within(_GOAL_DAYS // gap_days, _VISITS)
    is_long = gap_days * _VISITS[0] > _YEAR_DAYS
    given_bp = min(_within(profile.margin_bp // 10, _GIVEN_BP), profile.margin_bp // 2)
    per_vnd = _round_down(profile.bill_vnd // 10)
    each = profile.bill_vnd // per_vnd
    points, worth_vnd = _reward(each, wanted, profile.bill_vnd, given_bp)
    visits = -(-points // each)
    form = Form.FRIENDS if is_long else _FORMS[profile.kind]
    return Advice(
        _program(profile, form, names, per_vnd=per_vnd, points=points, worth_vnd=worth_vnd),
        form,
        half_up(each * worth_vnd * _WHOLE_BP, points * profile.bill_vnd),
        worth_vnd,
        visits,
        visits * gap_days,
        (
            *((Caution.LONG_CYCLE,) if is_long else ()),
            *((Caution.THIN_MARGIN,) if profile.margin_bp < _THIN_MARGIN_BP else ()),
        ),
    )


def adopted(base: Program, advice: Advice) -> Program:
    """Put a proposal into a program that may be running already.

    Its own rules for points and its rewards give way; what else it has stays: stamps, tickets and vouchers
    with the rewards they need, programs beside others, tiers where none are proposed, gifts.
    """
    proposed = advice.program
    rules = tuple(rule for rule in base.rules if _stays(rule))
    named = {card.reward for card in base.stamp_cards}
    rewards = tuple(reward for reward in base.rewards if reward.id in named or _is_kept(reward))
    new_rules = tuple(replace(rule, id=_free(rule.id, rules)) for rule in proposed.rules)
    new_rewards = tuple(replace(reward, id=_free(reward.id, rewards)) for reward in proposed.rewards)
    has_referral = any(isinstance(one, Referral) for one in base.occasions)
    gifts = tuple(
        replace(one, id=_free(one.id, base.occasions)) for one in proposed.occasions if not has_referral
    )
    return replace(
        base,
        rules=(*new_rules, *rules),
        rewards=(*new_rewards, *rewards),
        tiers=proposed.tiers if proposed.tiers.tiers else base.tiers,
        expiry=proposed.expiry,
        occasions=(*base.occasions, *gifts),
        point_cost_vnd=proposed.point_cost_vnd,
    )


def _stays(rule: Rule) -> bool:
    return isinstance(rule, StampRule | TicketRule | VoucherRule | UnknownRule) or bool(rule.plan)


def _is_kept(reward: Reward) -> bool:
    return isinstance(reward, UnknownReward) or reward.hidden or bool(reward.plan)


def _free(wanted: str, taken: Iterable[_Named]) -> str:
    """Give an id that nothing bears yet."""
    ids = {one.id for one in taken}
    number, free = 1, wanted
    while free in ids:
        number += 1
        free = f"{wanted}-{number}"
    return free


def usual_gap_days(visits: Iterable[Iterable[date]]) -> int | None:
    """Give the median of the days between two visits, over all customers who came back.

    Args:
        visits: The business days of each customer, in any order; several bills of a day are one visit.

    Returns:
        None where nobody came back. Of an even number the lower middle.
    """
    gaps: list[int] = []
    for days in visits:
        present = sorted(set(days))
        gaps += [(after - before).days for before, after in pairwise(present)]
    gaps.sort()
    return gaps[(len(gaps) - 1) // 2] if gaps else None


def _reward(each: int, visits: int, bill_vnd: int, given_bp: int) -> tuple[int, int]:
    """Price a reward and say what it may cost, so that a usual bill gives back no more than is wanted."""
    points = each * visits
    if points >= 20:
        points = points // 10 * 10
    least_vnd = _STEPS_VND[0]
    worth_vnd = points * bill_vnd * given_bp // (each * _WHOLE_BP)
    if worth_vnd < least_vnd:
        return -(-least_vnd * each * _WHOLE_BP // (bill_vnd * given_bp)), least_vnd
    step_vnd = least_vnd if worth_vnd < 20_000 else 5_000
    return points, worth_vnd // step_vnd * step_vnd


def _program(
    profile: Profile, form: Form, names: Names, *, per_vnd: int, points: int, worth_vnd: int
) -> Program:
    reward: Reward
    if form is Form.GIFT:
        reward = Gift("gift-1", names.reward, points, cost_vnd=worth_vnd)
    else:
        minimum_vnd = min(2 * worth_vnd, max(worth_vnd, profile.bill_vnd))
        reward = AmountOff("amount_off-1", names.reward, points, worth_vnd, minimum_vnd, cost_vnd=worth_vnd)
    months = 24 if form is Form.FRIENDS else 12
    return Program(
        0,
        (AmountRule("base", per_vnd),),
        (reward,),
        points_name=names.points,
        expiry=Expiry(ExpiryKind.MONTHS, months),
        tiers=_tiers(profile, names) if form is Form.TIERS else TierPlan(),
        occasions=_friends(points) if form is Form.FRIENDS else (),
        point_cost_vnd=worth_vnd // points,
    )


def _tiers(profile: Profile, names: Names) -> TierPlan:
    """Raise who spends twice and four times what a regular customer does in a year."""
    year_vnd = profile.bill_vnd * profile.visits_a_year
    gold_vnd = -(-2 * year_vnd // 100_000) * 100_000
    return TierPlan(
        tiers=(Tier("gold", names.gold, gold_vnd, 1_000), Tier("diamond", names.diamond, 2 * gold_vnd, 2_000))
    )


def _friends(points: int) -> tuple[Referral, ...]:
    half = max(1, points // 2)
    return (Referral("friends", Gives(points=half), Gives(points=half)),)


def _round_down(amount_vnd: int) -> int:
    """Give the largest step that is not above an amount, and the smallest step where all are."""
    return max((step for step in _STEPS_VND if step <= amount_vnd), default=_STEPS_VND[0])


def _within(number: int, bounds: tuple[int, int]) -> int:
    return min(max(number, bounds[0]), bounds[1])
