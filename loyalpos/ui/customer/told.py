"""What a customer is told: values without phone, note or habit, so that none of them can be shown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from loyalpos.engine.acts import BillRecorded, Desk
from loyalpos.engine.codes import CardCode
from loyalpos.engine.members import MemberView
from loyalpos.engine.names import given_name
from loyalpos.engine.rewards import Offer, OfferState
from loyalpos.engine.tiers import Reached
from loyalpos.ui.counter.facing import Seen

__all__ = [
    "BillTold",
    "CodeTold",
    "Collected",
    "GivenBack",
    "GuestTold",
    "IdleTold",
    "MemberTold",
    "NextTier",
    "StampsTold",
    "bill_told",
    "code_told",
    "collected",
    "member_told",
]

MOST_REWARDS: Final = 4
_MOST_CARDS: Final = 2
_SOON: Final = timedelta(days=60)
_IN_REACH: Final = (
    OfferState.TAKEN,
    OfferState.TAKEABLE,
    OfferState.NO_BILL_YET,
    OfferState.BILL_TOO_SMALL,
    OfferState.ITEM_MISSING,
)


class IdleTold(Struct, frozen=True):
    """What anybody may read while nobody is served.

    Attributes:
        words: The owner's own.
        lines: How points are collected, in a customer's sentences.
        code: What a camera understands, ``""`` for none, and ``reach`` the same for a reader.
    """

    shop: str
    words: str = ""
    lines: tuple[str, ...] = ()
    code: str = ""
    reach: str = ""


class BillTold(Struct, frozen=True):
    """What the open bill brings and, where rewards lower it, what is left to pay."""

    points: int
    due_vnd: int
    is_lowered: bool


class NextTier(Struct, frozen=True):
    """How far it is to a tier, measured in what its plan measures; ``amount`` 0 is reached by the bill."""

    name: str
    reached_by: Reached
    amount: int


class StampsTold(Struct, frozen=True):
    """A stamp card: its name, its stamps and how many it takes."""

    name: str
    stamps: int
    size: int
    full: int


class MemberTold(Struct, frozen=True):
    """Who stands there, as the one who stands there may see it.

    Attributes:
        name: The given name; ``""`` where none is known.
        ending: Until when which of the points are good, where that is soon.
        tier: The name of the tier held; ``""`` is none.
        offers: The rewards that can be had, now or with a bill of the right size.
        coming: The reward that the fewest points are missing for.
    """

    name: str
    balance: int
    points_name: str
    today: date
    ending: tuple[date, int] | None = None
    tier: str = ""
    next_tier: NextTier | None = None
    offers: tuple[Offer, ...] = ()
    coming: Offer | None = None
    cards: tuple[StampsTold, ...] = ()
    bill: BillTold | None = None
    has_bills: bool = True


class GuestTold(Struct, frozen=True):
    """A bill without a member; ``points`` are what it would bring one, None while no total is typed.

    ``line`` says how points are collected.
    """

    points: int | None
    points_name: str
    line: str = ""


class Collected(Struct, frozen=True):
    """A bill that is in the books, of a member or of nobody (``balance`` None)."""

    name: str
    points_name: str
    earned: int
    spent: int
    balance: int | None
    rewards: tuple[str, ...] = ()
    full_cards: tuple[tuple[str, str], ...] = ()
    tier: str = ""


class GivenBack(Struct, frozen=True):
    """Something was returned or taken back; ``balance`` is None where it is not to be told."""

    returned: bool
    points_name: str = ""
    balance: int | None = None


class CodeTold(Struct, frozen=True):
    """A member's card, to be photographed."""

    shop: str
    name: str
    code: CardCode


def member_told(seen: Seen, today: date, line: str = "") -> MemberTold | GuestTold:
    """Say what may be seen of an open bill.

    Args:
        today: The business day.
        line: How points are collected, for whoever collects none yet.
    """
    desk = seen.desk
    name, bill = desk.program.points_name, bill_told(seen)
    if desk.member is None:
        return GuestTold(None if bill is None else bill.points, name, line)
    view = desk.member
    ending = view.expiring
    if ending is not None and ending[0] - today > _SOON:
        ending = None
    return MemberTold(
        given_name(view.member.name or ""),
        view.account.balance,
        name,
        today,
        ending,
        "" if desk.tier is None or desk.tier.tier is None else desk.tier.tier.name,
        _next_tier(seen),
        _in_reach(seen.offers),
        _coming(seen.offers),
        _cards(desk),
        bill,
        bool(view.visits),
    )


def bill_told(seen: Seen) -> BillTold | None:
    """Say what the open bill brings; None while no total is typed, or where it cannot be recorded so."""
    quote = seen.quote
    if quote is None or (seen.bill is None and not quote.redemptions):
        return None
    is_lowered = bool(quote.redemptions or quote.vouchers or quote.membership)
    return BillTold(quote.earning.points, quote.due_vnd, is_lowered and bool(quote.total_vnd))


def collected(bill: BillRecorded, points_name: str) -> Collected:
    """Say what a recorded bill brought."""
    rewards = (*(one.name for one in bill.redemptions), *(one.name for one in bill.used))
    rose = bill.brought.tier if bill.brought.tier_rose else ""
    balance = None if bill.member is None else bill.balance
    name = given_name(bill.name or "")
    return Collected(name, points_name, bill.earned, bill.spent, balance, rewards, bill.full_cards, rose)


def code_told(shop: str, view: MemberView) -> CodeTold | None:
    """Say whose card is to be photographed; None for a member without one of ours."""
    member = view.member
    return None if member.card is None else CodeTold(shop, given_name(member.name or ""), member.card)


def _in_reach(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """List what can be had, what is in the bill first."""
    open_ = (offer for offer in offers if offer.state in _IN_REACH)
    return tuple(sorted(open_, key=lambda offer: offer.state is not OfferState.TAKEN))[:MOST_REWARDS]


def _coming(offers: tuple[Offer, ...]) -> Offer | None:
    missing = (one for one in offers if one.state is OfferState.POINTS_MISSING)
    return min(missing, key=lambda offer: offer.missing, default=None)


def _next_tier(seen: Seen) -> NextTier | None:
    standing, quote = seen.desk.tier, seen.quote
    if standing is None:
        return None
    if quote is not None and seen.bill is not None:
        standing = standing.after(
            spend_vnd=quote.due_vnd, points=quote.earning.points, visits=1 if quote.total_vnd else 0
        )
    reached_by = standing.plan.reached_by
    rises_to = standing.reached_with(standing.measured)
    if rises_to is not None:
        return NextTier(rises_to.name, reached_by, 0)
    if standing.missing is None:
        return None
    return NextTier(standing.missing.tier.name, reached_by, standing.missing.amount)


def _cards(desk: Desk) -> tuple[StampsTold, ...]:
    cards = (one for one in desk.cards if one.collects or one.full or one.on_card)
    told = (StampsTold(one.card.name, one.on_card, one.card.size, one.full) for one in cards)
    return tuple(told)[:_MOST_CARDS]
