"""Lucky draws as announced, closed and drawn; their seed stays in the journal until it is opened."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.draw_stages import AnnouncedDraw, Share
from loyalpos.engine.draws import Winner
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.side_programs import Draw
from loyalpos.engine.times import from_ms
from loyalpos.store import journal_tables, program_tables, tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = [
    "announced_draw",
    "announced_draws",
    "closed_draws",
    "has_tickets",
    "people_of",
    "sealed_in",
    "sealed_seed",
    "shares_of",
    "tickets_of",
    "winners_of",
    "write_announcement",
    "write_closing",
    "write_drawing",
    "write_listing",
]

_PUT_SHARE = Prepared(
    """
    INSERT INTO draw_share (draw, holder, member, tickets) VALUES (:draw, :holder, :member, :tickets)
    ON CONFLICT (draw, holder) DO UPDATE SET tickets = excluded.tickets
    """
)
_FORGET_SHARE = Prepared("DELETE FROM draw_share WHERE draw = :draw AND holder = :holder")
_CLOSED = Prepared("SELECT id FROM draw WHERE closed_ms IS NOT NULL")


def write_announcement(connection: Connection, record: Written) -> None:
    """Keep a draw's rules and the commitment to its seed; before the first ticket they may be said anew."""
    came = record.outcome
    announced = from_json(record.request["draw"], Draw)
    values = {
        "rules": json.dumps(to_json(announced), sort_keys=True, ensure_ascii=False),
        "commitment": came["commitment"],
        "sealed_in": UUID(came["sealed_in"]).bytes,
        "announced_ms": record.at_ms,
        "tickets_before": came["tickets_before"],
    }
    connection.execute(
        upserts.upsert(program_tables.draw).on_conflict_do_update(index_elements=["id"], set_=values),
        {"id": announced.id, "list_hash": "", "seed": "", **values},
    )


def write_listing(connection: Connection, record: Written) -> None:
    """Note a part of a list that is about to be published; who lost all tickets stands in it with none."""
    _note(connection, record)


def write_closing(connection: Connection, record: Written) -> None:
    """Keep the published list of a draw: what was noted of it before, and the rest that comes with it."""
    which = record.request["draw"]
    connection.execute(
        sa.update(program_tables.draw)
        .where(program_tables.draw.c.id == which)
        .values(closed_ms=record.at_ms, list_hash=record.outcome["list_hash"])
    )
    _note(connection, record)


def _note(connection: Connection, record: Written) -> None:
    which = record.request["draw"]
    for one in from_json(record.outcome["shares"], tuple[Share, ...]):
        if one.tickets:
            _PUT_SHARE.run(
                connection, draw=which, holder=one.holder, member=one.member.bytes, tickets=one.tickets
            )
        else:
            _FORGET_SHARE.run(connection, draw=which, holder=one.holder)


def write_drawing(connection: Connection, record: Written) -> None:
    """Keep the opened seed of a draw and who has won."""
    which = record.request["draw"]
    connection.execute(
        sa.update(program_tables.draw)
        .where(program_tables.draw.c.id == which)
        .values(held_ms=record.at_ms, seed=record.outcome["seed"])
    )
    rows = [
        {"draw": which, "place": place, "prize": one.prize, "holder": one.holder}
        for place, one in enumerate(from_json(record.outcome["winners"], tuple[Winner, ...]))
    ]
    if rows:
        connection.execute(sa.insert(program_tables.draw_winner), rows)


def announced_draws(connection: Connection) -> tuple[AnnouncedDraw, ...]:
    """List the draws whose seed is sealed, the latest first."""
    rows = connection.execute(
        sa.select(program_tables.draw).order_by(
            program_tables.draw.c.announced_ms.desc(), program_tables.draw.c.id
        )
    )
    return tuple(_announced(row) for row in rows)


def announced_draw(connection: Connection, which: str) -> AnnouncedDraw | None:
    """Find a draw whose seed is sealed."""
    row = connection.execute(
        sa.select(program_tables.draw).where(program_tables.draw.c.id == which)
    ).one_or_none()
    return None if row is None else _announced(row)


