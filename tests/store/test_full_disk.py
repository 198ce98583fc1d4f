"""A disk that takes no more loses nothing that was acknowledged."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalpos.errors import DiskFails, DiskFull, Unavailable
from loyalpos.store.backup import back_up
from loyalpos.store.check import check
from loyalpos.store.file import ShopFile
from loyalpos.store.journal import append
from tests.store.acts import AT, KEY, act, grow, lefts, new_file, salt


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
