"""Which rules a trial goes by: one draft for every bill, or each bill's own revision as it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.conditions import (
    AwayFor,
    Condition,
    EveryOf,
    FirstPurchase,
    HasTag,
    NearBirthday,
    Not,
    OneOf,
)
from loyalpos.engine.counted import countable_in
from loyalpos.engine.limits import limited_in
from loyalpos.engine.plans_in_force import InForce, Published, in_force
from loyalpos.engine.program import Program
from loyalpos.engine.rules import Per, UnknownRule
from loyalpos.engine.tiers import Reached, TierPlan
from loyalpos.engine.trial import PastBill
from loyalpos.engine.trial_tiers import Plans

__all__ = ["Asked", "Ruled", "TrialRules"]


class Asked(Struct, frozen=True):
    """What rules ask of a member's past; the rest need not be read.

    Attributes:
        earlier: Whether the bills from before the window count.
        spend_from: Who has never spent so much is in no tier that spending brings, whatever was when; None
            where that is not sure.
        counts: By id, what limits, caps and budgets count.
        gifts: Whether what gifts cost the budgets counts.
    """

    birthday: bool
    visits: bool
    last_visit: bool
    tiers: bool
    earlier: bool
    spend_from: int | None
    tags: bool
    counts: frozenset[str]
    gifts: bool = False


class Ruled(Struct, frozen=True):
    """A program as far as bills earn by it, with what is asked of it at each of them.

    Attributes:
        program: Without rewards: those taken stay as they were.
        limited: What limits and caps count, and in which spans.
        countable: By id, all that is counted, with what budgets spend.
    """

    program: Program
    limited: Mapping[str, tuple[Per, ...]]
    countable: frozenset[str]

    @classmethod
    def by(cls, program: Program) -> Ruled:
        """Take a program."""
        bare = replace(program, rewards=())
        return cls(bare, limited_in(bare), countable_in(bare))


class TrialRules:
    """The rules of a trial.

    Args:
        published: All revisions, in order, each with its tiers as they came into force.
        draft: What is tried; None goes by each bill's own revision, which gives what was recorded.
        since: The day from which the draft is taken to have been in force.

    Attributes:
        since: That day.
        in_force: The tier plans that were in force.
        drafted: Those, and from the first day of the window on the draft's.
        has_tiers: Whether there are tiers, in the draft or in force.
        follows_tiers: Whether the draft can bring members to other tiers than those they have.
    """

    def __init__(
        self, published: Iterable[tuple[Program, Published]], draft: Program | None, since: date
    ) -> None:
        every = tuple(published)
        self._published = tuple(program for program, _ in every)
        self._plans = tuple(plan for _, plan in every)
        self._draft = None if draft is None else Ruled.by(draft)
        self.since = since
        self._by_revision: dict[int, Ruled] = {}
        self.in_force = self._plans_of(None)
        self.drafted = self.in_force if draft is None else self._plans_of(draft)
        self.has_tiers = draft is not None and any(one.tiers.tiers for one in self.programs)
        self.follows_tiers = self.has_tiers and draft is not None and self._moves_tiers(draft.tiers)

    @property
    def programs(self) -> tuple[Program, ...]:
        """Every program that may rule a bill or a tier in this trial."""
        return self._published if self._draft is None else (*self._published, self._draft.program)

    @property
    def asked(self) -> Asked:
        """What the rules ask of a member's past."""
        ruling = self.programs if self._draft is None else (self._draft.program,)
        asked: set[type[Condition]] = set()
        counts: set[str] = set()
        for program in ruling:
            for rule in program.rules:
                if not isinstance(rule, UnknownRule):
                    asked.update(_kinds(rule.when))
            counts.update(countable_in(replace(program, rewards=())))
        return Asked(
            birthday=NearBirthday in asked,
            visits=FirstPurchase in asked,
            last_visit=AwayFor in asked,
            tiers=self.has_tiers,
            earlier=self.follows_tiers,
            spend_from=self._spend_from(),
            tags=HasTag in asked,
            counts=frozenset(counts),
            gifts=self.is_shared,
        )

    @property
    def is_shared(self) -> bool:
        """Whether one member's bills can use up what stops another's: budgets.

        One that asks stops, too, where the owner said no.
        """
        ruling = self.programs if self._draft is None else (self._draft.program,)
        return any(program.budgets for program in ruling)

    def ruled(self, act: PastBill) -> Ruled:
        """Give the program a bill earns by."""
        if self._draft is not None:
            return self._draft
        known = self._by_revision.get(act.revision)
        if known is None:
            program = next(one for one in self._published if one.revision == act.revision)
            known = self._by_revision[act.revision] = Ruled.by(program)
        return known

    def _spend_from(self) -> int | None:
        plans = [one.tiers for one in self.programs if one.tiers.tiers]
        if any(plan.reached_by is not Reached.SPEND for plan in plans):
            return None
        # A first tier from nothing on is everybody's, and needs no bill.
        return min((tier.threshold for plan in plans for tier in plan.tiers if tier.threshold), default=None)

    def _moves_tiers(self, plan: TierPlan) -> bool:
        """Tell whether a plan may come to other tiers: it is another one, or asks for points given."""
        first_day = [one.plan for one in in_force(self._plans, self.since)]
        later = [one.plan for one in self._plans if one.starts > self.since]
        return plan.reached_by is Reached.POINTS or any(one != plan for one in (*first_day, *later))

    def _plans_of(self, draft: Program | None) -> Plans:
        since = self.since

        def plans_in(day: date) -> tuple[InForce, ...]:
            if draft is not None and day >= since:
                return (InForce(draft.tiers),)
            return in_force(self._plans, day)

        changes = {one.starts for one in self._plans} | (set() if draft is None else {since})
        return Plans(plans_in, tuple(sorted(changes)))


def _kinds(condition: Condition) -> Iterable[type[Condition]]:
    match condition:
        case EveryOf() | OneOf():
            for part in condition.conditions:
                yield from _kinds(part)
        case Not():
            yield from _kinds(condition.condition)
        case _:
            yield type(condition)
