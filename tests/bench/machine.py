"""What the figures were seen on: processor, versions and the file system of the bench folder."""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path

import PySide6
import sqlcipher3
from msgspec import Struct
from msgspec.structs import fields
from PySide6.QtCore import qVersion

__all__ = ["Machine", "describe", "file_system_of"]


class Machine(Struct, frozen=True):
    """A machine as far as it explains a figure; ``unknown`` where the system does not tell."""

    system: str
    processor: str
    cores: int
    memory_mb: int
    python: str
    pyside: str
    qt: str
    sqlite: str
    sqlcipher: str
    file_system: str

    def lines(self) -> tuple[str, ...]:
        """Give one printable line per property."""
        return tuple(
            f"{field.name.replace('_', ' '):<12} {getattr(self, field.name)}" for field in fields(self)
        )


def describe(folder: Path) -> Machine:
    """Describe this machine, and the file system that a bench folder lies on."""
    connection = sqlcipher3.dbapi2.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return Machine(
        system=platform.platform(),
        processor=_first_in("/proc/cpuinfo", r"model name\s*:\s*(.+)") or platform.processor() or "unknown",
        cores=len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 0,
        memory_mb=int(_first_in("/proc/meminfo", r"MemTotal:\s*(\d+) kB") or 0) // 1024,
        python=f"{platform.python_implementation()} {platform.python_version()}",
        pyside=PySide6.__version__,
        qt=qVersion(),
        sqlite=str(sqlcipher3.dbapi2.sqlite_version),
        sqlcipher=str(cipher[0]) if cipher else "none",
        file_system=file_system_of(folder),
    )


def file_system_of(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Name the type, device and options of the mount a folder lies on, from ``/proc/mounts``.

    The file system and its options decide what a durable write costs (tmpfs has none at all), so
    a figure of acknowledged sales means nothing without them.
    """
    if not mounts.exists():
        return "unknown"
    inside = folder.resolve()
    best: tuple[int, str] = (-1, "unknown")
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        device, point, kind, options, *_ = line.split(" ")
        place = Path(re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point))
        depth = len(place.parts)
        # A later mount on the same place hides the earlier one.
        if inside.is_relative_to(place) and depth >= best[0]:
            best = (depth, f"{kind} on {device} ({options})")
    return best[1]


def _first_in(path: str, pattern: str) -> str | None:
    source = Path(path)
    found = re.search(pattern, source.read_text(encoding="utf-8")) if source.exists() else None
    return found[1].strip() if found else None
