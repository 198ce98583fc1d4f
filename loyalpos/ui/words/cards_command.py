"""What the command line says of cards it wrote, or did not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.money import group_digits

__all__ = ["beyond_last_text", "cards_made_text", "no_layout_text", "none_left_text", "not_measured_text"]


def no_layout_text(name: str, there: Sequence[str]) -> str:
    """Say that no paper is called so, and what there is."""
    words = QCoreApplication.translate("CardsCommand", "There is no layout {name}, but: {names}.")
    return words.format(name=name, names=", ".join(there))


def not_measured_text(printer: str, measured: Sequence[str]) -> str:
    """Say that a printer was not measured, and which were."""
    if not measured:
        words = QCoreApplication.translate(
            "CardsCommand", "Nothing was measured on {printer}, nor on any other printer."
        )
        return words.format(printer=printer)
    words = QCoreApplication.translate("CardsCommand", "Nothing was measured on {printer}, but on: {names}.")
    return words.format(printer=printer, names=", ".join(measured))


def beyond_last_text(first: int, count: int) -> str:
    """Say that there is no such card."""
    words = QCoreApplication.translate(
        "CardsCommand", "Card {first} is beyond the last, {count}: nothing was made."
    )
    return words.format(first=group_digits(first), count=group_digits(count))


def cards_made_text(cards: int, batch: int | None) -> str:
    """Say how many there are."""
    if batch is None:
        words = QCoreApplication.translate("CardsCommand", "Cards: {count}")
        return words.format(count=group_digits(cards))
    words = QCoreApplication.translate("CardsCommand", "Cards of batch {batch}: {count}")
    return words.format(batch=batch, count=group_digits(cards))


def none_left_text(first: int) -> str:
    """Say that all of the batch were handed out or spoilt."""
    words = QCoreApplication.translate(
        "CardsCommand", "No blank card is left from card {first} on: no file was written."
    )
    return words.format(first=group_digits(first))
