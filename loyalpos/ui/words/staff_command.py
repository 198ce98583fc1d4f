"""What the command line says of who works in the shop, and of another PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.times import ShopTime
from loyalpos.ui.words import dates
from loyalpos.ui.words.staff import role_name

if TYPE_CHECKING:
    from loyalpos.services.forgotten import Asked
    from loyalpos.services.people import StaffLine

__all__ = [
    "asked_text",
    "new_pin_text",
    "nobody_text",
    "once_more_text",
    "person_text",
    "proof_text",
    "set_text",
]


def nobody_text() -> str:
    """Say that one person works here without a PIN."""
    return QCoreApplication.translate("StaffCommand", "Nobody is named: one person works here without a PIN.")


def person_text(line: StaffLine, time: ShopTime) -> str:
    """Say what somebody is, and how it stands with their PIN."""
    person = line.person
    if not person.has_pin:
        pin = QCoreApplication.translate("StaffCommand", "no PIN")
    elif line.asked_from is not None:
        words = QCoreApplication.translate("StaffCommand", "another PIN was asked for and holds from {at}")
        pin = words.format(at=dates.moment(line.asked_from, time))
    elif line.wait_s is None:
        pin = QCoreApplication.translate("StaffCommand", "PIN locked")
    else:
        pin = QCoreApplication.translate("StaffCommand", "PIN set")
    return f"{person.name} · {role_name(person.role)} · {pin}"


def proof_text(proof: str) -> str:
    """Ask for what proves whose shop it is."""
    if proof == "code":
        return QCoreApplication.translate("StaffCommand", "The recovery code from the paper, 24 digits")
    return QCoreApplication.translate("StaffCommand", "The recovery code from the paper, or the passphrase")


def new_pin_text() -> str:
    """Ask for a PIN."""
    return QCoreApplication.translate("StaffCommand", "The new PIN, six digits")


def once_more_text() -> str:
    """Ask for it again."""
    return QCoreApplication.translate("StaffCommand", "The new PIN once more")


def set_text(name: str) -> str:
    """Say that it is done."""
    return QCoreApplication.translate("StaffCommand", "{name} has another PIN now.").format(name=name)


def asked_text(asked: Asked, time: ShopTime) -> str:
    """Say when it holds, and who stops it."""
    words = QCoreApplication.translate(
        "StaffCommand",
        "This shop is not protected, so nothing proves whose it is: the new PIN of {name} holds from {at}. "
        "Until then the till tells everybody, and the old PIN, another owner or a manager stops it.",
    )
    return words.format(name=asked.person.name, at=dates.moment(asked.holds_from, time))
