"""Vouchers: given for a later visit, scanned at the counter, used once.

Several in one bill come off before any reward: fixed amounts first, then shares of the total; of each, what
ends first, and then by code. So a voucher is never worth less because a reward was chosen before it, and
what is left is never below nothing: who finds nothing left to pay is refused and keeps the voucher.

What stands says what a voucher is. Used in a bill that stands it is used, whatever became of the bill that
brought it. Otherwise it is open while what brought it stands, and gone when that was taken back. So returns
and undoing, of either bill and in any order, need no rules of their own.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.plans import gone_from
from loyalpos.engine.side_programs import Plan, VoucherKind
from loyalpos.errors import VoucherNotTakeable

__all__ = [
    "GIVEN_BACK_DAYS",
    "Presented",
    "Voucher",
    "VoucherState",
    "VoucherUse",
    "VoucherWhy",
    "give_back",
    "issue",
    "last_day_under",
    "price_vouchers",
    "restore",
    "take_back",
    "use",
    "why_not_usable",
]

GIVEN_BACK_DAYS: Final = 7
"""How long a voucher that comes back from a returned bill is good at least, as points are."""


class VoucherState(StrEnum):
    """Whether a voucher can still be used."""

    OPEN = "open"
    USED = "used"
    GONE = "gone"


class VoucherWhy(StrEnum):
    """Why a voucher cannot be used in a bill."""

    UNKNOWN = "unknown"
    USED = "used"
    GONE = "gone"
    OTHER_MEMBER = "other_member"
    OVER = "over"
    TWICE = "twice"
    BILL_TOO_SMALL = "bill_too_small"
    NOTHING_LEFT_TO_PAY = "nothing_left_to_pay"
    PARTNERS = "partners"


class Voucher(Struct, frozen=True):
    """A voucher of a kind, given to a member.

    Attributes:
        kind: The id of its kind, in the revision of the program that gave it.
        last_day: The last business day on which it can be used.
        used_in: The bill it was used in, while that stands.
        is_earned: Whether what brought it stands.
    """

    code: VoucherCode
    kind: str
    member: UUID
    issued: date
    last_day: date
    used_in: UUID | None = None
    is_earned: bool = True

    @property
    def state(self) -> VoucherState:
        """Say whether it can still be used."""
        if self.used_in is not None:
            return VoucherState.USED
        return VoucherState.OPEN if self.is_earned else VoucherState.GONE


class Presented(Struct, frozen=True):
    """A voucher shown at the counter, with the terms it was given under."""

    voucher: Voucher
    kind: VoucherKind


class VoucherUse(Struct, frozen=True):
    """What a voucher takes off a bill; ``rate_bp`` is the share that is, in basis points, 0 for none."""

    code: VoucherCode
    kind: str
    name: str
    value_vnd: int
    rate_bp: int = 0


def issue(kind: VoucherKind, code: VoucherCode, member: UUID, day: date) -> Voucher:
    """Give a voucher; it is good for the kind's days after the day it is given."""
    return Voucher(code, kind.id, member, day, day + timedelta(days=kind.days))


def last_day_under(voucher: Voucher, plan: Plan | None) -> date:
    """Say on which day a voucher ends, where the program it came from may end earlier.

    Args:
        plan: The program beside others it came from; None is the shop's own, which has no end.
    """
    gone = None if plan is None else gone_from(plan)
    return voucher.last_day if gone is None else min(voucher.last_day, gone - timedelta(days=1))


def why_not_usable(
    voucher: Voucher, *, member: UUID | None, day: date, plan: Plan | None
) -> VoucherWhy | None:
    """Say why a voucher cannot be used by a member on a day, whatever the bill; None where it can."""
    match voucher.state:
        case VoucherState.USED:
            return VoucherWhy.USED
        case VoucherState.GONE:
            return VoucherWhy.GONE
        case VoucherState.OPEN if voucher.member != member:
            return VoucherWhy.OTHER_MEMBER
        case VoucherState.OPEN:
            return VoucherWhy.OVER if day > last_day_under(voucher, plan) else None


def price_vouchers(
    presented: tuple[Presented, ...], total_vnd: int, off_vnd: int = 0
) -> tuple[tuple[VoucherUse, ...], tuple[VoucherNotTakeable, ...]]:
    """Take vouchers off a bill, in the order this module documents.

    Args:
        presented: Vouchers that :func:`why_not_usable` finds nothing against.
        total_vnd: What their minimum and their share go by: the bill after the shop's own discounts.
        off_vnd: What comes off before them.

    Returns:
        What each takes off, together at most the total, and why others cannot be used.
    """
    uses: list[VoucherUse] = []
    refused: list[VoucherNotTakeable] = []
    due_vnd = total_vnd - off_vnd
    seen: set[VoucherCode] = set()
    for one in sorted(presented, key=_turn):
        voucher, kind = one.voucher, one.kind
        value_vnd = min(_off_vnd(kind, total_vnd), due_vnd)
        if voucher.code in seen:
            refused.append(VoucherNotTakeable(kind.name, VoucherWhy.TWICE))
        elif total_vnd < kind.minimum_vnd:
            missing_vnd = kind.minimum_vnd - total_vnd
            refused.append(VoucherNotTakeable(kind.name, VoucherWhy.BILL_TOO_SMALL, missing_vnd))
        elif value_vnd <= 0:
            refused.append(VoucherNotTakeable(kind.name, VoucherWhy.NOTHING_LEFT_TO_PAY))
        else:
            uses.append(VoucherUse(voucher.code, kind.id, kind.name, value_vnd, kind.rate_bp))
            due_vnd -= value_vnd
        seen.add(voucher.code)
    return tuple(uses), tuple(refused)


def _turn(one: Presented) -> tuple[bool, date, str]:
    return (bool(one.kind.rate_bp), one.voucher.last_day, one.voucher.code)


def _off_vnd(kind: VoucherKind, total_vnd: int) -> int:
    if not kind.rate_bp:
        return kind.value_vnd
    off_vnd = total_vnd * kind.rate_bp // 10_000
    return off_vnd if kind.cap_vnd is None else min(off_vnd, kind.cap_vnd)


def use(voucher: Voucher, bill: UUID) -> Voucher:
    """Use a voucher in a bill, whose day was found to be in time; also again, when a return is undone."""
    assert voucher.used_in is None
    return replace(voucher, used_in=bill)


def give_back(voucher: Voucher, day: date) -> Voucher:
    """Give a voucher back because the bill it was used in was returned as a whole, or undone.

    Of a bill that is returned in part it stays used: what it takes off lies on what was kept. It is good
    until the later of its old last day and :data:`GIVEN_BACK_DAYS` from ``day``.
    """
    last_day = max(voucher.last_day, day + timedelta(days=GIVEN_BACK_DAYS))
    return replace(voucher, used_in=None, last_day=last_day)


def take_back(voucher: Voucher) -> Voucher:
    """Take a voucher back because what brought it was: the bill, or so much that it earns none any more.

    One that was used stays so, and its bill as it is; given back from there, it is gone.
    """
    return replace(voucher, is_earned=False)


def restore(voucher: Voucher) -> Voucher:
    """Let a voucher that was taken back be good again, because the return was undone."""
    return replace(voucher, is_earned=True)
