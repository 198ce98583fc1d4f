"""The ledger: signed entries, the lots they open and eat, and the debt they leave.

Decisions (``earn_entry``, ``spend_entry`` …) say what happens; ``post`` folds what was decided.
Balance = rests of open lots - debt = sum of the points of all entries, always.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.errors import NotEnoughPoints

__all__ = [
    "GIVEN_BACK_LIFE",
    "POINTS",
    "Account",
    "Eaten",
    "Entry",
    "EntryKind",
    "Lot",
    "earn_entry",
    "expire_entries",
    "give_back_entry",
    "in_eating_order",
    "post",
    "post_all",
    "spend_entry",
    "take_back_entry",
]

POINTS = "points"
"""The unit of the points account; stamps and tickets will have units of their own."""

GIVEN_BACK_LIFE = timedelta(days=7)
"""Points given back live at least this long, though their first lot be over."""

_FOR_EVER = datetime.max.replace(tzinfo=UTC)


class EntryKind(StrEnum):
    """The named kinds of ledger entries."""

    EARN = "earn"
    REDEEM = "redeem"
    REVERSE = "reverse"
    ADJUST = "adjust"
    EXPIRE = "expire"
    TRANSFER = "transfer"
    OPENING = "opening"
    WRITEOFF = "writeoff"


class Lot(Struct, frozen=True):
    """Points that came in together: how many are left, and until when."""

    id: UUID
    points: int
    rest: int
    earned_at: datetime
    expires_at: datetime | None

    def live(self, at: datetime) -> bool:
        """Tell whether its points may be spent at an instant."""
        return self.expires_at is None or at < self.expires_at


class Eaten(Struct, frozen=True):
    """Points taken out of one lot, with that lot's expiry for the case that they come back."""

    lot: UUID
    points: int
    expires_at: datetime | None


class Entry(Struct, frozen=True):
    """One immutable line of the ledger with its whole effect on lots and debt.

    ``points`` is signed. A positive entry pays ``debt_paid`` and opens ``opened``; a negative one
    eats ``eaten`` and leaves ``debt_made``. ``reference`` names the entry or lot it answers.
    """

    id: UUID
    kind: EntryKind
    points: int
    at: datetime
    opened: tuple[Lot, ...] = ()
    eaten: tuple[Eaten, ...] = ()
    debt_paid: int = 0
    debt_made: int = 0
    reference: UUID | None = None
    unit: str = POINTS


class Account(Struct, frozen=True):
    """What a member holds in one unit: open lots in eating order, debt, carried remainder."""

    lots: tuple[Lot, ...] = ()
    debt: int = 0
    carry: Fraction = Fraction(0)
    unit: str = POINTS

    @property
    def balance(self) -> int:
        """The sum of all entries; negative while there is debt."""
        return sum(lot.rest for lot in self.lots) - self.debt

    def spendable(self, at: datetime) -> int:
        """Count the points that may be spent at an instant; expired lots are left out."""
        return max(0, sum(lot.rest for lot in self.lots if lot.live(at)) - self.debt)


def _eating_order(lot: Lot) -> tuple[datetime, datetime, bytes]:
    """Nearest expiry first, then oldest; never-expiring last; the id settles ties."""
    return (lot.expires_at or _FOR_EVER, lot.earned_at, lot.id.bytes)


def in_eating_order(lots: Iterable[Lot]) -> tuple[Lot, ...]:
    """Sort lots as they are eaten: nearest expiry first, then oldest."""
    return tuple(sorted(lots, key=_eating_order))


def earn_entry(
    account: Account,
    *,
    entry_id: UUID,
    points: int,
    at: datetime,
    earned_at: datetime | None = None,
    expires_at: datetime | None,
    kind: EntryKind = EntryKind.EARN,
    reference: UUID | None = None,
) -> Entry:
    """Decide how points come in: debt is paid first, the rest opens one lot.

    Args:
        points: More than zero.
        at: When it is recorded.
        earned_at: When it happened, for a back-dated bill; orders the lot among its like.
        expires_at: First instant the lot can no longer be spent, or None for ever.
    """
    assert points > 0
    debt_paid = min(points, account.debt)
    rest = points - debt_paid
    lot = Lot(uuid5(entry_id, "lot"), points, rest, earned_at or at, expires_at)
    return Entry(
        entry_id, kind, points, at, opened=(lot,), debt_paid=debt_paid, reference=reference, unit=account.unit
    )


