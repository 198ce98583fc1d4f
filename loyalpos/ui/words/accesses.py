"""Words for who of the shop looked at a member."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

__all__ = ["access_text", "consent_purpose"]


def access_text(how: str) -> str:
    """Say what somebody did with what the shop knows of a member."""
    match how:
        case "page":
            return QCoreApplication.translate("Accesses", "Opened the page in the office")
        case "my_data":
            return QCoreApplication.translate("Accesses", "Wrote “my data” for the customer")
        case "statement":
            return QCoreApplication.translate("Accesses", "Printed a statement of points")
        case "cards":
            return QCoreApplication.translate("Accesses", "Made cards")
        case "letters":
            return QCoreApplication.translate("Accesses", "Made letters")
        case "checklist":
            return QCoreApplication.translate("Accesses", "Made a list of gifts to hand out")
        case "friends":
            return QCoreApplication.translate("Accesses", "Made cards for friends")
        case "list_best":
            return QCoreApplication.translate("Accesses", "Wrote the best customers to a file")
        case "list_ending":
            return QCoreApplication.translate("Accesses", "Wrote whose points end to a file")
        case "list_owing":
            return QCoreApplication.translate("Accesses", "Wrote bills to be paid to a file")
        case "journal":
            return QCoreApplication.translate("Accesses", "Wrote the journal to a file")
        case "evidence":
            return QCoreApplication.translate("Accesses", "Put evidence with names aside")
        case _:
            return QCoreApplication.translate("Accesses", "Wrote down everything the shop has")


def consent_purpose(purpose: str) -> str:
    """Name what a member agrees to."""
    match purpose:
        case "program":
            return QCoreApplication.translate("Accesses", "Taking part in the program")
        case "messages":
            return QCoreApplication.translate("Accesses", "Messages")
        case "birthday":
            return QCoreApplication.translate("Accesses", "Birthday")
        case _:
            return QCoreApplication.translate("Accesses", "Sharing with others")
