"""A member, and the day's list, as the counter sees them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.acts import Act, ActKind, HistoryLine, MovedFrom
from loyalpos.engine.expiry import Lives
from loyalpos.engine.ledger import Account
from loyalpos.engine.members import MemberView
from loyalpos.engine.part_paid import payment_undone
from loyalpos.engine.times import ShopTime, from_ms
from loyalpos.engine.undoing import return_undone
from loyalpos.store import tables
from loyalpos.store.connection import Connection
from loyalpos.store.days import DayLineRow, day_lines
from loyalpos.store.gifts import gifts_of
from loyalpos.store.ledger import standing_of
from loyalpos.store.members import member_by_id
from loyalpos.store.prepared import Prepared
from loyalpos.store.returns import moved_here
from loyalpos.store.visits import favourite_of
from loyalpos.store.who_now import who_is_now

__all__ = ["SOON", "act_of", "acts_of_day", "history_of", "member_view"]

SOON = timedelta(days=30)
"""Points that end within this time are named when the member stands there."""

_NAME = Prepared("SELECT name FROM member WHERE id = :whose")
_PHONE = Prepared("SELECT phone FROM member WHERE id = :whose")
_CODE = Prepared(
    """
    SELECT code
    FROM card
    WHERE kind = 'own' AND state = 'linked' AND member = :whose
    ORDER BY label, at_ms DESC
    LIMIT 1
    """
)
_ENDING = 4
_BILLED = Prepared("SELECT at_ms, total_vnd FROM bill WHERE id = :which")


def member_view(
    connection: Connection,
    whose: UUID,
    shop: ShopTime,
    *,
    now: datetime,
    alive_at: datetime,
    lives: Lives | None = None,
) -> MemberView | None:
    """Read a member with account and habits, or None for one who is gone.

    Args:
        lives: What ends points beside a last day of their own; None is nothing.
    """
    person = member_by_id(connection, whose)
    if person is None:
        return None
    standing = standing_of(connection, whose)
    account = standing.account
    if lives is not None:
        account = lives.dated(account, standing.last_visit)
    return MemberView(
        person,
        account,
        account.spendable(alive_at),
        standing.visits,
        standing.spend_vnd,
        standing.last_visit,
        _expiring(account, shop, now=now, alive_at=alive_at),
        favourite_of(connection, whose),
    )


def _expiring(
    account: Account, shop: ShopTime, *, now: datetime, alive_at: datetime
) -> tuple[date, int] | None:
    """Give the last day of the lots that end soonest, and how many points end with it."""
    ending = [lot for lot in account.lots if lot.expires_at is not None and lot.live(alive_at)]
    if not ending or ending[0].expires_at is None or ending[0].expires_at > now + SOON:
        return None
    last_day = shop.business_day(ending[0].expires_at - timedelta(milliseconds=1))
    points = sum(
        lot.rest
        for lot in ending
        if lot.expires_at is not None
        and shop.business_day(lot.expires_at - timedelta(milliseconds=1)) == last_day
    )
    return last_day, points


def act_of(connection: Connection, line: DayLineRow) -> Act:
    """Give a line of the day its member of now with the name, and where its bill was before."""
    whose = None if line.member is None else who_is_now(connection, line.member)
    moved = moved_here(connection, line.record) if line.kind == ActKind.BILL else None
    name = _name_of(connection, whose)
    of_bill = {
        ActKind.BILL: line.record,
        ActKind.RETURN: line.bill,
        ActKind.PAYMENT: line.bill,
    }.get(ActKind(line.kind))
    bill = None if of_bill is None else _BILLED.first(connection, which=of_bill.bytes)
    return Act(
        line.record,
        ActKind(line.kind),
        from_ms(line.at_ms),
        whose,
        name,
        line.bill,
        line.number,
        line.total_vnd,
        line.earned,
        line.spent,
        tuple(line.rewards.split("\n")) if line.rewards else (),
        line.undone,
        None if moved is None else MovedFrom(moved.member, _name_of(connection, moved.member)),
        from_ms(bill.at_ms) if bill is not None and line.kind == ActKind.BILL else None,
        line.units,
        _ending_of(connection, whose) if name is None and whose is not None else "",
        bill.total_vnd if bill is not None and line.kind != ActKind.BILL else 0,
    )


def _ending_of(connection: Connection, whose: UUID) -> str:
    """Give the last digits of a member's phone, or of the card."""
    phone = _PHONE.first(connection, whose=whose.bytes)
    if phone is not None and phone.phone is not None:
        return str(phone.phone)[-_ENDING:]
    code = _CODE.first(connection, whose=whose.bytes)
    return "" if code is None else str(code.code)[-_ENDING:]


