"""Who works in the shop, what each of them may do, and how often a PIN may be tried."""

from __future__ import annotations

from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

__all__ = ["LOCKED_AFTER", "PIN_DIGITS", "Approval", "Person", "Right", "Role", "is_pin", "rights_of"]

PIN_DIGITS: Final = 6
LOCKED_AFTER: Final = 10
"""So many wrong PINs in a row, and only somebody with the right to staff opens it again."""


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
