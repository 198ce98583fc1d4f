"""What the owner said about bills that went over a budget, read from the bills' own records."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, LargeBinary, cast, func, literal, select

from loyalpos.engine.json_values import from_json
from loyalpos.engine.owner import OwnerAnswer, OwnerDecision
from loyalpos.engine.times import from_ms
from loyalpos.store.journal_tables import record
from loyalpos.store.tables import day_line, member

__all__ = ["owner_answers"]

_SINCE = (
    select(record.c.body, record.c.who, record.c.at_ms, member.c.name)
    .select_from(
        day_line.join(record, record.c.id == day_line.c.record).outerjoin(
            member, member.c.id == day_line.c.member
        )
    )
    .where(
        day_line.c.kind == "bill",
        day_line.c.undone == 0,
        func.instr(record.c.body, cast(literal(b'"owner_decided"'), LargeBinary)) > 0,
    )
    .order_by(record.c.at_ms.desc())
)


def owner_answers(connection: Connection, first: date) -> tuple[OwnerAnswer, ...]:
    """List what was answered from a business day on, newest first; bills that were undone left out."""
    answers: list[OwnerAnswer] = []
    for row in connection.execute(_SINCE.where(day_line.c.day >= first.isoformat())):
        body = json.loads(row.body)
        for one in from_json(body["outcome"].get("owner_decided", []), tuple[OwnerDecision, ...]):
            answers.append(
                OwnerAnswer(from_ms(row.at_ms), row.who, row.name, body["request"]["total_vnd"], one)
            )
    return tuple(answers)
