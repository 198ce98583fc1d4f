"""The till's presence on the desktop while its window is not in front: tray icon and global key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from loyalpos.ui.desktop.hotkey import GlobalHotkey, global_hotkey
from loyalpos.ui.desktop.tray import Tray

__all__ = ["Presence"]


class Presence(QObject):
    """Both ways back to the till, where the desktop has them.

    Signals:
        open_asked(): The window is wanted in front.
        strip_asked(): The narrow strip is wanted.
        quit_asked(): The program should end.
    """

    open_asked = Signal()
    strip_asked = Signal()
    quit_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = Tray(self)
        self._tray.open_asked.connect(self.open_asked)
        self._tray.strip_asked.connect(self.strip_asked)
        self._tray.quit_asked.connect(self.quit_asked)
        self._hotkey: GlobalHotkey | None = None

    def begin(self, shop_name: str, *, with_hotkey: bool) -> None:
        """Put the icon beside the clock and take the global key; run again when either changes."""
        self._tray.show(shop_name)
        self._leave_key()
        if with_hotkey:
            self._hotkey = global_hotkey(self)
            self._hotkey.pressed.connect(self.open_asked)
            self._hotkey.start()

    def end(self) -> None:
        """Leave the desktop as it was."""
        self._tray.hide()
        self._leave_key()

    def _leave_key(self) -> None:
        if self._hotkey is not None:
            self._hotkey.stop()
            self._hotkey = None
