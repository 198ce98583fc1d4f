"""A copy of the big shop, opened as a till opens its file in the morning."""

from __future__ import annotations

from pathlib import Path
from random import Random
from uuid import UUID

from loyalpos.services.shop import Shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from tests.bench.big_shop import NOW, copied
from tests.shops import Clock, World

__all__ = ["draw_members", "open_big_shop"]


def open_big_shop(folder: Path) -> Till:
    """Copy the big shop into a folder and open its day."""
    till = Till(Shop.open(copied(folder), PUBLISHED_KEY, World(2, Clock(NOW)).outside(), who="Lan"))
    till.days.open()
    return till


def draw_members(till: Till, rng: Random, count: int) -> list[UUID]:
    """Draw members as they come through the door: by their visits, not by their number."""
    with till.shop.file.read() as connection:
        records = connection.exec_driver_sql("SELECT max(seq) FROM link").scalar_one()
        # Some records are no bills; a member may come twice.
        drawn = rng.sample(range(1, records + 1), min(records, count * 2))
        found = connection.exec_driver_sql(
            "SELECT member FROM link JOIN bill ON bill.id = link.record"
            f" WHERE seq IN ({','.join(map(str, drawn))})"
        )
        members = [UUID(bytes=row[0]) for row in found]
    rng.shuffle(members)
    return members[:count]
