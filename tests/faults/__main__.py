"""All faults: `python -m tests.faults`; 1 if anything was lost, doubled, there by half or shown wrong."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="loyalpos-run-"))

from msgspec import Struct
from msgspec.structs import replace

from tests.faults import kills
from tests.faults.busy import hold_locks
from tests.faults.clock import turn_clocks
from tests.faults.damage import damage_files
from tests.faults.errors import fail_calls
from tests.faults.outcome import Outcome, processor_s, summary
from tests.faults.places import try_places
from tests.faults.power import cut_power
from tests.faults.step_kills import kill_steps
from tests.faults.steps import STEPS

__all__ = ["KINDS", "main"]


class Kind(Struct, frozen=True):
    """One kind of faults: how it is run, and over how many cases."""

    run: Callable[[int, range, Path], Outcome]
    usual: int
    long: int


KINDS = {
    "power": Kind(cut_power, 20_000, 1_000_000),
    "steps": Kind(kill_steps, 300 * len(STEPS), 5_000 * len(STEPS)),
    "errors": Kind(fail_calls, 1_800, 5_000),
    "busy": Kind(hold_locks, 699, 5_000),
    "clock": Kind(turn_clocks, 200, 10_000),
    "places": Kind(try_places, 70, 1_400),
    "damage": Kind(damage_files, 2_000, 100_000),
}
_MOST_NAMED = 20
_LEAST_MEMORY = 1 << 30


def main(words: list[str] | None = None) -> int:
    """Run one kind, or all.

    Returns:
        The exit code: 0 when nothing was lost, and every control lost.
    """
    words = sys.argv[1:] if words is None else words
    if words[:1] == ["kills"]:
        return kills.main(words[1:])
    asked = _parser().parse_args(words)
    outcomes: list[Outcome] = []
    began = time.monotonic()
    if not asked.kind:
        more = ("--services=100000", "--window=1000") if asked.long else ()
        outcomes += kills.kill([*more, f"--seed={asked.seed}"])
    outcomes += (_run(name, kind, asked) for name, kind in KINDS.items() if asked.kind in ("", name))
    is_good = all(outcome.is_good for outcome in outcomes)
    _print(
        f"All of it in {time.monotonic() - began:.0f} s: {'nothing was lost' if is_good else 'FAILED'}.", ""
    )
    _print(*summary(outcomes))
    return 0 if is_good else 1


def _run(name: str, kind: Kind, asked: argparse.Namespace) -> Outcome:
    count = asked.count or (kind.long if asked.long else kind.usual)
    cases = range(count) if asked.case is None else range(asked.case, asked.case + 1)
    before_s = processor_s()
    with tempfile.TemporaryDirectory(prefix="loyalpos-faults-", dir=_memory()) as folder:
        outcome = kind.run(asked.seed, cases, Path(folder))
    outcome = replace(outcome, processor_s=processor_s() - before_s)
    _print(f"seed {asked.seed}", *outcome.lines())
    for case, text in outcome.faults[:_MOST_NAMED]:
        _print(f"  {text}; again with: python -m tests.faults {name} --seed {asked.seed} --case {case}")
    _print("")
    return outcome


def _memory() -> Path | None:
    """Find a disk in memory with room for the files of two workers: nothing there waits for a sync."""
    memory = Path("/dev/shm")
    has_room = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free >= _LEAST_MEMORY
    return memory if has_room else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("kind", nargs="?", default="", choices=("", "kills", *KINDS), help="one kind alone")
    parser.add_argument("--long", action="store_true", help="at the counts of a release, which take days")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what all cases are drawn from")
    parser.add_argument("--case", type=int, metavar="K", help="one case alone")
    parser.add_argument("--count", type=int, metavar="N", help="so many cases instead of the usual")
    return parser


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
