"""What members agreed to and took back, whose particulars serve their account alone, what was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.consents import ConsentWord, Corrected, Privacy, Said
from loyalpos.engine.json_values import from_json
from loyalpos.engine.members import Consent, Purpose
from loyalpos.engine.times import from_ms
from loyalpos.store import consent_tables, request_tables, tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.proofs import proof_of, with_proofs
from loyalpos.store.written import Written

_ADD = NewRow("consent")
__all__ = [
    "add_consent",
    "add_consents",
    "agreed_among",
    "bring_privacy",
    "forget_privacy",
    "has_agreed",
    "is_kept_back",
    "keep_before",
    "kept_back_among",
    "part_privacy",
    "privacy_of",
    "write_consent",
    "write_restriction",
    "write_under_age",
]

# The rows lie in the order of the journal: a clock that was set back brings no withdrawn consent back.
_AGREED = Prepared(
    """
    SELECT said.given
    FROM consent AS said
    LEFT JOIN privacy ON privacy.member = said.member
    WHERE said.member = :whose AND said.purpose = :to
      AND NOT coalesce(privacy.restricted OR privacy.left_program, 0)
      AND NOT (coalesce(privacy.under_age, 0) AND said.purpose IN ('messages', 'sharing'))
    ORDER BY said.rowid DESC
    LIMIT 1
    """
)
_LAST = Prepared(
    "SELECT given FROM consent WHERE member = :whose AND purpose = 'program' ORDER BY rowid DESC LIMIT 1"
)
_OWN = Prepared(
    "SELECT before FROM correction WHERE member = :whose AND field = :field ORDER BY rowid DESC LIMIT 1"
)
_MARKED = Prepared("SELECT * FROM privacy WHERE member = :whose")
_MARKS = ("restricted", "left_program", "under_age", "guardian")


def write_consent(connection: Connection, record: Written) -> None:
    """Add a consent or its withdrawal to the member's log; what it was needed for goes with it."""
    given = bool(record.request["given"])
    said = from_json(record.request["consent"], Consent)
    add_consent(connection, record, record.member, said, given=given)
    if said.purpose is Purpose.PROGRAM:
        _mark(connection, record.member, left_program=int(not given))
    if said.purpose is Purpose.BIRTHDAY and not given:
        of_member = tables.member.c.id == record.member.bytes
        before = connection.execute(sa.select(tables.member.c.birthday).where(of_member)).scalar_one_or_none()
        keep_before(connection, record, {"birthday": before}, {"birthday": None})
        connection.execute(sa.update(tables.member).where(of_member).values(birthday=None))


def write_restriction(connection: Connection, record: Written) -> None:
    """Restrict what a member's particulars are used for, or lift that."""
    on = int(record.request["restricted"])
    _note(connection, record, "restricted", "" if on else "1")
    _mark(connection, record.member, restricted=on)


def write_under_age(connection: Connection, record: Written) -> None:
    """Note that a member is under age, and who agreed for them; or that they are of age."""
    on = int(record.request["under_age"])
    before = connection.execute(
        sa.select(consent_tables.privacy.c.guardian).where(
            consent_tables.privacy.c.member == record.member.bytes
        )
    ).scalar_one_or_none()
    guardian = record.private.get("guardian", "")
    _note(connection, record, "under_age", "" if on else "1")
    keep_before(connection, record, {"guardian": before or None}, {"guardian": guardian or None})
    _mark(connection, record.member, under_age=on, guardian=guardian)


def bring_privacy(connection: Connection, stays: UUID, goes: UUID) -> None:
    """Let what is minded of either of two merged members hold for the one who stays."""
    marks = [
        row
        for row in (_MARKED.first(connection, whose=whose.bytes) for whose in (stays, goes))
        if row is not None
    ]
    if marks or _has_left(connection, stays):
        _mark(
            connection,
            stays,
            restricted=max((row.restricted for row in marks), default=0),
            left_program=int(_has_left(connection, stays)),
            under_age=max((row.under_age for row in marks), default=0),
            guardian=next((row.guardian for row in marks if row.guardian), ""),
        )


def part_privacy(connection: Connection, stays: UUID) -> None:
    """Let hold for a member only what was said of them alone: the merge is undone."""
    before = _MARKED.first(connection, whose=stays.bytes)
    if before is None:
        return
    own = {
        field: int(row is not None and row.before == "")
        for field in ("restricted", "under_age")
        for row in (_OWN.first(connection, whose=stays.bytes, field=field),)
    }
    guardian = before.guardian if own["under_age"] else ""
    _mark(connection, stays, **own, left_program=int(_has_left(connection, stays)), guardian=guardian)
    if not any(own.values()) and not _has_left(connection, stays):
        connection.execute(
            sa.delete(consent_tables.privacy).where(consent_tables.privacy.c.member == stays.bytes)
        )


def add_consent(connection: Connection, record: Written, whose: UUID, said: Consent, *, given: bool) -> None:
    """Add one word on one purpose."""
    _ADD.add(connection, **_row_of(record, whose, said, given=given))


def add_consents(connection: Connection, joined: Iterable[tuple[Written, Consent]]) -> None:
    """Add what was agreed to in the records of members who joined, which have their ids."""
    _ADD.add_all(connection, [_row_of(record, record.id, said, given=True) for record, said in joined])


