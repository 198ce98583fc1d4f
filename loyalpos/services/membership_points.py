"""Points for the fee of a membership, where it earns like a bill: with its sale, its end and their undoing.

They are a gift of their own, so that the fee is no visit and no purchase. Who has a part of the fee back
keeps the points of the other part.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill
from loyalpos.engine.brought import GiftGiven, GiftKind
from loyalpos.engine.earning import earn
from loyalpos.engine.gifts_due import gift_id
from loyalpos.engine.members import Member
from loyalpos.engine.memberships import Ended, Sold
from loyalpos.engine.occasions import Gives
from loyalpos.services.gifts import give, take_back
from loyalpos.services.shop import Shop
from loyalpos.services.standing import standing_at, with_counts
from loyalpos.store.file import Connection
from loyalpos.store.gifts import GiftRow, gifts_of
from loyalpos.store.ledger import standing_of

__all__ = ["earn_for_fee", "earn_for_fee_again", "lose_for_fee", "lose_for_refund"]


def earn_for_fee(connection: Connection, shop: Shop, person: Member, sold: Sold, day: date) -> None:
    """Give what a bill of the fee would earn under the program of the day."""
    now, program = shop.now(), shop.program_on(day)
    held = standing_of(connection, person.id)
    standing = standing_at(person, now, shop.time, visits=held.visits, last_visit=held.last_visit)
    standing = with_counts(connection, shop, program, person, standing)
    points = earn(program, footing_of(program, standing), Bill(sold.fee_vnd), 0).points
    _give(connection, shop, person.id, sold, sold.id.hex, points, day, act=sold.id)


def lose_for_fee(connection: Connection, shop: Shop, member: UUID, sale: UUID, act: UUID) -> None:
    """Take the points back with a sale that is undone."""
    for row in _standing(connection, member, sale):
        take_back(connection, shop, member, row, act)


def lose_for_refund(
    connection: Connection, shop: Shop, member: UUID, ended: Ended, day: date, act: UUID
) -> None:
    """Leave the points of the part of the fee that is not refunded."""
    for row in _standing(connection, member, ended.sold.id) if ended.refund_vnd else ():
        taken = take_back(connection, shop, member, row, act)
        points = min(taken.taken_points, row.gift.gives.points * ended.used_vnd // ended.sold.fee_vnd)
        _give(connection, shop, member, ended.sold, f"{ended.sold.id.hex}/used", points, day, act=act)


def earn_for_fee_again(
    connection: Connection, shop: Shop, member: UUID, sold: Sold, day: date, act: UUID
) -> None:
    """Give all the points again where the end is undone."""
    whole = [row.gift for row in gifts_of(connection, member) if row.gift.mark == sold.id.hex]
    if not whole or not whole[-1].is_taken_back:
        return
    for row in _standing(connection, member, sold.id):
        take_back(connection, shop, member, row, act)
    _give(connection, shop, member, sold, sold.id.hex, whole[-1].gives.points, day, act=act)


def _standing(connection: Connection, member: UUID, sale: UUID) -> list[GiftRow]:
    return [
        row
        for row in gifts_of(connection, member)
        if row.gift.kind is GiftKind.MEMBERSHIP
        and row.gift.mark.startswith(sale.hex)
        and not row.gift.is_taken_back
    ]


def _give(
    connection: Connection,
    shop: Shop,
    member: UUID,
    sold: Sold,
    mark: str,
    points: int,
    day: date,
    *,
    act: UUID,
) -> None:
    if points <= 0:
        return
    again = sum(row.gift.mark == mark for row in gifts_of(connection, member))
    which = gift_id(member, sold.membership, mark, again)
    gift = GiftGiven(which, GiftKind.MEMBERSHIP, sold.membership, mark, sold.name, Gives(points=points), day)
    give(connection, shop, member, gift, act=act)
