"""What the counter knows of a member."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.codes import CardCode
from loyalpos.engine.ledger import Account
from loyalpos.engine.phones import Phone

__all__ = [
    "NEVER_OF_THE_UNDER_AGE",
    "Candidate",
    "Consent",
    "Enrolment",
    "Member",
    "MemberCode",
    "MemberView",
    "Origin",
    "PointsEnding",
    "Purpose",
    "Source",
]

from enum import StrEnum


class Purpose(StrEnum):
    """What a member may agree to, each for itself and none beforehand."""

    PROGRAM = "program"
    MESSAGES = "messages"
    BIRTHDAY = "birthday"
    SHARING = "sharing"


NEVER_OF_THE_UNDER_AGE: Final = (Purpose.MESSAGES, Purpose.SHARING)
"""What nothing is done for with somebody under age, whatever was agreed to."""


class Consent(Struct, frozen=True):
    """That a person agreed: to what, in which words, and how it was said.

    ``wording`` names the text shown, ``wording_version`` and ``language`` which one exactly;
    ``channel`` is ``spoken``, ``paper``, ``screen``, ``sms`` or ``list``. ``notice_version`` is the privacy
    notice of that moment; 0 where there was none yet.
    """

    purpose: Purpose
    wording: str
    wording_version: int
    language: str
    channel: str
    notice_version: int = 0


class Source(StrEnum):
    """How a customer came to know of the shop."""

    PASSING = "passing"
    FRIEND = "friend"
    FACEBOOK = "facebook"
    ZALO = "zalo"
    TIKTOK = "tiktok"
    MAP = "map"
    LEAFLET = "leaflet"
    OTHER = "other"


class Origin(Struct, frozen=True):
    """Where a member came from, as far as anybody said: who referred them, how they heard of the shop."""

    referrer: UUID | None = None
    source: Source | None = None

    def said(self) -> dict[str, str]:
        """Write it down as a record keeps it, as far as anybody said."""
        said: dict[str, str] = {}
        if self.referrer is not None:
            said["referrer"] = self.referrer.hex
        if self.source is not None:
            said["source"] = self.source.value
        return said


class Enrolment(Struct, frozen=True):
    """What is written down when a member joins.

    Attributes:
        proof: What shows the consents, where there is more than the spoken word: the number of a paper.
        under_age: A parent or guardian agreed for them, whom ``guardian`` names.
    """

    phone: Phone | None
    name: str | None = None
    card: CardCode | None = None
    alias: str | None = None
    birthday: Birthday | None = None
    note: str = ""
    consents: tuple[Consent, ...] = ()
    origin: Origin = Origin()
    proof: str = ""
    under_age: bool = False
    guardian: str = ""


class Member(Struct, frozen=True):
    """A member's own particulars; those that were never given are None.

    ``restricted`` are particulars that serve the account alone, because the member asked so or, where they
    have ``left_program``, for that; ``under_age`` members get no messages.
    """

    id: UUID
    name: str | None
    phone: Phone | None
    birthday: Birthday | None
    note: str
    joined: date
    card: CardCode | None
    restricted: bool = False
    under_age: bool = False
    left_program: bool = False


class MemberView(Struct, frozen=True):
    """A member as the counter shows one: particulars, account and habits.

    ``spendable`` leaves out what is over; ``expiring`` is the next date on which points end and how
    many; ``favourite`` is the item bought most, where bills have lines.
    """

    member: Member
    account: Account
    spendable: int
    visits: int
    spend_vnd: int
    last_visit: datetime | None
    expiring: tuple[date, int] | None = None
    favourite: str | None = None


class Candidate(Struct, frozen=True):
    """A row of the live list under the one box."""

    id: UUID
    name: str | None
    phone: Phone | None
    balance: int
    last_visit: datetime | None


class PointsEnding(Struct, frozen=True):
    """A member of whose points some end soon: how many until a day, and the first last day among them.

    ``messages`` tells whether the member has agreed to be written to.
    """

    id: UUID
    name: str | None
    phone: Phone | None
    points: int
    first: date
    balance: int
    messages: bool


class MemberCode(Struct, frozen=True):
    """A living code of a member; ``label`` says whose card it is, empty the member's own.

    ``is_own`` tells a card of ours from another code that was linked.
    """

    code: str
    is_own: bool
    label: str = ""
