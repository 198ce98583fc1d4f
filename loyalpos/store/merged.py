"""Who was merged into whom, whether that can still be undone, and who may be the same as another."""

from __future__ import annotations

from uuid import UUID

from msgspec import Struct

from loyalpos.engine.likeness import Likeness
from loyalpos.engine.members import Candidate
from loyalpos.store.changing_hands import CHANGED
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.search import candidate

__all__ = [
    "MergeRow",
    "Particulars",
    "all_merged_into",
    "candidate_of",
    "kept_apart",
    "last_merges",
    "likenesses",
    "merge_between",
    "merge_by_id",
    "merge_of",
    "merges_into",
    "particulars_of",
    "seen_ms",
    "was_merged",
    "what_hinders",
    "withdrawals",
]

_HINDRANCES = {
    "bill": "bill_changed",
    "lot": "points_used",
    "voucher": "voucher_used",
    "partner_code": "code_used",
    "gift": "gift_taken_back",
    "membership_sale": "membership_changed",
    "entry": "merged_since",
}

_BY_ID = Prepared("SELECT * FROM merged WHERE id = :which")
_OF_GONE = Prepared("SELECT * FROM merged WHERE goes = :whose AND undone_in IS NULL")
_INTO = Prepared(
    "SELECT * FROM merged WHERE stays = :whose AND undone_in IS NULL ORDER BY at_ms DESC, id DESC"
)
_BETWEEN = Prepared(
    """
    SELECT * FROM merged
    WHERE (stays = :one AND goes = :other) OR (stays = :other AND goes = :one)
    ORDER BY at_ms DESC, undone_in IS NOT NULL
    LIMIT 1
    """
)
_LAST = Prepared("SELECT * FROM merged ORDER BY at_ms DESC LIMIT :most")
_APART = Prepared("SELECT first, second FROM told_apart")
_SHORT = Prepared(
    """
    SELECT unit
    FROM unit_entry
    WHERE member = :stays AND hex(id) NOT IN
      (SELECT key FROM merged_row WHERE merged = :merge AND of = 'unit_entry')
    GROUP BY unit
    HAVING sum(count) < 0 AND max(at_ms) >= :since_ms
    """
)
# What either owed must be owed still, or more was paid than who owed it has.
_RESTS = Prepared(
    """
    SELECT
      (SELECT coalesce(sum(points), 0) FROM entry WHERE member = :stays AND hex(id) IN
        (SELECT key FROM merged_row WHERE merged = :merge AND of = 'entry')) AS came,
      (SELECT coalesce(sum(rest), 0) FROM lot WHERE member = :stays AND hex(id) IN
        (SELECT key FROM merged_row WHERE merged = :merge AND of = 'lot')) AS came_rests,
      (SELECT coalesce(sum(points), 0) FROM entry
        WHERE member = :stays AND kind = 'expire' AND hex(reference) IN
        (SELECT key FROM merged_row WHERE merged = :merge AND of = 'lot')
        AND hex(id) NOT IN (SELECT key FROM merged_row WHERE merged = :merge AND of = 'entry')) AS expired,
      (SELECT coalesce(sum(points), 0) FROM entry WHERE member = :stays) AS balance,
      (SELECT coalesce(sum(rest), 0) FROM lot WHERE member = :stays) AS rests
    """
)
_CAME = Prepared("SELECT key FROM merged_row WHERE merged = :merge AND of = 'lot' AND key = :key")
_LAST_WORDS = Prepared(
    """
    SELECT record, purpose, given
    FROM consent
    WHERE member = :whose
    ORDER BY rowid
    """
)
_PARTICULARS = Prepared(
    "SELECT name, phone, birthday, note, joined, birthday_known FROM member WHERE id = :whose"
)
_SEEN = Prepared("SELECT last_seen_ms FROM finding WHERE member = :whose")
_CANDIDATE = Prepared(
    """
    SELECT member.id, member.name, member.phone, summary.balance, summary.last_visit_ms
    FROM member
    JOIN summary ON summary.member = member.id
    WHERE member.id = :whose AND member.gone = 0
    """
)
_ALIKE = Prepared(
    """
    SELECT member.id, member.name, member.phone, member.birthday, finding.search_key
    FROM member
    JOIN finding ON finding.member = member.id
    WHERE member.gone = 0
    """
)
_ALIASES = Prepared(
    "SELECT member, code FROM card WHERE kind = 'alias' AND state = 'linked' AND member IS NOT NULL"
)


class MergeRow(Struct, frozen=True):
    """A merge: who stays, who went, when and by whom, and the record that undid it."""

    id: UUID
    stays: UUID
    goes: UUID
    at_ms: int
    who: str
    undone_in: UUID | None
    seen_ms: int


class Particulars(Struct, frozen=True):
    """A member's particulars as they are stored."""

    name: str | None
    phone: str | None
    birthday: str | None
    note: str
    joined: str
    birthday_known: str | None


def merge_by_id(connection: Connection, which: UUID) -> MergeRow | None:
    """Read a merge."""
    return _row(_BY_ID.first(connection, which=which.bytes))


def merge_between(connection: Connection, one: UUID, other: UUID) -> MergeRow | None:
    """Find the last merge of two members, whichever of them stayed."""
    return _row(_BETWEEN.first(connection, one=one.bytes, other=other.bytes))


