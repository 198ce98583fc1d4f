"""What came of it all, looked at for long over a connection of its own, so that nobody waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.best_customers import BestCustomer, TopPart, fewest_for, members_in, top_parts
from loyalpos.engine.exports import Export, ExportKind
from loyalpos.engine.goals import Metric, month_of, next_month, targets_in, with_targets
from loyalpos.engine.staff import Right
from loyalpos.services.exports import Exports
from loyalpos.services.shop import Shop
from loyalpos.services.spreadsheet import Sheet, write_sheet
from loyalpos.store.file import Connection
from loyalpos.store.results import (
    best_customers,
    joined_in,
    month_sums,
    names_of,
    purchases,
    sales_by_referrer,
    sent_by,
)

__all__ = ["Best", "BroughtFriends", "Friends", "Month", "Results"]

_BREATH_S: Final = 0.001
_FOUR_FIFTHS_BP: Final = 8_000


class Best(Struct, frozen=True):
    """This is what members bought in some days, and who bought most.

    Attributes:
        buyers: How many members bought anything.
        sales_vnd: What they bought, less what they returned.
        parts: What the best so many per cent bring, see :data:`~loyalpos.engine.best_customers.PERCENTS`.
        for_four_fifths: The fewest who together bring 80 %.
        chosen: How many the list would have.
        listed: Its first rows, the best first.
    """

    buyers: int
    sales_vnd: int
    parts: tuple[TopPart, ...]
    for_four_fifths: int
    chosen: int
    listed: tuple[BestCustomer, ...]


class Month(Struct, frozen=True):
    """This is what a month has brought, and what was wanted of it.

    Attributes:
        first: Its first day.
        today: The business day it was read on.
        figures: Members, đồng or points, returned and undone ones left out.
        targets: The same units; a figure without a target is not in it.
    """

    first: date
    today: date
    figures: Mapping[Metric, int]
    targets: Mapping[Metric, int]


class BroughtFriends(Struct, frozen=True):
    """This is a member who brought friends.

    Attributes:
        name: None where none was given.
        friends: How many of them joined in the days.
        sales_vnd: What all friends of this member bought in them.
    """

    id: UUID
    name: str | None
    friends: int
    sales_vnd: int


class Friends(Struct, frozen=True):
    """This is what came of members sending their friends.

    Attributes:
        joined: How many joined in the days; who came in with an old list is not new.
        friends: How many of them were sent by a member.
        sales_vnd: What members bought in the days, less what they returned.
        friends_vnd: What those bought among it who were once sent by a member.
        listed: Who brought them, what their friends bought most first.
    """

    joined: int
    friends: int
    sales_vnd: int
    friends_vnd: int
    listed: tuple[BroughtFriends, ...]


class Results:
    """What came of it all; each method is one look at the file, but for :meth:`aim`."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def month(self, first: date | None = None) -> Month:
        """Add up a month.

        Args:
            first: Its first day; None is the month of today.
        """
        today = self._shop.time.business_day(self._shop.now())
        first = first or month_of(today)
        after = next_month(first)
        with self._shop.file.aside() as connection:
            new, friends = joined_in(connection, first, after)
            returning, sales_vnd, redeemed = month_sums(connection, first, after)
        figures = {
            Metric.NEW_MEMBERS: new,
            Metric.RETURNING: returning,
            Metric.FRIENDS: friends,
            Metric.SALES: sales_vnd,
            Metric.REDEEMED: redeemed,
        }
        return Month(first, today, figures, targets_in(self._shop.description.goals, first))

    def aim(self, first: date, targets: Mapping[Metric, int]) -> None:
        """Write what is wanted of a month, and of those after it for which nothing else is said.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.SETTINGS)
        description = self._shop.description
        goals = with_targets(description.goals, first, targets)
        if goals != description.goals:
            self._shop.describe(replace(description, goals=goals))

    def best(self, days: int | None, percent: int, most: int) -> Best:
        """Say how much the best customers bring.

        Args:
            days: Bills of so many business days up to today; None takes all.
            percent: Which part of the buyers is listed …
            most: … and how many of them at most.
        """
        with self._shop.file.aside() as connection:
            bought = self._bought(connection, days)
            sales_vnd = [one[2] for one in bought]
            chosen = members_in(percent, len(bought))
            listed = bought[: min(chosen, most)]
            return Best(
                len(bought),
                sum(sales_vnd),
                top_parts(sales_vnd),
                fewest_for(sales_vnd, _FOUR_FIFTHS_BP),
                chosen,
                tuple(one for page in best_customers(connection, listed) for one in page),
            )

    def friends(self, days: int | None, most: int) -> Friends:
        """Say what came of members sending their friends.

        Args:
            days: The last so many business days; None takes all.
            most: How many of those who brought friends are listed.
        """
        since = self._since(days)
        with self._shop.file.aside() as connection:
            came, sales = sent_by(connection, since), sales_by_referrer(connection, since)
            whose = {one for one in (*came, *sales) if one is not None}
            order = sorted(whose, key=lambda one: (-sales.get(one, 0), -came.get(one, 0), one.bytes))
            names = names_of(connection, order[:most])
        listed = tuple(
            BroughtFriends(one, names[one], came.get(one, 0), sales.get(one, 0))
            for one in order[:most]
            if one in names
        )
        return Friends(
            sum(came.values()),
            sum(came.values()) - came.get(None, 0),
            sum(sales.values()),
            sum(sales.values()) - sales.get(None, 0),
            listed,
        )

    def write_best(
        self,
        path: Path,
        days: int | None,
        percent: int,
        heads: tuple[str, str, str, str],
        export: Export,
        progress: Callable[[int, int], bool],
    ) -> Path | None:
        """Write the best customers into a CSV or a workbook; only who agreed to messages with a number.

        Args:
            heads: What the columns are called: name, phone, bills, đồng.
            progress: Told rows read and rows in all; False stops.

        Returns:
            The path, with ``.csv`` where it named no kind; None where it was stopped.

        Raises:
            NotAllowed: Whoever is at the till may not.
            ReasonMissing: Nobody says why.
            Unavailable: The file cannot be read; ``CannotWrite`` where the list cannot be written.
        """
        self._shop.demand(Right.EXPORT)
        members: list[UUID] = []
        rows: list[tuple[str | int, ...]] = []
        with self._shop.file.aside() as connection:
            bought = self._bought(connection, days)
            chosen = members_in(percent, len(bought))
            for page in best_customers(connection, bought[:chosen]):
                if not progress(len(rows), chosen):
                    return None
                members.extend(one.id for one in page)
                rows.extend(_row(one) for one in page)
                time.sleep(_BREATH_S)
        Exports(self._shop).begin(ExportKind.BEST, export, members)
        return write_sheet(path, Sheet(heads, rows, widths=(32, 15, 10, 18), mark=export.mark))

    def _bought(self, connection: Connection, days: int | None) -> Sequence[tuple[bytes, int, int]]:
        bought: list[tuple[bytes, int, int]] = []
        for rows in purchases(connection, self._since(days)):
            bought.extend(rows)
            time.sleep(_BREATH_S)
        return bought

    def _since(self, days: int | None) -> date | None:
        today = self._shop.time.business_day(self._shop.now())
        return None if days is None else today - timedelta(days=days - 1)


def _row(one: BestCustomer) -> tuple[str | int, ...]:
    return one.name or "", (one.phone or "") if one.messages else "", one.bills, one.sales_vnd
