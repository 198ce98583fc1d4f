"""One program for each shop folder: a second start raises the first and ends."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

if sys.platform == "win32":
    import ctypes

__all__ = ["SingleInstance", "raise_window"]

_RAISE = b"raise\n"
_TRIES = 40
_PAUSE_MS = 50
_ANSWER_MS = 1000


def raise_window(widget: QWidget) -> None:
    """Bring a window before the eyes: shown, not minimised, on top, with the keyboard."""
    widget.setWindowState(
        (widget.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
    )
    widget.show()
    widget.raise_()
    widget.activateWindow()


class SingleInstance(QObject):
    """The claim of this process to a shop folder.

    The lock decides who is first, so that two starts at the same moment give one program; the
    local socket only carries the second's message. Both live in the system's folder for
    temporary files: the shop's own may be read-only, which is for others to say.

    Signals:
        raise_asked(): A second start wants to see this program's window.
    """

    raise_asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Qt's hash: Python's brings OpenSSL along, 4 ms of the first paint.
        named = f"{folder.resolve()}\n{getpass.getuser()}".encode()
        key = QCryptographicHash.hash(named, QCryptographicHash.Algorithm.Sha256).toHex()
        self._name = f"loyalpos-{bytes(key.data()).decode()[:20]}"
        self._lock = QLockFile(str(Path(QDir.tempPath()) / f"{self._name}.lock"))
        # Never stale by age: a till stays open for months. A dead owner is still noticed.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self, *, listen: bool = True) -> bool:
        """Become the one program of the folder, or ask the one there is to show itself.

        Args:
            listen: Hear a second start from now on; otherwise when :meth:`listen` is called.

        Returns:
            True for the first; False when another runs, and this process should end.
        """
        taken = QLockFile.LockError.LockFailedError
        if not self._lock.tryLock(0) and self._lock.error() is taken:
            self._ask_to_raise()
            return False
        # Where no lock can be made at all (a full disk) we are first: a till must open.
        if listen:
            self.listen()
        return True

    def release(self) -> None:
        """Give the folder up."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def listen(self) -> None:
        """Hear a second start from now on; it waits two seconds for that."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - 30 ms that the first paint need not wait for

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # We hold the lock, so a socket of this name was left behind by a killed process.
        QLocalServer.removeServer(self._name)
        server.newConnection.connect(self._answer)
        server.listen(self._name)
        self._server = server

    def _answer(self) -> None:
        assert self._server is not None
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            self.raise_asked.emit()

    def _ask_to_raise(self) -> None:
        if sys.platform == "win32":
            # Windows lets a process take the foreground only if the one that has it agrees.
            ctypes.windll.user32.AllowSetForegroundWindow(-1)
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only the second start needs it

        for _ in range(_TRIES):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_ANSWER_MS):
                socket.write(_RAISE)
                socket.waitForBytesWritten(_ANSWER_MS)
                socket.disconnectFromServer()
                return
            # The first has its lock but does not listen yet.
            QThread.msleep(_PAUSE_MS)
