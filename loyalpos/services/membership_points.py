"""Points for the fee of a membership, where it earns like a bill: with its sale, its end and their undoing.

They are a gift of their own, so that the fee is no visit and no purchase. Who has a part of the fee back
keeps the points of the other part. What they count for in limits, caps and budgets stands with the sale, on
its day, as that of a bill does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from loyalpos.engine.brought import GiftGiven, GiftKind
from loyalpos.engine.counted import Counted, difference, opposite
from loyalpos.engine.fees import FeeEarned, counts_that_stay, earned_by_fee
from loyalpos.engine.gifts_due import gift_id
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.members import Member
from loyalpos.engine.memberships import Ended, Sold
from loyalpos.engine.occasions import Gives
from loyalpos.services.gifts import give, take_back
from loyalpos.services.shop import Shop
from loyalpos.services.standing import standing_at, with_counts
from loyalpos.store.file import Connection
from loyalpos.store.gifts import GiftRow, gifts_of
from loyalpos.store.given import counted_of
from loyalpos.store.ledger import standing_of

__all__ = [
    "counts_after_end",
    "counts_of_fee",
    "counts_without_end",
    "counts_without_sale",
    "earn_for_fee_again",
    "fee_earned",
    "give_for_fee",
    "lose_for_fee",
    "lose_for_refund",
]


def fee_earned(connection: Connection, shop: Shop, person: Member, fee_vnd: int, day: date) -> FeeEarned:
    """Work out what a fee earns under the program of the day."""
    now, program = shop.now(), shop.program_on(day)
    held = standing_of(connection, person.id)
    standing = standing_at(person, now, shop.time, visits=held.visits, last_visit=held.last_visit)
    return earned_by_fee(program, with_counts(connection, shop, program, person, standing), fee_vnd)


def give_for_fee(
    connection: Connection, shop: Shop, member: UUID, sold: Sold, points: int, day: date
) -> None:
    """Give what a fee has earned."""
    _give(connection, shop, member, sold, sold.id.hex, points, day, act=sold.id)


def counts_of_fee(earned: FeeEarned, day: date) -> dict[str, object]:
    """Give the part of a sale's outcome that says what its fee has earned."""
    short_of = {"short_of": list(earned.short_of)} if earned.short_of else {}
    return {
        **({"earned": earned.points} if earned.points else {}),
        **short_of,
        **_moves(earned.given, day.isoformat()),
    }


def counts_after_end(connection: Connection, ended: Ended, sale: Mapping[str, Any]) -> dict[str, object]:
    """Give the part of an end's outcome that leaves the counts of what is not refunded.

    Args:
        sale: The outcome of the sale.
    """
    counted = counted_of(connection, ended.sold.id)
    stays = counts_that_stay(counted, sale.get("earned", 0), ended)
    return _moves(difference(counted, stays), sale["today"])


def counts_without_end(end: Mapping[str, Any]) -> dict[str, object]:
    """Give the part of an outcome that undoes an end: what that did to the counts, the other way."""
    given = from_json(end.get("given", []), tuple[Counted, ...])
    return _moves(opposite(given), end.get("counted_on", ""))


def counts_without_sale(connection: Connection, sale: UUID, day: str) -> dict[str, object]:
    """Give the part of an outcome that undoes a sale, so that its fee counts for nothing."""
    return _moves(opposite(counted_of(connection, sale)), day)


def _moves(given: Iterable[Counted], day: str) -> dict[str, object]:
    moves = tuple(given)
    return {"given": to_json(moves), "counted_on": day} if moves else {}


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
