"""The words of a widget in the language of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object

__all__ = ["Translated"]


class Translated(_Widget):
    """What a widget inherits, before its Qt class, to follow changes of the language."""

    def retranslate(self) -> None:
        """Say everything in the language of the moment; called once per change, and by whoever builds it."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