def _name_of(connection: Connection, whose: UUID | None) -> str | None:
    row = None if whose is None else _NAME.first(connection, whose=whose.bytes)
    return None if row is None else row.name


def acts_of_day(connection: Connection, day: str, most: int) -> tuple[Act, ...]:
    """List the day's acts, newest first, with names."""
    return tuple(act_of(connection, line) for line in day_lines(connection, day, most))


def history_of(connection: Connection, whose: UUID) -> tuple[HistoryLine, ...]:
    """Explain a balance: every entry of a member, oldest first, with the balance after it."""
    # What a return gave back or took is of the bill that came back.
    which = sa.func.coalesce(tables.reversal.c.bill, tables.bill_payment.c.bill, tables.entry.c.record)
    rows = connection.execute(
        sa.select(
            tables.entry, tables.bill.c.number, tables.bill.c.total_vnd, tables.bill_payment.c.amount_vnd
        )
        .select_from(
            tables.entry.outerjoin(tables.reversal, tables.reversal.c.id == tables.entry.c.record)
            .outerjoin(tables.bill_payment, tables.bill_payment.c.id == tables.entry.c.record)
            .outerjoin(tables.bill, tables.bill.c.id == which)
        )
        .where(tables.entry.c.member == whose.bytes)
        .order_by(tables.entry.c.at_ms, tables.entry.c.record, tables.entry.c.points)
    )
    gifts = {row.gift.id: row.gift for row in gifts_of(connection, whose)}
    again = _bills_again(connection, whose)
    unpaid = _bills_unpaid(connection, whose)
    balance = 0
    lines: list[HistoryLine] = []
    for row in rows:
        balance += row.points
        bill = again.get(row.record) or unpaid.get(row.record, row)
        paid_vnd = -bill.amount_vnd if row.record in unpaid else row.amount_vnd or 0
        lines.append(
            HistoryLine(
                from_ms(row.at_ms),
                row.kind,
                row.points,
                balance,
                bill.number,
                bill.total_vnd,
                None if row.reference is None else gifts.get(UUID(bytes=row.reference)),
                row.record in again,
                paid_vnd,
                UUID(bytes=row.record),
            )
        )
    return tuple(lines)


def _bills_unpaid(
    connection: Connection, whose: UUID
) -> dict[bytes, sa.Row[tuple[bytes, str | None, int, int]]]:
    """Name the bills that are open again, by the record of what undid their payment."""
    rows = connection.execute(
        sa.select(
            tables.bill_payment.c.id,
            tables.bill.c.number,
            tables.bill.c.total_vnd,
            tables.bill_payment.c.amount_vnd,
        )
        .join(tables.bill, tables.bill.c.id == tables.bill_payment.c.bill)
        .where(tables.bill.c.member == whose.bytes, tables.bill_payment.c.undone == 1)
    )
    return {payment_undone(UUID(bytes=row.id)).bytes: row for row in rows}


def _bills_again(connection: Connection, whose: UUID) -> dict[bytes, sa.Row[tuple[bytes, str | None, int]]]:
    """Name the bills that stand again, by the record of what undid their return."""
    rows = connection.execute(
        sa.select(tables.reversal.c.id, tables.bill.c.number, tables.bill.c.total_vnd)
        .join(tables.bill, tables.bill.c.id == tables.reversal.c.bill)
        .where(tables.bill.c.member == whose.bytes, tables.reversal.c.undone == 1)
    )
    return {return_undone(UUID(bytes=row.id)).bytes: row for row in rows}
