"""How a shop wants its cards: which template, what stands on it, and the owner's own words."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

__all__ = ["LONGEST_GREETING", "LONGEST_HOTLINE", "LONGEST_TERMS", "CardDesign"]

LONGEST_HOTLINE: Final = 40
LONGEST_GREETING: Final = 100
LONGEST_TERMS: Final = 400


class CardDesign(Struct, frozen=True):
    """This is what an owner chose; by default the card is as it was before there was a choice.

    Attributes:
        template: Its name; one that this version does not know is the first.
        name: Whether the member's name is printed, or a blank card has a line for it.
        number: Whether the card's number is printed, in groups of four.
        tier: Whether the tier of the day of printing is.
        since: Whether the day of joining is.
        program: Whether the program is told in plain words.
        perks: Whether what the member's tier brings is told.
        hotline: A number to call; empty for none.
        greeting: A word to the member; empty for none.
        terms: Of sale, return and warranty, as a shop has to tell regular customers; empty for none.
    """

    template: str = "classic"
    name: bool = True
    number: bool = True
    tier: bool = False
    since: bool = True
    program: bool = True
    perks: bool = False
    hotline: str = ""
    greeting: str = ""
    terms: str = ""
