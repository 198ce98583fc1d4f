"""A bare window: the least a program with a window takes until it is painted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["WINDOW", "Start", "start", "window_starts"]

_BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    sys.stdout.write("painted\\n")
    sys.stdout.flush()

app = QApplication([])
window = Bare()
window.resize(1280, 720)
window.show()
app.exec()
"""

WINDOW = (sys.executable, "-c", _BARE_WINDOW)
"""The command that shows a bare window."""


class Start(Struct, frozen=True):
    """One program start: seconds until it said it was painted, and its resident memory then.

    ``rss_mb`` is 0 where the system has no ``/proc``.
    """

    seconds: float
    rss_mb: float


def start(command: Sequence[str], *, platform: str = "offscreen", says: str = "painted") -> Start:
    """Start a program that prints a word after its first paint, and end it.

    Ours and the bare window are both started by this: the clock runs from before the process
    exists until its line arrives here.
    """
    before = perf_counter()
    program = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        env={**_compiled_environment(), "QT_QPA_PLATFORM": platform, "PYTHONUNBUFFERED": "1"},
        text=True,
    )
    assert program.stdout is not None
    try:
        for line in program.stdout:
            if line.strip() == says:
                return Start(perf_counter() - before, _rss_mb(program.pid))
    finally:
        program.kill()
        program.wait()
        program.stdout.close()
    raise RuntimeError(f"{command[0]} ended without saying {says}: {program.returncode}")


def _compiled_environment() -> dict[str, str]:
    """Let modules be compiled once and not at every start, as in a program that was installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "loyalpos-bench-compiled")}


def window_starts(runs: int = 10, *, platform: str = "offscreen") -> list[Start]:
    """Start a bare PySide6 window in a fresh process each time.

    The files of Qt are read once before, so that no run pays for a cold disk.
    """
    start(WINDOW, platform=platform)
    return [start(WINDOW, platform=platform) for _ in range(runs)]


def _rss_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    lines = status.read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
