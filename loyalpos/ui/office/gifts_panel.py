"""The gifts of a draft that no bill brings: for joining, birthdays, years, milestones, coming back."""

from __future__ import annotations

from functools import partial
from typing import cast

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from loyalpos.engine.brought import GiftKind, kind_of
from loyalpos.engine.occasions import (
    AnniversaryGift,
    BirthdayGift,
    Every,
    Gives,
    HolidayGift,
    Milestone,
    Occasion,
    Streak,
    SurveyGift,
    WelcomeGift,
    WinBack,
)
from loyalpos.engine.problems import Problem
from loyalpos.engine.program import Program
from loyalpos.engine.tiers import Reached
from loyalpos.ui.office.budget_choice import BudgetBox
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.gift_values import GIFTS, GiftValue, value_for
from loyalpos.ui.office.gives_fields import GivesFields
from loyalpos.ui.office.holiday_fields import HolidayFields
from loyalpos.ui.office.numbers import Number, NumberBox
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.side_boxes import name_box, number_box, number_of, plan_box
from loyalpos.ui.office.side_rows import SidePanel, SideRow
from loyalpos.ui.office.word_boxes import TextBox, text_of
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.words.gifts import gift_name

__all__ = ["GiftsPanel"]

_FIRST = Gives(points=50)
_GIVES = "gives."


