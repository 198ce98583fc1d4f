"""Members who joined under age and are now old enough to say what is done with their particulars."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.consents import is_child
from loyalpos.engine.times import from_ms
from loyalpos.services.shop import Shop
from loyalpos.store import under_age
from loyalpos.store.file import Connection

__all__ = ["note_of_age", "those_of_age"]


def those_of_age(connection: Connection, shop: Shop, today: date) -> frozenset[UUID]:
    """Name whoever is noted as under age and has turned 16 since that was said.

    Whom somebody called under age against the year of birth stays it: they know better than the year.
    """
    return frozenset(
        one.member
        for one in under_age.noted(connection)
        if _has_turned(one.birthday, shop.time.business_day(from_ms(one.said_ms)), today)
    )


def note_of_age(connection: Connection, shop: Shop, member: UUID) -> None:
    """Write down that time made a member of age, inside the transaction of what else the day brings."""
    if under_age.is_noted(connection, member):
        shop.write(connection, "under_age_said", {"member": member.hex, "under_age": False})


def _has_turned(birthday: Birthday, said: date, today: date) -> bool:
    return is_child(birthday, said) and not is_child(birthday, today)
