"""Erasing a member: why, what is lost with it, and what may stand in its way."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

__all__ = ["ErasedMember", "ErasureReason", "HeldBack", "WouldLose"]


class ErasureReason(StrEnum):
    """Why a member is erased; a code, because the words of a person could name somebody."""

    ASKED = "asked"
    WITHDRAWN = "withdrawn"
    INACTIVE = "inactive"
    MISTAKE = "mistake"


class HeldBack(Struct, frozen=True):
    """A member's records are kept on legal grounds: since when, by whom, and why."""

    since: datetime
    who: str
    reason: str


class WouldLose(Struct, frozen=True):
    """What a member has that goes with an erasure.

    Attributes:
        name: Whose it is, as the counter calls them; None without a name.
        points: Points that are written off.
        debt: Points the member owes, which are forgiven.
        vouchers: Vouchers that can still be used.
        units: Stamps and tickets that were not used.
        cards: Living cards and codes.
        memberships: Paid memberships that have not ended.
        open_vnd: What of their bills is still to be paid; nobody could be asked for it any more.
        bills: Bills that stay, and say no more whose they were.
        last_visit: The business day of the last bill, or None.
        held: Why nothing may be erased, if so.
    """

    member: UUID
    name: str | None
    points: int
    debt: int
    vouchers: int
    units: int
    cards: int
    memberships: int
    open_vnd: int
    bills: int
    last_visit: date | None
    held: HeldBack | None = None


class ErasedMember(Struct, frozen=True):
    """A member who was erased: nothing of the person, but that it was done."""

    member: UUID
    at: datetime
    reason: str
    points: int
    who: str
