"""Lists of members beside the one that is searched, each in its place when it is asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import PartPaid
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from loyalpos.ui.office.member_list import BesideMembers

__all__ = ["OtherLists"]


class OtherLists(Translated, WrapRow):
    """Buttons that put another list in the place of the page's.

    Signals:
        shown(): Another list stands there, or the page's own again.
        opened(UUID): A member of such a list is to be looked at.
    """

    shown = Signal()
    opened = Signal(object)

    def __init__(self, page: Page, work: LongWork) -> None:
        self.ending = ActionButton("")
        self.tags = ActionButton("")
        self.renewals = ActionButton("")
        self.duplicates = ActionButton("")
        self.owing = ActionButton("")
        super().__init__(self.ending, self.tags, self.duplicates, self.renewals, self.owing)
        self.renewals.hide()
        self.owing.hide()
        self.panel: BesideMembers | None = None
        self._page = page
        self._work = work
        self.ending.clicked.connect(self._show_ending)
        self.tags.clicked.connect(self._show_tags)
        self.renewals.clicked.connect(self._show_renewals)
        self.duplicates.clicked.connect(self._show_duplicates)
        self.owing.clicked.connect(self._show_owing)
        self.retranslate()

    def refresh(self) -> None:
        """Read the list that stands there again."""
        till = self._page.till
        self.renewals.setVisible(
            till is not None and till.shop.ever(lambda program: bool(program.memberships))
        )
        self.owing.setVisible(
            till is not None and till.shop.ever(lambda program: program.part_paid is not PartPaid.NO)
        )
        if self.panel is not None:
            self.panel.refresh()

    def give_way(self, away: bool) -> None:
        """Hide buttons and list while one member is looked at."""
        self.setVisible(not away and self.panel is None)
        if self.panel is not None:
            self.panel.setVisible(not away)

    def _show_ending(self) -> None:
        from loyalpos.ui.office.ending_panel import EndingPanel  # noqa: PLC0415 - it writes workbooks

        panel = EndingPanel(self._page, self._work)
        panel.opened.connect(self.opened)
        self._put(panel, self.ending)

    def _show_tags(self) -> None:
        from loyalpos.ui.office.tag_panel import TagPanel  # noqa: PLC0415 - needed now and then

        self._put(TagPanel(self._page), self.tags)

    def _show_renewals(self) -> None:
        from loyalpos.ui.office.renewals_panel import RenewalsPanel  # noqa: PLC0415 - few shops need it

        panel = RenewalsPanel(self._page)
        panel.opened.connect(self.opened)
        self._put(panel, self.renewals)

    def _show_duplicates(self) -> None:
        from loyalpos.ui.office.duplicates_panel import DuplicatesPanel  # noqa: PLC0415 - needed now and then

        self._put(DuplicatesPanel(self._page, self._work), self.duplicates)

    def _show_owing(self) -> None:
        from loyalpos.ui.office.owing_panel import OwingPanel  # noqa: PLC0415 - it writes workbooks

        panel = OwingPanel(self._page, self._work)
        panel.opened.connect(self.opened)
        self._put(panel, self.owing)

    def _put(self, panel: BesideMembers, opener: ActionButton) -> None:
        self.panel = panel
        panel.left.connect(partial(self._remove, opener))
        body = self._page.body
        body.insertWidget(body.count() - 1, panel)
        panel.refresh()
        self.shown.emit()
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once it has its place: what had the focus in the list before was further down.
        QTimer.singleShot(0, panel, partial(self._page.view.verticalScrollBar().setValue, 0))

    def _remove(self, opener: QWidget) -> None:
        panel, self.panel = self.panel, None
        if panel is None:
            return
        self._page.body.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self.shown.emit()
        opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.ending.setText(self.tr("Points ending soon…"))
        self.tags.setText(self.tr("Tags for several…"))
        self.duplicates.setText(self.tr("Here twice…"))
        self.owing.setText(self.tr("Bills to be paid…"))
        self.renewals.setText(self.tr("Memberships ending soon…"))
