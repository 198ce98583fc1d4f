"""What the command line says of backups, lists and whole shops, in the language of the screens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits
from loyalpos.engine.times import ShopTime
from loyalpos.ui.words import dates
from loyalpos.ui.words.going_back import missing_text

if TYPE_CHECKING:
    from loyalpos.services.backups import Lost

__all__ = [
    "agreement_text",
    "backed_up_text",
    "can_be_published_text",
    "code_right_text",
    "column_unknown_text",
    "columns_unknown_text",
    "erased_text",
    "erases_text",
    "erasure_confirmed_text",
    "erasure_unconfirmed_text",
    "exported_text",
    "goes_back_text",
    "list_unknown_text",
    "no_code_text",
    "nobody_types_text",
    "not_erased_yet_text",
    "not_yet_text",
    "nothing_published_text",
    "papers_deleted_text",
    "published_text",
    "restored_text",
    "row_text",
    "taken_in_text",
    "taken_out_text",
    "taken_over_text",
    "till_open_text",
    "would_come_in_text",
]


def till_open_text() -> str:
    """Say that the till has to be closed first."""
    return QCoreApplication.translate("Commands", "LoyalPOS is open with this folder: close it first.")


def nothing_published_text() -> str:
    """Say that there is no program yet."""
    return QCoreApplication.translate("Commands", "No program has been published yet.")


def can_be_published_text() -> str:
    """Say that a program has no error."""
    return QCoreApplication.translate("Commands", "The program can be published.")


def published_text(revision: int, starts: date | None) -> str:
    """Say which revision it is now, and from when on it rules."""
    words = QCoreApplication.translate("Commands", "Revision {revision} is published and holds from {day}.")
    return words.format(revision=revision, day="" if starts is None else dates.day(starts))


def backed_up_text(path: Path, records: int) -> str:
    """Say where a backup lies."""
    words = QCoreApplication.translate("Commands", "Verified backup of {count} records: {path}")
    return words.format(count=group_digits(records), path=path)


def goes_back_text(at: datetime, lost: Lost | None, *, replaces: bool) -> str:
    """Say what going back to a backup means; ``lost`` is None where nobody can count it."""
    time = dates.moment(at, ShopTime())
    if not replaces:
        words = QCoreApplication.translate("Commands", "The shop goes back to {time}. No shop is here now.")
        return words.format(time=time)
    if lost is None:
        words = QCoreApplication.translate(
            "Commands",
            "The shop goes back to {time}. The file of now cannot be read, nor what is lost be counted.",
        )
        return words.format(time=time)
    if lost.in_all == 0:
        words = QCoreApplication.translate(
            "Commands", "The shop goes back to {time}. Nothing was recorded since then, nothing is lost."
        )
        return words.format(time=time)
    words = QCoreApplication.translate(
        "Commands",
        "The shop goes back to {time}. What was recorded since then is lost – bills, new members, changes, "
        "{count} in all.",
    )
    counted = words.format(time=time, count=group_digits(lost.records + (lost.missing or 0)))
    return f"{counted} {missing_text(lost)}".rstrip()


def not_yet_text(*, replaces: bool) -> str:
    """Say that nothing has been restored, and how it is."""
    if not replaces:
        return QCoreApplication.translate(
            "Commands", "Nothing is restored yet. Say it again with --yes to do it."
        )
    return QCoreApplication.translate(
        "Commands", "Nothing is restored yet. Say it again with --yes to do it; the file of now is kept."
    )


def restored_text(aside: Path | None) -> str:
    """Say that a backup is the shop's file now."""
    if aside is None:
        return QCoreApplication.translate("Commands", "Restored.")
    words = QCoreApplication.translate("Commands", "Restored. The file before is kept: {path}")
    return words.format(path=aside)


def agreement_text(wording: str) -> str:
    """Say that the owner must vouch for the agreement of the customers, in the words of the window."""
    words = QCoreApplication.translate(
        "Commands", "Nobody comes in yet. Say with --agreed: “{wording}”, or look first with --dry-run."
    )
    return words.format(wording=wording)


def column_unknown_text(column: str, headings: Sequence[str]) -> str:
    """Say that a list has no such column."""
    words = QCoreApplication.translate("Commands", "The list has no column {column}, but: {headings}.")
    there = (heading or str(place) for place, heading in enumerate(headings, start=1))
    return words.format(column=column, headings=", ".join(there))


