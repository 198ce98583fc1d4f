"""The words a person agrees to; a record of consent names one of them by wording, version and language.

A published text is never changed: a new text is a new version, and the old one stays readable here.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.members import Consent, Purpose

__all__ = [
    "CHANNEL_LIST",
    "CHANNEL_SPOKEN",
    "LIST_WORDING",
    "WORDING_VERSION",
    "consent_of_list",
    "consent_to",
    "consent_wording",
    "extra_purposes",
    "list_wording",
    "wording_name",
]

WORDING_VERSION: Final = 1
CHANNEL_SPOKEN: Final = "spoken"
CHANNEL_LIST: Final = "list"
LIST_WORDING: Final = "list/program"

_EXTRA: Final = (Purpose.MESSAGES, Purpose.BIRTHDAY)


def extra_purposes() -> tuple[Purpose, ...]:
    """List what else the counter may ask for, each for itself."""
    return _EXTRA


def wording_name(purpose: Purpose) -> str:
    """Name the text of a purpose as a record of consent keeps it."""
    return f"counter/{purpose.value}"


def consent_wording(purpose: Purpose, shop_name: str) -> str:
    """Give the sentence the cashier says, or the member reads beside a box."""
    match purpose:
        case Purpose.PROGRAM:
            words = QCoreApplication.translate(
                "Consent",
                "May {shop} keep your phone number, name and purchases to count your points? "
                "You can ask us to delete them at any time.",
            )
        case Purpose.MESSAGES:
            words = QCoreApplication.translate("Consent", "{shop} may send me news and offers")
        case Purpose.BIRTHDAY:
            words = QCoreApplication.translate("Consent", "{shop} may congratulate me on my birthday")
        case Purpose.SHARING:
            words = QCoreApplication.translate("Consent", "{shop} may share my data with its partners")
    return words.format(shop=shop_name)


def consent_to(purpose: Purpose) -> Consent:
    """Write down that a person agreed out loud to a purpose, in the words of the moment."""
    return Consent(purpose, wording_name(purpose), WORDING_VERSION, _language(), CHANNEL_SPOKEN)


def list_wording() -> str:
    """Give the sentence the owner confirms before the customers of an old list come in."""
    return QCoreApplication.translate("Consent", "I have the agreement of these customers")


def consent_of_list() -> Consent:
    """Write down that the owner vouches for the agreement of everybody on a list."""
    return Consent(Purpose.PROGRAM, LIST_WORDING, WORDING_VERSION, _language(), CHANNEL_LIST)


def _language() -> str:
    # The catalogue says which language it speaks, so the record never names one that was not shown.
    return QCoreApplication.translate("Consent", "en", "code of the language this catalogue is in")
