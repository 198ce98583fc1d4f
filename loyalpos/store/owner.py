"""What the owner said about bills that went over a budget, read from the bills' own records."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import sqlalchemy as sa

from loyalpos.engine.json_values import from_json
from loyalpos.engine.owner import OwnerAnswer, OwnerDecision
from loyalpos.engine.times import from_ms
from loyalpos.store import journal_tables, tables
from loyalpos.store.connection import Connection

__all__ = ["owner_answers"]


def owner_answers(connection: Connection, first: date) -> tuple[OwnerAnswer, ...]:
    """List what was answered from a business day on, newest first; bills that were undone left out."""
    answers: list[OwnerAnswer] = []
    for row in connection.execute(_since(first.isoformat())):
        body = json.loads(row.body)
        for one in from_json(body["outcome"].get("owner_decided", []), tuple[OwnerDecision, ...]):
            answers.append(
                OwnerAnswer(from_ms(row.at_ms), row.who, row.name, body["request"]["total_vnd"], one)
            )
    return tuple(answers)


def _since(first: str) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(
            journal_tables.record.c.body,
            journal_tables.record.c.who,
            journal_tables.record.c.at_ms,
            tables.member.c.name,
        )
        .select_from(
            tables.day_line.join(
                journal_tables.record, journal_tables.record.c.id == tables.day_line.c.record
            ).outerjoin(tables.member, tables.member.c.id == tables.day_line.c.member)
        )
        .where(
            tables.day_line.c.kind == "bill",
            tables.day_line.c.undone == 0,
            tables.day_line.c.day >= first,
            sa.func.instr(
                journal_tables.record.c.body, sa.cast(sa.literal(b'"owner_decided"'), sa.LargeBinary)
            )
            > 0,
        )
        .order_by(journal_tables.record.c.at_ms.desc())
    )
