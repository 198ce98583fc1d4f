"""A program's document with everything that is wrong with it, form and meaning at once."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.flaws import Flaw
from loyalpos.engine.problems import Problem, ProblemKind, problems_in
from loyalpos.engine.program import Program
from loyalpos.engine.program_document import rest_from_json

__all__ = ["Judged", "judged_from_json"]

_OF_THE_WHOLE = frozenset(
    {
        ProblemKind.NOTHING_EARNS,
        ProblemKind.WORTH_MORE_THAN_EARNED,
        ProblemKind.NEVER_APPLIES,
        ProblemKind.NOT_COUNTED,
        ProblemKind.COSTS_NOTHING,
    }
)
"""What may only seem wrong where a part is missing."""


class Judged(Struct, frozen=True):
    """A document that was read as far as it goes; the ``program`` is None where it has flaws.

    Attributes:
        flaws: What is wrong with its form, each with its path.
        problems: What is wrong with the meaning of all parts that could be read.
    """

    program: Program | None
    flaws: tuple[tuple[str, Flaw], ...]
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the program could be published."""
        return not self.flaws and not any(problem.is_error for problem in self.problems)


def judged_from_json(text: str) -> Judged:
    """Read a program with everything that is wrong: a flaw of form hides no problem elsewhere.

    Raises:
        DocumentUnsound: The text is no program at all.
    """
    program, flaws, rest = rest_from_json(text)
    if program is None:
        return Judged(None, flaws, ())
    found = (
        problem
        for problem in problems_in(program)
        if rest.is_whole
        or not (
            problem.kind in _OF_THE_WHOLE
            or (problem.kind is ProblemKind.NO_SUCH_ID and problem.value in rest.ids)
        )
    )
    problems = tuple(replace(problem, path=rest.whole_path(problem.path)) for problem in found)
    return Judged(None if flaws else program, flaws, problems)
