"""Partners: codes for another shop's perk, redeemed there and settled at the end of the month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.side_programs import Partner

__all__ = [
    "CodeState",
    "CodeWhy",
    "GivenCode",
    "PartnerCode",
    "Settlement",
    "issue_code",
    "redeem_code",
    "settlements",
]


class CodeState(StrEnum):
    """Whether a code can still be redeemed at the partner's."""

    OPEN = "open"
    REDEEMED = "redeemed"
    GONE = "gone"


class PartnerCode(Struct, frozen=True):
    """A code of ours that a partner honours.

    Attributes:
        settled_vnd: What is owed to the partner for it: as agreed when it was given.
        redeemed: The day on which the partner gave the perk.
        is_earned: Whether the bill that brought it stands.
    """

    code: VoucherCode
    partner: str
    member: UUID
    issued: date
    settled_vnd: int
    redeemed: date | None = None
    is_earned: bool = True

    @property
    def state(self) -> CodeState:
        """Say what has become of it; what the partner has given is owed, whatever was returned."""
        if self.redeemed is not None:
            return CodeState.REDEEMED
        return CodeState.OPEN if self.is_earned else CodeState.GONE


class GivenCode(Struct, frozen=True):
    """A code with where it came from.

    Attributes:
        giver: The reward that gave it, by id.
        partner_name: What the partner was called when it was given.
        perk: What it was good for then.
    """

    code: PartnerCode
    giver: str
    partner_name: str
    perk: str


class CodeWhy(StrEnum):
    """Why a code cannot be noted as redeemed, or as open again."""

    UNKNOWN = "unknown"
    REDEEMED = "redeemed"
    GONE = "gone"
    NOT_REDEEMED = "not_redeemed"


class Settlement(Struct, frozen=True):
    """What happened with one partner in a month.

    Attributes:
        issued: Codes given in the month that were not taken back.
        redeemed: Codes redeemed in the month, whenever they were given.
        owed_vnd: What the shop owes for those.
        open: Codes that could still be redeemed at the month's end or now, whichever is earlier.
    """

    partner: Partner
    issued: int
    redeemed: int
    owed_vnd: int
    open: int


def issue_code(partner: Partner, code: VoucherCode, member: UUID, day: date) -> PartnerCode:
    """Give a member a code for a partner's perk."""
    return PartnerCode(code, partner.id, member, day, partner.settled_vnd)


def redeem_code(code: PartnerCode, day: date) -> PartnerCode:
    """Note that the partner has given the perk; a code that is not open stays as it is."""
    return replace(code, redeemed=day) if code.state is CodeState.OPEN else code


def settlements(
    partners: tuple[Partner, ...], codes: Iterable[PartnerCode], *, year: int, month: int
) -> tuple[Settlement, ...]:
    """Reckon a calendar month with every partner, in the program's order."""
    held = tuple(codes)
    return tuple(
        _settlement(partner, [code for code in held if code.partner == partner.id], (year, month))
        for partner in partners
    )


def _settlement(partner: Partner, codes: list[PartnerCode], month: tuple[int, int]) -> Settlement:
    redeemed = [code for code in codes if code.redeemed is not None and _month(code.redeemed) == month]
    issued = [code for code in codes if _month(code.issued) == month and code.state is not CodeState.GONE]
    still_open = [
        code
        for code in codes
        if _month(code.issued) <= month
        and code.state is not CodeState.GONE
        and (code.redeemed is None or _month(code.redeemed) > month)
    ]
    owed_vnd = sum(code.settled_vnd for code in redeemed)
    return Settlement(partner, len(issued), len(redeemed), owed_vnd, len(still_open))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
