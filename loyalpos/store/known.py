"""Whom a shop knows already, asked for every row of an old customer list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loyalpos.store.connecting import looking
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import Prepared
from loyalpos.store.surroundings import translated

__all__ = ["Known", "knowing"]

_PHONE = Prepared("SELECT 1 AS one FROM member WHERE phone = :wanted AND phone IS NOT NULL AND gone = 0")
_CARD = Prepared("SELECT 1 AS one FROM card WHERE code = :wanted AND state <> 'blank'")
_NAME = Prepared(
    """
    SELECT 1 AS one
    FROM finding
    WHERE phone_reversed = '' AND search_key = :wanted AND search_key <> ''
    LIMIT 1
    """
)


class Known:
    """What can be asked of the members there are, in one unchanging view."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def has_phone(self, phone: str) -> bool:
        """Tell whether a member has a phone."""
        return _PHONE.first(self._connection, wanted=phone) is not None

    def has_card(self, code: str) -> bool:
        """Tell whether a code is somebody's, or good for nothing any more."""
        return _CARD.first(self._connection, wanted=code) is not None

    def has_name(self, key: str) -> bool:
        """Tell whether a member without a phone has a name, given as its ``search_key``."""
        return _NAME.first(self._connection, wanted=key) is not None


@contextmanager
def knowing(path: Path, key: bytes) -> Iterator[Known]:
    """Ask a shop's file beside a till that writes it.

    Raises:
        Unavailable: The surroundings fail.
    """
    with translated(path), looking(path, key, "read") as connection:
        yield Known(connection)
