"""What a restore would lose, as figures for the question before it."""

from __future__ import annotations

from loyalpos.engine.money import group_digits
from loyalpos.services.backups import Lost

__all__ = ["lost_figures"]


def lost_figures(lost: Lost) -> dict[str, str]:
    """Give bills, members and records that would be lost, by the names sentences call them."""
    return {
        "bills": group_digits(lost.bills),
        "members": group_digits(lost.members),
        "count": group_digits(lost.records + (lost.missing or 0)),
    }
