"""The advisor on the program's page: fills in what the shop's own bills say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from loyalpos.services.usual import usual_of
from loyalpos.ui.office.advice_panel import AdvicePanel

if TYPE_CHECKING:
    from loyalpos.ui.office.page import Page

__all__ = ["AdviceDesk"]


class AdviceDesk(QObject):
    """The advisor's panel, and what is read when it is unfolded."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.panel = AdvicePanel()
        self.panel.opened.connect(self._look_at_usual)

    def _look_at_usual(self) -> None:
        till = self._page.till
        if till is not None:
            self._page.workplace.reader.run(
                partial(usual_of, till.shop),
                done=self.panel.know_usual,
                refused=self._page.refuse,
                unavailable=self._page.refuse,
                owner=self,
            )
