"""Pictures of rewards, and what was taken of them."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import date

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from loyalpos.engine.bills import Redemption
from loyalpos.engine.json_values import from_json
from loyalpos.store.tables import bill, picture, summary
from loyalpos.store.written import Written

__all__ = ["member_sales", "pictures", "taken_since", "usual_balance", "write_picture"]

_MOST_BALANCES = 20_000


def write_picture(connection: Connection, record: Written) -> None:
    """Keep a reward's picture, in place of another; none takes it away."""
    reward, image = record.request["reward"], record.request["image"]
    connection.execute(delete(picture).where(picture.c.reward == reward))
    if image is not None:
        connection.execute(upsert(picture), {"reward": reward, "image": b64decode(image)})


def pictures(connection: Connection) -> dict[str, bytes]:
    """Read all pictures by the reward's id."""
    return {row.reward: row.image for row in connection.execute(select(picture))}


def taken_since(connection: Connection, since: date) -> tuple[tuple[date, Redemption], ...]:
    """Read what was taken into bills that stand, with each bill's business day."""
    rows = connection.execute(
        select(bill.c.day, bill.c.redemptions).where(
            bill.c.day >= since.isoformat(), bill.c.whole == 0, bill.c.redemptions != "[]"
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
        select(func.sum(bill.c.total_vnd - bill.c.returned_vnd)).where(
            bill.c.member.is_not(None), bill.c.day >= since.isoformat()
        )
    ).scalar_one()
    return int(found or 0)


def usual_balance(connection: Connection) -> int | None:
    """Give the median balance of the members who have points; None where nobody has."""
    found = connection.execute(
        select(summary.c.balance)
        .where(summary.c.balance > 0)
        .order_by(summary.c.last_visit_ms.desc())
        .limit(_MOST_BALANCES)
    ).scalars()
    balances = sorted(found)
    return balances[(len(balances) - 1) // 2] if balances else None
