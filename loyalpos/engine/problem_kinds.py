"""What may be wrong with a program: the kinds of problems, and the checks that all its parts share."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from unicodedata import category

from msgspec import Struct

__all__ = [
    "MAX_NAME",
    "MAX_POINTS",
    "MAX_RULE_POINTS",
    "Problem",
    "ProblemKind",
    "Severity",
    "day_problems",
    "name_problems",
    "named_problems",
    "number_problems",
    "text_problems",
]

MAX_POINTS = 1_000_000_000
"""The most points a reward or a welcome may name."""

MAX_RULE_POINTS = 1_000_000
"""The most points of a rule: even the greatest bill then earns what 64 bits hold."""

MAX_NAME = 80
"""The longest name a slip and a button still hold, in letters."""

_YEARS = (2000, 2199)
_UNREADABLE = {"Cc", "Cs", "Zl", "Zp"}
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of writing, of all that follows on the slip too."""


class Severity(StrEnum):
    """Whether a problem keeps a program from being published."""

    ERROR = "error"
    WARNING = "warning"


class ProblemKind(StrEnum):
    """What is wrong at a place of a program."""

    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    DUPLICATE_ID = "duplicate_id"
    CARRIED_NEEDS_DOWN = "carried_needs_down"
    LAST_BEFORE_FIRST = "last_before_first"
    DATE_OUT_OF_RANGE = "date_out_of_range"
    UNKNOWN_KIND = "unknown_kind"
    NOTHING_EARNS = "nothing_earns"
    WORTH_MORE_THAN_EARNED = "worth_more_than_earned"
    NEVER_APPLIES = "never_applies"
    NO_SUCH_ID = "no_such_id"
    TOO_DEEP = "too_deep"
    NOT_ASCENDING = "not_ascending"
    GIVES_NOTHING = "gives_nothing"
    BOTH_OF_TWO = "both_of_two"
    COSTS_NOTHING = "costs_nothing"
    NOT_COUNTED = "not_counted"
    NEEDS_CAP = "needs_cap"

    @property
    def severity(self) -> Severity:
        """Say whether it is an error, or only what an owner should know before publishing."""
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        ProblemKind.UNKNOWN_KIND,
        ProblemKind.NOTHING_EARNS,
        ProblemKind.WORTH_MORE_THAN_EARNED,
        ProblemKind.NEVER_APPLIES,
        ProblemKind.GIVES_NOTHING,
    }
)


class Problem(Struct, frozen=True):
    """One thing that is wrong, and where.

    Attributes:
        path: The place as in the program document, e.g. ``$.rules[0].per_vnd``.
        value: What stands there, where that helps to say it.
        limit: The bound that ``value`` leaves; for WORTH_MORE_THAN_EARNED the đồng a customer must
            spend for the points, beside the đồng they are worth.
    """

    path: str
    kind: ProblemKind
    value: int | str | date | None = None
    limit: int | date | None = None

    @property
    def severity(self) -> Severity:
        """Say whether it keeps the program from being published."""
        return self.kind.severity

    @property
    def is_error(self) -> bool:
        """Tell whether it keeps the program from being published."""
        return self.severity is Severity.ERROR


def number_problems(path: str, value: int, least: int, most: int | None) -> Iterator[Problem]:
    """Find a number outside its bounds, both included; ``most`` None is no bound."""
    if value < least:
        yield Problem(path, ProblemKind.TOO_SMALL, value, least)
    elif most is not None and value > most:
        yield Problem(path, ProblemKind.TOO_LARGE, value, most)


def name_problems(path: str, name: str) -> Iterator[Problem]:
    """Find a name that is empty, too long, or that a slip and a button could not show."""
    if not name.strip():
        yield Problem(path, ProblemKind.EMPTY)
    elif len(name) > MAX_NAME:
        yield Problem(path, ProblemKind.TOO_LONG, len(name), MAX_NAME)
    elif any(category(letter) in _UNREADABLE or letter in _TURNING for letter in name):
        yield Problem(path, ProblemKind.UNREADABLE, name)


def day_problems(path: str, day: date) -> Iterator[Problem]:
    """Find a date that a program can hardly mean."""
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        yield Problem(path, ProblemKind.DATE_OUT_OF_RANGE, day)


def text_problems(path: str, text: str) -> Iterator[Problem]:
    """Find a text that a slip and a button could not show; none at all is no problem."""
    if text:
        yield from name_problems(path, text)


def named_problems(
    path: str, named: str, ids: Collection[str], *, may_be_none: bool = False
) -> Iterator[Problem]:
    """Find an id that names nothing; ``""`` is fine where nothing need be named."""
    if named not in ids and not (may_be_none and not named):
        yield Problem(path, ProblemKind.NO_SUCH_ID, named)
