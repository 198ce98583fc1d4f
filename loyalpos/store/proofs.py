"""What shows that somebody agreed, as their records say it: it is personal, and stands nowhere else."""

from __future__ import annotations

import json
from uuid import UUID

import sqlalchemy as sa

from loyalpos.store import consent_tables, journal_tables, privacy_tables
from loyalpos.store.connection import Connection

__all__ = ["SAYS_AGAIN", "proof_of", "with_proofs"]

SAYS_AGAIN = "corrections_dropped"
"""The kind of record that says once more what still stands of records that were emptied."""


def with_proofs() -> sa.Select[tuple[object, ...]]:
    """Read consents together with the private parts of their records."""
    record = journal_tables.record
    return sa.select(consent_tables.consent, record.c.private, record.c.private_hash).outerjoin(
        record, record.c.id == consent_tables.consent.c.record
    )


def proof_of(connection: Connection, row: sa.Row[tuple[object, ...]]) -> str:
    """Tell what shows a consent, of a row of :func:`with_proofs`; empty where nobody wrote anything down."""
    if row.private is not None:
        return str(json.loads(row.private).get("proof", ""))
    # Emptied, because a particular it said was corrected; an enrolment's record has its member's id.
    return _said_again(connection, row.record) if row.private_hash else ""


def _said_again(connection: Connection, joined: bytes) -> str:
    part, record = privacy_tables.private_part, journal_tables.record
    rows = connection.execute(
        sa.select(record.c.private)
        .join(part, part.c.record == record.c.id)
        .where(part.c.member == joined, record.c.kind == SAYS_AGAIN, record.c.private.is_not(None))
    )
    found = (json.loads(row.private).get("proofs", {}).get(UUID(bytes=joined).hex) for row in rows)
    return str(next((proof for proof in found if proof), ""))
