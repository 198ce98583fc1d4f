"""The counter as a whole window: the member at the left, the bill at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from loyalpos.ui.counter.column import Bar, scrolled
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme

__all__ = ["CounterWindow"]


class CounterWindow(CounterScreen):
    """The counter beside nothing else: everything in sight at once."""

    def __init__(self) -> None:
        super().__init__(compact=False)
        # What a shop's small notebook shows; larger text needs scrolling, never a larger window.
        self.setMinimumSize(QSize(960, 560))
        self.resize(1280, 800)

    def _build(self) -> None:
        self._add = ActionButton("", "F4")
        self._office = ActionButton("", "F10")
        self._fold = ActionButton("", "F11")
        self._cashier_label = Words("", "base", "quiet")
        self._bar = Bar()
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self.shop_name)
        self._bar_row.addWidget(self.box, 1)
        for button in (self._add, self._office, self._fold):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
            self._bar_row.addWidget(button)
        self._bar_row.addWidget(self._cashier_label)
        self._bar_row.addWidget(self.cashier)

        left, self._left = scrolled(self.candidates, self.member, self.rewards, self.today)
        # The list of the day takes what is left; without it the candidates stay at the top.
        self._left.parts.setStretchFactor(self.today, 1_000)
        self._left.parts.addStretch(1)
        self._right = QStackedWidget()
        pages: dict[View, QWidget] = {
            View.IDLE: self.idle,
            View.BILL: self.bill,
            View.ENROL: self.enrol,
            View.RETURN: self.returning,
            View.LINK: self.link,
        }
        self._places: dict[View, QWidget] = {}
        for view, page in pages.items():
            # The bill scrolls by itself, under its button.
            self._places[view] = page if page is self.bill else scrolled(page)[0]
            self._right.addWidget(self._places[view])
        self._columns = QHBoxLayout()
        self._columns.addWidget(left, 16)
        self._columns.addWidget(self._right, 9)

        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._bar)
        self._whole.addWidget(Line())
        self._banner_row = QVBoxLayout()
        self._banner_row.addWidget(self.banner)
        self._whole.addLayout(self._banner_row)
        self._whole.addLayout(self._columns, 1)
        self._whole.addWidget(self.footer)
        self._add.clicked.connect(self.enrol_wanted)
        self._office.clicked.connect(self.office_wanted)
        self._fold.clicked.connect(self.ask_other_window)

    def _arrange(self) -> None:
        self._right.setCurrentWidget(self._places[self.view])
        # Hidden pages would still ask for their height and their turn with Tab.
        self.candidates.setVisible(self.is_finding)
        self.member.setVisible(not self.is_finding)
        self.rewards.setVisible(not self.is_finding and self.view is View.BILL)
        self.today.setVisible(not self.is_finding)

    def _take_sizes(self, frame: int) -> None:
        look = theme()
        self.box.setMinimumWidth(look.px(250))
        self._whole.setContentsMargins(frame, frame, frame, frame)
        self._bar_row.setContentsMargins(look.px(20), look.px(6), look.px(20), look.px(6))
        self._bar_row.setSpacing(look.px(12))
        self._banner_row.setContentsMargins(look.px(20), look.px(12), look.px(20), 0)
        self._columns.setContentsMargins(look.px(20), look.px(14), look.px(20), look.px(14))
        self._columns.setSpacing(look.space)
        # Large text needs the room for the box.
        self._cashier_label.setVisible(bool(self.cashier.text()) and look.scale_percent < 130)
        self._left.parts.setSpacing(look.px(14))

    def _retranslate(self) -> None:
        super()._retranslate()
        self._add.setText(self.tr("Add customer"))
        self._office.setText(self.tr("Office"))
        self._fold.setText(self.tr("Fold up"))
        self._cashier_label.setText(self.tr("Cashier:"))
        self._cashier_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
