"""What opens below the edge of a long page is brought into sight."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

__all__ = ["bring_into_sight"]


def bring_into_sight(part: QWidget) -> None:
    """Scroll the page a part stands in until it is seen, once what was just shown is laid out."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        view = above
        QTimer.singleShot(0, part, lambda: view.ensureWidgetVisible(part))
