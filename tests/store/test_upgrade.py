from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from loyalpos.errors import BackupFailed, FileDamaged, FileNewer, FileOlder
from loyalpos.store.backup import backups
from loyalpos.store.check import check
from loyalpos.store.connecting import connect
from loyalpos.store.connection import Connection
from loyalpos.store.file import SCHEMA_VERSION, ShopFile
from loyalpos.store.restore import restore
from loyalpos.store.tables import stock
from loyalpos.store.upgrade import migrate, upgrade
from tests.store.acts import AT, KEY, grow, new_file
from tests.store.steps import killed_at_every_step

SHIPPED = Path(__file__).parents[2] / "loyalpos" / "store" / "migrations"

NEXT = SCHEMA_VERSION + 1
"""The version that comes after this program's."""

REVISION = """
from alembic import op
from sqlalchemy import Column, Text

revision = "{number:04}"
down_revision = "{before:04}"


def upgrade() -> None:
    op.add_column("session", Column("note", Text))
    op.execute("UPDATE session SET note = 'from the version before'")
    {more}
"""


def _revisions(folder: Path, more: str = "") -> Path:
    """The shipped revisions and one that might come after them."""
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    written = REVISION.format(more=more, number=NEXT, before=SCHEMA_VERSION)
    (folder / "versions" / f"{NEXT:04}_next.py").write_text(written)
    return folder


def _old_file(folder: Path) -> Path:
    """A file whose projections had another form than today's."""
    file = new_file(folder)
    grow(file, 1, 5)
    with file.work() as connection:
        connection.exec_driver_sql("INSERT INTO session (id, started_at_ms) VALUES (x'" + "ab" * 16 + "', 5)")
        connection.exec_driver_sql('UPDATE stock SET "left" = 99')
        connection.exec_driver_sql('CREATE TABLE "old ""list" (a TEXT) STRICT')
        connection.exec_driver_sql("CREATE VIEW old_view AS SELECT * FROM stock")
        connection.exec_driver_sql("CREATE TRIGGER old_trigger AFTER DELETE ON stock BEGIN SELECT 1; END")
        connection.exec_driver_sql("DROP TABLE summary")
    file.close()
    return file.path


def _schema(path: Path) -> set[tuple[str, str, str]]:
    driver = connect(path, KEY, "read")
    rows = driver.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    driver.close()
    return {(kind, name, "".join(sql.split())) for kind, name, sql in rows}


def test_a_fresh_file_has_the_schema_of_one_that_went_through_all_revisions(tmp_path: Path) -> None:
    fresh = new_file(tmp_path)
    fresh.close()
    driver = connect(tmp_path / "migrated", KEY, "create")
    with Connection(driver).transaction("BEGIN IMMEDIATE") as connection:
        migrate(connection, 0)
    driver.close()
    assert _schema(tmp_path / "migrated") == _schema(fresh.path)


def test_there_is_one_revision_for_each_version() -> None:
    found = sorted(each.name[:4] for each in (SHIPPED / "versions").glob("[0-9]*.py"))
    assert found == [f"{number:04}" for number in range(1, SCHEMA_VERSION + 1)]


def test_an_older_file_is_brought_up_with_its_projections_made_anew(tmp_path: Path) -> None:
    path = _old_file(tmp_path)
    made = upgrade(path, KEY, backups=tmp_path / "b", at=AT, revisions=_revisions(tmp_path / "r"), known=NEXT)
    driver = connect(path, KEY, "read")
    assert driver.execute("PRAGMA user_version").fetchone() == (NEXT,)
    assert driver.execute("SELECT note FROM session").fetchall() == [("from the version before",)]
    connection = Connection(driver)
    assert sorted(row.left for row in connection.execute(select(stock))) == [1, 2, 3, 4, 5]
    names = {name for _, name, _ in _schema(path)}
    assert "summary" in names
    assert not [name for name in names if name.startswith("old")]
    driver.close()
    assert made is not None
    assert (made.version, made.records) == (SCHEMA_VERSION, 5)
    assert backups(tmp_path / "b") == (made,)


