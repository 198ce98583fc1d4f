"""The way from the draft to what was published, and back to the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from loyalpos.services.programs import Revision
from loyalpos.ui.office.draft_desk import DraftDesk

if TYPE_CHECKING:
    from loyalpos.ui.office.history_view import HistoryView
    from loyalpos.ui.office.program_page import ProgramPage

__all__ = ["HistoryDesk"]


class HistoryDesk(QObject):
    """Shows the published revisions in the place of the draft, and carries out what is asked for there."""

    def __init__(self, page: ProgramPage, drafts: DraftDesk) -> None:
        super().__init__(page)
        self._page = page
        self._drafts = drafts
        self.view: HistoryView | None = None
        self._looking = False
        drafts.history_read.connect(self._show)
        drafts.desk_read.connect(self._read)

    def look_back(self, looking: bool) -> None:
        """Show what was published, or the draft again."""
        self._looking = looking
        for part in (*self._page.panels, self._page.example):
            part.setHidden(looking)
        self._page.problems.setHidden(looking or not self._page.problems.text())
        if looking:
            self._drafts.keep_now()
            self._read()
        elif self.view is not None:
            self.view.hide()

    def _read(self) -> None:
        if self._looking:
            self._drafts.read_history()

    def _show(self, revisions: tuple[Revision, ...]) -> None:
        till, known = self._page.till, self._page.known()
        if till is None or known is None or not self._looking:
            return
        if self.view is None:
            # Few visits to the program look at its history.
            from loyalpos.ui.office.history_view import HistoryView  # noqa: PLC0415 - at first use

            self.view = HistoryView()
            self.view.again_wanted.connect(self._drafts.publish_again)
            self._page.body.insertWidget(0, self.view)
        typed = self._drafts.typed()
        draft = typed.program if typed is not None and self._drafts.says_anything(typed) else None
        self.view.know_items(self._page.customers.items)
        self.view.know_stock(self._page.rewards.known_stock())
        self.view.show_history(revisions, draft, today=known.today, time=till.shop.time)
        self.view.show()