def spend_entry(
    account: Account,
    *,
    entry_id: UUID,
    points: int,
    at: datetime,
    alive_at: datetime,
    kind: EntryKind = EntryKind.REDEEM,
    reference: UUID | None = None,
) -> Entry:
    """Decide which live lots a redemption eats.

    Args:
        points: More than zero.
        at: When it is recorded.
        alive_at: The instant lots are judged by (see :func:`loyalpos.engine.expiry.expiry_clock`).

    Raises:
        NotEnoughPoints: More is wanted than the member may spend at that instant.
    """
    assert points > 0
    spendable = account.spendable(alive_at)
    if points > spendable:
        raise NotEnoughPoints(spendable, points)
    eaten, _ = _eat((lot for lot in account.lots if lot.live(alive_at)), points)
    return Entry(entry_id, kind, -points, at, eaten=eaten, reference=reference, unit=account.unit)


def take_back_entry(
    account: Account,
    *,
    entry_id: UUID,
    points: int,
    at: datetime,
    alive_at: datetime,
    own_lots: frozenset[UUID],
    reference: UUID,
    kind: EntryKind = EntryKind.REVERSE,
) -> Entry:
    """Decide where returned points come from: the bill's own lot, then the others, then debt."""
    assert points > 0
    own = [lot for lot in account.lots if lot.id in own_lots]
    others = [lot for lot in account.lots if lot.id not in own_lots and lot.live(alive_at)]
    eaten, short = _eat([*own, *others], points)
    return Entry(
        entry_id, kind, -points, at, eaten=eaten, debt_made=short, reference=reference, unit=account.unit
    )


def give_back_entry(
    account: Account,
    *,
    entry_id: UUID,
    eaten: Iterable[Eaten],
    at: datetime,
    least_until: datetime,
    reference: UUID,
) -> Entry:
    """Decide how spent points come back: debt first, then new lots.

    Args:
        least_until: A new lot lives until its old date, but not less than until this instant (see
            :data:`GIVEN_BACK_LIFE`).
    """
    by_lot: dict[UUID, Eaten] = {}
    for part in eaten:
        # Several redemptions of one bill may have eaten of the same lot.
        before = by_lot.get(part.lot)
        by_lot[part.lot] = part if before is None else replace(part, points=part.points + before.points)
    parts = [part for part in by_lot.values() if part.points > 0]
    points = sum(part.points for part in parts)
    assert points > 0
    debt_paid = min(points, account.debt)
    to_pay = debt_paid
    opened: list[Lot] = []
    for part in parts:
        paid = min(part.points, to_pay)
        to_pay -= paid
        expires_at = None if part.expires_at is None else max(part.expires_at, least_until)
        lot_id = uuid5(entry_id, f"lot:{part.lot}")
        opened.append(Lot(lot_id, part.points, part.points - paid, at, expires_at))
    return Entry(
        entry_id,
        EntryKind.REVERSE,
        points,
        at,
        opened=tuple(opened),
        debt_paid=debt_paid,
        reference=reference,
        unit=account.unit,
    )


def expire_entries(account: Account, *, at: datetime, alive_at: datetime) -> tuple[Entry, ...]:
    """Decide the expiry of every open lot that is over; the id depends on the lot alone."""
    return tuple(
        Entry(
            uuid5(lot.id, "expire"),
            EntryKind.EXPIRE,
            -lot.rest,
            at,
            eaten=(Eaten(lot.id, lot.rest, lot.expires_at),),
            reference=lot.id,
            unit=account.unit,
        )
        for lot in account.lots
        if lot.rest and not lot.live(alive_at)
    )


def _eat(lots: Iterable[Lot], points: int) -> tuple[tuple[Eaten, ...], int]:
    """Take points out of lots in the order given; also say how many were not there."""
    eaten: list[Eaten] = []
    for lot in lots:
        if not points:
            break
        taken = min(lot.rest, points)
        if taken:
            eaten.append(Eaten(lot.id, taken, lot.expires_at))
            points -= taken
    return tuple(eaten), points


def post(account: Account, entry: Entry) -> Account:
    """Fold one decided entry into an account.

    Asserts the laws of the ledger: no lot below zero, debt never below zero, and the balance moves
    by exactly the entry's points.
    """
    lots = {lot.id: lot for lot in account.lots}
    for part in entry.eaten:
        lot = lots[part.lot]
        assert 0 < part.points <= lot.rest, "a lot cannot give more than it holds"
        lots[part.lot] = replace(lot, rest=lot.rest - part.points)
    for lot in entry.opened:
        lots[lot.id] = lot
    debt = account.debt - entry.debt_paid + entry.debt_made
    assert debt >= 0, "debt cannot be overpaid"
    after = replace(
        account,
        lots=in_eating_order(lot for lot in lots.values() if lot.rest),
        debt=debt,
    )
    assert after.balance == account.balance + entry.points, "an entry moves the balance by its points"
    return after


def post_all(account: Account, entries: Iterable[Entry]) -> Account:
    """Fold entries in order."""
    for entry in entries:
        account = post(account, entry)
    return account
