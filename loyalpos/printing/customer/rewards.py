"""What points are good for, as a customer reads it: one sentence for each reward."""

from __future__ import annotations

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.reward_kinds import (
    AmountOff,
    DonationReward,
    Gift,
    ItemReward,
    KnownReward,
    PartnerReward,
    PayWithPoints,
    PercentOff,
    Reward,
    ServiceReward,
    TicketReward,
    TierPrice,
    UnknownReward,
    VoucherReward,
    first_points,
)
from loyalpos.printing.customer.conditions import when_text
from loyalpos.printing.customer.telling import Telling, percent, sentence, spoken_name, spoken_rate

__all__ = ["reward_sentence", "short_reward"]


def reward_sentence(telling: Telling, reward: Reward) -> str:
    """Say what a reward costs and gives; ``""`` for one that cannot be taken for points."""
    if isinstance(reward, UnknownReward) or reward.hidden:
        return ""
    return sentence(
        said=_priced(telling, reward),
        when=when_text(telling, reward.when),
        more=(
            *_terms(telling, reward),
            *_asked(telling, reward),
            *telling.limits(reward.limits),
            *(_tier_price(telling, price) for price in reward.tier_prices),
        ),
    )


def short_reward(telling: Telling, reward: Reward) -> str:
    """Say a reward as short as on the back of a card: ``300 điểm: Giảm 30.000 ₫``."""
    if isinstance(reward, UnknownReward) or reward.hidden:
        return ""
    if isinstance(reward, PayWithPoints):
        return sentence(said=_priced(telling, reward))
    return sentence(said=f"{_price(telling, reward.points)}: {spoken_name(reward.name)}")


def _priced(telling: Telling, reward: KnownReward) -> str:
    if isinstance(reward, PayWithPoints):
        words = telling.tongue.translate("Customer", "pay with {points_name}: {points} = {amount}")
        return words.format(
            points_name=telling.called(),
            points=telling.points(reward.block_points),
            amount=vnd(reward.block_vnd),
        )
    words = telling.tongue.translate("Customer", "for {points}: {name}")
    if not reward.points:
        words = telling.tongue.translate("Customer", "free: {name}")
    return words.format(points=telling.points(reward.points), name=spoken_name(reward.name))


def _price(telling: Telling, points: int) -> str:
    return telling.points(points) if points else telling.tongue.translate("Customer", "free")


def _pay_terms(telling: Telling, reward: PayWithPoints) -> tuple[str, ...]:
    tongue = telling.tongue
    said: list[str] = []
    if reward.minimum_points > reward.block_points:
        words = tongue.translate("Customer", "from {points} on")
        said.append(words.format(points=telling.points(first_points(reward, ""))))
    if reward.max_share_bp < 10_000:
        words = tongue.translate("Customer", "up to {percent} of the bill")
        said.append(words.format(percent=spoken_rate(telling.tongue, reward.max_share_bp)))
    return tuple(said)


def _terms(telling: Telling, reward: KnownReward) -> tuple[str, ...]:
    """Say what it gives, where the name alone does not."""
    tongue = telling.tongue
    match reward:
        case AmountOff() if _says(reward.name, vnd(reward.value_vnd)):
            return ()
        case AmountOff():
            off = tongue.translate("Customer", "{amount} off the bill").format(amount=vnd(reward.value_vnd))
            return (off,)
        case PercentOff():
            return _percent(telling, reward)
        case Gift():
            return (tongue.translate("Customer", "while stocks last"),) if reward.counted else ()
        case PayWithPoints():
            return _pay_terms(telling, reward)
        case ServiceReward():
            return ()
        case ItemReward():
            if reward.price_vnd:
                words = tongue.translate("Customer", "one {item} for {amount}")
            else:
                words = tongue.translate("Customer", "one {item} free")
            return (words.format(item=telling.item(reward.item), amount=vnd(reward.price_vnd)),)
        case VoucherReward():
            words = tongue.translate("Customer", "you get {voucher} for a later visit")
            return (words.format(voucher=telling.voucher(reward.voucher)),)
        case TicketReward():
            words = tongue.translate("Customer", "{tickets} for {draw}")
            return (words.format(tickets=tongue.tickets(reward.tickets), draw=telling.draw(reward.draw)),)
        case DonationReward():
            return _cause(telling, reward)
        case PartnerReward():
            return _partner(telling, reward)


def _percent(telling: Telling, reward: PercentOff) -> tuple[str, ...]:
    tongue = telling.tongue
    off = tongue.translate("Customer", "{percent} off the bill")
    off = off.format(percent=spoken_rate(tongue, reward.rate_bp))
    terms = () if _says(reward.name, percent(reward.rate_bp)) else (off,)
    if reward.cap_vnd is None:
        return terms
    return (*terms, tongue.translate("Customer", "at most {amount}").format(amount=vnd(reward.cap_vnd)))


def _says(name: str, figure: str) -> bool:
    """Tell whether a name says a figure already."""
    return figure.replace("\u00a0", "") in "".join(name.split())


def _cause(telling: Telling, reward: DonationReward) -> tuple[str, ...]:
    cause = next((one for one in telling.program.causes if one.id == reward.cause), None)
    if cause is None:
        return ()
    words = telling.tongue.translate("Customer", "given to {cause}: {amount}")
    return (words.format(cause=spoken_name(cause.name), amount=vnd(cause.point_vnd * reward.points)),)


def _partner(telling: Telling, reward: PartnerReward) -> tuple[str, ...]:
    partner = next((one for one in telling.program.partners if one.id == reward.partner), None)
    if partner is None:
        return ()
    words = telling.tongue.translate("Customer", "{perk} at {partner}")
    return (words.format(perk=spoken_name(partner.perk), partner=spoken_name(partner.name)),)


def _asked(telling: Telling, reward: KnownReward) -> tuple[str, ...]:
    """Say what it asks of the bill, the customer and the day."""
    tongue = telling.tongue
    said: list[str] = []
    if reward.minimum_vnd:
        words = tongue.translate("Customer", "on bills from {amount}")
        said.append(words.format(amount=vnd(reward.minimum_vnd)))
    if reward.minimum_bills:
        words = tongue.translate("Customer", "once you have {bills}")
        said.append(words.format(bills=tongue.bills(reward.minimum_bills)))
    if reward.keep_points:
        words = tongue.translate("Customer", "{points} must stay on your card")
        said.append(words.format(points=telling.points(reward.keep_points)))
    if reward.day_limit is not None:
        words = tongue.translate("Customer", "only {count} a day")
        said.append(words.format(count=group_digits(reward.day_limit)))
    return tuple(said)


def _tier_price(telling: Telling, price: TierPrice) -> str:
    words = telling.tongue.translate("Customer", "tier {tier}: {price}")
    return words.format(tier=telling.tier(price.tier), price=_price(telling, price.points))