def columns_unknown_text() -> str:
    """Say that nothing in a list tells which column is what, and how it is said."""
    return QCoreApplication.translate(
        "Commands",
        "No column of the list is known by its heading: say which is what, such as --map 1=phone "
        "--map 2=name.",
    )


def row_text(row: int, what: str) -> str:
    """Say what becomes of a row."""
    return QCoreApplication.translate("Commands", "Row {row}: {what}").format(row=row, what=what)


def would_come_in_text(ready: int, rows: int) -> str:
    """Say how many rows would come in."""
    words = QCoreApplication.translate("Commands", "{ready} of {rows} rows can come in. Nothing was written.")
    return words.format(ready=group_digits(ready), rows=group_digits(rows))


def taken_in_text(joined: int, rows: int, which: str) -> str:
    """Say how many rows came in, and how all of it is undone."""
    words = QCoreApplication.translate(
        "Commands", "{joined} of {rows} rows came in. To take them out again: --undo {list}"
    )
    return words.format(joined=group_digits(joined), rows=group_digits(rows), list=which)


def taken_out_text() -> str:
    """Say that a list is undone."""
    return QCoreApplication.translate("Commands", "The list is undone.")


def list_unknown_text(which: str) -> str:
    """Say that there is no such list to undo."""
    words = QCoreApplication.translate(
        "Commands", "No list {list} was taken in here, or it is undone already."
    )
    return words.format(list=which)


def exported_text(path: Path, records: int, members: int, points: int) -> str:
    """Say that all of a shop is written, and how much that is."""
    words = QCoreApplication.translate(
        "Commands", "Everything is in {path}: {records} records, {members} members, {points} points."
    )
    return _much(words, path, records, members, points)


def taken_over_text(path: Path, records: int, members: int, points: int) -> str:
    """Say that a shop was made of an export, and that it is the same."""
    words = QCoreApplication.translate(
        "Commands",
        "The shop is in {path}: {records} records, {members} members, {points} points, as exported.",
    )
    return _much(words, path, records, members, points)


def _much(words: str, path: Path, records: int, members: int, points: int) -> str:
    return words.format(
        path=path,
        records=group_digits(records),
        members=group_digits(members),
        points=group_digits(points),
    )


def erases_text(name: str | None) -> str:
    """Say who is to be erased."""
    words = QCoreApplication.translate("Commands", "This erases {name} for good.")
    return words.format(name=name or QCoreApplication.translate("Commands", "a customer without a name"))


def not_erased_yet_text() -> str:
    """Say that nobody has been erased, and how it is done."""
    return QCoreApplication.translate(
        "Commands", "Nobody is erased yet. Say it again with --yes to do it; nothing brings the person back."
    )


def erased_text() -> str:
    """Say that a member was erased, naming nobody."""
    return QCoreApplication.translate(
        "Commands",
        "Erased. The books stay, without a name; backups of before die within 35 days, and whoever restores "
        "one does not bring the person back.",
    )


def code_wanted_text() -> str:
    """Ask for the recovery code."""
    return QCoreApplication.translate("Commands", "The 24 digits of the recovery code, from the paper")


def no_code_text() -> str:
    """Say that there is no recovery code to try."""
    return QCoreApplication.translate(
        "Commands", "This shop is not protected: there is no recovery code to try."
    )


def nobody_types_text(variable: str) -> str:
    """Say that nobody is there to type the recovery code, and where a script says it."""
    words = QCoreApplication.translate(
        "Commands",
        "Nobody is at a terminal to type the recovery code – name a file with it in {variable}, which nobody "
        "else may read.",
    )
    return words.format(variable=variable)


def code_right_text() -> str:
    """Say that the recovery code that was typed opens the shop."""
    return QCoreApplication.translate("Commands", "The code is right.")


def erasure_confirmed_text(path: Path) -> str:
    """Say where the paper is that confirms an erasure."""
    words = QCoreApplication.translate("Commands", "The confirmation for the customer is in {path}.")
    return words.format(path=path)


def erasure_unconfirmed_text(folder: Path) -> str:
    """Say that there is no paper that confirms an erasure, and why."""
    words = QCoreApplication.translate(
        "Commands", "The confirmation for the customer could not be written into {path}."
    )
    return words.format(path=folder)


def papers_deleted_text(count: int) -> str:
    """Say how many papers in the shop's own folders went with a member."""
    return QCoreApplication.translate("Commands", "Papers with the name that were deleted: {count}").format(
        count=count
    )
