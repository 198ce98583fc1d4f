"""Two members who are one: the rows of the one come to the other, and go back when that was a mistake.

Entries, bills and all that hangs on them change hands, so that a return, a scan or a bill asks nothing new.
Which rows came over is written down; an undo brings back these and no others. The record carries the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.json_values import from_json
from loyalpos.engine.ledger import Eaten, Entry
from loyalpos.engine.tier_moves import TierState
from loyalpos.store import consent_tables, program_tables, tables, upserts
from loyalpos.store.changing_hands import (
    bring_cards,
    bring_rows,
    note,
    noted,
    send_cards_back,
    send_rows_back,
)
from loyalpos.store.connection import Connection
from loyalpos.store.consents import bring_privacy, part_privacy
from loyalpos.store.ledger import post_entries
from loyalpos.store.members import forget_words, make_findable
from loyalpos.store.origins import put_origin
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.summing import sum_anew
from loyalpos.store.written import Written

__all__ = ["write_merge", "write_merge_undone", "write_told_apart"]

_TIER = ("tier", "state", "judged", "looks", "revision")


_EXPIRED_SINCE = Prepared(
    """
    UPDATE entry SET member = :goes
    WHERE member = :stays AND kind = 'expire' AND hex(reference) IN
      (SELECT key FROM merged_row WHERE merged = :merge AND of = 'lot')
    """
)
_ADD = NewRow("merged")
_ONE = Prepared("SELECT * FROM merged WHERE id = :merge")
_SETTLE = Prepared("UPDATE lot SET rest = rest - :points WHERE member = :whose AND id = :lot")
_MARK_SETTLED = Prepared(
    """
    UPDATE merged_row SET mark = CAST(CAST(mark AS INTEGER) - :points AS TEXT)
    WHERE merged = :merge AND of = 'lot' AND key = hex(:lot)
    """
)
_OWE = Prepared("UPDATE summary SET debt = debt - :points WHERE member = :whose")
_SEEN = Prepared("SELECT last_seen_ms FROM finding WHERE member = :whose")


def write_merge(connection: Connection, record: Written) -> None:
    """Let everything of one member be another's; the record says who that one is now."""
    came, private = record.outcome, record.private
    stays, goes = UUID(record.request["stays"]), UUID(record.request["goes"])
    for whose in (stays, goes):
        expired = from_json(came["expired"].get(whose.hex, ()), tuple[Entry, ...])
        post_entries(connection, record.id, whose, expired)
    seen = {whose: _seen_ms(connection, whose) for whose in (stays, goes)}
    _ADD.add(
        connection,
        id=record.id.bytes,
        stays=stays.bytes,
        goes=goes.bytes,
        at_ms=record.at_ms,
        who=record.who,
        stays_seen_ms=seen[stays],
        goes_seen_ms=seen[goes],
        undone_in=None,
    )
    bring_rows(connection, record.id, stays, goes)
    bring_cards(connection, record.id, stays, goes, record.private.get("labels", {}))
    _withdraw(connection, record, stays)
    bring_privacy(connection, stays, goes)
    _wear(connection, record, stays, goes)
    _put_origin(connection, stays, came["origin"])
    _move_marks(connection, came.get("referrer"), goes, stays)
    sum_anew(connection, stays)
    sum_anew(connection, goes)
    _settle(connection, stays, came["settled"], back=False)
    for part in from_json(came["settled"], tuple[Eaten, ...]):
        _MARK_SETTLED.run(connection, merge=record.id.bytes, lot=part.lot.bytes, points=part.points)
    _put_tiers(connection, record, stays, goes)
    # The number may be that of the one who goes: no two who are there have the same.
    connection.execute(sa.update(tables.member).where(tables.member.c.id == goes.bytes).values(gone=1))
    _be(connection, stays, private, came)
    forget_words(connection, goes)
    _find_again(connection, stays, max(seen.values()))


def write_merge_undone(connection: Connection, record: Written) -> None:
    """Let two who were merged be two again, each with what came from them."""
    came, private = record.outcome, record.private
    merge = UUID(record.request["merge"])
    row = _ONE.first(connection, merge=merge.bytes)
    assert row is not None
    stays, goes = UUID(bytes=row.stays), UUID(bytes=row.goes)
    _settle(connection, stays, came["settled"], back=True)
    _EXPIRED_SINCE.run(connection, merge=row.id, stays=row.stays, goes=row.goes)
    send_rows_back(connection, merge, stays, goes)
    send_cards_back(connection, merge, stays, goes)
    connection.execute(
        sa.delete(consent_tables.consent).where(
            consent_tables.consent.c.record == row.id, consent_tables.consent.c.member == stays.bytes
        )
    )
    part_privacy(connection, stays)
    for tag in noted(connection, merge, "tag"):
        connection.execute(
            sa.delete(program_tables.tag).where(
                program_tables.tag.c.member == stays.bytes, program_tables.tag.c.tag == tag
            )
        )
    _put_origin(connection, stays, came["origin"])
    _move_marks(connection, came.get("referrer"), stays, goes)
    _be(connection, stays, private, came)
    connection.execute(sa.update(tables.member).where(tables.member.c.id == goes.bytes).values(gone=0))
    _untier(connection, record, stays, goes)
    sum_anew(connection, stays)
    sum_anew(connection, goes)
    seen_ms = max(row.stays_seen_ms, came["seen_since_ms"])
    _find_again(connection, stays, seen_ms)
    _find_again(connection, goes, row.goes_seen_ms)
    connection.execute(_marked_undone(row.id, record.id.bytes))


def write_told_apart(connection: Connection, record: Written) -> None:
    """Note that two who look alike are not the same."""
    first, second = sorted(UUID(one).bytes for one in record.request["members"])
    connection.execute(
        upserts.upsert(_merge_tables().told_apart).on_conflict_do_nothing(),
        {"first": first, "second": second},
    )


