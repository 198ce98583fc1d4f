"""Gifts for visits and returns: what is not earned any more is taken back, and comes again with an undo."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.brought import GiftGiven
from loyalpos.engine.gifts_due import gift_id
from loyalpos.engine.occasions import HolidayGift, Streak
from loyalpos.engine.program import Program
from loyalpos.engine.undoing import return_undone
from loyalpos.engine.visit_gifts import SpanGift, is_earned, overlaps, span_of
from loyalpos.services.gifts import give, take_back
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.gifts import GiftRow, gifts_of
from loyalpos.store.visits import visit_days

__all__ = ["give_visits_again", "take_back_unvisited"]


def take_back_unvisited(connection: Connection, shop: Shop, member: UUID, act: UUID) -> tuple[GiftGiven, ...]:
    """Take back the gifts for whose days a return has left too few visits."""
    rows = [(row, span) for row, span in _spans(connection, shop, member) if not row.gift.is_taken_back]
    visits = _visits(connection, member, rows)
    return tuple(
        take_back(connection, shop, member, row, act) for row, span in rows if not is_earned(span, visits)
    )


def give_visits_again(
    connection: Connection, shop: Shop, member: UUID, today: date, act: UUID
) -> tuple[GiftGiven, ...]:
    """Give the gifts again that a return took, where it is undone, whatever the program says today.

    Args:
        act: What may be the undoing of that return.
    """
    rows = _spans(connection, shop, member)
    lost = [
        (row, span) for row, span in rows if row.taken_in is not None and return_undone(row.taken_in) == act
    ]
    visits = _visits(connection, member, lost)
    given: list[GiftGiven] = []
    for row, span in lost:
        gift = row.gift
        same = [one for one, _ in rows if one.gift.occasion == gift.occasion]
        stands = [one for mine, one in rows if mine in same and not mine.gift.is_taken_back]
        if overlaps(span, stands) or not is_earned(span, visits):
            continue
        again = sum(one.gift.mark == gift.mark for one in same)
        which = gift_id(member, gift.occasion, gift.mark, again)
        anew = replace(gift, id=which, day=today, is_taken_back=False, taken_points=0)
        given.append(give(connection, shop, member, anew, act=act))
    return tuple(gift for gift in given if gift.is_worth_telling)


def _spans(connection: Connection, shop: Shop, member: UUID) -> list[tuple[GiftRow, SpanGift]]:
    """List the gifts a member has had for visits, with the days they were for."""
    if not shop.ever(_asks_for_visits):
        return []
    return [
        (row, span) for row in gifts_of(connection, member) if (span := span_of(row.gift.mark)) is not None
    ]


def _visits(connection: Connection, member: UUID, rows: list[tuple[GiftRow, SpanGift]]) -> tuple[date, ...]:
    if not rows:
        return ()
    return visit_days(connection, member, min(span.first for _, span in rows))


def _asks_for_visits(program: Program) -> bool:
    return any(isinstance(one, Streak | HolidayGift) for one in program.occasions)
