"""The words a person agrees to; a record of consent names one of them by wording, version and language.

A published text is never changed: a new text is a new version, and the old one stays readable here.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.consents import NOTICE_VERSION, id_numbers_in
from loyalpos.engine.members import Consent, Purpose

__all__ = [
    "CHANNELS",
    "CHANNEL_LIST",
    "CHANNEL_PAPER",
    "CHANNEL_SPOKEN",
    "LIST_WORDING",
    "WORDING_VERSION",
    "channel_name",
    "consent_of_list",
    "consent_to",
    "consent_wording",
    "extra_purposes",
    "id_number_warning",
    "list_wording",
    "proof_of",
    "purpose_name",
    "wording_name",
]

WORDING_VERSION: Final = 2
CHANNEL_SPOKEN: Final = "spoken"
CHANNEL_PAPER: Final = "paper"
CHANNEL_LIST: Final = "list"
CHANNELS: Final = (CHANNEL_SPOKEN, CHANNEL_PAPER, "screen", "sms")
LIST_WORDING: Final = "list/program"

_EXTRA: Final = (Purpose.MESSAGES, Purpose.BIRTHDAY)


def extra_purposes() -> tuple[Purpose, ...]:
    """List what else the counter may ask for, each for itself."""
    return _EXTRA


def wording_name(purpose: Purpose) -> str:
    """Name the text of a purpose as a record of consent keeps it."""
    return f"counter/{purpose.value}"


def purpose_name(purpose: Purpose) -> str:
    """Name a purpose in few words."""
    match purpose:
        case Purpose.PROGRAM:
            return QCoreApplication.translate("Consent", "The program")
        case Purpose.MESSAGES:
            return QCoreApplication.translate("Consent", "News and offers")
        case Purpose.BIRTHDAY:
            return QCoreApplication.translate("Consent", "Birthday")
        case Purpose.SHARING:
            return QCoreApplication.translate("Consent", "Partners")


def channel_name(channel: str) -> str:
    """Say how it was said; a way of a later version is named as it is."""
    names = {
        CHANNEL_SPOKEN: QCoreApplication.translate("Consent", "spoken"),
        CHANNEL_PAPER: QCoreApplication.translate("Consent", "on paper"),
        "screen": QCoreApplication.translate("Consent", "on the screen"),
        "sms": QCoreApplication.translate("Consent", "by message"),
        CHANNEL_LIST: QCoreApplication.translate("Consent", "with the old customer list"),
    }
    return names.get(channel, channel)


def proof_of(channel: str) -> str:
    """Name what shows a consent that came so, for the field it is written in."""
    names = {
        CHANNEL_SPOKEN: QCoreApplication.translate("Consent", "What the customer said (may stay empty)"),
        CHANNEL_PAPER: QCoreApplication.translate("Consent", "Number of the paper (may stay empty)"),
        "screen": QCoreApplication.translate("Consent", "Which screen or picture (may stay empty)"),
        "sms": QCoreApplication.translate("Consent", "Number and time of the message (may stay empty)"),
    }
    return names.get(channel, "")


def id_number_warning(text: str) -> str:
    """Warn of what looks like the number of an identity card; empty where nothing does."""
    if not id_numbers_in(text):
        return ""
    return QCoreApplication.translate(
        "Consent", "This looks like the number of an identity card: the shop does not need it, leave it out"
    )


def consent_wording(
    purpose: Purpose, shop_name: str, points: str = "", *, version: int = WORDING_VERSION
) -> str:
    """Give the sentence the cashier says, or the member reads beside a box.

    Args:
        points: What the shop calls its points, for the middle of a sentence; ``""`` is the usual name.
        version: That of a record; the text of an older one is what it was.
    """
    match purpose:
        case Purpose.PROGRAM if version == 1 or not points:
            words = QCoreApplication.translate(
                "Consent",
                "May {shop} keep your phone number, name and purchases to count your points? "
                "You can ask us to delete them at any time.",
            )
        case Purpose.PROGRAM:
            words = QCoreApplication.translate(
                "Consent",
                "May {shop} keep your phone number, name and purchases to count your {points}? "
                "You can ask us to delete them at any time.",
            )
        case Purpose.MESSAGES:
            words = QCoreApplication.translate("Consent", "{shop} may send me news and offers")
        case Purpose.BIRTHDAY:
            words = QCoreApplication.translate("Consent", "{shop} may congratulate me on my birthday")
        case Purpose.SHARING:
            words = QCoreApplication.translate("Consent", "{shop} may share my data with its partners")
    return words.format(shop=shop_name, points=points)


def consent_to(purpose: Purpose, channel: str = CHANNEL_SPOKEN) -> Consent:
    """Write down that a person said something on a purpose, in the words of the moment."""
    return Consent(purpose, wording_name(purpose), WORDING_VERSION, _language(), channel, NOTICE_VERSION)


def list_wording() -> str:
    """Give the sentence the owner confirms before the customers of an old list come in."""
    return QCoreApplication.translate("Consent", "I have the agreement of these customers")


def consent_of_list() -> Consent:
    """Write down that the owner vouches for the agreement of everybody on a list."""
    return Consent(Purpose.PROGRAM, LIST_WORDING, 1, _language(), CHANNEL_LIST)


def _language() -> str:
    # The catalogue says which language it speaks, so the record never names one that was not shown.
    return QCoreApplication.translate("Consent", "en", "code of the language this catalogue is in")
