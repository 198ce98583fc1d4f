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
