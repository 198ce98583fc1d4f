"""The quiet line at the counter's foot that says why a slip is not on paper, and how it gets there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from loyalpos.ui.counter.panel import CounterPanel, stacked_when_large
from loyalpos.ui.widgets.buttons import ActionButton
from loyalpos.ui.widgets.flow import WrapRow
from loyalpos.ui.widgets.panel import Line
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import theme

__all__ = ["SlipLine"]


class SlipLine(CounterPanel):
    """What is wrong with the last slip; it takes no focus and asks nothing.

    Signals:
        again_wanted(): Print it again.
        left(): It is not wanted any more.
    """

    again_wanted = Signal()
    left = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(compact=compact, parent=parent)
        self._words = Words("", "small_strong", "amber", wrap=True)
        self._again = ActionButton("", "Ctrl P", icon="printer", tight=compact)
        self._leave = ActionButton("", tight=compact)
        for button in (self._again, self._leave):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._row = WrapRow(self._again, self._leave)
        self._again.clicked.connect(self.again_wanted)
        self._leave.clicked.connect(self.left)
        self.whole.addWidget(Line())
        self._place = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        )
        self._place.addWidget(self._words, 1)
        self._place.addWidget(self._row)
        self.whole.addLayout(self._place)
        self.hide()
        self._take_sizes()
        self.retranslate()

    @property
    def text(self) -> str:
        """What it says; empty while it says nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str) -> None:
        """Say what is wrong; nothing takes the line away."""
        self._words.setText(f"⚠ {text}" if text else "")
        self.setVisible(bool(text))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._again.setText(self.tr("Print it again"))
        self._leave.setText(self.tr("Leave it"))

    def _take_sizes(self) -> None:
        look = theme()
        side = look.px(14 if self.compact else 20)
        self._place.setContentsMargins(side, look.px(6), side, look.px(6))
        self._place.setSpacing(look.px(8))
        if not self.compact:
            stacked_when_large(self._place)