def _row_of(record: Written, whose: UUID, said: Consent, *, given: bool) -> dict[str, object]:
    return {
        "record": record.id.bytes,
        "purpose": said.purpose.value,
        "member": whose.bytes,
        "given": int(given),
        "wording": said.wording,
        "wording_version": said.wording_version,
        "language": said.language,
        "channel": said.channel,
        "notice_version": said.notice_version,
        "at_ms": record.at_ms,
        "who": record.who,
    }


def keep_before(
    connection: Connection,
    record: Written,
    before: Mapping[str, str | None],
    after: Mapping[str, str | None],
) -> None:
    """Keep, for the days it may be asked for, what stood in the particulars that a record changes."""
    for field, was in before.items():
        if was != after[field]:
            _note(connection, record, field, was or None)


def has_agreed(connection: Connection, whose: UUID, purpose: Purpose) -> bool:
    """Tell whether something may be done with a member's particulars, by the last word on it."""
    row = _AGREED.first(connection, whose=whose.bytes, to=purpose.value)
    return row is not None and bool(row.given)


def agreed_among(connection: Connection, ids: Sequence[bytes], purpose: Purpose) -> frozenset[bytes]:
    """Tell who of some members agrees to something."""
    return frozenset(whose for whose in ids if has_agreed(connection, UUID(bytes=whose), purpose))


def is_kept_back(member: sa.ColumnElement[bytes]) -> sa.ColumnElement[bool]:
    """Ask, of a column of members, who is in no list because they asked so or left the program."""
    return sa.exists().where(consent_tables.privacy.c.member == member, _kept_back())


def kept_back_among(connection: Connection, ids: Sequence[bytes]) -> frozenset[bytes]:
    """Tell who of some members is in no list because they asked so or left the program."""
    rows = connection.execute(
        sa.select(consent_tables.privacy.c.member).where(
            consent_tables.privacy.c.member.in_(ids), _kept_back()
        )
    )
    return frozenset(row.member for row in rows)


def privacy_of(connection: Connection, whose: UUID) -> Privacy:
    """Read what a member said on each purpose, and how their particulars may be used."""
    found = connection.execute(
        with_proofs()
        .where(consent_tables.consent.c.member == whose.bytes)
        .order_by(sa.literal_column("consent.rowid").desc())
    )
    words: dict[Purpose, list[ConsentWord]] = {purpose: [] for purpose in Purpose}
    for row in found:
        purpose = Purpose(row.purpose)
        said = Consent(
            purpose, row.wording, row.wording_version, row.language, row.channel, row.notice_version
        )
        words[purpose].append(
            ConsentWord(said, bool(row.given), from_ms(row.at_ms), row.who, proof_of(connection, row))
        )
    marks = connection.execute(
        sa.select(consent_tables.privacy).where(consent_tables.privacy.c.member == whose.bytes)
    ).one_or_none()
    changes = connection.execute(
        sa.select(consent_tables.correction)
        .where(consent_tables.correction.c.member == whose.bytes)
        .order_by(sa.literal_column("correction.rowid").desc())
    )
    return Privacy(
        tuple(
            Said(purpose, has_agreed(connection, whose, purpose), tuple(said))
            for purpose, said in words.items()
        ),
        restricted=marks is not None and bool(marks.restricted),
        under_age=marks is not None and bool(marks.under_age),
        guardian="" if marks is None else marks.guardian,
        corrected=tuple(Corrected(row.field, row.before, from_ms(row.at_ms), row.who) for row in changes),
    )


def forget_privacy(connection: Connection, whose: UUID) -> None:
    """Forget what is personal here: the guardian's name, what was corrected, the words of requests."""
    connection.execute(
        sa.delete(consent_tables.correction).where(consent_tables.correction.c.member == whose.bytes)
    )
    connection.execute(
        sa.update(consent_tables.privacy)
        .where(consent_tables.privacy.c.member == whose.bytes)
        .values(guardian="")
    )
    asked = request_tables.personal_request
    connection.execute(
        sa.update(asked).where(asked.c.member == whose.bytes).values(asker="", words="", reason="")
    )


def _has_left(connection: Connection, whose: UUID) -> bool:
    row = _LAST.first(connection, whose=whose.bytes)
    return row is not None and not row.given


def _kept_back() -> sa.ColumnElement[bool]:
    return sa.or_(consent_tables.privacy.c.restricted == 1, consent_tables.privacy.c.left_program == 1)


def _note(connection: Connection, record: Written, field: str, before: str | None) -> None:
    connection.execute(
        sa.insert(consent_tables.correction),
        {
            "record": record.id.bytes,
            "field": field,
            "member": record.member.bytes,
            "before": before,
            "at_ms": record.at_ms,
            "who": record.who,
        },
    )


def _mark(connection: Connection, whose: UUID, **marks: int | str) -> None:
    """Set some of what is minded of a member; the rest stays."""
    first: dict[str, int | str | bytes] = {name: "" if name == "guardian" else 0 for name in _MARKS}
    added = upserts.upsert(consent_tables.privacy).on_conflict_do_update(
        index_elements=["member"], set_=marks
    )
    connection.execute(added, {**first, **marks, "member": whose.bytes})
