"""What can be done with a whole rule: limits, steps, its place among the others, its end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loyalpos.engine.rules import BandRule, Rule, UnknownRule
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.flow import WrapRow

__all__ = ["RuleButtons"]


class RuleButtons(WrapRow):
    """The buttons below an unfolded rule; those it has no use for are hidden."""

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        (
            self.add_limit,
            self.drop_limit,
            self.add_step,
            self.drop_step,
            self.up,
            self.down,
            self.remove,
        ) = buttons = tuple(ActionButton("", look=Look.QUIET, tight=True) for _ in range(7))
        for button, shown in (
            (self.add_limit, not isinstance(rule, UnknownRule)),
            (self.drop_limit, not isinstance(rule, UnknownRule) and bool(rule.limits)),
            (self.add_step, isinstance(rule, BandRule)),
            (self.drop_step, isinstance(rule, BandRule) and len(rule.bands) > 1),
        ):
            if not shown:
                button.hide()
        super().__init__(*buttons, parent=parent)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add_limit.setText(self.tr("Set a limit"))
        self.drop_limit.setText(self.tr("Drop the limit"))
        self.add_step.setText(self.tr("One step more"))
        self.drop_step.setText(self.tr("One step less"))
        self.up.setText(self.tr("Move up"))
        self.down.setText(self.tr("Move down"))
        self.remove.setText(self.tr("Remove the rule"))
