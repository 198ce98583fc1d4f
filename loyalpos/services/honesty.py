"""What an owner should look at once more of a day, and that it was looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.honesty import Finding, findings_in
from loyalpos.engine.staff import Right
from loyalpos.engine.watch import Watch
from loyalpos.services.shop import Shop
from loyalpos.store.honesty import Acknowledged, BillSeen, acknowledged_on, bills_seen, deeds_of
from loyalpos.store.results import names_of

__all__ = ["DayReview", "Honesty"]

_MOST_BILLS: Final = 200


class DayReview(Struct, frozen=True):
    """This is what there is to look at of a day.

    Attributes:
        open: Findings nobody has looked at.
        seen: Those somebody has, as they were then.
        names: Members by id, as far as they have a name; who is gone or erased is not in it.
        bills: The bills the findings stand on, by their records.
    """

    day: date
    open: tuple[Finding, ...]
    seen: tuple[Acknowledged, ...]
    names: Mapping[UUID, str | None]
    bills: Mapping[UUID, BillSeen]


class Honesty:
    """What an owner should look at once more; each method is one look at the file or one record."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def today(self) -> date:
        """Give the business day of now."""
        return self._shop.time.business_day(self._shop.now())

    def of_day(self, day: date) -> DayReview:
        """Look through a day.

        Raises:
            NotAllowed: Whoever is at the till may not look into the books.
        """
        self._shop.demand(Right.AUDIT)
        with self._shop.file.read() as connection:
            described = self._shop.description
            found = findings_in(
                day, deeds_of(connection, day), described.watch, redeem_above=described.staff.redeem_above
            )
            seen = acknowledged_on(connection, day)
            done = {one.finding.id for one in seen}
            still = tuple(one for one in found if one.id not in done)
            shown = (*still, *(one.finding for one in seen))
            whose = {one.member for one in shown if one.member is not None}
            records = [record for one in shown for record in one.records][:_MOST_BILLS]
            bills = {bill.id: bill for bill in bills_seen(connection, records)}
            return DayReview(day, still, seen, names_of(connection, sorted(whose)), bills)

    def acknowledge(self, finding: Finding) -> None:
        """Record that a finding was looked at, with what it was; a second time changes nothing.

        Raises:
            NotAllowed: Whoever is at the till may not look into the books.
        """
        shop = self._shop
        shop.demand(Right.AUDIT)
        request = {
            "day": finding.day.isoformat(),
            "kind": finding.kind.value,
            "who": finding.who,
            "member": None if finding.member is None else finding.member.hex,
            "records": [one.hex for one in finding.records],
            "points": finding.points,
            "other": finding.other,
        }
        with shop.file.work() as connection:
            shop.write(connection, "finding_acknowledged", request, action=finding.id)

    def watch(self, watch: Watch) -> None:
        """Change from where on something is looked at.

        Raises:
            NotAllowed: Whoever is at the till may not change what the shop says of itself.
        """
        self._shop.demand(Right.SETTINGS)
        description = self._shop.description
        if watch != description.watch:
            self._shop.describe(replace(description, watch=watch))
