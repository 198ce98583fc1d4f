"""The command line: open the till, play the demo day, check a file, move and try programs."""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from loyalpos.arguments import parser

if TYPE_CHECKING:
    from loyalpos.errors import LoyalError

__all__ = ["main"]

_NOBODY_LISTENS = (errno.EPIPE, errno.EINVAL)
"""What writing says where the reader is gone; the second is Windows' way to say it."""


def main(words: list[str] | None = None) -> int:
    """Do what the words say; without words, open the till.

    Returns:
        The exit code: 0 when all is well, 1 when something is wrong, 2 for words nobody knows and for
        documents that cannot be tried.
    """
    try:
        try:
            return _obey(words)
        finally:
            # As late as the end of the process it would be said in a traceback.
            _flush()
    except KeyboardInterrupt:
        # Somebody broke off at a question; the next line of theirs begins anew.
        print(file=sys.stderr)
        return 1
    except OSError as error:
        if not _is_of_output(error):
            raise
        _be_silent()
        return 1


def _obey(words: list[str] | None) -> int:
    asked = parser().parse_args(words)
    if not _can_show(asked):
        print("There is no display. 'loyalpos demo --headless' plays a day without one.", file=sys.stderr)
        return 1
    with _speaking(asked):
        try:
            return _do(asked)
        except _our_errors() as error:
            print(_why(error), file=sys.stderr)
            return 1


def _flush() -> None:
    # A program without a console has none.
    if sys.stdout is not None:
        sys.stdout.flush()


def _is_of_output(error: OSError) -> bool:
    """Tell whether what we say has nowhere to go: `| head` has read enough, or the disk is full."""
    if error.filename is not None or error.errno not in (*_NOBODY_LISTENS, errno.ENOSPC, errno.EIO):
        return False
    # Where another disk is the full one, that must be told.
    return error.errno in _NOBODY_LISTENS or _cannot_be_said()


def _cannot_be_said() -> bool:
    """Try to say an empty line: what failed before may not be held back any more."""
    try:
        print(flush=True)
    except OSError:
        return True
    return False


def _be_silent() -> None:
    """Let what is still to be written go nowhere, or the end of the process would fail at it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _speaking(asked: argparse.Namespace) -> AbstractContextManager[None]:
    """Speak the language of the till's screens with people; what programs read is the same everywhere."""
    if asked.command not in ("check", "cards", "program") or getattr(asked, "json", False):
        return nullcontext()
    from loyalpos.app import speaking  # noqa: PLC0415 - --version and --help need no Qt
    from loyalpos.settings import folders  # noqa: PLC0415 - the same

    return speaking(folders(asked.data_dir))


def _our_errors() -> type[LoyalError]:
    """Give what a sentence stands for; asked only when something went wrong."""
    from loyalpos.errors import LoyalError  # noqa: PLC0415 - 4 ms of the first paint

    return LoyalError


def _why(error: LoyalError) -> str:
    """Say why a command came to nothing."""
    from loyalpos.ui.words.checks import why_text  # noqa: PLC0415 - --version and --help need no Qt

    return why_text(error)


def _can_show(asked: argparse.Namespace) -> bool:
    """Tell whether a window that is asked for can be opened; Qt would only abort."""
    needs_none = asked.command not in (None, "demo") or (asked.command == "demo" and asked.headless)
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
        case "cards":
            return _cards(asked)
        case "check":
            return _check(asked.data_dir, as_json=asked.json)
        case "program" if asked.action == "export":
            return _export(asked.data_dir, asked.file)
        case "program":
            return _import(asked)
        case "backup" | "restore" | "import" | "export" | "protect":
            from loyalpos.commands import run  # noqa: PLC0415 - --version and --help need no Qt

            return run(asked)
        case "erase" | "my-data":
            from loyalpos.member_commands import run as run_for_member  # noqa: PLC0415 - the same

            return run_for_member(asked)
        case "staff":
            from loyalpos.staff_commands import run as run_for_staff  # noqa: PLC0415 - the same

            return run_for_staff(asked)
        case "try":
            return _try(asked.program, asked.cases, as_json=asked.json)
        case _:
            from loyalpos.app import open_till  # noqa: PLC0415 - --version and --help need no Qt

            return open_till(asked.data_dir)


