from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2

from loyalpos.errors import (
    DiskFails,
    DiskFull,
    FileDamaged,
    FileLocked,
    FileMissing,
    FileNewer,
    FileOlder,
    FolderReadOnly,
    NotAShopFile,
    Unavailable,
    UnfitDatabase,
)
from loyalpos.services.checking import check_shop
from loyalpos.store.backup import back_up
from loyalpos.store.check import check, copied_aside
from loyalpos.store.connecting import connect
from loyalpos.store.file import SCHEMA_VERSION, ShopFile
from loyalpos.store.journal import append
from tests.store.acts import AT, KEY, act, grow, lefts, new_file, salt

NOBODY = 65534


@contextmanager
def _open_folder() -> Iterator[Path]:
    """A folder that a person without rights may reach, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _without_rights(do: Callable[[], str]) -> str:
    """Do something as a person who owns nothing, in a process of its own; give what it said."""
    if os.geteuid() != 0:
        return do()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(writing, do().encode())
        except BaseException as error:  # noqa: BLE001
            os.write(writing, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        answer = said.read()
    os.waitpid(child, 0)
    return answer


def _what_happens(path: Path) -> str:
    try:
        file = ShopFile.open(path, KEY, wait_ms=50)
    except Unavailable as trouble:
        return type(trouble).__name__
    grow(file, 50, 50)
    file.close()
    return "opened"


def _closed(folder: Path, records: int = 3) -> Path:
    file = new_file(folder)
    grow(file, 1, records)
    file.close()
    return file.path


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


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
    path = _closed(tmp_path)
    with pytest.raises(NotAShopFile):
        ShopFile.open(path, bytes(32))
    assert _what_happens(path) == "opened"


@pytest.mark.parametrize(("version", "trouble"), [(99, FileNewer), (0, FileOlder)])
def test_a_file_of_another_version_is_refused_and_not_a_byte_of_it_changes(
    tmp_path: Path, version: int, trouble: type[Unavailable]
) -> None:
    path = _closed(tmp_path)
    driver = connect(path, KEY, "write")
    driver.execute(f"PRAGMA user_version={version}")
    driver.close()
    before = _digest(path)
    with pytest.raises(trouble) as refused:
        ShopFile.open(path, KEY)
    assert refused.value.args == (path, version, SCHEMA_VERSION)
    assert _digest(path) == before


def test_an_unfit_library_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _closed(tmp_path)
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 50, 4))
    with pytest.raises(UnfitDatabase):
        ShopFile.open(path, KEY)


# Rights -------------------------------------------------------------------------------------------


def test_a_read_only_folder_is_said_and_writable_again_it_opens() -> None:
    with _open_folder() as folder:
        path = _closed(folder)
        folder.chmod(0o555)
        assert _without_rights(lambda: _what_happens(path)) == "FolderReadOnly"
        folder.chmod(0o777)
        path.chmod(0o666)
        assert _without_rights(lambda: _what_happens(path)) == "opened"
        file = ShopFile.open(path, KEY)
        assert set(lefts(file).values()) == {1, 2, 3, 50}
        assert check(file).is_clean
        file.close()


def test_a_read_only_file_is_said_at_opening_and_not_at_the_first_sale() -> None:
    with _open_folder() as folder:
        path = _closed(folder)
        path.chmod(0o444)
        folder.chmod(0o777)
        assert _without_rights(lambda: _what_happens(path)) == "FolderReadOnly"


def test_a_file_that_may_not_be_read_is_said() -> None:
    with _open_folder() as folder:
        path = _closed(folder)
        path.chmod(0o000)
        folder.chmod(0o777)
        assert _without_rights(lambda: _what_happens(path)) == "FolderReadOnly"
        path.chmod(0o644)


def test_no_file_is_made_where_none_may_be() -> None:
    def make() -> str:
        with pytest.raises(FolderReadOnly):
            new_file(folder / "below")
        return "refused"

    with _open_folder() as folder:
        folder.chmod(0o555)
        assert _without_rights(make) == "refused"
        assert list(folder.iterdir()) == []


# Room ---------------------------------------------------------------------------------------------


def _fill_until_it_fails(file: ShopFile, first: int) -> tuple[int, Unavailable]:
    """Write until the disk takes no more; give the last acknowledged number and the trouble."""
    for number in range(first, first + 100_000):
        try:
            with file.work() as connection:
                append(connection, act(number, number, secret="x" * 3000), salt=salt)
        except Unavailable as trouble:
            return number - 1, trouble
    raise AssertionError("the disk never filled up")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("no right to mount a small disk here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_loses_nothing_acknowledged_and_the_file_goes_on_when_there_is_room(
    small_disk: Path,
) -> None:
    file = new_file(small_disk)
    ballast = small_disk / "ballast"
    last = 0
    for room in (1_500_000, 1_000_000, 500_000):
        ballast.unlink(missing_ok=True)
        free = shutil.disk_usage(small_disk).free
        ballast.write_bytes(bytes(max(0, free - room)))
        last, trouble = _fill_until_it_fails(file, last + 1)
        assert isinstance(trouble, DiskFull)
        assert set(lefts(file).values()) == set(range(1, last + 1))
        ballast.unlink()
        grow(file, last + 1, last + 1)
        last += 1
    report = check(file)
    assert report.is_clean, report
    assert report.counts["record"] == last
    file.close()
    again = ShopFile.open(file.path, KEY)
    assert len(lefts(again)) == last
    again.close()


def test_a_backup_without_room_says_so_and_leaves_nothing(small_disk: Path) -> None:
    file = new_file(small_disk)
    _fill_until_it_fails(file, 1)
    folder = small_disk / "backups"
    with pytest.raises(DiskFull):
        back_up(file, folder, at=AT)
    assert list(folder.glob("*")) == []
    file.close()


def test_a_limit_on_the_size_of_files_loses_nothing_acknowledged(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    grow(file, 1, 3)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
    try:
        last, trouble = _fill_until_it_fails(file, 4)
        assert isinstance(trouble, DiskFull | DiskFails)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    grow(file, last + 1, last + 1)
    assert set(lefts(file).values()) == set(range(1, last + 2))
    assert check(file).is_clean
    file.close()


# A check of what may only be read -----------------------------------------------------------------


def _what_a_check_says(path: Path) -> str:
    try:
        checked = check_shop(path, KEY)
    except Unavailable as trouble:
        return f"{type(trouble).__name__} {trouble.args[0]}"
    return f"{'sound' if checked.sound else checked.pages} {checked.counts.get('record')} {checked.path}"


@pytest.fixture
def shop_of_another_person() -> Iterator[Path]:
    """A shop's file with three acts, all still in its log, which others may only read."""
    with _open_folder() as folder:
        file = new_file(folder)
        grow(file, 1, 3)
        left = {each: each.read_bytes() for each in folder.iterdir()}
        file.close()
        for each, raw in left.items():
            each.write_bytes(raw)
            each.chmod(0o444)
        file.path.with_name(f"{file.path.name}-shm").unlink()
        folder.chmod(0o555)
        yield file.path


