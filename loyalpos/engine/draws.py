"""Lucky draws that anyone can verify: a sealed seed, a published list, and one way to draw from them.

Before the draw its *announcement* is printed: the rules and the SHA-256 of a seed of 32 random bytes that
nobody sees. When it has closed, the *list* is published: the rules again, then who has how many tickets.
Seed and list together decide who wins, so that neither can be chosen to suit the other. The *sheet* says
all of it, and :data:`loyalpos.engine.draw_script.SCRIPT` works the winners out again from the sheet alone.

The procedure, for whoever writes it anew:

1. The list is UTF-8 text, each line ended by one line feed: ``draw ID NAME``, ``closes YYYY-MM-DD``,
   ``most_wins N``, a line ``prize COUNT NAME`` for each prize in the owner's order, and a line
   ``ticket HOLDER COUNT`` for each holder, in the order of the holders' names. Its hash is the SHA-256 of
   those bytes.
2. Number n, from 0 on, is the first 8 bytes of SHA-256(seed, hash of the list, n in 8 bytes), big-endian.
3. Each prize is drawn ``COUNT`` times, in the order of the list. ``total`` is how many tickets are left; at
   none, this prize and all after it stay in the shop. Of the next number ``x`` that is below the greatest
   multiple of ``total`` in 2⁶⁴, ticket ``x mod total`` wins, counted from 0 through the tickets left, in the
   order of the list; numbers from that multiple on are passed over, because they would favour the first.
4. A ticket that has won is out. All tickets of a holder who has won ``most_wins`` times are out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from itertools import count
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.side_programs import Draw

__all__ = [
    "MAX_TICKETS",
    "SEED_BYTES",
    "Drawn",
    "Holding",
    "Sheet",
    "SheetFlaw",
    "Winner",
    "announcement",
    "commitment",
    "hold_draw",
    "holder",
    "holdings",
    "list_hash",
    "list_text",
    "sheet_text",
    "verify",
]

SEED_BYTES: Final = 32

MAX_TICKETS: Final = 2**63
"""More than any draw has; the numbers drawn reach twice as far."""

_NUMBERS: Final = 2**64
_HOLDER_DIGITS: Final = 16


class Holding(Struct, frozen=True):
    """How many tickets a holder has; the holder's name says nothing of the person."""

    holder: str
    tickets: int


class Winner(Struct, frozen=True):
    """Who wins which prize; ``prize`` is its place in the draw's prizes, from 0."""

    prize: int
    holder: str


class Drawn(Struct, frozen=True):
    """The outcome: winners in the order drawn, and by prize how many nobody could win."""

    winners: tuple[Winner, ...]
    unclaimed: tuple[int, ...]


class Sheet(Struct, frozen=True):
    """The record of a draw, with everything that is needed to draw it again.

    ``list_hash`` is in hexadecimal digits, as ``commitment`` is.
    """

    draw: Draw
    holdings: tuple[Holding, ...]
    commitment: str
    list_hash: str
    seed: bytes
    winners: tuple[Winner, ...]


class SheetFlaw(StrEnum):
    """What does not fit in the record of a draw."""

    OTHER_COMMITMENT = "other_commitment"
    OTHER_SEED = "other_seed"
    OTHER_LIST = "other_list"
    LIST_OUT_OF_ORDER = "list_out_of_order"
    OTHER_WINNERS = "other_winners"


def commitment(seed: bytes) -> str:
    """Give what is printed before a draw, and binds the shop to a seed that stays sealed.

    Raises:
        ValueError: The seed has another length than :data:`SEED_BYTES`.
    """
    if len(seed) != SEED_BYTES:
        raise ValueError(len(seed))
    return sha256(seed).hexdigest()


def holder(draw_id: str, member: UUID) -> str:
    """Name a member in the list of one draw, so that two lists cannot be laid side by side."""
    return sha256(draw_id.encode() + member.bytes).hexdigest()[:_HOLDER_DIGITS]


def holdings(draw_id: str, tickets: Mapping[UUID, int]) -> tuple[Holding, ...]:
    """Put the tickets of a draw into the order of its list; who has none, or is in debt, is left out."""
    held = (Holding(holder(draw_id, member), number) for member, number in tickets.items() if number > 0)
    return tuple(sorted(held, key=lambda holding: holding.holder))


def announcement(draw: Draw, committed: str) -> str:
    """Write what is printed before the draw: its rules, and the commitment to the seed."""
    return f"{_rules_text(draw)}commitment {committed}\n"


