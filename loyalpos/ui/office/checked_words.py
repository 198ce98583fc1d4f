"""What a check of the shop's file found, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits
from loyalpos.services.checking import Checked

__all__ = ["checked_lines"]


def checked_lines(checked: Checked) -> tuple[str, ...]:
    """Say what was found; the first line is the verdict."""
    if checked.sound:
        words = QCoreApplication.translate(
            "Checked", "The file is sound: {records} records, every balance adds up."
        )
        return (words.format(records=group_digits(checked.counts.get("record", 0))),)
    lines = [QCoreApplication.translate("Checked", "Something is wrong with the file.")]
    if checked.pages:
        words = QCoreApplication.translate("Checked", "Damaged places on the disk: {count} ({first})")
        lines.append(words.format(count=len(checked.pages), first=checked.pages[0]))
    if checked.chain:
        words = QCoreApplication.translate(
            "Checked", "Records that were changed or are missing: {count} ({first})"
        )
        lines.append(words.format(count=len(checked.chain), first=checked.chain[0]))
    if checked.tables:
        words = QCoreApplication.translate(
            "Checked", "Figures that differ from the records: {count} ({first})"
        )
        lines.append(words.format(count=len(checked.tables), first=checked.tables[0]))
    if checked.sums:
        words = QCoreApplication.translate("Checked", "Members whose balance does not add up: {count}")
        lines.append(words.format(count=len(checked.sums)))
    lines.append(
        QCoreApplication.translate("Checked", "Restore the last backup; the file is kept beside it.")
    )
    return tuple(lines)
