"""What comes and goes with a return beside points, in words: stamps, tickets, vouchers, tier and gifts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.acts import BillReversed
from loyalpos.engine.brought import NOTHING
from loyalpos.engine.money import group_digits
from loyalpos.engine.program import Program
from loyalpos.ui.words.points import signed

__all__ = ["beside_texts"]


def beside_texts(back: BillReversed, program: Program) -> list[str]:
    """Say it one by one: ``stamps −1: Coffee card``.

    Args:
        program: The revision the bill was recorded under.
    """
    cards = {card.id: card.name for card in program.stamp_cards}
    draws = {draw.id: draw.name for draw in program.draws}
    parts: list[str] = []
    for move in back.moves:
        words = QCoreApplication.translate("Returned", "stamps {count}: {name}")
        if move.unit in draws:
            words = QCoreApplication.translate("Returned", "tickets {count}: {name}")
        name = cards.get(move.unit) or draws.get(move.unit, "")
        parts.append(words.format(count=signed(move.count), name=name))
    if back.vouchers_void:
        words = QCoreApplication.translate("Returned", "vouchers of this bill that are void then: {count}")
        parts.append(words.format(count=group_digits(back.vouchers_void)))
    if back.vouchers_back:
        words = QCoreApplication.translate("Returned", "vouchers the customer gets back: {count}")
        parts.append(words.format(count=group_digits(back.vouchers_back)))
    if back.brought != NOTHING:
        from loyalpos.ui.words.gifts import brought_texts  # noqa: PLC0415 - few returns bring anything more

        parts += brought_texts(back.brought, program.points_name)
    return parts
