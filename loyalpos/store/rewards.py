"""Pictures of rewards, and what was taken of them."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import date

import sqlalchemy as sa

from loyalpos.engine.bills import Redemption
from loyalpos.engine.json_values import from_json
from loyalpos.store import tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.written import Written

__all__ = ["member_sales", "pictures", "taken_since", "usual_balance", "write_picture"]

_MOST_BALANCES = 20_000


def write_picture(connection: Connection, record: Written) -> None:
    """Keep a reward's picture, in place of another; none takes it away."""
    reward, image = record.request["reward"], record.request["image"]
    connection.execute(sa.delete(tables.picture).where(tables.picture.c.reward == reward))
    if image is not None:
        connection.execute(upserts.upsert(tables.picture), {"reward": reward, "image": b64decode(image)})


def pictures(connection: Connection) -> dict[str, bytes]:
    """Read all pictures by the reward's id."""
    return {row.reward: row.image for row in connection.execute(sa.select(tables.picture))}


def taken_since(connection: Connection, since: date) -> tuple[tuple[date, Redemption], ...]:
    """Read what was taken into bills that stand, with each bill's business day."""
    rows = connection.execute(
        sa.select(tables.bill.c.day, tables.bill.c.redemptions).where(
            tables.bill.c.day >= since.isoformat(),
            tables.bill.c.whole == 0,
            tables.bill.c.redemptions != "[]",
        )
    )
    return tuple(
        (date.fromisoformat(row.day), one)
        for row in rows
        for one in from_json(json.loads(row.redemptions), tuple[Redemption, ...])
    )


def member_sales(connection: Connection, since: date) -> int:
    """Add up what members bought since a day, in đồng, what they returned left out."""
    found = connection.execute(
        sa.select(sa.func.sum(tables.bill.c.total_vnd - tables.bill.c.returned_vnd)).where(
            tables.bill.c.member.is_not(None), tables.bill.c.day >= since.isoformat()
        )
    ).scalar_one()
    return int(found or 0)


def usual_balance(connection: Connection) -> int | None:
    """Give the median balance of the members who have points; None where nobody has."""
    found = connection.execute(
        sa.select(tables.summary.c.balance)
        .where(tables.summary.c.balance > 0)
        .order_by(tables.summary.c.last_visit_ms.desc())
        .limit(_MOST_BALANCES)
    ).scalars()
    balances = sorted(found)
    return balances[(len(balances) - 1) // 2] if balances else None
