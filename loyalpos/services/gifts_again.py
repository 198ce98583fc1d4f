"""Gifts that were taken back and come again: what is left of them, so that nothing is had twice."""

from __future__ import annotations

import json
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.brought import GiftGiven
from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.occasions import Gives
from loyalpos.engine.program import Program
from loyalpos.engine.undoing import return_undone
from loyalpos.engine.vouchers import VoucherState
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.gifts import GiftLot, GiftRow, gift_lot, gifts_of
from loyalpos.store.journal import find_record
from loyalpos.store.vouchers import vouchers_given_by

__all__ = ["HadBefore", "had_before", "program_of_gift"]


class HadBefore(Struct, frozen=True):
    """What a member has had of a gift before it was taken back.

    Attributes:
        expired: Points that had expired by then, which no return takes and no gift brings again.
        restored: The gift as it was taken, where the very return that took it is undone.
        lot: Where its points lay, whose term they keep then.
        vouchers: Those that are good again instead of a new one.
    """

    expired: int = 0
    restored: GiftGiven | None = None
    lot: GiftLot | None = None
    vouchers: tuple[VoucherCode, ...] = ()

    def gives_again(self, gives: Gives) -> Gives:
        """Say what is left to give of a gift."""
        if self.restored is not None:
            return replace(self.restored.gives, points=self.restored.taken_points)
        return replace(gives, points=max(0, gives.points - self.expired))


def had_before(connection: Connection, member: UUID, gift: GiftGiven, act: UUID | None) -> HadBefore:
    """Look up what was taken back of a gift that is to be given.

    Args:
        act: What brings it now; the undoing of the return that took it restores it as it was.
    """
    same = (gift.kind, gift.occasion, gift.mark)
    rows = [
        row
        for row in gifts_of(connection, member)
        if row.gift.is_taken_back and (row.gift.kind, row.gift.occasion, row.gift.mark) == same
    ]
    if not rows:
        return HadBefore()
    last = next((row for row in rows if row.taken_in and return_undone(row.taken_in) == act), None)
    return HadBefore(
        sum(row.gift.gives.points - row.gift.taken_points for row in rows),
        None if last is None else last.gift,
        None if last is None or last.lot is None else gift_lot(connection, member, last.lot),
        _vouchers_again(connection, rows, last),
    )


def program_of_gift(connection: Connection, shop: Shop, gift: UUID) -> Program:
    """Give the program under which a gift was given, as its record says."""
    record = find_record(connection, gift)
    assert record is not None, "a gift that stands in the tables was recorded"
    return shop.program_of(json.loads(record.body)["outcome"]["revision"])


def _vouchers_again(
    connection: Connection, rows: list[GiftRow], restored: GiftRow | None
) -> tuple[VoucherCode, ...]:
    """Find the voucher that is good again: one that is used, or else the one that is restored."""
    had = [(row, one.voucher) for row in rows for one in vouchers_given_by(connection, row.gift.id)]
    used = [voucher.code for _, voucher in had if voucher.state is VoucherState.USED]
    if used or restored is None:
        return tuple(used)
    # Given again in between it has gone on to that gift, which is gone as well.
    own = [voucher.code for row, voucher in had if row == restored]
    return tuple((own or [voucher.code for _, voucher in had])[-1:])
