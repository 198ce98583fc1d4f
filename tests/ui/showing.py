"""One widget by itself, on the screen for a test."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

__all__ = ["shown"]

W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, widget: W, width: int = 400) -> W:
    qtbot.addWidget(widget)
    widget.resize(width, max(1, widget.heightForWidth(width), widget.sizeHint().height()))
    widget.show()
    return widget
