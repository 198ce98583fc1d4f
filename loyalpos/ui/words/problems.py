"""What is wrong with what was typed, said at its field, and what to type instead."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.birthdays import BirthdayProblem
from loyalpos.engine.money import MAX_AMOUNT_VND, AmountProblem, vnd
from loyalpos.engine.names import LONGEST_NAME, NameProblem
from loyalpos.engine.numbers import LONGEST_NUMBER, NumberProblem
from loyalpos.engine.phones import PhoneProblem
from loyalpos.engine.tags import LONGEST_TAG, TagProblem
from loyalpos.engine.when import WhenProblem

__all__ = [
    "amount_problem",
    "birthday_problem",
    "name_problem",
    "number_problem",
    "phone_problem",
    "tag_problem",
    "when_problem",
]


def amount_problem(problem: AmountProblem) -> str:
    """Say what is wrong with an amount."""
    match problem:
        case AmountProblem.EMPTY:
            return QCoreApplication.translate("Problems", "Type the bill total, for example 125000")
        case AmountProblem.NOT_A_NUMBER:
            return QCoreApplication.translate("Problems", "Digits only, please, for example 125000")
        case AmountProblem.NEGATIVE:
            return QCoreApplication.translate(
                "Problems", "A bill cannot be below 0 – to take goods back press F8"
            )
        case AmountProblem.ZERO:
            return QCoreApplication.translate("Problems", "The amount must be more than 0 ₫")
        case AmountProblem.TOO_LARGE:
            words = QCoreApplication.translate("Problems", "Too large: at most {amount} – check the zeros")
            return words.format(amount=vnd(MAX_AMOUNT_VND))
        case AmountProblem.UNCLEAR:
            return QCoreApplication.translate(
                "Problems", "This can be read in two ways – type the digits alone, for example 125000"
            )


def number_problem(problem: NumberProblem) -> str:
    """Say what is wrong with a receipt number."""
    match problem:
        case NumberProblem.TOO_LONG:
            words = QCoreApplication.translate("Problems", "A receipt number has at most {count} signs")
            return words.format(count=LONGEST_NUMBER)
        case NumberProblem.ODD_CHARACTER:
            return QCoreApplication.translate(
                "Problems", "There is a sign in it that no receipt has – type the number again"
            )


def phone_problem(problem: PhoneProblem) -> str:
    """Say what is wrong with a phone number."""
    match problem:
        case PhoneProblem.EMPTY:
            return QCoreApplication.translate("Problems", "Type the customer's phone number")
        case PhoneProblem.NOT_A_NUMBER:
            return QCoreApplication.translate("Problems", "Digits only, please, for example 0912 345 678")
        case PhoneProblem.TOO_SHORT:
            return QCoreApplication.translate("Problems", "Too few digits: a mobile number has 10")
        case PhoneProblem.TOO_LONG:
            return QCoreApplication.translate("Problems", "Too many digits: a mobile number has 10")
        case PhoneProblem.UNKNOWN_HEAD:
            return QCoreApplication.translate(
                "Problems", "No mobile number begins like this – ask the customer to read it again"
            )
        case PhoneProblem.LANDLINE:
            return QCoreApplication.translate("Problems", "This is a landline – ask for a mobile number")
        case PhoneProblem.FOREIGN:
            return QCoreApplication.translate(
                "Problems", "This number is from abroad – ask for a Vietnamese mobile number"
            )
        case PhoneProblem.ROUNDED:
            return QCoreApplication.translate(
                "Problems", "A spreadsheet has cut the last digits – ask for the whole number"
            )


def name_problem(problem: NameProblem) -> str:
    """Say what is wrong with a name."""
    match problem:
        case NameProblem.EMPTY:
            return QCoreApplication.translate("Problems", "Type the customer's name")
        case NameProblem.TOO_LONG:
            words = QCoreApplication.translate("Problems", "The name is too long: at most {count} letters")
            return words.format(count=LONGEST_NAME)
        case NameProblem.NO_LETTER:
            return QCoreApplication.translate("Problems", "A name needs at least one letter")
        case NameProblem.ODD_CHARACTER:
            return QCoreApplication.translate(
                "Problems", "There is a sign in it that no name has – type the name again"
            )
        case NameProblem.RIGHT_TO_LEFT:
            return QCoreApplication.translate(
                "Problems",
                "Letters written from right to left cannot be kept – type the name in Latin letters",
            )


def birthday_problem(problem: BirthdayProblem) -> str:
    """Say what is wrong with a birthday."""
    match problem:
        case BirthdayProblem.EMPTY:
            return QCoreApplication.translate("Problems", "Type day and month, for example 24/11")
        case BirthdayProblem.UNREADABLE:
            return QCoreApplication.translate(
                "Problems", "Type day and month, for example 24/11 or 24/11/1990"
            )
        case BirthdayProblem.NO_SUCH_DAY:
            return QCoreApplication.translate(
                "Problems", "The calendar has no such day – day first, then month"
            )


def when_problem(problem: WhenProblem) -> str:
    """Say what is wrong with the time of a bill."""
    match problem:
        case WhenProblem.UNREADABLE:
            return QCoreApplication.translate(
                "Problems", "Type for example: yesterday, 22/11, 22/11 14:30 or 14:30"
            )
        case WhenProblem.NO_SUCH_DAY:
            return QCoreApplication.translate(
                "Problems", "The calendar has no such day – day first, then month"
            )
        case WhenProblem.NO_SUCH_TIME:
            return QCoreApplication.translate("Problems", "There is no such time: 00:00 to 23:59")
        case WhenProblem.FUTURE:
            return QCoreApplication.translate(
                "Problems", "This is still to come – a bill cannot be of later than now"
            )


def tag_problem(problem: TagProblem) -> str:
    """Say what is wrong with a tag."""
    match problem:
        case TagProblem.EMPTY:
            return QCoreApplication.translate("Problems", "Type a tag, for example VIP")
        case TagProblem.TOO_LONG:
            words = QCoreApplication.translate("Problems", "A tag has at most {count} letters")
            return words.format(count=LONGEST_TAG)
        case TagProblem.ODD_CHARACTER:
            return QCoreApplication.translate(
                "Problems", "Letters and digits only, please, and no comma – one tag at a time"
            )
