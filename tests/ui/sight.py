"""What of a window a person can see whole."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.till_desk import TillDesk

__all__ = ["assert_in_sight", "in_sight", "is_in_sight"]


def in_sight(desk: TillDesk) -> str:
    """Read every word of the window that can be seen whole."""
    labels = desk.screen.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible() and is_in_sight(label))


def is_in_sight(control: QWidget) -> bool:
    """Tell whether a control shows, but perhaps for the line of pixels around it."""
    return control.visibleRegion().boundingRect().contains(control.rect().adjusted(1, 1, -1, -1))


def assert_in_sight(control: QWidget) -> None:
    assert is_in_sight(control), control.accessibleName()
