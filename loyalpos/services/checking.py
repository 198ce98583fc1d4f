"""Checking a shop's file: pages, journal chain, tables against a replay, summaries against sums."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.errors import FolderReadOnly
from loyalpos.store.check import check, copied_aside
from loyalpos.store.file import ShopFile
from loyalpos.store.fold import members_out_of_balance
from loyalpos.store.requests import members_there

__all__ = ["Checked", "check_shop"]


class Checked(Struct, frozen=True):
    """What a check found; all tuples are empty in a sound file.

    Attributes:
        path: The file that was checked.
        sound: Whether nothing at all is wrong.
        pages: Damage, in the words of the database library.
        chain: Places where the journal is not what it was.
        tables: Rows that differ from what the journal makes of them.
        sums: Members whose balance is not what their entries add up to.
        counts: Rows of each table.
        members: Members who are there: neither erased nor part of another.
        replayed: Whether the journal could be replayed; without that only what is listed was looked at.
    """

    path: str
    sound: bool
    pages: tuple[str, ...]
    chain: tuple[str, ...]
    tables: tuple[str, ...]
    sums: tuple[str, ...]
    counts: Mapping[str, int]
    replayed: bool = True
    members: int = 0


def check_shop(path: Path, key: bytes) -> Checked:
    """Check a shop's file from end to end, changing nothing in it.

    One that may only be read – on a stick, in another person's folder – is checked as a copy among the
    system's temporary files.

    Raises:
        Unavailable: There is no file, it is no shop's file, or it cannot be read.
    """
    try:
        file = ShopFile.open(path, key)
    except FolderReadOnly:
        with copied_aside(path) as copy:
            return replace(_checked(ShopFile.open(copy, key)), path=str(path))
    return _checked(file)


def _checked(file: ShopFile) -> Checked:
    try:
        report = check(file)
        sums: tuple[str, ...] = ()
        members = 0
        if report.replayed:
            with file.aside() as connection:
                members = len(members_there(connection))
                sums = tuple(str(member) for member in members_out_of_balance(connection))
    finally:
        file.close()
    return Checked(
        str(file.path),
        report.is_clean and not sums,
        report.file_problems,
        tuple(str(problem) for problem in report.chain_problems),
        tuple(str(difference) for difference in report.projection_differences),
        sums,
        dict(report.counts),
        report.replayed,
        members,
    )
