"""Lucky draws as announced, closed and drawn; their seed stays in the journal until it is opened."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from loyalpos.engine.draw_stages import AnnouncedDraw, Share
from loyalpos.engine.draws import Winner
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.side_programs import Draw
from loyalpos.engine.times import from_ms
from loyalpos.store.journal_tables import record as journal_record
from loyalpos.store.prepared import Prepared
from loyalpos.store.program_tables import draw, draw_share, draw_winner, unit_entry
from loyalpos.store.tables import member
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

_ADD_SHARE = upsert(draw_share)
_PUT_SHARE = _ADD_SHARE.on_conflict_do_update(
    index_elements=["draw", "holder"], set_={"tickets": _ADD_SHARE.excluded.tickets}
)
_FORGET_SHARE = delete(draw_share).where(
    draw_share.c.draw == bindparam("which"), draw_share.c.holder == bindparam("whose")
)
_CLOSED = Prepared(select(draw.c.id).where(draw.c.closed_ms.is_not(None)))


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
        upsert(draw).on_conflict_do_update(index_elements=["id"], set_=values),
        {"id": announced.id, "list_hash": "", "seed": "", **values},
    )


def write_listing(connection: Connection, record: Written) -> None:
    """Note a part of a list that is about to be published; who lost all tickets stands in it with none."""
    _note(connection, record)


def write_closing(connection: Connection, record: Written) -> None:
    """Keep the published list of a draw: what was noted of it before, and the rest that comes with it."""
    which = record.request["draw"]
    connection.execute(
        update(draw)
        .where(draw.c.id == which)
        .values(closed_ms=record.at_ms, list_hash=record.outcome["list_hash"])
    )
    _note(connection, record)


def _note(connection: Connection, record: Written) -> None:
    which = record.request["draw"]
    shares = from_json(record.outcome["shares"], tuple[Share, ...])
    gone = [{"which": which, "whose": one.holder} for one in shares if not one.tickets]
    held = [
        {"draw": which, "holder": one.holder, "member": one.member.bytes, "tickets": one.tickets}
        for one in shares
        if one.tickets
    ]
    if gone:
        connection.execute(_FORGET_SHARE, gone)
    if held:
        connection.execute(_PUT_SHARE, held)


def write_drawing(connection: Connection, record: Written) -> None:
    """Keep the opened seed of a draw and who has won."""
    which = record.request["draw"]
    connection.execute(
        update(draw).where(draw.c.id == which).values(held_ms=record.at_ms, seed=record.outcome["seed"])
    )
    rows = [
        {"draw": which, "place": place, "prize": one.prize, "holder": one.holder}
        for place, one in enumerate(from_json(record.outcome["winners"], tuple[Winner, ...]))
    ]
    if rows:
        connection.execute(insert(draw_winner), rows)


def announced_draws(connection: Connection) -> tuple[AnnouncedDraw, ...]:
    """List the draws whose seed is sealed, the latest first."""
    rows = connection.execute(select(draw).order_by(draw.c.announced_ms.desc(), draw.c.id))
    return tuple(_announced(row) for row in rows)


def announced_draw(connection: Connection, which: str) -> AnnouncedDraw | None:
    """Find a draw whose seed is sealed."""
    row = connection.execute(select(draw).where(draw.c.id == which)).one_or_none()
    return None if row is None else _announced(row)


def sealed_in(connection: Connection, which: str) -> UUID | None:
    """Name the record that holds a draw's seed."""
    found = connection.execute(select(draw.c.sealed_in).where(draw.c.id == which)).scalar_one_or_none()
    return None if found is None else UUID(bytes=found)


def sealed_seed(connection: Connection, which: str) -> bytes | None:
    """Read a draw's seed from the private part of the record that sealed it; None where that is gone."""
    private = connection.execute(
        select(journal_record.c.private)
        .join(draw, draw.c.sealed_in == journal_record.c.id)
        .where(draw.c.id == which)
    ).scalar_one_or_none()
    return None if private is None else bytes.fromhex(json.loads(private)["seed"])


def closed_draws(connection: Connection) -> frozenset[str]:
    """Name the draws whose list is published."""
    return frozenset(row.id for row in _CLOSED.all(connection))


def has_tickets(connection: Connection, which: str) -> bool:
    """Tell whether a ticket of a draw was ever given."""
    found = select(unit_entry.c.id).where(unit_entry.c.unit == which).limit(1)
    return connection.execute(found).first() is not None


def tickets_of(connection: Connection, which: str) -> dict[UUID, int]:
    """Count the tickets of a draw by member, as they stand now."""
    count = func.sum(unit_entry.c.count)
    rows = connection.execute(
        select(unit_entry.c.member, count.label("count"))
        .where(unit_entry.c.unit == which)
        .group_by(unit_entry.c.member)
        .having(count > 0)
    )
    return {UUID(bytes=row.member): row._mapping["count"] for row in rows}


def shares_of(connection: Connection, which: str) -> tuple[Share, ...]:
    """Read the list of a draw, in its order: as published, or as far as it was noted before that."""
    rows = connection.execute(
        select(draw_share).where(draw_share.c.draw == which).order_by(draw_share.c.holder)
    )
    return tuple(Share(UUID(bytes=row.member), row.holder, row.tickets) for row in rows)


def winners_of(connection: Connection, which: str) -> tuple[Winner, ...]:
    """Read who has won, in the order drawn."""
    rows = connection.execute(
        select(draw_winner).where(draw_winner.c.draw == which).order_by(draw_winner.c.place)
    )
    return tuple(Winner(row.prize, row.holder) for row in rows)


def people_of(connection: Connection, which: str) -> dict[UUID, tuple[str | None, str | None]]:
    """Read name and phone of everybody who ever had a ticket of a draw or stands in its list."""
    given = select(unit_entry.c.member).where(unit_entry.c.unit == which)
    listed = select(draw_share.c.member).where(draw_share.c.draw == bindparam("which"))
    rows = connection.execute(
        select(member.c.id, member.c.name, member.c.phone).where(member.c.id.in_(given.union(listed))),
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
