"""Kills in work of more than one step, as many for each: the old or the new, nothing between.

What is killed stands in :mod:`tests.faults.steps`.
"""

from __future__ import annotations

import importlib
import re
import shutil
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random

from loyalpos.settings import folders
from tests.faults.between import look_after
from tests.faults.children import Child, Kill, Say, run_child
from tests.faults.outcome import Outcome, in_two
from tests.faults.steps import STEPS, Step, make_shop

__all__ = ["kill_steps"]

_REPLAYED = 5
"""One file of so many is checked with a replay; of all others pages, chain and sums."""


def kill_steps(seed: int, cases: range, folder: Path) -> Outcome:
    """Kill every step in turn at moments drawn from its number."""
    began = time.monotonic()
    make_shop(folder / "new")
    # Only an older file needs it, and the first who do would take longer than all others.
    importlib.import_module("alembic.operations")
    importlib.import_module("alembic.script")
    for name, step in STEPS.items():
        made = run_child(partial(_make, step, _template(folder, name)))
        assert made.code == 0, made.lines
        if len(cases) > len(STEPS):
            _warm_up(step, _template(folder, name), folder / "warm")
    faults: list[tuple[int, str]] = []
    counts: Counter[str] = Counter()
    states: set[str] = set()
    parts = [cases] if len(cases) < 40 else [cases[: len(cases) // 2], cases[len(cases) // 2 :]]
    for found, wrong, seen in in_two(
        partial(_kill_all, seed, part, folder, folder / str(number)) for number, part in enumerate(parts)
    ):
        counts += found
        faults += wrong
        states |= seen
    table = {"kills": counts.total(), "left different files, by names and sizes": len(states)}
    table |= {name: counts[name] for name in sorted(counts)}
    return Outcome("steps", len(cases), len(states), table, tuple(faults), time.monotonic() - began)


def _warm_up(step: Step, template: Path, own: Path) -> None:
    """Do a step in this process, so that what it imports and compiles is there in all its children."""
    shutil.copytree(template, own)
    path = folders(own).shop_file
    step.work.do(path, lambda _line: None)
    look_after(step.work, path, done=True, say=lambda _line: None)
    shutil.rmtree(own)


def _template(folder: Path, name: str) -> Path:
    return folder / "files" / name.replace(" ", "-")


def _make(step: Step, template: Path, _say: Say) -> None:
    template.mkdir(parents=True)
    step.make(folders(template).shop_file)


def _kill_all(
    seed: int, cases: Sequence[int], folder: Path, own: Path
) -> tuple[Counter[str], list[tuple[int, str]], set[str]]:
    names = list(STEPS)
    took_s: dict[str, float] = {}
    counts: Counter[str] = Counter()
    states: set[str] = set()
    faults: list[tuple[int, str]] = []
    for case in cases:
        name = names[case % len(names)]
        step = STEPS[name]
        if name not in took_s:
            # Once to its end: who does says how long the others may live.
            began = time.monotonic()
            child, wrong, _state = _once(step, _template(folder, name), own, None, whole=True)
            took_s[name] = time.monotonic() - began
            took_s[name] = min(took_s[name], _life_of(child))
            faults += [(case, f"{name}: {text}") for text in wrong]
        wait_s = Random(f"{seed}:{case}").uniform(0, took_s[name])
        child, wrong, state = _once(
            step, _template(folder, name), own, Kill(wait_s=wait_s), whole=case // len(names) % _REPLAYED == 0
        )
        states.add(f"{name} {state}")
        if not child.was_killed:
            where = "ended before the kill"
        elif "done" in child.lines:
            where = "after it was done"
        else:
            where = "in the work"
        counts[f"{name}: {where}"] += 1
        faults += [(case, f"{name}: {text}") for text in wrong]
    shutil.rmtree(own, ignore_errors=True)
    return counts, faults, states


def _life_of(child: Child) -> float:
    return next((float(line.split()[1]) for line in child.lines if line.startswith("took ")), 60.0)


def _once(
    step: Step, template: Path, own: Path, kill: Kill | None, *, whole: bool
) -> tuple[Child, list[str], str]:
    shutil.rmtree(own, ignore_errors=True)
    shutil.copytree(template, own)
    path = folders(own).shop_file

    def do(say: Say) -> None:
        began = time.monotonic()
        step.work.do(path, say)
        say(f"took {time.monotonic() - began}")

    child = run_child(do, kill)
    state = _state_of(own)
    done = "done" in child.lines
    wrong = [f"broken: {line}" for line in child.lines if line.startswith("failed")]
    after = run_child(partial(look_after, step.work, path, done, whole=whole))
    wrong += [f"broken: {line.rpartition(' | ')[2]}" for line in after.lines]
    return child, wrong, state


def _state_of(own: Path) -> str:
    """Say which files a kill left and how large; the moments in their names are the clock's."""
    found = (
        f"{each.relative_to(own)} {each.stat().st_size if each.is_file() else ''}" for each in own.rglob("*")
    )
    return " ".join(sorted(re.sub(r"20\d{6}\w?\d*", "", one) for one in found))
