"""What a referral brings: both sides are paid with the friend's first bill, and lose it with that bill."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from loyalpos.engine.brought import Brought, GiftGiven, GiftKind, ReferrerTold
from loyalpos.engine.gifts_due import Had
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.program import Program
from loyalpos.engine.referrals import Introduced, Paid, referrals_due
from loyalpos.services.gifts import give, take_back
from loyalpos.services.gifts_again import program_of_gift
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.gifts import GiftRow, gifts_of
from loyalpos.store.members import member_by_id
from loyalpos.store.origins import referrer_of
from loyalpos.store.visits import largest_bill, paid_for

__all__ = ["lose_referral", "pay_referral", "referral_by", "referrals_in"]


def referrals_in(program: Program) -> tuple[Referral, ...]:
    """List the referrals of a program."""
    return tuple(one for one in program.occasions if isinstance(one, Referral))


def pay_referral(
    connection: Connection, shop: Shop, friend: UUID, bill: UUID, today: date, *, undoing: UUID | None = None
) -> Brought:
    """Give both sides what a bill of a friend brings, if it is the first that counts.

    It is paid on the day the bill is recorded, and counts in the month of that day.

    Args:
        undoing: The act that may let the bill stand again as it was. No return pays what its bill did not.
    """
    program = shop.program_on(today)
    referrals = referrals_in(program)
    referrer = referrer_of(connection, friend) if referrals else None
    if referrer is None:
        return Brought()
    paid_vnd = paid_for(connection, bill)
    if paid_vnd is None:
        return Brought()
    had = _had(gifts_of(connection, friend))
    if undoing is not None and not any(one.bill == bill for one in had):
        return Brought()
    introduced = Introduced(
        friend=friend,
        referrer=referrer,
        friend_had=had,
        referrer_had=_had(gifts_of(connection, referrer)),
    )
    known = member_by_id(connection, referrer)
    by_id = {one.id: one for one in referrals}
    given: dict[UUID, list[GiftGiven]] = {friend: [], referrer: []}
    for due in referrals_due(program, introduced, Paid(bill, today, paid_vnd)):
        if _has_bought_before(connection, introduced, by_id[due.occasion], bill):
            continue
        if due.member == referrer and known is None:
            continue
        gift = GiftGiven(
            due.id, GiftKind.REFERRAL, due.occasion, due.mark, by_id[due.occasion].name, due.gives, today
        )
        given[due.member].append(give(connection, shop, due.member, gift, act=bill, undoing=undoing))
    return _told(given[friend], given[referrer], (), (), None if known is None else known.name)


def lose_referral(
    connection: Connection, shop: Shop, friend: UUID, bill: UUID, today: date, act: UUID
) -> Brought:
    """Take back from both sides what a bill brought that came back, or fell below what was asked of it.

    Args:
        act: The return that does it.
    """
    referrer = referrer_of(connection, friend)
    if referrer is None:
        return Brought()
    mine, theirs = (_brought_by(gifts_of(connection, one), bill) for one in (friend, referrer))
    if not mine and not theirs:
        return Brought()
    paid_vnd = paid_for(connection, bill)
    gone: dict[UUID, list[GiftGiven]] = {friend: [], referrer: []}
    for whose, rows in ((friend, mine), (referrer, theirs)):
        for row in rows:
            if paid_vnd is None or paid_vnd < _least_vnd(connection, shop, row, today):
                gone[whose].append(take_back(connection, shop, whose, row, act))
    known = member_by_id(connection, referrer)
    return _told((), (), gone[friend], gone[referrer], None if known is None else known.name)


def referral_by(connection: Connection, friend: UUID, act: UUID) -> Brought:
    """Read what an act of before gave the one who sent a friend, or took back from them."""
    referrer = referrer_of(connection, friend)
    if referrer is None:
        return Brought()
    rows = [row for row in gifts_of(connection, referrer) if row.gift.mark == str(friend)]
    known = member_by_id(connection, referrer)
    return _told(
        (),
        tuple(row.gift for row in rows if row.act == act and not row.gift.is_taken_back),
        (),
        tuple(row.gift for row in rows if row.taken_in == act),
        None if known is None else known.name,
    )


def _least_vnd(connection: Connection, shop: Shop, row: GiftRow, today: date) -> int:
    """Say below what a bill loses a gift: what was asked when it was given, or today if that is less."""
    asked = (program_of_gift(connection, shop, row.gift.id), shop.program_on(today))
    return min(
        (
            one.minimum_vnd
            for program in asked
            for one in referrals_in(program)
            if one.id == row.gift.occasion
        ),
        default=0,
    )


def _had(rows: tuple[GiftRow, ...]) -> tuple[Had, ...]:
    return tuple(
        Had(row.gift.occasion, row.gift.mark, row.gift.day, row.gift.is_taken_back, row.act)
        for row in rows
        if row.gift.kind is GiftKind.REFERRAL
    )


def _brought_by(rows: tuple[GiftRow, ...], bill: UUID) -> tuple[GiftRow, ...]:
    return tuple(
        row
        for row in rows
        if row.gift.kind is GiftKind.REFERRAL and row.act == bill and not row.gift.is_taken_back
    )


def _has_bought_before(
    connection: Connection, introduced: Introduced, referral: Referral, bill: UUID
) -> bool:
    """Tell whether a bill that would have counted was there before the shop gave anything for friends.

    Who had the gift and lost it with its bill may have it again, whatever else was bought since.
    """
    if any(had.occasion == referral.id for had in introduced.friend_had):
        return False
    largest_vnd = largest_bill(connection, introduced.friend, but=bill)
    return largest_vnd is not None and largest_vnd >= referral.minimum_vnd


def _told(
    to_friend: tuple[GiftGiven, ...] | list[GiftGiven],
    referrer_gets: tuple[GiftGiven, ...] | list[GiftGiven],
    from_friend: tuple[GiftGiven, ...] | list[GiftGiven],
    referrer_loses: tuple[GiftGiven, ...] | list[GiftGiven],
    name: str | None,
) -> Brought:
    """Say what came to whom; a side that gets nothing is not told."""
    gets = tuple(gift for gift in referrer_gets if gift.is_worth_telling)
    loses = tuple(gift for gift in referrer_loses if gift.gives != Gives())
    return Brought(
        tuple(gift for gift in to_friend if gift.is_worth_telling),
        tuple(gift for gift in from_friend if gift.gives != Gives()),
        referrer=ReferrerTold(name, gets, loses) if gets or loses else None,
    )
