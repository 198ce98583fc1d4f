"""Which backups stay: 7 days, 4 weeks, at most 35 days, and never without the newest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from loyalpos.store.backup import backups, sweep
from loyalpos.store.manifest import Backup, manifest_of
from loyalpos.store.surroundings import on_disk
from loyalpos.store.swap import KEPT_FOR

__all__ = ["keep", "staying"]

_DAYS = 7
_WEEKS = 4
_FRESH = timedelta(days=1)


def staying(have: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Choose those that stay of verified backups, newest first.

    All of the last day stay, since a person may have made one a minute ago; the newest of each of
    the last 7 days that have one, of each of the last 4 weeks, and the last that an older version of
    the program made; nothing older than 35 days, except that the newest of all is never dropped.

    Args:
        have: In any order.
    """
    newest_first = sorted(have, key=lambda made: (made.at, made.path.name), reverse=True)
    young = [made for made in newest_first if now - made.at <= KEPT_FOR]
    days: dict[object, Backup] = {}
    weeks: dict[object, Backup] = {}
    for made in young:
        days.setdefault(made.at.date(), made)
        weeks.setdefault(made.at.isocalendar()[:2], made)
    older = [made for made in young if made.version < newest_first[0].version]
    fresh = [made for made in young if now - made.at <= _FRESH]
    stays = {
        *newest_first[:1],
        *fresh,
        *older[:1],
        *list(days.values())[:_DAYS],
        *list(weeks.values())[:_WEEKS],
    }
    return tuple(made for made in newest_first if made in stays)


def keep(folder: Path, *, now: datetime) -> tuple[Backup, ...]:
    """Drop old backups and give those that stay, newest first.

    What is not as its manifest says is no backup: it is neither counted nor dropped.

    Raises:
        Unavailable: The disk fails.
    """
    have = backups(folder)
    stays = staying(have, now)
    with on_disk(folder):
        for made in have:
            if made not in stays:
                # The copy first: if this is cut off, only a manifest is left over.
                made.path.unlink()
                manifest_of(made.path).unlink()
        sweep(folder)
    return stays
