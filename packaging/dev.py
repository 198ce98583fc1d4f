"""Set up the project and run its tasks with nothing but a Python 3.11 to 3.13.

Called as `python3 packaging/dev.py run|test|bench|faults|translate [words …]` from any folder.
"""

import sys

# This stands first, and this file keeps to old syntax, so that an old Python can still say the sentence.
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(
        "LoyalPOS needs Python 3.11, 3.12 or 3.13; "
        f"this is {sys.version_info[0]}.{sys.version_info[1]} ({sys.executable}).\n"
        "Call it with another one, for example: python3.12 packaging/dev.py"
    )

import argparse
from pathlib import Path

import surroundings
import tasks

ROOT = Path(__file__).resolve().parent.parent

TASKS = {
    "run": (tasks.run, "open the till on the demo shop (without a display: play the demo day unseen)"),
    "test": (tasks.test, "check format, lint, types and room contracts, then run every test"),
    "bench": (tasks.bench, "measure speed and memory beside their bare counterparts"),
    "faults": (tasks.faults, "kills, power cuts, failing disks, damage and wrong clocks, at full counts"),
    "translate": (tasks.translate, "bring the translation files up to date with the source"),
}


def main(words: list[str]) -> int:
    """Run one task after making sure that everything it needs is in place.

    Args:
        words: The words after `dev.py`; those after the task's name go on to what the task calls.

    Returns:
        The exit code: 0 when all is well.
    """
    parser = argparse.ArgumentParser(prog="dev.py", description="Set up LoyalPOS and run its tasks.")
    choices = parser.add_subparsers(dest="task", required=True, metavar="task")
    for name, (_task, meaning) in TASKS.items():
        # The words of pytest or of the till, --help among them, belong to those and not to this parser.
        choices.add_parser(name, help=meaning, add_help=False)
    wanted, rest = parser.parse_known_args(words[:1]), words[1:]
    task, _meaning = TASKS[wanted[0].task]
    try:
        return task(ROOT, rest)
    except surroundings.Missing as missing:
        print(f"\n{missing}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    # A console with an old code page must not kill a sentence with Vietnamese letters in it.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", line_buffering=True)
    sys.exit(main(sys.argv[1:]))
