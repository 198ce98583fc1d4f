"""Rewards: which can be taken now, what is missing for the others, and what a bill comes to.

The engine prices every reward itself; it never trusts what a screen showed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from loyalpos.engine.bills import Bill, Redemption, Taken
from loyalpos.engine.earning import Earning, earn
from loyalpos.engine.footing import Footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.program import AmountOff, Gift, PayWithPoints, PercentOff, Program, Reward, UnknownReward
from loyalpos.errors import NotEnoughPoints, Refusal, RewardNotTakeable, WrongPointsToPay

__all__ = [
    "Offer",
    "OfferState",
    "Quote",
    "best_offer",
    "kind_of",
    "offers",
    "points_by_blocks",
    "quote",
]


class OfferState(StrEnum):
    """Whether a reward can be taken into the open bill, and if not, why."""

    TAKEABLE = "takeable"
    POINTS_MISSING = "points_missing"
    BILL_TOO_SMALL = "bill_too_small"
    NO_BILL_YET = "no_bill_yet"
    OUT_OF_STOCK = "out_of_stock"
    NOTHING_LEFT_TO_PAY = "nothing_left_to_pay"
    TAKEN = "taken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Offer:
    """A reward as the counter shows it for one member and one bill.

    ``points`` is the price, or the most that can be paid with points; ``least_points`` the smallest
    block. ``missing`` is in points or in đồng, as ``state`` says. ``value_vnd`` is what the bill falls
    by; ``stock`` is None where nothing is counted. ``most_points`` stays the most that can be paid with
    points when fewer are chosen.
    """

    reward: Reward
    state: OfferState
    points: int
    least_points: int
    value_vnd: int
    missing: int = 0
    stock: int | None = None
    most_points: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """What a bill comes to with the rewards taken into it.

    ``refused`` holds why a chosen reward cannot be taken; a bill is recorded only while it is empty.
    """

    total_vnd: int
    redemptions: tuple[Redemption, ...]
    due_vnd: int
    earning: Earning
    balance_after: int
    refused: tuple[Refusal, ...] = ()

    @property
    def spent_points(self) -> int:
        """Points the redemptions cost together."""
        return sum(redemption.points for redemption in self.redemptions)

    @property
    def value_vnd(self) -> int:
        """What the redemptions take off the total."""
        return self.total_vnd - self.due_vnd


def offers(
    program: Program,
    *,
    spendable: int,
    total_vnd: int | None,
    stock: Mapping[str, int],
    taken: tuple[Taken, ...] = (),
) -> tuple[Offer, ...]:
    """List every reward with its state, in program order: its place is its number at the counter.

    Args:
        spendable: Points the member may spend now, before this bill's rewards.
        total_vnd: The open bill, or None while no total is typed.
        stock: Gifts left, by reward id.
        taken: Rewards already in the bill; they lower what is left for the others.
    """
    so_far, _, in_turn = _price_all(program, spendable, total_vnd or 0, stock, taken)
    points_left = spendable - sum(redemption.points for redemption in so_far)
    due_vnd = (total_vnd or 0) - sum(redemption.value_vnd for redemption in so_far)
    chosen = {choice.reward for choice in taken}
    listed: list[Offer] = []
    for reward in program.rewards:
        offer = _offer(reward, points_left, total_vnd, due_vnd, stock)
        if reward.id in chosen:
            mine = next((r for r in so_far if r.reward == reward.id), None)
            price = (mine.points, mine.value_vnd) if mine else (offer.points, offer.value_vnd)
            offer = Offer(
                reward,
                OfferState.TAKEN,
                price[0],
                offer.least_points,
                price[1],
                0,
                offer.stock,
                in_turn[reward.id].points,
            )
        listed.append(offer)
    return tuple(listed)


def best_offer(listed: tuple[Offer, ...]) -> Offer | None:
    """Find what a member would be advised to take: what lowers the bill most, then the dearest gift.

    Paying with points comes last: it would win whenever a member has many, and leave none. Between
    equals the first of the program is it. None where nothing can be taken.
    """
    return max(
        (offer for offer in listed if offer.state is OfferState.TAKEABLE),
        key=lambda offer: (not isinstance(offer.reward, PayWithPoints), offer.value_vnd, offer.points),
        default=None,
    )


def points_by_blocks(offer: Offer, points: int, blocks: int) -> int:
    """Pay with some blocks of points more, or fewer where ``blocks`` is negative.

    Args:
        offer: Paying with points, as offered for the open bill.
        points: What is paid with now; part of a block counts as the step it stands before.

    Returns:
        Whole blocks, at least one and at most what the offer allows.
    """
    block = offer.least_points
    whole, rest = divmod(points, block)
    wanted = whole + blocks + (1 if rest and blocks < 0 else 0)
    return max(1, min(wanted, offer.most_points // block)) * block


def quote(
    program: Program,
    account: Account,
    footing: Footing,
    bill: Bill,
    taken: tuple[Taken, ...],
    *,
    spendable: int,
    stock: Mapping[str, int],
) -> Quote:
    """Price the chosen rewards, what the customer pays, and what the money part earns.

    Fixed amounts and gifts come first, then shares of the total, then points as payment, each in
    the order chosen; together they never exceed the total. By default only the money part earns.
    """
    redemptions, refused, _ = _price_all(program, spendable, bill.total_vnd, stock, taken)
    due_vnd = bill.total_vnd - sum(redemption.value_vnd for redemption in redemptions)
    earning = earn(program, footing, bill, bill.total_vnd - due_vnd)
    spent = sum(redemption.points for redemption in redemptions)
    return Quote(
        bill.total_vnd,
        redemptions,
        due_vnd,
        earning,
        account.balance - spent + earning.points,
        refused,
    )


def _price_all(
    program: Program, spendable: int, total_vnd: int, stock: Mapping[str, int], taken: tuple[Taken, ...]
) -> tuple[tuple[Redemption, ...], tuple[Refusal, ...], dict[str, Offer]]:
    """Price rewards one after the other on what the earlier ones leave; each as offered in its turn."""
    in_turn: dict[str, Offer] = {}
    redemptions: list[Redemption] = []
    refused: list[Refusal] = []
    points_left, due_vnd = spendable, total_vnd
    chosen: list[tuple[Reward, Taken]] = []
    for choice in taken:
        reward = program.reward(choice.reward)
        if reward is None:
            refused.append(RewardNotTakeable(choice.reward, OfferState.UNKNOWN))
        elif any(reward.id == other.id for other, _ in chosen):
            refused.append(RewardNotTakeable(reward.name, OfferState.TAKEN))
        else:
            chosen.append((reward, choice))
    for reward, choice in sorted(chosen, key=lambda pair: _turn(pair[0])):
        offer = in_turn[reward.id] = _offer(reward, points_left, total_vnd, due_vnd, stock)
        if offer.state is OfferState.POINTS_MISSING:
            refused.append(NotEnoughPoints(points_left, offer.least_points))
            continue
        if offer.state is not OfferState.TAKEABLE:
            refused.append(RewardNotTakeable(reward.name, offer.state, offer.missing))
            continue
        points, value_vnd = offer.points, offer.value_vnd
        if isinstance(reward, PayWithPoints) and choice.points is not None:
            blocks, rest = divmod(choice.points, reward.block_points)
            if rest or not 0 < choice.points <= offer.points:
                refused.append(WrongPointsToPay(choice.points, reward.block_points, offer.points))
                continue
            points, value_vnd = choice.points, min(blocks * reward.block_vnd, offer.value_vnd)
        redemptions.append(Redemption(reward.id, kind_of(reward), reward.name, points, value_vnd))
        points_left -= points
        due_vnd -= value_vnd
    return tuple(redemptions), tuple(refused), in_turn


def kind_of(reward: Reward) -> str:
    """Name a reward's kind as the program document does."""
    match reward:
        case AmountOff():
            return "amount_off"
        case PercentOff():
            return "percent_off"
        case Gift():
            return "gift"
        case PayWithPoints():
            return "pay_with_points"
        case UnknownReward():
            return reward.kind


