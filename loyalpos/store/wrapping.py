"""A key wrapped by a passphrase or by the recovery code, which may then lie beside the file.

Argon2id makes 64 bytes of the secret and a salt that is used once: one half covers the key, the other
seals it. Whoever has the wrap pays as much for each try.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from hashlib import sha256
from typing import Annotated, Final
from unicodedata import normalize

from msgspec import Meta, Struct

__all__ = ["Wrap", "unwrap", "wrap"]

_PASSES: Final = 3
_MEMORY_KIB = 65_536
_LANES: Final = 4
_HALF: Final = 32


class Wrap(Struct, frozen=True):
    """A wrapped key with what its argon2id was told; bounds keep a planted file from eating the PC."""

    salt: Annotated[bytes, Meta(min_length=16, max_length=64)]
    covered: Annotated[bytes, Meta(min_length=_HALF, max_length=_HALF)]
    seal: Annotated[bytes, Meta(min_length=_HALF, max_length=_HALF)]
    passes: Annotated[int, Meta(ge=1, le=16)] = _PASSES
    memory_kib: Annotated[int, Meta(ge=64, le=1_048_576)] = 65_536
    lanes: Annotated[int, Meta(ge=1, le=16)] = _LANES


def wrap(key: bytes, secret: str, random_bytes: Callable[[int], bytes]) -> Wrap:
    """Wrap a key of 32 bytes by a secret; takes a fifth of a second and 64 MB on purpose."""
    bare = Wrap(random_bytes(16), bytes(_HALF), bytes(_HALF), memory_kib=_MEMORY_KIB)
    cover, sealing = _made_of(secret, bare)
    covered = _crossed(key, cover)
    return Wrap(bare.salt, covered, _seal(sealing, bare.salt, covered), memory_kib=_MEMORY_KIB)


def unwrap(wrapped: Wrap, secret: str) -> bytes | None:
    """Give the key, or None if the secret is another one."""
    cover, sealing = _made_of(secret, wrapped)
    if not hmac.compare_digest(_seal(sealing, wrapped.salt, wrapped.covered), wrapped.seal):
        return None
    return _crossed(wrapped.covered, cover)


def _made_of(secret: str, of: Wrap) -> tuple[bytes, bytes]:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - shops without a secret need none

    # The same letters may be composed or not, as another keyboard sends them.
    made = hash_secret_raw(
        normalize("NFC", secret).encode(), of.salt, of.passes, of.memory_kib, of.lanes, 2 * _HALF, Type.ID
    )
    return made[:_HALF], made[_HALF:]


def _crossed(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=True))


def _seal(sealing: bytes, salt: bytes, covered: bytes) -> bytes:
    return hmac.digest(sealing, salt + covered, sha256)