def _check(data_dir: Path | None, *, as_json: bool) -> int:
    from loyalpos.app import check_file  # noqa: PLC0415 - --version and --help need no database
    from loyalpos.errors import Unavailable  # noqa: PLC0415 - the same
    from loyalpos.ui.words.checks import check_lines  # noqa: PLC0415 - the same

    try:
        checked = check_file(data_dir)
    except Unavailable as error:
        trouble = {"sound": False, "trouble": type(error).__name__, "folder": str(data_dir or "")}
        print(json.dumps(trouble) if as_json else _why(error))
        return 1
    if as_json:
        from msgspec import to_builtins  # noqa: PLC0415 - the window opens without it

        print(json.dumps(to_builtins(checked), ensure_ascii=False, indent=1))
    else:
        print("\n".join(check_lines(checked)))
    return 0 if checked.sound else 1


def _cards(asked: argparse.Namespace) -> int:
    from loyalpos.app import make_cards  # noqa: PLC0415 - --version and --help need no Qt
    from loyalpos.printing.calibration import TRUE, calibrations  # noqa: PLC0415 - the same
    from loyalpos.printing.layouts import layouts_in  # noqa: PLC0415 - the same
    from loyalpos.settings import folders  # noqa: PLC0415 - the same
    from loyalpos.ui.office.card_order import Order  # noqa: PLC0415 - the same
    from loyalpos.ui.terminal import said_who  # noqa: PLC0415 - the same
    from loyalpos.ui.words import cards_command as words  # noqa: PLC0415 - the same
    from loyalpos.ui.words.commands import till_open_text  # noqa: PLC0415 - the same

    where = folders(asked.data_dir)
    shelf = layouts_in(where.layouts)
    for error in shelf.unsound:
        print(_why(error), file=sys.stderr)
    layout = shelf.layouts.get(asked.layout)
    if layout is None:
        print(words.no_layout_text(asked.layout, tuple(shelf.layouts)), file=sys.stderr)
        return 2
    measured = calibrations(where.printers_file)
    if asked.for_printer and asked.for_printer not in measured:
        print(words.not_measured_text(asked.for_printer, tuple(measured)), file=sys.stderr)
        return 2
    count = asked.blank or len(asked.member or ())
    if count and asked.first > count:
        # Said before: a batch would be made of which no card is ever painted.
        print(words.beyond_last_text(asked.first, count), file=sys.stderr)
        return 2
    order = Order(
        asked.out,
        layout,
        blanks=asked.blank or 0,
        codes=tuple(asked.member or ()),
        batch=asked.batch,
        first=asked.first,
        calibration=measured.get(asked.for_printer, TRUE),
    )
    made = make_cards(asked.data_dir, order, said_who(asked))
    if made is None:
        print(till_open_text(), file=sys.stderr)
        return 1
    if asked.json:
        files = [str(path) for path in made.files]
        print(json.dumps({"cards": made.cards, "batch": made.batch, "files": files}, ensure_ascii=False))
    else:
        print("\n".join((words.cards_made_text(made.cards, made.batch), *map(str, made.files))))
    if not made.cards:
        print(words.none_left_text(asked.first), file=sys.stderr)
    return 0 if made.cards else 1


def _export(data_dir: Path | None, to: Path | None) -> int:
    from loyalpos.app import opening_key  # noqa: PLC0415 - --version and --help need no database
    from loyalpos.services.program_file import last_published, write_document  # noqa: PLC0415 - the same
    from loyalpos.settings import folders  # noqa: PLC0415 - the same
    from loyalpos.ui.words.commands import nothing_published_text  # noqa: PLC0415 - the same

    where = folders(data_dir)
    document = last_published(where.shop_file, opening_key(where))
    if document is None:
        print(nothing_published_text(), file=sys.stderr)
        return 1
    if to is None:
        print(document)
    else:
        write_document(to, document)
    return 0


