"""Milestones and returns: what a return falls below is taken back, and comes again where it is undone."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.brought import GiftGiven, GiftKind
from loyalpos.engine.gifts_due import gift_id
from loyalpos.engine.occasions import Milestone
from loyalpos.engine.undoing import return_undone
from loyalpos.services.gifts import give, take_back
from loyalpos.services.gifts_again import program_of_gift
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.gifts import GiftRow, facts_of, gifts_of

__all__ = ["give_restored", "take_back_below"]


def take_back_below(
    connection: Connection, shop: Shop, member: UUID, today: date, act: UUID
) -> tuple[GiftGiven, ...]:
    """Take back the milestones that a return has brought a member below again.

    What counts is what was asked when they were given, or what is asked today where that is less.
    """
    return tuple(
        take_back(connection, shop, member, row, act)
        for row in _milestones_of(connection, shop, member, today, below=True)
        if not row.gift.is_taken_back
    )


def give_restored(
    connection: Connection, shop: Shop, member: UUID, today: date, act: UUID
) -> tuple[GiftGiven, ...]:
    """Give the milestones again that a return took, where it is undone, whatever the program says today.

    Args:
        act: What may be the undoing of that return.
    """
    rows = _milestones_of(connection, shop, member, today, below=False)
    restored = []
    for row in rows:
        gift = row.gift
        if row.taken_in is None or return_undone(row.taken_in) != act:
            continue
        same = [one.gift for one in rows if one.gift.occasion == gift.occasion]
        if all(one.is_taken_back for one in same):
            again = gift_id(member, gift.occasion, gift.mark, len(same))
            anew = replace(gift, id=again, day=today, is_taken_back=False, taken_points=0)
            restored.append(give(connection, shop, member, anew, act=act))
    return tuple(gift for gift in restored if gift.is_worth_telling)


def _milestones_of(
    connection: Connection, shop: Shop, member: UUID, today: date, *, below: bool
) -> list[GiftRow]:
    """List the milestones a member has had and is below now, or those the member is not below."""
    if not shop.ever(lambda program: any(isinstance(one, Milestone) for one in program.occasions)):
        return []
    facts = facts_of(connection, member)
    if facts is None:
        return []
    rows = [row for row in gifts_of(connection, member) if row.gift.kind is GiftKind.MILESTONE]
    today_asked = shop.program_on(today)

    def is_below(occasion: str) -> bool:
        # One that was restored was asked for as it was at first.
        then = (
            program_of_gift(connection, shop, row.gift.id) for row in rows if row.gift.occasion == occasion
        )
        asked = [
            one.at - facts.totals[one.reached_by]
            for program in (*then, today_asked)
            for one in program.occasions
            if isinstance(one, Milestone) and one.id == occasion
        ]
        return bool(asked) and min(asked) > 0

    return [row for row in rows if is_below(row.gift.occasion) is below]
