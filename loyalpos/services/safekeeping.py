"""The shop's backups while it works: when one is due, the second folder, and what the till says of both."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.staff import Right
from loyalpos.engine.times import from_ms
from loyalpos.errors import FileClosed, SecondFolderAway, Unavailable
from loyalpos.services.breaths import BREATH_S
from loyalpos.services.shop import Shop
from loyalpos.store.local import first_began_ms

if TYPE_CHECKING:
    from loyalpos.store.backup import Backup
    from loyalpos.store.connection import Connection
    from loyalpos.store.second_choice import SecondFolder as SecondFolder

__all__ = ["OVERDUE_AFTER", "Safekeeping", "Safety", "Why", "is_due"]

Why = Literal["closing", "quiet", "asked", "import", "merge", "restore", "protect"]
"""What a backup is made for."""

OVERDUE_AFTER: Final = timedelta(days=3)
"""So long without a good backup is too long."""

_BETWEEN: Final = timedelta(hours=4)
_ENOUGH: Final = 50
"""So many records more are worth a backup in the middle of a day."""

_AT_LATEST: Final = timedelta(days=1)
"""A till that is never closed gets one for a single record."""


class Safety(Struct, frozen=True):
    """How safe the shop's books are.

    Attributes:
        last: When the last good backup was made.
        since: The same, or when the books began where there is none.
        second: The second folder, or None where none was chosen.
        failed: Whether a backup was due and could not be made.
        unproved: Whether the file is protected and nobody has typed its recovery code yet.
    """

    last: datetime | None
    since: datetime
    second: SecondFolder | None = None
    failed: bool = False
    unproved: bool = False

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether it is too long since there was a good backup."""
        return now - self.since >= OVERDUE_AFTER


def is_due(now: datetime, last: datetime | None, records_since: int) -> bool:
    """Tell whether a quiet backup is due: never where nothing new was recorded.

    A last backup of the future is that of a clock that was wrong, and says nothing of how old it is.
    """
    if records_since <= 0:
        return False
    if last is None or last > now:
        return True
    return now - last >= _AT_LATEST or (now - last >= _BETWEEN and records_since > _ENOUGH)


class _Hurried(Exception):
    """Somebody waits for the next backup."""


