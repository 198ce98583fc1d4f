"""Who of the shop looked at a member or wrote members down, and what a member agreed to."""

from __future__ import annotations

import json
from collections.abc import Set
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.exports import ExportKind, ExportNoted
from loyalpos.engine.members import Consent, Purpose
from loyalpos.engine.my_data import Accessed, ConsentGiven, OwnBill
from loyalpos.engine.times import from_ms
from loyalpos.store import consent_tables, journal_tables, privacy_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.merged import all_merged_into
from loyalpos.store.proofs import proof_of, with_proofs
from loyalpos.store.written import Written

__all__ = [
    "accesses_of",
    "came_with_a_list",
    "consents_of",
    "exports",
    "has_accesses_before",
    "own_bills",
    "write_access",
    "write_accesses_dropped",
]

_MOST = 500


def write_access(connection: Connection, record: Written) -> None:
    """Note that somebody looked at a member, or wrote all members down."""
    whose = record.request.get("member")
    connection.execute(
        sa.insert(privacy_tables.access),
        {
            "record": record.id.bytes,
            "member": None if whose is None else UUID(whose).bytes,
            "at_ms": record.at_ms,
            "how": record.request["how"],
            "who": record.who,
        },
    )


def write_accesses_dropped(connection: Connection, record: Written) -> None:
    """Forget who looked at whom before an instant."""
    access = privacy_tables.access
    connection.execute(sa.delete(access).where(access.c.at_ms < record.request["before_ms"]))


def has_accesses_before(connection: Connection, before_ms: int) -> bool:
    """Tell whether the tables still say who looked at somebody before an instant."""
    access = privacy_tables.access
    return (
        connection.execute(sa.select(access.c.record).where(access.c.at_ms < before_ms)).first() is not None
    )


def accesses_of(connection: Connection, member: UUID, most: int = _MOST) -> tuple[Accessed, ...]:
    """List who looked at a member, or wrote all members down since they joined, the latest first."""
    everybody = (member, *all_merged_into(connection, member))
    access, record = privacy_tables.access, journal_tables.record
    joined = (
        sa.select(journal_tables.record.c.at_ms)
        .where(journal_tables.record.c.id == member.bytes)
        .scalar_subquery()
    )
    rows = connection.execute(
        sa.select(access, record.c.body)
        .join(record, record.c.id == access.c.record)
        .where(
            access.c.member.in_([one.bytes for one in everybody])
            | (access.c.member.is_(None) & (access.c.at_ms >= joined))
        )
        .order_by(access.c.at_ms.desc(), access.c.record)
        .limit(most)
    )
    ids = {one.hex for one in everybody}
    return tuple(
        Accessed(from_ms(row.at_ms), row.how, row.who)
        for row in rows
        if row.member is not None or not ids.isdisjoint(_named(row.body, ids))
    )


def exports(connection: Connection, most: int) -> tuple[ExportNoted, ...]:
    """List what was written down of members, the latest first."""
    access, record = privacy_tables.access, journal_tables.record
    rows = connection.execute(
        sa.select(access, record.c.body, record.c.private)
        .join(record, record.c.id == access.c.record)
        .where(access.c.how.in_([kind.value for kind in ExportKind]))
        .order_by(access.c.at_ms.desc(), access.c.record)
        .limit(most)
    )
    return tuple(
        ExportNoted(
            from_ms(row.at_ms),
            row.how,
            row.who,
            "" if row.private is None else json.loads(row.private).get("reason", ""),
            1 if row.member is not None else json.loads(row.body)["request"].get("count"),
            None if row.member is None else UUID(bytes=row.member),
        )
        for row in rows
    )


def _named(body: bytes, everybody: Set[str]) -> Set[str]:
    """Name whom a list of members names; some of ours where it was of all, or of more than it says."""
    named = json.loads(body)["request"].get("members")
    return frozenset(named) if isinstance(named, list) else everybody


def consents_of(connection: Connection, member: UUID) -> tuple[ConsentGiven, ...]:
    """List what a member agreed to or withdrew, the oldest first."""
    consent = consent_tables.consent
    rows = connection.execute(
        with_proofs()
        .where(consent.c.member == member.bytes)
        .order_by(consent.c.at_ms, consent.c.record, consent.c.purpose)
    )
    return tuple(
        ConsentGiven(
            Consent(
                Purpose(row.purpose),
                row.wording,
                row.wording_version,
                row.language,
                row.channel,
                row.notice_version,
            ),
            bool(row.given),
            from_ms(row.at_ms),
            row.who,
            proof_of(connection, row),
        )
        for row in rows
    )


def own_bills(connection: Connection, member: UUID) -> tuple[OwnBill, ...]:
    """List a member's bills as the member may know them, the oldest first."""
    bill = tables.bill
    rows = connection.execute(
        sa.select(bill).where(bill.c.member == member.bytes).order_by(bill.c.at_ms, bill.c.id)
    )
    return tuple(
        OwnBill(from_ms(row.at_ms), row.number, row.total_vnd, row.returned_vnd, row.earned - row.taken_back)
        for row in rows
    )


def came_with_a_list(connection: Connection, member: UUID) -> bool:
    """Tell whether a member came in with an old customer list."""
    batch = sa.select(tables.member.c.list_batch).where(tables.member.c.id == member.bytes)
    return connection.execute(batch).scalar_one() is not None
