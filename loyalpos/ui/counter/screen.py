"""A window of the counter as it is first painted, with its box; the panels come behind that."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from loyalpos.ui.counter.trouble import Trouble
from loyalpos.ui.counter.view import View
from loyalpos.ui.widgets.boxes import FindBox
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loyalpos.engine.staff import Role
    from loyalpos.ui.counter.arrangement import Arrangement
    from loyalpos.ui.counter.bill_panel import BillPanel
    from loyalpos.ui.counter.candidates import CandidateList
    from loyalpos.ui.counter.enrol_panel import EnrolPanel
    from loyalpos.ui.counter.footer import Footer
    from loyalpos.ui.counter.idle_panel import IdlePanel
    from loyalpos.ui.counter.late import LatePanels
    from loyalpos.ui.counter.link_panel import LinkPanel
    from loyalpos.ui.counter.member_panel import MemberPanel
    from loyalpos.ui.counter.return_panel import ReturnPanel
    from loyalpos.ui.counter.rewards_panel import RewardsPanel
    from loyalpos.ui.counter.serve_panel import ServePanel
    from loyalpos.ui.counter.terms_panel import TermsPanel
    from loyalpos.ui.counter.today_panel import TodayPanel
    from loyalpos.ui.widgets.banner import Banner
    from loyalpos.ui.widgets.texts import Elided

__all__ = ["STRIP_WIDTH", "CounterScreen", "View"]

STRIP_WIDTH = 380
"""Logical pixels at 100 % text."""


_LONGEST_FIND = 80
_TURNS_AFTER_MS = 40
_ROUNDS_OF_LAYOUT = 4


class CounterScreen(Translated, QWidget, Themed):
    """A window of the counter, the whole one or the strip: its box, its panels and which of them are on show.

    It is made and painted with its box alone, so that it stands at once; ``furnish`` puts the panels
    around it.

    Signals:
        painted(): It was painted for the first time.
        office_wanted(): The owner's pages are asked for.
        compact_wanted(bool): The narrow strip, or the whole window again, is asked for.
        undo_wanted(): The button for undoing the last act was pressed.
        enrol_wanted(): The button for a new member was pressed.
        return_wanted(): The button for a return was pressed.
        closing(): A person closes the window; it stays until ``allow_close``.
    """

    painted = Signal()
    office_wanted = Signal()
    compact_wanted = Signal(bool)
    undo_wanted = Signal()
    enrol_wanted = Signal()
    return_wanted = Signal()
    closing = Signal()

    candidates: CandidateList
    member: MemberPanel
    rewards: RewardsPanel
    today: TodayPanel
    idle: IdlePanel
    bill: BillPanel
    late: LatePanels
    banner: Banner
    footer: Footer
    shop_name: Elided
    cashier: Elided

    def __init__(self, *, compact: bool) -> None:
        super().__init__()
        self.compact = compact
        self.view = View.IDLE
        self._arrangement: Arrangement | None = None
        self._is_painted = False
        self._finding = False
        self._is_list_shown = False
        self._turning = QTimer(self, singleShot=True)
        self._turning.timeout.connect(self._turn)
        self._opening = True
        self._trouble: Trouble | None = None
        self._shop = ""
        self.role: Role | None = None
        self._demo = False
        self._may_close = False
        # Those of panels made later are missed, and their panels laid out as often as Qt likes.
        self._layouts: list[QLayout] = []
        self.box = FindBox()
        self.box.setMaxLength(_LONGEST_FIND)
        self.bar = QWidget()
        self.bar.setAutoFillBackground(True)
        self.bar_row = QHBoxLayout(self.bar)
        # In the strip the box stands below the bar.
        self.top = QVBoxLayout()
        (self.top if compact else self.bar_row).addWidget(self.box, 1)
        self.whole = QVBoxLayout(self)
        self.whole.setSpacing(0)
        self.whole.addWidget(self.bar)
        self.whole.addLayout(self.top)
        self.whole.addStretch(1)
        if compact:
            self.setWindowFlag(QtCore.Qt.WindowType.WindowStaysOnTopHint)
        self._scale_percent = theme().scale_percent
        self.resize(theme().px(STRIP_WIDTH) if compact else 1280, 800)
        self.follow_theme()
        self.retranslate()
        self.box.setFocus()

    def furnish(self) -> None:
        """Put the panels around the box; a second call does nothing."""
        if self._arrangement is not None:
            return
        # 150 ms that the first paint need not wait for.
        if self.compact:
            from loyalpos.ui.counter.dock import Strip  # noqa: PLC0415 - as said

            self._arrangement = Strip(self)
        else:
            from loyalpos.ui.counter.window import WholeWindow  # noqa: PLC0415 - as said

            self._arrangement = WholeWindow(self)
        self.follow_theme()
        self.show_view(View.IDLE)
        self.retranslate()

    @property
    def enrol(self) -> EnrolPanel:
        """The form of a new member."""
        return cast("EnrolPanel", self.late.want(View.ENROL))

    @property
    def returning(self) -> ReturnPanel:
        """The panel for what is brought back."""
        return cast("ReturnPanel", self.late.want(View.RETURN))

    @property
    def link(self) -> LinkPanel:
        """The question whose a foreign code is."""
        return cast("LinkPanel", self.late.want(View.LINK))

    @property
    def serve(self) -> ServePanel:
        """The panel of what else can be done for a member, which few shops need."""
        return cast("ServePanel", self.late.want(View.SERVE))

    @property
    def terms(self) -> TermsPanel:
        """What a customer may ask about returns and the program."""
        return cast("TermsPanel", self.late.want(View.TERMS))

    @property
    def is_finding(self) -> bool:
        """Whether the list of candidates is on show."""
        return self._finding

    def show_view(self, view: View) -> None:
        """Show the panels of a view, from their top."""
        self.view = view
        if view in self.late.views:
            self.late.want(view)
        self._arrange()
        for area in self.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)

    def show_finding(self, *, on: bool) -> None:
        """Show the candidates in place of the member, or take them away."""
        self._finding = on
        self._turning.stop()
        if on != self._is_list_shown:
            self._arrange()

    def begin_finding(self) -> None:
        """Show the candidates as soon as there are some, or in a moment.

        The first key of a scan looks like somebody's typing; a list that comes and goes with every card
        would flicker, and what is shown next would wait for it.
        """
        self._finding = True
        if not self._is_list_shown:
            self._turning.start(_TURNS_AFTER_MS)

    def leave_finding(self) -> None:
        """Take the candidates away with the next view, or in a moment.

        What a scan leads to is there in a few milliseconds: to paint what stood behind the list first
        would double the wait.
        """
        self._finding = False
        if self._is_list_shown:
            self._turning.start(_TURNS_AFTER_MS)
        else:
            self._turning.stop()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Let parts of the panels come and go, and give everything its place in the end.

        Left to itself Qt lays a whole column out anew after each part that is shown, which takes longer
        than all that a scan reads.
        """
        if not self._layouts:
            self._layouts = self.findChildren(QLayout)
        layouts = [layout for layout in self._layouts if isValid(layout)]
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in layouts:
                # A part that was replaced takes its layout along.
                if isValid(layout):
                    layout.setEnabled(True)
            self.lay_out()
            # What was shown asks to be painted by a later event: behind a paint that waits, for a second one.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)

    def lay_out(self) -> None:
        """Give everything its place now.

        Left to itself Qt paints between two rounds of laying out, and then all over again.
        """
        # A part that got its width asks for another height, and its parent after it.
        for _ in range(_ROUNDS_OF_LAYOUT):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Say in the box and where a customer would be what is wrong with the books, or take it back."""
        if trouble is not self._trouble:
            self._trouble = trouble
            self.retranslate()

    def show_shop(self, name: str, cashier: str, *, demo: bool, role: Role | None = None) -> None:
        """Name the open shop; the demo shop wears a coloured frame.

        Args:
            cashier: Who is at the till.
            role: What they are, where it matters who is there.
        """
        self._opening = False
        self._demo = demo
        self._shop = name
        self.role = role
        self.shop_name.setText(name)
        self.cashier.setText(cashier)
        self.idle.offer_lock(on=role is not None)
        self.footer.show_demo(on=demo)
        self.follow_theme()
        self.retranslate()

    def focus_box(self) -> None:
        """Put the focus on the one box, its text selected."""
        self.box.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def ask_other_window(self) -> None:
        """Ask for the strip in place of the window, or the other way round."""
        self.compact_wanted.emit(not self.compact)

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

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        frame, side = look.px(6) if self._demo else 0, look.px(14 if self.compact else 20)
        # What a shop's small notebook shows; larger text needs scrolling, never a larger window. The
        # strip needs to be wider for it: words cut off would be worse.
        width = self.width()
        self.setMinimumSize(QSize(look.px(350), 480) if self.compact else QSize(960, 560))
        if self.compact and look.scale_percent != self._scale_percent:
            # As wide as it was, by the size of text: what a person dragged it to stays so in proportion.
            self.resize(width * look.scale_percent // self._scale_percent, self.height())
            self._scale_percent = look.scale_percent
        self.box.setMinimumWidth(0 if self.compact else look.px(250))
        self.whole.setContentsMargins(frame, frame, frame, frame)
        edge = look.px(5 if self.compact else 6)
        self.bar_row.setContentsMargins(side, edge, side, edge)
        ground = QPalette()
        ground.setColor(QPalette.ColorRole.Window, look.colour("card"))
        self.bar.setPalette(ground)
        self.bar_row.setSpacing(look.gap if self.compact else look.px(12))
        if self.compact:
            self.top.setContentsMargins(side, look.px(12), side, look.px(10))
            self.top.setSpacing(look.px(10))
        else:
            self.top.setContentsMargins(side, look.px(12), side, 0)
        if self._arrangement is not None:
            self._arrangement.take_sizes()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the demo shop's frame, so that nobody takes it for the real one."""
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
        if self._demo:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme().colour("amber"))
            frame = theme().px(6)
            painter.fillRect(self.rect().adjusted(frame, frame, -frame, -frame), theme().colour("paper"))

    def _turn(self) -> None:
        self._arrange()
        self.lay_out()

    def _arrange(self) -> None:
        self._turning.stop()
        self._is_list_shown = self._finding
        if self._arrangement is not None:
            self._arrangement.arrange()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        words = self.tr("{shop} – demo shop") if self._demo else "{shop}"
        self.setWindowTitle(words.format(shop=self._shop or "LoyalPOS"))
        self.box.setAccessibleName(self.tr("Card, phone or name"))
        if self._trouble is Trouble.DAMAGED:
            self.box.setPlaceholderText(self.tr("The books are damaged"))
        elif self._trouble is Trouble.SHUT:
            self.box.setPlaceholderText(self.tr("The books did not open – see the message"))
        elif self._opening:
            self.box.setPlaceholderText(self.tr("Opening the books…"))
        elif self.compact:
            self.box.setPlaceholderText(self.tr("Scan a card or type 4 last digits…"))
        else:
            self.box.setPlaceholderText(self.tr("Scan a card, 4 last digits of the phone, or name…"))
        if self._arrangement is not None:
            for part in (self.member, self.idle):
                if part.trouble is not self._trouble:
                    part.trouble = self._trouble
                    part.retranslate()
            self._arrangement.retranslate()
