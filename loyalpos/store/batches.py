"""Cards printed beforehand, batch by batch, and what is sent to printers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.batches import Batch, BatchCard, CardState, PrintRun, Way
from loyalpos.engine.times import from_ms
from loyalpos.store import tables
from loyalpos.store.connection import Connection
from loyalpos.store.written import Written

__all__ = [
    "batch_by_id",
    "batch_codes",
    "batches",
    "cards_of",
    "next_number",
    "print_runs",
    "run_by_id",
    "still_printable",
    "write_handed",
    "write_issue",
    "write_printed",
    "write_sent",
    "write_spoilt",
]

_AT_ONCE = 500
"""Codes in one statement; SQLite takes no more than some thousand placeholders."""


def write_issue(connection: Connection, record: Written) -> None:
    """Add a batch of blank cards; one of an older version has no number in its record and gets the next."""
    codes: list[str] = record.outcome["codes"]
    number = record.outcome.get("number") or next_number(connection)
    connection.execute(
        sa.insert(tables.card_batch),
        {"id": record.id.bytes, "number": number, "cards": len(codes), "at_ms": record.at_ms},
    )
    connection.execute(
        sa.insert(tables.card),
        [
            {
                "code": code,
                "kind": "own",
                "state": "blank",
                "member": None,
                "label": "",
                "batch": record.id.bytes,
                "ordinal": ordinal,
                "at_ms": record.at_ms,
            }
            for ordinal, code in enumerate(codes, start=1)
        ],
    )


def write_sent(connection: Connection, record: Written) -> None:
    """Note that cards went to a printer or into a file."""
    batch = record.request.get("batch")
    connection.execute(
        sa.insert(tables.print_run),
        {
            "id": record.id.bytes,
            "batch": None if batch is None else UUID(batch).bytes,
            "cards": len(record.request["codes"]),
            "way": record.request["way"],
            "at_ms": record.at_ms,
        },
    )


def write_printed(connection: Connection, record: Written) -> None:
    """Note how many of the cards that were sent came out well; a card is printed once, however often."""
    run = UUID(record.request["run"]).bytes
    connection.execute(
        sa.update(tables.print_run).where(tables.print_run.c.id == run).values(good=record.request["good"])
    )
    for codes in _parts(record.outcome["codes"]):
        connection.execute(
            sa.update(tables.card)
            .where(tables.card.c.code.in_(codes), tables.card.c.printed_ms.is_(None))
            .values(printed_ms=record.at_ms)
        )


def write_spoilt(connection: Connection, record: Written) -> None:
    """Let blank cards be dead from now on."""
    for codes in _parts(record.outcome["codes"]):
        connection.execute(
            sa.update(tables.card)
            .where(tables.card.c.code.in_(codes))
            .values(state="spoilt", ended_ms=record.at_ms, ended_by=record.who)
        )


def write_handed(connection: Connection, record: Written) -> None:
    """Note where blank cards lie now; back in the drawer they lie nowhere else."""
    to = None if record.request["back"] else record.private.get("to", "")
    for codes in _parts(record.outcome["codes"]):
        connection.execute(sa.update(tables.card).where(tables.card.c.code.in_(codes)).values(handed_to=to))


def next_number(connection: Connection) -> int:
    """Give the number the next batch gets."""
    last = connection.execute(sa.select(sa.func.max(tables.card_batch.c.number))).scalar_one()
    return int(last or 0) + 1


def batches(connection: Connection) -> tuple[Batch, ...]:
    """List the batches, newest first, with what became of their cards."""
    return tuple(_batch(row) for row in connection.execute(_counted().order_by(_newest_first())))


def batch_by_id(connection: Connection, which: UUID) -> Batch | None:
    """Read one batch, or None."""
    row = connection.execute(_counted().where(tables.card_batch.c.id == which.bytes)).one_or_none()
    return None if row is None else _batch(row)


def cards_of(connection: Connection, batch: UUID) -> tuple[BatchCard, ...]:
    """List the cards of a batch in their printing order."""
    rows = connection.execute(
        sa.select(tables.card).where(tables.card.c.batch == batch.bytes).order_by(tables.card.c.ordinal)
    )
    return tuple(
        BatchCard(row.ordinal, row.code, CardState(row.state), row.printed_ms is not None, row.handed_to)
        for row in rows
    )


def batch_codes(connection: Connection, batch: UUID) -> tuple[str, ...]:
    """List the codes of a batch that are still blank, in their printing order."""
    return tuple(card.code for card in cards_of(connection, batch) if card.state is CardState.BLANK)


def print_runs(connection: Connection, most: int) -> tuple[PrintRun, ...]:
    """List what was sent last, newest first, and whatever nobody has answered for."""
    newest = sa.select(tables.print_run.c.id).order_by(tables.print_run.c.at_ms.desc()).limit(most)
    wanted = tables.print_run.c.good.is_(None) | tables.print_run.c.id.in_(newest)
    rows = connection.execute(_runs().where(wanted).order_by(tables.print_run.c.at_ms.desc()))
    return tuple(_run(row) for row in rows)


def run_by_id(connection: Connection, which: UUID) -> PrintRun | None:
    """Read what was sent at once, or None."""
    row = connection.execute(_runs().where(tables.print_run.c.id == which.bytes)).one_or_none()
    return None if row is None else _run(row)


def still_printable(connection: Connection, codes: Sequence[str], *, blank: bool) -> tuple[str, ...]:
    """Leave out codes that are good for nothing any more, or have an owner where blanks are wanted."""
    good = {"blank"} if blank else {"blank", "linked"}
    state: dict[str, str] = {}
    for part in _parts(codes):
        rows = connection.execute(
            sa.select(tables.card.c.code, tables.card.c.state).where(tables.card.c.code.in_(part))
        )
        state |= {row.code: row.state for row in rows}
    return tuple(code for code in codes if state.get(code) in good)


def _newest_first() -> Any:
    return tables.card_batch.c.number.desc()


def _counted() -> Any:
    def count(condition: Any) -> Any:
        return sa.func.count(sa.case((condition, 1)))

    card = tables.card.c
    return (
        sa.select(
            tables.card_batch,
            count(card.printed_ms.is_not(None)).label("printed"),
            count(card.state == "linked").label("linked"),
            count(card.state == "dead").label("dead"),
            count(card.state == "spoilt").label("spoilt"),
            count((card.state == "blank") & card.handed_to.is_not(None)).label("handed"),
        )
        .select_from(tables.card_batch.outerjoin(tables.card, card.batch == tables.card_batch.c.id))
        .group_by(tables.card_batch.c.id)
    )


def _batch(row: Any) -> Batch:
    return Batch(
        UUID(bytes=row.id),
        row.number,
        row.cards,
        row.printed,
        row.linked,
        row.dead,
        row.spoilt,
        row.handed,
        from_ms(row.at_ms),
    )


def _runs() -> Any:
    return sa.select(tables.print_run, tables.card_batch.c.number).select_from(
        tables.print_run.outerjoin(tables.card_batch, tables.card_batch.c.id == tables.print_run.c.batch)
    )


def _run(row: Any) -> PrintRun:
    batch = None if row.batch is None else UUID(bytes=row.batch)
    return PrintRun(
        UUID(bytes=row.id), batch, row.number, row.cards, Way(row.way), from_ms(row.at_ms), row.good
    )


def _parts(codes: Iterable[str]) -> Iterator[list[str]]:
    listed = list(codes)
    for first in range(0, len(listed), _AT_ONCE):
        yield listed[first : first + _AT_ONCE]
