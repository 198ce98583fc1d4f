"""Whom a business day brings a gift or another tier: found by indexes, never by walking all members."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from loyalpos.engine.occasions import AnniversaryGift, BirthdayGift, WinBack
from loyalpos.engine.times import to_ms
from loyalpos.services.gifts import gifts_begin, has_timed_gifts
from loyalpos.services.shop import Shop
from loyalpos.services.tiers import has_tiers
from loyalpos.store.days import gifts_done_until
from loyalpos.store.file import Connection
from loyalpos.store.gifts import born_on, joined_on, last_seen_between
from loyalpos.store.tiers import judged_by, looks_due
from loyalpos.store.undone_visits import away_since_an_undo

__all__ = ["members_to_look_at"]

_A_DAY: Final = timedelta(days=1)
_A_YEAR: Final = timedelta(days=366)


def members_to_look_at(connection: Connection, shop: Shop, today: date) -> tuple[UUID, ...]:
    """Name the members to whom the days since the last ones that were done may bring something.

    Some of them will get nothing: what is due is decided for each by himself.
    """
    found = set[UUID]()
    program = shop.program_on(today)
    if has_tiers(shop, today):
        found |= looks_due(connection, today)
        others = [one.revision for _, one in shop.started if one.tiers != program.tiers]
        if others:
            # Another plan moves whom it will; each is judged by it once.
            found |= judged_by(connection, others)
    if not has_timed_gifts(program):
        return tuple(sorted(found))
    done = gifts_done_until(connection)
    since = gifts_begin(shop)
    for occasion in program.occasions:
        begins = since[occasion.id]
        # What was published on a day that was done already has not been looked for on it.
        is_new = done is None or done <= begins
        first = begins if is_new or done is None else done + _A_DAY
        match occasion:
            case BirthdayGift():
                late = timedelta(days=occasion.late_days if is_new else 0)
                before = timedelta(days=occasion.before_days)
                found |= born_on(connection, _days(first - late, today + before))
            case AnniversaryGift():
                found |= joined_on(connection, _days(first, today))
            case WinBack():
                gone = timedelta(days=occasion.after_days)
                since_ms = 1 if is_new else to_ms(shop.time.day_begins(first - gone))
                before_ms = to_ms(shop.time.day_ends(today - gone))
                found |= last_seen_between(connection, since_ms, before_ms)
                undone_ms = to_ms(shop.time.day_begins(first - _A_DAY))
                found |= away_since_an_undo(connection, since_ms, before_ms, undone_ms=undone_ms)
            case _:
                pass
    return tuple(sorted(found))


def _days(first: date, last: date) -> Iterator[str]:
    """Give month and day of some days; who was born on 29 February is met on the 28th of a common year."""
    day = max(first, last - _A_YEAR)
    while day <= last:
        yield f"{day:%m-%d}"
        if (day.month, day.day) == (2, 28) and (day + _A_DAY).month == 3:
            yield "02-29"
        day += _A_DAY
