"""Finding members while a cashier types: any part of the name, the last digits of the phone.

Whatever is typed costs a bounded number of rows: the rarest condition is walked where it is rare,
and recent visitors are walked where everything typed is common.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Any
from uuid import UUID

from loyalpos.engine.members import Candidate
from loyalpos.engine.phones import Phone
from loyalpos.engine.times import from_ms
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared

__all__ = ["candidate", "find_members"]

_RARE = 500
"""Up to so many rows, one condition alone is cheaper than a walk through recent visitors."""

_RARE_TOGETHER = 4_000
"""The same where several conditions must hold, and recent visitors may all fail one of them."""

_WORD_RANGE = "member_word.word >= :first AND member_word.word < :after"
_PHONE_RANGE = "finding.phone_reversed >= :turned AND finding.phone_reversed < :turned_after"


class _Way(Enum):
    """Along which rows a search walks."""

    RECENT = "recent"
    PHONE = "phone"
    WORD = "word"


def find_members(
    connection: Connection, words: tuple[str, ...], last_digits: str, most: int
) -> tuple[Candidate, ...]:
    """List members who fit all words and digits, recent visitors first.

    Args:
        words: Beginnings of words of the name, folded by ``search_words``.
        last_digits: The end of the phone number, or ``""``.
    """
    limit = _RARE if len(words) + bool(last_digits) == 1 else _RARE_TOGETHER
    given: dict[str, object] = {f"word_{place}": f" {word}" for place, word in enumerate(words)}
    if last_digits:
        turned = last_digits[::-1]
        given |= {"turned": turned, "turned_after": _after(turned)}
    way = _Way.RECENT
    if last_digits and _rows(connection, _PHONES, limit, given) <= limit:
        way = _Way.PHONE
    elif words:
        ranges = [{"first": word, "after": _after(word)} for word in words]
        rows, rarest = min((_rows(connection, _WORDS, limit, one), at) for at, one in enumerate(ranges))
        if rows <= limit:
            way = _Way.WORD
            given |= ranges[rarest]
    found = _listing(way, len(words), bool(last_digits)).all(connection, **given, most=most)
    return tuple(candidate(row) for row in found)


def candidate(row: Any) -> Candidate:
    """Give the member a row tells of: id, name, phone, balance, last visit."""
    return Candidate(
        UUID(bytes=row.id),
        row.name,
        None if row.phone is None else Phone(row.phone),
        row.balance,
        None if row.last_visit_ms is None else from_ms(row.last_visit_ms),
    )


def _counted(rows: str) -> Prepared:
    """Count rows up to a bound, so that a common name costs no more than a rare one."""
    return Prepared(f"SELECT count(*) AS rows FROM (SELECT 1 FROM {rows} LIMIT :bound)")


_PHONES = _counted(f"finding WHERE {_PHONE_RANGE}")
_WORDS = _counted(f"member_word WHERE {_WORD_RANGE}")


def _rows(connection: Connection, counted: Prepared, limit: int, given: Mapping[str, object]) -> int:
    """Count up to just above a limit."""
    found = counted.first(connection, **given, bound=limit + 1)
    assert found is not None
    return int(found.rows)


@lru_cache(maxsize=64)
def _listing(way: _Way, words: int, has_digits: bool) -> Prepared:
    """Build the statement that lists who fits; there is one for each number of words."""
    fits = [f"instr(' ' || finding.search_key, :word_{place}) > 0" for place in range(words)]
    if way is _Way.PHONE:
        fits.append(_PHONE_RANGE)
    elif has_digits:
        fits.append("instr(finding.phone_reversed, :turned) = 1")
    if way is _Way.WORD:
        fits.append(f"finding.row IN (SELECT DISTINCT member_word.row FROM member_word WHERE {_WORD_RANGE})")
    return Prepared(
        f"""
        SELECT member.id, member.name, member.phone, summary.balance, summary.last_visit_ms
        FROM (
          SELECT finding.member, finding.last_seen_ms
          FROM finding
          WHERE {" AND ".join(fits) or "1"}
          ORDER BY finding.last_seen_ms DESC
          LIMIT :most
        ) AS found
        JOIN member ON member.id = found.member
        JOIN summary ON summary.member = found.member
        ORDER BY found.last_seen_ms DESC
        """
    )


def _after(prefix: str) -> str:
    """Give the first text that sorts after everything with a prefix."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)
