"""Bringing a file of an older version up to this one: backup, revisions, replay, all or nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from loyalpos.errors import BackupFailed, FileDamaged, FileNewer
from loyalpos.store import journal_tables, projections
from loyalpos.store.apply import apply
from loyalpos.store.backup import Backup, copy_pages
from loyalpos.store.chain import verify_chain
from loyalpos.store.check import page_problems
from loyalpos.store.connecting import connect, looking
from loyalpos.store.connection import Connection
from loyalpos.store.file import SCHEMA_VERSION, version_of
from loyalpos.store.journal import Head, head, records
from loyalpos.store.surroundings import translated
from loyalpos.store.swap import finish_swap

__all__ = ["migrate", "upgrade"]

_SHIPPED = Path(__file__).with_name("migrations")


def upgrade(
    path: Path,
    key: bytes,
    *,
    backups: Path,
    at: datetime,
    revisions: Path = _SHIPPED,
    known: int = SCHEMA_VERSION,
) -> Backup | None:
    """Bring a closed file up to this program's version, after a verified backup of it.

    Everything happens in one transaction: killed at any step, the file is old or new.

    Args:
        backups: Where the backup goes.
        at: Aware time of the backup.
        revisions: Folder with ``versions/``.
        known: The version to bring it to.

    Returns:
        The backup, or None if there was nothing to do.

    Raises:
        FileNewer: A newer version wrote the file.
        BackupFailed: The file is damaged; it is not touched.
        FileDamaged: The journal does not verify after the revisions; the file stays old.
        Unavailable: The surroundings fail; the file stays old.
    """
    with translated(path):
        finish_swap(path)
        found = version_of(path, key)
        if found > known:
            raise FileNewer(path, found, known)
        if found == known:
            return None
        made = copy_pages(
            path, key, backups, at=at, why="upgrade", verify=lambda half: _verify(half, key, backups)
        )
        driver = connect(path, key, "write")
        try:
            # A table cannot be rebuilt under its references; they are checked before the commit.
            driver.execute("PRAGMA foreign_keys=OFF")
            with Connection(driver).transaction("BEGIN IMMEDIATE") as connection:
                migrate(connection, found, revisions)
                _prove(path, connection)
                driver.execute(f"PRAGMA user_version={known:d}")
        finally:
            driver.close()
    return made


def migrate(connection: Connection, found: int, revisions: Path = _SHIPPED) -> None:
    """Run the revisions after a version and make the projections anew from the journal."""
    _drop_projections(connection)
    _run_revisions(connection, found, revisions)
    journal_tables.metadata.create_all(connection.core, projections.PROJECTIONS, checkfirst=False)
    for record in records(connection):
        apply(connection, record)


def _run_revisions(connection: Connection, found: int, revisions: Path) -> None:
    # Alembic's import costs half a second, which no start pays but the first after an update.
    from alembic.operations import Operations  # noqa: PLC0415 - half a second, once a version
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - half a second, once a version
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - half a second, once a version

    scripts: list[Any] = list(ScriptDirectory(revisions).walk_revisions())
    with Operations.context(MigrationContext.configure(connection.core)):
        for script in reversed(scripts):
            if int(script.revision) > found:
                script.module.upgrade()


def _drop_projections(connection: Connection) -> None:
    """Drop whatever is neither journal nor the till's own, whatever an older version called it."""
    kept = {table.name for table in (*journal_tables.JOURNAL, *journal_tables.LOCAL)}
    found = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view', 'trigger')"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'table'"
    ).all()
    for kind, name in found:
        if name not in kept:
            quoted = name.replace('"', '""')
            connection.exec_driver_sql(f'DROP {kind} IF EXISTS "{quoted}"')


def _verify(half: Path, key: bytes, folder: Path) -> Head:
    """Check the pages of a copy; its journal is checked once it has this version's form."""
    with looking(half, key, "copy") as copy:
        found = page_problems(copy)
        if found:
            raise BackupFailed(folder, found[0])
        return head(copy)


def _prove(path: Path, connection: Connection) -> None:
    chain = verify_chain(connection)
    if chain:
        raise FileDamaged(path, f"{chain[0].fault.value} {chain[0].seq}")
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if dangling is not None:
        raise FileDamaged(path, f"foreign key of {dangling[0]}")
