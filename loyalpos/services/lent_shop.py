"""The shop as a process of its own has it that works for whoever is at the till."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from time import monotonic
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.times import to_ms
from loyalpos.services.outside import Outside
from loyalpos.services.shop import Shop
from loyalpos.store.file import ShopFile

__all__ = ["Lent", "LentShop"]

_VERSION_7 = 7 << 76
_VARIANT = 2 << 62


class Lent(Struct, frozen=True):
    """What a process needs to work for a till: the file, who is at work, and time and chance to go on from.

    Attributes:
        approved: What records say of whoever approved the work.
        now: The till's time when the process was asked for.
        seed: 32 random bytes, from which its own are made.
    """

    path: Path
    key: bytes
    who: str
    till: str
    approved: Mapping[str, object]
    now: datetime
    seed: bytes

    @classmethod
    def of(cls, shop: Shop) -> Lent:
        """Lend what a process needs to work for whoever is at this till now."""
        file, outside = shop.file, shop.outside
        now, seed = outside.now(), outside.random_bytes(32)
        return cls(file.path, file.key, shop.who, shop.till, shop.approved_by(), now, seed)


class LentShop(Shop):
    """A shop whose day another process has open: nobody signs in here, and no session begins.

    What it says of itself and its programs is to be read before it is asked for any of that.
    """

    def __init__(self, lent: Lent) -> None:
        drawn = _Drawn(lent)
        self.begin(
            ShopFile(lent.path, lent.key), Outside(drawn.now, drawn.new_id, drawn.random_bytes), lent.till
        )
        self._works_for = lent.who
        self._approved = dict(lent.approved)

    @property
    def who(self) -> str:
        """Whom the work is done for."""
        return self._works_for

    @who.setter
    def who(self, called: str) -> None:
        raise AssertionError(f"{called} cannot come to work in a process of ours")

    def approved_by(self) -> dict[str, object]:
        """Say who approved the work."""
        return self._approved

    def close(self) -> None:
        """Close the file; the day goes on elsewhere."""
        self.file.close()


class _Drawn:
    """Time that goes on from the till's, and ids and bytes that nobody can foresee who has not the seed."""

    def __init__(self, lent: Lent) -> None:
        self._began = lent.now
        self._began_s = monotonic()
        self._seed = lent.seed
        self._drawn = 0

    def now(self) -> datetime:
        """Tell the time."""
        return self._began + timedelta(seconds=monotonic() - self._began_s)

    def new_id(self) -> UUID:
        """Make a UUIDv7."""
        low = int.from_bytes(self.random_bytes(10)) >> 4
        return UUID(int=to_ms(self.now()) << 80 | _VERSION_7 | low & ~(0xF << 76) & ~(3 << 62) | _VARIANT)

    def random_bytes(self, count: int) -> bytes:
        """Give so many bytes."""
        made = b""
        while len(made) < count:
            self._drawn += 1
            made += sha256(self._seed + self._drawn.to_bytes(8)).digest()
        return made[:count]
