"""Rewards: which can be taken now, and what a bill comes to with those that are.

The engine prices every reward itself; it never trusts what a screen showed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.bills import Bill, Redemption, Share, Taken
from loyalpos.engine.earning import Earning
from loyalpos.engine.footing import Footing
from loyalpos.engine.ledger import Account
from loyalpos.engine.offers import Left, Offer, OfferState, Shelf, offer_of
from loyalpos.engine.part_paid import earn_as_typed, open_of, refused_in_parts
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import (
    ItemReward,
    PayWithPoints,
    PercentOff,
    Reward,
    UnknownReward,
    kind_of,
)
from loyalpos.engine.stamps import full_cards
from loyalpos.engine.tenders import parts_vnd
from loyalpos.engine.vouchers import Presented, VoucherUse, price_vouchers
from loyalpos.errors import NotEnoughPoints, Refusal, RewardNotTakeable, TendersTooLarge, WrongPointsToPay

__all__ = [
    "Offer",
    "OfferState",
    "Quote",
    "best_offer",
    "kind_of",
    "offers",
    "points_by_blocks",
    "points_rounded",
    "quote",
    "shares_of",
]


class Quote(Struct, frozen=True):
    """What a bill comes to with a membership, and the rewards and vouchers taken into it.

    ``refused`` holds why a chosen reward or voucher cannot be taken; a bill is recorded only while it is
    empty. ``open_vnd`` of what it comes to is paid later.
    """

    total_vnd: int
    redemptions: tuple[Redemption, ...]
    due_vnd: int
    earning: Earning
    balance_after: int
    refused: tuple[Refusal, ...] = ()
    vouchers: tuple[VoucherUse, ...] = ()
    membership: Redemption | None = None
    open_vnd: int = 0

    @property
    def spent_points(self) -> int:
        """Points the redemptions cost together."""
        return sum(redemption.points for redemption in self.redemptions)

    @property
    def value_vnd(self) -> int:
        """What a membership, redemptions and vouchers take off the total."""
        return self.total_vnd - self.due_vnd

    @property
    def paid_vnd(self) -> int:
        """What the customer pays at once."""
        return self.due_vnd - self.open_vnd

    @property
    def shares(self) -> tuple[Share, ...]:
        """What of it redemptions and vouchers take as shares of the bill."""
        return shares_of(self.redemptions, self.vouchers)


def offers(
    program: Program,
    footing: Footing,
    bill: Bill | None,
    *,
    spendable: int,
    stock: Mapping[str, int],
    taken: tuple[Taken, ...] = (),
    today: Mapping[str, int] | None = None,
    stamps: Mapping[str, int] | None = None,
    vouchers: tuple[Presented, ...] = (),
    membership: Redemption | None = None,
) -> tuple[Offer, ...]:
    """List every reward with its state: its place is its number at the counter.

    They stand in the program's order. A full stamp card pays for its reward before points do. Hidden
    rewards are left out, unless a full card pays for one; such a one comes last, so that no other moves.

    Args:
        bill: The open bill, or None while no total is typed.
        spendable: Points the member may spend now, before this bill's rewards.
        stock: Gifts left, by reward id.
        taken: Rewards already in the bill; they lower what is left for the others.
        today: How often the shop has given a reward on this business day, by reward id.
        stamps: The member's stamps, by the id of the card.
        vouchers: Vouchers in the bill, as for :func:`quote`.
        membership: What a membership takes off it, likewise.
    """
    shelf = Shelf(stock, today or {}, stamps or {})
    priced = _price_all(program, footing, bill, spendable, shelf, taken, vouchers, membership)
    chosen = {choice.reward: choice.card for choice in reversed(taken)}
    cards = full_cards(program, shelf.stamps) | chosen
    listed: list[Offer] = []
    for reward in sorted(program.rewards, key=_is_hidden):
        card = cards.get(reward.id, "")
        offer = offer_of(reward, program, footing, bill, priced.left, shelf, card)
        if reward.id in chosen and not isinstance(reward, UnknownReward):
            mine = next((one for one in priced.redemptions if one.reward == reward.id), None)
            points, value_vnd = (mine.points, mine.value_vnd) if mine else (offer.points, offer.value_vnd)
            most = priced.in_turn[reward.id].points
            offer = replace(
                offer, state=OfferState.TAKEN, points=points, value_vnd=value_vnd, missing=0, most_points=most
            )
        if offer.state is not OfferState.HIDDEN:
            listed.append(offer)
    return tuple(listed)


def _is_hidden(reward: Reward) -> bool:
    return not isinstance(reward, UnknownReward) and reward.hidden


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
        Whole blocks, at least the fewest that can pay and at most what the offer allows.
    """
    block = offer.block_points
    whole, rest = divmod(points, block)
    wanted = whole + blocks + (1 if rest and blocks < 0 else 0)
    return max(offer.least_points, min(wanted * block, offer.most_points))


def points_rounded(offer: Offer, points: int) -> int:
    """Round points that were asked for down to what can pay: whole blocks, at most what is allowed.

    Args:
        offer: Paying with points, as offered for the open bill.

    Returns:
        0 where not even the fewest that can pay are there.
    """
    blocks = min(max(points, 0), offer.most_points) // offer.block_points
    paid = blocks * offer.block_points
    return paid if paid >= offer.least_points else 0


