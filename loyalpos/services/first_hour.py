"""What is written of whoever joins: particulars, a code of their own, the points of the first hour."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from loyalpos.engine.codes import CardCode, card_code
from loyalpos.engine.ledger import Account, Entry, EntryKind, earn_entry
from loyalpos.engine.members import Enrolment
from loyalpos.services.shop import Shop
from loyalpos.store import cards
from loyalpos.store.file import Connection

__all__ = ["first_points", "new_code", "particulars_of"]


def new_code(connection: Connection, shop: Shop) -> CardCode:
    """Draw a code nobody has; 10^12 of them leave chance nothing to do twice."""
    while True:
        drawn = int.from_bytes(shop.outside.random_bytes(8)) % 10**12
        code = card_code(drawn)
        if cards.card_by_code(connection, code) is None:
            return code


def first_points(
    action: UUID, kind: EntryKind, points: int, *, at: datetime, expires_at: datetime | None
) -> tuple[Entry, ...]:
    """Give the entry of the points somebody joins with, if there are any."""
    if not points:
        return ()
    return (
        earn_entry(
            Account(),
            entry_id=uuid5(action, kind.value),
            points=points,
            at=at,
            expires_at=expires_at,
            kind=kind,
            reference=action,
        ),
    )


def particulars_of(enrolment: Enrolment) -> dict[str, object]:
    """Gather what is personal; fields that were not given are left out."""
    fields: dict[str, object | None] = {
        "name": enrolment.name,
        "phone": enrolment.phone,
        "birthday": None if enrolment.birthday is None else enrolment.birthday.iso(),
        "note": enrolment.note or None,
        "alias": enrolment.alias,
        "proof": " ".join(enrolment.proof.split()) or None,
    }
    return {name: value for name, value in fields.items() if value is not None}
