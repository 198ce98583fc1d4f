"""Members who stayed away for years: listed beforehand, and made nameless as the owner wants it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.retention import LOGS_KEPT_MONTHS, AwayTooLong, Inactive, RetentionRules
from loyalpos.engine.staff import Right
from loyalpos.engine.times import add_months, to_ms
from loyalpos.errors import MemberGone, Unavailable
from loyalpos.services.breaths import BREATH_S
from loyalpos.services.erasure import Erasures
from loyalpos.services.shop import Shop
from loyalpos.store.accesses import has_accesses_before
from loyalpos.store.retention import inactive_members, is_inactive
from loyalpos.store.surroundings import on_disk

__all__ = ["Retention", "drop_old_accesses"]

_AT_ONCE = 2
_SHOWN = 200
_AT_CLOSE = 200
"""So many at the close of one day: whoever closes the shop wants to go home."""

Progress = Callable[[int, int], bool]


class Retention:
    """Members who stay away; listing them reads a connection of its own, so that nobody waits.

    A clock that ran ahead makes nobody nameless: days count only as far as their date is beyond doubt.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    @property
    def rules(self) -> RetentionRules:
        """What the owner wants."""
        return self._shop.description.retention

    def choose(self, months: int, warn_days: int, *, automatic: bool) -> None:
        """Say after how long members are made nameless, and whether the close of a day does it by itself.

        Raises:
            NotAllowed: Whoever is at the till may not erase anybody, or not change settings.
        """
        shop = self._shop
        shop.demand(Right.ERASE)
        rules, since = self.rules, self.rules.automatic_since
        if since is None or months < rules.months or (months and not rules.months):
            # Whoever is due by it now was on no list before.
            since = self._today()
        rules = RetentionRules(months, warn_days, since if automatic else None)
        shop.describe(replace(shop.description, retention=rules))

    def listed(self, most: int = _SHOWN) -> AwayTooLong:
        """List who has stayed away too long, or will have within the days of notice."""
        today = self._today()
        found = self._found()
        due = [one for one in found if one.due <= today]
        return AwayTooLong(found[:most], len(due), len(found) - len(due), sum(one.points for one in due))

    def due(self) -> tuple[UUID, ...]:
        """Name those whose time is over today."""
        today = self._today()
        return tuple(one.member for one in self._found() if one.due <= today)

    def make_nameless(self, members: Sequence[UUID], backups: Path, progress: Progress) -> int:
        """Erase members who stayed away, a few at a time; who came or asked for something meanwhile stays.

        Papers in the program's own folders that are called after them go with them.

        Args:
            progress: Told members done and members in all; False stops before the next.

        Returns:
            How many were erased.

        Raises:
            NotAllowed: Whoever is at the till may not erase anybody.
            Unavailable: It could not be noted, or the file not be written; whom it did not reach stays.
        """
        self._shop.demand(Right.ERASE)
        return self._erase(members, backups, progress, automatic=False)

    def do_by_itself(self, backups: Path) -> int:
        """Erase who is due at the close of a day, where that is wanted; the rest waits for the next."""
        rules, today = self.rules, self._today()
        if rules.automatic_since is None or not rules.months:
            return 0
        due = [
            one.member
            for one in self._found()
            if (day := rules.due_by_itself(one.last)) is not None and day <= today
        ]
        if not due:
            return 0
        with suppress(Unavailable):
            # The day is closed and backed up all the same; they are due tomorrow too.
            return self._erase(due[:_AT_CLOSE], backups, lambda _done, _whole: True, automatic=True)
        return 0

    def _erase(self, members: Sequence[UUID], backups: Path, progress: Progress, *, automatic: bool) -> int:
        erasures, erased = Erasures(self._shop), 0
        for first in range(0, len(members), _AT_ONCE):
            if not progress(first, len(members)):
                break
            some = members[first : first + _AT_ONCE]
            before, today = self._before(), self._today()
            still_due = partial(is_inactive, before=before, today=today)
            # Called after people, who have no name any more afterwards.
            papers = {one: self._papers(one, backups.parent) for one in some}
            for gone in erasures.erase_due(some, backups, still_due, automatic=automatic):
                erased += 1
                for paper in papers[gone.member]:
                    with on_disk(paper):
                        paper.unlink(missing_ok=True)
            time.sleep(BREATH_S)
        if erased:
            erasures.leave_nothing(backups)
        return erased

    def _papers(self, member: UUID, folder: Path) -> tuple[Path, ...]:
        from loyalpos.services.member_papers import papers_called_after  # noqa: PLC0415 - seldom needed
        from loyalpos.services.till import Till  # noqa: PLC0415 - as they need each other

        with suppress(MemberGone):
            return papers_called_after(Till(self._shop), member, (folder / "cards", folder / "my-data"))
        return ()

    def _found(self) -> tuple[Inactive, ...]:
        if not self.rules.months:
            return ()
        with self._shop.file.aside() as connection:
            return inactive_members(
                connection,
                self.rules,
                before=self._before(soon=True),
                today=self._today(),
                day_of=self._shop.time.business_day,
                breathe=lambda: time.sleep(BREATH_S),
            )

    def _before(self, *, soon: bool = False) -> datetime:
        rules, today = self.rules, self._today()
        rules = rules if soon else replace(rules, warn_days=0)
        return self._shop.time.day_ends(rules.last_day_before(today))

    def _today(self) -> date:
        return self._shop.time.business_day(self._shop.trusted_now())


def drop_old_accesses(shop: Shop) -> None:
    """Let the tables forget who looked at whom more than a year ago."""
    today = shop.time.business_day(shop.trusted_now())
    before_ms = to_ms(shop.time.day_begins(add_months(today, -LOGS_KEPT_MONTHS)))
    with shop.file.work() as connection:
        if has_accesses_before(connection, before_ms):
            shop.write(connection, "accesses_dropped", {"before_ms": before_ms})
