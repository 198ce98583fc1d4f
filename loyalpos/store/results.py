"""What members bought, for the owner's results; read over a connection of its own, for it takes a second.

Every query walks through the bills in the order they lie: by the index of a member's bills, as SQLite
would choose, 850,000 bills take half a minute instead of a second and a half. The ``+`` keeps it away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.best_customers import BestCustomer
from loyalpos.engine.members import Purpose
from loyalpos.engine.phones import Phone
from loyalpos.store import program_tables, tables
from loyalpos.store.connection import Connection
from loyalpos.store.consents import agreed_among, kept_back_among

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


def purchases(connection: Connection, since: date | None) -> Iterator[Sequence[tuple[bytes, int, int]]]:
    """Read who bought since a day, the best first, many rows at a time.

    Args:
        since: The first business day; None reads all of them.

    Yields:
        Rows of a member, how many of the bills stand, and đồng, what was returned left out.
    """
    bought = (
        sa.select(_buyer().label("whose"), sa.func.sum(_bought()), _sales_vnd().label("sales"))
        .where(_buyer().is_not(None))
        .group_by(_buyer())
        .having(_sales_vnd() > 0)
        .order_by(sa.literal_column("sales").desc(), sa.literal_column("whose"))
        .execution_options(yield_per=_ROWS_AT_ONCE)
    )
    if since is not None:
        bought = bought.where(tables.bill.c.day >= since.isoformat())
    for rows in connection.execute(bought).partitions():
        yield [(row[0], row[1], row[2]) for row in rows]


def joined_in(connection: Connection, first: date, after: date) -> tuple[int, int]:
    """Count who joined from a business day until before another, and who of them was brought by a friend.

    Who came in with an old customer list is no new customer.
    """
    row = connection.execute(
        sa.select(sa.func.count(), sa.func.count(program_tables.origin.c.referrer))
        .select_from(tables.member)
        .outerjoin(program_tables.origin, program_tables.origin.c.member == tables.member.c.id)
        .where(
            tables.member.c.gone == 0,
            tables.member.c.list_batch.is_(None),
            tables.member.c.joined >= first.isoformat(),
            tables.member.c.joined < after.isoformat(),
        )
    ).one()
    return row[0], row[1]


def sent_by(connection: Connection, since: date | None) -> dict[UUID | None, int]:
    """Count who joined since a business day, by who sent them; ``None`` sent who came without a friend."""
    found = (
        sa.select(program_tables.origin.c.referrer, sa.func.count().label("friends"))
        .select_from(tables.member)
        .outerjoin(program_tables.origin, program_tables.origin.c.member == tables.member.c.id)
        .where(tables.member.c.gone == 0, tables.member.c.list_batch.is_(None))
        .group_by(program_tables.origin.c.referrer)
    )
    if since is not None:
        found = found.where(tables.member.c.joined >= since.isoformat())
    return {_id(row.referrer): row.friends for row in connection.execute(found)}


def sales_by_referrer(connection: Connection, since: date | None) -> dict[UUID | None, int]:
    """Add up what members bought since a business day, in đồng, by who once sent them."""
    found = (
        sa.select(program_tables.origin.c.referrer, _sales_vnd().label("sales"))
        .select_from(tables.bill)
        .outerjoin(program_tables.origin, program_tables.origin.c.member == _buyer())
        .where(_buyer().is_not(None))
        .group_by(program_tables.origin.c.referrer)
    )
    if since is not None:
        found = found.where(tables.bill.c.day >= since.isoformat())
    return {_id(row.referrer): row.sales for row in connection.execute(found)}


def names_of(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, str | None]:
    """Read the names of members who are still there."""
    rows = connection.execute(
        sa.select(tables.member.c.id, tables.member.c.name).where(
            tables.member.c.id.in_([one.bytes for one in ids]), tables.member.c.gone == 0
        )
    )
    return {UUID(bytes=row.id): row.name for row in rows}


def month_sums(connection: Connection, first: date, after: date) -> tuple[int, int, int]:
    """Add up members' bills from a business day until before another.

    Returns:
        How many bought who had bought before it too, đồng bought with returns left out, and points spent
        that were not given back.
    """
    within = (tables.bill.c.day >= first.isoformat()) & (tables.bill.c.day < after.isoformat())
    eaten = sa.func.json_each(tables.bill.c.spent).table_valued("value")
    points = (
        sa.select(sa.func.sum(sa.func.json_extract(eaten.c.value, "$.points")))
        .select_from(eaten)
        .scalar_subquery()
    )
    each = (
        sa.select(
            sa.func.max(sa.case((within, _bought()), else_=0)).label("came"),
            sa.func.max(sa.case((tables.bill.c.day < first.isoformat(), _bought()), else_=0)).label(
                "earlier"
            ),
            sa.func.sum(
                sa.case((within, tables.bill.c.total_vnd - tables.bill.c.returned_vnd), else_=0)
            ).label("sales"),
            sa.func.sum(sa.case((within & (tables.bill.c.spent != "[]"), points), else_=0)).label("spent"),
        )
        .where(_buyer().is_not(None), tables.bill.c.day < after.isoformat())
        .group_by(_buyer())
        .subquery()
    )
    row = connection.execute(
        sa.select(
            sa.func.sum(each.c.came * each.c.earlier), sa.func.sum(each.c.sales), sa.func.sum(each.c.spent)
        )
    ).one()
    return row[0] or 0, row[1] or 0, row[2] or 0


def best_customers(
    connection: Connection, bought: Sequence[tuple[bytes, int, int]]
) -> Iterator[tuple[BestCustomer, ...]]:
    """Read who they are, many at a time, in the order given, without who asked to be left out of lists."""
    for start in range(0, len(bought), _IDS_AT_ONCE):
        page = bought[start : start + _IDS_AT_ONCE]
        ids = [whose for whose, _, _ in page]
        people = {
            row.id: row
            for row in connection.execute(
                sa.select(tables.member.c.id, tables.member.c.name, tables.member.c.phone).where(
                    tables.member.c.id.in_(ids)
                )
            )
        }
        agreed = agreed_among(connection, ids, Purpose.MESSAGES)
        kept_back = kept_back_among(connection, ids)
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
            if whose not in kept_back
        )


def _id(stored: bytes | None) -> UUID | None:
    return None if stored is None else UUID(bytes=stored)


def _buyer() -> sa.ColumnElement[bytes]:
    return sa.literal_column("+bill.member", sa.LargeBinary)


def _bought() -> sa.ColumnElement[int]:
    """Count a bill that stands; of a total of 0 nothing was bought."""
    return sa.case((tables.bill.c.total_vnd > 0, 1 - tables.bill.c.whole), else_=0)


def _sales_vnd() -> sa.ColumnElement[int]:
    return sa.func.sum(tables.bill.c.total_vnd - tables.bill.c.returned_vnd)