class GiftsPanel(SidePanel[GiftValue]):
    """A sentence for each gift; what the occasion asks for stands in it."""

    paths = ("$.occasions[",)
    stem = "occasion"

    def __init__(self, parent: QWidget | None = None) -> None:
        self._gives: dict[str, GivesFields] = {}
        self._holidays: dict[str, HolidayFields] = {}
        self._places: tuple[int, ...] = ()
        super().__init__(parent)
        self._others = Notice()
        self._ends.insertWidget(0, self._others)

    def know(self, draft: Program) -> None:
        """Offer the stamp cards, draws, vouchers and budgets the draft has now."""
        for value, row in self._rows:
            self._gives[value.id].know(draft)
            cast("BudgetBox", row.boxes["budget"]).know(draft, kind_of(value))
        for value, row in self._rows:
            self._say(value, row)

    def complain(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong with the program that was read, each at its row."""
        others = [problem for problem in problems if problem.path.startswith(self.paths[0])]
        for at, (_, row) in zip(self._places, self._rows, strict=True):
            path = f"{self.paths[0]}{at}]."
            mine = [one for one in others if one.path.startswith(path)]
            others = [one for one in others if one not in mine]
            row.complain(tuple((one.path.removeprefix(path).removeprefix(_GIVES), one) for one in mine))
        tone = "red" if any(one.is_error for one in others) else "amber"
        self._others.say("\n".join(problem_sentence(one) for one in others), tone=tone)

    def _of(self, program: Program) -> tuple[GiftValue, ...]:
        return tuple(one for one in program.occasions if isinstance(one, GIFTS))

    def _into(self, base: Program, values: tuple[GiftValue, ...]) -> Program:
        """Put the gifts where gifts stood, in their order; what else there is keeps its place."""
        left = list(values)
        made: list[Occasion] = []
        places: list[int] = []
        for occasion in (*base.occasions, *(None for _ in values)):
            if occasion is None or isinstance(occasion, GIFTS):
                if not left:
                    continue
                places.append(len(made))
                occasion = left.pop(0)
            made.append(occasion)
        self._places = tuple(places)
        return replace(base, occasions=tuple(made))

    def _row(self, value: GiftValue, program: Program) -> SideRow:
        kind = ChoiceBox()
        boxes: dict[str, QWidget] = {"kind": kind}
        match value:
            case BirthdayGift():
                boxes["before_days"] = number_box(Number.WHOLE, value.before_days)
                boxes["late_days"] = number_box(Number.WHOLE, value.late_days)
            case Milestone():
                boxes["at"] = number_box(Number.VND, value.at)
                boxes["reached_by"] = ChoiceBox()
            case WinBack():
                boxes["after_days"] = number_box(Number.WHOLE, value.after_days)
            case Streak():
                boxes["in_a_row"] = number_box(Number.WHOLE, value.in_a_row)
                boxes["every"] = ChoiceBox()
            case HolidayGift():
                self._holidays[value.id] = HolidayFields(value)
                boxes |= self._holidays[value.id].boxes
            case _:
                pass
        gives = GivesFields(value.gives, program)
        self._gives[value.id] = gives
        boxes |= gives.boxes
        boxes["name"] = name_box(value.name)
        boxes["plan"] = plan_box(value.plan, program)
        budget = boxes["budget"] = BudgetBox(value.budget)
        budget.know(program, kind_of(value))
        row = SideRow(boxes)
        if isinstance(value, Milestone):
            reached = cast("ChoiceBox", boxes["reached_by"])
            reached.offer([(one.value, one.value) for one in Reached])
            reached.choose(value.reached_by.value)
            reached.chosen.connect(lambda _: self._say(self.value_of(row), row))
        if isinstance(value, Streak):
            every = cast("ChoiceBox", boxes["every"])
            every.offer([(one.value, one.value) for one in Every])
            every.choose(value.every.value)
        if isinstance(value, HolidayGift):
            self._holidays[value.id].which.chosen.connect(lambda _: self._say(self.value_of(row), row))
        kind.chosen.connect(partial(self._take_kind, row))
        cast("ChoiceBox", boxes["more"]).chosen.connect(partial(self._take_more, row))
        return row

    def _typed(self, value: GiftValue, row: SideRow) -> GiftValue:
        boxes = row.boxes
        typed = replace(
            value,
            gives=self._gives[value.id].value(),
            name=text_of(boxes["name"], value.name),
            plan=cast("ChoiceBox", boxes["plan"]).choice(),
            budget=cast("BudgetBox", boxes["budget"]).choice(),
        )
        match typed:
            case BirthdayGift():
                return replace(
                    typed,
                    before_days=number_of(boxes["before_days"]) or 0,
                    late_days=number_of(boxes["late_days"]) or 0,
                )
            case Milestone():
                reached = Reached(cast("ChoiceBox", boxes["reached_by"]).choice())
                return replace(typed, reached_by=reached, at=number_of(boxes["at"]) or 0)
            case WinBack():
                return replace(typed, after_days=number_of(boxes["after_days"]) or 0)
            case Streak():
                every = Every(cast("ChoiceBox", boxes["every"]).choice())
                return replace(typed, every=every, in_a_row=number_of(boxes["in_a_row"]) or 0)
            case HolidayGift():
                return self._holidays[value.id].into(typed)
            case _:
                return typed

    def _first(self, made: str, _program: Program) -> GiftValue:
        return BirthdayGift(made, _FIRST)

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("Gifts"),
            self.tr("Add a gift"),
            self.tr("No gift – add one for birthdays, for joining, or for who has not been here for long"),
        )

    def _say(self, value: GiftValue, row: SideRow) -> None:
        kind = cast("ChoiceBox", row.boxes["kind"])
        kind.offer(self._kinds())
        kind.choose(kind_of(value).value)
        called = "" if self._base is None else self._base.points_name
        gives = self._gives[value.id]
        gives.retranslate(called)
        if isinstance(value, Milestone):
            self._say_reached(row, called)
        if isinstance(value, Streak):
            self._say_every(row)
        if isinstance(value, HolidayGift):
            self._holidays[value.id].retranslate()
        name = cast("TextBox", row.boxes["name"])
        name.setPlaceholderText(gift_name(kind_of(value), ""))
        budget = cast("BudgetBox", row.boxes["budget"])
        words = self._whole(self._sentence(value), value, row)
        spoken = self._whole(self._spoken(self._typed(value, row)), value, row)
        row.say(
            words + " {remove}",
            {
                **gives.names(),
                **HolidayFields.names(),
                "in_a_row": self.tr("How many in a row"),
                "every": self.tr("Days, weeks or months"),
                "kind": self.tr("What the gift is for"),
                "before_days": self.tr("Days before the birthday")
                if isinstance(value, BirthdayGift)
                else self.tr("Days before the holiday"),
                "late_days": self.tr("Days after the birthday for who joins late"),
                "at": self.tr("How much must be reached"),
                "reached_by": self.tr("What is counted"),
                "after_days": self.tr("Days of absence")
                if isinstance(value, WinBack)
                else self.tr("Days after the holiday"),
                "name": self.tr("What the gift is called"),
                "plan": self.tr("In which program"),
                "budget": budget.accessibleName(),
            },
            spoken,
        )

    def _whole(self, sentence: str, value: GiftValue, row: SideRow) -> str:
        """Put what all gifts have behind the sentence of one."""
        words = sentence.replace("{gives}", self._gives[value.id].words())
        words = self.tr("{sentence} – called {name}").replace("{sentence}", words)
        if self.has_plans(value.plan):
            words = self.tr("{sentence} in {plan}").replace("{sentence}", words)
        budget = cast("BudgetBox", row.boxes["budget"])
        return budget.in_sentence(words) if budget.makes_sense else words

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            (GiftKind.WELCOME.value, self.tr("Who joins")),
            (GiftKind.BIRTHDAY.value, self.tr("Who has a birthday")),
            (GiftKind.ANNIVERSARY.value, self.tr("Who joined on this day of a year")),
            (GiftKind.MILESTONE.value, self.tr("Who comes to")),
            (GiftKind.WIN_BACK.value, self.tr("Who was not here for")),
            (GiftKind.STREAK.value, self.tr("Who comes without a gap for")),
            (GiftKind.HOLIDAY.value, self.tr("Who comes at")),
            (GiftKind.SURVEY.value, self.tr("Who answers a survey")),
        ]

    def _sentence(self, value: GiftValue) -> str:
        match value:
            case WelcomeGift() | AnniversaryGift():
                return self.tr("{kind} gets {gives}")
            case SurveyGift():
                return self.tr("{kind} gets {gives} at the counter, once")
            case BirthdayGift():
                return self.tr(
                    "{kind} gets {gives} from {before_days} days before on,"
                    " also who joins up to {late_days} days after it"
                )
            case Milestone():
                return self.tr("{kind} {at} {reached_by} gets {gives}")
            case WinBack():
                return self.tr("{kind} {after_days} days gets {gives}")
            case Streak():
                return self.tr("{kind} {in_a_row} {every} gets {gives}")
            case HolidayGift():
                around = self.tr(
                    "{kind} {holiday} gets {gives}, from {before_days} days before to {after_days} days after"
                )
                return around.replace("{holiday}", self._holidays[value.id].words())

    def _spoken(self, value: GiftValue) -> str:
        """Say it without days around a day where there are none."""
        if isinstance(value, BirthdayGift) and not (value.before_days or value.late_days):
            return self.tr("{kind} gets {gives}")
        if not isinstance(value, HolidayGift) or (value.before_days and value.after_days):
            return self._sentence(value)
        if value.before_days:
            words = self.tr("{kind} {holiday} gets {gives}, from {before_days} days before")
        elif value.after_days:
            words = self.tr("{kind} {holiday} gets {gives}, up to {after_days} days after")
        else:
            words = self.tr("{kind} {holiday} gets {gives}")
        return words.replace("{holiday}", self._holidays[value.id].words())

    def _say_reached(self, row: SideRow, called: str) -> None:
        reached, at = cast("ChoiceBox", row.boxes["reached_by"]), cast("NumberBox", row.boxes["at"])
        reached.offer(
            [
                (Reached.SPEND.value, self.tr("spent since joining")),
                (Reached.POINTS.value, self.tr("earned since joining")),
                (Reached.VISITS.value, self.tr("made since joining")),
            ]
        )
        measure = Reached(reached.choice())
        at.count_in(Number.VND if measure is Reached.SPEND else Number.WHOLE)
        at.set_unit({Reached.POINTS: called, Reached.VISITS: self.tr("visits")}.get(measure, ""))

    def _say_every(self, row: SideRow) -> None:
        cast("ChoiceBox", row.boxes["every"]).offer(
            [
                (Every.DAY.value, self.tr("days in a row")),
                (Every.WEEK.value, self.tr("weeks in a row")),
                (Every.MONTH.value, self.tr("months in a row")),
            ]
        )

    def _take_more(self, row: SideRow, what: str) -> None:
        """Ask for what else is given from now on."""
        if what:
            self._say(self.value_of(row), row)
            row.boxes[what].setFocus()

    def _take_kind(self, row: SideRow, kind: str) -> None:
        """Give for another occasion from now on; what it gives stays."""
        value = self._typed(self.value_of(row), row)
        self.swap(row, self._other(value, GiftKind(kind))).boxes["kind"].setFocus()
        self.edited.emit()

    def _other(self, value: GiftValue, kind: GiftKind) -> GiftValue:
        assert self._base is not None
        # Who had the one has not had the other: what was published keeps its id to itself.
        known = {one.id for one in self._base.occasions} | {one.id for one, _ in self._rows}
        made = f"{self.stem}-{self._base.revision + 1}-"
        fresh = (made + str(n) for n in range(1, len(known) + 2))
        is_published = any(one.id == value.id for one in self._base.occasions)
        which = next(one for one in fresh if one not in known) if is_published else value.id
        return value_for(kind, which, value)
