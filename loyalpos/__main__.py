"""The command line: open the till, play the demo day, check a file."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from loyalpos import __version__

if TYPE_CHECKING:
    from loyalpos.errors import LoyalError

__all__ = ["main"]


def main(words: list[str] | None = None) -> int:
    """Do what the words say; without words, open the till.

    Returns:
        The exit code: 0 when all is well, 1 when something is wrong, 2 for words nobody knows.
    """
    asked = _parser().parse_args(words)
    if not _can_show(asked):
        print("There is no display. 'loyalpos demo --headless' plays a day without one.", file=sys.stderr)
        return 1
    try:
        return _do(asked)
    except _our_errors() as error:
        from loyalpos.ui.words.refusals import sentence  # noqa: PLC0415 - --version and --help need no Qt

        print(sentence(error), file=sys.stderr)
        return 1


def _our_errors() -> type[LoyalError]:
    """Give what a sentence stands for; asked only when something went wrong."""
    from loyalpos.errors import LoyalError  # noqa: PLC0415 - 4 ms of the first paint

    return LoyalError


def _can_show(asked: argparse.Namespace) -> bool:
    """Tell whether a window that is asked for can be opened; Qt would only abort."""
    needs_none = asked.command == "check" or (asked.command == "demo" and asked.headless)
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return needs_none or sys.platform != "linux" or any(os.environ.get(name) for name in shown)


def _do(asked: argparse.Namespace) -> int:
    match asked.command:
        case "demo":
            from loyalpos.demo.play import play_demo  # noqa: PLC0415 - the till starts without the demo

            return play_demo(
                headless=asked.headless,
                out=asked.out,
                seed=asked.seed,
                data_dir=asked.data_dir,
                part=asked.part,
            )
        case "check":
            return _check(asked.data_dir, as_json=asked.json)
        case _:
            from loyalpos.app import open_till  # noqa: PLC0415 - --version and --help need no Qt

            return open_till(asked.data_dir)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="loyalpos", description="Points, rewards and member cards beside the till of a small shop."
    )
    parser.add_argument("--version", action="version", version=f"LoyalPOS {__version__}")
    _add_folder(parser)
    commands = parser.add_subparsers(dest="command", metavar="{demo,check}", title="commands")
    demo = commands.add_parser("demo", help="open a demo shop, or play its day without a screen")
    _add_folder(demo, suppress=True)
    demo.add_argument("--headless", action="store_true", help="play a whole day through the real windows")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where the played day is written to")
    demo.add_argument("--seed", type=int, default=1, metavar="N", help="which day is played (default 1)")
    # A played day starts itself anew in its middle.
    demo.add_argument("--part", type=int, help=argparse.SUPPRESS)
    check = commands.add_parser("check", help="check file, journal chain and tables; exit 1 on any fault")
    _add_folder(check, suppress=True)
    check.add_argument("--json", action="store_true", help="print the report as JSON")
    return parser


def _add_folder(parser: argparse.ArgumentParser, *, suppress: bool = False) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS if suppress else None,
        help="the folder of this till's data (default: the system's place for it)",
    )


def _check(data_dir: Path | None, *, as_json: bool) -> int:
    from loyalpos.app import check_file  # noqa: PLC0415 - --version and --help need no database
    from loyalpos.errors import Unavailable  # noqa: PLC0415 - the same
    from loyalpos.ui.words.checks import check_lines  # noqa: PLC0415 - the same
    from loyalpos.ui.words.refusals import sentence  # noqa: PLC0415 - the same

    try:
        checked = check_file(data_dir)
    except Unavailable as error:
        trouble = {"sound": False, "trouble": type(error).__name__, "folder": str(data_dir or "")}
        print(json.dumps(trouble) if as_json else sentence(error))
        return 1
    if as_json:
        print(json.dumps(asdict(checked), ensure_ascii=False, indent=1))
    else:
        print("\n".join(check_lines(checked)))
    return 0 if checked.sound else 1


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
