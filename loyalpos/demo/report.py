"""What came of a played day: the script beside what was seen, as ``day.json`` and as a table."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct, to_builtins

from loyalpos import __version__
from loyalpos.app import check_file
from loyalpos.demo import day
from loyalpos.demo.paper import Paper
from loyalpos.demo.part import Told, cast_of, in_order
from loyalpos.demo.steps import POWER_CUT, SHOP, Part, Step
from loyalpos.settings import folders

__all__ = ["Judged", "judged", "say", "write_report"]

_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3")


class Judged(Struct, frozen=True):
    """A step of the script and what was seen of it; nothing is seen of one that ends in a power cut."""

    number: int
    name: str
    title: str
    at: str
    keys: tuple[str, ...]
    expected: dict[str, int]
    actual: dict[str, int] | None
    banner: str
    said: str
    faults: tuple[str, ...]

    def entry(self) -> dict[str, object]:
        """Give the step as it stands in the report."""
        own: dict[str, object] = to_builtins(self)
        return own | {"ok": not self.faults}


def judged(script: tuple[Part, ...], told: Iterable[Told], seed: int) -> Iterator[Judged]:
    """Hold what was seen against the script, step by step; steps never played are faults."""
    seen = {one.name: one for one in told}
    expected: dict[str, int] = {}
    number = 0
    for part in script:
        for step in in_order(part.steps, seed):
            number += 1
            expected = expected | step.balances
            one = seen.get(step.name)
            is_cut = POWER_CUT in step.keys
            faults = ("it was not played",) if one is None else tuple(_faults(step, expected, one, is_cut))
            yield Judged(
                number,
                step.name,
                step.title,
                step.at,
                step.keys,
                expected,
                None if one is None or is_cut else one.balances,
                "" if one is None else one.banner,
                "" if one is None else one.said,
                faults,
            )


def write_report(
    out: Path, data: Path, script: tuple[Part, ...], told: list[Told], stops: list[str], seed: int
) -> bool:
    """Write ``day.json`` and print the table.

    Args:
        out: The folder of the played day.
        data: The folder of its till.
        stops: Why the day could not go on, where it could not.

    Returns:
        Whether everything is as the script says.
    """
    steps = list(judged(script, told, seed))
    faults = [f"{step.name}: {fault}" for step in steps for fault in step.faults] + stops
    checked: dict[str, object] = {"sound": False}
    if folders(data).shop_file.exists():
        checked = to_builtins(check_file(data)) | {"path": folders(data).shop_file.name}
    if not checked["sound"]:
        faults.append("the shop's file is not sound")
    backups = sorted(path.name for path in folders(data).backups.glob("*"))
    if not backups:
        faults.append("no backup was made when the day was closed")
    members = _members(Paper(out), steps, seed)
    faults += [f"{member['customer']} has no card" for member in members if member["card"] is None]
    report = {
        "shop": SHOP,
        "date": day.DATE,
        "seed": seed,
        "ok": not faults,
        "faults": faults,
        "members": members,
        "steps": [step.entry() for step in steps],
        "check": checked,
        "backups": backups,
        "versions": {
            "loyalpos": __version__,
            "python": platform.python_version(),
            **{name: version(name) for name in _PACKAGES},
        },
    }
    text = json.dumps(report, ensure_ascii=False, indent=1)
    (out / "day.json").write_text(text + "\n", encoding="utf-8")
    _print_table(steps, faults, out)
    return not faults


def say(line: str) -> None:
    """Print a line, on old consoles with ? for letters they do not know."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


def _faults(step: Step, expected: dict[str, int], seen: Told, is_cut: bool) -> Iterator[str]:
    yield from seen.crashes
    if is_cut:
        return
    for who, points in expected.items():
        if seen.balances.get(who) != points:
            yield f"{who} should have {points} and has {seen.balances.get(who)}"
    if step.banner and seen.banner != step.banner:
        yield f"the answer should be a {step.banner} and is “{seen.banner} {seen.said}”"
    for figures in step.says:
        if figures not in seen.said:
            yield f"“{figures}” is missing in “{seen.said}”"


def _members(paper: Paper, steps: list[Judged], seed: int) -> list[dict[str, object]]:
    codes = paper.codes()
    cast = cast_of(seed)
    last = steps[-1]
    return [
        {
            "customer": who,
            "name": None if who in day.WITHOUT_NAME else cast[who].name,
            "phone": cast[who].phone,
            "card": codes[card - 1] if card <= len(codes) else None,
            "expected": last.expected.get(who),
            "actual": None if last.actual is None else last.actual.get(who),
        }
        for who, card in sorted(day.CARDS.items())
    ]


def _print_table(steps: list[Judged], faults: list[str], out: Path) -> None:
    shown: dict[str, int] = {}
    for step in steps:
        changed = {who: points for who, points in step.expected.items() if shown.get(who) != points}
        shown |= changed
        balances = ", ".join(f"{who} {points}" for who, points in changed.items())
        verdict = "WRONG" if step.faults else "ok   "
        say(f"{step.number:2d}  {step.at}  {verdict}  {step.title}  {balances}".rstrip())
    for fault in faults:
        say(f"WRONG: {fault}")
    say(f"{'As expected' if not faults else f'Differences: {len(faults)}'} – {out / 'day.json'}")
