"""Cards: links to members, codes that are dead; see ``batches`` for those printed beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.store import tables
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = [
    "CardRow",
    "card_by_code",
    "codes_of",
    "drop_cards",
    "is_piece_of_a_card",
    "link_card",
    "link_cards",
    "living_codes",
    "members_with_cards_before",
    "write_label",
    "write_link",
    "write_unlink",
]

_BY_CODE = Prepared(
    """
    SELECT card.*, card_batch.number
    FROM card
    LEFT JOIN card_batch ON card_batch.id = card.batch
    WHERE card.code = :wanted
    """
)
_OF_MEMBER = Prepared(
    """
    SELECT card.*, card_batch.number
    FROM card
    LEFT JOIN card_batch ON card_batch.id = card.batch
    WHERE card.member = :whose AND card.member IS NOT NULL AND card.state = 'linked'
    ORDER BY card.label, card.at_ms, card.code
    """
)


_BLANK_AGAIN = Prepared(
    """
    UPDATE card
    SET state = 'blank', member = NULL, label = ''
    WHERE member = :whose AND member IS NOT NULL AND state = 'linked' AND batch IS NOT NULL
    """
)
_FORGET = Prepared("DELETE FROM card WHERE member = :whose AND member IS NOT NULL AND state = 'linked'")
_LINK = Prepared(
    """
    INSERT INTO card (code, kind, state, member, label, at_ms)
    VALUES (:code, :kind, 'linked', :whose, '', :at_ms)
    ON CONFLICT (code) DO UPDATE SET state = 'linked', member = :whose, at_ms = :at_ms
    """
)


class CardRow(Struct, frozen=True):
    """A code the shop knows: ``kind`` own or alias, ``state`` blank, linked, dead or spoilt.

    ``label`` says whose it is where several people have one account; empty is the member's own. ``batch`` and
    ``ordinal`` tell a card that was printed beforehand; ``ended_ms``, ``ended_by`` and ``successor`` one that
    is good for nothing any more.
    """

    code: str
    kind: str
    state: str
    member: UUID | None
    label: str = ""
    batch: int | None = None
    ordinal: int | None = None
    ended_ms: int | None = None
    ended_by: str = ""
    successor: str | None = None


def write_link(connection: Connection, record: Written) -> None:
    """Give a card, or any other code, to a member; reissuing kills the codes before it."""
    own = record.request.get("card") or record.outcome.get("code")
    for code in record.outcome.get("killed", ()):
        ended = {"state": "dead", "ended_ms": record.at_ms, "ended_by": record.who, "successor": own}
        connection.execute(sa.update(tables.card).where(tables.card.c.code == code).values(**ended))
    if own is not None:
        link_card(connection, own, "own", record.member, record.at_ms)
    if "alias" in record.private:
        link_card(connection, record.private["alias"], "alias", record.member, record.at_ms)


def write_unlink(connection: Connection, record: Written) -> None:
    """Take a code that is none of ours off an account: it is nobody's, and may be linked again."""
    code = record.private.get("alias")
    if code is None:
        return
    whose = (tables.card.c.code == code) & (tables.card.c.member == record.member.bytes)
    connection.execute(tables.card.delete().where(whose, tables.card.c.kind == "alias"))


def write_label(connection: Connection, record: Written) -> None:
    """Write whose a member's card is; where what is personal was erased, nobody's in particular."""
    code = record.private.get("code")
    if code is None:
        return
    whose = (tables.card.c.code == code) & (tables.card.c.member == record.member.bytes)
    connection.execute(sa.update(tables.card).where(whose).values(label=record.private["label"]))


def link_card(connection: Connection, code: str, kind: str, member: UUID, at_ms: int) -> None:
    """Make a code a member's, whether it was a blank of ours or never seen before."""
    link_cards(connection, ((code, kind, member, at_ms),))


def link_cards(connection: Connection, links: Iterable[tuple[str, str, UUID, int]]) -> None:
    """Make codes members': each with its kind, whose it is, and since when."""
    told = [
        {"code": code, "kind": kind, "whose": member.bytes, "at_ms": at_ms}
        for code, kind, member, at_ms in links
    ]
    _LINK.run_all(connection, told)


def drop_cards(connection: Connection, member: UUID) -> None:
    """Take a member's living codes back: cards of a batch are blank again, others are forgotten.

    A killed code stays dead: its card may be in anybody's pocket.
    """
    _BLANK_AGAIN.run(connection, whose=member.bytes)
    _FORGET.run(connection, whose=member.bytes)


def card_by_code(connection: Connection, code: str) -> CardRow | None:
    """Look a code up as it was read."""
    row = _BY_CODE.first(connection, wanted=code)
    if row is None:
        return None
    return _card_row(row)


def codes_of(connection: Connection, member: UUID) -> tuple[CardRow, ...]:
    """List the living codes of a member, the member's own first."""
    return tuple(_card_row(row) for row in _OF_MEMBER.all(connection, whose=member.bytes))


def _card_row(row: Any) -> CardRow:
    whose = None if row.member is None else UUID(bytes=row.member)
    return CardRow(
        row.code,
        row.kind,
        row.state,
        whose,
        row.label,
        row.number,
        row.ordinal,
        row.ended_ms,
        row.ended_by or "",
        row.successor,
    )


def is_piece_of_a_card(connection: Connection, text: str) -> bool:
    """Tell whether a text stands inside the code of one of our cards, as a half-read one does."""
    whole = (
        sa.select(tables.card.c.code)
        .where(tables.card.c.kind == "own", sa.func.instr(tables.card.c.code, text) > 0)
        .limit(1)
    )
    return connection.execute(whole).first() is not None


def members_with_cards_before(connection: Connection, before_ms: int) -> tuple[UUID, ...]:
    """Name members who have a living card of ours that was linked before an instant."""
    card = tables.card.c
    rows = connection.execute(
        sa.select(card.member)
        .where(card.kind == "own", card.state == "linked", card.member.is_not(None), card.at_ms < before_ms)
        .distinct()
        .order_by(card.member)
    )
    return tuple(UUID(bytes=row.member) for row in rows)


def living_codes(connection: Connection, member: UUID, *, of_others: bool = False) -> tuple[str, ...]:
    """List the codes of ours on the member's own cards.

    Args:
        of_others: Those on cards of others with the same account, too.
    """
    rows = connection.execute(
        sa.select(tables.card.c.code).where(
            tables.card.c.member == member.bytes,
            tables.card.c.kind == "own",
            tables.card.c.state == "linked",
            sa.true() if of_others else tables.card.c.label == "",
        )
    )
    return tuple(row.code for row in rows)
