"""The counter as a whole window: the member at the left, the bill at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from loyalpos.engine.staff import Role
from loyalpos.ui.counter.arrangement import Arrangement
from loyalpos.ui.counter.column import scrolled
from loyalpos.ui.counter.panel import CounterPanel, is_large
from loyalpos.ui.counter.screen import CounterScreen, View
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme

__all__ = ["WholeWindow"]


class WholeWindow(Arrangement):
    """The counter beside nothing else: everything in sight at once."""

    def __init__(self, screen: CounterScreen) -> None:
        super().__init__(screen)
        self._add = ActionButton("", "F4")
        self._office = ActionButton("", "F10")
        self._fold = ActionButton("", "F11")
        self._cashier_label = Words("", "base", "quiet")
        for button in (self._add, self._office, self._fold):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
            screen.bar_row.addWidget(button)
        screen.bar_row.addWidget(self._cashier_label)
        screen.bar_row.addWidget(screen.cashier)

        left, self._left = scrolled(screen.candidates, screen.member, screen.rewards, screen.today)
        # The list of the day takes what is left; without it the candidates stay at the top.
        self._left.parts.setStretchFactor(screen.today, 1_000)
        self._left.parts.addStretch(1)
        self._right = QStackedWidget()
        pages: dict[View, QWidget] = {
            View.IDLE: screen.idle,
            View.BILL: screen.bill,
        }
        self._places: dict[View, QWidget] = {}
        for view, page in pages.items():
            # The bill scrolls by itself, under its button.
            self._places[view] = page if page is screen.bill else scrolled(page)[0]
            self._right.addWidget(self._places[view])
        self._columns = QHBoxLayout()
        self._columns.addWidget(left, 16)
        self._columns.addWidget(self._right, 9)

        screen.whole.addLayout(self._columns, 1)
        screen.whole.addWidget(screen.footer)
        self._add.clicked.connect(screen.enrol_wanted)
        self._office.clicked.connect(screen.office_wanted)
        self._fold.clicked.connect(screen.ask_other_window)

    def place(self, view: View, panel: CounterPanel) -> None:
        """Put the panel where the bill stands."""
        self._places[view] = scrolled(panel)[0]
        self._right.addWidget(self._places[view])

    def arrange(self) -> None:
        """Show the member or the candidates at the left, and the page of the view at the right."""
        screen = self.screen
        self._right.setCurrentWidget(self._places[screen.view])
        # Hidden pages would still ask for their height and their turn with Tab.
        screen.candidates.setVisible(screen.is_finding)
        screen.member.setVisible(not screen.is_finding)
        screen.rewards.setVisible(not screen.is_finding and screen.view is View.BILL)
        screen.today.setVisible(not screen.is_finding)
        # Above it stands more then; the list must not make the column scroll in which it scrolls itself.
        screen.today.be_brief(on=screen.view is View.BILL)

    def take_sizes(self) -> None:
        """Take margins from the theme."""
        look = theme()
        # Large text needs every line there is.
        edge = 8 if is_large() else look.px(14)
        self._columns.setContentsMargins(look.px(20), edge, look.px(20), edge)
        # In very large text the buttons beside the box need the rest.
        self.screen.box.setMinimumWidth(look.px(250) if look.scale_percent <= 150 else 250)
        self._columns.setSpacing(look.space)
        # Large text needs the room for the box.
        self._cashier_label.setVisible(bool(self.screen.cashier.text()) and look.scale_percent < 130)
        self._left.parts.setSpacing(look.px(14))

    def retranslate(self) -> None:
        """Write the words of the bar."""
        self._add.setText(self.tr("Add customer"))
        self._office.setText(self.tr("Office"))
        self._fold.setText(self.tr("Fold up"))
        self._cashier_label.setText(self._role_text())
        self._cashier_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _role_text(self) -> str:
        match self.screen.role:
            case Role.OWNER:
                return self.tr("Owner:")
            case Role.MANAGER:
                return self.tr("Manager:")
            case _:
                return self.tr("Cashier:")
