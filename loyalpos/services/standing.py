"""What the rules may ask of a member before a bill, as far as the shop's file says it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.footing import Given, Standing
from loyalpos.engine.limits import limited_in, span_begins, span_ends
from loyalpos.engine.members import Member
from loyalpos.engine.memberships import Sold
from loyalpos.engine.open_services import OpenService, gives_services
from loyalpos.engine.program import Program
from loyalpos.engine.reward_kinds import UnknownReward
from loyalpos.engine.rules import Per
from loyalpos.engine.tags import tags_asked
from loyalpos.engine.times import ShopTime
from loyalpos.services.shop import Shop
from loyalpos.services.tiers import tier_on
from loyalpos.store.file import Connection
from loyalpos.store.given import cost_between, given_between, times_on, units_of
from loyalpos.store.memberships import sold_to
from loyalpos.store.services import open_services_of
from loyalpos.store.tags import tags_of

__all__ = ["given_today", "memberships_of", "services_due", "standing_at", "with_counts"]


def standing_at(
    person: Member | None,
    at: datetime,
    shop: ShopTime,
    *,
    visits: int = 0,
    last_visit: datetime | None = None,
    carry: Fraction = Fraction(0),
) -> Standing:
    """Say how a member, or somebody new where there is none, stands before a bill.

    Args:
        at: When the bill happens; one that is entered later stands on its own day.
        last_visit: The last bill before it.
    """
    day = shop.business_day(at)
    return Standing(
        day=day,
        minute=shop.minute(at),
        joined=day if person is None else person.joined,
        birthday=None if person is None else person.birthday,
        visits=visits,
        last_visit=None if last_visit is None else shop.business_day(last_visit),
        carry=carry,
    )


def with_counts(
    connection: Connection, shop: Shop, program: Program, person: Member, standing: Standing
) -> Standing:
    """Add tags, tier and units of the member, and what limits, caps and budgets count in spans of the day."""
    day = standing.day
    given: dict[tuple[str, Per], Given] = {}
    for one, spans in limited_in(program).items():
        for per in spans:
            first, last = span_begins(per, day), span_ends(per, day)
            given[one, per] = given_between(connection, person.id, one, first, last)
    first, last = span_begins(Per.MONTH, day), span_ends(Per.MONTH, day)
    return replace(
        standing,
        tags=frozenset(tags_of(connection, person.id)) if tags_asked(program) else frozenset(),
        given=given,
        spent_vnd={budget.id: cost_between(connection, budget.id, first, last) for budget in program.budgets},
        units=units_of(connection, person.id) if shop.ever(_keeps_units) else {},
        closed_draws=_closed_draws(connection, shop, program, day),
        tier=tier_on(connection, shop, person.id, day).tier if program.tiers.tiers else "",
    )


def _keeps_units(program: Program) -> bool:
    return bool(program.stamp_cards or program.draws)


def _closed_draws(connection: Connection, shop: Shop, program: Program, day: date) -> frozenset[str]:
    """Name the draws whose list is published; only an earlier day could still bring them tickets."""
    if not program.draws or day >= shop.time.business_day(shop.now()):
        return frozenset()
    from loyalpos.store.draws import closed_draws  # noqa: PLC0415 - few shops have draws

    return closed_draws(connection)


def given_today(connection: Connection, program: Program, day: date) -> Mapping[str, int]:
    """Say how often each reward that has a limit for the day was given on it, to all members."""
    return {
        one.id: times_on(connection, one.id, day)
        for one in program.rewards
        if not isinstance(one, UnknownReward) and one.day_limit is not None
    }


def memberships_of(connection: Connection, shop: Shop, member: UUID) -> tuple[Sold, ...]:
    """List all memberships a member was sold; asks nothing of a shop that never had any."""
    return sold_to(connection, member) if shop.ever(lambda program: bool(program.memberships)) else ()


def services_due(connection: Connection, shop: Shop, member: UUID) -> tuple[OpenService, ...]:
    """List the services a member waits for; asks nothing of a shop that never had any."""
    return open_services_of(connection, member) if shop.ever(gives_services) else ()
