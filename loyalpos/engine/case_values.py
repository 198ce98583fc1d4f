"""Cases as values: a member's state and a series of dated steps, with what they are expected to come to.

Where a case has friends, ``who`` names whose step it is; left empty it is the member's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction

from loyalpos.engine.bills import BillLine
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.times import ShopTime

__all__ = [
    "BillCase",
    "Case",
    "CaseFriend",
    "CaseLot",
    "CaseMember",
    "CasePast",
    "CaseStep",
    "CaseTaken",
    "Cases",
    "EndCase",
    "Expected",
    "JoinCase",
    "LookCase",
    "RedeemCase",
    "ReferCase",
    "ReturnCase",
    "SellCase",
]


@dataclass(frozen=True, slots=True)
class CaseLot:
    """Points the member brings, earned on a day and good up to ``last_day``; None is for ever."""

    points: int
    earned: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class CasePast:
    """What the member did on a day before the first step."""

    day: date
    spend_vnd: int = 0
    points: int = 0
    visits: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMember:
    """The member before the first step; ``points`` are such as never expire.

    ``memberships`` are held through all steps, beside those that are sold in them.
    """

    joined: date | None = None
    birthday: Birthday | None = None
    tags: tuple[str, ...] = ()
    tier: str = ""
    tier_since: date | None = None
    points: int = 0
    lots: tuple[CaseLot, ...] = ()
    debt: int = 0
    remainder: Fraction = Fraction(0)
    past: tuple[CasePast, ...] = ()
    units: Mapping[str, int] = field(default_factory=dict)
    vouchers: Mapping[str, int] = field(default_factory=dict)
    memberships: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a step is expected to come to; None is not asked, and maps ask only for what they name."""

    points: int | None = None
    lines: Mapping[str, int] | None = None
    spent_points: int | None = None
    gift_points: int | None = None
    expired_points: int | None = None
    due_vnd: int | None = None
    balance: int | None = None
    spendable: int | None = None
    remainder: Fraction | None = None
    tier: str | None = None
    units: Mapping[str, int] | None = None
    vouchers: Mapping[str, int] | None = None
    memberships: Mapping[str, str] | None = None
    gifts: tuple[str, ...] | None = None
    refusals: tuple[str, ...] | None = None
    donated_vnd: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class CaseTaken:
    """A reward that is taken, by id; ``points`` for paying with points, ``card`` for a full stamp card."""

    reward: str
    points: int | None = None
    card: str = ""


@dataclass(frozen=True, slots=True)
class JoinCase:
    """The member joins."""

    at: datetime
    who: str = ""
    expect: Expected = Expected()


@dataclass(frozen=True, slots=True)
class BillCase:
    """A bill; returns call it by ``id``, or by the number of its step."""

    at: datetime
    total_vnd: int
    id: str = ""
    tender: str | None = None
    discount_vnd: int = 0
    tax_vnd: int = 0
    lines: tuple[BillLine, ...] = ()
    take: tuple[CaseTaken, ...] = ()
    vouchers: tuple[str, ...] = ()
    who: str = ""
    expect: Expected = Expected()


@dataclass(frozen=True, slots=True)
class RedeemCase:
    """Rewards taken without a bill."""

    at: datetime
    take: tuple[CaseTaken, ...]
    id: str = ""
    who: str = ""
    expect: Expected = Expected()


@dataclass(frozen=True, slots=True)
class ReturnCase:
    """Part of a bill comes back, or all that is left of it; with ``undo`` it never should have been."""

    at: datetime
    bill: str
    amount_vnd: int | None = None
    undo: bool = False
    who: str = ""
    expect: Expected = Expected()


@dataclass(frozen=True, slots=True)
class LookCase:
    """Nothing is done; time has gone on."""

    at: datetime
    who: str = ""
    expect: Expected = Expected()


@dataclass(frozen=True, slots=True)
class SellCase:
    """A membership is sold or renewed; its end calls the sale by ``id``, or by the number of its step."""

    at: datetime
    membership: str
    id: str = ""
    who: str = ""
    expect: Expected = Expected()


@dataclass(frozen=True, slots=True)
class EndCase:
    """A membership that was sold is ended early."""

    at: datetime
    sale: str
    who: str = ""
    expect: Expected = Expected()


@dataclass(frozen=True, slots=True)
class ReferCase:
    """Somebody was brought by another of the case."""

    at: datetime
    by: str
    who: str = ""
    expect: Expected = Expected()


CaseStep = JoinCase | BillCase | RedeemCase | ReturnCase | LookCase | SellCase | EndCase | ReferCase


@dataclass(frozen=True, slots=True)
class CaseFriend:
    """Somebody else of a case, by the name that steps use."""

    name: str
    member: CaseMember = CaseMember()


@dataclass(frozen=True, slots=True)
class Case:
    """A member's story, and their friends'; ``stock`` and ``spent_vnd`` say what the shop brings into it."""

    name: str
    steps: tuple[CaseStep, ...]
    member: CaseMember = CaseMember()
    friends: tuple[CaseFriend, ...] = ()
    stock: Mapping[str, int] = field(default_factory=dict)
    spent_vnd: Mapping[str, int] = field(default_factory=dict)

    def step_name(self, place: int) -> str:
        """Say what returns call a step by."""
        step = self.steps[place]
        own = step.id if isinstance(step, BillCase | RedeemCase | SellCase) else ""
        return own or str(place + 1)


@dataclass(frozen=True, slots=True)
class Cases:
    """A document of cases, and the clock of the shop they happen in."""

    cases: tuple[Case, ...]
    shop: ShopTime = field(default_factory=ShopTime)
