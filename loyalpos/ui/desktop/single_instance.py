"""One program for each shop folder: a second start of the till raises the first and ends."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDir, QFileSystemWatcher, QLockFile, QObject, Signal

if sys.platform == "win32":
    import ctypes

__all__ = ["SingleInstance"]


class SingleInstance(QObject):
    """The claim of this process to a shop folder.

    The lock decides who is first, so that two starts at the same moment give one program; a note left
    beside it carries the second's message, also to a first that does not listen yet. Both live in the
    system's folder for temporary files: the shop's own may be read-only, which is for others to say.

    Signals:
        raise_asked(): A second start wants to see this program's window.
    """

    raise_asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Qt's hash: Python's brings OpenSSL along, 4 ms of the first paint.
        named = f"{folder.resolve()}\n{Path.home()}".encode()
        key = QCryptographicHash.hash(named, QCryptographicHash.Algorithm.Sha256).toHex()
        self._place = Path(QDir.tempPath()) / f"loyalpos-{bytes(key.data()).decode()[:20]}"
        self._note = self._place / "raise"
        self._lock = QLockFile(str(self._place / "lock"))
        # Never stale by age: a till stays open for months. A dead owner is still noticed.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self, *, listen: bool = True, raises: bool = True) -> bool:
        """Become the one program of the folder, or ask the one there is to show itself.

        Args:
            listen: Hear a second start from now on; otherwise when :meth:`listen` is called.
            raises: Whether the one there is shows itself: a command that runs at night must not take the
                keys from whoever is at the till.

        Returns:
            True for the first; False when another runs, and this process should end.
        """
        QDir().mkpath(str(self._place))
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            if raises:
                self._ask_to_raise()
            return False
        # Where no lock can be made at all (a full disk) we are first: a till must open. A note that
        # lies there was meant for a program that is gone.
        self._take_note()
        if listen:
            self.listen()
        return True

    def release(self) -> None:
        """Give the folder up."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def listen(self) -> None:
        """Hear a second start from now on, and one that came before."""
        self._watcher = QFileSystemWatcher([str(self._place)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        if self._take_note():
            self.raise_asked.emit()

    def _take_note(self) -> bool:
        """Take the note away; tell whether there was one."""
        try:
            self._note.unlink()
        except OSError:
            return False
        return True

    def _ask_to_raise(self) -> None:
        if sys.platform == "win32":
            # Windows lets a process take the foreground only if the one that has it agrees.
            ctypes.windll.user32.AllowSetForegroundWindow(-1)
        try:
            self._note.touch()
        except OSError:
            # A full disk: the first stays where it is, and this process ends all the same.
            return
