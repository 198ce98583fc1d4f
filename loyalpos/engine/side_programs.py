"""What runs beside the points: stamp cards, paid memberships, draws, vouchers, causes, partners."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

__all__ = [
    "AtEnd",
    "Cause",
    "Draw",
    "MemberPrice",
    "Membership",
    "Partner",
    "Plan",
    "Prize",
    "StampCard",
    "VoucherKind",
]


class AtEnd(StrEnum):
    """What becomes of stamps and tickets when their program ends: honoured for a while, or gone."""

    HONOURED = "honoured"
    GONE = "gone"


class Plan(Struct, frozen=True):
    """A program beside others, from ``first`` on and before ``until``.

    What it has given is honoured for ``honoured_days`` after its end where ``at_end`` says so.
    """

    id: str
    name: str
    first: date | None = None
    until: date | None = None
    at_end: AtEnd = AtEnd.HONOURED
    honoured_days: int = 30


class StampCard(Struct, frozen=True):
    """So many stamps make one ``reward`` (a reward's id), free of points; more begin the next card."""

    id: str
    name: str
    size: int
    reward: str
    plan: str = ""


class MemberPrice(Struct, frozen=True):
    """What a member pays for one of an item, by the item's id."""

    item: str
    price_vnd: int


class Membership(Struct, frozen=True):
    """A membership that is paid for: once and for ever, or for ``months`` at a time.

    ``discount_bp`` comes off every bill, and items of ``prices`` cost no more than said there, on bills whose
    lines are known; ``package`` names what else it brings. Told of its end ``notice_days`` before; ended
    early, the unused days are refunded where ``refundable``. Where the fee ``fee_earns``, it brings the
    points a bill of as much would, within limits, caps and budgets, and a refund takes its part of them
    back; it is no visit, and brings no stamps, tickets or vouchers.
    """

    id: str
    name: str
    fee_vnd: int
    months: int | None = 12
    discount_bp: int = 0
    package: str = ""
    notice_days: int = 14
    refundable: bool = True
    plan: str = ""
    prices: tuple[MemberPrice, ...] = ()
    fee_earns: bool = False


class VoucherKind(Struct, frozen=True):
    """What a voucher is worth, and for how long: a fixed amount, or a share up to a cap.

    One that is given ``once`` is given by hand to each member once, as for an answered survey.
    """

    id: str
    name: str
    days: int
    value_vnd: int = 0
    rate_bp: int = 0
    cap_vnd: int | None = None
    minimum_vnd: int = 0
    plan: str = ""
    once: bool = False


class Prize(Struct, frozen=True):
    """A prize, and how many there are of it."""

    name: str
    count: int = 1


class Draw(Struct, frozen=True):
    """A lucky draw: tickets are given to the end of ``closes``; a member wins ``most_wins`` times at most."""

    id: str
    name: str
    closes: date
    prizes: tuple[Prize, ...]
    most_wins: int = 1
    plan: str = ""


class Cause(Struct, frozen=True):
    """A good cause that points are given to, each point being worth so much to it.

    ``share_bp`` of what is paid in money for each bill goes to it too, whoever bought.
    """

    id: str
    name: str
    point_vnd: int
    share_bp: int = 0


class Partner(Struct, frozen=True):
    """Another shop that honours our codes; each one redeemed there is settled at ``settled_vnd``."""

    id: str
    name: str
    perk: str
    settled_vnd: int = 0