def list_text(draw: Draw, held: tuple[Holding, ...]) -> str:
    """Write the list that is published after closing and before the draw.

    Raises:
        ValueError: A name would break a line, or a holder is twice in the list, out of order or without
            a ticket; or there are more than :data:`MAX_TICKETS` tickets.
    """
    if not _in_order(held):
        raise ValueError(held)
    lines = "".join(f"ticket {holding.holder} {holding.tickets}\n" for holding in held)
    return _rules_text(draw) + lines


def list_hash(draw: Draw, held: tuple[Holding, ...]) -> str:
    """Give the SHA-256 of the list, which is published with it."""
    return sha256(list_text(draw, held).encode()).hexdigest()


def _rules_text(draw: Draw) -> str:
    lines = (
        f"draw {draw.id} {draw.name}",
        f"closes {draw.closes.isoformat()}",
        f"most_wins {draw.most_wins}",
        *(f"prize {prize.count} {prize.name}" for prize in draw.prizes),
    )
    for line in lines:
        # splitlines breaks at more than line feeds, and so would other readers.
        if len(line.splitlines()) != 1:
            raise ValueError(line)
    return "".join(f"{line}\n" for line in lines)


def _in_order(held: tuple[Holding, ...]) -> bool:
    names = [holding.holder for holding in held]
    return (
        names == sorted(set(names))
        and all(name.isascii() and name.isalnum() for name in names)
        and all(holding.tickets > 0 for holding in held)
        and sum(holding.tickets for holding in held) <= MAX_TICKETS
    )


def hold_draw(draw: Draw, held: tuple[Holding, ...], seed: bytes) -> Drawn:
    """Draw all prizes: the same list and the same seed always give the same winners.

    Raises:
        ValueError: As :func:`commitment` and :func:`list_text`.
    """
    commitment(seed)
    numbers = _numbers(seed, bytes.fromhex(list_hash(draw, held)))
    left = [holding.tickets for holding in held]
    wins = [0] * len(held)
    winners: list[Winner] = []
    unclaimed = [prize.count for prize in draw.prizes]
    for place, prize in enumerate(draw.prizes):
        for _ in range(prize.count):
            total = sum(left)
            if not total or draw.most_wins < 1:
                break
            won = _holder_of(left, _below(total, numbers))
            winners.append(Winner(place, held[won].holder))
            unclaimed[place] -= 1
            wins[won] += 1
            left[won] = 0 if wins[won] == draw.most_wins else left[won] - 1
    return Drawn(tuple(winners), tuple(unclaimed))


def _numbers(seed: bytes, listed: bytes) -> Iterator[int]:
    for number in count():
        yield int.from_bytes(sha256(seed + listed + number.to_bytes(8, "big")).digest()[:8], "big")


def _below(total: int, numbers: Iterator[int]) -> int:
    fair = _NUMBERS - _NUMBERS % total
    return next(number for number in numbers if number < fair) % total


def _holder_of(left: list[int], ticket: int) -> int:
    for place, tickets in enumerate(left):
        if ticket < tickets:
            return place
        ticket -= tickets
    raise AssertionError(ticket)


def sheet_text(sheet: Sheet) -> str:
    """Write the record of a draw as it is published: the list, then the seal, the seed and the winners.

    Raises:
        ValueError: As :func:`list_text`.
    """
    winners = "".join(f"winner {winner.prize + 1} {winner.holder}\n" for winner in sheet.winners)
    return (
        f"{list_text(sheet.draw, sheet.holdings)}"
        f"commitment {sheet.commitment}\nlist {sheet.list_hash}\nseed {sheet.seed.hex()}\n{winners}"
    )


def verify(sheet: Sheet, committed: str) -> tuple[SheetFlaw, ...]:
    """Find everything in the record of a draw that does not follow from what was printed before.

    Args:
        committed: The commitment as announced before the draw.

    Returns:
        Nothing where the sheet is sound; what cannot be judged after a flaw is not judged.
    """
    flaws: list[SheetFlaw] = []
    if sheet.commitment != committed:
        flaws.append(SheetFlaw.OTHER_COMMITMENT)
    if len(sheet.seed) != SEED_BYTES or commitment(sheet.seed) != sheet.commitment:
        return (*flaws, SheetFlaw.OTHER_SEED)
    if not _in_order(sheet.holdings):
        return (*flaws, SheetFlaw.LIST_OUT_OF_ORDER)
    if list_hash(sheet.draw, sheet.holdings) != sheet.list_hash:
        return (*flaws, SheetFlaw.OTHER_LIST)
    if hold_draw(sheet.draw, sheet.holdings, sheet.seed).winners != sheet.winners:
        flaws.append(SheetFlaw.OTHER_WINNERS)
    return tuple(flaws)
