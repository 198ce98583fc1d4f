"""What the world gives a service: the time, new ids and randomness, as functions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from msgspec import Struct

__all__ = ["Outside"]


class Outside(Struct, frozen=True):
    """Sources of time, ids and randomness, made in ``app`` and passed in everywhere.

    Attributes:
        now: Gives the aware present instant.
        new_id: Gives a new, time-ordered id (UUIDv7).
        random_bytes: Gives so many unpredictable bytes.
    """

    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
    random_bytes: Callable[[int], bytes]
