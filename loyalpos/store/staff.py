"""Who works in the shop, and the wrong PINs that this till has seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from uuid import UUID, uuid5

import sqlalchemy as sa

from loyalpos.engine.staff import Person, Role, Tries
from loyalpos.store import staff_tables, upserts
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.written import Written

__all__ = [
    "forget_tries",
    "keep_tries",
    "link_id",
    "links_of",
    "pin_of",
    "staff_of",
    "tries_of",
    "write_added",
    "write_changed",
    "write_gone",
    "write_linked",
    "write_nothing",
    "write_pin",
]

# Read at every start, before the first scan.
_ALL = Prepared(
    """
    SELECT id, name, role, member, gone, EXISTS (SELECT 1 FROM staff_pin WHERE person = staff.id) AS has_pin
    FROM staff
    ORDER BY id
    """
)
_PRIVATE = Prepared("SELECT private FROM record WHERE id = :which")
_PIN = Prepared("SELECT hash FROM staff_pin WHERE person = :whose")
_TRIES = Prepared("SELECT value FROM setting WHERE key = :wanted")
_KEEP_TRIES = Prepared(
    """
    INSERT INTO setting (key, value) VALUES (:key, :value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
    """
)
_FORGET_TRIES = Prepared("DELETE FROM setting WHERE key = :wanted")


def write_added(connection: Connection, record: Written) -> None:
    """Add somebody who works here from now on."""
    connection.execute(
        sa.insert(staff_tables.staff),
        {
            "id": record.id.bytes,
            "name": record.private.get("name"),
            "role": record.request["role"],
            # Older records name the member themselves.
            "member": _member(record),
            "gone": 0,
        },
    )


def write_changed(connection: Connection, record: Written) -> None:
    """Write what somebody is called, what they are, and their own account."""
    account = {"member": _member(record)} if "member" in record.request else {}
    _set(connection, record, name=record.private.get("name"), role=record.request["role"], **account)


def write_linked(connection: Connection, record: Written) -> None:
    """Write which account is somebody's own, or that none is; whose it was is forgotten with the member."""
    member = record.private.get("member")
    _set(connection, record, member=None if member is None else UUID(member).bytes)


def link_id(person: UUID, number: int) -> UUID:
    """Give the id of the record that links somebody to an account, as often as that was done before."""
    return uuid5(person, f"account {number}")


def links_of(connection: Connection) -> Iterator[tuple[UUID, UUID, str | None]]:
    """Give the records that linked people to accounts: the person, the record, and the member in hex."""
    for row in _ALL.all(connection):
        person = UUID(bytes=row.id)
        for number in count():
            found = _PRIVATE.first(connection, which=link_id(person, number).bytes)
            if found is None:
                break
            private = None if found.private is None else json.loads(found.private)
            yield person, link_id(person, number), None if private is None else private["member"]


def write_gone(connection: Connection, record: Written) -> None:
    """Write that somebody works here no more; their PIN is forgotten."""
    _set(connection, record, gone=1)
    _forget_pin(connection, _whose(record))


def write_pin(connection: Connection, record: Written) -> None:
    """Keep the hash of somebody's PIN, or forget it; an erased one is forgotten."""
    whose = _whose(record)
    _forget_pin(connection, whose)
    if "pin" in record.private:
        connection.execute(
            upserts.upsert(staff_tables.staff_pin), {"person": whose, "hash": record.private["pin"]}
        )


def write_nothing(_connection: Connection, _record: Written) -> None:
    """Leave the tables as they are: the record is for whoever asks what happened."""


def _set(connection: Connection, record: Written, **values: object) -> None:
    connection.execute(
        sa.update(staff_tables.staff).where(staff_tables.staff.c.id == _whose(record)).values(**values)
    )


def _forget_pin(connection: Connection, whose: bytes) -> None:
    connection.execute(sa.delete(staff_tables.staff_pin).where(staff_tables.staff_pin.c.person == whose))


def _whose(record: Written) -> bytes:
    return UUID(record.request["person"]).bytes


def _member(record: Written) -> bytes | None:
    member = record.request.get("member")
    return None if member is None else UUID(member).bytes


def staff_of(connection: Connection) -> tuple[Person, ...]:
    """List everybody who works or ever worked here, in the order they came."""
    return tuple(
        Person(
            UUID(bytes=row.id),
            row.name or "",
            Role(row.role),
            bool(row.has_pin),
            None if row.member is None else UUID(bytes=row.member),
            bool(row.gone),
        )
        for row in _ALL.all(connection)
    )


def pin_of(connection: Connection, whose: UUID) -> str | None:
    """Read the hash of somebody's PIN, or None."""
    found = _PIN.first(connection, whose=whose.bytes)
    return None if found is None else str(found.hash)


def tries_of(connection: Connection, whose: UUID) -> Tries:
    """Read somebody's wrong PINs."""
    found = _TRIES.first(connection, wanted=_key(whose))
    return Tries() if found is None else Tries(**json.loads(found.value))


def keep_tries(connection: Connection, whose: UUID, tries: Tries) -> None:
    """Keep somebody's wrong PINs, in place of what was kept."""
    value = json.dumps({"wrong": tries.wrong, "at_ms": tries.at_ms})
    _KEEP_TRIES.run(connection, key=_key(whose), value=value)


def forget_tries(connection: Connection, whose: UUID) -> None:
    """Forget somebody's wrong PINs: the right one came, or somebody opened it."""
    _FORGET_TRIES.run(connection, wanted=_key(whose))


def _key(whose: UUID) -> str:
    return f"pin_tries:{whose.hex}"
