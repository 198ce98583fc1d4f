"""Who the one is that two members become: particulars, origin and tier, with what there was before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.json_values import to_json
from loyalpos.engine.members import Purpose
from loyalpos.engine.merging import Chosen, tier_for_both
from loyalpos.engine.tier_moves import TierState
from loyalpos.services.shop import Shop
from loyalpos.store import merged as stored
from loyalpos.store.cards import codes_of
from loyalpos.store.file import Connection
from loyalpos.store.origins import origin_of
from loyalpos.store.tiers import tier_row

__all__ = ["OneOfBoth", "one_of_both", "origin_of_both", "tier_of_both"]


class OneOfBoth(Struct, frozen=True):
    """Who the one is that two become: what is personal, and the dates that are not."""

    private: dict[str, object]
    dates: dict[str, object]


def one_of_both(connection: Connection, stays: UUID, goes: UUID, chosen: Chosen) -> OneOfBoth:
    """Put the particulars of two together; what both have is of the one who was chosen for it."""
    mine, theirs = (stored.particulars_of(connection, whose) for whose in (stays, goes))
    of = {stays: mine, goes: theirs}
    known = mine.birthday_known
    if mine.birthday is None and theirs.birthday is not None:
        known = theirs.birthday_known or theirs.joined
    elif known is None and mine.birthday is not None and theirs.joined < mine.joined:
        known = mine.joined
    withdrawn = stored.withdrawals(connection, (stays, goes))
    unwanted = any(said["purpose"] == Purpose.BIRTHDAY.value for said in withdrawn)
    notes = dict.fromkeys(note for note in (mine.note, theirs.note) if note)
    private: dict[str, object] = {
        "name": of[chosen.name].name or mine.name or theirs.name,
        "phone": of[chosen.phone].phone or mine.phone or theirs.phone,
        "birthday": None if unwanted else mine.birthday or theirs.birthday,
        "note": "\n".join(notes),
        "was": {"name": mine.name, "phone": mine.phone, "birthday": mine.birthday, "note": mine.note},
    }
    codes = codes_of(connection, goes)
    if chosen.label and codes:
        private["labels"] = {row.code: chosen.label for row in codes if not row.label}
    dates: dict[str, object] = {
        "joined": min(mine.joined, theirs.joined),
        "birthday_known": known,
        "was": {"joined": mine.joined, "birthday_known": mine.birthday_known},
    }
    return OneOfBoth(private, dates)


def origin_of_both(connection: Connection, stays: UUID, goes: UUID) -> dict[str, object]:
    """Say who brought the one, and how the one heard of the shop: of either, of who stays first."""
    mine, theirs = origin_of(connection, stays), origin_of(connection, goes)
    referrer = None if mine.referrer == goes else mine.referrer
    came = None
    if referrer is None and theirs.referrer not in (None, stays):
        referrer = came = theirs.referrer
    source = mine.source or theirs.source
    now = type(mine)(referrer, source)
    marked = {} if came is None else {"referrer": came.hex}
    return {"origin": now.said(), "origin_was": mine.said(), **marked}


def tier_of_both(connection: Connection, shop: Shop, stays: UUID, goes: UUID) -> dict[str, object]:
    """Say which tier the one has, where it is not that of who stays, and what there was before."""
    today = shop.time.business_day(shop.now())
    program = shop.program_on(today)
    mine, theirs = (tier_row(connection, whose) for whose in (stays, goes))
    told: dict[str, object] = {
        "tier_was": None if mine is None else _tier(mine),
        "goes_looks": None if theirs is None or theirs.looks is None else theirs.looks.isoformat(),
    }
    if theirs is None:
        return told
    state = TierState() if mine is None else mine.state
    move = tier_for_both(program.tiers, state, theirs.state, today, program.revision)
    if move is None:
        return told
    row = _tier(theirs) | {"state": to_json(move.state)}
    return told | {"tier": row | {"move": to_json(move)}}


def _tier(row: Any) -> dict[str, Any]:
    return {
        "state": to_json(row.state),
        "judged": row.judged.isoformat(),
        "looks": None if row.looks is None else row.looks.isoformat(),
        "revision": row.revision,
    }
