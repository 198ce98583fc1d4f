"""What the rules may ask of a member before a bill, as far as the shop's file says it.

Tiers, segment tags, stamps and tickets, and the counters that limits, caps and budgets go by are not kept
yet: a member is in no tier, wears no tag and has had nothing.
"""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from loyalpos.engine.footing import Standing
from loyalpos.engine.members import Member
from loyalpos.engine.times import ShopTime

__all__ = ["standing_at"]


def standing_at(
    person: Member | None,
    at: datetime,
    shop: ShopTime,
    *,
    visits: int = 0,
    last_visit: datetime | None = None,
    carry: Fraction = Fraction(0),
) -> Standing:
    """Say how a member, or somebody new where there is none, stands before a bill.

    Args:
        at: When the bill happens; one that is entered later stands on its own day.
        last_visit: The last bill before it.
    """
    day = shop.business_day(at)
    return Standing(
        day=day,
        minute=shop.minute(at),
        joined=day if person is None else person.joined,
        birthday=None if person is None else person.birthday,
        visits=visits,
        last_visit=None if last_visit is None else shop.business_day(last_visit),
        carry=carry,
    )
