"""What one member's way through a trial adds up to."""

from __future__ import annotations

from datetime import date
from typing import TypeVar
from uuid import UUID

from loyalpos.engine.earn_lines import Earning
from loyalpos.engine.limits import span_begins
from loyalpos.engine.rules import Per
from loyalpos.engine.trial import Gainer, Group, Part, PastBill, Side, TrialSums

__all__ = ["Tally", "groups_of"]

K = TypeVar("K")


class Tally:
    """The sums of one member, as bills and returns come."""

    def __init__(self, member: UUID) -> None:
        self._member = member
        self._bills = 0
        self._undone = 0
        self._sales_vnd = 0
        self._points = 0
        self._recorded = 0
        self._spent: dict[tuple[str, date], int] = {}
        self._spent_recorded: dict[tuple[str, date], int] = {}
        self._by_rule: dict[str, int] = {}
        self._gains: dict[Group, int] = {}

    def bill(self, act: PastBill, earning: Earning, groups: tuple[Group, ...], paid_vnd: int) -> None:
        """Count a bill, with what it was recorded to bring."""
        self._bills += 1
        self._sales_vnd += paid_vnd
        for line in earning.lines:
            if line.points and line.rule:
                _add(self._by_rule, line.rule, line.points)
        for budget, cost_vnd in act.cost_vnd.items():
            self.spend_recorded(budget, act.day, cost_vnd)
        self.gain(groups, earning.points, act.earned)

    def undo(self, sign: int = 1) -> None:
        """Take a bill for undone, or no longer."""
        self._bills -= sign
        self._undone += sign

    def pay(self, paid_vnd: int) -> None:
        """Count what was paid later, or handed back."""
        self._sales_vnd += paid_vnd

    def gain(self, groups: tuple[Group, ...], points: int, recorded: int) -> None:
        """Count points that came or went, beside those that were recorded to."""
        self._points += points
        self._recorded += recorded
        for group in groups:
            _add(self._gains, group, points - recorded)

    def spend(self, budget: str, day: date, cost_vnd: int) -> None:
        """Count what a budget pays under the draft."""
        _add(self._spent, (budget, span_begins(Per.MONTH, day)), cost_vnd)

    def spend_recorded(self, budget: str, day: date, cost_vnd: int) -> None:
        """Count what a budget was recorded to pay."""
        if cost_vnd:
            _add(self._spent_recorded, (budget, span_begins(Per.MONTH, day)), cost_vnd)

    def sums(self, *, recorded_tier: str | None, draft_tier: str | None) -> TrialSums:
        """Say what it came to; who bought nothing in the window is not counted.

        Args:
            recorded_tier: Where the member stands at the end, ``""`` in none; None where nobody is told.
            draft_tier: Where the draft would have brought the member.
        """
        gain = self._points - self._recorded
        has_bought = self._bills > 0
        return TrialSums(
            bills=self._bills,
            undone=self._undone,
            members=int(has_bought),
            sales_vnd=self._sales_vnd,
            recorded=Side(
                points=self._recorded,
                spent_vnd=self._spent_recorded,
                tiers=_one(recorded_tier) if has_bought else {},
            ),
            draft=Side(
                points=self._points,
                spent_vnd=self._spent,
                tiers=_one(draft_tier) if has_bought else {},
            ),
            rules=self._by_rule,
            groups={group: (1, points) for group, points in self._gains.items()},
            top=(Gainer(self._member, gain),) if gain > 0 else (),
            more=int(gain > 0),
            fewer=int(gain < 0),
        )


def groups_of(act: PastBill) -> tuple[Group, ...]:
    """Say whom a bill shows its member to be: who comes in a part of the day, and who buys what."""
    part = Part.of(act.minute)
    if not act.bill.lines:
        return _COMING[part]
    groups = [*_COMING[part]]
    for category in {line.category for line in act.bill.lines if line.category}:
        groups += (Group(category), Group(category, part))
    return tuple(groups)


_COMING = {part: (Group("", part),) for part in Part}


def _one(tier: str | None) -> dict[str, int]:
    return {} if tier is None else {tier: 1}


def _add(sums: dict[K, int], key: K, by: int) -> None:
    sums[key] = sums.get(key, 0) + by
