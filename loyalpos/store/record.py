"""Records as values: their canonical bytes and the hashes that chain them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from struct import Struct as Packing
from types import NoneType
from uuid import UUID

from msgspec import Struct

__all__ = ["NO_HASH", "Action", "Record", "canonical", "content_hash", "link_hash", "private_hash"]

NO_HASH = bytes(32)
"""What stands before the first link of the first life."""

_PLAIN = frozenset((str, int, bool, NoneType))
_INT64 = Packing(">q")
_LENGTH = Packing(">Q")
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


class Action(Struct, frozen=True):
    """One change that is to be written.

    Attributes:
        id: Fixed before the first try, so that a retry is the same action.
        version: Version of the kind's form.
        at: Aware time of recording.
        body: ``{"request": {...}, "outcome": {...}}``; nothing personal.
        private: Personal fields, which may be erased later.
    """

    id: UUID
    kind: str
    version: int
    who: str
    till: str
    at: datetime
    body: Mapping[str, object]
    private: Mapping[str, object] | None = None


class Record(Struct, frozen=True):
    """One immutable change as the journal keeps it.

    Attributes:
        at: Aware, to the millisecond, with the offset it was recorded at.
        hlc: Hybrid logical clock: 48 bits of milliseconds, 16 of a counter.
        body: Canonical JSON, hashed as these bytes.
        private: Canonical JSON, or None where there was none or it was erased.
        salt: 16 random bytes, gone together with ``private``.
        private_hash: Empty where there never was a private part.
    """

    id: UUID
    kind: str
    version: int
    who: str
    till: str
    at: datetime
    hlc: int
    body: bytes
    private: bytes | None
    salt: bytes | None
    private_hash: bytes
    content_hash: bytes


def canonical(value: object) -> bytes:
    """Write a value as the one JSON text it has.

    Keys are sorted, nothing is spaced, letters are UTF-8.

    Raises:
        TypeError: Something in it is not int, str, bool, None, a list or a dict with text keys.
        ValueError: A text holds half a surrogate pair.
    """
    _refuse_foreign_types(value)
    return _ENCODER.encode(value).encode()


def _refuse_foreign_types(value: object) -> None:
    kind = type(value)
    if kind in _PLAIN:
        return
    if kind is dict:
        assert isinstance(value, dict)
        for key, inner in value.items():
            if type(key) is not str:
                raise TypeError(f"a key of {type(key).__name__} cannot stand in a record")
            if type(inner) not in _PLAIN:
                _refuse_foreign_types(inner)
    elif kind is list or kind is tuple:
        assert isinstance(value, list | tuple)
        for inner in value:
            if type(inner) not in _PLAIN:
                _refuse_foreign_types(inner)
    else:
        raise TypeError(f"{kind.__name__} cannot stand in a record")


def private_hash(salt: bytes, private: bytes) -> bytes:
    """Hash the private part, so that it can be erased and the record still be proved."""
    return sha256(salt + private).digest()


def content_hash(
    *,
    kind: bytes,
    version: int,
    who: bytes,
    till: bytes,
    at_ms: int,
    offset_min: int,
    hlc: int,
    body: bytes,
    private_hash: bytes,
) -> bytes:
    """Hash what a record says; texts come as their stored UTF-8 bytes.

    The clock value is hashed too: it decides which of two changes of a member stands.
    """
    numbers = (_INT64.pack(number) for number in (version, at_ms, offset_min, hlc))
    return _hash(b"loyalpos record 1", kind, who, till, *numbers, body, private_hash)


def link_hash(prev: bytes, origin: bytes, seq: int, record: bytes, content: bytes) -> bytes:
    """Hash a link of a chain over the one before it, its place and the record it holds."""
    return _hash(b"loyalpos link 1", prev, origin, _INT64.pack(seq), record, content)


def _hash(*parts: bytes) -> bytes:
    """Hash parts each after its length, so that no two lists of parts give the same bytes."""
    return sha256(b"".join([_LENGTH.pack(len(part)) + part for part in parts])).digest()
