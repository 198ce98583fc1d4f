"""The counter as a narrow strip that stays beside, and on top of, the shop's own till program."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyalpos.ui.counter.column import Bar, scrolled
from loyalpos.ui.counter.panel import is_large, stacked_when_large
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.theme import theme

__all__ = ["STRIP_WIDTH", "CompactWindow"]

STRIP_WIDTH = 380
"""Logical pixels at 100 % text."""


class CompactWindow(CounterScreen):
    """The same counter in one column, always on top."""

    def __init__(self) -> None:
        super().__init__(compact=True)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.resize(theme().px(STRIP_WIDTH), 800)

    def _build(self) -> None:
        self._unfold = ActionButton("", "F11")
        self._unfold.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._bar = Bar()
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self.shop_name, 1)
        self._bar_row.addWidget(self.cashier)
        self._bar_row.addWidget(self._unfold)

        column, self._column = scrolled(
            self.candidates,
            self.member,
            self.bill,
            self.enrol,
            self.returning,
            self.link,
            self.rewards,
            self.idle,
            self.today,
        )
        self._column.parts.addStretch(1)
        # A long question above may take nearly all the height there is.
        column.setMinimumHeight(1)

        self._add = ActionButton("", "F4", tight=True)
        self._return = ActionButton("", "F8", tight=True)
        self._undo = ActionButton("", "Ctrl Z", tight=True)
        # Whatever is read and typed above it, the button that records never leaves the sight.
        self._record_row = QVBoxLayout()
        self._record_row.addWidget(self.bill.record_button)
        self._actions = QWidget()
        self._below = QHBoxLayout(self._actions)
        for button in (self._add, self._return, self._undo):
            self._below.addWidget(button, 1)

        self._top = QVBoxLayout()
        self._top.addWidget(self.box)
        self._top.addWidget(self.banner)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._bar)
        self._whole.addWidget(Line())
        self._whole.addLayout(self._top)
        self._whole.addWidget(column, 1)
        self._whole.addLayout(self._record_row)
        self._whole.addWidget(self._actions)
        self._whole.addWidget(self.footer)
        self._unfold.clicked.connect(self.ask_other_window)
        self._add.clicked.connect(self.enrol_wanted)
        self._return.clicked.connect(self.return_wanted)
        self._undo.clicked.connect(self.undo_wanted)

    def _arrange(self) -> None:
        finding, view = self.is_finding, self.view
        self.candidates.setVisible(finding)
        self.member.setVisible(not finding and view in (View.IDLE, View.BILL))
        for part in (self.bill, self.bill.record_button):
            part.setVisible(not finding and view is View.BILL)
        self.rewards.setVisible(not finding and view is View.BILL)
        self.enrol.setVisible(not finding and view is View.ENROL)
        self.returning.setVisible(not finding and view is View.RETURN)
        self.link.setVisible(not finding and view is View.LINK)
        self.idle.setVisible(not finding and view is View.IDLE)
        self.today.setVisible(not finding and view is View.IDLE)

    def _take_sizes(self, frame: int) -> None:
        look = theme()
        side = look.px(14)
        # Larger text needs a wider strip: words cut off would be worse.
        self.setMinimumSize(QSize(look.px(350), 480))
        self._whole.setContentsMargins(frame, frame, frame, frame)
        self._bar_row.setContentsMargins(side, look.px(5), side, look.px(5))
        self._bar_row.setSpacing(look.gap)
        self._top.setContentsMargins(side, look.px(12), side, look.px(10))
        self._top.setSpacing(look.px(10))
        self._column.parts.setContentsMargins(side, 0, side, look.px(10))
        self._column.parts.setSpacing(look.px(12))
        self._record_row.setContentsMargins(side, look.px(6), side, 0)
        self._below.setContentsMargins(side, look.px(6), side, look.px(8))
        self._below.setSpacing(look.gap)
        stacked_when_large(self._below)
        # Large text needs the room above for questions and the total; these are then scrolled to.
        place = self._column.parts if is_large() else self._whole
        if place.indexOf(self._actions) < 0:
            place.insertWidget(place.count() - (place is self._whole), self._actions)

    def _retranslate(self) -> None:
        super()._retranslate()
        self._unfold.setText(self.tr("Open out"))
        self._add.setText(self.tr("Add"))
        self._return.setText(self.tr("Return"))
        self._undo.setText(self.tr("Undo"))
