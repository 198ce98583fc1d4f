"""Codes for partners in words: why one cannot be noted as redeemed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.partners import CodeWhy
from loyalpos.errors import CodeNotOpen
from loyalpos.ui.words.dates import day

__all__ = ["code_not_open"]


def code_not_open(error: CodeNotOpen) -> str:
    """Say why a code cannot be noted, and what to look at."""
    match CodeWhy(error.why):
        case CodeWhy.UNKNOWN:
            return QCoreApplication.translate(
                "Partners", "This shop gave no code for a partner with these digits – read it once more"
            )
        case CodeWhy.REDEEMED:
            words = QCoreApplication.translate("Partners", "This code was redeemed already, on {day}")
            return words.format(day="" if error.redeemed is None else day(error.redeemed))
        case CodeWhy.GONE:
            return QCoreApplication.translate(
                "Partners", "The bill this code came from was returned: it is worth nothing any more"
            )
        case CodeWhy.NOT_REDEEMED:
            return QCoreApplication.translate("Partners", "This code was not redeemed")
