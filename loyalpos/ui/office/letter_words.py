"""The words of a letter: its places, what stands there for each member, and what an owner may begin with."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.codes import grouped
from loyalpos.engine.invitations import filled
from loyalpos.services.letters import Addressee
from loyalpos.ui.language import Language, screen_language
from loyalpos.ui.words.points import named

__all__ = ["known_places", "letter_text", "place_names", "usual_letter"]

_LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")


def place_names() -> dict[str, str]:
    """Name the places an owner may use, in the language of the screen: meaning → name."""
    return _names_in(screen_language())


def known_places() -> frozenset[str]:
    """Name the places of every language: words written in one are printed in the other as well."""
    return frozenset(name for language in _LANGUAGES for name in _names_in(language).values())


def _names_in(language: Language) -> dict[str, str]:
    from loyalpos.printing.customer.tongue import tongue_of  # noqa: PLC0415 - printing costs start-up time

    tongue = tongue_of(language)
    return {
        "name": tongue.translate("Letter", "member name"),
        "points": tongue.translate("Letter", "points held"),
        "next": tongue.translate("Letter", "next reward"),
        "tier": tongue.translate("Letter", "tier name"),
        "number": tongue.translate("Letter", "card number"),
        "shop": tongue.translate("Letter", "shop name"),
    }


def usual_letter() -> str:
    """Give the words an owner begins with."""
    lines = (
        QCoreApplication.translate("Letter", "Dear {name},"),
        "",
        QCoreApplication.translate(
            "Letter", "{shop} thanks you for coming to us, and sends you warm wishes."
        ),
        "",
        QCoreApplication.translate("Letter", "You hold {points}."),
        QCoreApplication.translate("Letter", "Your next reward: {next}."),
        "",
        QCoreApplication.translate("Letter", "See you soon!"),
    )
    places = {meaning: "{" + name + "}" for meaning, name in place_names().items()}
    return "\n".join(line.format(**places) for line in lines)


def letter_text(words: str, to: Addressee, shop_name: str) -> str:
    """Fill the places of a letter for one member; a line whose place is empty is left out."""
    card = to.member.card
    said = {
        "name": to.member.name or QCoreApplication.translate("Letter", "valued customer"),
        "points": named(to.points, to.points_name),
        "next": _next(to),
        "tier": to.tier,
        "number": "" if card is None else grouped(card),
        "shop": shop_name,
    }
    places = [_names_in(language) for language in _LANGUAGES]
    return filled(words, {names[meaning]: text for names in places for meaning, text in said.items()})


def _next(to: Addressee) -> str:
    if to.near is not None:
        words = QCoreApplication.translate("Letter", "{reward}, {points} more")
        missing = named(to.near.missing, to.points_name)
        return words.replace("{points}", missing).replace("{reward}", to.near.reward.name)
    if to.reached is not None:
        words = QCoreApplication.translate("Letter", "{reward}, whenever you like")
        return words.replace("{reward}", to.reached.name)
    return ""
