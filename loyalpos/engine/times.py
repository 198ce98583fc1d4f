"""Business days and last days of validity, in the shop's own zone."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

__all__ = ["ShopTime", "add_months", "from_ms", "to_ms"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_ms(at: datetime) -> int:
    """Count the whole milliseconds of an aware instant since 1970, as the file keeps them."""
    return (at - _EPOCH) // timedelta(milliseconds=1)


def from_ms(at_ms: int) -> datetime:
    """Read an instant from the milliseconds the file keeps; in UTC."""
    return _EPOCH + timedelta(milliseconds=at_ms)


def add_months(day: date, months: int) -> date:
    """Move a date by whole months; the 31st becomes the month's last day."""
    index = day.year * 12 + (day.month - 1) + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


class ShopTime(Struct, frozen=True):
    """The shop's clock: its zone and the hour at which its day ends.

    ``closing_hour`` 2 means that 01:59 still belongs to the day before; 0 is midnight.
    """

    zone: str = "Asia/Ho_Chi_Minh"
    closing_hour: int = 0

    def local(self, at: datetime) -> datetime:
        """Show an aware instant on the shop's wall clock."""
        return at.astimezone(ZoneInfo(self.zone))

    def business_day(self, at: datetime) -> date:
        """Name the business day an aware instant belongs to."""
        return (self.local(at) - timedelta(hours=self.closing_hour)).date()

    def minute(self, at: datetime) -> int:
        """Count the minutes of the shop's wall clock since midnight."""
        local = self.local(at)
        return local.hour * 60 + local.minute

    def day_ends(self, day: date) -> datetime:
        """Give the first instant after a business day, in UTC."""
        # In UTC, because Python compares wall times of one zone by their figures alone, and those of
        # a night when clocks are changed never equal what the file gives back.
        ends = datetime.combine(day + timedelta(days=1), time(self.closing_hour), ZoneInfo(self.zone))
        return ends.astimezone(UTC)

    def day_begins(self, day: date) -> datetime:
        """Give the first instant of a business day, in UTC."""
        return self.day_ends(day - timedelta(days=1))
