"""An old customer list in words: its columns, and what becomes of each row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.customer_list import (
    Known,
    PointsProblem,
    Ready,
    ReadyRepaired,
    Refused,
    Repair,
    RowProblem,
    Twice,
    Verdict,
    Why,
)
from loyalpos.engine.list_columns import Column
from loyalpos.engine.names import NameProblem
from loyalpos.engine.phones import PhoneProblem
from loyalpos.ui.words.problems import name_problem, phone_problem

__all__ = ["column_name", "is_problem", "verdict_text", "verdict_tone"]


def column_name(column: Column) -> str:
    """Name what a column of the list can be taken for."""
    match column:
        case Column.PHONE:
            return QCoreApplication.translate("OldList", "Phone")
        case Column.NAME:
            return QCoreApplication.translate("OldList", "Name")
        case Column.FAMILY:
            return QCoreApplication.translate("OldList", "Family name")
        case Column.POINTS:
            return QCoreApplication.translate("OldList", "Points")
        case Column.BIRTHDAY:
            return QCoreApplication.translate("OldList", "Birthday")
        case Column.CARD:
            return QCoreApplication.translate("OldList", "Card number")
        case Column.NOTE:
            return QCoreApplication.translate("OldList", "Note")


def is_problem(verdict: Verdict) -> bool:
    """Tell whether the owner may want to look at a row: everything but plain ones."""
    return not isinstance(verdict, Ready) or isinstance(verdict, ReadyRepaired)


def verdict_tone(verdict: Verdict) -> str:
    """Give the colour of a verdict, by its name in the palette."""
    match verdict:
        case ReadyRepaired():
            return "amber"
        case Ready():
            return "brand"
        case Known() | Twice():
            return "quiet"
        case Refused():
            return "red"


def verdict_text(verdict: Verdict, *, is_in: bool = False) -> str:
    """Say what becomes of a row, or what has become of it where the list is in."""
    match verdict:
        case ReadyRepaired(what=what):
            words = (
                QCoreApplication.translate("OldList", "Came in – {repairs}")
                if is_in
                else QCoreApplication.translate("OldList", "Comes in – {repairs}")
            )
            return words.format(repairs=", ".join(_repair(one) for one in what))
        case Ready() if is_in:
            return QCoreApplication.translate("OldList", "Came in")
        case Ready():
            return QCoreApplication.translate("OldList", "Comes in")
        case Known():
            return QCoreApplication.translate("OldList", "A member already – nothing changes")
        case Twice(first_row=first_row):
            words = QCoreApplication.translate("OldList", "The same customer as row {row} – stays out")
            return words.format(row=first_row)
        case Refused(why=why):
            words = QCoreApplication.translate("OldList", "Stays out – {why}")
            return words.format(why=_reason(why))


def _repair(repair: Repair) -> str:
    match repair:
        case Repair.PHONE_COUNTRY_CODE:
            return QCoreApplication.translate("OldList", "84 at the front of the phone became 0")
        case Repair.PHONE_LOST_ZERO:
            return QCoreApplication.translate("OldList", "the lost 0 of the phone is back")
        case Repair.PHONE_AS_NUMBER:
            return QCoreApplication.translate("OldList", "the phone had become a figure")
        case Repair.PHONE_OLD_HEAD:
            return QCoreApplication.translate("OldList", "the old 11-digit phone became 10 digits")
        case Repair.PHONE_LETTER_O:
            return QCoreApplication.translate("OldList", "a letter O in the phone became 0")
        case Repair.PHONE_FIRST_OF_SEVERAL:
            return QCoreApplication.translate("OldList", "the first of several phones counts")
        case Repair.NAME_LEFT_OUT:
            return QCoreApplication.translate("OldList", "without the name, which cannot be read")
        case Repair.BIRTHDAY_LEFT_OUT:
            return QCoreApplication.translate("OldList", "without the birthday, which cannot be read")
        case Repair.CARD_LEFT_OUT:
            return QCoreApplication.translate("OldList", "without the card number")
        case Repair.NOTE_CUT:
            return QCoreApplication.translate("OldList", "with a shortened note")


def _reason(why: Why) -> str:
    match why:
        case PhoneProblem():
            return _begin_small(phone_problem(why))
        case NameProblem():
            return _begin_small(name_problem(why))
        case PointsProblem.NOT_A_NUMBER:
            return QCoreApplication.translate("OldList", "the points are no number")
        case PointsProblem.NEGATIVE:
            return QCoreApplication.translate("OldList", "the points are below 0")
        case PointsProblem.FRACTION:
            return QCoreApplication.translate("OldList", "the points are no whole number")
        case PointsProblem.TOO_MANY:
            return QCoreApplication.translate("OldList", "the points are too many")
        case RowProblem.NOBODY:
            return QCoreApplication.translate("OldList", "neither a phone nor a name")
        case RowProblem.NOT_A_PERSON:
            return QCoreApplication.translate("OldList", "this line is no customer")


def _begin_small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
