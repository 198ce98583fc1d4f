"""A shop's file where one may not write, or not even read: said, and checked all the same."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from loyalpos.errors import FolderReadOnly, Unavailable
from loyalpos.services.checking import check_shop
from loyalpos.store.check import check, copied_aside
from loyalpos.store.file import ShopFile
from tests.store.acts import KEY, grow, lefts, new_file
from tests.store.closed_file import closed, digest, what_happens

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


def test_a_read_only_folder_is_said_and_writable_again_it_opens() -> None:
    with _open_folder() as folder:
        path = closed(folder)
        folder.chmod(0o555)
        assert _without_rights(lambda: what_happens(path)) == "FolderReadOnly"
        folder.chmod(0o777)
        path.chmod(0o666)
        assert _without_rights(lambda: what_happens(path)) == "opened"
        file = ShopFile.open(path, KEY)
        assert set(lefts(file).values()) == {1, 2, 3, 50}
        assert check(file).is_clean
        file.close()


def test_a_read_only_file_is_said_at_opening_and_not_at_the_first_sale() -> None:
    with _open_folder() as folder:
        path = closed(folder)
        path.chmod(0o444)
        folder.chmod(0o777)
        assert _without_rights(lambda: what_happens(path)) == "FolderReadOnly"


def test_a_file_that_may_not_be_read_is_said() -> None:
    with _open_folder() as folder:
        path = closed(folder)
        path.chmod(0o000)
        folder.chmod(0o777)
        assert _without_rights(lambda: what_happens(path)) == "FolderReadOnly"
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
    before = {each.name: digest(each) for each in path.parent.iterdir()}
    assert _without_rights(lambda: _what_a_check_says(path)) == f"sound 3 {path}"
    assert {each.name: digest(each) for each in path.parent.iterdir()} == before


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
