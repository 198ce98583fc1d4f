"""When a rule applies: clauses that must all hold, or any of some, and a drop-down to add one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.conditions import Always, Condition, EveryOf
from loyalpos.engine.problems import Problem
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.office.alternatives import Alternatives
from loyalpos.ui.office.choice_box import AddBox
from loyalpos.ui.office.clause_kinds import clause_kinds, first_of
from loyalpos.ui.office.clauses import Clause
from loyalpos.ui.widgets.translated import Translated

__all__ = ["ConditionEditor"]


class ConditionEditor(Translated, QWidget):
    """The clauses of one condition.

    Signals:
        edited(): A person changed something.
    """

    edited = Signal()

    def __init__(self, condition: Condition, tiers: TierPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiers = tiers
        self._is_list = isinstance(condition, EveryOf)
        self._rows: list[Alternatives] = []
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
        return tuple(clause for row in self._rows for clause in row.clauses())

    def read(self) -> Condition | None:
        """Give the condition as typed; None, said in place, where a field cannot be read."""
        read = [row.read() for row in self._rows]
        sound = tuple(condition for condition in read if condition is not None)
        if len(sound) < len(read):
            return None
        if self._joins():
            return EveryOf(sound)
        return sound[0] if sound else Always()

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its path below the condition."""
        for at, row in enumerate(self._rows):
            path = f".conditions[{at}]" if self._joins() else ""
            row.complain(
                tuple((below.removeprefix(path), one) for below, one in problems if below.startswith(path))
            )

    def name_tiers(self, tiers: TierPlan) -> None:
        """Know other tiers from now on."""
        self._tiers = tiers
        for row in self._rows:
            row.name_tiers(tiers)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.add.setAccessibleName(self.tr("Add when it applies"))
        self.add.offer([("", self.tr("+ Only when…")), *clause_kinds()])

    def _joins(self) -> bool:
        return self._is_list or len(self._rows) > 1

    def _add(self, kind: str) -> None:
        self.add.choose("")
        if not kind:
            return
        self._append(first_of(kind, self._tiers)).focus_first()
        self.edited.emit()

    def _append(self, condition: Condition) -> Alternatives:
        row = Alternatives(condition, self._tiers)
        row.edited.connect(self.edited)
        row.removal_wanted.connect(partial(self._remove, row))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _remove(self, row: Alternatives) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._is_list = self._is_list and bool(self._rows)
        self.add.setFocus()
        self.edited.emit()
