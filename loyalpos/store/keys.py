"""The key of the file: always there, because page checks need one."""

from __future__ import annotations

__all__ = ["PUBLISHED_KEY"]

PUBLISHED_KEY = bytes.fromhex("4c6f79616c504f53206b65792c207075626c69736865642c206e6f2073656372")
"""The key of shops that do not protect their data. Anyone may read it here: it protects nothing."""
