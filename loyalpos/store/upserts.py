"""Rows that are written over where they are there: SQLite's own kind of insert."""

from sqlalchemy.dialects.sqlite import insert as upsert

__all__ = ["upsert"]
