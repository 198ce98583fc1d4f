"""What is wrong with a program, said at the place it stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import AmountProblem, group_digits, parse_amount, vnd
from loyalpos.engine.problems import Problem, ProblemKind
from loyalpos.ui.words.dates import day
from loyalpos.ui.words.rewards import percent

__all__ = ["number_problem", "problem_sentence"]


def number_problem(text: str) -> str:
    """Say what is wrong with a box that holds no number."""
    if not text.strip():
        return QCoreApplication.translate("ProgramProblems", "Type a number here")
    if parse_amount(text, thousands=False) is AmountProblem.ZERO:
        return QCoreApplication.translate("ProgramProblems", "This must be more than 0")
    return QCoreApplication.translate("ProgramProblems", "Digits only, please, for example 10.000")


def problem_sentence(problem: Problem) -> str:
    """Say one problem, and what would be right."""
    match problem.kind:
        case ProblemKind.TOO_SMALL:
            words = QCoreApplication.translate("ProgramProblems", "At least {limit}, please")
            return words.format(limit=_written(problem.path, problem.limit))
        case ProblemKind.TOO_LARGE:
            words = QCoreApplication.translate("ProgramProblems", "At most {limit}, please")
            return words.format(limit=_written(problem.path, problem.limit))
        case ProblemKind.EMPTY:
            return QCoreApplication.translate("ProgramProblems", "Type a name here")
        case ProblemKind.TOO_LONG:
            words = QCoreApplication.translate("ProgramProblems", "Too long: at most {limit} letters")
            return words.format(limit=_written("", problem.limit))
        case ProblemKind.UNREADABLE:
            return QCoreApplication.translate(
                "ProgramProblems", "There is a sign in it that cannot be printed – type it again"
            )
        case ProblemKind.DUPLICATE_ID:
            return QCoreApplication.translate("ProgramProblems", "This stands here twice – remove one")
        case ProblemKind.CARRIED_NEEDS_DOWN:
            return QCoreApplication.translate(
                "ProgramProblems", "A remainder can only wait where points are rounded down"
            )
        case ProblemKind.LAST_BEFORE_FIRST:
            return QCoreApplication.translate("ProgramProblems", "The last day comes before the first")
        case ProblemKind.DATE_OUT_OF_RANGE:
            return QCoreApplication.translate("ProgramProblems", "A year between 2000 and 2199, please")
        case ProblemKind.UNKNOWN_KIND:
            return QCoreApplication.translate(
                "ProgramProblems", "This version of the program does not know this kind: it gives nothing"
            )
        case ProblemKind.NOTHING_EARNS:
            return QCoreApplication.translate("ProgramProblems", "No rule gives points")
        case ProblemKind.WORTH_MORE_THAN_EARNED:
            words = QCoreApplication.translate(
                "ProgramProblems",
                "Watch out: after spending {spent} a customer gets {value} back – as much as was spent",
            )
            return words.format(spent=_amount(problem.limit), value=_amount(problem.value))
        case ProblemKind.NEVER_APPLIES:
            return QCoreApplication.translate("ProgramProblems", "As it stands, this never applies")
        case ProblemKind.NO_SUCH_ID:
            words = QCoreApplication.translate("ProgramProblems", "“{name}” is not there any more")
            return words.format(name=problem.value)
        case ProblemKind.TOO_DEEP:
            words = QCoreApplication.translate(
                "ProgramProblems", "At most {limit} conditions inside each other"
            )
            return words.format(limit=_written("", problem.limit))
        case ProblemKind.NOT_ASCENDING:
            words = QCoreApplication.translate(
                "ProgramProblems", "More than {limit}, please: each step is above the one before"
            )
            return words.format(limit=_written(problem.path, problem.limit))
        case ProblemKind.GIVES_NOTHING:
            return QCoreApplication.translate("ProgramProblems", "As it stands, this gives nothing")
        case ProblemKind.BOTH_OF_TWO:
            return QCoreApplication.translate("ProgramProblems", "An amount or a share, not both at once")
        case ProblemKind.COSTS_NOTHING:
            return QCoreApplication.translate(
                "ProgramProblems", "Say what a point costs you: otherwise a budget never stops"
            )
        case ProblemKind.NOT_COUNTED:
            return QCoreApplication.translate(
                "ProgramProblems",
                "A budget cannot count this: a stamp card needs a reward whose cost is known; tickets have"
                " none",
            )
        case ProblemKind.NEEDS_CAP:
            return QCoreApplication.translate(
                "ProgramProblems", "A budget pays for this voucher: say how much it is at most"
            )


def _written(path: str, limit: int | date | None) -> str:
    if isinstance(limit, date):
        return day(limit)
    if path.endswith("_bp"):
        return percent(limit or 0)
    return _amount(limit) if path.endswith("_vnd") else group_digits(limit or 0)


def _amount(amount_vnd: object) -> str:
    return vnd(amount_vnd) if isinstance(amount_vnd, int) else ""