def test_a_file_that_may_only_be_read_is_checked_with_its_log(shop_of_another_person: Path) -> None:
    path = shop_of_another_person
    before = {each.name: _digest(each) for each in path.parent.iterdir()}
    assert _without_rights(lambda: _what_a_check_says(path)) == f"sound 3 {path}"
    assert {each.name: _digest(each) for each in path.parent.iterdir()} == before


def test_damage_of_a_file_that_may_only_be_read_is_found(shop_of_another_person: Path) -> None:
    path = shop_of_another_person
    for beside in ("-wal", "-witness"):
        path.with_name(f"{path.name}{beside}").unlink()
    raw = bytearray(path.read_bytes())
    raw[4096 * 5 + 9] ^= 1
    path.write_bytes(bytes(raw))
    said = _without_rights(lambda: _what_a_check_says(path))
    assert said.startswith(("(", "FileDamaged"))


def test_a_file_that_may_not_even_be_read_is_said(shop_of_another_person: Path) -> None:
    path = shop_of_another_person
    path.chmod(0)
    assert _without_rights(lambda: _what_a_check_says(path)) == f"CannotRead {path}"


def test_a_copy_for_a_check_leaves_nothing(shop_of_another_person: Path) -> None:
    with copied_aside(shop_of_another_person) as copy:
        assert copy.read_bytes() == shop_of_another_person.read_bytes()
    assert not copy.parent.exists()


# Locks --------------------------------------------------------------------------------------------

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
    path = _closed(tmp_path)
    with _held(path, mode):
        assert _what_happens(path) == "FileLocked"
    assert _what_happens(path) == "opened"


def test_a_sale_while_another_program_writes_is_refused_and_later_done(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    file = ShopFile.open(path, KEY, wait_ms=50)
    with _held(path, "NORMAL"):
        with pytest.raises(FileLocked):
            grow(file, 4, 4)
        assert len(lefts(file)) == 3
    grow(file, 4, 4)
    assert len(lefts(file)) == 4
    assert check(file).is_clean
    file.close()


# Damage -------------------------------------------------------------------------------------------


def _verdict(path: Path) -> str:
    try:
        file = ShopFile.open(path, KEY)
    except Unavailable as trouble:
        return type(trouble).__name__
    report = check(file)
    file.close()
    return "found by check" if report.file_problems else "unseen"


def test_one_flipped_bit_anywhere_in_the_file_never_goes_unseen(tmp_path: Path) -> None:
    path = _closed(tmp_path, 20)
    good = path.read_bytes()
    draw = Random(11)
    for where in [3, 60, 4000, 4100, *(draw.randrange(len(good)) for _ in range(40))]:
        bad = bytearray(good)
        bad[where] ^= 1 << draw.randrange(8)
        path.write_bytes(bytes(bad))
        # The keys of all pages come from the first 16 bytes: only the witness says that it is the file.
        expected = {"FileDamaged"} if where < 16 else {"FileDamaged", "found by check"}
        assert _verdict(path) in expected, where
    path.write_bytes(good)
    assert _what_happens(path) == "opened"


@pytest.mark.parametrize("cut", [1, 100, 4096, 4097, 40_000])
def test_a_file_cut_short_never_goes_unseen(tmp_path: Path, cut: int) -> None:
    path = _closed(tmp_path, 20)
    os.truncate(path, path.stat().st_size - cut)
    assert _verdict(path) in {"FileDamaged", "found by check"}


def test_a_page_that_went_bad_while_open_is_said_and_once_mended_read_again(tmp_path: Path) -> None:
    path = _closed(tmp_path, 200)
    good = path.read_bytes()
    file = ShopFile.open(path, KEY)
    with path.open("r+b") as raw:
        for page in range(1, len(good) // 4096):
            raw.seek(page * 4096 + 50)
            raw.write(b"damaged")
    with pytest.raises(FileDamaged):
        lefts(file)
    with pytest.raises(FileDamaged):
        grow(file, 201, 201)
    with path.open("r+b") as raw:
        raw.write(good)
    assert len(lefts(file)) == 200
    grow(file, 201, 201)
    assert check(file).is_clean
    file.close()
