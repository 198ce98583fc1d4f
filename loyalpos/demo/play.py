"""The demo: the till on a demo shop, or a whole day played through its windows without a screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from loyalpos.app import new_outside, open_till
from loyalpos.demo import day
from loyalpos.demo.part import WAITING, Told, in_order, play_part
from loyalpos.demo.report import say, write_report
from loyalpos.demo.steps import Part
from loyalpos.settings import folders, try_folder

__all__ = ["play_demo"]

_UNSEEN = "offscreen"


def play_demo(
    *,
    headless: bool,
    out: Path | None,
    seed: int,
    data_dir: Path | None,
    part: int | None = None,
    script: tuple[Part, ...] = day.PARTS,
) -> int:
    """Open the till on the demo shop, or play the day.

    Args:
        headless: Play the day, unseen, and write what came of it.
        out: The folder of the played day; a temporary one if none is named.
        seed: Varies who the customers are, their phones, the rhythm of the keys and the order of customers
            who do not depend on each other. The amounts, and so the balances worked out by hand, stay.
        data_dir: The folder of the demo shop; for a played day it must hold no shop yet.
        part: Play only this part of the day, in this process: the day's own way to start anew.
        script: What is expected; its parts are played in the order they have in the day.

    Returns:
        The exit code: 0 when everything is as the script says, 1 on any difference, 2 where the day
        cannot be played at all.
    """
    if not headless:
        from loyalpos.demo.shop import prepare_demo_shop  # noqa: PLC0415 - a played day makes its own shop

        where = folders(data_dir or folders().data / "demo")
        prepare_demo_shop(where, seed, new_outside())
        return open_till(where.data, demo=True)
    os.environ.setdefault("QT_QPA_PLATFORM", _UNSEEN)
    if out is None:
        out = Path(tempfile.mkdtemp(prefix="loyalpos-day-"))
    if part is not None:
        return play_part(part, data_dir or out / "till", out, seed)
    return _play_day(out.resolve(), seed, data_dir, script)


def _play_day(out: Path, seed: int, data_dir: Path | None, script: tuple[Part, ...]) -> int:
    try_folder(out)
    data = out / "till" if data_dir is None else data_dir.resolve()
    if data_dir is None:
        # Made by an earlier played day and by nobody else.
        shutil.rmtree(data, ignore_errors=True)
    elif folders(data).shop_file.exists():
        say(f"{data} holds a shop already; a played day begins on an empty machine.")
        return 2
    for old in (*out.glob("[0-9][0-9][a-z]-*.png"), out / "cards.pdf", out / "day.json"):
        old.unlink(missing_ok=True)
    told: list[Told] = []
    stops: list[str] = []
    for number, part in enumerate(script):
        stop = _play_part_anew(number, part, data, out, seed, told)
        if stop:
            stops.append(f"{part.title}: {stop}")
            break
    return 0 if write_report(out, data, script, told, stops, seed) else 1


def _play_part_anew(number: int, part: Part, data: Path, out: Path, seed: int, told: list[Told]) -> str:
    """Play a part in a new process, and kill that one without a word where it asks for it.

    Returns:
        Why the day cannot go on, or nothing.
    """
    words = ["--data-dir", str(data), "demo", "--headless", "--out", str(out), "--seed", str(seed)]
    command = [sys.executable, "-m", "loyalpos", *words, "--part", str(number)]
    was_killed = False
    stop = ""
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == WAITING:
                process.kill()
                was_killed = True
                told.append(Told(in_order(part.steps, seed)[-1].name, {}))
                break
            read = json.loads(line)
            if "stopped" in read:
                stop = f"{read['stopped']} {read['crashes'] or ''}".strip()
            else:
                told.append(Told(**read))
    if not stop and not was_killed and process.returncode != 0:
        stop = f"the process ended with {process.returncode}"
    if not stop and was_killed != (part.ends == "kill"):
        stop = "the power was cut where it should not be, or was not"
    return stop
