"""What a member still owes for bills that were not paid at once, as a remark beside the name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.acts import Desk
from loyalpos.engine.money import group_digits, vnd
from loyalpos.ui.widgets.marks import Chip, Tone
from loyalpos.ui.words import dates

__all__ = ["owed_remark"]


def owed_remark(desk: Desk) -> Chip:
    """Say what is owed: of one bill which, of several together."""
    first = desk.owed[0]
    if len(desk.owed) > 1:
        words = QCoreApplication.translate("Counter", "Owes {amount} of {count} bills – F3")
    elif first.number:
        words = QCoreApplication.translate("Counter", "Owes {amount} of receipt {number}, {day} – F3")
    else:
        words = QCoreApplication.translate("Counter", "Owes {amount} of the bill of {day} – F3")
    text = words.format(
        amount=vnd(sum(one.open_vnd for one in desk.owed)),
        count=group_digits(len(desk.owed)),
        number=first.number,
        day=dates.day_near(first.day, first.day if desk.standing is None else desk.standing.day),
    )
    return Chip(text, Tone.AMBER)
