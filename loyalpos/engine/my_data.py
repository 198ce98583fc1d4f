"""All that a shop knows of one member, for the member."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.members import Consent, MemberCode
from loyalpos.engine.statements import Statement

__all__ = ["Accessed", "ConsentGiven", "MyData"]


class ConsentGiven(Struct, frozen=True):
    """A consent that was given or withdrawn, and when."""

    consent: Consent
    given: bool
    at: datetime


class Accessed(Struct, frozen=True):
    """Somebody of the shop looked at a member, or wrote down what is known of them.

    ``how`` is ``page``, ``my_data`` or ``export``; ``who`` as records have it.
    """

    at: datetime
    how: str
    who: str


class MyData(Struct, frozen=True):
    """What the shop knows of a member at an instant.

    Attributes:
        source: How the member came: ``list`` for an old customer list, a source the shop asks for, or "".
        brought: Whether another member sent them; who that was is that one's own.
        bills: The oldest first.
        accesses: The latest first.
    """

    statement: Statement
    cards: tuple[MemberCode, ...]
    consents: tuple[ConsentGiven, ...]
    tags: tuple[str, ...]
    source: str
    brought: bool
    bills: tuple[RecordedBill, ...]
    accesses: tuple[Accessed, ...]