def _merge_tables() -> Any:
    from loyalpos.store import merge_tables  # noqa: PLC0415 - its tables are asked for here alone

    return merge_tables


def _marked_undone(merge: bytes, undone_in: bytes) -> Any:
    merged = _merge_tables().merged
    return sa.update(merged).where(merged.c.id == merge).values(undone_in=undone_in)


def _withdraw(connection: Connection, record: Written, stays: UUID) -> None:
    """Say once more, as the last word, what either of the two has withdrawn."""
    for said in record.outcome["withdrawn"]:
        row = connection.execute(
            sa.select(consent_tables.consent).where(
                consent_tables.consent.c.record == UUID(said["record"]).bytes,
                consent_tables.consent.c.purpose == said["purpose"],
            )
        ).one()
        again = dict(row._mapping) | {
            "record": record.id.bytes,
            "member": stays.bytes,
            "given": 0,
            "at_ms": record.at_ms,
            "who": record.who,
        }
        connection.execute(sa.insert(consent_tables.consent), again)


def _wear(connection: Connection, record: Written, stays: UUID, goes: UUID) -> None:
    worn = program_tables.tag.c
    own = set(connection.execute(sa.select(worn.tag).where(worn.member == stays.bytes)).scalars())
    others = connection.execute(sa.select(worn.tag).where(worn.member == goes.bytes)).scalars().all()
    for tag in sorted(set(others) - own):
        connection.execute(sa.insert(program_tables.tag), {"member": stays.bytes, "tag": tag})
        note(connection, record.id, "tag", tag)


def _put_origin(connection: Connection, stays: UUID, said: Mapping[str, Any]) -> None:
    connection.execute(sa.delete(program_tables.origin).where(program_tables.origin.c.member == stays.bytes))
    put_origin(connection, stays, said)


def _move_marks(connection: Connection, referrer: str | None, old: UUID, new: UUID) -> None:
    """Let gifts for having brought the one be for having brought the other."""
    if referrer is not None:
        gift = program_tables.gift
        marked = (gift.c.member == UUID(referrer).bytes) & (gift.c.mark == str(old))
        connection.execute(sa.update(gift).where(marked).values(mark=str(new)))


def _settle(connection: Connection, stays: UUID, settled: object, *, back: bool) -> None:
    """Let lots of the one pay the debt of the other, or take that back."""
    for part in from_json(settled, tuple[Eaten, ...]):
        points = -part.points if back else part.points
        # After an undo nobody knows yet whose lot it is: it is written before the lots go back.
        _SETTLE.run(connection, whose=stays.bytes, lot=part.lot.bytes, points=points)
        _OWE.run(connection, whose=stays.bytes, points=points)


def _be(connection: Connection, stays: UUID, private: Mapping[str, Any], came: Mapping[str, Any]) -> None:
    """Write who the one is who stays; where what is personal was erased, that stays as it is."""
    now = {name: private[name] for name in ("name", "phone", "birthday", "note") if name in private}
    now |= {name: came[name] for name in ("joined", "birthday_known")}
    connection.execute(sa.update(tables.member).where(tables.member.c.id == stays.bytes).values(**now))


def _put_tiers(connection: Connection, record: Written, stays: UUID, goes: UUID) -> None:
    tier = record.outcome.get("tier")
    state = program_tables.tier_state
    connection.execute(sa.update(state).where(state.c.member == goes.bytes).values(looks=None))
    if tier is None:
        return
    _put_tier(connection, stays, tier)
    connection.execute(
        sa.insert(program_tables.tier_move),
        {
            "member": stays.bytes,
            "number": tier["move"]["state"]["moves"],
            "day": tier["move"]["day"],
            "move": json.dumps(tier["move"], sort_keys=True),
            "reason": "",
            "act": record.id.bytes,
            "stands": 1,
            "undone_in": None,
        },
    )


def _untier(connection: Connection, record: Written, stays: UUID, goes: UUID) -> None:
    came = record.outcome
    state, move = program_tables.tier_state, program_tables.tier_move
    connection.execute(sa.update(state).where(state.c.member == goes.bytes).values(looks=came["goes_looks"]))
    if "tier" not in came:
        return
    # Not struck, as a return does: nothing that is still there knows of it.
    brought = (move.c.member == stays.bytes) & (move.c.act == UUID(record.request["merge"]).bytes)
    connection.execute(sa.delete(move).where(brought))
    connection.execute(sa.delete(state).where(state.c.member == stays.bytes))
    if came["tier"] is not None:
        _put_tier(connection, stays, came["tier"])


def _put_tier(connection: Connection, whose: UUID, tier: Mapping[str, Any]) -> None:
    now = {name: tier.get(name) for name in _TIER} | {
        "tier": from_json(tier["state"], TierState).tier,
        "state": json.dumps(tier["state"], sort_keys=True),
    }
    state = upserts.upsert(program_tables.tier_state)
    connection.execute(
        state.on_conflict_do_update(index_elements=["member"], set_=now), {"member": whose.bytes, **now}
    )


def _seen_ms(connection: Connection, whose: UUID) -> int:
    row = _SEEN.first(connection, whose=whose.bytes)
    assert row is not None, "who is there is found"
    return int(row.last_seen_ms)


def _find_again(connection: Connection, whose: UUID, seen_ms: int) -> None:
    forget_words(connection, whose)
    row = connection.execute(
        sa.select(tables.member.c.name, tables.member.c.phone).where(tables.member.c.id == whose.bytes)
    ).one()
    make_findable(connection, whose, {"name": row.name, "phone": row.phone}, seen_ms)
