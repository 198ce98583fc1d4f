"""The tasks behind the words of dev.py: each makes the environment ready, then calls the real program."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import catalogues
import surroundings
from environment import child_environment, ready, script_of


def till_words(*, display: bool, words: list[str]) -> list[str]:
    """Build the command line of the till on the demo shop.

    Args:
        display: Whether there is a screen to open a window on.
        words: What the person added.
    """
    return ["-m", "loyalpos", "demo", *([] if display else ["--headless"]), *words]


def run(root: Path, words: list[str]) -> int:
    """Open the till on the demo shop, or play the demo day unseen where there is no display."""
    display = has_display()
    surroundings.bring_libraries(surroundings.QT_LIBRARIES)
    if display:
        surroundings.bring_libraries(surroundings.WINDOW_LIBRARIES)
    python = ready(root)
    if not display:
        print("There is no display here: playing the demo day without a window.", flush=True)
    # In the caller's folder, so that a folder named in the words is the one the person means.
    return _call([python, *till_words(display=display, words=words)], Path.cwd())


def has_display() -> bool:
    """Tell whether a window can be shown; only Linux may be without a display, and names it in a variable."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def test(root: Path, words: list[str]) -> int:
    """Check everything a machine can check; all steps run, so that one call shows all that is wrong."""
    started = time.monotonic()
    surroundings.bring_libraries({**surroundings.QT_LIBRARIES, **surroundings.WINDOW_LIBRARIES})
    surroundings.bring_test_programs()
    python = ready(root)
    print(f"set-up: {time.monotonic() - started:.1f} s", flush=True)
    steps: dict[str, list[Path | str]] = {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy"],
        "rooms": [script_of(root / ".venv", "lint-imports")],
    }
    failed = []
    for name, command in steps.items():
        began = time.monotonic()
        code = _call(command, root)
        print(f"{name}: {'ok' if code == 0 else 'FAILED'}, {time.monotonic() - began:.1f} s\n", flush=True)
        if code != 0:
            failed.append(name)
    if failed:
        # Said here and not at the end: the closing line of the tests stays the last one.
        print(f"Failed before the tests: {', '.join(failed)}. The exit code will be 1.\n", flush=True)
    tested = _call([python, "-m", "pytest", "-n", "2", *words], root, **_unseen())
    return 1 if failed or tested else 0


def bench(root: Path, words: list[str]) -> int:
    """Measure speed and memory beside their bare counterparts."""
    return _module(root, "tests.bench", words)


def faults(root: Path, words: list[str]) -> int:
    """Kill the program, cut its power, fail its disk, damage its files and turn its clock, at full counts."""
    return _module(root, "tests.faults", words)


def translate(root: Path, words: list[str]) -> int:
    """Bring the translation files up to date, or only look (`--check`); 1 if a sentence is untranslated."""
    if words not in ([], ["--check"]):
        print("translate takes no words but --check", file=sys.stderr)
        return 2
    surroundings.bring_libraries(surroundings.QT_LIBRARIES)
    ready(root)
    lupdate = script_of(root / ".venv", "pyside6-lupdate")
    if words:
        lines = catalogues.compare(root, lupdate)
    else:
        lines = catalogues.refresh(root, lupdate, root / catalogues.FOLDER)
    for line in lines:
        print(line)
    print(f"{len(lines)} untranslated" if lines else "Every sentence is translated.")
    return 1 if lines else 0


def _module(root: Path, name: str, words: list[str]) -> int:
    surroundings.bring_libraries({**surroundings.QT_LIBRARIES, **surroundings.WINDOW_LIBRARIES})
    surroundings.bring_test_programs()
    return _call([ready(root), "-m", name, *words], root, **_unseen())


def _unseen() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def _call(words: list[Path | str], folder: Path, **variables: str) -> int:
    return subprocess.run(
        [str(word) for word in words], cwd=folder, env=child_environment(**variables), check=False
    ).returncode
