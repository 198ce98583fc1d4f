from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import Integer, LargeBinary, Text, insert
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from loyalpos.errors import FolderReadOnly
from loyalpos.store.connecting import is_fit
from loyalpos.store.file import APPLICATION_ID, SCHEMA_VERSION, ShopFile
from loyalpos.store.journal import append, head
from loyalpos.store.journal_tables import metadata, setting
from loyalpos.store.projections import PROJECTIONS
from tests.store.acts import KEY, act, grow, lefts, new_file, salt

assert PROJECTIONS


def test_a_file_that_is_there_is_never_made_again(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 1)
    with pytest.raises(FileExistsError):
        new_file(tmp_path)
    assert lefts(file) == {"gift 1": 1}
    file.close()


def test_a_file_whose_making_was_cut_off_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "shop.loyalpos.new").write_bytes(b"half")
    (tmp_path / "shop.loyalpos.new-journal").write_bytes(b"half")
    (tmp_path / "shop.loyalpos-wal").write_bytes(b"of a file that was deleted")
    file = new_file(tmp_path)
    assert lefts(file) == {}
    file.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "shop.loyalpos",
        "shop.loyalpos-wal.left",
        "shop.loyalpos-witness",
    ]


@pytest.mark.parametrize("name", ["Tiệm trà sữa Đức's 100% #1? [mới].loyalpos", "a b;c&d=e.loyalpos"])
def test_any_name_a_folder_or_file_can_have_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "Dữ liệu ở đây?mode=ro#"
    file = new_file(folder, name)
    grow(file, 1, 2)
    file.close()
    assert (folder / name).is_file()
    again = ShopFile.open(folder / name, KEY)
    assert len(lefts(again)) == 2
    again.close()


def test_connections_keep_what_the_blueprint_promises(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    both = {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
        "mmap_size": None,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
    }
    for door, more in ((file.work, {"synchronous": 2, "secure_delete": 1}), (file.read, {})):
        with door() as connection:
            for pragma, wanted in {**both, **more}.items():
                assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() in (wanted, wanted or 0), (
                    pragma
                )
    file.close()


def test_every_table_is_strict_and_every_check_has_a_name(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.read() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
        ).all()
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE sql LIKE '%CHECK%'").scalars()
        for sql in made:
            assert sql.count("CHECK (") == sql.count("CONSTRAINT") - sql.count("UNIQUE (") - sql.count(
                "FOREIGN"
            )
    assert {name for name, _ in tables} == set(metadata.tables)
    assert all(strict for _, strict in tables)
    kinds = {type(column.type) for table in metadata.tables.values() for column in table.c}
    assert kinds == {Integer, Text, LargeBinary}
    file.close()


def test_nothing_of_a_file_is_readable_without_its_key(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with file.work() as connection:
        append(connection, act(1, secret="Nguyen Van Duc"), salt=salt)
    for each in tmp_path.iterdir():
        raw = each.read_bytes()
        assert not any(word in raw for word in (b"SQLite", b"Nguyen", b"gift", b"record"))
    file.close()


def test_a_block_that_fails_leaves_nothing(tmp_path: Path) -> None:
    file = new_file(tmp_path)

    def stumble() -> None:
        with file.work() as connection:
            append(connection, act(1), salt=salt)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    twice = [{"key": "a", "value": "1"}, {"key": "a", "value": "2"}]

    def repeat() -> None:
        with file.work() as connection:
            append(connection, act(2), salt=salt)
            connection.execute(insert(setting), twice)

    with pytest.raises(IntegrityError):
        repeat()
    assert lefts(file) == {}
    grow(file, 3, 3)
    assert lefts(file) == {"gift 3": 3}
    file.close()


def test_a_commit_that_fails_raises_and_leaves_nothing(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    dangling = "INSERT INTO link VALUES (x'{0}', 7, x'{0}', x'{1}', x'{1}')".format("ab" * 16, "cd" * 32)
    done = []

    def commit_badly() -> None:
        with file.work() as connection:
            append(connection, act(1), salt=salt)
            # Deferred, so that it is the commit that fails and no statement before it.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            connection.exec_driver_sql(dangling)
            done.append("block")

    with pytest.raises(dbapi2.IntegrityError):
        commit_badly()
    assert done == ["block"]
    assert lefts(file) == {}
    grow(file, 2, 2)
    assert lefts(file) == {"gift 2": 2}
    file.close()


def test_reading_cannot_write(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with pytest.raises(FolderReadOnly), file.read() as connection:
        connection.execute(insert(setting), {"key": "a", "value": "1"})
    file.close()


def test_a_read_keeps_its_view_while_others_commit(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 1)
    with file.read() as connection:
        assert head(connection).seq == 1
        grow(file, 2, 2)
        assert head(connection).seq == 1
    with file.read() as connection:
        assert head(connection).seq == 2
    file.close()


def test_a_long_read_aside_holds_up_neither_reading_nor_writing(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 1)
    with file.aside() as long:
        assert head(long).seq == 1
        grow(file, 2, 2)
        assert len(lefts(file)) == 2
        assert head(long).seq == 1
    file.close()


def test_a_transaction_inside_a_transaction_is_a_bug_that_says_so(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    with pytest.raises(AssertionError, match="inside"), file.work(), file.work():
        pass
    grow(file, 1, 1)
    assert lefts(file) == {"gift 1": 1}
    file.close()


def test_threads_take_turns(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    failures: list[BaseException] = []

    def work(first: int) -> None:
        try:
            grow(file, first, first + 24)
            for _ in range(25):
                lefts(file)
        except BaseException as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=work, args=(first,)) for first in (1, 101, 201, 301)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with file.read() as connection:
        assert head(connection).seq == 100
    file.close()


@pytest.mark.parametrize(
    ("version", "fit"),
    [
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 4), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_a_library_with_the_wal_reset_fault_is_not_fit(version: tuple[int, int, int], fit: bool) -> None:
    assert is_fit(version) is fit
