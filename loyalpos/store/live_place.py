"""Where the shop's live file may not lie: in a folder another program copies, or on a network drive.

A synchronised folder copies the file and its log at different moments and may put an old one back; locks of
network drives do not always hold. Backups may lie in both: nobody writes to them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Collection
from enum import Enum
from pathlib import Path, PurePath
from typing import Protocol

from loyalpos.errors import UnsafePlace

__all__ = [
    "LinuxMounts",
    "MacMounts",
    "MountKind",
    "Mounts",
    "WindowsDrives",
    "mounts_here",
    "refuse_unsafe",
    "why_unsafe",
]


class MountKind(Enum):
    """What kind of disk a folder lies on."""

    LOCAL = "local"
    NETWORK = "network"
    CLOUD = "cloud"


class Mounts(Protocol):
    """Tells what kind of disk a folder lies on."""

    def kind_of(self, path: Path) -> MountKind:
        """Tell it of an absolute path, which need not exist."""
        ...


_NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "ncpfs", "ceph", "glusterfs", "lustre"),
        *("davfs", "webdav", "fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs"),
    }
)
_CLOUD = frozenset(
    {"fuse.rclone", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.s3fs", "fuse.dropbox"}
)
_NAMES = (
    ("onedrive", re.compile(r"onedrive( ?-.*)?")),
    ("dropbox", re.compile(r"dropbox([ -]?\(.*\))?")),
    ("google", re.compile(r"google ?drive( streaming|-.*)?|my drive|drive của tôi")),
    ("icloud", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs")),
    ("cloud", re.compile(r"cloudstorage")),
)
"""What folders are called that these programs copy, in small letters."""

_MARKS = {
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "onedrive",
    ".dropbox.cache": "dropbox",
    ".tmp.drivedownload": "google",
    ".tmp.driveupload": "google",
}
"""What these programs leave in the folder they copy, whatever that is called."""


def why_unsafe(path: PurePath, mount: MountKind, marks: Collection[str] = ()) -> str | None:
    """Tell why the live file may not lie at a path, or None if it may.

    Args:
        path: Of the folder, absolute.
        marks: Names found in the folder and in those above it.

    Returns:
        ``onedrive``, ``dropbox``, ``google``, ``icloud``, ``cloud`` or ``network``.
    """
    for part in path.parts:
        for why, called in _NAMES:
            if called.fullmatch(part.lower()):
                return why
    for mark in marks:
        if mark.lower() in _MARKS:
            return _MARKS[mark.lower()]
    return None if mount is MountKind.LOCAL else mount.value


def refuse_unsafe(folder: Path, mounts: Mounts | None = None) -> None:
    """Refuse a folder in which the live file would not be safe.

    Raises:
        UnsafePlace: It is copied by another program, or lies on a network drive.
    """
    # Links are followed: a desktop that is copied may lie behind one.
    real = folder.resolve()
    above = (real, *real.parents)
    marks = [mark for one in above for mark in _MARKS if os.path.lexists(one.joinpath(mark))]
    why = why_unsafe(real, (mounts or mounts_here()).kind_of(real), marks)
    if why is not None:
        raise UnsafePlace(folder, why)


def mounts_here() -> Mounts:
    """Give what knows the disks of this system."""
    if sys.platform == "win32":
        return WindowsDrives()
    return MacMounts() if sys.platform == "darwin" else LinuxMounts()


class LinuxMounts:
    """Disks as the kernel lists them."""

    def __init__(self, listed: Path = Path("/proc/mounts")) -> None:
        self._listed = listed

    def kind_of(self, path: Path) -> MountKind:
        """Look for the mount the path lies on; where none can be read, it is taken for a disk of the PC."""
        try:
            text = self._listed.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return MountKind.LOCAL
        lines = (line.split(" ") for line in text.splitlines())
        return _kind_of(path, [(_plain(line[1]), line[2]) for line in lines if len(line) > 2])


class MacMounts:
    """Disks as ``mount`` lists them. Never run on a Mac so far: only the reading of its lines is tested."""

    def kind_of(self, path: Path) -> MountKind:
        """Look for the mount the path lies on."""
        try:
            text = subprocess.run(
                ["/sbin/mount"], capture_output=True, text=True, check=True, timeout=2
            ).stdout
        except (OSError, subprocess.SubprocessError):
            return MountKind.LOCAL
        return self.kind_in(path, text)

    @staticmethod
    def kind_in(path: Path, text: str) -> MountKind:
        """Look for it in the lines of ``mount``."""
        found = re.findall(r"^.* on (/.*) \(([a-z0-9_]+)[,)]", text, re.MULTILINE)
        return _kind_of(path, found)


class WindowsDrives:
    """Drives as Windows tells their types. Never run on Windows so far."""

    _REMOTE = 4

    def kind_of(self, path: Path) -> MountKind:
        """Ask for the type of the drive; a share without a letter is on the network."""
        if path.drive.startswith("\\"):
            return MountKind.NETWORK
        import ctypes  # noqa: PLC0415 - on Windows alone

        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - elsewhere there is no such name
        is_remote = kernel.GetDriveTypeW(f"{path.drive}\\") == self._REMOTE
        return MountKind.NETWORK if is_remote else MountKind.LOCAL


def _kind_of(path: Path, mounted: list[tuple[str, str]]) -> MountKind:
    """Find the innermost mount of a path; of two at one place the later lies on top."""
    inner, kind = -1, ""
    for point, system in mounted:
        at = Path(point)
        if path.is_relative_to(at) and len(at.parts) >= inner:
            inner, kind = len(at.parts), system
    if kind in _NETWORK:
        return MountKind.NETWORK
    return MountKind.CLOUD if kind in _CLOUD else MountKind.LOCAL


def _plain(point: str) -> str:
    """Read a place as the kernel writes it: blanks and the like as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)
