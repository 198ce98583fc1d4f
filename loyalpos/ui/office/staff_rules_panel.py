"""What the people at the till may do alone, each rule in a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loyalpos.engine.staff import OwnBills, StaffRules
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.panel import Panel
from loyalpos.ui.widgets.translated import Translated

__all__ = ["StaffRulesPanel"]

_MINUTES = (0, 1, 2, 5, 10, 30)
_POINTS = ("", "100", "200", "500", "1000", "2000", "5000")
_DAYS = ("", "1", "3", "7", "14", "30")


class StaffRulesPanel(Translated, Panel):
    """Four sentences with a choice in each; a choice is kept at once.

    Signals:
        chosen(StaffRules): What is to hold from now on.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._rules = StaffRules()
        self.minutes, self.points, self.days, self.bills = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        self._sentences = (
            Sentence({"minutes": self.minutes}),
            Sentence({"points": self.points}),
            Sentence({"days": self.days}),
            Sentence({"bills": self.bills}),
        )
        for part in self._sentences:
            self.body.addWidget(part)
        for box in (self.minutes, self.points, self.days, self.bills):
            box.chosen.connect(self._choose)
        self.retranslate()

    def show_rules(self, rules: StaffRules) -> None:
        """Show what is in force."""
        self._rules = rules
        self.minutes.choose(str(rules.lock_minutes))
        self.points.choose("" if rules.redeem_above is None else str(rules.redeem_above))
        self.days.choose("" if rules.old_return_days is None else str(rules.old_return_days))
        self.bills.choose(rules.own_bills.value)

    def _choose(self, _chosen: str) -> None:
        points, days = self.points.choice(), self.days.choice()
        rules = StaffRules(
            int(self.minutes.choice()),
            int(points) if points else None,
            int(days) if days else None,
            OwnBills(self.bills.choice()),
        )
        if rules != self._rules:
            self._rules = rules
            self.chosen.emit(rules)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(self.tr("What needs a manager"))
        never, any_ = self.tr("never"), self.tr("any")
        self.minutes.offer([(str(one), str(one) if one else never) for one in _MINUTES])
        self.points.offer([(one, one or any_) for one in _POINTS])
        self.days.offer([(one, one or any_) for one in _DAYS])
        self.bills.offer(
            [
                (OwnBills.REFUSE.value, self.tr("only with somebody else's PIN")),
                (OwnBills.FLAG.value, self.tr("alone, with a mark in the books")),
            ]
        )
        for box, name in (
            (self.minutes, self.tr("Minutes until the till locks itself")),
            (self.points, self.tr("Points redeemed at once without a manager")),
            (self.days, self.tr("Days a bill is taken back without a manager")),
            (self.bills, self.tr("Earning on one's own card")),
        ):
            box.setAccessibleName(name)
        lock, points, days, bills = self._sentences
        lock.say(self.tr("The till asks who is there after {minutes} minutes without a key"))
        points.say(self.tr("Up to {points} points are redeemed at once without a manager"))
        days.say(self.tr("Bills are taken back without a manager for {days} days"))
        bills.say(self.tr("Staff earn on their own card {bills}"))
        self.show_rules(self._rules)
