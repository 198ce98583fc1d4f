"""What changes hands when two members become one, and goes back when that was a mistake.

Which rows came over is written down; an undo brings back these and no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.store import tables
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import NewRow, Prepared

__all__ = [
    "CHANGED",
    "bring_cards",
    "bring_rows",
    "card_key",
    "note",
    "noted",
    "send_cards_back",
    "send_rows_back",
]


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
_ADD_ROW = NewRow("merged_row")
_CARDS = Prepared("SELECT code FROM card WHERE member = :whose AND member IS NOT NULL")
_NOTED = Prepared("SELECT key, mark FROM merged_row WHERE merged = :merge AND of = :of")
_LABELLED = "labelled"


def bring_rows(connection: Connection, merge: UUID, stays: UUID, goes: UUID) -> None:
    """Let everything but the cards be the other's, and write down what came."""
    ids = {"merge": merge.bytes, "stays": stays.bytes, "goes": goes.bytes}
    for name in MOVED:
        for statement in (_NOTE[name], _BRING[name]):
            statement.run(
                connection, **{one: found for one, found in ids.items() if f":{one}" in statement.sql}
            )


def send_rows_back(connection: Connection, merge: UUID, stays: UUID, goes: UUID) -> None:
    """Give back what came, as far as it is still there."""
    for name in MOVED:
        _SEND_BACK[name].run(connection, merge=merge.bytes, stays=stays.bytes, goes=goes.bytes)


def bring_cards(
    connection: Connection, merge: UUID, stays: UUID, goes: UUID, labels: Mapping[str, str]
) -> None:
    """Let the cards be the other's, under these labels, and write down which came."""
    for row in _CARDS.all(connection, whose=goes.bytes):
        label = labels.get(row.code)
        mark = "" if label is None else _LABELLED
        note(connection, merge, "card", card_key(merge, row.code), mark)
        _give_card(connection, row.code, stays, label)


def send_cards_back(connection: Connection, merge: UUID, stays: UUID, goes: UUID) -> None:
    """Give back the cards that came; only those without a label were given one."""
    marks = noted(connection, merge, "card")
    for row in _CARDS.all(connection, whose=stays.bytes):
        mark = marks.get(card_key(merge, row.code))
        if mark is not None:
            _give_card(connection, row.code, goes, "" if mark == _LABELLED else None)


def card_key(merge: UUID, code: str) -> str:
    """Name a code without telling it."""
    return uuid5(merge, code).hex


def noted(connection: Connection, merge: UUID, of: str) -> dict[str, str]:
    """Give the marks of what came of one kind, by their keys."""
    return {row.key: row.mark for row in _NOTED.all(connection, merge=merge.bytes, of=of)}


def note(connection: Connection, merge: UUID, of: str, key: str, mark: str = "") -> None:
    """Write down that something came, and what was done to it."""
    _ADD_ROW.add(connection, merged=merge.bytes, of=of, key=key, mark=mark)


def _give_card(connection: Connection, code: str, whose: UUID, label: str | None) -> None:
    given: dict[str, Any] = {"member": whose.bytes}
    if label is not None:
        given["label"] = label
    connection.execute(sa.update(tables.card).where(tables.card.c.code == code).values(**given))
