"""Kills at the services, at the window and in long work, at full counts: `python -m tests.faults kills`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="loyalpos-run-"))

from tests.bench.machine import describe, file_system_of
from tests.faults.between import LONG_WORK, kill_in
from tests.faults.lives import KILLS_IN_A_LIFE, Life, draw_kill, live, prepare, work_at_services
from tests.faults.tally import Tally
from tests.faults.window import draw_window_kill, work_at_window

__all__ = ["main"]

LIVES = {
    "services": Life(work_at_services, draw_kill),
    "window": Life(work_at_window, draw_window_kill),
    "control": Life(work_at_services, draw_kill, is_protected=False),
    "window-control": Life(work_at_window, draw_window_kill, is_protected=False),
}
_MOST_NAMED = 40
_TRIES = 50
"""How often a life is repeated: the moment of a kill within the child is the machine's."""


def main(words: list[str] | None = None) -> int:
    """Kill as often as the words say.

    Returns:
        The exit code: 0 when nothing was lost, doubled or there by half.
    """
    asked = _parser().parse_args(words)
    with tempfile.TemporaryDirectory(prefix="loyalpos-faults-", dir=asked.folder or _real_disk()) as made:
        folder = Path(made)
        _print(*describe(folder).lines(), "")
        shop = prepare(folder / "new")
        tallies: dict[str, Tally] = {}
        for name, life in LIVES.items():
            kills = getattr(asked, name.replace("-", "_"))
            if asked.replay is not None:
                kills = KILLS_IN_A_LIFE if name == asked.at else 0
            if not kills:
                continue
            tally = tallies[name] = Tally()
            began = time.monotonic()
            for number, left in enumerate(range(kills, 0, -KILLS_IN_A_LIFE)):
                this = replace(life, kills=min(left, KILLS_IN_A_LIFE))
                if asked.replay is None:
                    live(this, asked.seed + number, shop, folder / name, tally)
                for _ in range(0 if asked.replay is None or tally.faults else _TRIES):
                    if not tally.faults:
                        live(this, asked.replay, shop, folder / name, tally)
            tally.seconds = time.monotonic() - began
            _print(*tally.lines(name), "")
        for name, work in LONG_WORK.items():
            if not asked.steps or asked.replay is not None:
                continue
            tally = tallies[name] = Tally()
            began = time.monotonic()
            kill_in(work, asked.steps, asked.seed, shop[0], folder / name, tally)
            tally.seconds = time.monotonic() - began
            _print(*tally.short_lines(name), "")
    return _verdict(tallies)


def _verdict(tallies: dict[str, Tally]) -> int:
    controls = [tallies.pop(name) for name in ("control", "window-control") if name in tallies]
    if not all(control.count("doubled") for control in controls):
        _print("A control, whose protection is taken away, doubled nothing: these figures prove nothing.")
        return 1
    faults = [(name, fault) for name, tally in tallies.items() for fault in tally.faults]
    for name, fault in faults[:_MOST_NAMED]:
        _print(f"{fault.text}; after kill {fault.kill} of: kills --replay {fault.seed} --at {name}")
    if faults:
        return 1
    _print(
        "Nothing that was acknowledged is lost, nothing is there by half, nothing is there twice.",
        "(A kill ends the program and not the machine: this says nothing of power cuts, and a till with",
        "synchronous=OFF would pass it too.)",
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py faults kills", description=__doc__)
    parser.add_argument("--services", type=int, default=3_000, metavar="N", help="kills at the services")
    parser.add_argument("--window", type=int, default=100, metavar="N", help="kills at the real window")
    without = "kills of a till whose protection is taken away, at the"
    parser.add_argument("--control", type=int, default=60, metavar="N", help=f"{without} services")
    parser.add_argument("--window-control", type=int, default=20, metavar="N", help=f"{without} window")
    parser.add_argument("--steps", type=int, default=50, metavar="N", help="kills in each kind of long work")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="the first life's number")
    parser.add_argument("--replay", type=int, metavar="SEED", help="repeat one life until it fails again")
    parser.add_argument("--at", choices=tuple(LIVES), default="services", help="where the repeated life was")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where the shops' files are written")
    return parser


def _real_disk() -> Path:
    """Find a folder on a disk: a file system in memory has nothing to wait for."""
    places = (Path(tempfile.gettempdir()), Path("/var/tmp"), Path.cwd())
    kept = (place for place in places if place.is_dir() and not file_system_of(place).startswith("tmpfs"))
    return next(kept, places[0])


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
