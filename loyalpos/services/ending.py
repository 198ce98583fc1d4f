"""Whose points end soon, so that they can be told in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from loyalpos.engine.exports import Export, ExportKind
from loyalpos.engine.ledger import Lot
from loyalpos.engine.members import PointsEnding, Purpose
from loyalpos.services.ending_export import write_ending
from loyalpos.services.exports import Exports
from loyalpos.services.shop import Shop
from loyalpos.store.consents import has_agreed
from loyalpos.store.ending import absent_members, members_holding, members_with_points_ending
from loyalpos.store.file import Connection
from loyalpos.store.ledger import standing_of
from loyalpos.store.members import member_by_id

__all__ = ["Ending"]


class Ending:
    """Points that end soon."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def within(self, days: int) -> tuple[PointsEnding, ...]:
        """List members of whose points some end on one of the next days, today among them.

        Who asked to be left out of lists is not named.

        The soonest stand first, then those with most points. What a blackout spares counts with its own day.
        """
        shop = self._shop
        now = shop.now()
        until = shop.time.day_ends(shop.time.business_day(now) + timedelta(days=days - 1))
        lives = shop.lives(now)
        with shop.file.read() as connection:
            alive_at = shop.alive_at(connection, now)
            who = set(members_with_points_ending(connection, alive_at=alive_at, until=until))
            absence = lives.absence
            before = None if absence is None else absence.seen_too_long_ago(until)
            if before is not None:
                who.update(absent_members(connection, before))
            if lives.over_at is not None and lives.over_at <= until:
                who.update(members_holding(connection, until))
            found = (self._ending(connection, member, now, alive_at, until) for member in who)
            return tuple(sorted((one for one in found if one is not None), key=_soonest))

    def write(
        self, path: Path, listed: Sequence[PointsEnding], heads: tuple[str, str, str, str], export: Export
    ) -> Path:
        """Write who is listed into a file; see :func:`write_ending`.

        Raises:
            NotAllowed: Whoever is at the till may not.
            ReasonMissing: Nobody says why.
            CannotWrite: The folder or the disk does not take it.
        """
        members = [one.id for one in listed if one.messages]
        Exports(self._shop).begin(ExportKind.ENDING, export, members)
        return write_ending(path, listed, heads, export.mark)

    def _ending(
        self, connection: Connection, whose: UUID, now: datetime, alive_at: datetime, until: datetime
    ) -> PointsEnding | None:
        person = member_by_id(connection, whose)
        if person is None or person.restricted:
            return None
        shop = self._shop
        standing = standing_of(connection, whose)
        account = shop.lives(now).dated(standing.account, standing.last_visit)
        ending = [lot for lot in account.lots if lot.live(alive_at) and _ends_until(lot, until)]
        if not ending:
            return None
        first = min(lot.expires_at for lot in ending if lot.expires_at is not None)
        return PointsEnding(
            whose,
            person.name,
            person.phone,
            sum(lot.rest for lot in ending),
            shop.time.business_day(first - timedelta(milliseconds=1)),
            account.balance,
            has_agreed(connection, whose, Purpose.MESSAGES),
        )


def _ends_until(lot: Lot, until: datetime) -> bool:
    return lot.expires_at is not None and lot.expires_at <= until


def _soonest(one: PointsEnding) -> tuple[date, int, bytes]:
    return one.first, -one.points, one.id.bytes
