"""The privacy notice of a shop: what is kept of whom, what for, how long, and what everybody may ask for.

A text that says something else than before is a new version (``NOTICE_VERSION``), which every consent names.
"""

from __future__ import annotations

from loyalpos.engine.shop import ShopDescription
from loyalpos.printing.customer.tongue import Language, tongue_of

__all__ = ["notice_lines", "notice_title"]


def notice_title(language: Language) -> str:
    """Give the heading."""
    return tongue_of(language).translate("Notice", "Your data with us")


def notice_lines(shop: ShopDescription, language: Language) -> tuple[str, ...]:
    """Say the notice in sentences, each for itself, with the shop's own particulars."""
    tongue = tongue_of(language)
    reach = shop.contact or tongue.translate("Notice", "the counter")
    said = (
        tongue.translate("Notice", "Who keeps it: {shop} ({reach})."),
        tongue.translate(
            "Notice",
            "What we keep: your phone number, your name, what you buy and collect here; your birthday "
            "only where you gave it.",
        ),
        tongue.translate(
            "Notice",
            "What for: to run the program. News, birthday wishes and sharing with partners each only after "
            "you have said yes to it.",
        ),
        tongue.translate(
            "Notice", "Where: on the shop’s own computer and its backups. It is not sold to anybody."
        ),
        tongue.translate("Notice", "How long: until you leave the program or ask us to delete it."),
        tongue.translate(
            "Notice",
            "You may see it, have it corrected, restricted or deleted, object, take any consent back, and "
            "complain – at the counter or by the contact above. We answer within 2 working days.",
        ),
    )
    return tuple(one.format(shop=shop.name, reach=reach) for one in said)
