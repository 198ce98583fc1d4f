"""From the command to the painted window and the first answered scan, beside a bare window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.bench.bare import percentile
from tests.bench.bare_window import WINDOW, Start, start, window_starts
from tests.bench.printed import ratio, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["bench_start"]


def bench_start(
    folder: Path, code: str, member: str, runs: int = 10, *, platform: str = "offscreen"
) -> Iterator[str]:
    """Start the till and a bare window in turns, each in a fresh process.

    Args:
        folder: Holds a shop's file that nobody has open.
    """
    command = (sys.executable, "-m", "tests.bench.start_till", str(folder), code, member)
    painted: list[Start] = []
    answered: list[Start] = []
    plain: list[Start] = []
    start(command, platform=platform, says="answered")
    window_starts(1, platform=platform)
    for _ in range(runs):
        plain.append(start(WINDOW, platform=platform))
        painted.append(start(command, platform=platform))
        answered.append(start(command, platform=platform, says="answered"))
    theirs = [one.seconds for one in plain]
    yield spread(f"window painted ({platform})", [one.seconds for one in painted])
    yield spread("first scan answered", [one.seconds for one in answered])
    yield spread("bare window painted", theirs)
    yield ratio("painted p50", [one.seconds for one in painted], theirs, 50, most=1.5)
    yield ratio("answered p50", [one.seconds for one in answered], theirs, 50, most=4)
    memory = [one.rss_mb for one in plain]
    for name, starts in (("painted", painted), ("answered", answered)):
        ours = [one.rss_mb for one in starts]
        yield f"  {percentile(ours, 50):.1f} MB when {name}, bare {percentile(memory, 50):.1f} MB"
        yield ratio(f"memory when {name}", ours, memory, 50, most=2.5)
