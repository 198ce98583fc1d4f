"""A keyring in memory: all of keyring's own interface, for PCs whose system has none to test with."""

from __future__ import annotations

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

__all__ = ["MemoryKeyring"]


class MemoryKeyring(KeyringBackend):
    """Keeps passwords as long as the test runs; locked, it gives and takes none."""

    # Never chosen by keyring itself.
    priority = -1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        """Give a password, or None where there is none."""
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password."""
        self._open()
        try:
            del self.kept[service, username]
        except KeyError:
            raise PasswordDeleteError(username) from None

    def _open(self) -> None:
        if self.is_locked:
            raise KeyringLocked
