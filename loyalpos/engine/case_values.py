"""Cases as values: a member's state and a series of dated steps, with what they are expected to come to.

Where a case has friends, ``who`` names whose step it is; left empty it is the member's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction

from msgspec import Struct, field

from loyalpos.engine.bills import BillLine, TenderPart
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
    "PayCase",
    "RedeemCase",
    "ReferCase",
    "ReturnCase",
    "SellCase",
    "SurveyCase",
]


class CaseLot(Struct, frozen=True):
    """Points the member brings, earned on a day and good up to ``last_day``; None is for ever."""

    points: int
    earned: date
    last_day: date | None = None


class CasePast(Struct, frozen=True):
    """What the member did on a day before the first step."""

    day: date
    spend_vnd: int = 0
    points: int = 0
    visits: int = 1


class CaseMember(Struct, frozen=True, kw_only=True):
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


class Expected(Struct, frozen=True, kw_only=True):
    """What a step is expected to come to; None is not asked, and maps ask only for what they name."""

    points: int | None = None
    lines: Mapping[str, int] | None = None
    spent_points: int | None = None
    gift_points: int | None = None
    expired_points: int | None = None
    due_vnd: int | None = None
    open_vnd: int | None = None
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


class CaseTaken(Struct, frozen=True):
    """A reward that is taken, by id; ``points`` for paying with points, ``card`` for a full stamp card."""

    reward: str
    points: int | None = None
    card: str = ""


class JoinCase(Struct, frozen=True):
    """The member joins."""

    at: datetime
    who: str = ""
    expect: Expected = Expected()


class BillCase(Struct, frozen=True):
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
    tender_parts: tuple[TenderPart, ...] = ()
    paid_vnd: int | None = None
    who: str = ""
    expect: Expected = Expected()


class RedeemCase(Struct, frozen=True):
    """Rewards taken without a bill."""

    at: datetime
    take: tuple[CaseTaken, ...]
    id: str = ""
    who: str = ""
    expect: Expected = Expected()


class ReturnCase(Struct, frozen=True):
    """Part of a bill comes back, or all that is left of it; with ``undo`` it never should have been."""

    at: datetime
    bill: str
    amount_vnd: int | None = None
    undo: bool = False
    who: str = ""
    expect: Expected = Expected()


class PayCase(Struct, frozen=True):
    """So much of what is open of a bill is paid, perhaps by a tender of its own."""

    at: datetime
    bill: str
    amount_vnd: int
    tender: str | None = None
    who: str = ""
    expect: Expected = Expected()


class SurveyCase(Struct, frozen=True):
    """A survey was answered; what it brings is given by hand, once."""

    at: datetime
    survey: str
    who: str = ""
    expect: Expected = Expected()


class LookCase(Struct, frozen=True):
    """Nothing is done; time has gone on."""

    at: datetime
    who: str = ""
    expect: Expected = Expected()


class SellCase(Struct, frozen=True):
    """A membership is sold or renewed; its end calls the sale by ``id``, or by the number of its step."""

    at: datetime
    membership: str
    id: str = ""
    who: str = ""
    expect: Expected = Expected()


class EndCase(Struct, frozen=True):
    """A membership that was sold is ended early."""

    at: datetime
    sale: str
    who: str = ""
    expect: Expected = Expected()


class ReferCase(Struct, frozen=True):
    """Somebody was brought by another of the case."""

    at: datetime
    by: str
    who: str = ""
    expect: Expected = Expected()


CaseStep = (
    JoinCase
    | BillCase
    | RedeemCase
    | ReturnCase
    | PayCase
    | SurveyCase
    | LookCase
    | SellCase
    | EndCase
    | ReferCase
)


class CaseFriend(Struct, frozen=True):
    """Somebody else of a case, by the name that steps use."""

    name: str
    member: CaseMember = CaseMember()


class Case(Struct, frozen=True):
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


class Cases(Struct, frozen=True):
    """A document of cases, and the clock of the shop they happen in."""

    cases: tuple[Case, ...]
    shop: ShopTime = field(default_factory=ShopTime)
