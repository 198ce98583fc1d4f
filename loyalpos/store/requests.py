"""What people ask for about their particulars, breaches, and how many people the shop has known."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.members import Purpose
from loyalpos.engine.requests import Breach, PersonalRequest, RequestKind, Wish
from loyalpos.engine.times import from_ms
from loyalpos.store import consent_tables, request_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.written import Written

__all__ = [
    "agreeing",
    "breaches",
    "members_there",
    "people_ever",
    "request_by_id",
    "requests",
    "write_breach",
    "write_breach_reported",
    "write_request",
    "write_request_step",
]


def write_request(connection: Connection, record: Written) -> None:
    """Write down what somebody asks for; the record's id is the request's."""
    asked = record.request
    member = asked.get("member")
    connection.execute(
        sa.insert(request_tables.personal_request),
        {
            "id": record.id.bytes,
            "member": None if member is None else UUID(member).bytes,
            "kind": asked["kind"],
            "day": asked["day"],
            "third_party": int(asked["third_party"]),
            "asker": record.private.get("asker", ""),
            "words": record.private.get("words", ""),
            "answered": None,
            "extended": 0,
            "closed": None,
            "refused": 0,
            "reason": "",
        },
    )


def write_request_step(connection: Connection, record: Written) -> None:
    """Write down what became of a request: it was answered, extended, done or refused."""
    day = record.outcome["day"]
    is_answer = sa.func.coalesce(request_tables.personal_request.c.answered, day)
    steps: dict[str, dict[str, object]] = {
        "request_answered": {"answered": is_answer},
        "request_extended": {"answered": is_answer, "extended": 1},
        "request_done": {"answered": is_answer, "closed": day},
        "request_refused": {"answered": is_answer, "closed": day, "refused": 1},
    }
    changed = steps[record.request["step"]]
    if "reason" in record.private:
        changed["reason"] = record.private["reason"]
    which = UUID(record.request["request"])
    connection.execute(
        sa.update(request_tables.personal_request)
        .where(request_tables.personal_request.c.id == which.bytes)
        .values(**changed)
    )


def write_breach(connection: Connection, record: Written) -> None:
    """Write down that particulars may have come into wrong hands."""
    connection.execute(
        sa.insert(request_tables.breach),
        {
            "id": record.id.bytes,
            "noticed_ms": record.at_ms,
            "words": record.private.get("words", ""),
            "reported_ms": None,
        },
    )


def write_breach_reported(connection: Connection, record: Written) -> None:
    """Write down that the authority was told."""
    which = UUID(record.request["breach"])
    connection.execute(
        sa.update(request_tables.breach)
        .where(request_tables.breach.c.id == which.bytes)
        .values(reported_ms=record.at_ms)
    )


def requests(
    connection: Connection, *, open_only: bool = False, member: UUID | None = None
) -> tuple[PersonalRequest, ...]:
    """List requests in the order they came."""
    asked = request_tables.personal_request.c
    wanted = _with_names().order_by(asked.day, asked.id)
    if open_only:
        wanted = wanted.where(asked.closed.is_(None))
    if member is not None:
        wanted = wanted.where(asked.member == member.bytes, asked.member.is_not(None))
    return tuple(_request(row) for row in connection.execute(wanted))


def request_by_id(connection: Connection, which: UUID) -> PersonalRequest | None:
    """Read one request."""
    wanted = _with_names().where(request_tables.personal_request.c.id == which.bytes)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else _request(row)


def breaches(connection: Connection) -> tuple[Breach, ...]:
    """List breaches, the latest first."""
    rows = connection.execute(
        sa.select(request_tables.breach).order_by(request_tables.breach.c.noticed_ms.desc())
    )
    return tuple(
        Breach(
            UUID(bytes=row.id),
            from_ms(row.noticed_ms),
            row.words,
            None if row.reported_ms is None else from_ms(row.reported_ms),
        )
        for row in rows
    )


def people_ever(connection: Connection) -> int:
    """Count everybody whose particulars the shop ever had, also those who have gone."""
    return int(connection.execute(sa.select(sa.func.count()).select_from(tables.member)).scalar_one())


def agreeing(connection: Connection, purpose: Purpose) -> int:
    """Count the members who are there and whose last word on a purpose is yes."""
    consent, member = consent_tables.consent, tables.member
    last: sa.Select[tuple[int]] = (
        sa.select(sa.func.max(sa.literal_column("rowid")))
        .select_from(consent)
        .where(consent.c.purpose == purpose.value)
        .group_by(consent.c.member)
    )
    rows = (
        sa.select(sa.func.count())
        .select_from(consent)
        .join(member, member.c.id == consent.c.member)
        .where(sa.literal_column("consent.rowid").in_(last), consent.c.given == 1, member.c.gone == 0)
    )
    return int(connection.execute(rows).scalar_one())


def members_there(connection: Connection) -> tuple[tuple[UUID, str | None, str | None], ...]:
    """List the members whose particulars are there: id, name, phone."""
    rows = connection.execute(
        sa.select(tables.member.c.id, tables.member.c.name, tables.member.c.phone)
        .where(tables.member.c.gone == 0)
        .order_by(tables.member.c.id)
    )
    return tuple((UUID(bytes=row.id), row.name, row.phone) for row in rows)


def _with_names() -> sa.Select[tuple[object, ...]]:
    asked = request_tables.personal_request
    return sa.select(*asked.c, tables.member.c.name.label("member_name")).select_from(
        asked.outerjoin(tables.member, tables.member.c.id == asked.c.member)
    )


def _request(row: sa.Row[tuple[object, ...]]) -> PersonalRequest:
    wish = Wish(
        RequestKind(row.kind),
        date.fromisoformat(row.day),
        None if row.member is None else UUID(bytes=row.member),
        bool(row.third_party),
        row.asker,
        row.words,
    )
    return PersonalRequest(
        UUID(bytes=row.id),
        wish,
        row.member_name or row.asker,
        None if row.answered is None else date.fromisoformat(row.answered),
        bool(row.extended),
        None if row.closed is None else date.fromisoformat(row.closed),
        bool(row.refused),
        row.reason,
    )
