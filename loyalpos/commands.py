"""The command line for scripts and helpers on the phone: backups, lists, whole shops, as the windows do."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from loyalpos.answers import DONE, NOT_DONE, fail, say
from loyalpos.app import closed_shop, closed_till, keys_of, new_outside, opening_key, speaking
from loyalpos.engine.customer_list import Known, Ready, ReadyRepaired, Refused, Verdict
from loyalpos.engine.exports import Export
from loyalpos.engine.list_columns import Column, guess_columns
from loyalpos.engine.names import search_key
from loyalpos.engine.staff import Right
from loyalpos.errors import FileMissing, ListTooLarge, ListUnreadable, LoyalError, ShopExportUnsound
from loyalpos.services.backups import back_up_file, backup_at, foresee, restore_backup
from loyalpos.services.list_file import read_list
from loyalpos.services.list_judging import judge_list
from loyalpos.services.list_sheet import Sheet
from loyalpos.services.lists import TakenIn
from loyalpos.services.protection import State, adopt, protection_of, prove_code
from loyalpos.services.shop import Shop
from loyalpos.services.shop_moves import Exported, make_named_folder, take_out_file, take_out_of, take_over
from loyalpos.services.staff import asks_who
from loyalpos.services.till import Till
from loyalpos.settings import Folders, folders
from loyalpos.ui.office.list_words import verdict_text
from loyalpos.ui.terminal import SECRET_FILE, ask_secret, demand_at_terminal, said_who, secret_of_script
from loyalpos.ui.words import commands as words
from loyalpos.ui.words.checks import why_text
from loyalpos.ui.words.consent import consent_of_list, list_wording
from loyalpos.ui.words.going_back import brought_text, unprotected_text
from loyalpos.ui.words.keys import protection_lines
from loyalpos.ui.words.refusals import sentence

__all__ = ["run"]

_UNKNOWN = 2


def run(asked: argparse.Namespace) -> int:
    """Do what was asked for, and say what came of it in the language of the till's screens.

    Returns:
        The exit code: 0 when it is done, 1 when it is not, 2 for words nobody knows and for lists and
        exports that cannot be read.
    """
    where = folders(asked.data_dir)
    with speaking(where):
        try:
            match asked.command:
                case "backup":
                    return _back_up(where, asked)
                case "restore":
                    return _restore(where, asked)
                case "export":
                    return _export(where, asked)
                case "protect":
                    return _protect(where, asked)
                case "import" if asked.sort == "shop":
                    return _take_over(where, asked)
                case _:
                    return _members(where, asked)
        except LoyalError as error:
            unread = isinstance(error, ListUnreadable | ListTooLarge | ShopExportUnsound)
            return fail(asked, why_text(error), type(error).__name__, _UNKNOWN if unread else NOT_DONE)


def _till_open(asked: argparse.Namespace) -> int:
    return fail(asked, words.till_open_text(), "TillOpen")


# Backups ------------------------------------------------------------------------------------------


def _back_up(where: Folders, asked: argparse.Namespace) -> int:
    key = opening_key(where)
    if asked.to is not None and Shop.is_there(where.shop_file):
        make_named_folder(asked.to)
    # What lies in a folder that somebody names is theirs: only this till's own is kept tidy.
    made = back_up_file(
        where.shop_file,
        key,
        asked.to or where.backups,
        new_outside(),
        drops_old=asked.to is None,
    )
    told = {
        "done": True,
        "path": str(made.path),
        "at": made.at.isoformat(),
        "records": made.records,
        "size_bytes": made.size_bytes,
        "sha256": made.sha256,
    }
    say(asked, told, words.backed_up_text(made.path, made.records))
    return DONE


def _restore(where: Folders, asked: argparse.Namespace) -> int:
    with closed_till(where) as is_closed:
        if not is_closed:
            return _till_open(asked)
        backup = backup_at(asked.file)
        replaces = Shop.is_there(where.shop_file)
        keys = keys_of(where)
        theirs = opening_key(where, keys, backup)
        # Who has the paper of the backup need not have that of the file of now.
        ours = keys.of_file_if_open()
        foreseen = foresee(keys, backup, theirs)
        told: dict[str, object] = {
            "at": backup.at.isoformat(),
            "records": backup.records,
            "lost": None if foreseen.lost is None else foreseen.lost.in_all,
        }
        what = words.goes_back_text(backup.at, foreseen.lost, replaces=replaces)
        what = f"{what} {brought_text(foreseen)}".rstrip()
        if not asked.yes:
            say(asked, {"done": False, **told}, what, words.not_yet_text(replaces=replaces))
            return NOT_DONE
        if ours is not None and replaces:
            demand_at_terminal(where.shop_file, ours, new_outside(), Right.RESTORE, said_who(asked))
        where.data.mkdir(parents=True, exist_ok=True)
        if ours is None or not replaces:
            adopt(keys, backup, theirs)
        aside = restore_backup(where.shop_file, backup, keys.of_file(), new_outside(), backup_key=theirs)
        kept = None if aside is None else str(aside)
        say(asked, {"done": True, **told, "kept": kept}, what, words.restored_text(aside))
        return DONE


# The whole shop -----------------------------------------------------------------------------------


def _export(where: Folders, asked: argparse.Namespace) -> int:
    keys = keys_of(where)
    key = opening_key(where, keys)
    if asks_who(where.shop_file, key):
        # Who it is can be said to a closed shop alone.
        with closed_shop(where, keys, said_who(asked)) as shop:
            if shop is None:
                return _till_open(asked)
            made = take_out_of(shop, asked.folder, Export(asked.reason, asked.reason), _go_on)
    else:
        made = take_out_file(where.shop_file, key, asked.folder, new_outside(), _go_on, reason=asked.reason)
    assert made is not None, "nobody stops it"
    say(asked, _of_shop(made), words.exported_text(made.path, made.records, made.members, made.points))
    return DONE


def _take_over(where: Folders, asked: argparse.Namespace) -> int:
    with closed_till(where) as is_closed:
        if not is_closed:
            return _till_open(asked)
        keys = keys_of(where)
        key = opening_key(where, keys)
        made = take_over(where.shop_file, key, asked.folder, new_outside(), _go_on)
        assert made is not None, "nobody stops it"
        is_protected = key != keys.published
        lines = () if is_protected else (unprotected_text(),)
        what = words.taken_over_text(made.path, made.records, made.members, made.points)
        say(asked, {**_of_shop(made), "protected": is_protected}, what, *lines)
        return DONE


def _of_shop(made: Exported) -> dict[str, object]:
    return {
        "done": True,
        "path": str(made.path),
        "records": made.records,
        "members": made.members,
        "points": made.points,
    }


def _protect(where: Folders, asked: argparse.Namespace) -> int:
    keys = keys_of(where)
    if not Shop.is_there(where.shop_file):
        raise FileMissing(where.shop_file)
    opening_key(where, keys)
    found = protection_of(keys)
    if asked.drill:
        if found.state is State.OFF:
            return fail(asked, words.no_code_text(), "NotProtected")
        typed = secret_of_script()
        if typed is None:
            if not sys.stdin.isatty():
                return fail(asked, words.nobody_types_text(SECRET_FILE), "NoTerminal")
            typed = ask_secret(f"{words.code_wanted_text()}: ")
        prove_code(keys, typed)
        found = protection_of(keys)
    told: dict[str, object] = {
        "done": True,
        "state": found.state.value,
        "way": found.way,
        "keyring": found.has_keyring,
        "open_copies": [str(path) for path in found.open_copies],
    }
    say(asked, told, *((words.code_right_text(),) if asked.drill else ()), *protection_lines(found))
    return DONE


# Lists of members ---------------------------------------------------------------------------------


def _members(where: Folders, asked: argparse.Namespace) -> int:
    if not Shop.is_there(where.shop_file):
        # Said before anybody asks the customers.
        raise FileMissing(where.shop_file)
    if asked.undo is None and not (asked.dry_run or asked.agreed):
        return fail(asked, words.agreement_text(list_wording()), "NotAgreed", _UNKNOWN)
    with closed_shop(where, said=said_who(asked)) as shop:
        if shop is None:
            return _till_open(asked)
        # To look first shows who is a member already: whoever may not take in may not look either.
        shop.demand(Right.IMPORT)
        till = Till(shop)
        return _undo(till, asked) if asked.undo is not None else _take_in(till, where, asked)


def _undo(till: Till, asked: argparse.Namespace) -> int:
    which: UUID = asked.undo
    if not any(one.id == which and not one.undone for one in till.lists.lists()):
        return fail(asked, words.list_unknown_text(str(which)), "ListUnknown")
    till.lists.take_out(which, _go_on)
    say(asked, {"done": True, "list": str(which)}, words.taken_out_text())
    return DONE


def _take_in(till: Till, where: Folders, asked: argparse.Namespace) -> int:
    sheet = read_list(asked.file)
    columns = dict(guess_columns(sheet.headings))
    for heading, field in asked.map:
        place = _place(sheet.headings, heading)
        if place is None:
            text = words.column_unknown_text(heading, sheet.headings)
            return fail(asked, text, "ColumnUnknown", _UNKNOWN)
        # A column can mean one thing only, as in the window.
        columns = {known: at for known, at in columns.items() if at != place}
        columns[Column(field)] = place
    if not columns:
        return fail(asked, words.columns_unknown_text(), "ColumnsUnknown", _UNKNOWN)
    verdicts = judge_list(till, sheet.rows, columns, _go_on)
    assert verdicts is not None, "nobody stops it"
    taken = None
    if not asked.dry_run:
        till.days.back_up(where.backups, "import")
        which = till.shop.outside.new_id()
        taken = till.lists.take_in(which, verdicts, wording=consent_of_list(), progress=_go_on)
    say(asked, _told(asked.file, sheet, columns, verdicts, taken), *_lines(verdicts, taken))
    stayed_out = any(isinstance(one, Refused) for one in verdicts) or (taken is not None and taken.refused)
    return NOT_DONE if stayed_out else DONE


def _place(headings: Sequence[str], column: str) -> int | None:
    """Find a column by its heading, or by its number from 1."""
    folded = [search_key(heading) for heading in headings]
    if column in headings:
        return headings.index(column)
    if column.isascii() and column.isdecimal():
        return int(column) - 1 if 1 <= int(column) <= len(headings) else None
    return folded.index(search_key(column)) if search_key(column) in folded else None


def _told(
    file: Path,
    sheet: Sheet,
    columns: Mapping[Column, int],
    verdicts: Sequence[Verdict],
    taken: TakenIn | None,
) -> dict[str, object]:
    texts = _texts(verdicts, taken)
    rows = [{"row": one.row, "verdict": _kind(one), "text": texts[one.row]} for one in verdicts]
    return {
        "done": taken is not None,
        "file": str(file),
        "columns": {column.value: sheet.headings[place] or place + 1 for column, place in columns.items()},
        "list": None if taken is None else str(taken.id),
        "joined": 0 if taken is None else taken.joined,
        "counts": dict(Counter(_kind(one) for one in verdicts)),
        "rows": rows,
        "refused_later": [
            {"row": row, "why": type(refusal).__name__, "text": sentence(refusal)}
            for row, refusal in (() if taken is None else taken.refused)
        ],
    }


def _lines(verdicts: Sequence[Verdict], taken: TakenIn | None) -> list[str]:
    lines = [words.row_text(row, text) for row, text in _texts(verdicts, taken).items()]
    if taken is None:
        ready = sum(isinstance(one, Ready) for one in verdicts)
        return [*lines, words.would_come_in_text(ready, len(verdicts))]
    return [*lines, words.taken_in_text(taken.joined, len(verdicts), str(taken.id))]


def _texts(verdicts: Sequence[Verdict], taken: TakenIn | None) -> dict[int, str]:
    """Say of each row what becomes of it, or what has; some are refused only when they come in."""
    texts = {one.row: verdict_text(one, is_in=taken is not None) for one in verdicts}
    return texts | {row: sentence(refusal) for row, refusal in (() if taken is None else taken.refused)}


def _kind(verdict: Verdict) -> str:
    match verdict:
        case ReadyRepaired():
            return "ready_repaired"
        case Ready():
            return "ready"
        case Known():
            return "known"
        case Refused():
            return "refused"
        case _:
            return "twice"


def _go_on(_done: int, _whole: int) -> bool:
    return True
