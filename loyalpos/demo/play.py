"""The demo: the till on a demo shop, or a whole day played through its windows without a screen."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from loyalpos import __version__
from loyalpos.app import check_file, open_till
from loyalpos.demo import day
from loyalpos.demo.day import Part, Step
from loyalpos.demo.paper import Paper
from loyalpos.demo.part import WAITING, Told, cast_of, in_order, play_part
from loyalpos.settings import folders

__all__ = ["play_demo"]

_PART_TAKES_AT_MOST_S = 300
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
        data_dir: The folder of the demo shop; it must hold no other shop.
        part: Play only this part of the day, in this process: the day's own way to start anew.
        script: The parts of the day.

    Returns:
        The exit code: 0 when every balance is as the script says, 1 on any difference, 2 where the day
        cannot be played at all.
    """
    if not headless:
        from loyalpos.demo.shop import prepare_demo_shop  # noqa: PLC0415 - a played day makes its own shop

        where = folders(data_dir or folders().data / "demo")
        prepare_demo_shop(where, seed)
        return open_till(where.data, demo=True)
    os.environ.setdefault("QT_QPA_PLATFORM", _UNSEEN)
    if out is None:
        out = Path(tempfile.mkdtemp(prefix="loyalpos-day-"))
    if part is not None:
        assert data_dir is not None
        return play_part(part, data_dir, out, seed, script)
    return _play_day(out.resolve(), seed, data_dir, script)


def _play_day(out: Path, seed: int, data_dir: Path | None, script: tuple[Part, ...]) -> int:
    out.mkdir(parents=True, exist_ok=True)
    data = out / "till" if data_dir is None else data_dir.resolve()
    if data_dir is None:
        # Made by an earlier played day and by nobody else.
        shutil.rmtree(data, ignore_errors=True)
    elif folders(data).shop_file.exists():
        _say(f"{data} holds a shop already; a played day begins on an empty machine.")
        return 2
    for old in (*out.glob("[0-9][0-9]*.png"), out / "cards.pdf", out / "day.json"):
        old.unlink(missing_ok=True)
    steps: list[Told] = []
    stops: list[str] = []
    for number, part in enumerate(script):
        told, stopped = _play_part_anew(number, part, data, out, seed, script)
        steps += told
        stops += stopped
        if stopped:
            break
    faults = [f"{step.name}: {fault}" for step in steps for fault in step.faults]
    faults += stops
    planned = [step for number, part in enumerate(script) for step in in_order(part.steps, seed)]
    faults += [] if stops or len(steps) == len(planned) else ["steps are missing"]
    checked = check_file(data)
    if not checked.sound:
        faults.append("the check of the file found faults")
    backups = sorted(path.name for path in folders(data).backups.glob("*"))
    if not backups:
        faults.append("no backup was made when the day was closed")
    members = _members(Paper(out), steps, seed)
    written = {
        "shop": day.SHOP,
        "date": day.DATE,
        "seed": seed,
        "ok": not faults,
        "faults": faults,
        "members": members,
        "steps": [asdict(step) | {"ok": step.ok} for step in steps],
        "check": asdict(checked) | {"path": data.name},
        "backups": backups,
        "versions": {
            "loyalpos": __version__,
            "python": platform.python_version(),
            **{name: version(name) for name in ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3")},
        },
    }
    text = json.dumps(written, ensure_ascii=False, indent=1)
    (out / "day.json").write_text(text + "\n", encoding="utf-8")
    _print_table(steps, faults, out)
    return 1 if faults else 0


def _play_part_anew(
    number: int, part: Part, data: Path, out: Path, seed: int, script: tuple[Part, ...]
) -> tuple[list[Told], list[str]]:
    """Play a part in a new process, and kill that one without a word where the script says so."""
    words = ["--data-dir", str(data), "demo", "--headless", "--out", str(out), "--seed", str(seed)]
    command = [sys.executable, "-m", "loyalpos", *words, "--part", str(number)]
    told: list[Told] = []
    stopped: list[str] = []
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == WAITING:
                process.kill()
                told.append(_cut(number, script, seed))
                break
            read = json.loads(line)
            if "stopped" in read:
                stopped.append(f"{part.title}: {read['stopped']} {read['crashes'] or ''}".strip())
            else:
                told.append(Told(**read | {"keys": tuple(read["keys"]), "faults": tuple(read["faults"])}))
        process.wait(_PART_TAKES_AT_MOST_S)
    killed = part.ends == "kill" and bool(told) and told[-1].name == part.steps[-1].name
    if not stopped and not killed and process.returncode != 0:
        stopped.append(f"{part.title}: the process ended with {process.returncode}")
    return told, stopped


def _cut(number: int, script: tuple[Part, ...], seed: int) -> Told:
    """Tell the step in which the process was killed; what it left behind is seen in the next part."""
    place = sum(len(part.steps) for part in script[: number + 1])
    step: Step = in_order(script[number].steps, seed)[-1]
    return Told(place, step.name, step.title, step.at, step.keys)


def _members(paper: Paper, steps: list[Told], seed: int) -> list[dict[str, object]]:
    codes = paper.codes()
    cast = cast_of(seed)
    last = steps[-1] if steps else Told(0, "", "", "", ())
    return [
        {
            "customer": who,
            "name": None if who in day.WITHOUT_NAME else cast[who].name,
            "phone": cast[who].phone,
            "card": codes[card - 1] if card <= len(codes) else None,
            "expected": last.expected.get(who),
            "actual": last.actual.get(who),
        }
        for who, card in sorted(day.CARDS.items())
    ]


def _print_table(steps: list[Told], faults: list[str], out: Path) -> None:
    shown: dict[str, int] = {}
    for step in steps:
        changed = {who: points for who, points in step.expected.items() if shown.get(who) != points}
        shown |= changed
        balances = ", ".join(f"{who} {points}" for who, points in changed.items())
        verdict = "ok   " if step.ok else "WRONG"
        _say(f"{step.number:2d}  {step.at}  {verdict}  {step.title}  {balances}".rstrip())
    for fault in faults:
        _say(f"WRONG: {fault}")
    _say(f"{'As expected' if not faults else f'{len(faults)} differences'}: {out / 'day.json'}")


def _say(line: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()
