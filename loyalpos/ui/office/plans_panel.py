"""Programs beside the shop's own: from when to when, and what becomes of what one gave when it ends."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from loyalpos.engine.program import Program
from loyalpos.engine.side_programs import AtEnd, Plan
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.numbers import Number
from loyalpos.ui.office.side_boxes import OptionalDayBox, day_of, name_box, number_box, number_of
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import text_of
from loyalpos.ui.words import units

__all__ = ["PlanRow", "PlansPanel"]

_DAY = timedelta(days=1)


class PlanRow(SideRow):
    """One program beside others; the last day is shown, the document keeps the day after it."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        self.name = name_box(plan.name)
        self.first, self.last = OptionalDayBox(), OptionalDayBox()
        self.first.set_day(plan.first)
        self.last.set_day(_last_day(plan.until))
        self.at_end = ChoiceBox()
        self.days = number_box(Number.WHOLE, plan.honoured_days)
        boxes: dict[str, QWidget] = {
            "name": self.name,
            "first": self.first,
            "until": self.last,
            "at_end": self.at_end,
            "honoured_days": self.days,
        }
        super().__init__(boxes, parent)
        self.offer_ends()
        self.at_end.choose(plan.at_end.value)
        self.at_end.chosen.connect(self.show_days)

    def offer_ends(self) -> None:
        """Say what may become of what it gave."""
        self.at_end.offer(
            [
                (AtEnd.HONOURED.value, self.tr("are still honoured for")),
                (AtEnd.GONE.value, self.tr("are gone at once")),
            ]
        )

    def show_days(self) -> None:
        """Ask for the days only where something is honoured for so many."""
        self.days.setHidden(self.at_end.choice() == AtEnd.GONE)


class PlansPanel(SidePanel[Plan]):
    """The programs beside the shop's own."""

    paths = ("$.plans[",)
    stem = "plan"

    def _of(self, program: Program) -> tuple[Plan, ...]:
        return program.plans

    def _into(self, base: Program, values: tuple[Plan, ...]) -> Program:
        return replace(base, plans=values)

    def _row(self, value: Plan, _program: Program) -> SideRow:
        return PlanRow(value)

    def _typed(self, value: Plan, row: SideRow) -> Plan:
        assert isinstance(row, PlanRow)
        last = day_of(row.last)
        return replace(
            value,
            name=text_of(row.name, value.name),
            first=day_of(row.first),
            # A day nobody could tell from the one shown stays as it was.
            until=value.until if last == _last_day(value.until) else _day_after(last),
            at_end=AtEnd(row.at_end.choice()),
            honoured_days=number_of(row.days) or 0,
        )

    def _first(self, made: str, _program: Program) -> Plan:
        return Plan(made, "")

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("Programs side by side"),
            self.tr("Add a program with a beginning and an end"),
            self.tr(
                "For a season or a campaign: its rules, rewards and draws run from its first day to its last."
            ),
        )

    def _say(self, _value: Plan, row: SideRow) -> None:
        assert isinstance(row, PlanRow)
        row.first.setPlaceholderText(self.tr("at once"))
        row.last.setPlaceholderText(self.tr("no end"))
        row.days.set_unit(*units.days())
        row.offer_ends()
        row.say(
            self.tr(
                "{name} from {first} to {until} – when it ends, its stamps, vouchers and rewards {at_end} "
                "{honoured_days} – points stay {remove}"
            ),
            {
                "name": self.tr("Name of the program"),
                "first": self.tr("First day"),
                "until": self.tr("Last day"),
                "at_end": self.tr("What becomes of what it gave"),
                "honoured_days": self.tr("For how many days it is honoured"),
            },
        )
        row.show_days()


def _last_day(until: date | None) -> date | None:
    return until if until is None or until == date.min else until - _DAY


def _day_after(last: date | None) -> date | None:
    return last if last is None or last == date.max else last + _DAY
