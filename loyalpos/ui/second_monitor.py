"""The second monitor of a till: what faces the customers is made only where it is wanted, and late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from loyalpos.settings import TillSettings
from loyalpos.ui.counter.facing import Facing
from loyalpos.ui.jobs import Lane

if TYPE_CHECKING:
    from loyalpos.ui.customer.side import CustomerSide

__all__ = ["SecondMonitor"]


class SecondMonitor(QObject):
    """Makes the customers' side of the counter when the first customer need not wait for it."""

    def __init__(
        self, facing: Facing, files: Lane, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._facing, self._files, self._now = facing, files, now
        self._settled = False
        self.side: CustomerSide | None = None

    def settle(self, settings: TillSettings, counter: QWidget) -> None:
        """The counter is at work: from now on there is time for the customers' screen."""
        self._settled = True
        self.face(settings, counter)

    def face(self, settings: TillSettings, counter: QWidget) -> None:
        """Live by these settings; the counter's window is this one."""
        if self._settled and (self.side is not None or settings.customer_screen):
            self._made().face(settings, counter)

    def show_preview(self, settings: TillSettings, counter: QWidget) -> None:
        """Let the owner see the screen in a window."""
        side = self._made()
        side.face(settings, counter)
        side.show_preview()

    def end(self) -> None:
        """Close it."""
        if self.side is not None:
            self.side.end()

    def _made(self) -> CustomerSide:
        if self.side is None:
            # A tenth of a second that no start and no scan waits for.
            from loyalpos.ui.customer.side import CustomerSide  # noqa: PLC0415 - as said
            from loyalpos.ui.desktop.monitors import Monitors  # noqa: PLC0415 - as said

            self.side = CustomerSide(self._facing, self._files, Monitors(self), now=self._now, parent=self)
        return self.side
