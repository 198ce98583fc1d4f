"""The font of a widget, kept where Qt would give back an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object

__all__ = ["KeepsFont"]


class KeepsFont(_Widget):
    """What a widget inherits, before its Qt class, to wear one font in whatever place.

    Put into another place or polished anew, Qt gives back the font from before its last change.
    """

    _wanted: QFont | None = None

    def changeEvent(self, event: QEvent) -> None:
        """Put the wanted font on again."""
        super().changeEvent(event)
        wanted = self._wanted
        if (
            event.type() == QEvent.Type.FontChange
            and wanted is not None
            and self.font().pixelSize() != wanted.pixelSize()
        ):
            self.setFont(wanted)

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        """Wear a font from now on."""
        self._wanted = QFont(font)
        super().setFont(font)
