"""The words of the command line: which there are, and how what stands behind them is read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from loyalpos import __version__

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

__all__ = ["parser"]

_ENDS_WITH = (
    "The exit code is 0 when it is done, 1 when it is not (and why is said), 2 for words nobody knows."
)


def parser() -> argparse.ArgumentParser:
    """Give what reads the command line; it ends the program with 2 for words nobody knows."""
    whole = argparse.ArgumentParser(
        prog="loyalpos", description="Points, rewards and member cards beside the till of a small shop."
    )
    whole.add_argument("--version", action="version", version=f"LoyalPOS {__version__}")
    _add_folder(whole)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")
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
    _add_cards(commands)
    _add_programs(commands)
    _add_moves(commands)
    _add_members(commands)
    _add_staff(commands)
    return whole


def _add_cards(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    cards = commands.add_parser("cards", help="write member cards into a PDF or PNG file; the till is closed")
    _add_folder(cards, suppress=True)
    which = cards.add_mutually_exclusive_group(required=True)
    which.add_argument("--blank", type=_count, metavar="N", help="make a batch of so many blank cards")
    which.add_argument("--member", nargs="+", metavar="CODE", help="the cards of these members")
    which.add_argument("--batch", type=_count, metavar="NUMBER", help="the blanks left of a batch")
    cards.add_argument("--layout", default="a4", metavar="NAME", help="how they lie on paper (default a4)")
    cards.add_argument("--first", type=_count, default=1, metavar="N", help="begin with the Nth card")
    cards.add_argument("--for-printer", default="", metavar="NAME", help="correct what was measured on it")
    cards.add_argument("--out", type=_card_file, required=True, metavar="FILE", help="a .pdf or .png file")
    _add_person(cards)
    cards.add_argument("--json", action="store_true", help="print what came of it as JSON")


def _add_programs(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    program = commands.add_parser("program", help="take the loyalty program out as a file, or publish one")
    actions = program.add_subparsers(dest="action", metavar="{export,import}", required=True)
    taken = actions.add_parser("export", help="write the last published program as JSON")
    _add_folder(taken, suppress=True)
    taken.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to; the screen if left out")
    put = actions.add_parser("import", help="check a program and publish it; exit 1 on any problem")
    _add_folder(put, suppress=True)
    put.add_argument("file", type=Path, metavar="FILE", help="the program as JSON")
    put.add_argument(
        "--from",
        dest="starts",
        type=_day,
        metavar="DATE",
        help="the first day it rules, such as 2026-12-31 (default: as the file says, today at the earliest)",
    )
    _add_person(put)
    put.add_argument("--draft", action="store_true", help="only check it; publish nothing")
    tried = commands.add_parser(
        "try", help="work cases out under a program; exit 1 if one differs, 2 if a file cannot be read"
    )
    tried.add_argument("program", type=Path, metavar="PROGRAM.json", help="the program")
    tried.add_argument("cases", type=Path, metavar="CASES.json", help="members, bills and what is expected")
    tried.add_argument("--json", action="store_true", help="print everything that came of it as JSON")


def _add_moves(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = commands.add_parser(
        "backup", help="make a verified backup; the till may be open", epilog=_ENDS_WITH
    )
    backup.add_argument("--to", type=Path, metavar="DIR", help="into which folder (default: this till's)")
    back = commands.add_parser(
        "restore",
        help="put a backup in the place of the shop's file; the till is closed",
        epilog=f"{_ENDS_WITH} Without --yes it only says what would be lost, and ends with 1.",
    )
    back.add_argument("file", type=Path, metavar="FILE", help="the backup, with its .json beside it")
    back.add_argument("--yes", action="store_true", help="do it; the file of now is kept beside it")
    put = commands.add_parser("import", help="take in a list of members or a whole shop; the till is closed")
    sorts = put.add_subparsers(dest="sort", metavar="{members,shop}", required=True)
    members = sorts.add_parser(
        "members",
        help="take in an old customer list",
        epilog=f"{_ENDS_WITH} It is 1 too where rows stayed out, 2 where the list cannot be read.",
    )
    which = members.add_mutually_exclusive_group(required=True)
    which.add_argument("file", nargs="?", type=Path, metavar="FILE", help="an Excel or CSV file")
    which.add_argument("--undo", type=_id, metavar="ID", help="take a whole list out again")
    members.add_argument("--dry-run", action="store_true", help="only say what becomes of each row")
    members.add_argument(
        "--map",
        action="append",
        default=[],
        type=_mapped,
        metavar="COLUMN=FIELD",
        help="what a column is, by its heading or its number from 1; FIELD is phone, name, family, points, "
        "birthday, card or note (default: as the headings say)",
    )
    members.add_argument(
        "--agreed", action="store_true", help="say that the shop has the agreement of these customers"
    )
    shop = sorts.add_parser(
        "shop",
        help="make a shop of an export where none is yet",
        epilog=f"{_ENDS_WITH} It is 2 too where the export is not what was written.",
    )
    shop.add_argument("folder", type=Path, metavar="DIR", help="what 'loyalpos export' wrote")
    out = commands.add_parser(
        "export", help="write everything the shop owns; the till may be open", epilog=_ENDS_WITH
    )
    out.add_argument("folder", type=Path, metavar="DIR", help="an empty folder, or one that is not there")
    out.add_argument(
        "--reason", default="loyalpos export", metavar="WHY", help="what it is for; it is written down"
    )
    protect = commands.add_parser(
        "protect", help="say how the shop's file is protected, or type the recovery code as a drill"
    )
    asked = protect.add_mutually_exclusive_group()
    asked.add_argument("--status", action="store_true", help="only say how it is protected (the default)")
    asked.add_argument("--drill", action="store_true", help="ask for the recovery code and say if it opens")
    for parser in (back, members, out):
        _add_person(parser)
    for parser in (backup, back, members, shop, out, protect):
        _add_folder(parser, suppress=True)
        parser.add_argument("--json", action="store_true", help="print what came of it as JSON")


def _add_members(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    gone = commands.add_parser(
        "erase",
        help="erase a member for good; the till is closed",
        epilog=f"{_ENDS_WITH} Without --yes it only says what would be lost, and ends with 1.",
    )
    gone.add_argument("member", metavar="MEMBER", help="the code of a card, a phone, or the member's id")
    gone.add_argument(
        "--reason", choices=("asked", "withdrawn", "inactive", "mistake"), default="asked", help="why"
    )
    gone.add_argument("--yes", action="store_true", help="do it; nothing brings the person back")
    own = commands.add_parser(
        "my-data",
        help="write what the shop knows of a member as PDF and JSON; the till is closed",
        epilog=_ENDS_WITH,
    )
    own.add_argument("member", metavar="MEMBER", help="the code of a card, a phone, or the member's id")
    own.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder they are written into"
    )
    for parser in (gone, own):
        _add_person(parser)
        _add_folder(parser, suppress=True)
        parser.add_argument("--json", action="store_true", help="print what came of it as JSON")


def _add_staff(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    staff = commands.add_parser(
        "staff",
        help="say who works here, or give an owner who forgot it another PIN; the till is closed",
        epilog=f"{_ENDS_WITH} Without protection another PIN holds after three days, if nobody stops it.",
    )
    _add_folder(staff, suppress=True)
    staff.add_argument(
        "--new-pin",
        metavar="NAME",
        help="another PIN for this owner: the recovery code or the passphrase (where the shop is protected) "
        "and the PIN are asked for, or stand in two lines of the standard input",
    )
    staff.add_argument("--json", action="store_true", help="print what came of it as JSON")


def _add_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as",
        dest="person",
        default="",
        metavar="NAME",
        help="where the shop has PINs: who does it (a person at the terminal is asked)",
    )
    parser.add_argument(
        "--pin-from",
        default="",
        metavar="FILE",
        help="the PIN in the first line of a file that nobody else may read; - is the standard input",
    )


def _add_folder(parser: argparse.ArgumentParser, *, suppress: bool = False) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS if suppress else None,
        help="the folder of this till's data (default: the system's place for it)",
    )


def _count(text: str) -> int:
    """Read how many, or the how-manieth.

    Raises:
        ArgumentTypeError: It is none from 1 to the most cards of a batch.
    """
    most = 1_000
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        words = f"{text!r} is no whole number from 1 to {most}"
        raise argparse.ArgumentTypeError(words)
    return int(text)


def _card_file(text: str) -> Path:
    """Read where cards are written to.

    Raises:
        ArgumentTypeError: Its name says neither of the two forms.
    """
    path = Path(text)
    if path.suffix.lower() not in (".pdf", ".png"):
        words = f"{text!r} ends neither in .pdf nor in .png"
        raise argparse.ArgumentTypeError(words)
    return path


def _id(text: str) -> UUID:
    """Read the id of a list.

    Raises:
        ArgumentTypeError: It is none.
    """
    from uuid import UUID  # noqa: PLC0415 - 2 ms of the first paint

    try:
        return UUID(text)
    except ValueError:
        words = f"{text!r} is no id of a list"
        raise argparse.ArgumentTypeError(words) from None


def _mapped(text: str) -> tuple[str, str]:
    """Read what a column is to be.

    Raises:
        ArgumentTypeError: It is no column and no field.
    """
    from loyalpos.engine.list_columns import Column  # noqa: PLC0415 - --version and --help need none

    heading, _, field = text.rpartition("=")
    if not heading or field not in tuple(Column):
        words = f"{text!r} is no COLUMN=FIELD with one of the fields {', '.join(Column)}"
        raise argparse.ArgumentTypeError(words)
    return heading, field


def _day(text: str) -> date:
    """Read a day as the command line gives it.

    Raises:
        ArgumentTypeError: There is no such day.
    """
    from datetime import date  # noqa: PLC0415 - 2 ms of the first paint

    try:
        return date.fromisoformat(text)
    except ValueError:
        words = f"{text!r} is no day of the calendar, such as 2026-12-31"
        raise argparse.ArgumentTypeError(words) from None
