"""When a rule applies: clauses that must all hold, each typed in place, and a drop-down to add one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.conditions import (
    Always,
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
    Condition,
    EveryOf,
    FirstPurchase,
    HasItem,
    HasTag,
    InHours,
    InTier,
    Match,
    NearBirthday,
    NearTet,
    OnDates,
    OnLunarDays,
    OnWeekdays,
    OnYearDays,
    PaidBy,
)
from loyalpos.engine.problems import Problem
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.office.choice_box import AddBox
from loyalpos.ui.office.clauses import Clause
from loyalpos.ui.office.program_problems import problem_sentence

__all__ = ["ConditionEditor"]


def _first_of(tiers: TierPlan) -> dict[str, Condition]:
    """Give what each kind of clause says when it is added."""
    return {
        "weekdays": OnWeekdays((0, 1, 2, 3, 4)),
        "hours": InHours(14 * 60, 17 * 60),
        "dates": OnDates(),
        "year_days": OnYearDays(10, 20),
        "birthday": NearBirthday(BirthdaySpan.MONTH),
        "tier": InTier(tuple(tier.id for tier in tiers.tiers[-1:])),
        "tag": HasTag(()),
        "first": FirstPurchase(),
        "away": AwayFor(30),
        "minimum": BillAtLeast(100_000),
        "lunar": OnLunarDays((1, 15)),
        "tet": NearTet(14, 7),
        "item": HasItem(Match()),
        "tender": PaidBy(()),
    }


class ConditionEditor(QWidget):
    """The clauses of one condition.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, condition: Condition, tiers: TierPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiers = tiers
        self._is_list = isinstance(condition, EveryOf)
        self._clauses: list[Clause] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add = AddBox()
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        parts = condition.conditions if isinstance(condition, EveryOf) else (condition,)
        for part in parts:
            if self._is_list or not isinstance(part, Always):
                self._append(part)
        self.add.chosen.connect(self._add)
        self.retranslate()

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses as they stand."""
        return tuple(self._clauses)

    def read(self) -> Condition | None:
        """Give the condition as typed; None, said in place, where a field cannot be read."""
        read = [clause.read() for clause in self._clauses]
        sound = tuple(condition for condition in read if condition is not None)
        if len(sound) < len(read):
            return None
        if self._joins():
            return EveryOf(sound)
        return sound[0] if sound else Always()

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its path below the condition."""
        for at, clause in enumerate(self._clauses):
            clause.sentence.complain("")
            path = f".conditions[{at}]" if self._joins() else ""
            for below, problem in problems:
                if below.startswith(path) and not clause.sentence.complaint():
                    field = below.removeprefix(path).removeprefix(".").partition("[")[0].partition(".")[0]
                    box = clause.boxes.get("names" if field == "match" else field)
                    tone = "red" if problem.is_error else "amber"
                    boxes = () if box is None else (box,)
                    clause.sentence.complain(problem_sentence(problem), *boxes, tone=tone)

    def name_tiers(self, tiers: TierPlan) -> None:
        """Know other tiers from now on."""
        self._tiers = tiers
        for clause in self._clauses:
            clause.name_tiers(tiers)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add.setAccessibleName(self.tr("Add when it applies"))
        self.add.offer(
            [
                ("", self.tr("+ Only when…")),
                ("weekdays", self.tr("on certain weekdays")),
                ("hours", self.tr("between two hours")),
                ("dates", self.tr("between two dates")),
                ("year_days", self.tr("on certain days of every year")),
                ("birthday", self.tr("around the birthday")),
                ("tier", self.tr("for certain tiers")),
                ("tag", self.tr("for customers with a tag")),
                ("first", self.tr("on the first purchase")),
                ("away", self.tr("after a long time away")),
                ("minimum", self.tr("on bills of a certain size")),
                ("lunar", self.tr("on days of the lunar month")),
                ("tet", self.tr("around Tết")),
                ("item", self.tr("with certain items on the bill")),
                ("tender", self.tr("for certain ways of paying")),
            ]
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _joins(self) -> bool:
        return self._is_list or len(self._clauses) > 1

    def _add(self, kind: str) -> None:
        self.add.choose("")
        if not kind:
            return
        clause = self._append(_first_of(self._tiers)[kind])
        first = next(iter(clause.boxes.values()), clause.remove)
        first.setFocus()
        self.edited.emit()

    def _append(self, condition: Condition) -> Clause:
        clause = Clause(condition, self._tiers)
        clause.edited.connect(self.edited)
        clause.removal_wanted.connect(partial(self._remove, clause))
        self._column.insertWidget(len(self._clauses), clause)
        self._clauses.append(clause)
        return clause

    def _remove(self, clause: Clause) -> None:
        self._clauses.remove(clause)
        self._column.removeWidget(clause)
        clause.hide()
        clause.deleteLater()
        self._is_list = self._is_list and bool(self._clauses)
        self.add.setFocus()
        self.edited.emit()
