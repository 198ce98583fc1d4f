"""A key that raises the till from any other program."""

from __future__ import annotations

import os
import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from loyalpos.ui.desktop.keys import Keys

__all__ = ["GlobalHotkey", "NoHotkey", "global_hotkey"]


class GlobalHotkey(Protocol):
    """A key that is heard whichever program has the keyboard; ``pressed`` says so."""

    pressed: SignalInstance

    def start(self) -> Keys | None:
        """Take the first free key; None where no key can be taken."""
        ...

    def stop(self) -> None:
        """Give the key back."""
        ...


class NoHotkey(QObject):
    """Where the desktop lets no program listen for keys (Wayland, macOS without permission)."""

    pressed = Signal()

    def start(self) -> Keys | None:
        """No key."""
        return None

    def stop(self) -> None:
        """Nothing to give back."""


def global_hotkey(parent: QObject) -> GlobalHotkey:
    """The way of this desktop to hear a key everywhere."""
    if sys.platform == "win32":
        from loyalpos.ui.desktop.hotkey_windows import WindowsHotkey  # noqa: PLC0415 - ctypes takes 12 ms

        return WindowsHotkey(parent)
    if sys.platform == "linux" and os.environ.get("DISPLAY") and QGuiApplication.platformName() == "xcb":
        from loyalpos.ui.desktop.hotkey_x11 import X11Hotkey  # noqa: PLC0415 - ctypes takes 12 ms

        return X11Hotkey(parent)
    return NoHotkey(parent)
