"""Another PIN that was asked for without a proof, until it holds or somebody stops it; this till's alone."""

from __future__ import annotations

import json
from uuid import UUID

from loyalpos.engine.staff import AskedPin
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared

__all__ = ["asked_of", "asked_pins", "forget_asked", "keep_asked"]

_BEGINS = "pin_asked:"
_ONE = Prepared("SELECT value FROM setting WHERE key = :wanted")
# All keys that begin so: the colon's next letter is the semicolon.
_ALL = Prepared("SELECT key, value FROM setting WHERE key > 'pin_asked:' AND key < 'pin_asked;'")
_KEEP = Prepared(
    """
    INSERT INTO setting (key, value) VALUES (:key, :value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
    """
)
_FORGET = Prepared("DELETE FROM setting WHERE key = :wanted")


def asked_of(connection: Connection, whose: UUID) -> AskedPin | None:
    """Read what was asked for somebody, or None."""
    found = _ONE.first(connection, wanted=_key(whose))
    return None if found is None else AskedPin(**json.loads(found.value))


def asked_pins(connection: Connection) -> dict[UUID, AskedPin]:
    """Read all that was asked for, by whose it would be."""
    return {
        UUID(row.key.removeprefix(_BEGINS)): AskedPin(**json.loads(row.value)) for row in _ALL.all(connection)
    }


def keep_asked(connection: Connection, whose: UUID, asked: AskedPin) -> None:
    """Keep what was asked for, in place of what was asked for before."""
    value = json.dumps({"hashed": asked.hashed, "at_ms": asked.at_ms})
    _KEEP.run(connection, key=_key(whose), value=value)


def forget_asked(connection: Connection, whose: UUID) -> None:
    """Forget what was asked for: it holds, or somebody stopped it."""
    _FORGET.run(connection, wanted=_key(whose))


def _key(whose: UUID) -> str:
    return f"{_BEGINS}{whose.hex}"
