"""The keyring of this PC's system, and no other: never a plain file, never one somebody installed instead."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Final

from loyalpos.errors import KeyringFails
from loyalpos.store.keys import key_id

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

__all__ = ["forget_key", "keep_key", "kept_key", "keyring_here"]

_SERVICE: Final = "LoyalPOS"


@cache
def keyring_here() -> KeyringBackend | None:
    """Give this system's keyring, or None where there is none: Windows, macOS, Secret Service or KWallet."""
    found: list[type[KeyringBackend]] = []
    with suppress(ImportError):
        if sys.platform == "win32":
            from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415 - protected shops alone

            found.append(WinVaultKeyring)
        elif sys.platform == "darwin":
            from keyring.backends import macOS  # noqa: PLC0415 - protected shops alone

            found.append(macOS.Keyring)
        else:
            from keyring.backends import SecretService, kwallet  # noqa: PLC0415 - protected shops alone

            found += (SecretService.Keyring, kwallet.DBusKeyring)
    return next((each() for each in found if each.viable), None)


def kept_key(backend: KeyringBackend | None, name: str) -> bytes | None:
    """Give the key of a name, or None where the keyring has none; what is not that key is none."""
    if backend is None:
        return None
    with _translated():
        kept = backend.get_password(_SERVICE, name)
    try:
        key = bytes.fromhex(kept or "")
    except ValueError:
        return None
    return key if key_id(key) == name else None


def keep_key(backend: KeyringBackend, key: bytes) -> None:
    """Put a key into the keyring and read it back: it counts when it is there.

    Raises:
        KeyringFails: It is not.
    """
    name = key_id(key)
    with _translated():
        backend.set_password(_SERVICE, name, key.hex())
    if kept_key(backend, name) != key:
        raise KeyringFails("not kept")


def forget_key(backend: KeyringBackend | None, name: str) -> None:
    """Take a key out of the keyring; one that is not there, or will not go, is harmless without a file."""
    if backend is not None:
        with suppress(KeyringFails), _translated():
            backend.delete_password(_SERVICE, name)


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what keyrings raise into ours.

    Raises:
        KeyringFails: The keyring is locked, was refused by its person, or has gone.
    """
    try:
        yield
    except _foreign() as error:
        raise KeyringFails(type(error).__name__) from error


def _foreign() -> tuple[type[Exception], ...]:
    from keyring.errors import KeyringError  # noqa: PLC0415 - protected shops alone

    found: list[type[Exception]] = [KeyringError, OSError]
    with suppress(ImportError):
        if sys.platform == "win32":
            from pywintypes import error  # noqa: PLC0415 - protected shops alone

            found.append(error)
        elif sys.platform != "darwin":
            from jeepney.wrappers import (  # type: ignore[import-untyped]  # noqa: PLC0415 - the same
                DBusErrorResponse,
            )
            from secretstorage.exceptions import SecretStorageException  # noqa: PLC0415 - the same

            found += (DBusErrorResponse, SecretStorageException)
    return tuple(found)
