"""The bare counterparts: what the machine itself takes for the least that could do each job.

Written before our own code was measured and knowing nothing of it. Every function runs its job a
number of times and returns the seconds of each run. A disk that others write to takes 0.5 ms for
a commit in one minute and 8 ms in the next, so a ratio is only worth something between runs that took
turns: ``beside`` is called after each run, off the clock, and is where ours is measured.
``bare_window`` starts a window, ``bare_file`` writes and reads, ``bare_search`` looks for members;
``python -m tests.bench.bare [folder]`` prints them all.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.bench.bare_file import Table, commit_seconds, read_and_repaint_seconds, wal_bytes_of_one_commit
from tests.bench.bare_search import fold, like_scan_seconds
from tests.bench.bare_window import window_starts
from tests.bench.machine import describe
from tests.bench.people import people

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["main", "percentile"]


def percentile(seconds: Iterable[float], percent: int) -> float:
    """Give the smallest figure that is not beaten by more than that share of the runs."""
    ordered = sorted(seconds)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _spread(name: str, seconds: Sequence[float]) -> str:
    figures = "  ".join(
        f"p{percent} {percentile(seconds, percent) * 1000:8.2f} ms" for percent in (50, 95, 99)
    )
    return f"{name:<48} {figures}  ({len(seconds)} runs)\n"


def main(folder: Path) -> None:
    """Run every bare bench once, at the shop's full size, and print what was seen."""
    say = sys.stdout.write
    say("\n".join(describe(folder).lines()) + "\n\n")

    displays = ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]
    for display in displays:
        starts = window_starts(platform=display)
        say(_spread(f"window, {display}", [one.seconds for one in starts]))
        say(f"{'':<48} RSS {percentile((one.rss_mb for one in starts), 50):.1f} MB\n")

    # An earn: record and link, a bill, an entry, a lot, the member's summary.
    earn = [Table(100_000, (500,)), Table(100_000, (130,)), Table(100_000, (200, 90, 90, 80))]
    say(_spread("commit of an earn, 6 rows, 1,090 bytes", commit_seconds(folder, earn)))
    say(f"{'':<48} log grows by {wal_bytes_of_one_commit(folder, earn)} bytes\n")

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    scan = [Table(100_000, (200,)), Table(100_000, (80,)), Table(1_000_000, (90,) * 20)]
    say(_spread("22 rows by key, 24 labels repainted", read_and_repaint_seconds(folder, scan, labels=24)))

    rng = Random(4)
    who = list(people(rng, 200))
    by_phone = like_scan_seconds(folder, [("", one.phone[-5:]) for one in who])
    by_name = like_scan_seconds(folder, [(fold(one.name), one.phone[-2:]) for one in who])
    say(_spread("LIKE scan, last 5 digits, 100,000 members", by_phone))
    say(_spread("LIKE scan, name + 2 digits, 100,000 members", by_name))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory(prefix="bare-bench-") as made:
            main(Path(made))
