"""The global hotkey on X11: a key grab on a connection of its own.

Through libxcb, not Xlib: there a refused grab is an answer, in Xlib it ends the process unless
the one error handler of the whole process is replaced.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from loyalpos.ui.desktop.keys import DEFAULT_KEYS, Keys

__all__ = ["X11Hotkey"]

_CONTROL, _ALT, _CAPS_LOCK, _NUM_LOCK = 4, 8, 2, 16
_KEY_PRESS = 2
_GRAB_ASYNC = 1
_SETUP_MIN_KEYCODE, _SETUP_MAX_KEYCODE = 34, 35
_MAPPING_HEADER = 32


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (
        ("root", ctypes.POINTER(ctypes.c_uint32)),
        ("remaining", ctypes.c_int),
        ("index", ctypes.c_int),
    )


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL] | None:
    try:
        xcb, libc = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL(None)
    except OSError:
        return None
    pointer, byte = ctypes.c_void_p, ctypes.c_uint8
    libc.free.argtypes = (pointer,)
    xcb.xcb_connect.restype = pointer
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))
    for name, result in (
        ("xcb_disconnect", None),
        ("xcb_flush", ctypes.c_int),
        ("xcb_connection_has_error", ctypes.c_int),
        ("xcb_get_file_descriptor", ctypes.c_int),
        ("xcb_poll_for_event", pointer),
        ("xcb_get_setup", pointer),
        ("xcb_setup_roots_iterator", _Screens),
    ):
        function = getattr(xcb, name)
        function.argtypes = (pointer,)
        function.restype = result
    xcb.xcb_get_keyboard_mapping.argtypes = (pointer, byte, byte)
    xcb.xcb_get_keyboard_mapping.restype = _Cookie
    xcb.xcb_get_keyboard_mapping_reply.argtypes = (pointer, _Cookie, pointer)
    xcb.xcb_get_keyboard_mapping_reply.restype = pointer
    xcb.xcb_grab_key_checked.argtypes = (pointer, byte, ctypes.c_uint32, ctypes.c_uint16, byte, byte, byte)
    xcb.xcb_grab_key_checked.restype = _Cookie
    xcb.xcb_ungrab_key.argtypes = (pointer, byte, ctypes.c_uint32, ctypes.c_uint16)
    xcb.xcb_ungrab_key.restype = _Cookie
    xcb.xcb_request_check.argtypes = (pointer, _Cookie)
    xcb.xcb_request_check.restype = pointer
    return xcb, libc


class X11Hotkey(QObject):
    """Hears one key everywhere on an X11 desktop.

    Signals:
        pressed(): The key went down, whichever window has the keyboard.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None, keys: Sequence[Keys] = DEFAULT_KEYS) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self._libraries = _libraries()
        self._connection: int | None = None
        self._notifier: QSocketNotifier | None = None

    def start(self) -> Keys | None:
        """Take the first key no other program has; None without X11 or where all are taken."""
        if self._libraries is None:
            return None
        xcb, _ = self._libraries
        self._connection = xcb.xcb_connect(None, None)
        if xcb.xcb_connection_has_error(self._connection):
            self.stop()
            return None
        for keys in self._keys:
            if self._grab(keys):
                self._notifier = QSocketNotifier(
                    xcb.xcb_get_file_descriptor(self._connection), QSocketNotifier.Type.Read, self
                )
                self._notifier.activated.connect(self._read_events)
                xcb.xcb_flush(self._connection)
                self._read_events()
                return keys
        self.stop()
        return None

    def stop(self) -> None:
        """Give the key back; the server does it when the connection ends."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._libraries is not None and self._connection is not None:
            self._libraries[0].xcb_disconnect(self._connection)
        self._connection = None

    def _grab(self, keys: Keys) -> bool:
        assert self._libraries is not None
        xcb, libc = self._libraries
        code = self._keycode(keys.keysym)
        if code is None:
            return False
        root = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(self._connection)).root[0]
        wanted = (_CONTROL if keys.ctrl else 0) | (_ALT if keys.alt else 0)
        taken: list[int] = []
        # A grab is for exact modifiers, and Num Lock is one.
        for locks in (0, _CAPS_LOCK, _NUM_LOCK, _CAPS_LOCK | _NUM_LOCK):
            cookie = xcb.xcb_grab_key_checked(
                self._connection, 1, root, wanted | locks, code, _GRAB_ASYNC, _GRAB_ASYNC
            )
            refused = xcb.xcb_request_check(self._connection, cookie)
            if refused:
                libc.free(refused)
                for held in taken:
                    xcb.xcb_ungrab_key(self._connection, code, root, held)
                return False
            taken.append(wanted | locks)
        return True

    def _keycode(self, keysym: int) -> int | None:
        assert self._libraries is not None
        xcb, libc = self._libraries
        setup = xcb.xcb_get_setup(self._connection)
        first = ctypes.c_uint8.from_address(setup + _SETUP_MIN_KEYCODE).value
        last = ctypes.c_uint8.from_address(setup + _SETUP_MAX_KEYCODE).value
        cookie = xcb.xcb_get_keyboard_mapping(self._connection, first, last - first + 1)
        reply = xcb.xcb_get_keyboard_mapping_reply(self._connection, cookie, None)
        if not reply:
            return None
        try:
            each = ctypes.c_uint8.from_address(reply + 1).value
            symbols = (ctypes.c_uint32 * (each * (last - first + 1))).from_address(reply + _MAPPING_HEADER)
            for at, symbol in enumerate(symbols):
                if symbol == keysym:
                    return int(first + at // each)
        finally:
            libc.free(reply)
        return None

    def _events(self) -> Iterator[int]:
        assert self._libraries is not None
        xcb, libc = self._libraries
        while self._connection is not None and (event := xcb.xcb_poll_for_event(self._connection)):
            yield ctypes.c_uint8.from_address(event).value & 0x7F
            libc.free(event)

    def _read_events(self) -> None:
        for kind in self._events():
            if kind == _KEY_PRESS:
                self.pressed.emit()
        # A dead connection is readable for ever: without this the till would spin.
        if (
            self._libraries is not None
            and self._connection is not None
            and self._libraries[0].xcb_connection_has_error(self._connection)
        ):
            self.stop()
