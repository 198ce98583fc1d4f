"""A bare search: members found with ``LIKE``, and a name folded by the book."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.bare_file import PRAGMAS, open_file
from tests.bench.people import people

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["fold", "like_scan_seconds"]


def like_scan_seconds(
    folder: Path,
    wanted: Sequence[tuple[str, str]],
    members: int = 100_000,
    *,
    pragmas: Sequence[str] = PRAGMAS,
    beside: Callable[[], object] | None = None,
) -> list[float]:
    """Look for members with ``LIKE '%…%'``, the latest visitors first, twenty of them.

    Args:
        wanted: Per run a piece of a folded name and a piece of a phone; either may be empty.
        members: How many rows are looked through, named as in ``tests.bench.people``.

    Returns:
        Seconds of each search, rows fetched.
    """
    path = folder / f"bare-like-{members}.db"
    if not path.exists():
        _members_file(path, members, pragmas)
    connection = open_file(path, pragmas)
    seconds = []
    try:
        for name, phone in wanted:
            pieces = [("folded", name), ("phone", phone)]
            told = [(column, f"%{piece}%") for column, piece in pieces if piece]
            where = " AND ".join(f"{column} LIKE ?" for column, _ in told)
            query = f"SELECT id, name, phone FROM member WHERE {where} ORDER BY seen DESC LIMIT 20"
            before = perf_counter()
            connection.execute(query, [piece for _, piece in told]).fetchall()
            seconds.append(perf_counter() - before)
            if beside:
                beside()
    finally:
        connection.close()
    return seconds


def fold(text: str) -> str:
    """Take case and marks off a name, by the book: đ → d, then NFD without its marks."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _members_file(path: Path, members: int, pragmas: Sequence[str]) -> None:
    rng = Random(3)
    connection = open_file(path, pragmas)
    connection.execute(
        "CREATE TABLE member (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL,"
        " phone TEXT NOT NULL, seen INTEGER NOT NULL) STRICT"
    )
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO member (name, folded, phone, seen) VALUES (?, ?, ?, ?)",
        ((who.name, fold(who.name), who.phone, rng.randrange(1 << 40)) for who in people(rng, members)),
    )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
