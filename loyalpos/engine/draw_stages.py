"""A lucky draw on its way: announced, its list published, drawn; and what each step leaves behind.

Where the seed is kept: 32 random bytes are taken when a program with the draw is published, in the same
transaction, so before anybody can be given a ticket. They stand in the *private* part of that record of the
journal and nowhere else: no table has them, no page, no export. The record's body, which the chain of hashes
covers, has only the commitment. So the seed is in every backup, a replay does not need it, and it can be
neither exchanged nor lost while the file is there. It is read once, when the draw is held, and is public from
then on. Who can open the shop's file with tools of his own could look at it earlier: the seal binds the shop,
it does not blind it. What is fixed before the draw for everybody to see is the commitment and, after closing,
the hash of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.draws import Holding, Sheet, Winner, announcement
from loyalpos.engine.side_programs import Draw, Prize

__all__ = [
    "AnnouncedDraw",
    "Drawing",
    "NotReady",
    "Share",
    "Stage",
    "TicketLine",
    "WinnerLine",
    "same_rules",
    "sheet_of",
    "ticket_lines",
]


class Stage(StrEnum):
    """How far a draw has come on a day."""

    OPEN = "open"
    OVER = "over"
    CLOSED = "closed"
    DRAWN = "drawn"


class NotReady(StrEnum):
    """Why a draw cannot take its next step."""

    UNKNOWN = "unknown"
    STILL_OPEN = "still_open"
    NOT_CLOSED = "not_closed"
    SEED_GONE = "seed_gone"


class AnnouncedDraw(Struct, frozen=True):
    """A draw whose seed is sealed.

    Attributes:
        draw: Its rules as announced; those of the program may have changed since, these may not.
        commitment: The SHA-256 of the seed, in hexadecimal digits.
        tickets_before: Tickets that had been given when the seed was sealed; 0 wherever a program of today's
            version brought the draw.
        list_hash: The hash of the published list; ``""`` while the draw is open.
        seed: The opened seed in hexadecimal digits; ``""`` before the draw.
    """

    draw: Draw
    commitment: str
    announced_at: datetime
    tickets_before: int = 0
    closed_at: datetime | None = None
    list_hash: str = ""
    held_at: datetime | None = None
    seed: str = ""

    def stage(self, today: date) -> Stage:
        """Say how far it has come."""
        if self.held_at is not None:
            return Stage.DRAWN
        if self.closed_at is not None:
            return Stage.CLOSED
        return Stage.OVER if today > self.draw.closes else Stage.OPEN


class Share(Struct, frozen=True):
    """A member's tickets in the published list."""

    member: UUID
    holder: str
    tickets: int


class TicketLine(Struct, frozen=True):
    """A holder's tickets, numbered through the list from 1.

    Attributes:
        name: The member's name, or None where there is none any more.
        phone: The member's phone with all but its end hidden; ``""`` for none.
    """

    first: int
    last: int
    holder: str
    member: UUID
    name: str | None = None
    phone: str = ""


class WinnerLine(Struct, frozen=True):
    """Who has won what, in the order drawn.

    Attributes:
        place: The prize's place in the draw's prizes, from 0.
        prize: Its name.
        holder: As in the list.
    """

    place: int
    prize: str
    holder: str
    name: str | None = None
    phone: str = ""


class Drawing(Struct, frozen=True):
    """Everything about one draw that is shown or printed."""

    announced: AnnouncedDraw
    stage: Stage
    tickets: tuple[TicketLine, ...] = ()
    winners: tuple[WinnerLine, ...] = ()

    @property
    def ticket_count(self) -> int:
        """How many tickets there are."""
        return self.tickets[-1].last if self.tickets else 0

    @property
    def unclaimed(self) -> tuple[Prize, ...]:
        """What nobody could win; nothing before the draw."""
        if self.stage is not Stage.DRAWN:
            return ()
        left = [
            replace(prize, count=prize.count - sum(line.place == place for line in self.winners))
            for place, prize in enumerate(self.announced.draw.prizes)
        ]
        return tuple(prize for prize in left if prize.count > 0)


def same_rules(one: Draw, other: Draw) -> bool:
    """Tell whether two draws are announced in the same words; the plan they belong to is not among them."""
    return announcement(one, "") == announcement(other, "")


def ticket_lines(
    shares: Sequence[Share], people: Iterable[tuple[UUID, str | None, str]] = ()
) -> tuple[TicketLine, ...]:
    """Number the tickets of a list, in its order.

    Args:
        people: Members with name and hidden phone, those that are known.
    """
    known = {member: (name, phone) for member, name, phone in people}
    lines: list[TicketLine] = []
    first = 1
    for share in shares:
        name, phone = known.get(share.member, (None, ""))
        last = first + share.tickets - 1
        lines.append(TicketLine(first, last, share.holder, share.member, name, phone))
        first = last + 1
    return tuple(lines)


def sheet_of(announced: AnnouncedDraw, shares: Sequence[Share], winners: Sequence[Winner]) -> Sheet:
    """Put together the published record of a draw that was held."""
    assert announced.seed
    held = tuple(Holding(share.holder, share.tickets) for share in shares)
    return Sheet(
        replace(announced.draw, plan=""),
        held,
        announced.commitment,
        announced.list_hash,
        bytes.fromhex(announced.seed),
        tuple(winners),
    )
