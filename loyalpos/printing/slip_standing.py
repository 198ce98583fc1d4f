"""Where the member stands, on the lower half of a slip: the balance, what is near, held, and ending."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from loyalpos.engine.money import group_digits, vnd
from loyalpos.engine.points_end import PointsState
from loyalpos.engine.slips import Slip, next_point_vnd, next_reward, reward_in_reach
from loyalpos.printing.customer.telling import Telling, spoken_name
from loyalpos.printing.lettering import unbroken_numbers
from loyalpos.printing.slip import Block, Pair, Say, Size, Stroke

__all__ = ["standing_blocks"]

_FIRST_YEAR = timedelta(days=365)


def standing_blocks(slip: Slip, telling: Telling) -> Iterator[Block]:
    """Say what the member has, and what comes next."""
    desk, tongue = slip.desk, telling.tongue
    if desk.member is None:
        return
    yield Stroke()
    yield Pair(tongue.translate("Slip", "You have now"), telling.points(desk.account.balance), Size.STRONG)
    if (reach := reward_in_reach(desk)) is not None:
        words = tongue.translate("Slip", "Enough for: {reward}")
        yield Say(words.format(reward=spoken_name(reach.name)), Size.SMALL)
    if (near := next_reward(desk)) is not None:
        words = tongue.translate("Slip", "{points} more for: {reward}")
        reward = spoken_name(near.reward.name)
        yield Say(words.format(points=telling.points(near.missing), reward=reward), Size.SMALL)
    if missing_vnd := next_point_vnd(desk):
        words = tongue.translate("Slip", "{amount} more makes the next {points_name}")
        name = telling.called(1)
        yield Say(words.format(amount=vnd(missing_vnd), points_name=name), Size.SMALL)
    yield from _held(slip, telling)
    if desk.member.expiring is not None:
        last, points = desk.member.expiring
        words = tongue.translate("Slip", "Use them soon: {points} end on {day}")
        yield Say(words.format(points=telling.points(points), day=f"{last:%d/%m/%Y}"), Size.SMALL)
    yield from _ending(slip, telling)
    years = slip.at.date() - desk.member.member.joined
    if years >= _FIRST_YEAR:
        words = tongue.translate("Slip", "With us for {years}")
        yield Say(words.format(years=tongue.years(years // _FIRST_YEAR)), Size.SMALL)
    if slip.saved_vnd:
        words = tongue.translate("Slip", "Saved with us so far: {amount}")
        yield Say(words.format(amount=vnd(slip.saved_vnd)), Size.SMALL)
    tier = None if desk.tier is None else desk.tier.tier
    if tier is not None:
        words = tongue.translate("Slip", "Tier {tier}")
        if tier.hotline:
            words = tongue.translate("Slip", "Tier {tier} · your line: {number}")
        number = unbroken_numbers(tier.hotline)
        yield Say(words.format(tier=tier.name, number=number), Size.SMALL)


def _held(slip: Slip, telling: Telling) -> Iterator[Block]:
    tongue = telling.tongue
    desk = slip.desk
    for card in desk.cards:
        if card.collects:
            words = tongue.translate("Slip", "{card}: {count} of {size}")
            figures = {"count": group_digits(card.on_card), "size": group_digits(card.card.size)}
            yield Say(words.format(card=card.card.name, **figures), Size.SMALL)
        if card.full:
            words = tongue.translate("Slip", "Full cards of {card}: {count}")
            full = group_digits(card.full)
            yield Say(words.format(card=card.card.name, count=full), Size.SMALL)
    for draw, count in desk.tickets:
        words = tongue.translate("Slip", "{draw}: {tickets}, tickets until {day}")
        tickets, day = tongue.tickets(count), f"{draw.closes:%d/%m/%Y}"
        yield Say(words.format(draw=draw.name, tickets=tickets, day=day), Size.SMALL)


def _ending(slip: Slip, telling: Telling) -> Iterator[Block]:
    tongue = telling.tongue
    for ending in slip.desk.endings:
        words = tongue.translate("Slip", "{program} runs to {day}")
        day = f"{ending.last_day:%d/%m/%Y}"
        yield Say(words.format(program=ending.plan.name, day=day), Size.SMALL)
    told = slip.desk.points_ending
    if told is None or told.state is PointsState.OVER:
        return
    name = telling.called()
    if told.end.good_to is not None:
        words = tongue.translate("Slip", "All {points_name} are good up to {day}")
        yield Say(words.format(points_name=name, day=f"{told.end.good_to:%d/%m/%Y}"), Size.SMALL)
    elif told.state is PointsState.RUNNING:
        words = tongue.translate("Slip", "{points_name} are given up to {day}; those you have stay yours")
        text = words.format(points_name=name, day=f"{told.end.last_day:%d/%m/%Y}")
        yield Say(text[:1].upper() + text[1:], Size.SMALL)
