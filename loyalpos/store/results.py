"""What members bought, for the owner's results; read over a connection of its own, for it takes a second.

Every query walks through the bills in the order they lie: by the index of a member's bills, as SQLite
would choose, 850,000 bills take half a minute instead of a second and a half. The ``+`` keeps it away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, LargeBinary, case, func, literal_column, select

from loyalpos.engine.best_customers import BestCustomer
from loyalpos.engine.members import Purpose
from loyalpos.engine.phones import Phone
from loyalpos.store.program_tables import origin
from loyalpos.store.tables import bill, consent, member

__all__ = [
    "best_customers",
    "joined_in",
    "month_sums",
    "names_of",
    "purchases",
    "sales_by_referrer",
    "sent_by",
]

_ROWS_AT_ONCE = 1_000
_IDS_AT_ONCE = 500
_BUYER = literal_column("+bill.member", LargeBinary)
_SALES_VND = func.sum(bill.c.total_vnd - bill.c.returned_vnd)


def purchases(connection: Connection, since: date | None) -> Iterator[Sequence[tuple[bytes, int, int]]]:
    """Read who bought since a day, the best first, many rows at a time.

    Args:
        since: The first business day; None reads all of them.

    Yields:
        Rows of a member, how many of the bills stand, and đồng, what was returned left out.
    """
    bought = (
        select(_BUYER.label("whose"), func.sum(1 - bill.c.whole), _SALES_VND.label("sales"))
        .where(_BUYER.is_not(None))
        .group_by(_BUYER)
        .having(_SALES_VND > 0)
        .order_by(literal_column("sales").desc(), literal_column("whose"))
        .execution_options(yield_per=_ROWS_AT_ONCE)
    )
    if since is not None:
        bought = bought.where(bill.c.day >= since.isoformat())
    for rows in connection.execute(bought).partitions():
        yield [(row[0], row[1], row[2]) for row in rows]


def joined_in(connection: Connection, first: date, after: date) -> tuple[int, int]:
    """Count who joined from a business day until before another, and who of them was brought by a friend.

    Who came in with an old customer list is no new customer.
    """
    row = connection.execute(
        select(func.count(), func.count(origin.c.referrer))
        .select_from(member)
        .outerjoin(origin, origin.c.member == member.c.id)
        .where(
            member.c.gone == 0,
            member.c.list_batch.is_(None),
            member.c.joined >= first.isoformat(),
            member.c.joined < after.isoformat(),
        )
    ).one()
    return row[0], row[1]


def sent_by(connection: Connection, since: date | None) -> dict[UUID | None, int]:
    """Count who joined since a business day, by who sent them; ``None`` sent who came without a friend."""
    found = (
        select(origin.c.referrer, func.count().label("friends"))
        .select_from(member)
        .outerjoin(origin, origin.c.member == member.c.id)
        .where(member.c.gone == 0, member.c.list_batch.is_(None))
        .group_by(origin.c.referrer)
    )
    if since is not None:
        found = found.where(member.c.joined >= since.isoformat())
    return {_id(row.referrer): row.friends for row in connection.execute(found)}


def sales_by_referrer(connection: Connection, since: date | None) -> dict[UUID | None, int]:
    """Add up what members bought since a business day, in đồng, by who once sent them."""
    found = (
        select(origin.c.referrer, _SALES_VND.label("sales"))
        .select_from(bill)
        .outerjoin(origin, origin.c.member == _BUYER)
        .where(_BUYER.is_not(None))
        .group_by(origin.c.referrer)
    )
    if since is not None:
        found = found.where(bill.c.day >= since.isoformat())
    return {_id(row.referrer): row.sales for row in connection.execute(found)}


def names_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, str | None]:
    """Read the names of members who are still there."""
    rows = connection.execute(
        select(member.c.id, member.c.name).where(
            member.c.id.in_([one.bytes for one in ids]), member.c.gone == 0
        )
    )
    return {UUID(bytes=row.id): row.name for row in rows}


def month_sums(connection: Connection, first: date, after: date) -> tuple[int, int, int]:
    """Add up members' bills from a business day until before another.

    Returns:
        How many bought who had bought before it too, đồng bought with returns left out, and points spent
        that were not given back.
    """
    within = (bill.c.day >= first.isoformat()) & (bill.c.day < after.isoformat())
    eaten = func.json_each(bill.c.spent).table_valued("value")
    points = (
        select(func.sum(func.json_extract(eaten.c.value, "$.points"))).select_from(eaten).scalar_subquery()
    )
    each = (
        select(
            func.max(case((within, 1 - bill.c.whole), else_=0)).label("came"),
            func.max(case((bill.c.day < first.isoformat(), 1 - bill.c.whole), else_=0)).label("earlier"),
            func.sum(case((within, bill.c.total_vnd - bill.c.returned_vnd), else_=0)).label("sales"),
            func.sum(case((within & (bill.c.spent != "[]"), points), else_=0)).label("spent"),
        )
        .where(_BUYER.is_not(None), bill.c.day < after.isoformat())
        .group_by(_BUYER)
        .subquery()
    )
    row = connection.execute(
        select(func.sum(each.c.came * each.c.earlier), func.sum(each.c.sales), func.sum(each.c.spent))
    ).one()
    return row[0] or 0, row[1] or 0, row[2] or 0


def best_customers(
    connection: Connection, bought: Sequence[tuple[bytes, int, int]]
) -> Iterator[tuple[BestCustomer, ...]]:
    """Read who they are, many at a time, in the order given."""
    for start in range(0, len(bought), _IDS_AT_ONCE):
        page = bought[start : start + _IDS_AT_ONCE]
        ids = [whose for whose, _, _ in page]
        people = {
            row.id: row
            for row in connection.execute(
                select(member.c.id, member.c.name, member.c.phone).where(member.c.id.in_(ids))
            )
        }
        agreed = _agreed(connection, ids)
        yield tuple(
            BestCustomer(
                UUID(bytes=whose),
                people[whose].name,
                None if people[whose].phone is None else Phone(people[whose].phone),
                bills,
                sales_vnd,
                whose in agreed,
            )
            for whose, bills, sales_vnd in page
        )


def _agreed(connection: Connection, ids: Sequence[bytes]) -> set[bytes]:
    """Tell who agreed to be written to and has not taken it back."""
    said = connection.execute(
        select(consent.c.member, consent.c.given)
        .where(consent.c.member.in_(ids), consent.c.purpose == Purpose.MESSAGES.value)
        .order_by(consent.c.at_ms, consent.c.record)
    )
    last = {row.member: row.given for row in said}
    return {whose for whose, given in last.items() if given}


def _id(stored: bytes | None) -> UUID | None:
    return None if stored is None else UUID(bytes=stored)
