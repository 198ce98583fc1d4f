"""Backups: a copy is shown as one only after it was opened, checked and found equal to its source."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.errors import BackupFailed, BackupUnusable, FileDamaged
from loyalpos.store import journal_tables
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import counts_of, page_problems
from loyalpos.store.connecting import connect, looking
from loyalpos.store.connection import Connection
from loyalpos.store.disk import put, sha256_of, sync_file
from loyalpos.store.file import ShopFile, version_of
from loyalpos.store.journal import Head, head
from loyalpos.store.record import canonical
from loyalpos.store.surroundings import on_disk, translated
from loyalpos.store.swap import KEPT_FOR, stamp_of

__all__ = ["Backup", "Replay", "back_up", "backup_at", "backups", "copy_pages", "keep"]

Replay = Callable[[Connection, bytes, Path], tuple[object, ...]]
"""Compares projections with their replay: :func:`loyalpos.store.check.projection_differences`."""

_SUFFIX = ".loyalpos"
_MANIFEST = ".json"
_HALF = ".half"
_DAYS = 7
_WEEKS = 4
_FRESH = timedelta(days=1)


class Backup(Struct, frozen=True):
    """A verified copy of a shop's file, as its manifest describes it.

    Attributes:
        at: When it was made.
        version: Schema of the file.
        origin: The life of the file it was made of.
        seq: Number of the last link of that life, 0 for none.
        hash: Hash the chain ends with.
        records: Records in the journal.
        sha256: Of the copy's bytes, as hex.
    """

    path: Path
    at: datetime
    version: int
    origin: bytes
    seq: int
    hash: bytes
    records: int
    size_bytes: int
    sha256: str


def back_up(file: ShopFile, folder: Path, *, at: datetime, replay: Replay | None = None) -> Backup:
    """Make a verified backup while the counter goes on.

    Args:
        at: Aware time, part of the backup's name.
        replay: Compares the copy's projections with its journal; costs a minute for a big shop.

    Raises:
        BackupFailed: The copy is not equal to its source, or the source is broken itself.
        Unavailable: The disk fails, or has no room. In every case nothing is left in the folder.
    """

    def verify(half: Path) -> Head:
        """Check everything of the copy that can be checked."""
        with looking(half, file.key, "copy") as copy:
            found = page_problems(copy)
            if found:
                raise BackupFailed(folder, found[0])
            chain = verify_chain(copy)
            if chain:
                raise BackupFailed(folder, f"{chain[0].fault.value} {chain[0].seq}")
            if replay is not None and replay(copy, file.key, folder):
                raise BackupFailed(folder, "replay")
            with file.aside() as source:
                different = _difference(source, copy)
            if different:
                raise BackupFailed(folder, different)
            return head(copy)

    return copy_pages(file.path, file.key, folder, at=at, verify=verify)


def copy_pages(
    path: Path, key: bytes, folder: Path, *, at: datetime, verify: Callable[[Path], Head]
) -> Backup:
    """Copy a file of any version into a folder and give the copy its name once it is verified.

    Args:
        verify: Raises :class:`BackupFailed` if the copy under this name is not good.
    """
    with on_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        target = _free_name(folder, f"{path.stem}-{stamp_of(at)}")
        half, half_manifest = (target.with_name(f"{target.name}{end}{_HALF}") for end in ("", _MANIFEST))
        try:
            driver = connect(path, key, "read")
            try:
                # A copy of the file would lack what is still in its log.
                driver.execute("VACUUM INTO ?", (str(half),))
            finally:
                driver.close()
            try:
                ends = verify(half)
            except FileDamaged as damaged:
                raise BackupFailed(folder, damaged.detail) from damaged
            with translated(folder), looking(half, key, "copy") as copy:
                records = int(
                    copy.execute(sa.select(sa.func.count()).select_from(journal_tables.link)).scalar_one()
                )
            made = Backup(
                target,
                at,
                version_of(half, key),
                ends.origin,
                ends.seq,
                ends.hash,
                records,
                half.stat().st_size,
                sha256_of(half),
            )
            half_manifest.write_bytes(_manifest(made))
            sync_file(half)
            sync_file(half_manifest)
            # The copy takes its name last: a manifest without a copy is swept, a copy never is.
            put(half_manifest, _manifest_of(target))
            put(half, target)
        except BaseException:
            half.unlink(missing_ok=True)
            half_manifest.unlink(missing_ok=True)
            raise
    return made


def backup_at(path: Path) -> Backup:
    """Read what is known of one backup by its file.

    Raises:
        BackupUnusable: It is not there, has no sound manifest beside it, or is not what that says.
        Unavailable: The disk fails.
    """
    with on_disk(path):
        if not path.is_file():
            raise BackupUnusable(path, "missing")
        manifest = _manifest_of(path)
        made = _read_manifest(manifest) if manifest.is_file() else None
        if made is None:
            raise BackupUnusable(path, "foreign")
        if sha256_of(path) != made.sha256:
            raise BackupUnusable(path, "damaged")
        return made


def backups(folder: Path) -> tuple[Backup, ...]:
    """List the backups of a folder, newest first: those whose every byte is what the manifest says."""
    found = []
    with on_disk(folder):
        for manifest in folder.glob(f"*{_SUFFIX}{_MANIFEST}"):
            made = _read_manifest(manifest)
            if made is not None and made.path.is_file() and sha256_of(made.path) == made.sha256:
                found.append(made)
    return tuple(sorted(found, key=lambda made: (made.at, made.path.name), reverse=True))


def keep(folder: Path, *, now: datetime) -> tuple[Backup, ...]:
    """Drop old backups and give those that stay, newest first.

    All of the last day stay, since a person may have made one a minute ago; the newest of each of
    the last 7 days that have one, of each of the last 4 weeks, and the last that an older version of
    the program made; nothing older than 35 days, except that the newest of all is never dropped.
    """
    have = backups(folder)
    young = [made for made in have if now - made.at <= KEPT_FOR]
    days: dict[object, Backup] = {}
    weeks: dict[object, Backup] = {}
    for made in young:
        days.setdefault(made.at.date(), made)
        weeks.setdefault(made.at.isocalendar()[:2], made)
    older = [made for made in young if made.version < have[0].version]
    fresh = [made for made in young if now - made.at <= _FRESH]
    staying = {*have[:1], *fresh, *older[:1], *list(days.values())[:_DAYS], *list(weeks.values())[:_WEEKS]}
    with on_disk(folder):
        for made in have:
            if made not in staying:
                # The copy first: if this is cut off, only a manifest is left over.
                made.path.unlink()
                _manifest_of(made.path).unlink()
        _sweep(folder)
    return tuple(made for made in have if made in staying)


def _difference(source: Connection, copy: Connection) -> str | None:
    """Compare a copy with its source, which may have grown since; name the first thing that differs."""
    ends, now = head(copy), head(source)
    if ends == now:
        counts, expected = counts_of(copy), counts_of(source)
        return next((name for name in counts if counts[name] != expected[name]), None)
    there = sa.select(journal_tables.link.c.hash).where(
        journal_tables.link.c.origin == ends.origin, journal_tables.link.c.seq == ends.seq
    )
    if ends.seq and source.execute(there).scalar_one_or_none() != ends.hash:
        return "head"
    earlier = (
        sa.select(sa.func.count())
        .select_from(journal_tables.link)
        .join(journal_tables.replica, journal_tables.replica.c.origin == journal_tables.link.c.origin)
    )
    upto = earlier.where(
        (journal_tables.link.c.origin != ends.origin) | (journal_tables.link.c.seq <= ends.seq)
    )
    if source.execute(upto).scalar_one() != copy.execute(earlier).scalar_one():
        return "link"
    return None


def _manifest_of(path: Path) -> Path:
    return path.with_name(f"{path.name}{_MANIFEST}")


def _free_name(folder: Path, stem: str) -> Path:
    target, number = folder / f"{stem}{_SUFFIX}", 1
    while target.exists() or _manifest_of(target).exists():
        number += 1
        target = folder / f"{stem}-{number}{_SUFFIX}"
    return target


def _manifest(made: Backup) -> bytes:
    """Describe a backup, sealed by a hash of the description."""
    described = {
        "at": made.at.isoformat(),
        "version": made.version,
        "origin": made.origin.hex(),
        "seq": made.seq,
        "hash": made.hash.hex(),
        "records": made.records,
        "size_bytes": made.size_bytes,
        "sha256": made.sha256,
    }
    return canonical({**described, "seal": sha256(canonical(described)).hexdigest()})


def _read_manifest(manifest: Path) -> Backup | None:
    """Read what a manifest says, or None if it is not as it was written."""
    try:
        read = json.loads(manifest.read_bytes())
        seal = read.pop("seal")
        if sha256(canonical(read)).hexdigest() != seal:
            return None
        return Backup(
            manifest.with_name(manifest.name.removesuffix(_MANIFEST)),
            datetime.fromisoformat(read["at"]),
            read["version"],
            bytes.fromhex(read["origin"]),
            read["seq"],
            bytes.fromhex(read["hash"]),
            read["records"],
            read["size_bytes"],
            read["sha256"],
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _sweep(folder: Path) -> None:
    """Remove what a backup that was killed has left."""
    for half in folder.glob(f"*{_HALF}"):
        half.unlink()
    for manifest in folder.glob(f"*{_SUFFIX}{_MANIFEST}"):
        if not manifest.with_name(manifest.name.removesuffix(_MANIFEST)).exists():
            manifest.unlink()
