"""All that a shop knows of one member, for the member."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from loyalpos.engine.consents import Corrected
from loyalpos.engine.members import Consent, MemberCode
from loyalpos.engine.requests import PersonalRequest
from loyalpos.engine.statements import Statement

__all__ = ["Accessed", "ConsentGiven", "MyData", "OwnBill"]


class ConsentGiven(Struct, frozen=True):
    """A consent that was given or withdrawn, when, who wrote it down, and what shows it."""

    consent: Consent
    given: bool
    at: datetime
    who: str = ""
    proof: str = ""


class OwnBill(Struct, frozen=True):
    """A bill as its customer may know it; ``points`` without what returns took back."""

    at: datetime
    number: str
    total_vnd: int
    returned_vnd: int
    points: int


class Accessed(Struct, frozen=True):
    """Somebody of the shop looked at a member, or wrote down what is known of them.

    ``how`` is ``page`` or an export's kind; ``who`` as records have it.
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
        accesses: The latest first, all of them, with the names of who it was.
        requests: What the member asked about the data, the open ones first.
        corrected: What was changed, the latest first; what stood there before for the days it is kept.
        restricted: Whether nothing is done with the data but what the account needs.
        under_age: Whether somebody else had to agree, and ``guardian`` who that was.
        held_since: Since when the data are kept on legal grounds, if they are.
    """

    statement: Statement
    cards: tuple[MemberCode, ...]
    consents: tuple[ConsentGiven, ...]
    tags: tuple[str, ...]
    source: str
    brought: bool
    bills: tuple[OwnBill, ...]
    accesses: tuple[Accessed, ...]
    requests: tuple[PersonalRequest, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    restricted: bool = False
    under_age: bool = False
    guardian: str = ""
    held_since: datetime | None = None
