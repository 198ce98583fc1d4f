"""What goes on the paper of a till's receipt printer: the slip of an act, or the card of a new member."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from loyalpos.engine.shop import ShopDescription
from loyalpos.engine.slips import Slip
from loyalpos.printing.raster import Raster
from loyalpos.printing.slip import WIDTHS, slip_raster
from loyalpos.printing.slip_words import SlipWishes, slip_blocks
from loyalpos.settings import TillSettings

if TYPE_CHECKING:
    from loyalpos.printing.card import CardFace
    from loyalpos.printing.customer.tongue import Language

__all__ = ["slip_language", "slip_paper"]


def slip_language(settings: TillSettings) -> Language:
    """Say which language a till's slips speak: their own, or that of its screen."""
    return cast("Language", settings.slip_language or settings.language)


def slip_paper(
    slip: Slip | CardFace, shop: ShopDescription, settings: TillSettings, *, again: bool = False
) -> Raster:
    """Paint what a till prints, as wide as its paper.

    Args:
        slip: What is told of an act; a card instead is printed as one.
        again: It was printed before.
    """
    width = WIDTHS[settings.slip_width]
    if isinstance(slip, Slip):
        wishes = SlipWishes(
            slip_language(settings), code=settings.slip_code, program=settings.slip_program, again=again
        )
        return slip_raster(slip_blocks(slip, shop, wishes), width)
    from loyalpos.printing.thermal_card import thermal_card  # noqa: PLC0415 - few slips are cards

    return thermal_card(slip, width)
