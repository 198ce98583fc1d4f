"""The outside of a played day: its clock, ids and chance come out the same every time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import count
from uuid import UUID

from loyalpos.demo.draws import Draws
from loyalpos.engine.times import ShopTime, to_ms
from loyalpos.services.outside import Outside

__all__ = ["DayClock", "outside_of"]

_VERSION = 7 << 76
_VARIANT = 2 << 62
_FREE_BITS = (1 << 80) - 1 & ~(0xF << 76) & ~(0x3 << 62)


class DayClock:
    """The clock on the demo shop's wall: the script turns it, and each look moves it one millisecond."""

    def __init__(self, day: str) -> None:
        self._day = datetime.fromisoformat(day).date()
        self._shop = ShopTime()
        self._looks = count()
        self._turned = self._shop.day_begins(self._day)

    def turn_to(self, clock: str) -> None:
        """Make it a time of the day such as ``08:05``."""
        at = time.fromisoformat(clock)
        self._turned = self._shop.day_begins(self._day) + timedelta(hours=at.hour, minutes=at.minute)

    def __call__(self) -> datetime:
        """Tell the time."""
        return (self._turned + timedelta(milliseconds=next(self._looks))).astimezone(UTC)


def outside_of(clock: DayClock, *words: object) -> Outside:
    """Make the outside of one process, named by words such as the seed and the part of the day."""
    ids, chance = Draws("ids", *words), Draws("chance", *words)

    def new_id() -> UUID:
        drawn = int.from_bytes(ids.random_bytes(10)) & _FREE_BITS
        return UUID(int=to_ms(clock()) << 80 | _VERSION | _VARIANT | drawn)

    return Outside(clock, new_id, chance.random_bytes)
