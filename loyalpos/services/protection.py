"""Protecting the shop's data on the disk: on, off, otherwise; the recovery code and its drill.

A change says first, beside the file, which two keys it goes between; then the file is swapped whole; then
whatever else lies under the old key follows. A start finds the file under one of the two, and either ends the
change or takes it back.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.recovery_code import digits_missing, new_code, read_code
from loyalpos.errors import CodeWrong, KeyringAbsent, PassphraseShort, Unavailable
from loyalpos.services.keys import Keys
from loyalpos.services.outside import Outside
from loyalpos.store.file import ShopFile
from loyalpos.store.key_source import KeySource, Lock, drop_source, write_source
from loyalpos.store.keyrings import forget_key, keep_key
from loyalpos.store.keys import key_id
from loyalpos.store.manifest import Backup, manifests
from loyalpos.store.rekey import opens, rekey_asides, rekey_backups, rekey_file, relabel
from loyalpos.store.second_choice import chosen
from loyalpos.store.second_folder import catch_up, is_there
from loyalpos.store.surroundings import on_disk
from loyalpos.store.wrapping import Wrap, unwrap, wrap

if TYPE_CHECKING:
    from loyalpos.services.shop import Shop

__all__ = [
    "LEAST_LETTERS",
    "Changed",
    "Protection",
    "State",
    "adopt",
    "change_way",
    "note_change",
    "protection_of",
    "prove_code",
    "settle",
    "take_new_code",
    "turn_off",
    "turn_on",
]

LEAST_LETTERS: Final = 10
"""Of a start passphrase: whoever has the disk may try as often as his own PC can."""


class State(StrEnum):
    """Whether the data is protected; unfinished until somebody has typed the code from the paper."""

    OFF = "off"
    UNFINISHED = "unfinished"
    ON = "on"


class Changed(StrEnum):
    """What the journal says was changed: the protection itself, what opens the file, or the code."""

    ON = "on"
    OFF = "off"
    WAY = "way"
    CODE = "code"


class Protection(Struct, frozen=True):
    """How the shop's data is protected.

    Attributes:
        way: What opens the file at a start: ``keyring``, ``passphrase``, ``code`` or ``""`` for nothing.
        has_keyring: Whether this PC has a keyring.
        open_copies: Backups that lie unprotected, although the file is protected.
    """

    state: State
    way: str = ""
    has_keyring: bool = False
    open_copies: tuple[Path, ...] = ()


def protection_of(keys: Keys) -> Protection:
    """Tell how the shop is protected now."""
    has_keyring = keys.keyring is not None
    key, source = keys.of_file(), keys.source()
    lock = None if source is None else next((one for one in source.locks if one.id == key_id(key)), None)
    if lock is None:
        return Protection(State.OFF, has_keyring=has_keyring)
    way = "passphrase" if lock.passphrase else "keyring" if lock.in_keyring and has_keyring else "code"
    state = State.ON if lock.proved else State.UNFINISHED
    return Protection(state, way, has_keyring, _open_copies(keys))


def turn_on(keys: Keys, passphrase: str | None, outside: Outside) -> str:
    """Give the shop, whose file is closed or not made yet, a new key of its own.

    Args:
        passphrase: What is to be typed at each start; None where the keyring of this PC keeps the key.

    Returns:
        The recovery code, which nobody keeps: it is to be printed or written down.

    Raises:
        KeyringAbsent: There is no keyring.
        PassphraseShort: The passphrase is too short.
        Unavailable: The keyring or the disk fails; the shop stays as it was.
    """
    key, code = outside.random_bytes(32), new_code(outside.random_bytes)
    in_keyring, wrapped = _kept(keys, key, passphrase, outside)
    lock = Lock(key_id(key), in_keyring, wrapped, wrap(key, code, outside.random_bytes))
    try:
        _move(keys, key, lock, outside)
    except BaseException:
        if not _is_under(keys, key):
            forget_key(keys.keyring if in_keyring else None, lock.id)
        raise
    return code


def turn_off(keys: Keys, outside: Outside) -> None:
    """Give the shop, whose file is closed, the published key again.

    Raises:
        Unavailable: The disk fails.
    """
    _move(keys, keys.published, None, outside)


def settle(keys: Keys, outside: Outside) -> None:
    """End a change that was cut off, or take it back, as the file's key says; the file is closed.

    Raises:
        Unavailable: The disk fails.
    """
    source = keys.source()
    if source is None or not source.moving or not ShopFile.is_there(keys.path):
        return
    key = keys.of_file()
    name = key_id(key)
    target = key_id(keys.published) if source.lock is None else source.lock.id
    if name == target:
        _finish(keys, key, source, outside)
        return
    lock = next((one for one in source.others if one.id == name), None)
    others = tuple(one for one in source.others if one is not lock)
    _end(keys, KeySource(lock, others))
    forget_key(keys.keyring, target)


def take_new_code(keys: Keys, outside: Outside) -> str:
    """Make the old recovery code worthless and give a new one, which has to be proved again.

    A copy of a backup that was carried away still opens by the old code, and what it gives is the key the
    file has: only another key, off and on again, ends that.

    Raises:
        Unavailable: The disk fails.
    """
    code = new_code(outside.random_bytes)
    lock = replace(_lock(keys), recovery=wrap(keys.of_file(), code, outside.random_bytes), proved=False)
    _say(keys, lock)
    return code


def prove_code(keys: Keys, typed: str) -> None:
    """Try the recovery code that somebody typed from the paper: with it protection counts.

    Raises:
        CodeWrong: It is none, or another one.
        Unavailable: The disk fails.
    """
    code, lock = read_code(typed), _lock(keys)
    if code is None or lock.recovery is None:
        raise CodeWrong(reads=False, missing=digits_missing(typed))
    if unwrap(lock.recovery, code) != keys.of_file():
        raise CodeWrong(reads=True)
    if not lock.proved:
        _say(keys, replace(lock, proved=True))


def change_way(keys: Keys, passphrase: str | None, outside: Outside) -> None:
    """Let another passphrase, or the keyring, open the file at the next start; the key stays.

    Raises:
        KeyringAbsent: There is no keyring.
        PassphraseShort: The passphrase is too short.
        Unavailable: The keyring or the disk fails.
    """
    key, lock = keys.of_file(), _lock(keys)
    in_keyring, wrapped = _kept(keys, key, passphrase, outside)
    _say(keys, replace(lock, in_keyring=in_keyring, passphrase=wrapped))
    if not in_keyring:
        forget_key(keys.keyring, lock.id)


def adopt(keys: Keys, backup: Backup, key: bytes) -> None:
    """Make the key of a backup the one of this PC's shop, which has no file that opens.

    Raises:
        Unavailable: The disk fails.
    """
    before = keys.source()
    others = () if before is None else before.locks
    if backup.lock is None:
        _end(keys, KeySource(None, others))
    else:
        keyring = keys.keyring
        lock = replace(backup.lock, in_keyring=backup.lock.in_keyring and keyring is not None)
        if keyring is not None and lock.in_keyring:
            keep_key(keyring, key)
        write_source(keys.path, KeySource(lock, tuple(one for one in others if one.id != lock.id)))
    keys.use(key)


def note_change(shop: Shop, what: Changed) -> None:
    """Record in the open shop who changed how its data is protected, and how.

    Raises:
        Unavailable: The disk fails.
    """
    with shop.file.work() as connection:
        shop.write(connection, "protection_changed", {"what": what.value})


def _kept(keys: Keys, key: bytes, passphrase: str | None, outside: Outside) -> tuple[bool, Wrap | None]:
    if passphrase is not None:
        if len(passphrase) < LEAST_LETTERS:
            raise PassphraseShort(LEAST_LETTERS)
        return False, wrap(key, passphrase, outside.random_bytes)
    if keys.keyring is None:
        raise KeyringAbsent
    keep_key(keys.keyring, key)
    return True, None


def _move(keys: Keys, key: bytes, lock: Lock | None, outside: Outside) -> None:
    before = keys.source() or KeySource()
    # Until the end both are said: whichever the file has when this is cut off, it opens.
    source = KeySource(lock, before.locks, moving=True)
    # Of a file that is not made yet, or is lost, nobody has to know what opened it.
    old = keys.of_file() if ShopFile.is_there(keys.path) else None
    keys.known(before.locks)
    write_source(keys.path, source)
    keys.unsure()
    if old is not None:
        rekey_file(keys.path, old, key, at=outside.now())
    keys.use(key)
    _finish(keys, key, source, outside)


def _finish(keys: Keys, key: bytes, source: KeySource, outside: Outside) -> None:
    """Give the new key to all that lies beside the file, and forget what nothing needs any more."""
    olds = keys.known(source.others)
    left = [*rekey_asides(keys.path, olds, key), *rekey_backups(keys.folder, olds, key, source.lock)]
    second = chosen(keys.folder)
    if second is not None:
        left.append(second.path)
        with suppress(Unavailable):
            catch_up(keys.folder, second.path, now=outside.now())
            if not rekey_backups(second.path, olds, key, source.lock):
                left.remove(second.path)
    others = source.others if left else ()
    _end(keys, KeySource(source.lock, others))
    if not others:
        for lock in source.others:
            forget_key(keys.keyring if lock.in_keyring else None, lock.id)


def _end(keys: Keys, source: KeySource) -> None:
    if source.locks:
        write_source(keys.path, source)
    else:
        drop_source(keys.path)


def _say(keys: Keys, lock: Lock) -> None:
    """Write what opens the file now, and say it beside its backups, too."""
    source = keys.source() or KeySource()
    if source.lock is None or source.lock.id != lock.id:
        return
    write_source(keys.path, replace(source, lock=lock))
    relabel(keys.folder, lock)
    second = chosen(keys.folder)
    if second is not None and is_there(second.path):
        with suppress(Unavailable):
            relabel(second.path, lock)


def _lock(keys: Keys) -> Lock:
    source = keys.source()
    assert source is not None, "a shop without protection has no code"
    assert source.lock is not None, "a shop without protection has no code"
    return source.lock


def _is_under(keys: Keys, key: bytes) -> bool:
    with suppress(Unavailable):
        return keys.path.exists() and opens(keys.path, key)
    return True


def _open_copies(keys: Keys) -> tuple[Path, ...]:
    second = chosen(keys.folder)
    folders = [keys.folder] if second is None else [keys.folder, second.path]
    found: list[Path] = []
    for folder in folders:
        with suppress(Unavailable), on_disk(folder):
            found += (made.path for made in manifests(folder) if made.lock is None)
    return tuple(found)
