"""Undoing a merge: what hinders it, and what each of the two has again."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid5

from loyalpos.engine.json_values import from_json
from loyalpos.engine.ledger import Eaten
from loyalpos.engine.tier_moves import TierState
from loyalpos.errors import CannotPart, PhoneTaken
from loyalpos.services.shop import Shop
from loyalpos.store import merged as stored
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_id, member_by_phone
from loyalpos.store.merged import MergeRow
from loyalpos.store.origins import origin_of
from loyalpos.store.tiers import tier_row

__all__ = ["hindrance", "part"]


def hindrance(connection: Connection, row: MergeRow) -> str:
    """Say why a merge can no longer be undone; "" where it can."""
    if member_by_id(connection, row.stays) is None:
        return "merged_since" if stored.merge_of(connection, row.stays) is not None else "gone"
    record = find_record(connection, row.id)
    assert record is not None
    if record.private is None:
        return "erased"
    outcome = json.loads(record.body)["outcome"]
    why = stored.what_hinders(connection, row, _settled(outcome))
    if why:
        return why
    tier = tier_row(connection, row.stays)
    left = outcome.get("tier", outcome["tier_was"])
    moves = 0 if left is None else from_json(left["state"], TierState).moves
    return "" if (0 if tier is None else tier.state.moves) == moves else "tier_moved"


def part(shop: Shop, connection: Connection, row: MergeRow) -> None:
    """Let two who were merged be two again.

    Raises:
        CannotPart: Something was done since that was of both.
        PhoneTaken: Somebody else has the phone that one of the two would have again.
    """
    why = hindrance(connection, row)
    if why:
        raise CannotPart(why)
    record = find_record(connection, row.id)
    assert record is not None
    assert record.private is not None
    came, private = json.loads(record.body)["outcome"], json.loads(record.private)
    now = stored.particulars_of(connection, row.stays)
    back = {
        name: was if getattr(now, name) == private[name] else getattr(now, name)
        for name, was in private["was"].items()
    }
    goes = stored.particulars_of(connection, row.goes)
    if back["note"] == now.note:
        # What was written since stays, without what the other has again.
        theirs = frozenset(goes.note.splitlines()) - frozenset(private["was"]["note"].splitlines())
        back["note"] = "\n".join(line for line in now.note.split("\n") if line not in theirs)
    comes_back = goes.phone
    if comes_back is not None:
        other = member_by_phone(connection, comes_back)
        if other is not None and (other[0] != row.stays or back["phone"] == comes_back):
            raise PhoneTaken(*other)
    if back["phone"] is not None:
        other = member_by_phone(connection, back["phone"])
        if other is not None and other[0] != row.stays:
            if now.phone == comes_back:
                # Who stays would be left with the number of who comes back.
                raise PhoneTaken(*other)
            back["phone"] = now.phone
    origin = origin_of(connection, row.stays).said()
    seen = stored.seen_ms(connection, row.stays)
    same_birthday = now.birthday == private["birthday"]
    outcome = {
        "settled": came["settled"],
        "origin": came["origin_was"] if origin == came["origin"] else origin,
        "joined": came["was"]["joined"],
        "birthday_known": came["was"]["birthday_known"] if same_birthday else now.birthday_known,
        "seen_since_ms": seen if seen > row.seen_ms else 0,
        "goes_looks": came["goes_looks"],
        **({"referrer": came["referrer"]} if "referrer" in came else {}),
        **({"tier": came["tier_was"]} if "tier" in came else {}),
    }
    gone = {row.goes, *stored.all_merged_into(connection, row.goes)}
    with_them = [one.hex for one in stored.all_merged_into(connection, row.stays) if one not in gone]
    if with_them:
        outcome["with"] = sorted(with_them)
    shop.write(
        connection,
        "merge_undone",
        {"merge": row.id.hex, "stays": row.stays.hex},
        outcome,
        private=back,
        action=uuid5(row.id, "undone"),
    )


def _settled(outcome: dict[str, Any]) -> dict[str, int]:
    return {part.lot.hex: part.points for part in from_json(outcome["settled"], tuple[Eaten, ...])}
