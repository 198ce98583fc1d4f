"""The shop's own description, its program revisions and its stock of gifts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from loyalpos.store import tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = [
    "described",
    "move_stock",
    "next_revision",
    "program_revisions",
    "publications",
    "stock_left",
    "write_description",
    "write_program",
    "write_stock",
]

_DESCRIBED = Prepared("SELECT described FROM shop")
_REVISIONS = Prepared("SELECT revision, starts, document FROM program ORDER BY revision")
_PUBLICATIONS = Prepared("SELECT revision, published_ms, who FROM program ORDER BY revision")
_STOCK = Prepared('SELECT reward, "left" FROM stock')


def write_description(connection: Connection, record: Written) -> None:
    """Keep what the shop says of itself."""
    connection.execute(sa.delete(tables.shop))
    connection.execute(
        sa.insert(tables.shop), {"one": 1, "described": json.dumps(record.request, sort_keys=True)}
    )


def write_program(connection: Connection, record: Written) -> None:
    """Add a published revision."""
    connection.execute(
        sa.insert(tables.program),
        {
            "revision": record.outcome["revision"],
            "starts": record.outcome["starts"],
            "published_ms": record.at_ms,
            "who": record.who,
            "document": record.request["document"],
        },
    )


def write_stock(connection: Connection, record: Written) -> None:
    """Set how many of a gift are there."""
    left = record.request["left"]
    connection.execute(
        upserts.upsert(tables.stock).on_conflict_do_update(index_elements=["reward"], set_={"left": left}),
        {"reward": record.request["reward"], "left": left},
    )


def move_stock(connection: Connection, moves: Mapping[str, int]) -> None:
    """Add to or take from the gifts there are."""
    for reward, by in moves.items():
        connection.execute(
            upserts.upsert(tables.stock).on_conflict_do_update(
                index_elements=["reward"], set_={"left": tables.stock.c.left + by}
            ),
            {"reward": reward, "left": by},
        )


def described(connection: Connection) -> Mapping[str, Any] | None:
    """Read what the shop says of itself, or None in a file without a shop yet."""
    found = _DESCRIBED.first(connection)
    return None if found is None else json.loads(found.described)


def program_revisions(connection: Connection) -> tuple[tuple[int, str, str], ...]:
    """Read all published revisions in order: number, first day, document."""
    found = _REVISIONS.all(connection)
    return tuple((row.revision, row.starts, row.document) for row in found)


def publications(connection: Connection) -> tuple[tuple[int, int, str], ...]:
    """Read of all published revisions in order: number, milliseconds of its publication, and by whom."""
    found = _PUBLICATIONS.all(connection)
    return tuple((row.revision, row.published_ms, row.who) for row in found)


def stock_left(connection: Connection) -> dict[str, int]:
    """Read how many of each counted gift are left."""
    return {row.reward: row.left for row in _STOCK.all(connection)}


def next_revision(connection: Connection) -> int:
    """Give the number the next published revision gets."""
    return (
        int(connection.execute(sa.select(sa.func.max(tables.program.c.revision))).scalar_one_or_none() or 0)
        + 1
    )
