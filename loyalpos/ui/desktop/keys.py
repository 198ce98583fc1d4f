"""Which key raises the till, in the numbers of each system."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["DEFAULT_KEYS", "Keys"]


class Keys(Struct, frozen=True):
    """A key with its modifiers, in the numbers of both systems.

    Attributes:
        name: What people read.
        keysym: X11 keysym.
        virtual_key: Windows virtual-key code.
    """

    name: str
    keysym: int
    virtual_key: int
    ctrl: bool = False
    alt: bool = False


DEFAULT_KEYS = (
    Keys("Pause", keysym=0xFF13, virtual_key=0x13),
    Keys("Ctrl+Alt+Space", keysym=0x0020, virtual_key=0x20, ctrl=True, alt=True),
)
"""Tried in this order; the first that no other program has is taken."""
