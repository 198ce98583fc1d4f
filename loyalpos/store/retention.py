"""Members who have stayed away for long, and who of them is kept all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.phones import Phone
from loyalpos.engine.retention import Inactive, RetentionRules
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.store import (
    consent_tables,
    journal_tables,
    privacy_tables,
    program_tables,
    request_tables,
    staff_tables,
    tables,
)
from loyalpos.store.connection import Connection
from loyalpos.store.merged import all_merged_into

__all__ = ["inactive_members", "is_inactive"]

_BREATHES_EVERY: Final = 100
_SAID_OF_THEM: Final = (
    "member_changed",
    "card_linked",
    "code_unlinked",
    "stamps_swapped",
    "under_age_said",
)


def inactive_members(
    connection: Connection,
    rules: RetentionRules,
    *,
    before: datetime,
    today: date,
    day_of: Callable[[datetime], date],
    breathe: Callable[[], object],
) -> tuple[Inactive, ...]:
    """List members of whom nothing was recorded since an instant, those who are due first.

    Whoever is kept on legal grounds, asked for something that is not done, has something to pay, a
    membership that runs, or works here, is not among them.

    Args:
        day_of: Gives the business day of an instant.
        breathe: Called every hundred members, where somebody else wants a turn now and then.
    """
    found: list[Inactive] = []
    for number, row in enumerate(connection.execute(_inactive(to_ms(before), today))):
        if number % _BREATHES_EVERY == 0:
            breathe()
        one = _inactive_of(connection, row, rules, day_of)
        if one is not None:
            found.append(one)
    return tuple(sorted(found, key=lambda one: (one.due, one.member.bytes)))


def is_inactive(connection: Connection, whose: UUID, *, before: datetime, today: date) -> bool:
    """Tell whether that is still so for one member."""
    row = connection.execute(
        _inactive(to_ms(before), today).where(tables.member.c.id == whose.bytes)
    ).one_or_none()
    return row is not None and not _others_are_kept(connection, whose)


def _inactive(before_ms: int, today: date) -> sa.Select[tuple[object, ...]]:
    member, summary, record = tables.member, tables.summary, journal_tables.record
    bill = tables.bill
    sale, asked, works = program_tables.membership_sale, request_tables.personal_request, staff_tables.staff
    hold = privacy_tables.hold
    # When they came into these books: an old list may say that they joined long before.
    heard = (summary.c.last_visit_ms, record.c.at_ms, *_heard_of())
    last_ms = sa.func.max(*(sa.func.coalesce(one, 0) for one in heard))
    kept = (
        sa.exists().where(hold.c.member == member.c.id),
        sa.exists().where(asked.c.member == member.c.id, asked.c.closed.is_(None)),
        sa.exists().where(bill.c.member == member.c.id, bill.c.open_vnd > 0),
        sa.exists().where(
            sale.c.member == member.c.id, sa.or_(sale.c.until.is_(None), sale.c.until > today.isoformat())
        ),
        sa.exists().where(works.c.member == member.c.id, works.c.gone == 0),
    )
    return (
        sa.select(
            member.c.id,
            member.c.name,
            member.c.phone,
            summary.c.balance,
            summary.c.last_visit_ms,
            _latest(bill.c.at_ms, bill.c.member).label("last_bill_ms"),
            last_ms.label("last_ms"),
        )
        .join(summary, summary.c.member == member.c.id)
        .join(record, record.c.id == member.c.id)
        .where(
            member.c.gone == 0,
            # Most have been here since: nothing else need be read of them.
            sa.func.coalesce(summary.c.last_visit_ms, 0) < before_ms,
            last_ms < before_ms,
            *(~one for one in kept),
        )
    )


def _heard_of() -> Iterator[sa.ScalarSelect[int]]:
    """Give when something of a member was recorded last that time alone does not bring about, by its sort."""
    bill, returned, paid = tables.bill, tables.reversal, tables.bill_payment
    served, gift, consent = program_tables.service_done, program_tables.gift, consent_tables.consent
    asked, part = request_tables.personal_request, privacy_tables.private_part
    record = journal_tables.record.alias("about")
    yield _latest(bill.c.at_ms, bill.c.member)
    # Points may be over when something is brought back, paid or done.
    yield _latest(returned.c.at_ms, bill.c.member, bill.c.id == returned.c.bill)
    yield _latest(paid.c.at_ms, bill.c.member, bill.c.id == paid.c.bill)
    yield _latest(record.c.at_ms, bill.c.member, bill.c.id == served.c.bill, record.c.id == served.c.record)
    answered = (gift.c.kind == GiftKind.SURVEY.value, record.c.id == gift.c.id)
    yield _latest(record.c.at_ms, gift.c.member, *answered)
    yield _latest(consent.c.at_ms, consent.c.member)
    # Its own record has no private part where nobody wrote down any words.
    yield _latest(record.c.at_ms, asked.c.member, record.c.id == asked.c.id)
    said = (record.c.id == part.c.record, record.c.kind.in_(_SAID_OF_THEM))
    yield _latest(record.c.at_ms, part.c.member, *said)


def _latest(
    at_ms: sa.ColumnElement[int], whose: sa.ColumnElement[bytes], *only: sa.ColumnElement[bool]
) -> sa.ScalarSelect[int]:
    found = sa.select(sa.func.max(at_ms)).where(whose == tables.member.c.id, *only)
    return found.correlate(tables.member).scalar_subquery()


def _inactive_of(
    connection: Connection,
    row: sa.Row[tuple[object, ...]],
    rules: RetentionRules,
    day_of: Callable[[datetime], date],
) -> Inactive | None:
    whose = UUID(bytes=row.id)
    if _others_are_kept(connection, whose):
        return None
    seen = max(row.last_visit_ms or 0, row.last_bill_ms or 0)
    last = day_of(from_ms(row.last_ms))
    return Inactive(
        whose,
        row.name,
        None if row.phone is None else Phone(row.phone),
        last,
        day_of(from_ms(seen)) if seen else None,
        max(0, row.balance),
        rules.due(last),
    )


def _others_are_kept(connection: Connection, whose: UUID) -> bool:
    """Tell whether somebody who is one with a member is kept: they would go together."""
    others = [one.bytes for one in all_merged_into(connection, whose)]
    if not others:
        return False
    hold, asked = privacy_tables.hold, request_tables.personal_request
    for table, also in ((hold, sa.true()), (asked, asked.c.closed.is_(None))):
        if connection.execute(sa.select(table.c.member).where(table.c.member.in_(others), also)).first():
            return True
    return False
