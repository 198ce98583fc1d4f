"""Which key opens the shop's file and its backups: of the keyring, or of what a person types."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from loyalpos.errors import KeyringFails, SecretNeeded, Unavailable
from loyalpos.store.keys import PUBLISHED_KEY, key_id, source_of

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

    from loyalpos.store.key_source import KeySource, Lock
    from loyalpos.store.manifest import Backup

__all__ = ["Keys"]


class Keys:
    """The keys of one folder's shop, found when they are asked for.

    Where nobody ever protected the shop that is one look for a file, and no keyring is imported.

    Attributes:
        path: The shop's file.
        folder: Of its backups, which say too what opens them.
    """

    def __init__(
        self, path: Path, folder: Path, keyring: Callable[[], KeyringBackend | None] | None = None
    ) -> None:
        self.path = path
        self.folder = folder
        self._ask_keyring = keyring
        self._known: dict[str, bytes] = {}
        self._file_key: bytes | None = None
        self._beyond: list[Lock] = []
        self._was_wrong = False

    @property
    def keyring(self) -> KeyringBackend | None:
        """The keyring of this PC, or None where there is none."""
        if self._ask_keyring is None:
            from loyalpos.store.keyrings import keyring_here  # noqa: PLC0415 - protected shops alone

            self._ask_keyring = keyring_here
        return self._ask_keyring()

    @property
    def published(self) -> bytes:
        """The key that protects nothing."""
        return PUBLISHED_KEY

    def of_file(self) -> bytes:
        """Find the key of the shop's file.

        Raises:
            SecretNeeded: A person has to type something.
            Unavailable: The file cannot be read.
        """
        if self._file_key is not None:
            return self._file_key
        if not source_of(self.path).exists():
            return PUBLISHED_KEY
        return self._tried(self._source_locks() or self._backup_locks())

    def of_file_if_open(self) -> bytes | None:
        """Find the key of the shop's file, or None where a person would have to type something."""
        with suppress(SecretNeeded):
            return self.of_file()
        return None

    def of_strange_file(self) -> bytes:
        """Find the key where the one that was found did not open the file: what backups say may help.

        Raises:
            SecretNeeded: A person has to type something.
            Unavailable: The file cannot be read.
        """
        self._file_key = None
        return self._tried((*self._source_locks(), *self._backup_locks()))

    def of_backup(self, backup: Backup) -> bytes:
        """Find the key of a backup.

        Raises:
            SecretNeeded: A person has to type something.
            Unavailable: The backup cannot be read.
        """
        from loyalpos.store.rekey import opens  # noqa: PLC0415 - needs the whole store

        if backup.lock is None:
            # One of before protection, or of a program that did not say.
            if backup.path.is_file() and opens(backup.path, PUBLISHED_KEY):
                return PUBLISHED_KEY
            return self._file_key or PUBLISHED_KEY
        key = self._key_of(backup.lock)
        if key is not None:
            return key
        if backup.lock not in self._beyond:
            self._beyond.append(backup.lock)
        raise self._needed(backup.path, (backup.lock,))

    def take(self, typed: str) -> bool:
        """Try what a person typed, passphrase or recovery code, and tell whether it opened anything.

        A key that this PC's keyring should have is put back there.
        """
        from loyalpos.engine.recovery_code import read_code  # noqa: PLC0415 - protected shops alone
        from loyalpos.store.keyrings import keep_key  # noqa: PLC0415 - the same
        from loyalpos.store.wrapping import unwrap  # noqa: PLC0415 - the same

        code = read_code(typed)
        opened = False
        for lock in dict.fromkeys((*self._source_locks(), *self._beyond, *self._backup_locks())):
            if lock.id in self._known:
                continue
            tries = ((lock.passphrase, typed), (lock.recovery, code))
            found = (unwrap(wrapped, secret) for wrapped, secret in tries if wrapped and secret)
            key = next((each for each in found if each is not None and key_id(each) == lock.id), None)
            if key is None:
                continue
            opened = True
            self._known[lock.id] = key
            keyring = self.keyring
            if lock.in_keyring and keyring is not None:
                with suppress(KeyringFails):
                    keep_key(keyring, key)
        self._was_wrong = not opened
        return opened

    def use(self, key: bytes) -> None:
        """Remember that the file has this key now."""
        self._known[key_id(key)] = key
        self._file_key = None if key == PUBLISHED_KEY else key

    def unsure(self) -> None:
        """Look again at the next question: the file may get another key before that."""
        self._file_key = None

    def known(self, locks: tuple[Lock, ...]) -> tuple[bytes, ...]:
        """Give the keys of locks that are to be had without asking anybody, and the published one."""
        found = (self._key_of(lock) for lock in locks)
        return (*(key for key in found if key is not None), PUBLISHED_KEY)

    def source(self) -> KeySource | None:
        """Read what stands beside the shop's file."""
        if not source_of(self.path).exists():
            return None
        from loyalpos.store.key_source import read_source  # noqa: PLC0415 - protected shops alone

        return read_source(self.path)

    def _tried(self, locks: tuple[Lock, ...]) -> bytes:
        from loyalpos.store.file import ShopFile  # noqa: PLC0415 - protected shops alone
        from loyalpos.store.rekey import opens  # noqa: PLC0415 - the same

        is_there = ShopFile.is_there(self.path)
        keys = [key for key in (self._key_of(lock) for lock in locks) if key is not None]
        for key in keys:
            if not is_there or opens(self.path, key):
                self.use(key)
                return key
        if not locks or (is_there and opens(self.path, PUBLISHED_KEY)):
            return PUBLISHED_KEY
        if len(keys) == len(dict.fromkeys(lock.id for lock in locks)):
            # No key is missing: the file itself is not what it was, and opening it says so.
            return keys[0]
        raise self._needed(self.path, locks)

    def _needed(self, path: Path, locks: tuple[Lock, ...]) -> SecretNeeded:
        wrong, self._was_wrong = self._was_wrong, False
        if any(lock.passphrase for lock in locks):
            return SecretNeeded(path, "passphrase", was_wrong=wrong)
        asks = "code" if any(lock.recovery for lock in locks) else "lost"
        return SecretNeeded(path, asks, was_wrong=wrong)

    def _key_of(self, lock: Lock) -> bytes | None:
        if lock.id in self._known:
            return self._known[lock.id]
        from loyalpos.store.keyrings import kept_key  # noqa: PLC0415 - protected shops alone

        # One that is locked or refused is asked again at the next start; the recovery code opens, too.
        with suppress(KeyringFails):
            key = kept_key(self.keyring, lock.id) if lock.in_keyring else None
            if key is not None:
                self._known[lock.id] = key
            return key
        return None

    def _source_locks(self) -> tuple[Lock, ...]:
        source = self.source()
        return () if source is None else source.locks

    def _backup_locks(self) -> tuple[Lock, ...]:
        from loyalpos.store.manifest import manifests  # noqa: PLC0415 - where all else is lost
        from loyalpos.store.surroundings import on_disk  # noqa: PLC0415 - the same

        with suppress(Unavailable), on_disk(self.folder):
            locks = [made.lock for made in manifests(self.folder) if made.lock is not None]
            return tuple(dict.fromkeys(locks))
        return ()
