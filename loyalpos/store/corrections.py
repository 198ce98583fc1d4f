"""What was corrected long ago: the values of before leave the journal as those of an erased member do.

A record's private part goes as a whole or not at all. What of it still stands is said once more, in the
record that empties the older ones: replayed, the tables are the same without them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from loyalpos.store import consent_tables, journal_tables, merge_tables, privacy_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.members import forget_words, make_findable
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.proofs import SAYS_AGAIN
from loyalpos.store.written import Written

__all__ = [
    "Outdated",
    "Stands",
    "members_corrected",
    "outdated",
    "those_who_share",
    "what_stands",
    "write_drop",
]

_FIELDS: Final = ("name", "phone", "birthday", "note")
_PERSONAL: Final = (*_FIELDS, "guardian")
_KINDS: Final = ("member_enrolled", "member_changed", "under_age_said", SAYS_AGAIN)
_CARD: Final = NewRow("card")
_EVER_ONE: Final = Prepared("SELECT stays, goes FROM merged WHERE stays = :whose OR goes = :whose")


class Stands(Struct, frozen=True):
    """What is personal of a member now, to be said once more.

    Attributes:
        cards: Those that an emptied record linked or named, as they stand.
        birthday_known: Since when the birthday stands there.
        proofs: What shows consents that emptied records held, by these records.
    """

    particulars: Mapping[str, object]
    cards: tuple[Mapping[str, object], ...]
    birthday_known: str | None
    proofs: Mapping[str, object] = {}

    def said(self) -> dict[str, object]:
        """Give it in the form a private part has."""
        return {
            **self.particulars,
            **({"cards": list(self.cards)} if self.cards else {}),
            **({"proofs": self.proofs} if self.proofs else {}),
        }


class Outdated(Struct, frozen=True):
    """What of a member's records may go: those whose private part is to be emptied, and what stands."""

    records: tuple[UUID, ...]
    stands: Stands


class _Said(Struct, frozen=True):
    """A record that set some particulars; ``values`` is empty where only that they went."""

    id: UUID
    kind: str
    at_ms: int
    sets: frozenset[str]
    values: Mapping[str, Any]


def members_corrected(connection: Connection, before_ms: int, most: int) -> tuple[UUID, ...]:
    """Name members whose particulars were corrected before an instant, and not dropped yet.

    Whoever was ever one with somebody else is left out: what is said of the one may be the other's. So is
    whoever is kept on legal grounds: what was corrected may be what it is about.
    """
    correction, merged, hold = consent_tables.correction, merge_tables.merged, privacy_tables.hold
    rows = connection.execute(
        sa.select(correction.c.member)
        .join(tables.member, tables.member.c.id == correction.c.member)
        .where(
            correction.c.field.in_(_PERSONAL),
            correction.c.at_ms < before_ms,
            tables.member.c.gone == 0,
            ~sa.exists().where(hold.c.member == correction.c.member),
            ~sa.exists().where(
                sa.or_(merged.c.stays == correction.c.member, merged.c.goes == correction.c.member)
            ),
        )
        .distinct()
        .order_by(correction.c.member)
        .limit(most)
    )
    return tuple(UUID(bytes=row.member) for row in rows)


def outdated(connection: Connection, whose: UUID, before_ms: int) -> Outdated | None:
    """Find the records of a member that hold what was corrected before an instant, and nothing younger.

    Returns:
        None where something has to wait: a record also holds what was corrected since.
    """
    said = _said(connection, whose)
    emptied: list[_Said] = []
    for at, one in enumerate(said):
        gone_ms = tuple(_gone_ms(one, said[at + 1 :], before_ms))
        if not any(ms < before_ms for ms in gone_ms):
            continue
        if any(ms >= before_ms for ms in gone_ms):
            return None
        emptied.append(one)
    codes = [one.values["alias"] for one in emptied if "alias" in one.values]
    # One that was taken off since is nobody's, or somebody else's by a record of theirs.
    now = _stands(connection, whose, tables.card.c.code.in_(codes))
    proofs: dict[str, object] = {}
    for one in emptied:
        proofs |= one.values.get("proofs", {})
        if "proof" in one.values:
            proofs[one.id.hex] = one.values["proof"]
    # Consents are proved for as long as they are kept, whatever else was said with them.
    return Outdated(tuple(one.id for one in emptied), replace(now, proofs=proofs))


def those_who_share(connection: Connection, whose: UUID) -> tuple[UUID, ...]:
    """Name members who are there of whom a record says something that also says something of another."""
    # Only who was ever one with them, perhaps in turns: records have no index of whom they are about.
    known, asked = {whose}, [whose]
    while asked:
        one = asked.pop()
        for row in _EVER_ONE.all(connection, whose=one.bytes):
            for other in (UUID(bytes=row.stays), UUID(bytes=row.goes)):
                if other not in known:
                    known.add(other)
                    asked.append(other)
    others = [one.bytes for one in sorted(known - {whose})]
    if not others:
        return ()
    part, other_part = privacy_tables.private_part, privacy_tables.private_part.alias()
    rows = connection.execute(
        sa.select(other_part.c.member)
        .join(part, part.c.record == other_part.c.record)
        .join(tables.member, tables.member.c.id == other_part.c.member)
        .where(part.c.member == whose.bytes, other_part.c.member.in_(others), tables.member.c.gone == 0)
        .distinct()
        .order_by(other_part.c.member)
    )
    return tuple(UUID(bytes=row.member) for row in rows)


