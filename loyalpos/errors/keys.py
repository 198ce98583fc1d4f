"""What is in the way of the key of the shop's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalpos.errors.fates import Refusal, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "CodeWrong",
    "KeyringAbsent",
    "KeyringFails",
    "NotKeyedAnew",
    "PassphraseShort",
    "SecretFileUnfit",
    "SecretNeeded",
]


class SecretNeeded(Unavailable):
    """A file is locked, and a person has to type something for its key.

    ``asks`` is ``passphrase`` (or the recovery code), ``code`` (nothing else opens it here) or ``lost``
    (nothing opens it at all); ``was_wrong`` says that what was typed did not open it.
    """

    def __init__(self, path: Path, asks: str, *, was_wrong: bool = False) -> None:
        super().__init__(path, asks, was_wrong)
        self.path = path
        self.asks = asks
        self.was_wrong = was_wrong


class SecretFileUnfit(Refusal):
    """No secret can be taken from a file; ``why`` is ``unread`` or ``open`` (others may read it)."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(file, why)
        self.file = file
        self.why = why


class KeyringAbsent(Unavailable):
    """This PC has no keyring."""


class KeyringFails(Unavailable):
    """The PC's keyring does not give, keep or open itself."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotKeyedAnew(Unavailable):
    """The file kept its key, since the backup that comes before a change of it failed with ``why``."""

    def __init__(self, why: Unavailable) -> None:
        super().__init__(why)
        self.why = why


class CodeWrong(Refusal):
    """What was typed is no recovery code (``reads`` is False), or not the one of this file.

    ``missing`` is how many digits were not typed yet.
    """

    def __init__(self, *, reads: bool, missing: int = 0) -> None:
        super().__init__(reads, missing)
        self.reads = reads
        self.missing = missing


class PassphraseShort(Refusal):
    """A start passphrase has less than so many characters."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least
