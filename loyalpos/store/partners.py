"""Codes for partners as given, redeemed there, and taken back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.json_values import from_json
from loyalpos.engine.partners import GivenCode, PartnerCode
from loyalpos.store import program_tables
from loyalpos.store.connection import Connection
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.written import Written

__all__ = [
    "code_given",
    "codes_given",
    "codes_given_by",
    "write_codes",
    "write_codes_earned",
    "write_redeemed",
    "write_reopened",
]

_ADD = NewRow("partner_code")
_BY_CODE = Prepared("SELECT * FROM partner_code WHERE code = :wanted")


def write_codes(connection: Connection, record: Written) -> None:
    """Write the codes a bill gave."""
    for one in from_json(record.outcome["codes_given"], tuple[GivenCode, ...]):
        _ADD.add(
            connection,
            code=one.code.code,
            partner=one.code.partner,
            partner_name=one.partner_name,
            perk=one.perk,
            giver=one.giver,
            member=one.code.member.bytes,
            bill=record.id.bytes,
            issued=one.code.issued.isoformat(),
            settled_vnd=one.code.settled_vnd,
            redeemed=None,
            earned=1,
        )


def write_codes_earned(connection: Connection, record: Written, *, is_earned: bool) -> None:
    """Write that a return took codes back, or that it was undone and they are good again."""
    for code in record.outcome["codes_back"]:
        _set(connection, code, earned=int(is_earned))


def write_redeemed(connection: Connection, record: Written) -> None:
    """Write on which day a partner gave the perk of a code."""
    _set(connection, record.request["code"], redeemed=record.outcome["day"])


def write_reopened(connection: Connection, record: Written) -> None:
    """Write that a code was noted as redeemed by mistake."""
    _set(connection, record.request["code"], redeemed=None)


def _set(connection: Connection, code: str, **values: object) -> None:
    connection.execute(
        sa.update(program_tables.partner_code)
        .where(program_tables.partner_code.c.code == code)
        .values(**values)
    )


def code_given(connection: Connection, code: str) -> GivenCode | None:
    """Find a code."""
    row = _BY_CODE.first(connection, wanted=code)
    return None if row is None else _given(row)


def codes_given(connection: Connection) -> tuple[GivenCode, ...]:
    """List all codes, those given last first."""
    rows = connection.execute(
        sa.select(program_tables.partner_code).order_by(
            program_tables.partner_code.c.issued.desc(), program_tables.partner_code.c.code
        )
    )
    return tuple(_given(row) for row in rows)


def codes_given_by(connection: Connection, bill: UUID) -> tuple[GivenCode, ...]:
    """List the codes a bill brought."""
    rows = connection.execute(
        sa.select(program_tables.partner_code)
        .where(program_tables.partner_code.c.bill == bill.bytes)
        .order_by(program_tables.partner_code.c.code)
    )
    return tuple(_given(row) for row in rows)


def _given(row: Any) -> GivenCode:
    code = PartnerCode(
        VoucherCode(row.code),
        row.partner,
        UUID(bytes=row.member),
        date.fromisoformat(row.issued),
        row.settled_vnd,
        None if row.redeemed is None else date.fromisoformat(row.redeemed),
        bool(row.earned),
    )
    return GivenCode(code, row.giver, row.partner_name, row.perk)
