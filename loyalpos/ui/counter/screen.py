"""What both windows of the counter are made of: the same panels, the same views, another arrangement."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from loyalpos.ui.counter.bill_panel import BillPanel
from loyalpos.ui.counter.candidates import CandidateList
from loyalpos.ui.counter.column import show_whole
from loyalpos.ui.counter.enrol_panel import EnrolPanel
from loyalpos.ui.counter.footer import Footer
from loyalpos.ui.counter.idle_panel import IdlePanel
from loyalpos.ui.counter.link_panel import LinkPanel
from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.counter.panel import as_data
from loyalpos.ui.counter.return_panel import ReturnPanel
from loyalpos.ui.counter.rewards_panel import RewardsPanel
from loyalpos.ui.counter.today_panel import TodayPanel
from loyalpos.ui.widgets.amount import AmountBox
from loyalpos.ui.widgets.banner import Banner
from loyalpos.ui.widgets.fields import FindBox
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.texts import Elided
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["CounterScreen", "View"]

_LONGEST_FIND = 80


class View(Enum):
    """What the counter is busy with; each shows other panels."""

    IDLE = "idle"
    BILL = "bill"
    ENROL = "enrol"
    RETURN = "return"
    LINK = "link"


class CounterScreen(QWidget, Themed):
    """A window of the counter: its panels and which of them are on show.

    Subclasses arrange the panels in ``_build`` and show them in ``_arrange``.

    Signals:
        office_wanted(): The owner's pages are asked for.
        compact_wanted(bool): The narrow strip, or the whole window again, is asked for.
        undo_wanted(): The button for undoing the last act was pressed.
        enrol_wanted(): The button for a new member was pressed.
        return_wanted(): The button for a return was pressed.
        closing(): A person closes the window; it stays until ``allow_close``.
    """

    office_wanted = Signal()
    compact_wanted = Signal(bool)
    undo_wanted = Signal()
    enrol_wanted = Signal()
    return_wanted = Signal()
    closing = Signal()

    def __init__(self, *, compact: bool) -> None:
        super().__init__()
        self.compact = compact
        self.view = View.IDLE
        self._finding = False
        self._opening = True
        self._demo = False
        self._may_close = False
        self.box = FindBox("" if compact else "F2")
        self.box.setMaxLength(_LONGEST_FIND)
        self.candidates = CandidateList(compact=compact)
        self.member = MemberPanel(compact=compact)
        self.rewards = RewardsPanel(compact=compact)
        self.today = TodayPanel(compact=compact)
        self.idle = IdlePanel(compact=compact)
        self.bill = BillPanel(compact=compact)
        self.enrol = EnrolPanel(compact=compact)
        self.returning = ReturnPanel(compact=compact)
        self.link = LinkPanel(compact=compact)
        self.banner = Banner()
        self.footer = Footer(compact=compact)
        self.shop_name = as_data(Elided("", "title"))
        self.cashier = as_data(Elided("", "strong"))
        self._build()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._see_focus)
        self.follow_theme()
        self.show_view(View.IDLE)
        self._retranslate()

    @property
    def is_finding(self) -> bool:
        """Whether the list of candidates is on show."""
        return self._finding

    def show_view(self, view: View) -> None:
        """Show the panels of a view, from their top."""
        self.view = view
        self._arrange()
        for area in self.findChildren(ScrollArea):
            area.verticalScrollBar().setValue(0)

    def show_finding(self, *, on: bool) -> None:
        """Show the candidates in place of the member, or take them away."""
        if on != self._finding:
            self._finding = on
            self._arrange()

    def show_shop(self, name: str, cashier: str, *, demo: bool) -> None:
        """Name the open shop; the demo shop wears a coloured frame."""
        self._opening = False
        self._demo = demo
        self.shop_name.setText(name)
        self.cashier.setText(cashier)
        self.follow_theme()
        self._retranslate()

    def focus_box(self) -> None:
        """Put the focus on the one box, its text selected."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def ask_other_window(self) -> None:
        """Ask for the strip in place of the window, or the other way round."""
        self.compact_wanted.emit(not self.compact)

    def carry_over(self, other: CounterScreen) -> None:
        """Take what is typed in another window's fields, as if it were typed here."""
        for theirs, mine in zip(other._typed_in(), self._typed_in(), strict=True):
            text = theirs.typed() if isinstance(theirs, AmountBox) else theirs.text()
            now = mine.typed() if isinstance(mine, AmountBox) else mine.text()
            if text != now:
                mine.selectAll()
                # An edit, not a new text: whoever listens to the field hears of it.
                mine.insert(text)

    def allow_close(self) -> None:
        """Let the next close end the window: the program ends."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave it to the program what closing means: the day may have to be closed first."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.closing.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        self._take_sizes(theme().px(6) if self._demo else 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the demo shop's frame, so that nobody takes it for the real one."""
        if self._demo:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme().colour("amber"))
            frame = theme().px(6)
            painter.fillRect(self.rect().adjusted(frame, frame, -frame, -frame), theme().colour("paper"))

    def _see_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            # Once what was shown just now has its place, and the focus has come to rest.
            QTimer.singleShot(0, now, partial(_show_if_still_there, now))

    def _typed_in(self) -> list[QLineEdit]:
        panels = (self.bill, self.enrol, self.returning)
        return [self.box, *(field for panel in panels for field in panel.findChildren(QLineEdit))]

    def _build(self) -> None:
        raise NotImplementedError

    def _arrange(self) -> None:
        raise NotImplementedError

    def _take_sizes(self, frame: int) -> None:
        raise NotImplementedError

    def _retranslate(self) -> None:
        self.setWindowTitle(self.shop_name.text() or "LoyalPOS")
        self.box.setAccessibleName(self.tr("Card, phone or name"))
        if self._opening:
            self.box.setPlaceholderText(self.tr("Opening the books…"))
        elif self.compact:
            self.box.setPlaceholderText(self.tr("Scan a card or type 4 last digits…"))
        else:
            self.box.setPlaceholderText(self.tr("Scan a card, 4 last digits of the phone, or name…"))


def _show_if_still_there(control: QWidget) -> None:
    if control.hasFocus():
        show_whole(control)
