"""The footing of a bill: what a member brings to it, as far as the program's rules ask.

It holds no particulars of the member, so that it can be frozen in the journal with the bill, and a return
asks the same questions years later. What depends on the bill itself stays a condition.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from msgspec import Struct, field

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.conditions import Always, Condition
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Per

__all__ = ["Footing", "Given", "Room", "Standing", "plain_footing"]


class Given(Struct, frozen=True):
    """What a rule, a reward or (by ``""``) the whole program has given a member in a span."""

    times: int = 0
    points: int = 0


class Standing(Struct, frozen=True, kw_only=True):
    """Everything the rules may ask of a member before a bill.

    Attributes:
        day: The business day of the bill.
        minute: Minutes of the shop's wall clock since midnight.
        joined: The business day on which the member joined.
        tier: The member's tier by id, or ``""``.
        tags: The segment tags the member wears.
        visits: Bills that stand, before this one.
        last_visit: The business day of the last of them.
        carry: The remainder in points.
        given: By rule or reward id and span, what the member has had in the span the day lies in.
        spent_vnd: By budget id, what its rules have cost this month, for all members.
        units: Stamps and tickets the member has, by the id of card or draw.
        closed_draws: Draws whose list is published, by id: also a bill entered late brings no ticket more.
    """

    day: date
    minute: int
    joined: date
    birthday: Birthday | None = None
    tier: str = ""
    tags: frozenset[str] = frozenset()
    visits: int = 0
    last_visit: date | None = None
    carry: Fraction = Fraction(0)
    given: Mapping[tuple[str, Per], Given] = field(default_factory=dict)
    spent_vnd: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    closed_draws: frozenset[str] = frozenset()


class Room(Struct, frozen=True):
    """What limits leave of a rule; None is no limit."""

    times: int | None = None
    points: int | None = None


class Footing(Struct, frozen=True):
    """What a member brings to a bill.

    Attributes:
        carry: The remainder in points.
        tier: The tier's id, whose raise counts; ``""`` for none.
        asks: By rule and reward id, what is left to ask of the bill; what cannot apply is absent.
        room: By rule and reward id, what its limits leave; absent where it has none.
        cap_points: What the program's caps of day, week, month, year and ever leave; None is no cap.
        budget_vnd: By budget id, what is left of it this month; absent where none is set.
        owner_said: By the id of a budget that asks at its end, whether the owner lets this bill go over it;
            absent while nobody was asked.
        bills_missing: By reward id, how many bills the member must have first; absent where enough.
    """

    carry: Fraction = Fraction(0)
    tier: str = ""
    asks: Mapping[str, Condition] = field(default_factory=dict)
    room: Mapping[str, Room] = field(default_factory=dict)
    cap_points: int | None = None
    budget_vnd: Mapping[str, int] = field(default_factory=dict)
    owner_said: Mapping[str, bool] = field(default_factory=dict)
    bills_missing: Mapping[str, int] = field(default_factory=dict)


def plain_footing(program: Program, carry: Fraction = Fraction(0)) -> Footing:
    """Give the footing on which every rule and reward is open and unlimited, as before they could ask."""
    return Footing(carry=carry, asks={one.id: Always() for one in (*program.rules, *program.rewards)})
