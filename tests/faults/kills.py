"""Kills at the services, at the window and in long work, at full counts: `python -m tests.faults kills`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="loyalpos-run-"))

from tests.bench.machine import describe, file_system_of
from tests.faults.between import LONG_WORK, LongWork, kill_in
from tests.faults.lives import KILLS_IN_A_LIFE, Life, draw_kill, live, prepare, work_at_services
from tests.faults.outcome import Control, Outcome, in_two, processor_s, summary
from tests.faults.tally import Tally
from tests.faults.window import draw_window_kill, work_at_window

__all__ = ["kill", "main"]

LIVES = {
    "services": Life(work_at_services, draw_kill),
    "window": Life(work_at_window, draw_window_kill),
    "control": Life(work_at_services, draw_kill, is_protected=False),
    "window-control": Life(work_at_window, draw_window_kill, is_protected=False),
}
_PLACE_OF = {"control": "services", "window-control": "window"}
"""Where a control works."""

_MOST_NAMED = 40
_TRIES = 50
"""How often a life is repeated: the moment of a kill within the child is the machine's."""


def main(words: list[str] | None = None) -> int:
    """Kill as often as the words say.

    Returns:
        The exit code: 0 when nothing was lost, doubled or there by half, and the controls doubled.
    """
    outcomes = kill(words)
    _print(*summary(outcomes))
    return 0 if all(outcome.is_good for outcome in outcomes) else 1


def kill(words: list[str] | None = None) -> tuple[Outcome, ...]:
    """Kill as often as the words say, and give what came of it at each place."""
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
            began, before_s = time.monotonic(), processor_s()
            if asked.replay is None:
                seeds = range(asked.seed, asked.seed + -(-kills // KILLS_IN_A_LIFE))
                last = kills - (len(seeds) - 1) * KILLS_IN_A_LIFE
                parts = [seeds] if len(seeds) == 1 else [seeds[::2], seeds[1::2]]
                jobs = [
                    partial(_live_all, life, part, {seeds[-1]: last}, shop, folder / f"{name}-{number}")
                    for number, part in enumerate(parts)
                ]
                tally = _sum(in_two(jobs))
            else:
                tally = Tally()
                for _ in range(_TRIES):
                    if not tally.faults:
                        live(life, asked.replay, shop, folder / name, tally)
            tallies[name] = tally
            tally.seconds, tally.processor_s = time.monotonic() - began, processor_s() - before_s
            _print(*tally.lines(name), "")
        if asked.steps and asked.replay is None:
            for name, tally in _kill_long_work(asked.steps, asked.seed, shop[0], folder).items():
                tallies[name] = tally
                _print(*tally.short_lines(name), "")
    for name, tally in tallies.items():
        for fault in tally.faults[: 0 if name in _PLACE_OF else _MOST_NAMED]:
            _print(f"{fault.text}; after kill {fault.kill} of: kills --replay {fault.seed} --at {name}")
    _print(
        "A kill ends the program and not the machine: this says nothing of power cuts, and a till with",
        "synchronous=OFF would pass it too.",
        "",
    )
    places = dict.fromkeys(_PLACE_OF.get(name, name) for name in tallies)
    return tuple(_outcome(name, tallies) for name in places)


def _live_all(
    life: Life,
    seeds: range,
    shorter: dict[int, int],
    shop: tuple[Path, tuple[str, ...]],
    folder: Path,
) -> Tally:
    tally = Tally()
    for seed in seeds:
        live(replace(life, kills=shorter.get(seed, life.kills)), seed, shop, folder, tally)
    return tally


def _kill_long_work(kills: int, seed: int, shop: Path, folder: Path) -> dict[str, Tally]:
    jobs = [partial(_kill_in, work, kills, seed, shop, folder / name) for name, work in LONG_WORK.items()]
    return dict(zip(LONG_WORK, in_two(jobs), strict=True))


def _kill_in(work: LongWork, kills: int, seed: int, shop: Path, folder: Path) -> Tally:
    tally = Tally()
    began, before_s = time.monotonic(), processor_s()
    kill_in(work, kills, seed, shop, folder, tally)
    tally.seconds, tally.processor_s = time.monotonic() - began, processor_s() - before_s
    return tally


def _sum(parts: list[Tally]) -> Tally:
    whole = Tally()
    for part in parts:
        whole.add(part)
    return whole


def _outcome(name: str, tallies: dict[str, Tally]) -> Outcome:
    tally = tallies.get(name, Tally())
    controls = [tallies[each] for each, place in _PLACE_OF.items() if place == name and each in tallies]
    return Outcome(
        f"kills: {name}",
        tally.kills,
        faults=tuple((fault.seed * 1_000 + fault.kill, fault.text) for fault in tally.faults),
        seconds=sum(each.seconds for each in (tally, *controls)),
        processor_s=sum(each.processor_s for each in (tally, *controls)),
        controls=tuple(Control("unprotected", each.kills, each.count("doubled")) for each in controls),
    )


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
