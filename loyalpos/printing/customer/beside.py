"""What runs beside the points, as a customer reads it: stamp cards, memberships, vouchers, draws, causes."""

from __future__ import annotations

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.reward_kinds import DonationReward, UnknownReward
from loyalpos.engine.side_programs import (
    AtEnd,
    Cause,
    Draw,
    Membership,
    Partner,
    Plan,
    StampCard,
    VoucherKind,
)
from loyalpos.printing.customer.telling import Telling, sentence, spoken_name, spoken_rate

__all__ = [
    "cause_sentence",
    "draw_sentence",
    "membership_sentence",
    "partner_sentence",
    "plan_sentences",
    "stamp_card_sentence",
    "voucher_sentence",
]


def stamp_card_sentence(telling: Telling, card: StampCard) -> str:
    """Say how many stamps make what."""
    tongue = telling.tongue
    reward = telling.program.reward(card.reward)
    words = tongue.translate("Customer", "{card}: {stamps} and you get {reward} free")
    got = tongue.translate("Customer", "a present")
    if reward is not None and not isinstance(reward, UnknownReward):
        got = f"“{spoken_name(reward.name)}”"
        if tongue.translate("Customer", "free").casefold() in reward.name.casefold():
            # Its own name says it already.
            words = tongue.translate("Customer", "{card}: {stamps} and you get {reward}")
    said = words.format(card=spoken_name(card.name), stamps=tongue.stamps(card.size), reward=got)
    return sentence(said=said)


def membership_sentence(telling: Telling, membership: Membership) -> str:
    """Say what a membership costs, for how long, and what it brings."""
    tongue = telling.tongue
    if membership.months is None:
        fee = tongue.translate("Customer", "{amount} once, for good").format(amount=vnd(membership.fee_vnd))
    else:
        words = tongue.translate("Customer", "{amount} for {months}")
        fee = words.format(amount=vnd(membership.fee_vnd), months=tongue.months(membership.months))
    more: list[str] = []
    if membership.discount_bp:
        off = tongue.translate("Customer", "{percent} off every bill")
        more.append(off.format(percent=spoken_rate(telling.tongue, membership.discount_bp)))
    if membership.prices:
        prices = tongue.all_of(
            tuple(f"{spoken_name(telling.item(one.item))} {vnd(one.price_vnd)}" for one in membership.prices)
        )
        more.append(tongue.translate("Customer", "member prices: {prices}").format(prices=prices))
    if membership.package:
        package = tongue.translate("Customer", "with the package {package}")
        more.append(package.format(package=spoken_name(membership.package)))
    if membership.fee_earns:
        earns = tongue.translate("Customer", "the fee earns {points_name} too")
        more.append(earns.format(points_name=telling.called()))
    if membership.refundable and membership.months is not None:
        more.append(tongue.translate("Customer", "unused days are refunded if you end it early"))
    return sentence(said=f"{spoken_name(membership.name)}: {fee}", more=tuple(more))


def voucher_sentence(telling: Telling, kind: VoucherKind) -> str:
    """Say what a voucher is worth, on which bills and for how long."""
    tongue = telling.tongue
    words = tongue.translate("Customer", "voucher {name}: {worth}")
    minimum = ""
    if kind.minimum_vnd:
        minimum = tongue.translate("Customer", "on bills from {amount}").format(amount=vnd(kind.minimum_vnd))
    good = tongue.translate("Customer", "good for {days}").format(days=tongue.days(kind.days))
    return sentence(
        said=words.format(name=spoken_name(kind.name), worth=telling.voucher_worth(kind)),
        more=(minimum, good),
    )


def draw_sentence(telling: Telling, draw: Draw) -> str:
    """Say what can be won, and until when tickets come."""
    tongue = telling.tongue
    prizes = tongue.all_of(
        tuple(f"{group_digits(prize.count)}\u00a0× {spoken_name(prize.name)}" for prize in draw.prizes)
    )
    words = tongue.translate("Customer", "{draw}: tickets until {day}, to be won: {prizes}")
    said = words.format(draw=spoken_name(draw.name), day=f"{draw.closes:%d/%m/%Y}", prizes=prizes)
    most = tongue.translate("Customer", "each customer wins at most {times}")
    return sentence(said=said, more=(most.format(times=tongue.times(draw.most_wins)),))


def cause_sentence(telling: Telling, cause: Cause) -> str:
    """Say what of a bill goes to a good cause, and what a point given to it is worth."""
    tongue = telling.tongue
    name = spoken_name(cause.name)
    called, worth = telling.called(), vnd(cause.point_vnd)
    if not cause.share_bp:
        words = tongue.translate(
            "Customer", "your {points_name} can help {cause}: we give {amount} for each one"
        )
        return sentence(said=words.format(points_name=called, cause=name, amount=worth))
    share = tongue.translate("Customer", "we give {percent} of every bill to {cause}")
    is_given = any(
        isinstance(reward, DonationReward) and reward.cause == cause.id for reward in telling.program.rewards
    )
    said = share.format(percent=spoken_rate(telling.tongue, cause.share_bp), cause=name)
    more = tongue.translate("Customer", "and {amount} for each of your {points_name} that you give")
    return sentence(said=said, more=(more.format(amount=worth, points_name=called),) if is_given else ())


def partner_sentence(telling: Telling, partner: Partner) -> str:
    """Say what our customers get at a partner's."""
    words = telling.tongue.translate("Customer", "with a code from us: {perk} at {partner}")
    return sentence(said=words.format(perk=spoken_name(partner.perk), partner=spoken_name(partner.name)))


def plan_sentences(telling: Telling, plan: Plan) -> tuple[str, ...]:
    """Say from when to when a program beside others runs, and what its end leaves."""
    tongue = telling.tongue
    days = telling.plan_days(plan)
    said = [sentence(said=days)] if days else []
    program = telling.program
    plans = {card.plan for card in program.stamp_cards} | {draw.plan for draw in program.draws}
    if plan.until is not None and plan.id in plans:
        if plan.at_end is AtEnd.GONE or not plan.honoured_days:
            said.append(
                sentence(said=tongue.translate("Customer", "stamps and tickets count until its last day"))
            )
        else:
            words = tongue.translate("Customer", "stamps and tickets count for {days} after its end")
            said.append(sentence(said=words.format(days=tongue.days(plan.honoured_days))))
    return tuple(said)
