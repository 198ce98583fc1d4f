"""Vouchers as given, used, given back and taken back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from msgspec import Struct

from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.json_values import from_json
from loyalpos.engine.vouchers import Voucher, VoucherUse
from loyalpos.store import program_tables
from loyalpos.store.connection import Connection
from loyalpos.store.days import add_day_line, mark_undone
from loyalpos.store.prepared import NewRow, Prepared
from loyalpos.store.written import Written

__all__ = [
    "GivenVoucher",
    "VouchersBack",
    "has_had",
    "voucher_by_code",
    "vouchers_given_by",
    "vouchers_of",
    "vouchers_used_in",
    "write_personal",
    "write_personal_undone",
    "write_vouchers",
    "write_vouchers_again",
    "write_vouchers_back",
]

_ADD = NewRow("voucher")
_BY_CODE = Prepared("SELECT * FROM voucher WHERE code = :wanted")
_BY_BILL = Prepared("SELECT * FROM voucher WHERE bill = :which ORDER BY code")
_USED_IN = Prepared("SELECT * FROM voucher WHERE used_in = :which AND used_in IS NOT NULL ORDER BY code")
_OF_MEMBER = Prepared(
    """
    SELECT *
    FROM voucher
    WHERE member = :whose AND used_in IS NULL AND earned = 1
    ORDER BY last_day, code
    """
)

# By hand nobody else gives it.
_BY_HAND = Prepared(
    """
    SELECT code
    FROM voucher
    WHERE member = :whose AND kind = :which AND giver = '' AND earned = 1
    LIMIT 1
    """
)


class GivenVoucher(Struct, frozen=True):
    """A voucher with where it came from.

    Attributes:
        giver: The rule or the reward that gave it, by id.
        revision: The program whose terms it has.
    """

    voucher: Voucher
    giver: str
    revision: int


class VouchersBack(Struct, frozen=True):
    """What a return does to vouchers: those it takes back, and those it gives back until a new last day."""

    taken: tuple[VoucherCode, ...] = ()
    given: tuple[Voucher, ...] = ()


def write_vouchers(connection: Connection, record: Written, bill: UUID | None = None) -> None:
    """Write what a bill, or a record without one, gave, gave again and used.

    Args:
        bill: Whose vouchers they are, where that is another record's.
    """
    for one in from_json(record.outcome.get("vouchers_given", ()), tuple[GivenVoucher, ...]):
        _ADD.add(
            connection,
            code=one.voucher.code,
            kind=one.voucher.kind,
            giver=one.giver,
            revision=one.revision,
            member=one.voucher.member.bytes,
            bill=(bill or record.id).bytes,
            issued=one.voucher.issued.isoformat(),
            last_day=one.voucher.last_day.isoformat(),
            used_in=None,
            earned=1,
        )
    for code in record.outcome.get("vouchers_again", ()):
        _set(connection, code, earned=1, bill=record.id.bytes)
    for use in from_json(record.outcome.get("vouchers_used", ()), tuple[VoucherUse, ...]):
        _set(connection, use.code, used_in=record.id.bytes)


def write_vouchers_back(connection: Connection, record: Written) -> None:
    """Write what a return took back and gave back."""
    back = _back(record)
    for code in back.taken:
        _set(connection, code, earned=0)
    for one in back.given:
        _set(connection, one.code, used_in=None, last_day=one.last_day.isoformat())


def write_vouchers_again(connection: Connection, record: Written, bill: UUID) -> None:
    """Write what an undone return lets be again: what the bill gave, and what it used."""
    back = _back(record)
    for code in back.taken:
        _set(connection, code, earned=1)
    for one in back.given:
        _set(connection, one.code, used_in=bill.bytes)


def write_personal(connection: Connection, record: Written) -> None:
    """Write a voucher that was given by hand."""
    write_vouchers(connection, record)
    add_day_line(
        connection,
        record,
        day=record.outcome["today"],
        kind="voucher",
        member=record.member,
        rewards=record.outcome["name"],
    )


def write_personal_undone(connection: Connection, record: Written) -> None:
    """Take such a voucher back."""
    write_vouchers_back(connection, record)
    mark_undone(connection, UUID(record.request["undone"]))


def _back(record: Written) -> VouchersBack:
    return from_json(record.outcome.get("vouchers_back", {}), VouchersBack)


def _set(connection: Connection, code: VoucherCode, **values: object) -> None:
    connection.execute(
        sa.update(program_tables.voucher).where(program_tables.voucher.c.code == code).values(**values)
    )


def voucher_by_code(connection: Connection, code: str) -> GivenVoucher | None:
    """Find a voucher by its code."""
    row = _BY_CODE.first(connection, wanted=code)
    return None if row is None else _given(row)


def vouchers_of(connection: Connection, member: UUID) -> tuple[GivenVoucher, ...]:
    """List a member's open vouchers, also those whose last day is over, what ends first before."""
    return tuple(_given(row) for row in _OF_MEMBER.all(connection, whose=member.bytes))


def has_had(connection: Connection, member: UUID, kind: str) -> bool:
    """Tell whether a member was given a voucher of a kind by hand that was not taken back."""
    return _BY_HAND.first(connection, whose=member.bytes, which=kind) is not None


def vouchers_given_by(connection: Connection, bill: UUID) -> tuple[GivenVoucher, ...]:
    """List the vouchers a bill brought."""
    return tuple(_given(row) for row in _BY_BILL.all(connection, which=bill.bytes))


def vouchers_used_in(connection: Connection, bill: UUID) -> tuple[GivenVoucher, ...]:
    """List the vouchers that are used in a bill."""
    return tuple(_given(row) for row in _USED_IN.all(connection, which=bill.bytes))


def _given(row: Any) -> GivenVoucher:
    found = Voucher(
        row.code,
        row.kind,
        UUID(bytes=row.member),
        date.fromisoformat(row.issued),
        date.fromisoformat(row.last_day),
        None if row.used_in is None else UUID(bytes=row.used_in),
        bool(row.earned),
    )
    return GivenVoucher(found, row.giver, row.revision)
