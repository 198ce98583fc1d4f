"""What a window of the counter gets behind its first paint: every panel, each at its place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from loyalpos.ui.counter.bill_panel import BillPanel
from loyalpos.ui.counter.candidates import CandidateList
from loyalpos.ui.counter.column import show_whole
from loyalpos.ui.counter.footer import Footer
from loyalpos.ui.counter.idle_panel import IdlePanel
from loyalpos.ui.counter.late import LatePanels
from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.counter.panel import CounterPanel, as_data
from loyalpos.ui.counter.rewards_panel import RewardsPanel
from loyalpos.ui.counter.today_panel import TodayPanel
from loyalpos.ui.counter.view import View
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.banner import Banner
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Shrunk

if TYPE_CHECKING:
    from loyalpos.ui.counter.screen import CounterScreen

__all__ = ["Arrangement", "carry_over"]


class Arrangement(QObject):
    """The panels of one window; a subclass places them, and shows those of the view that is on."""

    def __init__(self, screen: CounterScreen) -> None:
        super().__init__(screen)
        self.screen = screen
        compact = screen.compact
        screen.candidates = CandidateList(compact=compact)
        screen.member = MemberPanel(compact=compact)
        screen.rewards = RewardsPanel(compact=compact)
        screen.today = TodayPanel(compact=compact)
        screen.idle = IdlePanel(compact=compact)
        screen.bill = BillPanel(compact=compact)
        screen.late = LatePanels(self.place, compact=compact)
        screen.banner = Banner()
        screen.footer = Footer(compact=compact)
        screen.shop_name = as_data(Shrunk("", "title"))
        screen.cashier = as_data(Shrunk("", "strong"))
        # In place of what kept the box at the top.
        screen.whole.takeAt(screen.whole.count() - 1)
        screen.whole.insertWidget(1, Line())
        screen.bar_row.insertWidget(0, screen.shop_name, 1 if compact else 0)
        screen.box.set_key("" if compact else "F2")
        screen.top.addWidget(screen.banner)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._see_focus)

    def place(self, view: View, panel: CounterPanel) -> None:
        """Give a place to a panel that comes late."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Show the panels of the view that is on."""
        raise NotImplementedError

    def take_sizes(self) -> None:
        """Take margins from the theme."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Write the words of the window's own buttons."""
        raise NotImplementedError

    def _see_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.screen.isAncestorOf(now):
            if not self.screen.today.isAncestorOf(now):
                # What can be done with an act is asked while the list has the keys, and no longer.
                self.screen.today.fold()
            # Once what was shown just now has its place, and the focus has come to rest.
            QTimer.singleShot(0, now, partial(_show_if_still_there, now))


def carry_over(theirs: CounterScreen, mine: CounterScreen) -> None:
    """Take what is typed in one window's fields into another's, as if it were typed there."""
    both = [view for view in (View.ENROL, View.RETURN) if theirs.late.get(view) or mine.late.get(view)]
    for there, here in zip(_typed_in(theirs, both), _typed_in(mine, both), strict=True):
        text = there.typed() if isinstance(there, AmountBox) else there.text()
        now = here.typed() if isinstance(here, AmountBox) else here.text()
        if text != now:
            here.selectAll()
            # An edit, not a new text: whoever listens to the field hears of it.
            here.insert(text)
    mine.bill.take_over_from(theirs.bill)


def _typed_in(screen: CounterScreen, late: Iterable[View]) -> list[QLineEdit]:
    panels = (screen.bill, *(screen.late.want(view) for view in late))
    fields = (field for panel in panels for field in panel.findChildren(QLineEdit))
    asked = screen.bill.inputs
    # One window may have been asked for what the other never was.
    return [screen.box, *(field for field in fields if asked is None or not asked.isAncestorOf(field))]


def _show_if_still_there(control: QWidget) -> None:
    if control.hasFocus():
        show_whole(control)