def _turn(reward: Reward) -> int:
    match reward:
        case PercentOff():
            return 1
        case PayWithPoints():
            return 2
        case _:
            return 0


def _offer(
    reward: Reward, points_left: int, total_vnd: int | None, due_vnd: int, stock: Mapping[str, int]
) -> Offer:
    """Say what a reward is worth now and whether it can be taken."""
    if isinstance(reward, UnknownReward):
        return Offer(reward, OfferState.UNKNOWN, 0, 0, 0)
    left = stock.get(reward.id, 0) if isinstance(reward, Gift) and reward.counted else None
    points, least, value_vnd = _price(reward, points_left, total_vnd or 0, due_vnd)

    def refused(state: OfferState, missing: int = 0) -> Offer:
        return Offer(reward, state, points, least, value_vnd, missing, left, points)

    if left is not None and left <= 0:
        return refused(OfferState.OUT_OF_STOCK)
    if points_left < least:
        return refused(OfferState.POINTS_MISSING, least - points_left)
    if total_vnd is None and (reward.minimum_vnd or not isinstance(reward, Gift)):
        return refused(OfferState.NO_BILL_YET)
    if total_vnd is not None and total_vnd < reward.minimum_vnd:
        return refused(OfferState.BILL_TOO_SMALL, reward.minimum_vnd - total_vnd)
    if not isinstance(reward, Gift) and value_vnd <= 0:
        return refused(OfferState.NOTHING_LEFT_TO_PAY)
    return Offer(reward, OfferState.TAKEABLE, points, least, value_vnd, 0, left, points)


def _price(
    reward: AmountOff | PercentOff | Gift | PayWithPoints, points_left: int, total_vnd: int, due_vnd: int
) -> tuple[int, int, int]:
    """Give price in points, the least price, and the đồng it takes off."""
    match reward:
        case AmountOff():
            return reward.points, reward.points, min(reward.value_vnd, due_vnd)
        case PercentOff():
            off = total_vnd * reward.rate_bp // 10_000
            capped = off if reward.cap_vnd is None else min(off, reward.cap_vnd)
            return reward.points, reward.points, min(capped, due_vnd)
        case Gift():
            return reward.points, reward.points, 0
        case PayWithPoints():
            payable_vnd = min(due_vnd, total_vnd * reward.max_share_bp // 10_000)
            blocks = min(points_left // reward.block_points, payable_vnd // reward.block_vnd)
            blocks = max(blocks, 0)
            return blocks * reward.block_points, reward.block_points, blocks * reward.block_vnd