class Safekeeping:
    """Backups of an open shop, one at a time whichever lane they are asked for in."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._one_at_a_time = Lock()
        self._hurry = Event()
        self._ended = False

    def back_up(self, folder: Path, why: Why) -> Backup:
        """Make a verified backup now, drop those no longer kept, and bring the second folder up to it.

        A second folder that is away is noted, and no reason not to have a backup.

        Raises:
            FileClosed: The shop is being put away; whatever waited until then comes too late.
            Unavailable: The backup could not be made or did not pass.
        """
        from loyalpos.store import backup, check, keeping  # noqa: PLC0415 - not before the first scan

        def replay(copy: Connection, key: bytes, beside: Path) -> tuple[object, ...]:
            try:
                return check.projection_differences(copy, key, beside, breathe=self._breathe)
            except _Hurried:
                return ()

        if why == "closing":
            # A person waits for the till to close: a replay that is on its way is given up.
            self._hurry.set()
        with self._one_at_a_time:
            if self._ended:
                raise FileClosed(self._shop.file.path)
            self._hurry.clear()
            made = backup.back_up(
                self._shop.file,
                folder,
                at=self._shop.now(),
                why=why,
                # It takes a minute in a big shop: not while a person waits for the till to close.
                replay=replay if why == "quiet" else None,
            )
            if why != "restore":
                # The backup to go back to may be one that would be dropped.
                keeping.keep(folder, now=self._shop.now())
                self._catch_up(folder)
        return made

    def end(self) -> None:
        """Wait for what is being made just now, and make nothing any more, nor drop or copy anything."""
        self._ended = True
        self._hurry.set()
        with self._one_at_a_time:
            self._hurry.clear()

    def keep_safe(self, folder: Path) -> Safety:
        """Make a quiet backup if one is due, and bring the second folder up to date if it is there."""
        failed = False
        if self._ended:
            return self.safety(folder)
        try:
            if self._is_due(folder):
                self.back_up(folder, "quiet")
            else:
                with self._one_at_a_time:
                    if not self._ended:
                        self._catch_up(folder)
        except Unavailable:
            # What came too late for a shop that was put away has not failed.
            failed = not self._ended
        return replace(self.safety(folder), failed=failed)

    def safety(self, folder: Path) -> Safety:
        """Tell how safe the books are; the newest backup is read through for that.

        Raises:
            Unavailable: The folder cannot be read.
        """
        from loyalpos.store import backup, second_choice  # noqa: PLC0415 - not before the first scan

        newest = backup.newest(folder)
        last = None if newest is None else newest.at
        with self._shop.file.aside() as connection:
            began = from_ms(first_began_ms(connection))
        return Safety(
            last, began if last is None else last, second_choice.chosen(folder), unproved=self._is_unproved()
        )

    def choose_second(self, folder: Path, second: Path | None) -> Safety:
        """Choose the second folder, or none, and copy into it what it lacks.

        Raises:
            NotAllowed: Whoever is at the till may not say where the shop's copies go.
            Unavailable: It takes no files, or is the first folder.
        """
        self._shop.demand(Right.SETTINGS)
        from loyalpos.store import second_choice, second_folder  # noqa: PLC0415 - when the owner chooses

        with self._one_at_a_time:
            if second is not None:
                second_folder.mark(second, folder)
            second_choice.note(folder, None if second is None else second_choice.SecondFolder(second))
            self._catch_up(folder)
        return self.safety(folder)

    def _is_due(self, folder: Path) -> bool:
        from loyalpos.store import backup, journal, manifest  # noqa: PLC0415 - not before the first scan
        from loyalpos.store.surroundings import on_disk  # noqa: PLC0415 - the same

        with on_disk(folder):
            newest = next(iter(manifest.manifests(folder)), None)
        with self._shop.file.aside() as connection:
            new = journal.head(connection).seq if newest is None else backup.records_since(connection, newest)
        return is_due(self._shop.now(), None if newest is None else newest.at, new)

    def _catch_up(self, folder: Path) -> None:
        """Bring the second folder up to date; what is wrong with it is noted for the footer."""
        from loyalpos.store import second_choice, second_folder  # noqa: PLC0415 - not before the first scan

        second = second_choice.chosen(folder)
        if second is None:
            return
        from loyalpos.store import erasure_journal  # noqa: PLC0415 - the same

        now = self._shop.now()
        try:
            second_folder.catch_up(folder, second.path, now=now)
            # A backup that lies there may hold somebody who was erased since.
            erasure_journal.share(folder, second.path)
            self._leave_no_open_copy(second.path)
            found = replace(second, away_since=None, failing=False)
        except SecondFolderAway:
            found = replace(second, away_since=second.away_since or now, failing=False)
        except Unavailable:
            found = replace(second, away_since=None, failing=True)
        if found != second:
            second_choice.note(folder, found)

    def _is_unproved(self) -> bool:
        from loyalpos.store import key_source  # noqa: PLC0415 - not before the first scan

        lock = key_source.lock_for(self._shop.file.path, self._shop.file.key)
        return lock is not None and not lock.proved

    def _leave_no_open_copy(self, second: Path) -> None:
        """Give what lies unprotected in a folder that was away the key of the file, if that is protected."""
        from loyalpos.store.keys import PUBLISHED_KEY  # noqa: PLC0415 - not before the first scan

        if self._shop.file.key != PUBLISHED_KEY:
            from loyalpos.store import key_source, rekey  # noqa: PLC0415 - protected shops alone

            lock = key_source.lock_for(self._shop.file.path, self._shop.file.key)
            if lock is not None:
                rekey.rekey_backups(second, (PUBLISHED_KEY,), self._shop.file.key, lock)

    def _breathe(self) -> None:
        if self._hurry.is_set():
            raise _Hurried
        time.sleep(BREATH_S)
