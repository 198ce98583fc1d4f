"""What the gifts of a window come to, as they were given and as another program would have given them.

A trial changes nothing of who had a gift and when: it asks what each of them brings under the draft. That is
exact while the draft asks for a gift what the program did that gave it. Where it asks for something else, or
for something new, nobody can say who would have had it, and it is named as not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.brought import GiftKind
from loyalpos.engine.occasions import Gives, Occasion, Referral, UnknownOccasion, WelcomeGift
from loyalpos.engine.program import Program
from loyalpos.engine.tiers import Tier

__all__ = ["GiftSums", "GiftsGiven", "GiftsTried", "gifts_tried"]

_NOTHING: Final = Gives()


class GiftsGiven(Struct, frozen=True):
    """Gifts of a window that are alike and were not taken back; for a tier's ``occasion`` is its id."""

    kind: GiftKind
    occasion: str
    gives: Gives
    count: int


class GiftSums(Struct, frozen=True):
    """What gifts come to: how many there are, and what is in them."""

    count: int = 0
    points: int = 0
    vouchers: int = 0
    units: int = 0

    def more(self, gives: Gives, count: int) -> GiftSums:
        """Add so many gifts; one of nothing is none."""
        if gives == _NOTHING:
            return self
        return GiftSums(
            self.count + count,
            self.points + count * gives.points,
            self.vouchers + count * bool(gives.voucher),
            self.units + count * (gives.stamps + gives.tickets),
        )


class GiftsTried(Struct, frozen=True):
    """The gifts of a window beside each other.

    Attributes:
        recorded: As they were given.
        draft: As the draft would have given them.
        uncounted: By name or id, the gifts of the draft of which nobody can say who would have had them.
    """

    recorded: GiftSums = GiftSums()
    draft: GiftSums = GiftSums()
    uncounted: tuple[str, ...] = ()


def gifts_tried(
    draft: Program, running: Program, given: Iterable[GiftsGiven], *, joined: int, welcome_points: int
) -> GiftsTried:
    """Set what was given beside what a draft would have given.

    Args:
        running: The program that gave them.
        joined: How many joined in the window and not with a list.
        welcome_points: What those had for joining.
    """
    before = {one.id: one for one in running.occasions}
    tiers = {one.id: one for one in running.tiers.tiers}
    same = {one.id: one for one in draft.occasions if _asks_the_same(one, before.get(one.id))}
    same_tiers = {
        one.id: one
        for one in draft.tiers.tiers
        if _plan_asks_the_same(draft, running) and one.threshold == tiers.get(one.id, one).threshold
    }
    recorded, tried = _welcomed(joined, welcome_points), _welcomed(joined, joined * draft.welcome_points)
    for one in given:
        recorded = recorded.more(one.gives, one.count)
        tried = tried.more(_under(one, same, same_tiers), one.count)
    welcomes = [one for one in draft.occasions if isinstance(one, WelcomeGift) and one.id not in before]
    for welcome in welcomes:
        tried = tried.more(welcome.gives, joined)
    exact = {*same, *(one.id for one in welcomes)}
    uncounted = [
        one.id if isinstance(one, UnknownOccasion) else one.name or one.id
        for one in draft.occasions
        if one.id not in exact
    ]
    uncounted += [one.name for one in draft.tiers.tiers if one.gift_points and one.id not in same_tiers]
    return GiftsTried(recorded, tried, tuple(uncounted))


def _under(one: GiftsGiven, same: dict[str, Occasion], tiers: dict[str, Tier]) -> Gives:
    """Give what a gift that was given brings under the draft."""
    if one.kind is GiftKind.TIER:
        tier = tiers.get(one.occasion)
        return _NOTHING if tier is None else Gives(points=tier.gift_points)
    if one.kind is GiftKind.MEMBERSHIP:
        # The fee earned as a bill does; what it would have earned hangs on the member's day of then.
        return one.gives
    occasion = same.get(one.occasion)
    match occasion:
        case None | UnknownOccasion():
            return _NOTHING
        case Referral():
            return one.gives
        case _:
            return occasion.gives


def _asks_the_same(one: Occasion, before: Occasion | None) -> bool:
    """Tell whether an occasion is due to the same people on the same days; what it gives may differ."""
    if before is None or type(one) is not type(before):
        return False
    if isinstance(one, UnknownOccasion | Referral) or isinstance(before, UnknownOccasion | Referral):
        return one == before
    return replace(one, gives=_NOTHING, name="", budget="") == replace(
        before, gives=_NOTHING, name="", budget=""
    )


def _plan_asks_the_same(draft: Program, running: Program) -> bool:
    ours, theirs = draft.tiers, running.tiers
    return (ours.reached_by, ours.over) == (theirs.reached_by, theirs.over)


def _welcomed(joined: int, points: int) -> GiftSums:
    return GiftSums(joined, points) if points else GiftSums()
