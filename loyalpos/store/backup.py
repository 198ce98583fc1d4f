"""Backups: a copy is shown as one only after it was opened, checked and found equal to its source."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from loyalpos.errors import BackupFailed, BackupUnusable, FileDamaged
from loyalpos.store import journal_tables
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import counts_of, page_problems
from loyalpos.store.connecting import connect, looking
from loyalpos.store.connection import Connection
from loyalpos.store.disk import make_folder, put, sha256_of, sync_file
from loyalpos.store.file import ShopFile, version_of
from loyalpos.store.first_look import PAGE_BYTES
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.journal import Head, head
from loyalpos.store.key_source import lock_for
from loyalpos.store.manifest import HALF, SUFFIX, Backup, manifest_of, manifests, read_manifest, written
from loyalpos.store.surroundings import on_disk, translated
from loyalpos.store.swap import stamp_of

__all__ = [
    "Backup",
    "Replay",
    "back_up",
    "backup_at",
    "backups",
    "copy_pages",
    "newest",
    "records_since",
    "sweep",
]

Replay = Callable[[Connection, bytes, Path], tuple[object, ...]]
"""Compares projections with their replay: :func:`loyalpos.store.check.projection_differences`."""

BILL = "bill_recorded"
MEMBER = "member_enrolled"


def back_up(
    file: ShopFile, folder: Path, *, at: datetime, why: str = "asked", replay: Replay | None = None
) -> Backup:
    """Make a verified backup while the counter goes on.

    Args:
        at: Aware time, part of the backup's name.
        why: What it is made for, for its manifest.
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
            if members_out_of_balance(copy, most=1):
                raise BackupFailed(folder, "sums")
            if replay is not None and replay(copy, file.key, folder):
                raise BackupFailed(folder, "replay")
            with file.aside() as source:
                different = _difference(source, copy)
            if different:
                raise BackupFailed(folder, different)
            return head(copy)

    return copy_pages(file.path, file.key, folder, at=at, why=why, verify=verify)


def copy_pages(
    path: Path, key: bytes, folder: Path, *, at: datetime, why: str, verify: Callable[[Path], Head]
) -> Backup:
    """Copy a file of any version into a folder and give the copy its name once it is verified.

    Args:
        verify: Raises :class:`BackupFailed` if the copy under this name is not good.
    """
    with on_disk(folder):
        make_folder(folder)
        sweep(folder)
        target = _free_name(folder, f"{path.stem}-{stamp_of(at)}")
        half, half_manifest = (folder / f"{each.name}{HALF}" for each in (target, manifest_of(target)))
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
                bills, members = (_count_of(copy, kind) for kind in (BILL, MEMBER))
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
                why,
                bills,
                members,
                lock_for(path, key),
            )
            half_manifest.write_bytes(written(made))
            sync_file(half)
            sync_file(half_manifest)
            # The copy takes its name last: a manifest without a copy is swept, a copy never is.
            put(half_manifest, manifest_of(target))
            put(half, target)
        except BaseException:
            half.unlink(missing_ok=True)
            half_manifest.unlink(missing_ok=True)
            raise
    return made


def backup_at(path: Path) -> Backup:
    """Read what is known of one backup by its file.

    Raises:
        BackupUnusable: It is not there, is something else, has no sound manifest beside it, or is not
            what that says.
        Unavailable: The disk fails.
    """
    with on_disk(path):
        if not path.is_file():
            raise BackupUnusable(path, "folder" if path.is_dir() else "missing")
        manifest = manifest_of(path)
        made = read_manifest(manifest) if manifest.is_file() else None
        if made is None:
            could_be = manifest.is_file() or _has_whole_pages(path)
            raise BackupUnusable(path, "unlabelled" if could_be else "no backup")
        if sha256_of(path) != made.sha256:
            raise BackupUnusable(path, "damaged")
        return made


def backups(folder: Path) -> tuple[Backup, ...]:
    """List the backups of a folder, newest first: those whose every byte is what the manifest says."""
    with on_disk(folder):
        return tuple(made for made in manifests(folder) if sha256_of(made.path) == made.sha256)


def newest(folder: Path) -> Backup | None:
    """Give the newest sound backup of a folder, reading no more copies than that takes.

    Raises:
        Unavailable: The disk fails.
    """
    with on_disk(folder):
        return next((made for made in manifests(folder) if sha256_of(made.path) == made.sha256), None)


def records_since(connection: Connection, made: Backup) -> int:
    """Count what was recorded after a backup; after a restore that is all of the life that began with it."""
    now = head(connection)
    return now.seq - made.seq if now.origin == made.origin else now.seq + 1


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


def _count_of(connection: Connection, kind: str) -> int:
    counted = sa.select(sa.func.count()).where(journal_tables.record.c.kind == kind)
    return int(connection.execute(counted).scalar_one())


def _has_whole_pages(path: Path) -> bool:
    """Tell whether a file could be a copy of a shop's: keyed as that is, nothing else of it shows."""
    size = path.stat().st_size
    return size > 0 and size % PAGE_BYTES == 0


def _free_name(folder: Path, stem: str) -> Path:
    target, number = folder / f"{stem}{SUFFIX}", 1
    while target.exists() or manifest_of(target).exists():
        number += 1
        target = folder / f"{stem}-{number}{SUFFIX}"
    return target


def sweep(folder: Path) -> None:
    """Remove what a backup that was killed has left."""
    # A journal may be there without its copy, and holds pages of it.
    for half in (*folder.glob(f"*{HALF}"), *folder.glob(f"*{HALF}-journal")):
        half.unlink()
    for manifest in folder.glob(manifest_of(Path(f"*{SUFFIX}")).name):
        if not manifest.with_suffix("").exists():
            manifest.unlink()
