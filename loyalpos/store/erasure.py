"""Erasing members: the private parts of their records go, and all that tables know of the person."""

from __future__ import annotations

from uuid import UUID, uuid5

import sqlalchemy as sa

from loyalpos.engine.erasing import ErasedMember, HeldBack
from loyalpos.engine.times import from_ms
from loyalpos.store import (
    consent_tables,
    journal_tables,
    merge_tables,
    privacy_tables,
    program_tables,
    tables,
    upserts,
)
from loyalpos.store.connection import Connection
from loyalpos.store.consents import forget_privacy
from loyalpos.store.ledger import post_entries
from loyalpos.store.members import forget_words
from loyalpos.store.prepared import Prepared
from loyalpos.store.staff import links_of
from loyalpos.store.tiers import forget_looks
from loyalpos.store.written import Written

__all__ = [
    "counted_for",
    "erased_members",
    "erasure_id",
    "forget_drafts",
    "held_back",
    "is_known",
    "write_erasure",
    "write_hold",
]


_BE_NOBODYS = Prepared("UPDATE staff SET member = NULL WHERE member = :whose")
# What the other one had from them while they were one, and was changed then, stands there as it was before.
_FORGET_WHAT_CAME = Prepared(
    """
    DELETE FROM correction
    WHERE field IN ('name', 'phone', 'birthday', 'note', 'guardian') AND EXISTS
      (SELECT merged.id FROM merged
      JOIN record AS begun ON begun.id = merged.id
      JOIN record AS ended ON ended.id = merged.undone_in
      JOIN record AS changed ON changed.id = correction.record
      WHERE merged.goes = :whose AND merged.stays = correction.member
        AND changed.hlc > begun.hlc AND changed.hlc < ended.hlc)
    """
)


def erasure_id(member: UUID) -> UUID:
    """Give the id of a member's erasure, the same wherever it is carried out."""
    return uuid5(member, "erased")


def write_erasure(connection: Connection, record: Written) -> None:
    """Take a person out of the journal and of every table; what the ledger says of points and money stays."""
    whose = record.member
    entries = record.entries
    post_entries(connection, record.id, whose, entries)
    _empty_private_parts(connection, whose)
    nobody = {"name": None, "phone": None, "birthday": None, "note": "", "birthday_known": None, "gone": 1}
    connection.execute(sa.update(tables.member).where(tables.member.c.id == whose.bytes).values(nobody))
    forget_words(connection, whose)
    _kill_cards(connection, record)
    forget_looks(connection, whose)
    connection.execute(
        sa.update(program_tables.tier_move)
        .where(program_tables.tier_move.c.member == whose.bytes)
        .values(reason="")
    )
    _forget_merges(connection, whose)
    _BE_NOBODYS.run(connection, whose=whose.bytes)
    _unlink_staff(connection, whose)
    forget_privacy(connection, whose)
    for table in (program_tables.tag, privacy_tables.hold):
        connection.execute(sa.delete(table).where(table.c.member == whose.bytes))
    connection.execute(
        sa.insert(privacy_tables.erasure),
        {
            "member": whose.bytes,
            "at_ms": record.at_ms,
            "reason": record.request["reason"],
            "points": sum(entry.points for entry in entries),
            "who": record.who,
        },
    )


def _empty_private_parts(connection: Connection, whose: UUID) -> None:
    """Delete the private parts of a member's records with their salts; the chain holds on to their hashes."""
    parts = sa.select(privacy_tables.private_part.c.record).where(
        privacy_tables.private_part.c.member == whose.bytes
    )
    connection.execute(
        sa.update(journal_tables.record)
        .where(journal_tables.record.c.id.in_(parts))
        .values(private=None, salt=None)
    )


def _unlink_staff(connection: Connection, whose: UUID) -> None:
    """Empty the records that say whose own account it was: the name of somebody who works here stays."""
    linked = [record.bytes for _, record, member in links_of(connection) if member == whose.hex]
    connection.execute(
        sa.update(journal_tables.record)
        .where(journal_tables.record.c.id.in_(linked))
        .values(private=None, salt=None)
    )


