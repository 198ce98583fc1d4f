"""The key of the file: always there, because page checks need one."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

__all__ = ["PUBLISHED_KEY", "key_id", "source_of"]

PUBLISHED_KEY = b"LoyalPOS: published, no secret. "
"""The key of shops that do not protect their data. Anyone may read it here: it protects nothing."""


def key_id(key: bytes) -> str:
    """Name a key without telling it: keys are 32 random bytes, which no hash gives away."""
    return sha256(b"LoyalPOS key\0" + key).hexdigest()[:16]


def source_of(path: Path) -> Path:
    """Name what stands beside a shop's file about its key; shops without protection have none."""
    return path.with_name(f"{path.name}.key.json")
