"""Referrals: who brought whom, named at the enrolment or before the friend's first bill that counts."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.members import Member, Origin
from loyalpos.engine.referrals import referral_problem
from loyalpos.errors import MemberGone, ReferrerRefused
from loyalpos.services.referral_gifts import referrals_in
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.members import member_by_id
from loyalpos.store.origins import origin_of, referred_by, referrer_of
from loyalpos.store.visits import sums_of

__all__ = ["Introductions", "Referrals", "check_referrer"]


class Introductions(Struct, frozen=True):
    """Where a member came from, who brought them, and whom they have brought."""

    origin: Origin
    referrer: Member | None
    friends: tuple[Member, ...]
    may_change: bool


class Referrals:
    """Who brought whom; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def of(self, member: UUID) -> Introductions:
        """Read where a member came from and whom they have brought."""
        with self._shop.file.read() as connection:
            origin = origin_of(connection, member)
            referrer = None if origin.referrer is None else member_by_id(connection, origin.referrer)
            friends = (member_by_id(connection, one) for one in referred_by(connection, member))
            return Introductions(
                origin,
                referrer,
                tuple(one for one in friends if one is not None),
                not self._is_too_late(connection, member),
            )

    def say(self, member: UUID, origin: Origin) -> None:
        """Write where a member came from, in place of what was said before.

        Raises:
            ReferrerRefused: Another referrer is named than before, and cannot be.
            MemberGone: One of the two is no longer there.
        """
        with self._shop.file.work() as connection:
            if member_by_id(connection, member) is None:
                raise MemberGone
            before = origin_of(connection, member)
            if before == origin:
                return
            if before.referrer != origin.referrer:
                if self._is_too_late(connection, member):
                    raise ReferrerRefused("too_late", None)
                if origin.referrer is not None:
                    check_referrer(connection, member, origin.referrer)
            self._shop.write(connection, "origin_said", {"member": member.hex, "origin": origin.said()})

    def _is_too_late(self, connection: Connection, friend: UUID) -> bool:
        """Tell whether a bill of a member stands that would have paid a referral."""
        shop = self._shop
        program = shop.program_on(shop.time.business_day(shop.now()))
        least = min((referral.minimum_vnd for referral in referrals_in(program)), default=None)
        if least is None:
            return False
        return any(one.paid_vnd >= least for one in sums_of(connection, friend))


def check_referrer(connection: Connection, friend: UUID, referrer: UUID) -> None:
    """Refuse who cannot have referred a member.

    Raises:
        ReferrerRefused: It is the member, or somebody the member has brought.
        MemberGone: There is no such referrer any more.
    """
    known = member_by_id(connection, referrer)
    if known is None:
        raise MemberGone
    problem = referral_problem(friend, referrer, partial(referrer_of, connection))
    if problem is not None:
        raise ReferrerRefused(problem.value, known.name)
