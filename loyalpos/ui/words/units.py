"""What is counted in the boxes of a sentence: the word for several, and the word for one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

__all__ = ["days", "stamps", "tickets", "times"]


def days() -> tuple[str, str]:
    """Name days."""
    return QCoreApplication.translate("Units", "days"), QCoreApplication.translate("Units", "day")


def stamps() -> tuple[str, str]:
    """Name stamps."""
    return QCoreApplication.translate("Units", "stamps"), QCoreApplication.translate("Units", "stamp")


def tickets() -> tuple[str, str]:
    """Name tickets of a draw."""
    return QCoreApplication.translate("Units", "tickets"), QCoreApplication.translate("Units", "ticket")


def times() -> tuple[str, str]:
    """Name how often."""
    return QCoreApplication.translate("Units", "times"), QCoreApplication.translate("Units", "time")
