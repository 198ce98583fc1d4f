"""What somebody who joins is asked: the notice, the program aloud, and further consents each for itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.members import NEVER_OF_THE_UNDER_AGE, Consent, Purpose
from loyalpos.ui.counter.notice_box import NoticeBox
from loyalpos.ui.counter.yes_button import YesButton
from loyalpos.ui.widgets.choices import Tick
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.words.consent import (
    CHANNEL_PAPER,
    CHANNEL_SPOKEN,
    consent_to,
    consent_wording,
    extra_purposes,
)
from loyalpos.ui.words.points import called

__all__ = ["AskingBox"]


class AskingBox(QWidget, Themed):
    """The notice stands before the yes, and no tick is set beforehand.

    Signals:
        agreed(): The yes was pressed.
    """

    agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_child = False
        self.notice = NoticeBox()
        self._say = Words("", "small", "quiet", wrap=True)
        self._wording = Words("", "strong", wrap=True)
        self._spoken = Panel(fill="brand_soft", edge="")
        self.yes = YesButton()
        self.extras = {purpose: Tick("") for purpose in extra_purposes()}
        self._spoken.body.addWidget(self._say)
        self._spoken.body.addWidget(self._wording)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.notice, self._spoken, self.yes, *self.extras.values()):
            self._column.addWidget(part)
        self.yes.clicked.connect(self.agreed)
        self.follow_theme()

    def begin(self) -> None:
        """Start anew: nothing is agreed to."""
        for tick in self.extras.values():
            tick.setChecked(False)
        self.notice.begin()

    def turn_child(self, *, on: bool) -> None:
        """Ask whoever answers for a child, and nothing a child is not asked for."""
        self._is_child = on
        for purpose in NEVER_OF_THE_UNDER_AGE:
            if purpose in self.extras:
                self.extras[purpose].setChecked(False)
                self.extras[purpose].setVisible(not on)

    def consents(self) -> tuple[Consent, ...]:
        """Give what is agreed to with the yes, and how it was said."""
        extra = (purpose for purpose, tick in self.extras.items() if tick.isChecked())
        channel = CHANNEL_PAPER if self.notice.proof.text().strip() else CHANNEL_SPOKEN
        return tuple(consent_to(purpose, channel) for purpose in (Purpose.PROGRAM, *extra))

    def retranslate(self, shop_name: str, points_name: str, yes: str) -> None:
        """Write the words anew.

        Args:
            yes: What the button says.
        """
        ask = self.tr("Ask the parent or guardian:") if self._is_child else self.tr("Ask the customer:")
        self._say.setText(ask)
        self._wording.setText("“" + consent_wording(Purpose.PROGRAM, shop_name, called(points_name)) + "”")
        for purpose, tick in self.extras.items():
            tick.setText(consent_wording(purpose, shop_name))
        self.notice.retranslate()
        self.yes.set_key(self.tr("Space"))
        self.yes.setText(yes)

    def follow_theme(self) -> None:
        """Take the gaps."""
        self._column.setSpacing(theme().px(10))
        self._spoken.body.setSpacing(theme().px(4))
