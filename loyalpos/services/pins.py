"""What is kept of a PIN, and whether a typed one is it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["hashed_pin", "is_right"]


def hashed_pin(pin: str, random_bytes: Callable[[int], bytes]) -> str:
    """Give what is kept of a PIN; takes as long as checking one."""
    return _hasher().hash(pin, salt=random_bytes(16))


def is_right(kept: str, pin: str) -> bool:
    """Tell whether a PIN is the one of which something is kept."""
    from argon2.exceptions import VerifyMismatchError  # noqa: PLC0415 - no shop without PINs needs it

    try:
        return _hasher().verify(kept, pin)
    except VerifyMismatchError:
        return False


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415 - no shop without PINs needs it

    # 24 ms here, 60 on a slow PC; the library's usual 64 MiB would take seven times that at each change
    # of the person at the till. What keeps a million PINs from being tried is the delay, and the file's key.
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
