"""The global hotkey on Windows, by RegisterHotKey. Written from the documentation, never tried on Windows."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

from loyalpos.ui.desktop.keys import DEFAULT_KEYS, Keys

__all__ = ["WindowsHotkey"]

_WM_HOTKEY = 0x0312
_MOD_ALT, _MOD_CONTROL, _MOD_NOREPEAT = 0x0001, 0x0002, 0x4000
_OUR_ID = 0x4C50


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("w_param", ctypes.c_size_t),
        ("l_param", ctypes.c_ssize_t),
    )


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, hotkey: WindowsHotkey) -> None:
        super().__init__()
        self._hotkey = hotkey

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview[int], message: int
    ) -> tuple[bool, int]:
        if kind == b"windows_generic_MSG":
            came = _Message.from_address(int(message))
            if came.message == _WM_HOTKEY and came.w_param == _OUR_ID:
                self._hotkey.pressed.emit()
                return True, 0
        return False, 0


class WindowsHotkey(QObject):
    """Hears one key everywhere on Windows.

    Signals:
        pressed(): The key went down, whichever window has the keyboard.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None, keys: Sequence[Keys] = DEFAULT_KEYS) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._filter = _Filter(self)
        self._taken = False

    def start(self) -> Keys | None:
        """Take the first key no other program has."""
        app = QCoreApplication.instance()
        if sys.platform == "win32" and app is not None:
            for keys in self._keys:
                modifiers = _MOD_NOREPEAT | (_MOD_CONTROL if keys.ctrl else 0) | (_MOD_ALT if keys.alt else 0)
                if ctypes.windll.user32.RegisterHotKey(None, _OUR_ID, modifiers, keys.virtual_key):
                    app.installNativeEventFilter(self._filter)
                    self._taken = True
                    return keys
        return None

    def stop(self) -> None:
        """Give the key back."""
        if sys.platform == "win32" and self._taken:
            ctypes.windll.user32.UnregisterHotKey(None, _OUR_ID)
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        self._taken = False
