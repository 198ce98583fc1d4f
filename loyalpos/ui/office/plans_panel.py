"""Programs beside the shop's own: from when to when, and what becomes of what one gave when it ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from loyalpos.engine.side_programs import AtEnd, Plan
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.side_rows import OptionalDayBox, SidePanel, SideRow
from loyalpos.ui.office.word_boxes import TextBox

__all__ = ["PlanRow", "PlansPanel"]

_DAY = timedelta(days=1)


class PlanRow(SideRow[Plan]):
    """One program beside others; the last day is shown, the document keeps the day after it."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        self.name = TextBox()
        self.first, self.last = OptionalDayBox(), OptionalDayBox()
        self.at_end = ChoiceBox()
        self.days = NumberBox(Number.WHOLE)
        super().__init__(
            plan,
            {
                "name": self.name,
                "first": self.first,
                "last": self.last,
                "at_end": self.at_end,
                "honoured_days": self.days,
            },
            parent,
        )
        self.last.set_day(_last_day(plan.until))
        self.retranslate()
        self.at_end.choose(plan.at_end.value)
        self._show_days()
        self.at_end.chosen.connect(self._show_days)

    def as_fields(self, typed: dict[str, Any]) -> dict[str, Any]:
        """Turn the last day into the day after it."""
        last = typed.pop("last")
        # A day nobody could tell from the one shown stays as it was.
        until = self.value.until if last == _last_day(self.value.until) else _day_after(last)
        return {**typed, "until": until, "at_end": AtEnd(typed["at_end"])}

    def box_of(self, path: str) -> QWidget | None:
        """The end is typed as the last day."""
        return self.last if path == "until" else super().box_of(path)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.name.setAccessibleName(self.tr("Name of the program"))
        self.first.setAccessibleName(self.tr("First day"))
        self.first.setPlaceholderText(self.tr("at once"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.last.setPlaceholderText(self.tr("no end"))
        self.at_end.setAccessibleName(self.tr("What becomes of what it gave"))
        self.days.setAccessibleName(self.tr("For how many days it is honoured"))
        self.days.set_unit(self.tr("days"))
        self.at_end.offer(
            [
                (AtEnd.HONOURED.value, self.tr("are still honoured for")),
                (AtEnd.GONE.value, self.tr("are gone at once")),
            ]
        )
        self.sentence.say(
            self.tr(
                "{name} from {first} to {last} – when it ends, its stamps, vouchers and rewards {at_end} "
                "{honoured_days} – points stay {remove}"
            )
        )

    def _show_days(self) -> None:
        self.days.setHidden(self.at_end.choice() == AtEnd.GONE)


class PlansPanel(SidePanel[Plan]):
    """The programs beside the shop's own."""

    field = "plans"
    paths = ("$.plans[",)

    def new_value(self, new_id: str) -> Plan:
        """Give a new one."""
        return Plan(new_id, "")

    def row_of(self, value: Plan) -> SideRow[Plan]:
        """Make its row."""
        return PlanRow(value)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.set_title(self.tr("Programs side by side"))
        self.add_button.setText(self.tr("Add a program with a beginning and an end"))
        self.say_what_for(
            self.tr(
                "For a season or a campaign: its rules, rewards and draws run from its first day to its last."
            )
        )


def _last_day(until: date | None) -> date | None:
    return until if until is None or until == date.min else until - _DAY


def _day_after(last: date | None) -> date | None:
    return last if last is None or last == date.max else last + _DAY
