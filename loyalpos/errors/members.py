"""What the rules say no to about members and their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalpos.errors.fates import Refusal

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

__all__ = [
    "BatchUnknown",
    "CannotMerge",
    "CannotPart",
    "CardKilled",
    "CardOfNoBatch",
    "CardSpoilt",
    "CardTaken",
    "CodeUnknown",
    "ConsentMissing",
    "MemberGone",
    "MemberHeld",
    "MemberWithoutCard",
    "PhoneTaken",
    "ReasonMissing",
    "ReferrerRefused",
    "SourceMissing",
    "TierUnknown",
]


class PhoneTaken(Refusal):
    """Another member has this phone number."""

    def __init__(self, member: UUID, name: str | None) -> None:
        super().__init__(member, name)
        self.member = member
        self.name = name


class CardTaken(Refusal):
    """The card is another member's."""

    def __init__(self, member: UUID, name: str | None) -> None:
        super().__init__(member, name)
        self.member = member
        self.name = name


class CardKilled(Refusal):
    """The card's code is dead: another card replaced it, or it was lost.

    ``day`` is when, ``who`` the person at the till, both as far as known; nothing tells whose card it was.
    """

    def __init__(self, day: date | None = None, who: str = "", *, replaced: bool = True) -> None:
        super().__init__(day, who, replaced)
        self.day = day
        self.who = who
        self.replaced = replaced


class CardSpoilt(Refusal):
    """The card was marked as spoilt, by the number of its batch and its own in it."""

    def __init__(self, batch: int, number: int, day: date | None = None) -> None:
        super().__init__(batch, number, day)
        self.batch = batch
        self.number = number
        self.day = day


class CardOfNoBatch(Refusal):
    """A code was named that no pre-printed card of ours bears."""


class CodeUnknown(Refusal):
    """No member has such a code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class CannotMerge(Refusal):
    """Two members cannot be made one; ``why`` is ``oneself``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class CannotPart(Refusal):
    """Two members who were merged cannot be parted again; ``why`` names what was done since.

    It is ``bill_changed``, ``points_used``, ``voucher_used``, ``code_used``, ``gift_taken_back``,
    ``membership_changed``, ``stamps_used``, ``debt_paid``, ``tier_moved``, ``merged_since``, ``gone`` or
    ``erased``.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class MemberWithoutCard(Refusal):
    """A member whose code was named has no card of ours."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BatchUnknown(Refusal):
    """There is no batch of blank cards of such a number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class ConsentMissing(Refusal):
    """A member cannot join without having agreed to the program."""


class SourceMissing(Refusal):
    """The shop wants to know how a new member heard of it, and nobody said so."""


class MemberGone(Refusal):
    """The member is no longer there: the enrolment was undone or the person erased."""


class MemberHeld(Refusal):
    """A member cannot be erased: the records are kept on legal grounds, for the reason that was noted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TierUnknown(Refusal):
    """A tier was to be set that the shop's program no longer has."""


class ReasonMissing(Refusal):
    """Something was to be done by hand, and nobody said why."""


class ReferrerRefused(Refusal):
    """A member cannot be named as who referred another.

    ``why`` is ``oneself``, ``circle`` (the one was referred by the other, perhaps through others), or
    ``too_late`` (the gifts were paid already, or a bill that would have brought them was recorded).
    """

    def __init__(self, why: str, name: str | None) -> None:
        super().__init__(why, name)
        self.why = why
        self.name = name
