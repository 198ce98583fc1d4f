"""The tail of a sentence, typed in place: each condition a short sentence of its own, joined by “and”."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyalpos.engine.conditions import (
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
    Condition,
    HasItem,
    HasTag,
    InHours,
    InTier,
    Match,
    NearBirthday,
    NearTet,
    Not,
    OnDates,
    OnLunarDays,
    OnWeekdays,
    OnYearDays,
    PaidBy,
)
from loyalpos.engine.problems import Problem
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.office.box_reading import first_unreadable, on_change
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.clause_kinds import can_be_turned
from loyalpos.ui.office.clause_menu import ClauseMenu
from loyalpos.ui.office.clause_words import clause_words
from loyalpos.ui.office.numbers import DayBox, Number, NumberBox
from loyalpos.ui.office.program_problems import problem_sentence
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.office.toggles import Toggles
from loyalpos.ui.office.word_boxes import MatchField, NamesBox, TimeBox, WholesBox
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words import units
from loyalpos.ui.words.conditions import contrary_of, either, weekday_names

__all__ = ["Clause"]

_WHOLES = {
    OnYearDays: ("day", "month", "days"),
    NearTet: ("before_days", "after_days"),
    AwayFor: ("days",),
    HasItem: ("quantity",),
}


class Clause(Translated, QWidget):
    """One condition or its contrary; of a kind that has no fields here it is a phrase, and stays as it is.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants it gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(
        self,
        condition: Condition,
        tiers: TierPlan,
        *,
        follows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show a condition.

        Args:
            condition: What it says.
            tiers: Those that can be asked for.
            follows: Whether it stands beside another, of which any will do.
            parent: Who owns it.
        """
        super().__init__(parent)
        can_turn = can_be_turned(condition)
        self._is_contrary = can_turn and isinstance(condition, Not)
        self._condition = condition.condition if can_turn and isinstance(condition, Not) else condition
        self._follows = follows
        self._tiers = tiers
        self.boxes: dict[str, QWidget] = {}
        self._match: MatchField | None = None
        self._fill()
        self.remove = ActionButton("", look=Look.QUIET, icon="cross", tight=True)
        self.menu = ClauseMenu() if can_turn else None
        menu = {} if self.menu is None else {"menu": self.menu}
        self.sentence = Sentence({**self.boxes, **menu, "remove": self.remove})
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentence)
        on_change(self.boxes.values(), self.edited)
        self.remove.clicked.connect(self.removal_wanted)
        if self.menu is not None:
            self.menu.turned.connect(self._turn)
        self.retranslate()

    def read(self) -> Condition | None:
        """Give the condition as typed; None, said in place, where a field cannot be read."""
        self.sentence.complain("")
        wrong = first_unreadable(self.boxes.values())
        if wrong is not None:
            self.sentence.complain(wrong[1], wrong[0])
            return None
        if self._match is not None and self._match.is_unreadable():
            self.sentence.complain(self.tr("Type at least one name"), self._match.names)
            return None
        return Not(self._typed()) if self._is_contrary else self._typed()

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong first of all, each problem with its path below the condition."""
        self.sentence.complain("")
        for path, problem in problems[:1]:
            below = path.removeprefix(".condition") if self._is_contrary else path
            field = below.removeprefix(".").partition("[")[0].partition(".")[0]
            box = self.boxes.get("names" if field == "match" else field)
            tone = "red" if problem.is_error else "amber"
            self.sentence.complain(problem_sentence(problem), *(() if box is None else (box,)), tone=tone)

    def focus_first(self) -> None:
        """Take the keyboard to the first field."""
        next(iter(self.boxes.values()), self.remove).setFocus()

    def follow_none(self) -> None:
        """Stand beside no other before it from now on."""
        self._follows = False
        self._say()

    def name_tiers(self, tiers: TierPlan) -> None:
        """Know other tiers from now on."""
        self._tiers = tiers
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.remove.setText(self.tr("Leave out"))
        if self._match is not None:
            self._match.retranslate()
        for box in self.boxes.values():
            if not isinstance(box, Toggles):
                box.setAccessibleName(self.tr("When it applies"))
        weekdays, tiers = self.boxes.get("weekdays"), self.boxes.get("tiers")
        if isinstance(weekdays, Toggles):
            weekdays.offer([(str(at), name) for at, name in enumerate(weekday_names())])
        if isinstance(tiers, Toggles) and isinstance(self._condition, InTier):
            known = [(tier.id, tier.name) for tier in self._tiers.tiers]
            gone = [(one, one) for one in self._condition.tiers if one and self._tiers.tier(one) is None]
            tiers.offer([("", self.tr("no tier yet")), *known, *dict(gone).items()])
        span = self.boxes.get("span")
        if isinstance(span, ChoiceBox):
            rows = [
                (BirthdaySpan.DAY.value, self.tr("day")),
                (BirthdaySpan.WEEK.value, self.tr("week")),
                (BirthdaySpan.MONTH.value, self.tr("month")),
            ]
            span.offer(rows)
        for box in self.boxes.values():
            if isinstance(box, DayBox):
                box.setPlaceholderText(self.tr("dd/mm/yyyy"))
        for field in ("days", "before_days", "after_days"):
            if isinstance(counted := self.boxes.get(field), NumberBox):
                counted.set_unit(*units.days())
        months = self.boxes.get("months")
        if isinstance(months, WholesBox):
            months.setPlaceholderText(self.tr("all"))
        tenders = self.boxes.get("tenders")
        if isinstance(tenders, NamesBox):
            # The counter offers what is named here, and knows no other way of paying.
            tenders.setPlaceholderText(self.tr("MoMo, card"))
        self._say()
        # Empty when it was made, it went out of sight; it has a place only now.
        for box in self.boxes.values():
            if isinstance(box, Toggles):
                box.show()

    def _say(self) -> None:
        said = clause_words(self._condition, self._tiers)
        said = contrary_of(said) if self._is_contrary else said
        said = either(("", said)).lstrip() if self._follows else said
        if self.menu is not None:
            self.menu.say(is_contrary=self._is_contrary)
            said = f"{said} {{menu}}"
        self.sentence.say(f"{said} {{remove}}")

    def _turn(self) -> None:
        self._is_contrary = not self._is_contrary
        self._say()
        self.edited.emit()

    def _fill(self) -> None:
        condition = self._condition
        for field in _WHOLES.get(type(condition), ()):
            number = self.boxes[field] = NumberBox(Number.WHOLE)
            number.set_value(getattr(condition, field))
        match condition:
            case OnWeekdays():
                self.boxes["weekdays"] = Toggles([str(one) for one in condition.weekdays])
            case InTier():
                self.boxes["tiers"] = Toggles(condition.tiers)
            case InHours():
                for field, minute in (("first", condition.first), ("until", condition.until)):
                    time = self.boxes[field] = TimeBox()
                    time.set_minute(minute)
            case OnDates():
                until = condition.until
                last = None if until is None else until - timedelta(days=1)
                for field, on in (("first", condition.first), ("until", last)):
                    day = self.boxes[field] = DayBox()
                    day.set_day(on)
            case NearBirthday():
                span = self.boxes["span"] = ChoiceBox()
                span.offer([(one.value, one.value) for one in BirthdaySpan])
                span.choose(condition.span.value)
            case HasTag() | PaidBy():
                tagged = isinstance(condition, HasTag)
                names = self.boxes["tags" if tagged else "tenders"] = NamesBox(tags=tagged)
                names.set_names(condition.tags if isinstance(condition, HasTag) else condition.tenders)
            case BillAtLeast():
                amount = self.boxes["amount_vnd"] = NumberBox(Number.VND)
                amount.set_value(condition.amount_vnd)
            case OnLunarDays():
                for field in ("days", "months"):
                    wholes = self.boxes[field] = WholesBox()
                    wholes.set_numbers(getattr(condition, field))
            case HasItem():
                self._match = MatchField(condition.match, parent=self)
                self._match.changed.connect(self.edited)
                self.boxes["what"], self.boxes["names"] = self._match.what, self._match.names

    def _typed(self) -> Condition:
        match self._condition:
            case OnWeekdays():
                return OnWeekdays(tuple(int(one) for one in self._chosen("weekdays")))
            case InTier():
                return InTier(self._chosen("tiers"))
            case InHours() as was:
                return replace(was, first=self._minute("first"), until=self._minute("until"))
            case OnDates():
                first, last = self._day("first"), self._day("until")
                return OnDates(first.day(), None if (on := last.day()) is None else on + timedelta(days=1))
            case OnYearDays():
                return OnYearDays(self._number("month"), self._number("day"), self._number("days"))
            case NearTet():
                return NearTet(self._number("before_days"), self._number("after_days"))
            case NearBirthday():
                span = self.boxes["span"]
                assert isinstance(span, ChoiceBox)
                return NearBirthday(BirthdaySpan(span.choice()))
            case HasTag():
                return HasTag(self._names("tags"))
            case PaidBy():
                return PaidBy(self._names("tenders"))
            case AwayFor():
                return AwayFor(self._number("days"))
            case BillAtLeast():
                return BillAtLeast(self._number("amount_vnd"))
            case OnLunarDays():
                return OnLunarDays(self._wholes("days"), self._wholes("months"))
            case HasItem() as was:
                match = None if self._match is None else self._match.value()
                return replace(was, match=match or Match(), quantity=self._number("quantity"))
            case _:
                return self._condition

    def _number(self, field: str) -> int:
        box = self.boxes[field]
        assert isinstance(box, NumberBox)
        return box.value() or 0

    def _minute(self, field: str) -> int:
        box = self.boxes[field]
        assert isinstance(box, TimeBox)
        return box.minute() or 0

    def _day(self, field: str) -> DayBox:
        box = self.boxes[field]
        assert isinstance(box, DayBox)
        return box

    def _names(self, field: str) -> tuple[str, ...]:
        box = self.boxes[field]
        assert isinstance(box, NamesBox)
        return box.names()

    def _wholes(self, field: str) -> tuple[int, ...]:
        box = self.boxes[field]
        assert isinstance(box, WholesBox)
        return box.numbers()

    def _chosen(self, field: str) -> tuple[str, ...]:
        box = self.boxes[field]
        assert isinstance(box, Toggles)
        return box.chosen()
