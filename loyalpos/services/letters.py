"""Letters to members: the owner's words, whom they may reach, and what stands in each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.members import Candidate, Member, Purpose
from loyalpos.engine.reward_kinds import KnownReward
from loyalpos.engine.slips import NextReward, next_reward, reward_in_reach
from loyalpos.engine.staff import Right
from loyalpos.errors import MemberGone
from loyalpos.services.counter import Counter
from loyalpos.services.shop import Shop
from loyalpos.store import groups, local
from loyalpos.store.consents import has_agreed

__all__ = ["LONGEST_LETTER", "Addressee", "Letters"]

LONGEST_LETTER: Final = 2_000
"""The most letters the words of a letter may have; more does not fit a page."""

_KEPT: Final = "letter words"
_MOST: Final = 1_000


class Addressee(Struct, frozen=True):
    """A member a letter goes to, and what may stand in it."""

    member: Member
    points: int
    points_name: str
    tier: str
    near: NextReward | None
    reached: KnownReward | None


class Letters:
    """Letters and lists for groups of members; only the words are kept, by this till."""

    def __init__(self, shop: Shop, counter: Counter) -> None:
        self._shop = shop
        self._counter = counter

    def words(self) -> str:
        """Give the words that were used last, or ``""``."""
        with self._shop.file.read() as connection:
            return local.remembered(connection, _KEPT) or ""

    def keep(self, words: str) -> None:
        """Keep the words for the next time."""
        with self._shop.file.work() as connection:
            local.remember(connection, _KEPT, words[:LONGEST_LETTER])

    def agreed(self, members: Collection[UUID]) -> frozenset[UUID]:
        """Tell which of some members have agreed to be written to."""
        with self._shop.file.read() as connection:
            return frozenset(one for one in members if has_agreed(connection, one, Purpose.MESSAGES))

    def addressees(self, members: Sequence[UUID], *, agreed_only: bool) -> tuple[Addressee, ...]:
        """Read what may stand in letters; those who are gone meanwhile are left out.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.EXPORT)
        wanted = self.agreed(members) if agreed_only else frozenset(members)
        found = (self._addressee(member) for member in members if member in wanted)
        return tuple(one for one in found if one is not None)

    def born_in(self, month: int) -> tuple[Candidate, ...]:
        """List members whose birthday is in a month, by its day."""
        with self._shop.file.read() as connection:
            return groups.born_in(connection, month, _MOST)

    def in_tier(self, tier: str) -> tuple[Candidate, ...]:
        """List members who stand in a tier, the last seen first."""
        with self._shop.file.read() as connection:
            return groups.in_tier(connection, tier, _MOST)

    def tiers(self) -> tuple[tuple[str, str], ...]:
        """Name the tiers of today's program: id and name."""
        shop = self._shop
        plan = shop.program_on(shop.time.business_day(shop.now())).tiers
        return tuple((tier.id, tier.name) for tier in plan.tiers)

    def _addressee(self, member: UUID) -> Addressee | None:
        try:
            desk = self._counter.desk(member)
        except MemberGone:
            return None
        assert desk.member is not None
        tier = None if desk.tier is None else desk.tier.tier
        return Addressee(
            desk.member.member,
            desk.spendable,
            desk.program.points_name,
            "" if tier is None else tier.name,
            next_reward(desk),
            reward_in_reach(desk),
        )
