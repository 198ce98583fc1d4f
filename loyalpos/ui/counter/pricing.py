"""What the open bill comes to as it stands, without asking the disk: worked out anew at every key."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.acts import Desk
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.earning import Earning
from loyalpos.engine.footing import Footing
from loyalpos.engine.owner import OwnerAsked, asked_of_owner
from loyalpos.engine.rewards import Quote, quote
from loyalpos.engine.vouchers import Presented
from loyalpos.engine.when import parse_when

if TYPE_CHECKING:
    from loyalpos.services.shop import Shop

__all__ = ["Pricing", "desk_of_then"]


def desk_of_then(desk: Desk, shop: Shop, typed: str, now: datetime) -> Desk:
    """Give a bill what it will be recorded by: the program of its day, and its day and minute.

    Args:
        typed: When the bill was, as typed; nothing for now.
    """
    when = parse_when(typed, now, shop.time)
    at = when if isinstance(when, datetime) else now
    day = shop.time.business_day(at)
    if desk.standing is not None:
        desk = replace(desk, standing=replace(desk.standing, day=day, minute=shop.time.minute(at)))
    return desk if at is now else replace(desk, program=shop.program_on(day))


class Pricing(Struct, frozen=True):
    """This prices bills of a member on one footing, with the rewards and vouchers that are in them."""

    desk: Desk
    footing: Footing
    taken: tuple[Taken, ...]
    vouchers: tuple[Presented, ...]

    def quote(self, bill: Bill) -> Quote:
        """Price a bill."""
        desk = self.desk
        return quote(
            desk.program,
            desk.account,
            self.footing,
            bill,
            self.taken,
            spendable=desk.spendable,
            stock=desk.stock,
            today=desk.given_today,
            stamps=desk.stamps,
            vouchers=self.vouchers,
            membership=desk.discount(bill),
        )

    def asked(self, bill: Bill, priced: Quote | None) -> OwnerAsked | None:
        """Say what the owner is to be asked about a bill."""
        if priced is None or self.desk.member is None:
            return None
        return asked_of_owner(self.desk.program, self.footing, bill, priced.value_vnd, priced.earning)

    def told(self, bill: Bill | None, priced: Quote | None) -> tuple[str, ...]:
        """Say which offers the member has, and what the bill nearly reaches."""
        desk = self.desk
        if len(desk.program.rules) < 2 and not desk.vouchers and not desk.program.stamp_cards:
            return ()
        # The first programs of most shops have one rule, and no start waits for the words of many.
        from loyalpos.ui.counter.promoting import told  # noqa: PLC0415 - as said

        def earn_at(total_vnd: int) -> Earning:
            assert bill is not None
            return self.quote(replace(bill, total_vnd=total_vnd)).earning

        return told(desk, self.footing, bill, priced, self.vouchers, earn_at)
