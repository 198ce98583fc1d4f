"""What a replay goes by and what it tells: a member's opening, dated steps, and the outcome of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Final
from uuid import UUID

from msgspec import Struct, field

from loyalpos.engine.bills import Bill, Redemption, Taken
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.earn_lines import EarnLine
from loyalpos.errors import Refusal

__all__ = [
    "FOR_EVER",
    "BillStep",
    "EndStep",
    "JoinStep",
    "LookStep",
    "Opening",
    "OpeningLot",
    "Outcome",
    "Past",
    "PayStep",
    "RedeemStep",
    "ReferStep",
    "ReturnStep",
    "SellStep",
    "Step",
    "SurveyStep",
]

FOR_EVER: Final = "for_ever"
"""The last day of a membership that has none."""


class OpeningLot(Struct, frozen=True):
    """Points a member brings into a replay; ``last_day`` None is for ever."""

    points: int
    earned: date
    last_day: date | None = None


class Past(Struct, frozen=True):
    """What a member did on a day before the replay, as far as tiers, milestones and conditions ask."""

    day: date
    spend_vnd: int = 0
    points: int = 0
    visits: int = 1


class Opening(Struct, frozen=True, kw_only=True):
    """Where a member stands before the first step.

    Attributes:
        joined: The business day of joining; None joins with the first step, or with a :class:`JoinStep`.
        tier: The tier by id, held since ``tier_since`` (the day of joining where None).
        past: What was done before, for tiers, milestones, first purchases and absences.
        units: Stamps and tickets by the id of card or draw.
        vouchers: How many unused vouchers of a kind, by its id; good from the first step on.
        memberships: By id, held on every day, beside those that are sold.
    """

    member: UUID
    joined: date | None = None
    birthday: Birthday | None = None
    tags: frozenset[str] = frozenset()
    tier: str = ""
    tier_since: date | None = None
    lots: tuple[OpeningLot, ...] = ()
    debt: int = 0
    carry: Fraction = Fraction(0)
    past: tuple[Past, ...] = ()
    units: Mapping[str, int] = field(default_factory=dict)
    vouchers: Mapping[str, int] = field(default_factory=dict)
    memberships: tuple[str, ...] = ()


class JoinStep(Struct, frozen=True):
    """The member joins, and is welcomed."""

    at: datetime


class BillStep(Struct, frozen=True):
    """A bill; ``name`` is what returns call it by, ``vouchers`` are kinds of which one each is used."""

    at: datetime
    bill: Bill
    name: str
    taken: tuple[Taken, ...] = ()
    vouchers: tuple[str, ...] = ()


class RedeemStep(Struct, frozen=True):
    """Rewards taken without buying anything."""

    at: datetime
    taken: tuple[Taken, ...]
    name: str


class ReturnStep(Struct, frozen=True):
    """Part of a bill comes back, or all that is left of it; undone, it never should have been."""

    at: datetime
    bill: str
    amount_vnd: int | None = None
    undo: bool = False


class PayStep(Struct, frozen=True):
    """So much of what is open of a bill is paid, perhaps by a tender of its own."""

    at: datetime
    bill: str
    amount_vnd: int
    tender: str | None = None


class SurveyStep(Struct, frozen=True):
    """A survey was answered; what it brings is given by hand, once."""

    at: datetime
    survey: str


class LookStep(Struct, frozen=True):
    """Nothing is done; time has gone on."""

    at: datetime


class SellStep(Struct, frozen=True):
    """A membership is sold, or renewed; ``name`` is what its end calls the sale by."""

    at: datetime
    membership: str
    name: str


class EndStep(Struct, frozen=True):
    """A membership that was sold is ended early."""

    at: datetime
    sale: str


class ReferStep(Struct, frozen=True):
    """Somebody says who brought them."""

    at: datetime
    by: str


Step = JoinStep | BillStep | RedeemStep | ReturnStep | PayStep | SurveyStep | LookStep | SellStep | EndStep


class Outcome(Struct, frozen=True, kw_only=True):
    """What a step did, and how the member stands after it.

    Attributes:
        points: Points the bill earned; below zero, what a return took back.
        spent_points: Points redeemed; below zero, what a return gave back.
        gift_points: Points of gifts and tiers since the step before, less those taken back.
        expired_points: Points that expired since the step before.
        forgiven_points: Of the points taken back those that cost nothing, because as many had expired.
        due_vnd: What is paid in money with the step; below zero, what is handed back.
        open_vnd: What is still to be paid of the bill.
        gifts: Occasions and tiers that gave something since the step before, by id, in order.
        refusals: Why the step was refused; nothing of it was done then.
        memberships: By id, the last day of each that is held, or :data:`FOR_EVER`.
        asks_owner: Budgets the bill went over that ask the owner first.
        donated_vnd: What causes are given, by id: points at their worth, and shares of the bill; below zero,
            what a return took back.
    """

    at: datetime
    day: date
    points: int = 0
    lines: tuple[EarnLine, ...] = ()
    redemptions: tuple[Redemption, ...] = ()
    spent_points: int = 0
    gift_points: int = 0
    expired_points: int = 0
    forgiven_points: int = 0
    due_vnd: int = 0
    open_vnd: int = 0
    gifts: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    asks_owner: tuple[str, ...] = ()
    donated_vnd: Mapping[str, int] = field(default_factory=dict)
    balance: int = 0
    spendable: int = 0
    remainder: Fraction = Fraction(0)
    tier: str = ""
    units: Mapping[str, int] = field(default_factory=dict)
    vouchers: Mapping[str, int] = field(default_factory=dict)
    memberships: Mapping[str, str] = field(default_factory=dict)
