"""The key of the file: always there, because page checks need one."""

from __future__ import annotations

__all__ = ["PUBLISHED_KEY"]

PUBLISHED_KEY = b"LoyalPOS: published, no secret. "
"""The key of shops that do not protect their data. Anyone may read it here: it protects nothing."""
