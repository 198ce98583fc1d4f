"""A window opens whole on the screen it is shown on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

__all__ = ["fit_to_screen"]

_FRAME: Final = QSize(16, 44)
"""Logical pixels that the desktop's own frame and title may take; it tells only after the window is shown."""


def fit_to_screen(window: QWidget) -> None:
    """Make a window that is to be shown no larger than its screen, unless the screen is too small for it."""
    room = window.screen().availableSize() - _FRAME
    least = window.minimumSize()
    if least.width() <= room.width() and least.height() <= room.height():
        window.resize(window.size().boundedTo(room))
