"""Sentences for what is in the way of the key of the shop's file."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from loyalpos.errors import (
    CodeWrong,
    KeyringAbsent,
    KeyringFails,
    LoyalError,
    NotKeyedAnew,
    PassphraseShort,
    SecretFileUnfit,
    SecretNeeded,
    Unavailable,
)

if TYPE_CHECKING:
    from loyalpos.services.protection import Protection

__all__ = ["key_failure", "key_refusal", "protection_lines"]


@singledispatch
def key_failure(error: Unavailable) -> str:
    """Say what failed; every class registers its own sentence."""
    raise NotImplementedError(type(error).__name__)


@singledispatch
def key_refusal(error: LoyalError) -> str:
    """Say why the rules say no; what is not said here is about erasing members."""
    from loyalpos.ui.words.erasing import erasing_refusal  # noqa: PLC0415 - seldom asked for

    return erasing_refusal(error)


@key_failure.register
def _(error: SecretNeeded) -> str:
    match error.asks:
        case "passphrase" if error.was_wrong:
            words = QCoreApplication.translate(
                "Keys", "That did not open {file} – type the passphrase or the recovery code again"
            )
        case "passphrase":
            words = QCoreApplication.translate(
                "Keys", "{file} is protected – type its passphrase or the recovery code from the paper"
            )
        case "code" if error.was_wrong:
            words = QCoreApplication.translate(
                "Keys", "That did not open {file} – compare the 24 digits with the paper and type them again"
            )
        case "code":
            words = QCoreApplication.translate(
                "Keys",
                "{file} is protected and this PC does not have its key – type the 24 digits of the recovery "
                "code from the paper",
            )
        case _:
            words = QCoreApplication.translate(
                "Keys",
                "{file} is protected, and nothing on this PC says how to open it – bring a backup back",
            )
    return words.format(file=error.path.name)


@key_failure.register
def _(_error: KeyringAbsent) -> str:
    return QCoreApplication.translate(
        "Keys", "This PC has no place of its own for keys – choose a passphrase that is typed at each start"
    )


@key_failure.register
def _(error: KeyringFails) -> str:
    words = QCoreApplication.translate(
        "Keys", "This PC’s keyring does not give or keep the key ({detail}) – unlock it and try again"
    )
    return words.format(detail=error.detail)


@key_failure.register
def _(error: NotKeyedAnew) -> str:
    from loyalpos.ui.words.refusals import sentence  # noqa: PLC0415 - it asks here for what it does not know

    words = QCoreApplication.translate(
        "Keys",
        "The protection stays as it is: the backup that comes before every change of it failed – {why}",
    )
    return words.format(why=sentence(error.why))


@key_refusal.register
def _(error: SecretFileUnfit) -> str:
    match error.why:
        case "open":
            words = QCoreApplication.translate(
                "Keys",
                "Others may read {file} too – let it be read by you alone (chmod 600), then try again",
            )
        case _:
            words = QCoreApplication.translate("Keys", "There is no passphrase to be read in {file}")
    return words.format(file=error.file)


@key_refusal.register
def _(error: CodeWrong) -> str:
    if error.reads:
        return QCoreApplication.translate(
            "Keys", "This is the recovery code of something else – look for the newest paper of this shop"
        )
    if error.missing:
        words = QCoreApplication.translate(
            "Keys", "Type all 24 digits of the paper – still missing: {missing}"
        )
        return words.format(missing=error.missing)
    return QCoreApplication.translate(
        "Keys", "There is a mistake in these digits – compare them with the paper, group by group"
    )


@key_refusal.register
def _(error: PassphraseShort) -> str:
    words = QCoreApplication.translate(
        "Keys", "A passphrase has at least {least} letters – three or four words are easy to keep in mind"
    )
    return words.format(least=error.least)


def protection_lines(found: Protection) -> tuple[str, ...]:
    """Say how the shop's data is protected, and what is still to be done."""
    lines = [_state_line(found)]
    match found.way:
        case "keyring":
            lines.append(QCoreApplication.translate("Keys", "At a start this PC’s keyring opens it."))
        case "passphrase":
            lines.append(QCoreApplication.translate("Keys", "At a start the passphrase is asked for."))
        case "code":
            lines.append(
                QCoreApplication.translate(
                    "Keys", "At a start the recovery code is asked for: choose a passphrase instead."
                )
            )
    if found.open_copies:
        words = QCoreApplication.translate("Keys", "Backups that still lie unprotected: {files}")
        lines.append(words.format(files=", ".join(str(path) for path in found.open_copies)))
    return tuple(lines)


def _state_line(found: Protection) -> str:
    match found.state.value:
        case "on":
            return QCoreApplication.translate(
                "Keys", "Protected: whoever takes this PC or a backup reads nothing without the key."
            )
        case "unfinished":
            return QCoreApplication.translate(
                "Keys",
                "Protected, but not finished: the recovery code has not been typed from its paper yet.",
            )
        case _:
            return QCoreApplication.translate(
                "Keys", "Not protected: whoever takes this PC, or a backup, can read everything."
            )
