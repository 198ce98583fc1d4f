"""A member's tier in the owner's hands: how it stands, how it came about, and set by hand with a reason."""

from __future__ import annotations

import json
from uuid import UUID

from loyalpos.engine.staff import Right
from loyalpos.engine.tier_standing import TierStanding, TierTold
from loyalpos.errors import MemberGone, ReasonMissing, SameIdOtherContent, TierUnknown
from loyalpos.services.shop import Shop
from loyalpos.services.tier_moves import move_by_hand
from loyalpos.services.tiers import tier_standing
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.tiers import standing_moves

__all__ = ["MemberTiers"]


class MemberTiers:
    """Tiers of members; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def standing(self, member: UUID) -> TierStanding | None:
        """Say how a member stands today; None where the shop has no tiers."""
        shop = self._shop
        with shop.file.read() as connection:
            return tier_standing(connection, shop, member, shop.time.business_day(shop.now()))

    def moves(self, member: UUID) -> tuple[TierTold, ...]:
        """List how a member came to the tier that is held, the latest first."""
        shop = self._shop
        with shop.file.read() as connection:
            return tuple(
                TierTold(
                    row.move.day,
                    row.move.reason,
                    self._name(row.move.before),
                    self._name(row.move.state.tier),
                    row.move.state.notice,
                    self._name(row.move.state.floor),
                    row.reason,
                )
                for row in reversed(standing_moves(connection, member))
            )

    def set_by_hand(self, action: UUID, member: UUID, tier: str, reason: str) -> None:
        """Set the tier below which a member does not fall; ``""`` leaves it to the bills again.

        Raises:
            NotAllowed: Whoever is at the till may not.
            MemberGone: There is no such member any more.
            ReasonMissing: Nothing says why: the owner of tomorrow wants to know.
            TierUnknown: The shop has no such tier any more.
            SameIdOtherContent: The id was used for another act, or another member.
        """
        self._shop.demand(Right.ADJUST)
        shop = self._shop
        with shop.file.work() as connection:
            if member_by_id(connection, member) is None:
                raise MemberGone
            before = find_record(connection, action)
            if before is not None:
                if before.kind != "tier_moved" or json.loads(before.body)["request"]["member"] != member.hex:
                    raise SameIdOtherContent(action)
                return
            if not reason.strip():
                raise ReasonMissing
            today = shop.time.business_day(shop.now())
            if tier and shop.program_on(today).tiers.tier(tier) is None:
                raise TierUnknown
            move_by_hand(connection, shop, member, tier, today, reason=reason.strip(), act=action)

    def _name(self, tier_id: str) -> str:
        """Name a tier as the last program that has it does."""
        for _, program in reversed(self._shop.started):
            tier = program.tiers.tier(tier_id)
            if tier is not None:
                return tier.name
        return ""
