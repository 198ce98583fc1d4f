"""A shop's file beside what else there is: other files, other versions, other programs that hold it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2

from loyalpos.errors import (
    FileLocked,
    FileMissing,
    FileNewer,
    FileOlder,
    NotAShopFile,
    Unavailable,
    UnfitDatabase,
)
from loyalpos.store.check import check
from loyalpos.store.connecting import connect
from loyalpos.store.file import SCHEMA_VERSION, ShopFile
from tests.store.acts import KEY, grow, lefts
from tests.store.closed_file import closed, digest, what_happens


def test_no_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        ShopFile.open(tmp_path / "none.loyalpos", KEY)
    with pytest.raises(FileMissing):
        ShopFile.open(tmp_path / "nowhere" / "none.loyalpos", KEY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"Danh sach khach hang\n" * 4000, Random(1).randbytes(4096 * 4)],
    ids=["empty", "short", "text", "noise"],
)
def test_something_else_is_no_shop_file_and_is_not_touched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.loyalpos"
    path.write_bytes(content)
    with pytest.raises(NotAShopFile):
        ShopFile.open(path, KEY)
    assert path.read_bytes() == content


def test_another_programs_database_is_no_shop_file(tmp_path: Path) -> None:
    plain, keyed = tmp_path / "plain.db", tmp_path / "keyed.db"
    other = sqlite3.connect(plain)
    other.execute("CREATE TABLE t (a)")
    other.close()
    driver = connect(keyed, KEY, "create")
    driver.execute("CREATE TABLE t (a)")
    driver.close()
    for path in (plain, keyed):
        with pytest.raises(NotAShopFile):
            ShopFile.open(path, KEY)


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    path = closed(tmp_path)
    with pytest.raises(NotAShopFile):
        ShopFile.open(path, bytes(32))
    assert what_happens(path) == "opened"


@pytest.mark.parametrize(("version", "trouble"), [(99, FileNewer), (0, FileOlder)])
def test_a_file_of_another_version_is_refused_and_not_a_byte_of_it_changes(
    tmp_path: Path, version: int, trouble: type[Unavailable]
) -> None:
    path = closed(tmp_path)
    driver = connect(path, KEY, "write")
    driver.execute(f"PRAGMA user_version={version}")
    driver.close()
    before = digest(path)
    with pytest.raises(trouble) as refused:
        ShopFile.open(path, KEY)
    assert refused.value.args == (path, version, SCHEMA_VERSION)
    assert digest(path) == before


def test_an_unfit_library_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = closed(tmp_path)
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 50, 4))
    with pytest.raises(UnfitDatabase):
        ShopFile.open(path, KEY)


_HOLD = """
import sys
from pathlib import Path
from loyalpos.store.connecting import connect
from loyalpos.store.keys import PUBLISHED_KEY
driver = connect(Path(sys.argv[1]), PUBLISHED_KEY, "write")
driver.execute("PRAGMA locking_mode=" + sys.argv[2])
driver.execute("PRAGMA journal_mode=WAL")
driver.execute("BEGIN EXCLUSIVE")
driver.execute("UPDATE replica SET began_at_ms = 2")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def _held(path: Path, mode: str) -> Iterator[None]:
    """Let another program hold the file."""
    words = [sys.executable, "-c", _HOLD, str(path), mode]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        try:
            yield
        finally:
            assert holder.stdin is not None
            holder.stdin.close()
            holder.wait()


@pytest.mark.parametrize("mode", ["EXCLUSIVE", "NORMAL"])
def test_a_file_another_program_holds_is_said_and_opens_when_it_lets_go(tmp_path: Path, mode: str) -> None:
    path = closed(tmp_path)
    with _held(path, mode):
        assert what_happens(path) == "FileLocked"
    assert what_happens(path) == "opened"


def test_a_sale_while_another_program_writes_is_refused_and_later_done(tmp_path: Path) -> None:
    path = closed(tmp_path)
    file = ShopFile.open(path, KEY, wait_ms=50)
    with _held(path, "NORMAL"):
        with pytest.raises(FileLocked):
            grow(file, 4, 4)
        assert len(lefts(file)) == 3
    grow(file, 4, 4)
    assert len(lefts(file)) == 4
    assert check(file).is_clean
    file.close()
