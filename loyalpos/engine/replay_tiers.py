"""A member's tiers in a replay: followed from day to day, and worked out again after a return."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from loyalpos.engine.plans_in_force import InForce
from loyalpos.engine.replay_purse import Handed
from loyalpos.engine.replay_steps import Opening, Past
from loyalpos.engine.tier_moves import MoveReason, TierMove, TierState, moved
from loyalpos.engine.tier_progress import Dated, Progress
from loyalpos.engine.tier_returns import redone
from loyalpos.engine.tiers import TierPlan, measured_by

__all__ = ["TierWalk"]

_A_DAY = timedelta(days=1)


class TierWalk:
    """One member's tier; without tiers in the plan nothing is counted."""

    def __init__(self, plan: TierPlan, opening: Opening) -> None:
        self._plan = plan
        self.has_tiers = bool(plan.tiers)
        self._amounts: dict[str, Dated] = {}
        self._progress: Progress | None = None
        self._moves: tuple[TierMove, ...] = ()
        self._state = TierState()
        self._owed: list[tuple[str, int]] = []
        self.handed: dict[str, Handed] = {}
        for index, past in enumerate(opening.past):
            self._put(f"past:{index}", past.day, past)
        held = [tier.id for tier in plan.tiers]
        if opening.tier in held:
            since = opening.tier_since or opening.joined
            steps = tuple(held[: held.index(opening.tier) + 1])
            self._state = TierState(steps, since, since, ever=steps)
            self._moves = (TierMove(date.min + _A_DAY, MoveReason.REACHED, "", self._state),)

    @property
    def tier(self) -> str:
        """The member's tier by id, or ``""``."""
        return self._state.tier

    def open(self, day: date) -> Iterator[tuple[str, int]]:
        """Let a day open: notice and falls. Gives the gifts of tiers reached, in points."""
        return self._judged(day, opening=True)

    def judge(self, day: date) -> Iterator[tuple[str, int]]:
        """Judge a day's bills. Gives the gifts of tiers, in points; below zero those taken back."""
        owed, self._owed = self._owed, []
        yield from owed
        yield from self._judged(day, opening=False)

    def put(self, bill: str, day: date, *, spend_vnd: int, points: int, visits: int) -> None:
        """Count a bill as it stands."""
        self._put(bill, day, Past(day, spend_vnd, points, visits))

    def returned(
        self, bill: str, day: date, today: date, *, spend_vnd: int, points: int, visits: int
    ) -> None:
        """Count a bill as a return leaves it, and work the tiers out again from its day on."""
        if not self.has_tiers:
            return
        before = self._sums()
        self._put(bill, day, Past(day, spend_vnd, points, visits))
        anew = redone(
            lambda _: (InForce(self._plan),),
            self._state,
            self._moves,
            before=before,
            after=self._sums(),
            bill_day=day,
            today=today,
        )
        if anew is None:
            return
        self._moves = (*(move for move in self._moves if move.day < day), *anew.moves)
        self._state = anew.state
        self._owed += [(tier, -self._gift_points(tier)) for tier in anew.taken_back]
        self._owed += [(tier, self._gift_points(tier)) for tier in anew.gifts]

    def _judged(self, day: date, *, opening: bool) -> Iterator[tuple[str, int]]:
        if not self.has_tiers:
            return
        measured = self._sums().measured(self._plan.over, day, opening=opening)
        while (move := moved(self._plan, self._state, measured, day)) is not None:
            self._state = move.state
            self._moves = (*self._moves, move)
            yield from ((tier, self._gift_points(tier)) for tier in move.gifts)

    def _put(self, name: str, day: date, past: Past) -> None:
        if self.has_tiers:
            amount = measured_by(self._plan.reached_by, past.spend_vnd, past.points, past.visits)
            self._amounts[name] = Dated(day, amount)
            self._progress = None

    def _sums(self) -> Progress:
        if self._progress is None:
            self._progress = Progress.of(self._amounts.values())
        return self._progress

    def _gift_points(self, tier_id: str) -> int:
        tier = self._plan.tier(tier_id)
        return 0 if tier is None else tier.gift_points
