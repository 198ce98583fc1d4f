"""What goes on the paper of a till's receipt printer: the slip of an act, or the card of a new member."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from loyalpos.engine.acts import ActKind
from loyalpos.engine.codes import CardCode
from loyalpos.engine.members import Member
from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.slips import Slip
from loyalpos.printing.raster import Raster
from loyalpos.printing.slip import WIDTHS, slip_raster
from loyalpos.printing.slip_words import SlipWishes, slip_blocks
from loyalpos.settings import TillSettings

if TYPE_CHECKING:
    from loyalpos.printing.customer.tongue import Language

__all__ = ["slip_language", "slip_paper"]


def slip_language(settings: TillSettings) -> Language:
    """Say which language a till's slips speak: their own, or that of its screen."""
    return cast("Language", settings.slip_language or settings.language)


def slip_paper(slip: Slip, shop: ShopDescription, settings: TillSettings, *, again: bool = False) -> Raster:
    """Paint what a till prints of an act, as wide as its paper; of who has just joined, the card.

    Args:
        again: It was printed before.
    """
    width = WIDTHS[settings.slip_width]
    member = slip.desk.member
    if slip.act.kind is ActKind.ENROLLED and member is not None and member.member.card is not None:
        return _card(member.member, member.member.card, shop, width)
    wishes = SlipWishes(
        slip_language(settings), code=settings.slip_code, program=settings.slip_program, again=again
    )
    return slip_raster(slip_blocks(slip, shop, wishes), width)


def _card(member: Member, code: CardCode, shop: ShopDescription, width: int) -> Raster:
    from loyalpos.printing.card import CardFace  # noqa: PLC0415 - few slips are cards
    from loyalpos.printing.thermal_card import thermal_card  # noqa: PLC0415 - the same

    # A member without a name gets no line to write on: the card is theirs already.
    face = CardFace(shop.name, member.name or "", code, member.joined, (), shop.contact, shop.brand)
    return thermal_card(face, width)
