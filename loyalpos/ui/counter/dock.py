"""The counter as a narrow strip that stays beside, and on top of, the shop's own till program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.counter.arrangement import Arrangement
from loyalpos.ui.counter.column import Column, scrolled
from loyalpos.ui.counter.panel import is_large, stacked_when_large
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.counter.who_line import WhoLine
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.theme import theme

if TYPE_CHECKING:
    from loyalpos.ui.counter.held_box import HeldBox
    from loyalpos.ui.counter.panel import CounterPanel

__all__ = ["Strip"]


class Strip(Arrangement):
    """The same counter in one column, always on top."""

    def __init__(self, screen: CounterScreen) -> None:
        super().__init__(screen)
        self._held: Column | None = None
        self._unfold = ActionButton("", "F11")
        self._unfold.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        screen.bar_row.addWidget(screen.cashier)
        screen.bar_row.addWidget(self._unfold)

        column, self._column = scrolled(
            screen.candidates,
            screen.member,
            screen.bill,
            screen.rewards,
            screen.idle,
            screen.today,
        )
        self._column.parts.addStretch(1)
        # A long question above may take nearly all the height there is.
        column.setMinimumHeight(1)

        self._add = ActionButton("", "F4", tight=True)
        self._return = ActionButton("", "F8", tight=True)
        self._undo = ActionButton("", "Ctrl Z", tight=True)
        # Whatever is read and typed above it, the button that records and what it would do stay in sight.
        self._record_row = QVBoxLayout()
        self._record_row.addWidget(screen.bill.foot)
        self._actions = QWidget()
        self._below = QHBoxLayout(self._actions)
        for button in (self._add, self._return, self._undo):
            self._below.addWidget(button, 1)

        # Whose bill it is never scrolls out of sight.
        self._who = WhoLine(screen.member, column)
        self._who_row = QVBoxLayout()
        self._who_row.addWidget(self._who)

        screen.whole.addLayout(self._who_row)
        screen.whole.addWidget(column, 1)
        screen.whole.addLayout(self._record_row)
        screen.whole.addWidget(self._actions)
        screen.whole.addWidget(screen.footer)
        screen.banner.installEventFilter(self)
        screen.member.held_made.connect(self._place_held)
        self._who.leave_wanted.connect(screen.bill.leave_wanted)
        self._who.turned.connect(self._turn_leave)
        self._unfold.clicked.connect(screen.ask_other_window)
        self._add.clicked.connect(screen.enrol_wanted)
        self._return.clicked.connect(screen.return_wanted)
        self._undo.clicked.connect(screen.undo_wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a question in large text the room for its answers: Enter means one of them."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            banner = self.screen.banner
            asks = not banner.isHidden() and bool(banner.answers())
            self.screen.bill.give_way(on=asks and is_large())
            self._who.give_way(on=asks)
        return super().eventFilter(watched, event)

    def place(self, _view: View, panel: CounterPanel) -> None:
        """Put the panel where the bill stands."""
        self._column.parts.insertWidget(self._column.parts.indexOf(self.screen.bill), panel)
        panel.hide()

    def _place_held(self, held: HeldBox) -> None:
        """Put stamps and vouchers below the bill: above it they would push name and amount apart."""
        self._held = Column(held)
        self._column.parts.insertWidget(self._column.parts.indexOf(self.screen.bill) + 1, self._held)
        self.arrange()

    def _turn_leave(self) -> None:
        """Have the way out of the bill once."""
        self.screen.bill.leave_button.setVisible(self._who.isHidden() or self._who.leave_button.isHidden())

    def arrange(self) -> None:
        """Show the parts of the view that is on."""
        screen = self.screen
        finding, view = screen.is_finding, screen.view
        screen.candidates.setVisible(finding)
        screen.member.setVisible(not finding and view in (View.IDLE, View.BILL))
        for late in screen.late.views:
            if (panel := screen.late.get(late)) is not None:
                panel.setVisible(not finding and view is late)
        for part in (screen.bill, screen.bill.foot):
            part.setVisible(not finding and view is View.BILL)
        screen.rewards.setVisible(not finding and view is View.BILL)
        if self._held is not None:
            self._held.setVisible(not finding and view is View.BILL)
        self._who.want(on=not finding and view is View.BILL)
        screen.idle.setVisible(not finding and view is View.IDLE)
        screen.today.setVisible(not finding and view is View.IDLE)

    def take_sizes(self) -> None:
        """Take margins from the theme."""
        look = theme()
        side = look.px(14)
        self._column.parts.setContentsMargins(side, 0, side, look.px(10))
        self._column.parts.setSpacing(look.px(12))
        self._who_row.setContentsMargins(side, 0, side, look.px(6))
        self._record_row.setContentsMargins(side, look.px(6), side, 0)
        self._below.setContentsMargins(side, look.px(6), side, look.px(8))
        self._below.setSpacing(look.gap)
        stacked_when_large(self._below)
        # Large text needs the room above for questions and the total; these are then scrolled to.
        whole = self.screen.whole
        place = self._column.parts if is_large() else whole
        if place.indexOf(self._actions) < 0:
            place.insertWidget(place.count() - (place is whole), self._actions)

    def retranslate(self) -> None:
        """Write the words of the buttons."""
        self._unfold.setText(self.tr("Open out"))
        self._add.setText(self.tr("Add"))
        self._return.setText(self.tr("Return"))
        self._undo.setText(self.tr("Undo"))
