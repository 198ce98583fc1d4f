"""What a bill brings for others, written with it: donations and codes for partners.

Few bills bring any, so what writes them is imported for the first of them.
"""

from __future__ import annotations

from uuid import UUID

from loyalpos.store.connection import Connection
from loyalpos.store.written import Written

__all__ = ["write_beside", "write_beside_again", "write_beside_back"]


def write_beside(connection: Connection, record: Written) -> None:
    """Write what a bill gave to causes, and its codes for partners."""
    _write_donations(connection, record, record.id)
    if "codes_given" in record.outcome:
        from loyalpos.store.partners import write_codes  # noqa: PLC0415 - as said

        write_codes(connection, record)


def write_beside_back(connection: Connection, record: Written, bill: UUID) -> None:
    """Write what a return took back of it."""
    _write_donations(connection, record, bill)
    _write_earned(connection, record, is_earned=False)


def write_beside_again(connection: Connection, record: Written, bill: UUID) -> None:
    """Write what an undone return lets be again."""
    _write_donations(connection, record, bill)
    _write_earned(connection, record, is_earned=True)


def _write_donations(connection: Connection, record: Written, bill: UUID) -> None:
    if "donated" in record.outcome:
        from loyalpos.store.causes import write_donations  # noqa: PLC0415 - as said

        write_donations(connection, record, bill)


def _write_earned(connection: Connection, record: Written, *, is_earned: bool) -> None:
    if "codes_back" in record.outcome:
        from loyalpos.store.partners import write_codes_earned  # noqa: PLC0415 - as said

        write_codes_earned(connection, record, is_earned=is_earned)
