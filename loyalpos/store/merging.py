"""Two members who are one: the rows of the one come to the other, and go back when that was a mistake.

Entries, bills and all that hangs on them change hands, so that a return, a scan or a bill asks nothing new.
Which rows came over is written down; an undo brings back these and no others. The record carries the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.json_values import from_json
from loyalpos.engine.ledger import Eaten, Entry
from loyalpos.engine.tier_moves import TierState
from loyalpos.store import program_tables, tables, upserts
from loyalpos.store.bills import IS_VISIT, PAID_VND, last_visit_ms
from loyalpos.store.connection import Connection
from loyalpos.store.consents import bring_privacy, part_privacy
from loyalpos.store.ledger import post_entries
from loyalpos.store.members import forget_words, make_findable
from loyalpos.store.origins import put_origin
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.written import Written

__all__ = ["write_merge", "write_merge_undone", "write_told_apart"]

_TIER = ("tier", "state", "judged", "looks", "revision")


class _Moved(Struct, frozen=True):
    """What of one table comes over: which rows, how each is found again, and what of it must not change."""

    table: str
    key: str
    mark: str = "''"
    whose: str = "member"
    where: str = "member = :goes"

    def note(self) -> Prepared:
        return Prepared(
            f"INSERT INTO merged_row (merged, of, key, mark)"
            f" SELECT :merge, '{self.of}', {self.key}, {self.mark} FROM {self.table} WHERE {self.where}"
        )

    def bring(self) -> Prepared:
        return Prepared(f"UPDATE {self.table} SET {self.whose} = :stays WHERE {self.where}")

    def send_back(self) -> Prepared:
        return Prepared(
            f"UPDATE {self.table} SET {self.whose} = :goes WHERE {self.whose} = :stays AND {self.key} IN"
            f" (SELECT key FROM merged_row WHERE merged = :merge AND of = '{self.of}')"
        )

    def changed(self) -> Prepared:
        """Count the rows that are not as they came, or not there."""
        return Prepared(
            f"SELECT count(*) AS rows FROM merged_row LEFT JOIN"
            f" (SELECT {self.key} AS now_key, {self.mark} AS now_mark FROM {self.table}"
            f" WHERE {self.whose} = :stays) ON now_key = key"
            f" WHERE merged = :merge AND of = '{self.of}' AND now_mark IS NOT mark"
        )

    @property
    def of(self) -> str:
        return self.table if self.whose == "member" else f"{self.table}.{self.whose}"


_BILL_MARK = "parts || '/' || returned_vnd || '/' || open_vnd || '/' || earned || '/' || taken_back"
MOVED: Mapping[str, _Moved] = {
    one.of: one
    for one in (
        # Found by the bill that gave them: nothing leads from a member to them.
        _Moved(
            "partner_code",
            "code",
            "coalesce(redeemed, '')",
            where="member = :goes AND bill IN (SELECT id FROM bill WHERE member = :goes)",
        ),
        _Moved("bill", "hex(id)", _BILL_MARK),
        _Moved("entry", "hex(id)"),
        _Moved("lot", "hex(id)", "CAST(rest + expired AS TEXT)"),
        _Moved("given", "hex(record) || id || day"),
        _Moved("unit_entry", "hex(id)"),
        _Moved("voucher", "code", "coalesce(hex(used_in), '')"),
        _Moved("gift", "hex(id)", "CAST(taken_back AS TEXT)"),
        _Moved("membership_sale", "hex(id)", "coalesce(until, '')"),
        _Moved("consent", "hex(record) || purpose"),
        # Whoever works here earns on their own account as before, and their card is still theirs.
        _Moved("staff", "hex(id)"),
        _Moved("origin", "hex(member)", whose="referrer", where="referrer = :goes AND member <> :stays"),
    )
}
"""What changes hands, but for cards, whose codes may be somebody's phone number."""

_NOTE = {name: one.note() for name, one in MOVED.items()}
_BRING = {name: one.bring() for name, one in MOVED.items()}
_SEND_BACK = {name: one.send_back() for name, one in MOVED.items()}
CHANGED: Mapping[str, Prepared] = {name: one.changed() for name, one in MOVED.items()}
_EXPIRED_SINCE = Prepared(
    """
    UPDATE entry SET member = :goes
    WHERE member = :stays AND kind = 'expire' AND hex(reference) IN
      (SELECT key FROM merged_row WHERE merged = :merge AND of = 'lot')
    """
)
_ADD = NewRow("merged")
_ADD_ROW = NewRow("merged_row")
_CARDS = Prepared("SELECT code FROM card WHERE member = :whose AND member IS NOT NULL")
_NOTED = Prepared("SELECT key, mark FROM merged_row WHERE merged = :merge AND of = :of")
_LABELLED = "labelled"
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
_SUMS = Prepared(
    f"""
    SELECT
      (SELECT coalesce(sum(points), 0) FROM entry WHERE member = :whose) AS balance,
      (SELECT coalesce(sum(rest), 0) FROM lot WHERE member = :whose) AS rests,
      coalesce(sum(CASE WHEN {IS_VISIT} THEN 1 - whole ELSE 0 END), 0) AS visits,
      coalesce(sum(total_vnd - returned_vnd), 0) AS spend_vnd,
      coalesce(sum({PAID_VND}), 0) AS paid_vnd,
      coalesce(sum(earned - taken_back), 0) AS earned
    FROM bill
    WHERE member = :whose AND member IS NOT NULL
    """
)
_CARRIES = Prepared(
    "SELECT carry_delta FROM bill WHERE member = :whose AND member IS NOT NULL"
    " AND carry_delta NOT IN ('0', '0/1')"
)
_SUM_UP = Prepared(
    """
    UPDATE summary
    SET balance = :balance, debt = :debt, carry = :carry, visits = :visits, spend_vnd = :spend_vnd,
      paid_vnd = :paid_vnd, earned = :earned, last_visit_ms = :last_visit_ms
    WHERE member = :whose
    """
)


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
    ids = {"merge": record.id.bytes, "stays": stays.bytes, "goes": goes.bytes}
    for name in MOVED:
        _NOTE[name].run(connection, **{one: ids[one] for one in _named(_NOTE[name], ids)})
        _BRING[name].run(connection, **{one: ids[one] for one in _named(_BRING[name], ids)})
    _move_cards(connection, record, stays, goes)
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
    ids = {"merge": row.id, "stays": row.stays, "goes": row.goes}
    _settle(connection, stays, came["settled"], back=True)
    _EXPIRED_SINCE.run(connection, **ids)
    for name in MOVED:
        _SEND_BACK[name].run(connection, **ids)
    _send_cards_back(connection, merge, stays, goes)
    connection.execute(
        sa.delete(tables.consent).where(
            tables.consent.c.record == row.id, tables.consent.c.member == stays.bytes
        )
    )
    part_privacy(connection, stays)
    for tag in _noted(connection, merge, "tag"):
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


