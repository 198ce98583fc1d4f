"""Everything printed on one card, and what each line of a template says on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct
from PySide6.QtGui import QColor

from loyalpos.engine.card_design import CardDesign
from loyalpos.engine.codes import grouped
from loyalpos.printing import words
from loyalpos.printing.card_parts import Says, When
from loyalpos.printing.signs import drawable

__all__ = ["MOST_PROGRAM_LINES", "CardFace", "holds", "said"]

CODE_DIGITS = 16

MOST_PROGRAM_LINES = 8
"""Further lines are left out: nobody reads more on the back of a card."""


class CardFace(Struct, frozen=True):
    """This is everything printed on one card.

    ``member_name`` is None on a pre-printed blank, which gets a line to write on. ``code`` is 16 decimal
    digits, ``brand`` any ``#rrggbb``. ``program_lines`` tell the customer in the shop's words how points are
    earned; the first eight are printed. ``logo`` is the bytes of a picture's file, ``tier`` the name of the
    member's tier, ``perks`` what it brings and ``tier_hotline`` whom its members may call; ``points_name`` is
    what the shop calls its points.
    """

    shop_name: str
    member_name: str | None
    code: str
    since: date | None
    program_lines: tuple[str, ...]
    contact_line: str
    brand: str
    design: CardDesign = CardDesign()
    logo: bytes | None = None
    tier: str = ""
    perks: tuple[str, ...] = ()
    tier_hotline: str = ""
    points_name: str = ""

    def __post_init__(self) -> None:
        if len(self.code) != CODE_DIGITS or not (self.code.isascii() and self.code.isdigit()):
            raise ValueError(f"a card's code has {CODE_DIGITS} digits, not {self.code!r}")
        if not QColor.isValidColorName(self.brand):
            raise ValueError(f"no colour: {self.brand!r}")


def said(face: CardFace, says: Says) -> tuple[str, ...]:
    """Give the paragraphs a line of a template says on a card; none where the shop does not want it."""
    texts = (drawable(text) for text in _SAID[says](face))
    return tuple(text for text in texts if text.strip())


def holds(when: tuple[When, ...], face: CardFace) -> bool:
    """Tell whether a part belongs on a card."""
    is_blank = face.member_name is None and face.design.name
    so = {
        When.LOGO: face.logo is not None,
        When.NO_LOGO: face.logo is None,
        When.BLANK: is_blank,
        When.NAMED: not is_blank,
    }
    return all(so[one] for one in when)


def _initial(face: CardFace) -> tuple[str, ...]:
    letters = [sign for sign in face.shop_name if sign.isalnum()]
    return (letters[0].upper(),) if letters else ()


def _perks(face: CardFace) -> tuple[str, ...]:
    return (words.your_perks(", ".join(face.perks)),) if face.design.perks and face.perks else ()


def _hotline(face: CardFace) -> tuple[str, ...]:
    number = face.tier_hotline if face.design.perks and face.tier_hotline else face.design.hotline
    return (words.hotline(number),) if number.strip() else ()


_SAID: Mapping[Says, Callable[[CardFace], tuple[str, ...]]] = {
    Says.SHOP: lambda face: (face.shop_name,),
    Says.INITIAL: _initial,
    Says.KIND: lambda face: (words.member_card(face.since if face.design.since else None),),
    Says.NAME: lambda face: ((face.member_name or "") if face.design.name else "",),
    Says.NUMBER: lambda face: (grouped(face.code),) if face.design.number else (),
    Says.TIER: lambda face: (words.member_of_tier(face.tier),) if face.design.tier and face.tier else (),
    Says.GREETING: lambda face: (face.design.greeting,),
    Says.HOW: lambda face: (words.how_to_collect(face.points_name),),
    Says.PROGRAM: lambda face: face.program_lines[:MOST_PROGRAM_LINES] if face.design.program else (),
    Says.PERKS: _perks,
    Says.LOST: lambda face: (words.if_lost(face.points_name),),
    Says.TERMS: lambda face: (face.design.terms,),
    Says.HOTLINE: _hotline,
    Says.CONTACT: lambda face: (face.contact_line,),
}
