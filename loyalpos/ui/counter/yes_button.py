"""The member's yes: a button that only Space, or a finger, presses."""

from __future__ import annotations

from loyalpos.ui.widgets.buttons import ActionButton, Look

__all__ = ["YesButton"]


class YesButton(ActionButton):
    """The member's yes; the name of its key is a word, so it is translated too."""

    def __init__(self) -> None:
        super().__init__("", "Space", Look.PRIMARY, large=True)

    def set_key(self, key: str) -> None:
        """Name the key that presses it."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