def sum_anew(connection: Connection, whose: UUID) -> None:
    """Write a member's summary as entries, lots and bills add up."""
    sums = _SUMS.first(connection, whose=whose.bytes)
    assert sums is not None
    carries = _CARRIES.all(connection, whose=whose.bytes)
    carry = sum((Fraction(row.carry_delta) for row in carries), Fraction(0))
    _SUM_UP.run(
        connection,
        whose=whose.bytes,
        balance=sums.balance,
        debt=sums.rests - sums.balance,
        carry=f"{carry.numerator}/{carry.denominator}",
        visits=sums.visits,
        spend_vnd=sums.spend_vnd,
        paid_vnd=sums.paid_vnd,
        earned=sums.earned,
        last_visit_ms=last_visit_ms(connection, whose),
    )


def card_key(merge: UUID, code: str) -> str:
    """Name a code without telling it."""
    return uuid5(merge, code).hex


def _merge_tables() -> Any:
    from loyalpos.store import merge_tables  # noqa: PLC0415 - its tables are asked for here alone

    return merge_tables


def _named(statement: Prepared, ids: Mapping[str, bytes]) -> list[str]:
    return [name for name in ids if f":{name}" in statement.sql]


def _marked_undone(merge: bytes, undone_in: bytes) -> Any:
    merged = _merge_tables().merged
    return sa.update(merged).where(merged.c.id == merge).values(undone_in=undone_in)


def _noted(connection: Connection, merge: UUID, of: str) -> dict[str, str]:
    return {row.key: row.mark for row in _NOTED.all(connection, merge=merge.bytes, of=of)}


def _note(connection: Connection, merge: UUID, of: str, key: str, mark: str = "") -> None:
    _ADD_ROW.add(connection, merged=merge.bytes, of=of, key=key, mark=mark)


def _move_cards(connection: Connection, record: Written, stays: UUID, goes: UUID) -> None:
    labels = record.private.get("labels", {})
    for row in _CARDS.all(connection, whose=goes.bytes):
        moved: dict[str, Any] = {"member": stays.bytes}
        if row.code in labels:
            moved["label"] = labels[row.code]
        mark = _LABELLED if row.code in labels else ""
        _note(connection, record.id, "card", card_key(record.id, row.code), mark)
        connection.execute(sa.update(tables.card).where(tables.card.c.code == row.code).values(**moved))


def _send_cards_back(connection: Connection, merge: UUID, stays: UUID, goes: UUID) -> None:
    """Send cards back; only those that had no label were given one, and no record says their codes again."""
    came = _noted(connection, merge, "card")
    for row in _CARDS.all(connection, whose=stays.bytes):
        mark = came.get(card_key(merge, row.code))
        if mark is not None:
            moved: dict[str, Any] = {"member": goes.bytes}
            if mark == _LABELLED:
                moved["label"] = ""
            connection.execute(sa.update(tables.card).where(tables.card.c.code == row.code).values(**moved))


def _withdraw(connection: Connection, record: Written, stays: UUID) -> None:
    """Say once more, as the last word, what either of the two has withdrawn."""
    for said in record.outcome["withdrawn"]:
        row = connection.execute(
            sa.select(tables.consent).where(
                tables.consent.c.record == UUID(said["record"]).bytes,
                tables.consent.c.purpose == said["purpose"],
            )
        ).one()
        again = dict(row._mapping) | {
            "record": record.id.bytes,
            "member": stays.bytes,
            "given": 0,
            "at_ms": record.at_ms,
            "who": record.who,
        }
        connection.execute(sa.insert(tables.consent), again)


def _wear(connection: Connection, record: Written, stays: UUID, goes: UUID) -> None:
    worn = program_tables.tag.c
    own = set(connection.execute(sa.select(worn.tag).where(worn.member == stays.bytes)).scalars())
    others = connection.execute(sa.select(worn.tag).where(worn.member == goes.bytes)).scalars().all()
    for tag in sorted(set(others) - own):
        connection.execute(sa.insert(program_tables.tag), {"member": stays.bytes, "tag": tag})
        _note(connection, record.id, "tag", tag)


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
