"""The sentences on paper, in the language of the moment."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.points_name import USUAL_NAMES, split_name

__all__ = [
    "back_note",
    "calibration_steps",
    "calibration_title",
    "cards_title",
    "front_note",
    "hotline",
    "how_to_collect",
    "if_lost",
    "letters_title",
    "member_card",
    "member_of_tier",
    "name_label",
    "page_of",
    "ruler_note",
    "sheet_note",
    "show_at_counter",
    "usual_terms",
    "voucher_of",
    "your_perks",
]


def member_card(since: date | None) -> str:
    """Say what the thing is and, when known, since when its owner is a member."""
    if since is None:
        return QCoreApplication.translate("Printing", "Member card")
    words = QCoreApplication.translate("Printing", "Member card · since {date}")
    return words.format(date=f"{since:%d/%m/%Y}")


def name_label() -> str:
    """Name the line on a blank card that the customer's name is written on."""
    return QCoreApplication.translate("Printing", "Name:")


def how_to_collect(points_name: str) -> str:
    """Tell the customer what the card is for, in the shop's own name of its points."""
    words = QCoreApplication.translate("Printing", "Scan this card with every purchase to collect {points}.")
    return words.format(points=_called(points_name))


def if_lost(points_name: str) -> str:
    """Tell the customer that a lost card loses no points."""
    words = QCoreApplication.translate(
        "Printing", "Lost your card? Tell us your phone number for a new one; your {points} stay."
    )
    return words.format(points=_called(points_name))


def _called(points_name: str) -> str:
    words, _ = split_name(points_name)
    if words and words.casefold() not in USUAL_NAMES:
        return words
    return QCoreApplication.translate("Printing", "points")


def hotline(number: str) -> str:
    """Name the number to call."""
    return QCoreApplication.translate("Printing", "Hotline: {number}").format(number=number)


def member_of_tier(tier: str) -> str:
    """Name the member's tier, as on the front of a card."""
    return QCoreApplication.translate("Printing", "{tier} member").format(tier=tier)


def your_perks(perks: str) -> str:
    """Tell the customer what the tier brings."""
    return QCoreApplication.translate("Printing", "For you: {perks}").format(perks=perks)


def usual_terms() -> str:
    """Propose terms of sale and return, for the owner to change."""
    return QCoreApplication.translate(
        "Printing",
        "Points are not paid out in cash. Goods are returned within 7 days with the "
        "receipt; the points of what is returned are taken back.",
    )


def show_at_counter() -> str:
    """Tell the customer what to do with the picture on the phone."""
    return QCoreApplication.translate("Printing", "Show this code when you pay")


def cards_title() -> str:
    """Title the document, as viewers and print queues show it."""
    return QCoreApplication.translate("Printing", "Member cards")


def ruler_note() -> str:
    """Explain the ruler in the margin of a sheet."""
    return QCoreApplication.translate(
        "Printing", "Print at 100 % (actual size): this ruler must measure exactly 100 mm."
    )


def front_note(sheet: int, *, upright: bool = True) -> str:
    """Number a sheet's front and say how to turn the paper, which stands upright or lies."""
    if upright:
        words = QCoreApplication.translate(
            "Printing", "Sheet {sheet} · front · two-sided, flip on the long edge"
        )
    else:
        words = QCoreApplication.translate(
            "Printing", "Sheet {sheet} · front · two-sided, flip on the short edge"
        )
    return words.format(sheet=sheet)


def sheet_note(sheet: int) -> str:
    """Number a sheet that has no back."""
    return QCoreApplication.translate("Printing", "Sheet {sheet}").format(sheet=sheet)


def back_note(sheet: int) -> str:
    """Number a sheet's back."""
    return QCoreApplication.translate("Printing", "Sheet {sheet} · back").format(sheet=sheet)


def calibration_title() -> str:
    """Title the page that a printer is measured with."""
    return QCoreApplication.translate("Printing", "Calibration page")


def calibration_steps() -> tuple[str, ...]:
    """Tell what to do with it, step by step; the letters stand beside what is measured."""
    return (
        QCoreApplication.translate(
            "Printing", "Print this page on A4 at 100 % (actual size), from the tray the cards come from."
        ),
        QCoreApplication.translate(
            "Printing",
            "A – measure from the paper's left edge to the middle of cross 1: 20,0 mm if all is well.",
        ),
        QCoreApplication.translate(
            "Printing",
            "B – measure from the paper's upper edge to the middle of cross 1: 20,0 mm if all is well.",
        ),
        QCoreApplication.translate("Printing", "C – measure the lying ruler: 100,0 mm if all is well."),
        QCoreApplication.translate("Printing", "D – measure the standing ruler: 100,0 mm if all is well."),
        QCoreApplication.translate(
            "Printing",
            "In LoyalPOS, under “Cards & printing”, type the four lengths at “A printer that is off”. "
            "From then on cards printed on this printer land where they belong.",
        ),
    )


def voucher_of(member_name: str) -> str:
    """Say whose a voucher is."""
    return QCoreApplication.translate("Printing", "For {name} alone").format(name=member_name)


def letters_title() -> str:
    """Title letters, as viewers and print queues show them."""
    return QCoreApplication.translate("Printing", "Letters to members")


def page_of(page: int, pages: int, shop_name: str) -> str:
    """Number a page at its foot."""
    words = QCoreApplication.translate("Printing", "{shop} · page {page} of {pages}")
    return words.format(shop=shop_name, page=page, pages=pages)