def what_stands(connection: Connection, whose: UUID) -> Stands:
    """Read what is personal of a member now, with what their cards are called."""
    return _stands(connection, whose, tables.card.c.label != "")


def _stands(connection: Connection, whose: UUID, wanted: sa.ColumnElement[bool]) -> Stands:
    row = connection.execute(sa.select(tables.member).where(tables.member.c.id == whose.bytes)).one()
    cards = connection.execute(
        sa.select(tables.card).where(tables.card.c.member == whose.bytes, wanted).order_by(tables.card.c.code)
    )
    return Stands(
        {name: getattr(row, name) for name in _FIELDS},
        tuple(
            {str(name): value for name, value in card._mapping.items() if not isinstance(value, bytes)}
            for card in cards
        ),
        row.birthday_known,
    )


def write_drop(connection: Connection, record: Written) -> None:
    """Empty the records that hold what was corrected long ago, and forget what stood there."""
    whose, private = record.member, record.private
    if private:
        now = {name: private[name] for name in _FIELDS}
        now["birthday_known"] = record.outcome["birthday_known"]
        connection.execute(sa.update(tables.member).where(tables.member.c.id == whose.bytes).values(**now))
        for card in private.get("cards", ()):
            _put_card(connection, whose, card)
    _find_again(connection, whose)
    emptied = [UUID(one).bytes for one in record.request["records"]]
    connection.execute(
        sa.update(journal_tables.record)
        .where(journal_tables.record.c.id.in_(emptied))
        .values(private=None, salt=None)
    )
    correction = consent_tables.correction
    connection.execute(
        sa.delete(correction).where(
            correction.c.member == whose.bytes,
            correction.c.field.in_(_PERSONAL),
            correction.c.at_ms < record.request["before_ms"],
        )
    )


def _said(connection: Connection, whose: UUID) -> tuple[_Said, ...]:
    """Read what was said of a member's particulars, the oldest first."""
    part, record, consent = privacy_tables.private_part, journal_tables.record, consent_tables.consent
    rows = connection.execute(
        sa.select(record.c.id, record.c.kind, record.c.at_ms, record.c.hlc, record.c.private)
        .join(part, part.c.record == record.c.id)
        .where(part.c.member == whose.bytes, record.c.kind.in_(_KINDS), record.c.private.is_not(None))
    )
    found: list[tuple[int, _Said]] = []
    for row in rows:
        values = json.loads(row.private)
        sets = {"guardian"} if row.kind == "under_age_said" else {*_FIELDS} & values.keys()
        found.append((row.hlc, _Said(UUID(bytes=row.id), row.kind, row.at_ms, frozenset(sets), values)))
    # What was only taken away has no private part of its own.
    taken_back = connection.execute(
        sa.select(record.c.id, record.c.kind, record.c.at_ms, record.c.hlc)
        .join(consent, consent.c.record == record.c.id)
        .where(consent.c.member == whose.bytes, consent.c.purpose == "birthday", consent.c.given == 0)
    )
    for row in taken_back:
        said = _Said(UUID(bytes=row.id), row.kind, row.at_ms, frozenset({"birthday"}), {})
        found.append((row.hlc, said))
    correction = consent_tables.correction
    of_age = connection.execute(
        sa.select(record.c.id, record.c.kind, record.c.at_ms, record.c.hlc)
        .join(correction, correction.c.record == record.c.id)
        .where(
            correction.c.member == whose.bytes,
            correction.c.field == "under_age",
            record.c.private_hash == b"",
        )
    )
    for row in of_age:
        said = _Said(UUID(bytes=row.id), row.kind, row.at_ms, frozenset({"guardian"}), {})
        found.append((row.hlc, said))
    return tuple(one for _, one in sorted(found, key=lambda one: one[0]))


def _gone_ms(one: _Said, later: tuple[_Said, ...], before_ms: int) -> Iterator[int]:
    """Tell when each thing that a record says was corrected; what still stands is left out.

    What was said once more since is no reason to keep it: the younger record has it.
    """
    for name in one.sets:
        if not one.values.get(name):
            continue
        said_again = False
        for other in later:
            if name not in other.sets:
                continue
            if other.kind != SAYS_AGAIN:
                if other.at_ms < before_ms or not said_again:
                    yield other.at_ms
                break
            said_again = True


def _put_card(connection: Connection, whose: UUID, card: Mapping[str, Any]) -> None:
    """Let a code be linked, and called, as an emptied record said; in the file it was written to, it is."""
    named = connection.execute(
        sa.update(tables.card).where(tables.card.c.code == card["code"]).values(label=card["label"])
    )
    if named.rowcount == 0:
        known = {column.name: None for column in tables.card.c} | dict(card) | {"member": whose.bytes}
        _CARD.add(connection, **known)


def _find_again(connection: Connection, whose: UUID) -> None:
    row = connection.execute(sa.select(tables.member).where(tables.member.c.id == whose.bytes)).one()
    seen_ms = connection.execute(
        sa.select(tables.finding.c.last_seen_ms).where(tables.finding.c.member == whose.bytes)
    ).scalar_one_or_none()
    if row.gone or seen_ms is None:
        return
    forget_words(connection, whose)
    make_findable(connection, whose, {"name": row.name, "phone": row.phone}, seen_ms)
