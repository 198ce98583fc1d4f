"""Referrals: who may refer whom, and what both sides get with the friend's first bill."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.gifts_due import GiftDue, Had, gift_id
from loyalpos.engine.occasions import Gives, Referral
from loyalpos.engine.plans import PlanState, state_of
from loyalpos.engine.program import Program

__all__ = [
    "Introduced",
    "Paid",
    "ReferralProblem",
    "referral_lost",
    "referral_problem",
    "referrals_due",
]

_FRIEND = "friend"
"""The mark of the friend's own side: everybody is somebody's friend once."""


class ReferralProblem(StrEnum):
    """Why a member cannot be the one who referred another."""

    ONESELF = "oneself"
    CIRCLE = "circle"


def referral_problem(
    friend: UUID, referrer: UUID, referrer_of: Callable[[UUID], UUID | None]
) -> ReferralProblem | None:
    """Tell why a member cannot have referred another: himself, or in a circle of any length.

    Args:
        referrer_of: Who referred a member, or None.
    """
    if friend == referrer:
        return ReferralProblem.ONESELF
    seen: set[UUID] = set()
    above: UUID | None = referrer
    while above is not None and above not in seen:
        seen.add(above)
        above = referrer_of(above)
        if above == friend:
            return ReferralProblem.CIRCLE
    return None


class Paid(Struct, frozen=True):
    """A bill of the friend that stands: its business day, and what it comes to."""

    bill: UUID
    day: date
    amount_vnd: int


class Introduced(Struct, frozen=True, kw_only=True):
    """A friend and who brought them.

    Attributes:
        friend_had: The gifts the friend has had.
        referrer_had: The gifts the referrer has had.
    """

    friend: UUID
    referrer: UUID
    friend_had: tuple[Had, ...] = ()
    referrer_had: tuple[Had, ...] = ()


def referrals_due(program: Program, introduced: Introduced, bill: Paid) -> tuple[GiftDue, ...]:
    """List what a friend's bill brings to both sides.

    It is the first bill that comes to the minimum: smaller ones before it do no harm, and nothing comes
    twice. Who has had as many as the program allows in the calendar month of the bill gets none for this
    friend, now or later; the friend's side settles it, even where it is nothing. A return takes back
    (:func:`referral_lost`) and makes room.
    """
    if introduced.friend == introduced.referrer:
        return ()
    due: list[GiftDue] = []
    theirs = str(introduced.friend)
    for referral in program.occasions:
        if not isinstance(referral, Referral) or bill.amount_vnd < referral.minimum_vnd:
            continue
        if state_of(program, referral.plan, bill.day) is not PlanState.RUNNING:
            continue
        friends = _marked(introduced.friend_had, referral, _FRIEND)
        referrers = _marked(introduced.referrer_had, referral, theirs)
        if not all(had.taken_back for had in (*friends, *referrers)):
            continue
        name = gift_id(introduced.friend, referral.id, _FRIEND, len(friends))
        due.append(
            GiftDue(name, referral.id, _FRIEND, introduced.friend, referral.friend, bill.day, bill.bill)
        )
        if referral.referrer != Gives() and not _full(referral, introduced.referrer_had, bill.day):
            name = gift_id(introduced.referrer, referral.id, theirs, len(referrers))
            due.append(
                GiftDue(
                    name, referral.id, theirs, introduced.referrer, referral.referrer, bill.day, bill.bill
                )
            )
    return tuple(due)


def referral_lost(introduced: Introduced, bill: UUID) -> tuple[tuple[UUID, Had], ...]:
    """List what is to be taken back, with whose it is, when a bill of the friend is wholly returned."""
    sides = ((introduced.friend, introduced.friend_had), (introduced.referrer, introduced.referrer_had))
    return tuple(
        (member, had)
        for member, all_had in sides
        for had in all_had
        if had.bill == bill and not had.taken_back
    )


def _marked(all_had: tuple[Had, ...], referral: Referral, mark: str) -> tuple[Had, ...]:
    return tuple(had for had in all_had if (had.occasion, had.mark) == (referral.id, mark))


def _full(referral: Referral, all_had: tuple[Had, ...], day: date) -> bool:
    if referral.most_a_month is None:
        return False
    this_month = sum(
        had.occasion == referral.id
        and had.mark != _FRIEND
        and not had.taken_back
        and (had.day.year, had.day.month) == (day.year, day.month)
        for had in all_had
    )
    return this_month >= referral.most_a_month
