"""Words for who works in the shop, and sentences for what the rules say no to about them."""

from __future__ import annotations

from functools import singledispatch

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.staff import Right, Role
from loyalpos.errors import (
    CodeTooSoon,
    LastOwner,
    LoyalError,
    NotAllowed,
    NotAnOwner,
    OwnBill,
    OwnerFirst,
    PersonGone,
    PersonNameless,
    PersonUnknown,
    PinFileUnfit,
    PinLocked,
    PinTooSoon,
    PinUnfit,
    ProofUnfit,
    ProofWrong,
    WrongPin,
)

__all__ = ["right_name", "role_name", "staff_refusal"]

_HOUR_S = 3_600


def right_name(right: Right) -> str:
    """Say what a right lets people do."""
    names = {
        Right.PROGRAM: QCoreApplication.translate("Staff", "change the program"),
        Right.STAFF: QCoreApplication.translate("Staff", "change who works here"),
        Right.SETTINGS: QCoreApplication.translate("Staff", "change the settings"),
        Right.ADJUST: QCoreApplication.translate("Staff", "give points, vouchers or a tier by hand"),
        Right.REDEEM_ABOVE: QCoreApplication.translate("Staff", "redeem so many points at once"),
        Right.OLD_RETURN: QCoreApplication.translate("Staff", "take back so old a bill"),
        Right.EXPORT: QCoreApplication.translate("Staff", "write customers’ particulars into a file"),
        Right.MERGE: QCoreApplication.translate("Staff", "merge members"),
        Right.IMPORT: QCoreApplication.translate("Staff", "take in a list"),
        Right.ERASE: QCoreApplication.translate("Staff", "erase a member"),
        Right.RESTORE: QCoreApplication.translate("Staff", "bring back a backup"),
        Right.PROTECT: QCoreApplication.translate("Staff", "change how the shop’s file is protected"),
        Right.CARDS: QCoreApplication.translate("Staff", "make cards"),
        Right.AUDIT: QCoreApplication.translate("Staff", "look at who did what"),
    }
    return names[right]


def role_name(role: Role) -> str:
    """Say what somebody is in the shop."""
    names = {
        Role.OWNER: QCoreApplication.translate("Staff", "Owner"),
        Role.MANAGER: QCoreApplication.translate("Staff", "Manager"),
        Role.CASHIER: QCoreApplication.translate("Staff", "Cashier"),
    }
    return names[role]


@singledispatch
def staff_refusal(error: LoyalError) -> str:
    """Say why the rules say no; what is not said here is about the key of the shop's file."""
    from loyalpos.ui.words.keys import key_refusal  # noqa: PLC0415 - protected shops alone

    return key_refusal(error)


@staff_refusal.register
def _(error: NotAllowed) -> str:
    words = QCoreApplication.translate("Staff", "You may not {act} – ask somebody who may to type their PIN")
    return words.format(act=right_name(Right(error.right)))


@staff_refusal.register
def _(_error: OwnBill) -> str:
    return QCoreApplication.translate(
        "Staff", "This is your own account – somebody else who may give points has to type their PIN"
    )


@staff_refusal.register
def _(error: WrongPin) -> str:
    if error.tries_left == 1:
        words = QCoreApplication.translate(
            "Staff", "Wrong PIN – one try left before it is locked; wait {seconds} s"
        )
        return words.format(seconds=error.wait_s)
    words = QCoreApplication.translate("Staff", "Wrong PIN – wait {seconds} s, then try again")
    return words.format(seconds=error.wait_s)


@staff_refusal.register
def _(error: CodeTooSoon) -> str:
    words = QCoreApplication.translate("Staff", "That was wrong before – wait {time}, then type it again")
    return words.format(time=_time(error.wait_s))


@staff_refusal.register
def _(error: PinTooSoon) -> str:
    if error.wait_s >= _HOUR_S:
        words = QCoreApplication.translate(
            "Staff", "Locked after too many wrong PINs – wait {time}, or choose “PIN forgotten?”"
        )
        return words.format(time=_time(error.wait_s))
    words = QCoreApplication.translate("Staff", "Wait {seconds} s more after the wrong PIN, then try again")
    return words.format(seconds=error.wait_s)


@staff_refusal.register
def _(_error: PinLocked) -> str:
    return QCoreApplication.translate(
        "Staff",
        "This PIN is locked after too many wrong ones – a manager or owner opens it on the staff page",
    )


@staff_refusal.register
def _(error: PinUnfit) -> str:
    if error.why == "twice":
        return QCoreApplication.translate("Staff", "The two PINs are not the same – type both once more")
    if error.why == "easy":
        return QCoreApplication.translate("Staff", "Anybody would try this PIN first – choose another one")
    return QCoreApplication.translate("Staff", "A PIN is six digits")


@staff_refusal.register
def _(_error: OwnerFirst) -> str:
    return QCoreApplication.translate(
        "Staff", "Give an owner a PIN first – otherwise nobody could change anything any more"
    )


@staff_refusal.register
def _(_error: LastOwner) -> str:
    return QCoreApplication.translate(
        "Staff", "This is the only owner who can say who they are – make somebody else owner first"
    )


@staff_refusal.register
def _(_error: PersonGone) -> str:
    return QCoreApplication.translate("Staff", "This person works here no more, or has no PIN yet")


@staff_refusal.register
def _(_error: PersonNameless) -> str:
    return QCoreApplication.translate("Staff", "Type what this person is called")


@staff_refusal.register
def _(_error: ProofUnfit) -> str:
    return QCoreApplication.translate(
        "Staff", "This does not prove whose shop it is – use the recovery code that was printed"
    )


@staff_refusal.register
def _(_error: ProofWrong) -> str:
    return QCoreApplication.translate(
        "Staff", "Wrong code or passphrase – compare it with the paper, then type it again"
    )


@staff_refusal.register
def _(error: NotAnOwner) -> str:
    words = QCoreApplication.translate("Staff", "{name} is no owner; owners with a PIN: {names}")
    return words.format(name=error.name, names=", ".join(error.names))


@staff_refusal.register
def _(error: PersonUnknown) -> str:
    names = ", ".join(error.names)
    if not names:
        return QCoreApplication.translate(
            "Staff",
            "Nobody has a PIN in this shop yet – the first one is set on the staff page of the office",
        )
    if not error.name:
        words = QCoreApplication.translate("Staff", "Say who does this with --as: {names}")
        return words.format(names=names)
    words = QCoreApplication.translate("Staff", "Nobody with a PIN here is called {name}, but: {names}")
    return words.format(name=error.name, names=names)


@staff_refusal.register
def _(error: PinFileUnfit) -> str:
    match error.why:
        case "open":
            words = QCoreApplication.translate(
                "Staff",
                "Others may read {file} too – let it be read by you alone (chmod 600), then try again",
            )
        case "unread":
            words = QCoreApplication.translate("Staff", "There is no PIN to be read in {file}")
        case "unsaid":
            words = QCoreApplication.translate(
                "Staff", "Nobody is at a terminal to type the PIN – say with --pin-from where it stands"
            )
        case _:
            words = QCoreApplication.translate("Staff", "The first line of {file} is no PIN of six digits")
    if error.file == "-":
        return words.format(file=QCoreApplication.translate("Staff", "the standard input"))
    return words.format(file=error.file)


def _time(seconds: int) -> str:
    if seconds >= _HOUR_S:
        return QCoreApplication.translate("Staff", "{hours} h").format(hours=-(-seconds // _HOUR_S))
    return QCoreApplication.translate("Staff", "{seconds} s").format(seconds=seconds)
