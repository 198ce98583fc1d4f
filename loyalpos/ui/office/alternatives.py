"""Clauses of which any will do: most often a single one, with others beside it where a person wants them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyalpos.engine.conditions import Condition, OneOf
from loyalpos.engine.problems import Problem
from loyalpos.engine.tiers import TierPlan
from loyalpos.ui.office.clause_kinds import can_be_turned, first_of
from loyalpos.ui.office.clauses import Clause
from loyalpos.ui.widgets.theme import Themed, theme

__all__ = ["Alternatives"]


class Alternatives(QWidget, Themed):
    """One clause, and those beside it; any-of with anything nested in it is one clause, a phrase.

    Signals:
        edited(): A person changed something.
        removal_wanted(): A person wants its last clause gone.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, condition: Condition, tiers: TierPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiers = tiers
        self._clauses: list[Clause] = []
        self._column = QVBoxLayout(self)
        self._is_list = False
        parts: tuple[Condition, ...] = (condition,)
        if isinstance(condition, OneOf) and condition.conditions:
            self._is_list = all(map(can_be_turned, condition.conditions))
            parts = condition.conditions if self._is_list else parts
        for at, part in enumerate(parts):
            self._insert(at, part)
        self.follow_theme()

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses as they stand."""
        return tuple(self._clauses)

    def read(self) -> Condition | None:
        """Give the condition as typed; None, said in place, where a field cannot be read."""
        read = [clause.read() for clause in self._clauses]
        sound = tuple(condition for condition in read if condition is not None)
        if len(sound) < len(read):
            return None
        return OneOf(sound) if self._joins() else sound[0]

    def complain(self, problems: tuple[tuple[str, Problem], ...]) -> None:
        """Say what is wrong, each problem with its path below the condition."""
        for at, clause in enumerate(self._clauses):
            path = f".conditions[{at}]" if self._joins() else ""
            clause.complain(
                tuple((below.removeprefix(path), one) for below, one in problems if below.startswith(path))
            )

    def name_tiers(self, tiers: TierPlan) -> None:
        """Know other tiers from now on."""
        self._tiers = tiers
        for clause in self._clauses:
            clause.name_tiers(tiers)

    def focus_first(self) -> None:
        """Take the keyboard to the first field."""
        self._clauses[0].focus_first()

    def follow_theme(self) -> None:
        """Take the gaps, and set what stands beside the first a step in."""
        look = theme()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.gap)
        for clause in self._clauses:
            clause.setContentsMargins(0 if clause is self._clauses[0] else look.px(20), 0, 0, 0)

    def _joins(self) -> bool:
        return self._is_list or len(self._clauses) > 1

    def _insert(self, at: int, condition: Condition) -> Clause:
        clause = Clause(condition, self._tiers, follows=at > 0)
        clause.edited.connect(self.edited)
        clause.removal_wanted.connect(partial(self._remove, clause))
        if clause.menu is not None:
            clause.menu.beside_wanted.connect(partial(self._add_beside, clause))
        self._column.insertWidget(at, clause)
        self._clauses.insert(at, clause)
        return clause

    def _add_beside(self, clause: Clause, kind: str) -> None:
        added = self._insert(self._clauses.index(clause) + 1, first_of(kind, self._tiers))
        self.follow_theme()
        added.focus_first()
        self.edited.emit()

    def _remove(self, clause: Clause) -> None:
        if len(self._clauses) == 1:
            self.removal_wanted.emit()
            return
        at = self._clauses.index(clause)
        self._clauses.remove(clause)
        self._column.removeWidget(clause)
        clause.hide()
        clause.deleteLater()
        self._is_list = self._is_list and len(self._clauses) > 1
        self._clauses[0].follow_none()
        self.follow_theme()
        before = self._clauses[max(0, at - 1)]
        (before.menu or before.remove).setFocus()
        self.edited.emit()
