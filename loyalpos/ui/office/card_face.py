"""What stands on a card: the shop's own words and logo, its program, the member's name and tier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from loyalpos.engine.codes import CardCode
from loyalpos.engine.members import Member
from loyalpos.services.till import Till
from loyalpos.ui.language import screen_language

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace

__all__ = ["CardLines", "blank_face", "card_lines", "face_of", "faces_of_codes"]


class CardLines(Struct, frozen=True):
    """What all cards of a batch have in common, read once."""

    program: tuple[str, ...]
    logo: bytes | None
    points_name: str = ""


def card_lines(till: Till) -> CardLines:
    """Say the program in few lines, for the back of a card, and read the logo and what items are called."""
    from loyalpos.printing.customer.program import short_lines  # noqa: PLC0415 - printing costs start-up time

    program = till.shop.program_on(till.shop.time.business_day(till.shop.now()))
    lines = short_lines(program, screen_language(), items=till.items.names())
    return CardLines(lines, till.card_designs.logo(), program.points_name)


def face_of(till: Till, member: Member, lines: CardLines) -> CardFace | None:
    """Compose a member's card, or None for one who has no card of ours."""
    return None if member.card is None else _face(till, member.card, member, lines)


def blank_face(till: Till, code: CardCode, lines: CardLines) -> CardFace:
    """Compose a pre-printed card that belongs to nobody yet."""
    return _face(till, code, None, lines)


def faces_of_codes(
    till: Till, codes: Sequence[CardCode], lines: CardLines, *, blank: bool
) -> tuple[CardFace, ...]:
    """Compose the cards of codes, as blanks or as those of the members who have them."""
    if blank:
        return tuple(blank_face(till, code, lines) for code in codes)
    owners = ((code, till.members.by_code(code).member) for code in codes)
    return tuple(
        _face(till, code, till.members.member(owner), lines) for code, owner in owners if owner is not None
    )


def _face(till: Till, code: CardCode, member: Member | None, lines: CardLines) -> CardFace:
    from loyalpos.printing.card import CardFace  # noqa: PLC0415 - printing costs start-up time
    from loyalpos.services.card_design import TierOnCard  # noqa: PLC0415 - behind the first scan

    shop = till.shop.description
    says_tier = member is not None and (shop.card.tier or shop.card.perks)
    tier = till.card_designs.tier_of(member.id) if member is not None and says_tier else TierOnCard()
    return CardFace(
        shop.name,
        # A member without a name gets no line to write on: the card is theirs already.
        None if member is None else member.name or "",
        code,
        None if member is None else member.joined,
        lines.program,
        shop.contact,
        shop.brand,
        shop.card,
        lines.logo,
        tier.name,
        tier.perks,
        tier.hotline,
        lines.points_name,
    )
