"""Who works in the shop, what each of them may do, and how often a PIN may be tried."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import Final
from uuid import UUID

from msgspec import Struct

__all__ = [
    "ASKED_WAIT_MS",
    "LOCKED_AFTER",
    "PIN_DIGITS",
    "Approval",
    "AskedPin",
    "OwnBills",
    "Person",
    "Right",
    "Role",
    "StaffRules",
    "Tries",
    "is_easy",
    "is_pin",
    "rights_of",
]

PIN_DIGITS: Final = 6
LOCKED_AFTER: Final = 10
"""So many wrong PINs in a row, and somebody above has to open it again."""
_LONGEST_DELAY_MS: Final = 60_000
_OWNER_LOCKED_MS: Final = 86_400_000
"""Nobody stands above an owner: a day is a lock that nobody tries a million PINs through."""


ASKED_WAIT_MS: Final = 3 * 86_400_000
"""How long a PIN that was asked for without a proof can be stopped before it holds."""


class Role(StrEnum):
    """What somebody is in the shop; each may do what the next one may."""

    OWNER = "owner"
    MANAGER = "manager"
    CASHIER = "cashier"


class Right(StrEnum):
    """What not everybody may do."""

    PROGRAM = "program"
    STAFF = "staff"
    SETTINGS = "settings"
    ADJUST = "adjust"
    REDEEM_ABOVE = "redeem_above"
    OLD_RETURN = "old_return"
    EXPORT = "export"
    MERGE = "merge"
    IMPORT = "import"
    ERASE = "erase"
    RESTORE = "restore"
    PROTECT = "protect"
    CARDS = "cards"
    AUDIT = "audit"


_CASHIER: Final[frozenset[Right]] = frozenset()
_MANAGER: Final = _CASHIER | {
    Right.ADJUST,
    Right.REDEEM_ABOVE,
    Right.OLD_RETURN,
    Right.EXPORT,
    Right.MERGE,
    Right.IMPORT,
    Right.RESTORE,
    Right.CARDS,
}
_RIGHTS: Final = {Role.CASHIER: _CASHIER, Role.MANAGER: _MANAGER, Role.OWNER: frozenset(Right)}


class OwnBills(StrEnum):
    """What happens where the person at the till earns on their own account."""

    REFUSE = "refuse"
    FLAG = "flag"


class StaffRules(Struct, frozen=True):
    """What the owner wants of the people at the till.

    Attributes:
        lock_minutes: After so long without a key the till asks who is there; 0 is never.
        redeem_above: More points than this at once need somebody who may; None is any number.
        old_return_days: A bill older than this is taken back by somebody who may; None is any age.
        own_bills: Whether somebody may earn on their own account by themselves.
    """

    lock_minutes: int = 5
    redeem_above: int | None = None
    old_return_days: int | None = None
    own_bills: OwnBills = OwnBills.REFUSE


class Person(Struct, frozen=True):
    """Somebody who works in the shop.

    Attributes:
        id: That of the record that added them; records of what they do bear it.
        has_pin: Whether they can say who they are.
        member: Their own account, where they are a member too.
        gone: They work here no more; what they did keeps their name.
    """

    id: UUID
    name: str
    role: Role
    has_pin: bool = False
    member: UUID | None = None
    gone: bool = False

    def may(self, right: Right) -> bool:
        """Tell whether they may do something by themselves."""
        return right in rights_of(self.role)


class Approval(Struct, frozen=True):
    """Somebody with a right let the person at the till do one thing."""

    by: Person
    right: Right


def rights_of(role: Role) -> frozenset[Right]:
    """Give all that a role may do."""
    return _RIGHTS[role]


def is_pin(text: str) -> bool:
    """Tell whether a text has the form of a PIN."""
    return len(text) == PIN_DIGITS and text.isascii() and text.isdigit()


def is_easy(pin: str) -> bool:
    """Tell whether a PIN is among the first that anyone would try: one digit again and again, or a row."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({0}, {1}, {9})


class Tries(Struct, frozen=True):
    """Wrong PINs in a row, and when the last one was typed.

    A try counts before it is judged, so that pulling the plug saves none.
    """

    wrong: int = 0
    at_ms: int = 0

    def next(self, now_ms: int) -> Tries:
        """Count one more."""
        return Tries(self.wrong + 1, now_ms)

    def seen_at(self, now_ms: int) -> Tries:
        """Begin the delay anew where the clock was set back: it never gets shorter by that."""
        return self if now_ms >= self.at_ms else Tries(self.wrong, now_ms)

    def wait_ms(self, now_ms: int, role: Role = Role.CASHIER) -> int | None:
        """Give how long the next try has to wait: 1, 2, 4 … 60 seconds; None until somebody opens it."""
        if self.wrong == 0:
            return 0
        if self.wrong >= LOCKED_AFTER:
            if role is not Role.OWNER:
                return None
            delay_ms = _OWNER_LOCKED_MS
        else:
            delay_ms = min(1_000 << (self.wrong - 1), _LONGEST_DELAY_MS)
        return max(0, self.seen_at(now_ms).at_ms + delay_ms - now_ms)


class AskedPin(Struct, frozen=True):
    """Another PIN for an owner, asked for where nothing proves whose shop it is.

    Attributes:
        hashed: What is kept of the PIN.
        at_ms: When it was asked for.
    """

    hashed: str
    at_ms: int

    @property
    def holds_from_ms(self) -> int:
        """When it holds, unless somebody stops it."""
        return self.at_ms + ASKED_WAIT_MS

    def seen_at(self, now_ms: int) -> AskedPin:
        """Begin the wait anew where the clock was set back, as with wrong PINs."""
        return self if now_ms >= self.at_ms else AskedPin(self.hashed, now_ms)
