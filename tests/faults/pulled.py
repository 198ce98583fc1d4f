"""The disk of the live file pulled out, or no longer writable, in the middle of writing; then it is back."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from loyalpos.errors import DiskFails, FileMissing, FolderReadOnly, Unavailable
from loyalpos.settings import folders
from loyalpos.store.disk import sync_file, sync_folder

if TYPE_CHECKING:
    from tests.faults.places import _Desk

__all__ = ["PULLED"]

_SHUT_DOWN, _WITHOUT_FLUSH = 0x8004587D, (2).to_bytes(4, "little")
"""What makes ext4 behave as if its disk were gone; nothing that waits to be written is."""

_FORMAT = ("mkfs.ext4", "-q", "-F", "-O", "^has_journal")
"""Without a journal of its own.

Where that is cut off, Linux 6.18 says of a sync that runs just then that it was done when it was not: of 20
bare loops of writes and syncs 4 lost what they had been told is on the disk, without it none of 250.
"""

_SIZE = 16 << 20


def _run(*words: str | Path) -> bool:
    return not subprocess.run([*map(str, words)], capture_output=True, check=False).returncode


@contextmanager
def _soon(desk: _Desk, job: Callable[[], object]) -> Iterator[None]:
    """Let another process do something while the till writes."""
    wait_s = desk.rng.uniform(0.0, 0.1)
    child = os.fork()
    if child == 0:
        time.sleep(wait_s)
        code = 1
        with suppress(BaseException):
            job()
            code = 0
        os._exit(code)
    try:
        yield
    finally:
        assert os.waitpid(child, 0)[1] == 0, "the disk could not be pulled out"


def _out_of_sight(desk: _Desk, place: Path) -> None:
    """The folder is unmounted under the open file, whose writes still go somewhere; it comes back."""
    stick, disk = place / "stick", place / "disk"
    stick.mkdir()
    disk.mkdir()
    if not _run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", stick):
        desk.say("count LEFT OUT, this user may mount nothing")
        return
    assert _run("mount", "--bind", stick, disk)
    till = desk.open(desk.lay(disk / "till"))
    with _soon(desk, lambda: subprocess.run(["umount", "-l", disk], check=True)):
        said = desk.until_said(till)
    assert isinstance(said, FileMissing), said
    assert _run("mount", "--bind", stick, disk)
    desk.go_on(till)


def _pull(_image: Path, disk: Path) -> None:
    handle = os.open(disk, os.O_RDONLY)
    fcntl.ioctl(handle, _SHUT_DOWN, _WITHOUT_FLUSH)


def _fault(image: Path, _disk: Path) -> None:
    """Let the system find the disk faulty, whereupon it lets nobody write to it any more."""
    found = subprocess.run(["losetup", "-j", image], capture_output=True, check=True, text=True)
    device = Path(found.stdout.partition(":")[0]).name
    Path("/sys/fs/ext4", device, "trigger_fs_error").write_text("1", encoding="ascii")


def _stops(desk: _Desk, place: Path, stop: Callable[[Path, Path], object]) -> None:
    """Work on a disk of its own until it stops, plug it in again, and start anew as after a power cut."""
    image, disk = place / "image", place / "disk"
    disk.mkdir()
    with image.open("wb") as file:
        file.truncate(_SIZE)
    if (
        shutil.which("mkfs.ext4") is None
        or not _run(*_FORMAT, image)
        or not _run("mount", "-o", "loop,errors=remount-ro", image, disk)
    ):
        desk.say("count LEFT OUT, this user may mount no disk of its own")
        return
    path = desk.lay(disk / "till")
    sync_file(path)
    sync_folder(path.parent)
    sync_folder(disk)
    till = desk.open(path)
    with _soon(desk, lambda: stop(image, disk)):
        said = desk.until_said(till)
    assert isinstance(said, DiskFails | FolderReadOnly), said
    with suppress(Unavailable):
        till.shop.file.close()
    del till
    assert _run("umount", disk), "nobody may hold the disk any more"
    assert _run("mount", "-o", "loop", image, disk)
    desk.go_on(desk.open(folders(path.parent).shop_file))


def _pulled_out(desk: _Desk, place: Path) -> None:
    """The stick with the live file is pulled out: every call fails from then on."""
    _stops(desk, place, _pull)


def _made_read_only(desk: _Desk, place: Path) -> None:
    """The system finds the disk faulty and makes it one that is only read."""
    _stops(desk, place, _fault)


PULLED: dict[str, Callable[[_Desk, Path], None]] = {
    "live file out of sight": _out_of_sight,
    "live file pulled out": _pulled_out,
    "live file made read-only": _made_read_only,
}
"""By their names in the table."""