def _forget_merges(connection: Connection, whose: UUID) -> None:
    """Forget what came over when two were made one: nobody parts them any more."""
    merged, part = merge_tables.merged.c, privacy_tables.private_part.c
    emptied = sa.select(part.record).where(part.member == whose.bytes)
    of_them = sa.select(merged.id).where(
        (merged.stays == whose.bytes) | (merged.goes == whose.bytes) | merged.id.in_(emptied)
    )
    connection.execute(
        sa.delete(merge_tables.merged_row).where(merge_tables.merged_row.c.merged.in_(of_them))
    )
    _FORGET_WHAT_CAME.run(connection, whose=whose.bytes)
    correction = consent_tables.correction
    connection.execute(sa.delete(correction).where(correction.c.record.in_(emptied)))


def _kill_cards(connection: Connection, record: Written) -> None:
    """Let our cards be dead and nobody's, and forget codes of others, which may say who somebody is."""
    whose = tables.card.c.member == record.member.bytes
    connection.execute(tables.card.delete().where(whose, tables.card.c.kind == "alias"))
    connection.execute(
        sa.update(tables.card)
        .where(whose, tables.card.c.state == "linked")
        .values(state="dead", ended_ms=record.at_ms, ended_by=record.who)
    )
    connection.execute(sa.update(tables.card).where(whose).values(member=None, label=""))


def write_hold(connection: Connection, record: Written) -> None:
    """Note that a member's records are kept on legal grounds, or no longer."""
    hold = privacy_tables.hold
    if not record.request["held"]:
        connection.execute(sa.delete(hold).where(hold.c.member == record.member.bytes))
        return
    noted = {"since_ms": record.at_ms, "who": record.who, "reason": record.private.get("reason", "")}
    connection.execute(
        upserts.upsert(hold).on_conflict_do_update(index_elements=["member"], set_=noted),
        {"member": record.member.bytes, **noted},
    )


def held_back(connection: Connection, member: UUID) -> HeldBack | None:
    """Tell why a member must not be erased, or None."""
    hold = privacy_tables.hold
    row = connection.execute(sa.select(hold).where(hold.c.member == member.bytes)).one_or_none()
    return None if row is None else HeldBack(from_ms(row.since_ms), row.who, row.reason)


def erased_members(connection: Connection) -> tuple[ErasedMember, ...]:
    """List who was erased, the latest first."""
    rows = connection.execute(
        sa.select(privacy_tables.erasure).order_by(
            privacy_tables.erasure.c.at_ms.desc(), privacy_tables.erasure.c.member
        )
    )
    return tuple(
        ErasedMember(UUID(bytes=row.member), from_ms(row.at_ms), row.reason, row.points, row.who)
        for row in rows
    )


def is_known(connection: Connection, member: UUID) -> bool:
    """Tell whether a member ever joined in this file, also one who is gone."""
    known = sa.select(tables.member.c.id).where(tables.member.c.id == member.bytes)
    return connection.execute(known).first() is not None


def forget_drafts(connection: Connection, member: UUID) -> None:
    """Forget the id of an act that was kept for a member."""
    connection.execute(sa.delete(journal_tables.draft).where(journal_tables.draft.c.member == member.bytes))


def counted_for(connection: Connection, member: UUID) -> tuple[int, int, int]:
    """Count a member's bills, what of them is still to be paid, and unused stamps and tickets."""
    of_bills = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(tables.bill.c.open_vnd), 0)).where(
        tables.bill.c.member == member.bytes, tables.bill.c.whole == 0
    )
    bills, open_vnd = connection.execute(of_bills).one()
    units = sa.select(sa.func.coalesce(sa.func.sum(program_tables.unit_entry.c["count"]), 0)).where(
        program_tables.unit_entry.c.member == member.bytes
    )
    return int(bills), int(open_vnd), int(connection.execute(units).scalar_one())