def test_the_backup_made_before_brings_the_old_file_back(tmp_path: Path) -> None:
    path = _old_file(tmp_path)
    made = upgrade(path, KEY, backups=tmp_path / "b", at=AT, revisions=_revisions(tmp_path / "r"), known=NEXT)
    assert made is not None
    with pytest.raises(FileNewer):
        ShopFile.open(path, KEY)
    restore(path, made, KEY, origin=b"life after resto", at=AT)
    file = ShopFile.open(path, KEY)
    file.close()


def test_a_file_of_this_version_is_left_as_it_is(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.close()
    before = file.path.read_bytes()
    assert upgrade(file.path, KEY, backups=tmp_path / "b", at=AT) is None
    assert file.path.read_bytes() == before
    assert not (tmp_path / "b").exists()


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    path = _old_file(tmp_path)
    driver = connect(path, KEY, "write")
    driver.execute(f"PRAGMA user_version={NEXT:d}")
    driver.close()
    before = path.read_bytes()
    with pytest.raises(FileNewer):
        upgrade(path, KEY, backups=tmp_path / "b", at=AT)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("more", "trouble"),
    [
        ("raise ZeroDivisionError", ZeroDivisionError),
        ('op.execute("DELETE FROM link WHERE seq = 2")', FileDamaged),
        ('op.execute("DELETE FROM record WHERE rowid = 2")', FileDamaged),
    ],
)
def test_a_revision_that_fails_or_breaks_the_journal_leaves_the_old_file(
    tmp_path: Path, more: str, trouble: type[Exception]
) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    file.close()
    with pytest.raises(trouble):
        upgrade(
            file.path,
            KEY,
            backups=tmp_path / "b",
            at=AT,
            revisions=_revisions(tmp_path / "r", more),
            known=NEXT,
        )
    assert len(backups(tmp_path / "b")) == 1
    again = ShopFile.open(file.path, KEY)
    assert check(again).is_clean
    again.close()


def test_without_a_good_backup_nothing_is_changed(tmp_path: Path) -> None:
    path = _old_file(tmp_path)
    with path.open("r+b") as raw:
        raw.seek(-3000, 2)
        raw.write(b"damaged")
    before = path.read_bytes()
    with pytest.raises((BackupFailed, FileDamaged)):
        upgrade(path, KEY, backups=tmp_path / "b", at=AT, revisions=_revisions(tmp_path / "r"), known=NEXT)
    assert path.read_bytes() == before
    assert backups(tmp_path / "b") == ()


def test_an_older_file_says_so_when_opened(tmp_path: Path) -> None:
    path = _old_file(tmp_path)
    driver = connect(path, KEY, "write")
    driver.execute(f"PRAGMA user_version={SCHEMA_VERSION - 1:d}")
    driver.close()
    with pytest.raises(FileOlder):
        ShopFile.open(path, KEY)


def test_an_upgrade_killed_at_any_step_leaves_an_old_file_or_a_new_one(tmp_path: Path) -> None:
    source = _old_file(tmp_path / "source").read_bytes()
    revisions = _revisions(tmp_path / "r")
    folder = tmp_path / "till"
    path = folder / "shop.loyalpos"

    def lay_out() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path.write_bytes(source)

    def job() -> None:
        upgrade(path, KEY, backups=folder / "b", at=AT, revisions=revisions, known=NEXT)

    for _ in killed_at_every_step(lay_out, job):
        driver = connect(path, KEY, "read")
        version = driver.execute("PRAGMA user_version").fetchone()[0]
        columns = {row[1] for row in driver.execute("PRAGMA table_info(session)")}
        driver.close()
        assert ("note" in columns) == (version == NEXT)
        if version == NEXT:
            assert len(backups(folder / "b")) == 1


def test_alembic_is_not_imported_where_nothing_is_to_be_migrated() -> None:
    asked = "import sys, loyalpos.store.upgrade; print([m for m in sys.modules if 'alembic' in m])"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
