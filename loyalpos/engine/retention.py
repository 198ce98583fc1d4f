"""How long the shop keeps who a member is when they stay away, and whose time is over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.phones import Phone
from loyalpos.engine.times import add_months

__all__ = ["LOGS_KEPT_MONTHS", "AwayTooLong", "Inactive", "RetentionRules"]

LOGS_KEPT_MONTHS: Final = 12
"""So long the tables say who looked at whom."""


class RetentionRules(Struct, frozen=True):
    """After how long a member who stays away is made nameless.

    Attributes:
        months: Without a visit or anything else of theirs; 0 is never.
        warn_days: So long before somebody is listed.
        automatic_since: The day from which the close of a day does it by itself; None is only when asked.
    """

    months: int = 24
    warn_days: int = 30
    automatic_since: date | None = None

    def last_day_before(self, today: date) -> date:
        """Give the day on which somebody was here last whose time is over or will be soon."""
        return add_months(today + timedelta(days=self.warn_days), -self.months)

    def due(self, last: date) -> date:
        """Give the day from which somebody may be made nameless who was here last on another."""
        day = add_months(last, self.months)
        # The last days of a long month have none of their own in a short one.
        while self.months and add_months(day, -self.months) < last:
            day += timedelta(days=1)
        return day

    def due_by_itself(self, last: date) -> date | None:
        """Give that day where nobody is asked: whoever turned it on has had the days to look at the list."""
        if self.automatic_since is None:
            return None
        return max(self.due(last), self.automatic_since + timedelta(days=self.warn_days))


class Inactive(Struct, frozen=True):
    """A member who has stayed away.

    Attributes:
        last: The last day anything of theirs was recorded.
        last_visit: That of their last bill, or None.
        points: What would be lost.
        due: From when they may be made nameless.
    """

    member: UUID
    name: str | None
    phone: Phone | None
    last: date
    last_visit: date | None
    points: int
    due: date


class AwayTooLong(Struct, frozen=True):
    """Members who stayed away, those who are due first.

    Attributes:
        shown: The first of them.
        due: How many may be made nameless today …
        soon: … and how many more will be within the days of notice.
        points: What those who are due would lose.
    """

    shown: tuple[Inactive, ...]
    due: int
    soon: int
    points: int
