"""What going back to a backup means beyond what is counted, and why one cannot be gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits

if TYPE_CHECKING:
    from loyalpos.errors import BackupUnusable
    from loyalpos.services.backups import Lost

__all__ = ["missing_text", "unusable_text"]


def missing_text(lost: Lost) -> str:
    """Say what of that which is lost the file of now lacks already; nothing where it lacks nothing."""
    if lost.missing is None:
        return QCoreApplication.translate(
            "GoingBack",
            "Records are missing from the file of now already: how many more are lost, nobody can tell.",
        )
    if not lost.missing:
        return ""
    words = QCoreApplication.translate(
        "GoingBack", "Records among them that are missing from the file of now already: {count}."
    )
    return words.format(count=group_digits(lost.missing))


def unusable_text(error: BackupUnusable) -> str:
    """Say why a backup cannot be restored, and what to do instead."""
    match error.why:
        case "missing":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file} is no longer there – choose another backup; the shop's file of now is untouched",
            )
        case "folder":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file} is a folder – name one backup in it, a file that ends in .loyalpos; "
                "the shop's file of now is untouched",
            )
        case "unlabelled":
            words = QCoreApplication.translate(
                "Surroundings",
                "The file {file}.json is missing or damaged, without which the backup cannot be proved – "
                "put it beside the backup, or choose another one; the shop's file of now is untouched",
            )
        case "no backup":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file} is no backup of LoyalPOS – choose a file that ends in .loyalpos; "
                "the shop's file of now is untouched",
            )
        case "newer":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file} is from a newer LoyalPOS – update the program, then restore it; "
                "the shop's file of now is untouched",
            )
        case "foreign":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file} is of another shop or has another key – choose another backup; "
                "the shop's file of now is untouched",
            )
        case _:
            words = QCoreApplication.translate(
                "Surroundings",
                "{file} is damaged and cannot be restored – choose another backup; "
                "the shop's file of now is untouched",
            )
    return words.format(file=error.path.name)
