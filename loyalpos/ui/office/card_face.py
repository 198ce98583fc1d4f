"""What stands on a card: the shop's own words, its program, and the member's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalpos.engine.codes import CardCode
from loyalpos.engine.members import Member
from loyalpos.services.till import Till
from loyalpos.ui.words.program import program_lines

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace

__all__ = ["blank_face", "face_of"]


def face_of(till: Till, member: Member) -> CardFace | None:
    """Compose a member's card, or None for one who has no card of ours."""
    return None if member.card is None else _face(till, member.card, member)


def blank_face(till: Till, code: CardCode) -> CardFace:
    """Compose a pre-printed card that belongs to nobody yet."""
    return _face(till, code, None)


def _face(till: Till, code: CardCode, member: Member | None) -> CardFace:
    from loyalpos.printing.card import CardFace  # noqa: PLC0415 - printing costs start-up time

    shop = till.shop.description
    program = till.shop.program_on(till.shop.time.business_day(till.shop.now()))
    return CardFace(
        shop.name,
        # A member without a name gets no line to write on: the card is theirs already.
        None if member is None else member.name or "",
        code,
        None if member is None else member.joined,
        program_lines(program),
        shop.contact,
        shop.brand,
    )