def quote(
    program: Program,
    account: Account,
    footing: Footing,
    bill: Bill,
    taken: tuple[Taken, ...],
    *,
    spendable: int,
    stock: Mapping[str, int],
    today: Mapping[str, int] | None = None,
    stamps: Mapping[str, int] | None = None,
    vouchers: tuple[Presented, ...] = (),
    membership: Redemption | None = None,
) -> Quote:
    """Price the chosen rewards, what the customer pays, and what the money part earns.

    What a membership takes off comes first, then vouchers, then fixed amounts, items and gifts, then shares
    of the total, then points as payment, each in the order chosen; together they never exceed the total. By
    default only the money part earns.

    Args:
        today: How often the shop has given a reward on this business day, by reward id.
        stamps: The member's stamps, by the id of the card.
        vouchers: Those shown, which :func:`loyalpos.engine.vouchers.why_not_usable` finds nothing against.
        membership: What :func:`loyalpos.engine.memberships.member_discount` gives for the bill.
    """
    shelf = Shelf(stock, today or {}, stamps or {})
    priced = _price_all(program, footing, bill, spendable, shelf, taken, vouchers, membership)
    due_vnd = priced.left.due_vnd
    refused = priced.refused
    told_vnd = parts_vnd(bill) if bill.tender_parts else 0
    now_vnd = due_vnd if bill.paid_vnd is None else min(due_vnd, bill.paid_vnd)
    if told_vnd > now_vnd:
        refused = (*refused, TendersTooLarge(now_vnd, told_vnd))
        bill = replace(bill, tender_parts=())
    if bill.paid_vnd is not None:
        refused = (*refused, *refused_in_parts(program, bill.paid_vnd, due_vnd))
    earning = earn_as_typed(program, footing, bill, bill.total_vnd - due_vnd)
    spent = sum(redemption.points for redemption in priced.redemptions)
    return Quote(
        bill.total_vnd,
        priced.redemptions,
        due_vnd,
        earning,
        account.balance - spent + earning.points,
        refused,
        priced.vouchers,
        membership,
        open_of(bill, due_vnd),
    )


def shares_of(redemptions: Iterable[Redemption], vouchers: Iterable[VoucherUse]) -> tuple[Share, ...]:
    """Say what came off a bill as shares of it."""
    off: tuple[Redemption | VoucherUse, ...] = (*redemptions, *vouchers)
    return tuple(Share(one.value_vnd, one.rate_bp) for one in off if one.rate_bp)


class _Priced(Struct, frozen=True):
    """What was chosen, priced one after the other on what the earlier ones leave."""

    redemptions: tuple[Redemption, ...]
    refused: tuple[Refusal, ...]
    vouchers: tuple[VoucherUse, ...]
    in_turn: Mapping[str, Offer]
    left: Left


def _price_all(
    program: Program,
    footing: Footing,
    bill: Bill | None,
    spendable: int,
    shelf: Shelf,
    taken: tuple[Taken, ...],
    presented: tuple[Presented, ...],
    membership: Redemption | None,
) -> _Priced:
    total_vnd = 0 if bill is None else bill.total_vnd
    off_vnd = 0 if membership is None else membership.value_vnd
    vouchers, unusable = price_vouchers(presented, total_vnd, off_vnd)
    left = Left(spendable, total_vnd - off_vnd - sum(voucher.value_vnd for voucher in vouchers))
    in_turn: dict[str, Offer] = {}
    redemptions: list[Redemption] = []
    refused: list[Refusal] = list(unusable)
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
        offer = offer_of(reward, program, footing, bill, left, shelf, choice.card)
        in_turn[reward.id] = offer
        redemption = _redeem(offer, choice, left)
        if isinstance(redemption, Refusal):
            refused.append(redemption)
            continue
        redemptions.append(redemption)
        left = _after(left, offer, redemption)
    return _Priced(tuple(redemptions), tuple(refused), vouchers, in_turn, left)


def _redeem(offer: Offer, choice: Taken, left: Left) -> Redemption | Refusal:
    """Take a reward as offered, or say why not."""
    reward = offer.reward
    if offer.state is OfferState.POINTS_MISSING:
        return NotEnoughPoints(left.points, left.points + offer.missing)
    if offer.state is not OfferState.TAKEABLE:
        return RewardNotTakeable(reward.name, offer.state, offer.missing)
    points, value_vnd = offer.points, offer.value_vnd
    if isinstance(reward, PayWithPoints) and choice.points is not None:
        blocks, rest = divmod(choice.points, offer.block_points)
        if rest or not offer.least_points <= choice.points <= offer.points:
            return WrongPointsToPay(choice.points, offer.block_points, offer.points, offer.least_points)
        points, value_vnd = choice.points, min(blocks * reward.block_vnd, offer.value_vnd)
    rate_bp = reward.rate_bp if isinstance(reward, PercentOff) else 0
    return Redemption(
        reward.id, kind_of(reward), reward.name, points, value_vnd, choice.card, offer.stamps, rate_bp
    )


def _after(left: Left, offer: Offer, redemption: Redemption) -> Left:
    reward = offer.reward
    kept = 0 if isinstance(reward, UnknownReward) or not redemption.points else reward.keep_points
    return Left(
        left.points - redemption.points,
        left.due_vnd - redemption.value_vnd,
        max(left.kept, kept),
        (*left.items, reward.item) if isinstance(reward, ItemReward) else left.items,
        (*left.cards, redemption.card) if redemption.card else left.cards,
        left.paid_vnd + (redemption.value_vnd if isinstance(reward, PayWithPoints) else 0),
    )


def _turn(reward: Reward) -> int:
    match reward:
        case PercentOff():
            return 1
        case PayWithPoints():
            return 2
        case _:
            return 0
