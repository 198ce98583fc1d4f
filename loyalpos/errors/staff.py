"""What the rules say no to about who works at the till."""

from __future__ import annotations

from loyalpos.errors.fates import Refusal

__all__ = [
    "CodeTooSoon",
    "LastOwner",
    "NotAllowed",
    "NotAnOwner",
    "OwnBill",
    "OwnerFirst",
    "PersonGone",
    "PersonNameless",
    "PersonUnknown",
    "PinFileUnfit",
    "PinLocked",
    "PinTooSoon",
    "PinUnfit",
    "ProofUnfit",
    "ProofWrong",
    "WrongPin",
]


class NotAllowed(Refusal):
    """The person at the till lacks a right, by its name; somebody who has it may approve."""

    def __init__(self, right: str) -> None:
        super().__init__(right)
        self.right = right


class OwnBill(NotAllowed):
    """Somebody would earn on their own account; another person, who may give points by hand, may approve."""


class WrongPin(Refusal):
    """The PIN is not the person's; after so many seconds it may be tried again, so many times yet."""

    def __init__(self, wait_s: int, tries_left: int) -> None:
        super().__init__(wait_s, tries_left)
        self.wait_s = wait_s
        self.tries_left = tries_left


class PinTooSoon(Refusal):
    """After wrong PINs the next one has to wait for so many seconds yet; it was not looked at."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(wait_s)
        self.wait_s = wait_s


class CodeTooSoon(PinTooSoon):
    """After wrong recovery codes or passphrases the next one has to wait, as with PINs."""


class PinLocked(Refusal):
    """Too many wrong PINs: a manager or owner has to open it."""


class PinUnfit(Refusal):
    """No such PIN can be set; ``why`` is ``form`` (no six digits), ``easy`` or ``twice`` (two were typed)."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class OwnerFirst(Refusal):
    """Somebody was to get a PIN while no owner has one: nobody could change anything any more."""


class LastOwner(Refusal):
    """The only owner cannot leave, become something else, or do without a PIN that others have."""


class PersonGone(Refusal):
    """There is no such person, they work here no more, or they have no PIN."""


class PersonNameless(Refusal):
    """Somebody was to work here, and nobody said what they are called."""


class PersonUnknown(Refusal):
    """Nobody with a PIN is called so, or several might be meant; these are all who have one."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name, names)
        self.name = name
        self.names = names


class NotAnOwner(Refusal):
    """Something is for owners alone, and this person is none; these are the owners who have a PIN."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name, names)
        self.name = name
        self.names = names


class PinFileUnfit(Refusal):
    """No PIN can be taken from a file; ``why`` is ``unread``, ``open`` (others may read it) or ``form``.

    Of the standard input ``file`` is ``-``; ``why`` is ``unsaid`` where no place was named at all.
    """

    def __init__(self, file: str, why: str) -> None:
        super().__init__(file, why)
        self.file = file
        self.why = why


class ProofUnfit(Refusal):
    """What was shown does not prove whose shop it is."""


class ProofWrong(ProofUnfit):
    """What was typed is neither the recovery code nor the passphrase."""