def merge_of(connection: Connection, whose: UUID) -> MergeRow | None:
    """Find the standing merge by which somebody went."""
    return _row(_OF_GONE.first(connection, whose=whose.bytes))


def merges_into(connection: Connection, whose: UUID) -> tuple[MergeRow, ...]:
    """List the standing merges by which others came to a member, the latest first."""
    found = (_row(row) for row in _INTO.all(connection, whose=whose.bytes))
    return tuple(row for row in found if row is not None)


def all_merged_into(connection: Connection, whose: UUID) -> tuple[UUID, ...]:
    """Name those who were made one with a member, also by way of others: they are the same person."""
    found: list[UUID] = []
    for merge in merges_into(connection, whose):
        found += (merge.goes, *all_merged_into(connection, merge.goes))
    return tuple(found)


def was_merged(connection: Connection, whose: UUID) -> bool:
    """Tell whether somebody else's account came to a member, and is still there."""
    return _INTO.first(connection, whose=whose.bytes) is not None


def last_merges(connection: Connection, most: int) -> tuple[MergeRow, ...]:
    """List merges, the latest first, undone ones as well."""
    found = (_row(row) for row in _LAST.all(connection, most=most))
    return tuple(row for row in found if row is not None)


def what_hinders(connection: Connection, merge: MergeRow, settled: dict[str, int]) -> str:
    """Say why a merge can no longer be undone; "" if it can.

    Args:
        settled: The points of each lot that paid the other's debt, by the lot's id in hexadecimal.
    """
    ids = {"merge": merge.id.bytes, "stays": merge.stays.bytes}
    for of, why in _HINDRANCES.items():
        counted = CHANGED[of].first(connection, **ids)
        assert counted is not None
        if counted.rows:
            return why
    if _SHORT.first(connection, **ids, since_ms=merge.at_ms) is not None:
        return "stamps_used"
    rests = _RESTS.first(connection, **ids)
    assert rests is not None
    came_rests, all_rests = rests.came_rests, rests.rests + sum(settled.values())
    came_rests += sum(points for lot, points in settled.items() if _came(connection, merge, lot))
    debt = came_rests - rests.came - rests.expired
    others = all_rests - came_rests - (rests.balance - rests.came - rests.expired)
    return "debt_paid" if debt < 0 or others < 0 else ""


def _came(connection: Connection, merge: MergeRow, lot: str) -> bool:
    return _CAME.first(connection, merge=merge.id.bytes, key=UUID(lot).hex.upper()) is not None


def withdrawals(connection: Connection, members: tuple[UUID, UUID]) -> tuple[dict[str, str], ...]:
    """Name the last words of two members, on whatever purpose, that take an agreement back."""
    found: dict[str, str] = {}
    for whose in members:
        last = {row.purpose: row for row in _LAST_WORDS.all(connection, whose=whose.bytes)}
        found |= {purpose: row.record.hex() for purpose, row in last.items() if not row.given}
    return tuple({"purpose": purpose, "record": record} for purpose, record in sorted(found.items()))


def particulars_of(connection: Connection, whose: UUID) -> Particulars:
    """Read a member's particulars, also of one who went."""
    row = _PARTICULARS.first(connection, whose=whose.bytes)
    assert row is not None
    return Particulars(row.name, row.phone, row.birthday, row.note, row.joined, row.birthday_known)


def seen_ms(connection: Connection, whose: UUID) -> int:
    """Tell when a member was seen last, as lists and search go by it."""
    row = _SEEN.first(connection, whose=whose.bytes)
    return 0 if row is None else int(row.last_seen_ms)


def candidate_of(connection: Connection, whose: UUID) -> Candidate | None:
    """Read a member as lists show one; None for who is gone."""
    row = _CANDIDATE.first(connection, whose=whose.bytes)
    return None if row is None else candidate(row)


def kept_apart(connection: Connection) -> frozenset[frozenset[UUID]]:
    """Read who was said not to be the same."""
    return frozenset(
        frozenset((UUID(bytes=row.first), UUID(bytes=row.second))) for row in _APART.all(connection)
    )


def likenesses(connection: Connection) -> tuple[Likeness, ...]:
    """Read of all members what duplicates are told by."""
    aliases: dict[bytes, list[str]] = {}
    for row in _ALIASES.all(connection):
        aliases.setdefault(row.member, []).append(row.code)
    return tuple(
        Likeness(UUID(bytes=row.id), row.search_key, row.phone, row.birthday, tuple(aliases.get(row.id, ())))
        for row in _ALIKE.rows(connection)
    )


def _row(row: object) -> MergeRow | None:
    if row is None:
        return None
    return MergeRow(
        UUID(bytes=row.id),  # type: ignore[attr-defined]
        UUID(bytes=row.stays),  # type: ignore[attr-defined]
        UUID(bytes=row.goes),  # type: ignore[attr-defined]
        row.at_ms,  # type: ignore[attr-defined]
        row.who,  # type: ignore[attr-defined]
        None if row.undone_in is None else UUID(bytes=row.undone_in),  # type: ignore[attr-defined]
        max(row.stays_seen_ms, row.goes_seen_ms),  # type: ignore[attr-defined]
    )