def _import(asked: argparse.Namespace) -> int:
    from loyalpos.app import import_program  # noqa: PLC0415 - --version and --help need no database
    from loyalpos.errors import DocumentUnsound  # noqa: PLC0415 - the same
    from loyalpos.services.program_file import judge_document  # noqa: PLC0415 - the same
    from loyalpos.ui.office.program_problems import problem_sentence  # noqa: PLC0415 - the same
    from loyalpos.ui.terminal import said_who  # noqa: PLC0415 - the same
    from loyalpos.ui.words import commands as words  # noqa: PLC0415 - the same
    from loyalpos.ui.words.trying import flaw_lines  # noqa: PLC0415 - the same

    try:
        judged = judge_document(asked.file)
    except DocumentUnsound as error:
        print("\n".join(flaw_lines(str(asked.file), error.flaws)), file=sys.stderr)
        return 1
    for line in flaw_lines(str(asked.file), judged.flaws):
        print(line, file=sys.stderr)
    for problem in judged.problems:
        mark = "✗" if problem.is_error else "!"
        print(f"{mark} {problem.path}: {problem_sentence(problem)}", file=sys.stderr)
    program = judged.program
    if program is None or not judged.is_sound:
        return 1
    if asked.draft:
        print(words.can_be_published_text())
        return 0
    published = import_program(asked.data_dir, program, asked.starts, said_who(asked))
    if published is None:
        print(words.till_open_text(), file=sys.stderr)
        return 1
    print(words.published_text(published.revision, published.starts))
    return 0


def _try(program_at: Path, cases_at: Path, *, as_json: bool) -> int:
    # Neither a screen nor a database: it is run by other programs, thousands of times.
    from loyalpos.engine.case_runs import run_case, unknown_names  # noqa: PLC0415 - --help needs none of it
    from loyalpos.engine.cases import MOST_CASE_BYTES, readable_cases  # noqa: PLC0415 - the same
    from loyalpos.engine.documents import MOST_BYTES, text_of  # noqa: PLC0415 - the same
    from loyalpos.engine.judging import judged_from_json  # noqa: PLC0415 - the same
    from loyalpos.errors import DocumentUnsound  # noqa: PLC0415 - the same
    from loyalpos.ui.words import trying  # noqa: PLC0415 - the same

    read, told = program_at, list[str]()
    program, cases = None, None
    try:
        with read.open("rb") as file:
            judged = judged_from_json(text_of(file.read(MOST_BYTES + 1)))
        program = judged.program
        told += trying.flaw_lines(str(read), judged.flaws)
        told += (trying.problem_line(str(read), one) for one in judged.problems if one.is_error)
    except OSError as error:
        told.append(f"{read}: {error.strerror}")
    except DocumentUnsound as error:
        told += trying.flaw_lines(str(read), error.flaws)
    read = cases_at
    try:
        named = (lambda _: ()) if program is None else partial(unknown_names, program=program)
        with read.open("rb") as file:
            stored = file.read(MOST_CASE_BYTES + 1)
        cases, flaws = readable_cases(text_of(stored, MOST_CASE_BYTES), named)
        told += trying.flaw_lines(str(read), flaws)
    except OSError as error:
        told.append(f"{read}: {error.strerror}")
    except DocumentUnsound as error:
        told += trying.flaw_lines(str(read), error.flaws)
    if told or program is None or cases is None:
        print("\n".join(told), file=sys.stderr)
        return 2
    runs = [run_case(program, case, cases.shop) for case in cases.cases]
    differ = sum(not run.is_as_expected for run in runs)
    if as_json:
        print(json.dumps(trying.runs_json(runs, cases.shop), ensure_ascii=False, indent=1))
    else:
        for run in runs:
            print("\n".join(trying.run_lines(run, cases.shop)))
        print(f"{len(runs)} cases, {differ} not as expected")
    return 1 if differ else 0


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
