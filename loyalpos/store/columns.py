"""What every table is made of: its columns, and whether its rows have numbers."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

from loyalpos.store.journal_tables import metadata

__all__ = ["id_column", "int_column", "table", "text_column"]


def table(
    name: str, *parts: Column[int] | Column[str] | Column[bytes] | CheckConstraint | Index, rowid: bool = True
) -> Table:
    """Make a table.

    Args:
        rowid: Whether rows lie in the order they came. Otherwise they lie in the order of their key, and
            a write touches one page of a tree less: every page of a bill is encrypted and on the disk
            before the till says that it is recorded.
    """
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def id_column(name: str, *, key: bool = False, optional: bool = False) -> Column[bytes]:
    """Make a column of ids, 16 bytes each."""
    return Column(name, LargeBinary, primary_key=key, nullable=optional)


def int_column(name: str, *, key: bool = False, optional: bool = False) -> Column[int]:
    """Make a column of whole numbers: points, đồng, milliseconds, yes and no."""
    return Column(name, Integer, primary_key=key, nullable=optional)


def text_column(name: str, *, key: bool = False, optional: bool = False) -> Column[str]:
    """Make a column of text: words, ISO dates, fractions."""
    return Column(name, Text, primary_key=key, nullable=optional)