def sealed_in(connection: Connection, which: str) -> UUID | None:
    """Name the record that holds a draw's seed."""
    found = connection.execute(
        sa.select(program_tables.draw.c.sealed_in).where(program_tables.draw.c.id == which)
    ).scalar_one_or_none()
    return None if found is None else UUID(bytes=found)


def sealed_seed(connection: Connection, which: str) -> bytes | None:
    """Read a draw's seed from the private part of the record that sealed it; None where that is gone."""
    private = connection.execute(
        sa.select(journal_tables.record.c.private)
        .join(program_tables.draw, program_tables.draw.c.sealed_in == journal_tables.record.c.id)
        .where(program_tables.draw.c.id == which)
    ).scalar_one_or_none()
    return None if private is None else bytes.fromhex(json.loads(private)["seed"])


def closed_draws(connection: Connection) -> frozenset[str]:
    """Name the draws whose list is published."""
    return frozenset(row.id for row in _CLOSED.all(connection))


def has_tickets(connection: Connection, which: str) -> bool:
    """Tell whether a ticket of a draw was ever given."""
    found = (
        sa.select(program_tables.unit_entry.c.id).where(program_tables.unit_entry.c.unit == which).limit(1)
    )
    return connection.execute(found).first() is not None


def tickets_of(connection: Connection, which: str) -> dict[UUID, int]:
    """Count the tickets of a draw by member, as they stand now."""
    count = sa.func.sum(program_tables.unit_entry.c.count)
    rows = connection.execute(
        sa.select(program_tables.unit_entry.c.member, count.label("count"))
        .join(tables.member, tables.member.c.id == program_tables.unit_entry.c.member)
        # Whoever was erased could not be told of a prize.
        .where(program_tables.unit_entry.c.unit == which, tables.member.c.gone == 0)
        .group_by(program_tables.unit_entry.c.member)
        .having(count > 0)
    )
    return {UUID(bytes=row.member): row._mapping["count"] for row in rows}


def shares_of(connection: Connection, which: str) -> tuple[Share, ...]:
    """Read the list of a draw, in its order: as published, or as far as it was noted before that."""
    rows = connection.execute(
        sa.select(program_tables.draw_share)
        .where(program_tables.draw_share.c.draw == which)
        .order_by(program_tables.draw_share.c.holder)
    )
    return tuple(Share(UUID(bytes=row.member), row.holder, row.tickets) for row in rows)


def winners_of(connection: Connection, which: str) -> tuple[Winner, ...]:
    """Read who has won, in the order drawn."""
    rows = connection.execute(
        sa.select(program_tables.draw_winner)
        .where(program_tables.draw_winner.c.draw == which)
        .order_by(program_tables.draw_winner.c.place)
    )
    return tuple(Winner(row.prize, row.holder) for row in rows)


def people_of(connection: Connection, which: str) -> dict[UUID, tuple[str | None, str | None]]:
    """Read name and phone of everybody who ever had a ticket of a draw or stands in its list."""
    given = sa.select(program_tables.unit_entry.c.member).where(program_tables.unit_entry.c.unit == which)
    listed = sa.select(program_tables.draw_share.c.member).where(
        program_tables.draw_share.c.draw == sa.bindparam("which")
    )
    rows = connection.execute(
        sa.select(tables.member.c.id, tables.member.c.name, tables.member.c.phone).where(
            tables.member.c.id.in_(given.union(listed))
        ),
        {"which": which},
    )
    return {UUID(bytes=row.id): (row.name, row.phone) for row in rows}


def _announced(row: Any) -> AnnouncedDraw:
    return AnnouncedDraw(
        from_json(json.loads(row.rules), Draw),
        row.commitment,
        from_ms(row.announced_ms),
        row.tickets_before,
        None if row.closed_ms is None else from_ms(row.closed_ms),
        row.list_hash,
        None if row.held_ms is None else from_ms(row.held_ms),
        row.seed,
    )
