"""Old values of corrected particulars, dropped from the books once the days they are kept for are over."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from loyalpos.engine.consents import KEPT_CORRECTED
from loyalpos.engine.times import to_ms
from loyalpos.services.shop import Shop
from loyalpos.store import corrections, wiping
from loyalpos.store.file import Connection
from loyalpos.store.members import is_erased

__all__ = ["drop_corrected", "say_again"]

_AT_CLOSE = 500


def drop_corrected(shop: Shop, most: int = _AT_CLOSE) -> int:
    """Drop what was corrected more than 30 days ago, a member in each transaction.

    Returns:
        Of how many members something was dropped.
    """
    before_ms = to_ms(shop.trusted_now() - KEPT_CORRECTED)
    with shop.file.aside() as connection:
        members = corrections.members_corrected(connection, before_ms, most)
    return sum(_drop(shop, member, before_ms) for member in members)


def _drop(shop: Shop, member: UUID, before_ms: int) -> bool:
    with shop.file.work() as connection:
        if is_erased(connection, member):
            # Since they were listed.
            return False
        old = corrections.outdated(connection, member, before_ms)
        if old is None:
            return False
        _say(connection, shop, member, old.stands, before_ms=before_ms, records=old.records)
        if old.records:
            wiping.note_due(connection)
    return True


def say_again(connection: Connection, shop: Shop, erased: UUID, but: Collection[UUID]) -> None:
    """Say once more what stands of those who shared a record with somebody who was erased.

    Args:
        but: Who is erased together with them.
    """
    for member in corrections.those_who_share(connection, erased):
        if member not in but:
            _say(connection, shop, member, corrections.what_stands(connection, member))


def _say(
    connection: Connection,
    shop: Shop,
    member: UUID,
    stands: corrections.Stands,
    *,
    before_ms: int = 0,
    records: Iterable[UUID] = (),
) -> None:
    request = {
        "member": member.hex,
        "before_ms": before_ms,
        "records": sorted(one.hex for one in records),
    }
    outcome = {"birthday_known": stands.birthday_known}
    shop.write(connection, "corrections_dropped", request, outcome, private=stands.said())
