"""Bringing a window before the eyes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

__all__ = ["raise_window"]


def raise_window(widget: QWidget) -> None:
    """Bring a window before the eyes: shown, not minimised, on top, with the keyboard."""
    widget.setWindowState(
        (widget.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
    )
    widget.show()
    widget.raise_()
    widget.activateWindow()
