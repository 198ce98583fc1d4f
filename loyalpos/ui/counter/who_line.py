"""Whose bill it is and how many points there are, where the strip has scrolled the member away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.ui.counter.member_panel import MemberPanel
from loyalpos.ui.counter.panel import CounterPanel, as_data
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.texts import Elided, Fitted
from loyalpos.ui.widgets.theme import theme

__all__ = ["WhoLine"]

_ROOMY = 400
"""Logical pixels at 100 % text of a window in which there is room for the button too."""


class WhoLine(CounterPanel):
    """Name, balance and the way out of the bill in one line, while the member's own panel cannot show them.

    Whether it is wanted depends only on how far the column above which it stands is scrolled, never on the
    room it takes, so that it does not come and go by itself.

    Signals:
        leave_wanted(): The bill is to be left, as Esc does.
        turned(): It came or went.
    """

    leave_wanted = Signal()
    turned = Signal()

    def __init__(self, member: MemberPanel, area: ScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(compact=True, parent=parent)
        self._member = member
        self._area = area
        # Once everything has its place: on the way there the member's panel stands anywhere.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        self._is_wanted = False
        self._gives_way = False
        self._name = as_data(Elided("", "strong"))
        self._balance = as_data(Fitted("", "strong", "brand"))
        self.leave_button = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        self._row = QHBoxLayout()
        self._row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._balance, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.whole.addLayout(self._row)
        # Moved by scrolling, and by what comes and goes above it.
        member.installEventFilter(self)
        column = area.widget()
        assert column is not None, "the column is in it"
        column.installEventFilter(self)
        member.retold.connect(self._soon.start)
        self.leave_button.clicked.connect(self.leave_wanted)
        self.retranslate()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again where the member's panel may be somewhere else."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._soon.start()
        return super().eventFilter(watched, event)

    def want(self, *, on: bool) -> None:
        """Stand by while a bill is open, and its member or nobody is shown."""
        self._is_wanted = on
        self._soon.start()

    def give_way(self, *, on: bool) -> None:
        """Leave the little room a low window has to a question."""
        self._gives_way = on
        self._soon.start()

    def _has_room(self) -> bool:
        return self.window().height() >= theme().px(_ROOMY)

    def _look(self) -> None:
        """Come when the top of the member's panel is scrolled away, and go when it is back."""
        self._name.setText(self._member.name_text)
        self._balance.setText(self._member.balance_text)
        self.leave_button.setVisible(self._has_room())
        self._balance.setVisible(bool(self._member.balance_text))
        top = self._member.mapTo(self._area.viewport(), QPoint(0, 0)).y()
        is_due = self._is_wanted and not self._member.isHidden() and top < 0
        is_due = is_due and (self._has_room() or not self._gives_way)
        if is_due is self.isHidden():
            self.setVisible(is_due)
            self.turned.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.leave_button.setText(self.tr("Leave"))
        self.leave_button.setAccessibleName(self.tr("Leave the bill"))
        self.leave_button.setToolTip(self.tr("Leave the bill"))

    def _take_sizes(self) -> None:
        self._row.setSpacing(theme().gap)
