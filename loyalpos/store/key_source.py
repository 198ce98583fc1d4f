"""What stands beside the shop's file about its key: which way it is opened, never the key itself."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from loyalpos.store.disk import put, sync_file
from loyalpos.store.keys import key_id, source_of
from loyalpos.store.surroundings import on_disk
from loyalpos.store.wrapping import Wrap

__all__ = [
    "KeySource",
    "Lock",
    "carry_source",
    "drop_source",
    "lock_for",
    "read_source",
    "write_source",
]

_LARGEST = 100_000


class Lock(Struct, frozen=True, omit_defaults=True):
    """The ways to one key.

    Attributes:
        id: The key's name, see :func:`loyalpos.store.keys.key_id`.
        in_keyring: Whether this PC's keyring holds it, under that name.
        passphrase: The key wrapped by what is typed at each start.
        recovery: The key wrapped by the recovery code.
        proved: Whether somebody has typed that code from the paper.
    """

    id: str
    in_keyring: bool = False
    passphrase: Wrap | None = None
    recovery: Wrap | None = None
    proved: bool = False


class KeySource(Struct, frozen=True, omit_defaults=True):
    """How the shop's file is opened.

    Attributes:
        lock: Of the key the file has, or is to have; None is the published key.
        others: Of keys that something else may still have: an older backup, or the file before a change
            that was cut off.
        moving: Whether a change of the key has begun and is not known to have ended.
    """

    lock: Lock | None = None
    others: tuple[Lock, ...] = ()
    moving: bool = False

    @property
    def locks(self) -> tuple[Lock, ...]:
        """All of them, the one of the file first."""
        return self.others if self.lock is None else (self.lock, *self.others)


def read_source(path: Path) -> KeySource | None:
    """Read how a shop's file is opened; None where nothing is said, or nothing that can be read."""
    try:
        with source_of(path).open("rb") as file:
            return msgspec.json.decode(file.read(_LARGEST), type=KeySource)
    except (OSError, ValueError, RecursionError):
        # ValueError is what msgspec's own errors are, too.
        return None


def write_source(path: Path, source: KeySource) -> None:
    """Say how a shop's file is opened, whole or not at all.

    Raises:
        Unavailable: The folder takes no file.
    """
    target = source_of(path)
    half = target.with_name(f"{target.name}.half")
    with on_disk(target):
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(msgspec.json.format(msgspec.json.encode(source), indent=1))
        sync_file(half)
        put(half, target)


def drop_source(path: Path) -> None:
    """Say nothing any more: the key is the published one, as where nobody ever asked for protection."""
    with on_disk(path):
        source_of(path).unlink(missing_ok=True)


def carry_source(path: Path, target: Path) -> None:
    """Say of a file in another folder what is said of this one."""
    source = read_source(path)
    if source is not None:
        write_source(target, source)


def lock_for(path: Path, key: bytes) -> Lock | None:
    """Give what is said of a key beside a shop's file; of the published one there is nothing to say."""
    source = read_source(path)
    name = key_id(key)
    return None if source is None else next((lock for lock in source.locks if lock.id == name), None)
