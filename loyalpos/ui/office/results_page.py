"""What came of it all: the month beside its goals, who bought most, what came of sending friends."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.ui.office.best_box import BestBox
from loyalpos.ui.office.friends_box import FriendsBox
from loyalpos.ui.office.goals_box import GoalsBox
from loyalpos.ui.office.long_work import LongWork
from loyalpos.ui.office.page import Page, Workplace

__all__ = ["ResultsPage"]


class ResultsPage(Page):
    """A card for each question an owner asks of the shop's figures.

    Signals:
        opened(UUID): A member is to be looked at.
    """

    place = "results"

    opened = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.work = LongWork()
        self.goals = GoalsBox(self)
        self.best = BestBox(self, self.work)
        self.friends = FriendsBox(self)
        for box in (self.goals, self.best, self.friends):
            self.body.addWidget(box)
        self.body.addStretch(1)
        self.below.addWidget(self.work)
        self.best.opened.connect(self.opened)
        self.friends.opened.connect(self.opened)
        self.retranslate()

    def refresh(self) -> None:
        """Add everything up again."""
        self.goals.refresh()
        self.best.refresh()
        self.friends.refresh()
