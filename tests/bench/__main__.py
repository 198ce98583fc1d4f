"""All figures of the till: ``python packaging/dev.py bench [scan|earn|search|start|import|…]``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random

from tests.bench.cards import bench_cards
from tests.bench.machine import describe
from tests.bench.opened import draw_members, open_big_shop

_BENCHES = ("scan", "earn", "search", "start", "import", "trial", "cards", "papers")


def main(words: list[str]) -> int:
    """Run the benches that are named, or all of them, on a copy of the big shop."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure beside bare counterparts.")
    parser.add_argument("benches", nargs="*", choices=[[], *_BENCHES], metavar="|".join(_BENCHES))
    parser.add_argument(
        "--folder", type=Path, help="where the files of the benches lie: its file system is measured"
    )
    parser.add_argument("--runs", type=int, default=400, help="turns of each bench (default 400)")
    asked = parser.parse_args(words)
    wanted = asked.benches or _BENCHES
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as made:
        folder = Path(made)
        _say(*describe(folder).lines(), _load())
        if "cards" in wanted:
            # No shop is needed for them, and none in memory beside them.
            _show("cards", bench_cards(folder))
        if "papers" in wanted:
            from tests.bench.papers import bench_papers

            _show("papers", bench_papers(folder))
        rest = tuple(name for name in wanted if name not in ("cards", "papers"))
        if rest:
            _say("", "100,000 members, 1,000,000 ledger entries; ours and the bare counterpart take turns")
            _run(folder, rest, asked.runs)
    return 0


def _run(folder: Path, wanted: tuple[str, ...], runs: int) -> None:
    # Imported here, so that the start of the machine's description does not wait for Qt.
    from tests.bench.earn import bench_earn
    from tests.bench.listed import bench_import
    from tests.bench.scan import bench_scan
    from tests.bench.search import bench_search
    from tests.bench.starting import bench_start
    from tests.bench.trial import bench_trial

    till = open_big_shop(folder)
    someone = till.members.member(draw_members(till, Random(51), 1)[0])
    assert someone.card is not None
    for name in wanted:
        match name:
            case "scan":
                lines = bench_scan(till, folder, runs)
            case "earn":
                lines = bench_earn(till, folder, runs)
            case "search":
                lines = bench_search(till, folder)
            case "import":
                lines = bench_import(till, folder)
            case "trial":
                lines = bench_trial(till)
            case _:
                lines = bench_start(folder, someone.card, someone.id.hex)
        _show(name, lines)
    till.shop.close()


def _show(name: str, lines: Iterable[str]) -> None:
    _say("", name, *lines, _load())


def _load() -> str:
    if not hasattr(os, "getloadavg"):
        return ""
    return f"load of the last minute {os.getloadavg()[0]:.1f}: figures of a busy machine say little"


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
