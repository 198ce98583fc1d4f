"""The ids of a program: what each names, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from loyalpos.engine.problem_kinds import Problem, ProblemKind, name_problems
from loyalpos.engine.program import Program

__all__ = ["NamedIds", "id_problems_in"]


class NamedIds(Struct, frozen=True):
    """The ids that other parts of a program may name, by what they are ids of."""

    rules: frozenset[str]
    rewards: frozenset[str]
    tiers: frozenset[str]
    plans: frozenset[str]
    budgets: frozenset[str]
    cards: frozenset[str]
    vouchers: frozenset[str]
    draws: frozenset[str]
    causes: frozenset[str]
    partners: frozenset[str]
    memberships: frozenset[str]

    @classmethod
    def of(cls, program: Program) -> NamedIds:
        """Gather the ids of a program."""

        def ids(named: tuple[Any, ...]) -> frozenset[str]:
            return frozenset(one.id for one in named)

        return cls(
            ids(program.rules),
            ids(program.rewards),
            ids(program.tiers.tiers),
            ids(program.plans),
            ids(program.budgets),
            ids(program.stamp_cards),
            ids(program.vouchers),
            ids(program.draws),
            ids(program.causes),
            ids(program.partners),
            ids(program.memberships),
        )


def id_problems_in(program: Program) -> dict[str, tuple[Problem, ...]]:
    """Find ids that are no names, or that something before them in the document has too.

    Returns:
        The problems by the path of what has the id.
    """
    found: dict[str, tuple[Problem, ...]] = {}
    seen: set[str] = set()
    for path, one in _ids(program):
        problems = tuple(name_problems(f"{path}.id", one))
        if one in seen:
            problems = (*problems, Problem(f"{path}.id", ProblemKind.DUPLICATE_ID, one))
        seen.add(one)
        if problems:
            found[path] = problems
    return found


def _ids(program: Program) -> Iterator[tuple[str, str]]:
    lists: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("rules", program.rules),
        ("rewards", program.rewards),
        ("tiers.tiers", program.tiers.tiers),
        ("budgets", program.budgets),
        ("occasions", program.occasions),
        ("plans", program.plans),
        ("stamp_cards", program.stamp_cards),
        ("memberships", program.memberships),
        ("vouchers", program.vouchers),
        ("draws", program.draws),
        ("causes", program.causes),
        ("partners", program.partners),
    )
    for name, values in lists:
        for index, one in enumerate(values):
            yield f"$.{name}[{index}]", one.id
