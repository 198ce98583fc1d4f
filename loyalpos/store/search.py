"""Finding members while a cashier types: any part of the name, the last digits of the phone.

Whatever is typed costs a bounded number of rows: the rarest condition is walked where it is rare,
and recent visitors are walked where everything typed is common.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, literal, select

from loyalpos.engine.members import Candidate
from loyalpos.engine.phones import Phone
from loyalpos.engine.times import from_ms
from loyalpos.store.tables import finding, member, member_word, summary

__all__ = ["find_members"]

_RARE = 500
"""Up to so many rows, one condition alone is cheaper than a walk through recent visitors."""

_RARE_TOGETHER = 4_000
"""The same where several conditions must hold, and recent visitors may all fail one of them."""


def find_members(
    connection: Connection, words: tuple[str, ...], last_digits: str, most: int
) -> tuple[Candidate, ...]:
    """List members who fit all words and digits, recent visitors first.

    Args:
        words: Beginnings of words of the name, folded by ``search_words``.
        last_digits: The end of the phone number, or ``""``.
    """
    limit = _RARE if len(words) + bool(last_digits) == 1 else _RARE_TOGETHER
    counted = [(_count(connection, _word_range(word), limit, words=True), word) for word in words]
    rarest = min(counted, default=(limit + 1, ""))
    phones = _count(connection, _phone_range(last_digits), limit, words=False) if last_digits else limit + 1
    wanted: list[ColumnElement[bool]] = [_has_word(word) for word in words]
    if last_digits:
        wanted.append(_ends_in(last_digits))
    rows = select(finding.c.row, finding.c.member, finding.c.last_seen_ms)
    if min(rarest[0], phones) > limit:
        # Common all through: the recent ones fill the list long before the shop is walked.
        rows = rows.where(*wanted)
    elif phones <= rarest[0]:
        rows = rows.where(*wanted, _phone_range(last_digits))
    else:
        rows = select(finding.c.row, finding.c.member, finding.c.last_seen_ms).where(
            finding.c.row.in_(select(member_word.c.row).where(_word_range(rarest[1])).distinct()),
            *wanted,
        )
    found = rows.order_by(finding.c.last_seen_ms.desc()).limit(most).subquery()
    listed = connection.execute(
        select(member.c.id, member.c.name, member.c.phone, summary.c.balance, summary.c.last_visit_ms)
        .select_from(
            found.join(member, member.c.id == found.c.member).join(
                summary, summary.c.member == found.c.member
            )
        )
        .order_by(found.c.last_seen_ms.desc())
    )
    return tuple(
        Candidate(
            UUID(bytes=row.id),
            row.name,
            None if row.phone is None else Phone(row.phone),
            row.balance,
            None if row.last_visit_ms is None else from_ms(row.last_visit_ms),
        )
        for row in listed
    )


def _count(connection: Connection, condition: ColumnElement[bool], limit: int, *, words: bool) -> int:
    """Count rows up to just above a limit."""
    table = member_word if words else finding
    some = select(literal(1)).select_from(table).where(condition).limit(limit + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _after(prefix: str) -> str:
    """Give the first text that sorts after everything with a prefix."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def _word_range(word: str) -> ColumnElement[bool]:
    return and_(
        member_word.c.word >= bindparam(None, word), member_word.c.word < bindparam(None, _after(word))
    )


def _phone_range(last_digits: str) -> ColumnElement[bool]:
    turned = last_digits[::-1]
    return and_(
        finding.c.phone_reversed >= bindparam(None, turned),
        finding.c.phone_reversed < bindparam(None, _after(turned)),
    )


def _has_word(word: str) -> ColumnElement[bool]:
    return func.instr(literal(" ").concat(finding.c.search_key), f" {word}") > 0


def _ends_in(last_digits: str) -> ColumnElement[bool]:
    return func.substr(finding.c.phone_reversed, 1, len(last_digits)) == last_digits[::-1]
