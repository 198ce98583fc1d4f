"""What the surroundings do to the shop's own file, its backups and its export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalpos.errors.fates import Refusal, Unavailable

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

__all__ = [
    "ActsMissing",
    "BackupFailed",
    "BackupUnusable",
    "DiskFails",
    "DiskFull",
    "FileClosed",
    "FileDamaged",
    "FileLocked",
    "FileMissing",
    "FileNewer",
    "FileOlder",
    "FolderReadOnly",
    "FolderTaken",
    "FolderUnfit",
    "NotAShopFile",
    "SecondFolderAway",
    "ShopExportUnsound",
    "ShopThere",
    "UnfitDatabase",
    "UnsafePlace",
]


class FileMissing(Unavailable):
    """There is no file at the place of the shop's file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderReadOnly(Unavailable):
    """The file, or the folder it needs for its log, may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class DiskFull(Unavailable):
    """No room is left on the disk; what was acknowledged is kept, the last act was not."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class DiskFails(Unavailable):
    """The disk answered a read or a write with an error that is not a lack of room or of rights."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class FileLocked(Unavailable):
    """Another program holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileClosed(Unavailable):
    """The file was put away while something went on that would have changed it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileNewer(Unavailable):
    """The file was written by a newer version of the program; it is not touched."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.path = path
        self.found = found
        self.known = known


class FileOlder(Unavailable):
    """The file was written by an older version of the program and is to be brought up first."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.path = path
        self.found = found
        self.known = known


class FileDamaged(Unavailable):
    """Pages of the shop's file are not what was written; a backup helps."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class ActsMissing(Unavailable):
    """The books are sound, but end before what this till has acknowledged: a lost log, or an older file.

    Attributes:
        since: When the last record was written that is there; None where there is none.
        until: When the last one was written that the till has acknowledged.
        records: How many are missing; None where that cannot be told.
        origin: The life of the file the last one was written in …
        seq: … and its number there.
    """

    def __init__(
        self,
        path: Path,
        since: datetime | None,
        until: datetime,
        records: int | None,
        origin: bytes = b"",
        seq: int = 0,
    ) -> None:
        super().__init__(path, since, until, records, origin, seq)
        self.path = path
        self.since = since
        self.until = until
        self.records = records
        self.origin = origin
        self.seq = seq


class NotAShopFile(Unavailable):
    """The file is no shop's file, or is locked with another key: the two look the same."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class UnfitDatabase(Unavailable):
    """The SQLite library in use has a fault that can damage a file."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


class BackupUnusable(Unavailable):
    """A backup cannot be restored; the shop's file of now is not touched.

    ``why`` is ``damaged``, ``missing``, ``newer``, ``foreign`` (of another shop, or with another key),
    ``unlabelled`` (its manifest is missing or not as it was written), ``no backup`` or ``folder``.
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class BackupFailed(Unavailable):
    """A backup did not pass its checks; ``detail`` names the first one it failed."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class ShopExportUnsound(Unavailable):
    """An exported shop is not what was written.

    ``line`` counts from 1, 0 is the file as a whole; ``why`` is ``missing``, ``damaged``, ``newer`` (a later
    version wrote it) or ``differs`` (the journal says something else).
    """

    def __init__(self, path: Path, line: int, why: str) -> None:
        super().__init__(path, line, why)
        self.path = path
        self.line = line
        self.why = why


class ShopThere(Refusal):
    """A shop is to be made where one is already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderTaken(Refusal):
    """Something is in the folder that a whole export is to become."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderUnfit(Unavailable):
    """A folder that was named is a file (``why`` is ``file``), or none can be made there (``unmade``)."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class UnsafePlace(Unavailable):
    """The live file may not lie in a folder.

    ``why`` is ``onedrive``, ``dropbox``, ``google``, ``icloud``, ``cloud`` or ``network``.
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


class SecondFolderAway(Unavailable):
    """The second folder of backups is not there: a stick pulled out, a network drive gone."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path
