"""The tier of each member, and the moves that led to it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.json_values import from_json
from loyalpos.engine.tier_moves import TierMove, TierState
from loyalpos.store import program_tables, tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = [
    "MoveRow",
    "TierRow",
    "forget_looks",
    "judged_by",
    "looks_due",
    "moves_in",
    "standing_moves",
    "tier_row",
    "write_moves",
]

_FORGET = Prepared("UPDATE tier_state SET looks = NULL WHERE member = :whose")
_STATE = Prepared("SELECT * FROM tier_state WHERE member = :whose")
_MOVES = Prepared("SELECT * FROM tier_move WHERE member = :whose ORDER BY number")
_DUE = Prepared("SELECT member FROM tier_state WHERE looks <= :day AND looks IS NOT NULL")


class TierRow(Struct, frozen=True):
    """Where a member stands, as it was judged last.

    Attributes:
        judged: The business day of that.
        looks: The next day on which time alone can move the member.
        revision: The program it was judged by.
    """

    state: TierState
    judged: date
    looks: date | None
    revision: int


class MoveRow(Struct, frozen=True):
    """A move, with the act that brought it, why an owner set it, and whether it stands."""

    move: TierMove
    reason: str
    act: UUID | None
    stands: bool
    undone_in: UUID | None


def write_moves(connection: Connection, record: Written) -> None:
    """Write a member's moves in place of those that a return has undone, and where that leaves him."""
    whose, came = record.member, record.outcome
    act = None if came.get("act") is None else UUID(came["act"]).bytes
    # Earlier programs wrote them among what came of it.
    reasons = record.private.get("reasons") or came.get("reasons", {})
    for number in came.get("undone", ()):
        connection.execute(
            sa.update(program_tables.tier_move)
            .where(
                program_tables.tier_move.c.member == whose.bytes, program_tables.tier_move.c.number == number
            )
            .values(stands=0, undone_in=act)
        )
    for move in came.get("moves", ()):
        connection.execute(
            sa.insert(program_tables.tier_move),
            {
                "member": whose.bytes,
                "number": move["state"]["moves"],
                "day": move["day"],
                "move": json.dumps(move, sort_keys=True),
                "reason": reasons.get(str(move["state"]["moves"]), ""),
                "act": act,
                "stands": 1,
                "undone_in": None,
            },
        )
    now = {
        "tier": from_json(came["state"], TierState).tier,
        "state": json.dumps(came["state"], sort_keys=True),
        "judged": came["day"],
        "looks": came["looks"],
        "revision": came["revision"],
    }
    connection.execute(
        upserts.upsert(program_tables.tier_state).on_conflict_do_update(index_elements=["member"], set_=now),
        {"member": whose.bytes, **now},
    )


def forget_looks(connection: Connection, whose: UUID) -> None:
    """Look no more at somebody who is gone."""
    _FORGET.run(connection, whose=whose.bytes)


def tier_row(connection: Connection, whose: UUID) -> TierRow | None:
    """Read where a member stands; None for who never moved."""
    row = _STATE.first(connection, whose=whose.bytes)
    if row is None:
        return None
    return TierRow(
        from_json(json.loads(row.state), TierState),
        date.fromisoformat(row.judged),
        None if row.looks is None else date.fromisoformat(row.looks),
        row.revision,
    )


def standing_moves(connection: Connection, whose: UUID) -> tuple[MoveRow, ...]:
    """List the moves of a member that stand, in order."""
    return tuple(row for row in _moves(connection, whose) if row.stands)


def moves_in(connection: Connection, whose: UUID, act: UUID) -> tuple[MoveRow, ...]:
    """List the moves an act of the counter brought or undid."""
    return tuple(row for row in _moves(connection, whose) if act in (row.act, row.undone_in))


def looks_due(connection: Connection, day: date) -> frozenset[UUID]:
    """Name the members whom time alone may move by a day."""
    return frozenset(UUID(bytes=row.member) for row in _DUE.all(connection, day=day.isoformat()))


def judged_by(connection: Connection, revisions: Sequence[int]) -> frozenset[UUID]:
    """Name the members who were judged last by one of some programs, and are still there."""
    rows = connection.execute(
        sa.select(program_tables.tier_state.c.member)
        .join(tables.member, tables.member.c.id == program_tables.tier_state.c.member)
        .where(program_tables.tier_state.c.revision.in_(revisions), tables.member.c.gone == 0)
    )
    return frozenset(UUID(bytes=row.member) for row in rows)


def _moves(connection: Connection, whose: UUID) -> list[MoveRow]:
    return [
        MoveRow(
            from_json(json.loads(row.move), TierMove),
            row.reason,
            None if row.act is None else UUID(bytes=row.act),
            bool(row.stands),
            None if row.undone_in is None else UUID(bytes=row.undone_in),
        )
        for row in _MOVES.all(connection, whose=whose.bytes)
    ]
