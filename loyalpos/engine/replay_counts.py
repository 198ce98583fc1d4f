"""What a replay counts beside the points: what all share, and what limits ask of one member."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.bills import Redemption
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.footing import Given
from loyalpos.engine.gift_budgets import GiftPaid, pay_for_gift
from loyalpos.engine.limits import Had, span_begins
from loyalpos.engine.occasions import Gives
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Per

__all__ = ["Books", "Counts"]


class Books(Struct):
    """What all members of a shop share: gifts on the shelf, rewards given on a day, budgets of a month."""

    stock: dict[str, int] = field(default_factory=dict)
    given_on: dict[tuple[date, str], int] = field(default_factory=lambda: defaultdict(int))
    spent_vnd: dict[tuple[date, str], int] = field(default_factory=lambda: defaultdict(int))

    def spend(self, day: date, cost_vnd: Mapping[str, int], sign: int = 1) -> None:
        """Count what a bill's rules cost in the month of a day, or take it back."""
        month = span_begins(Per.MONTH, day)
        for budget, vnd in cost_vnd.items():
            self.spent_vnd[month, budget] += sign * vnd

    def spent_in(self, day: date, program: Program) -> dict[str, int]:
        """Say what each budget has spent in the month of a day."""
        month = span_begins(Per.MONTH, day)
        return {budget.id: self.spent_vnd[month, budget.id] for budget in program.budgets}

    def pay_for_gift(
        self, program: Program, kind: GiftKind, occasion: str, gives: Gives, day: date
    ) -> GiftPaid:
        """Let the month of a day pay for a gift, or leave it out."""
        spent = self.spent_in(day, program)
        paid = pay_for_gift(program, kind, occasion, gives, lambda budget: spent.get(budget, 0))
        self.spend(day, paid.cost_vnd)
        return paid

    def given_today(self, day: date, program: Program) -> dict[str, int]:
        """Say how often each reward was given on a business day."""
        if not self.given_on:
            return {}
        return {reward.id: self.given_on[day, reward.id] for reward in program.rewards}

    def hand_over(self, day: date, redemptions: Iterable[Redemption]) -> None:
        """Count what leaves the shelf."""
        for redemption in redemptions:
            self.given_on[day, redemption.reward] += 1
            if redemption.reward in self.stock:
                self.stock[redemption.reward] -= 1

    def take_back(self, day: date, redemptions: Iterable[Redemption], *, to_shelf: bool) -> None:
        """Count the rewards of a bill no longer that came back whole.

        Args:
            day: The day of the bill.
            to_shelf: Whether gifts come back with it.
        """
        for redemption in redemptions:
            self.given_on[day, redemption.reward] -= 1
            if to_shelf and redemption.reward in self.stock:
                self.stock[redemption.reward] += 1


class Counts:
    """What limits ask of one member."""

    def __init__(self, limited: Mapping[str, tuple[Per, ...]]) -> None:
        self._limited = limited
        self._given: dict[tuple[str, Per, date], Given] = {}

    def on(self, day: date) -> dict[tuple[str, Per], Given]:
        """Say what the member has had in the spans a day lies in."""
        found: dict[tuple[str, Per], Given] = {}
        for one, spans in self._limited.items():
            for per in spans:
                given = self._given.get((one, per, span_begins(per, day)))
                if given is not None:
                    found[one, per] = given
        return found

    def count(self, day: date, had: Iterable[Had], sign: int = 1) -> None:
        """Count what a bill of a day gave, or take it back."""
        for one in had:
            for per in self._limited.get(one.id, ()):
                key = (one.id, per, span_begins(per, day))
                given = self._given.get(key, Given())
                self._given[key] = replace(
                    given, times=given.times + sign * one.times, points=given.points + sign * one.points
                )
