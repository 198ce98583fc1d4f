"""How the shop's cards look: the design, the logo, and the names that try them hardest."""

from __future__ import annotations

from base64 import b64encode
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from loyalpos.engine.card_design import (
    LONGEST_GREETING,
    LONGEST_HOTLINE,
    LONGEST_TERMS,
    CardDesign,
)
from loyalpos.engine.staff import Right
from loyalpos.engine.tiers import Tier
from loyalpos.services.shop import Shop
from loyalpos.store.card_look import logo, longest_names

__all__ = ["CardDesigns", "CardLook", "TierOnCard"]

_NAMES = 5


class TierOnCard(Struct, frozen=True):
    """What a card may say of its member's tier."""

    name: str = ""
    perks: tuple[str, ...] = ()
    hotline: str = ""


class CardLook(Struct, frozen=True):
    """This is what an owner decides upon a card with.

    Attributes:
        logo: The bytes of a picture's file, or None.
        names: The longest names of the shop's members, the longest first.
        tier: The tier that has most to say.
    """

    design: CardDesign
    brand: str
    logo: bytes | None
    names: tuple[str, ...]
    tier: TierOnCard


class CardDesigns:
    """The look of an open shop's cards; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def look(self) -> CardLook:
        """Read how cards look today, and what tries them hardest."""
        description = self._shop.description
        with self._shop.file.read() as connection:
            return CardLook(
                description.card,
                description.brand,
                logo(connection),
                longest_names(connection, _NAMES),
                self._fullest_tier(),
            )

    def logo(self) -> bytes | None:
        """Read the shop's logo."""
        with self._shop.file.read() as connection:
            return logo(connection)

    def save(self, design: CardDesign, brand: str) -> None:
        """Let cards look so from now on, in the shop's colour; those printed stay as they are.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.CARDS)
        tidy = replace(
            design,
            hotline=_one_line(design.hotline, LONGEST_HOTLINE),
            greeting=_one_line(design.greeting, LONGEST_GREETING),
            terms=_one_line(design.terms, LONGEST_TERMS),
        )
        wanted = replace(self._shop.description, card=tidy, brand=brand)
        if wanted != self._shop.description:
            self._shop.describe(wanted)

    def show_logo(self, action: UUID, image: bytes | None) -> None:
        """Give the shop a logo, or take it away.

        Args:
            action: Fixed before the first try, so that a retry is the same action.
            image: A small picture's file.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.CARDS)
        text = None if image is None else b64encode(image).decode("ascii")
        with self._shop.file.work() as connection:
            self._shop.write(connection, "logo_changed", {"image": text}, action=action)

    def tier_of(self, member: UUID) -> TierOnCard:
        """Say what a member's card may say of the tier held today."""
        from loyalpos.services.tiers import tier_standing  # noqa: PLC0415 - few cards say it

        shop = self._shop
        with shop.file.read() as connection:
            standing = tier_standing(connection, shop, member, shop.time.business_day(shop.now()))
        return TierOnCard() if standing is None or standing.tier is None else _on_card(standing.tier)

    def _fullest_tier(self) -> TierOnCard:
        tiers = self._shop.program_on(self._shop.time.business_day(self._shop.now())).tiers.tiers
        told = [_on_card(tier) for tier in tiers]
        return max(told, key=lambda one: len(one.name) + sum(map(len, one.perks)), default=TierOnCard())


def _on_card(tier: Tier) -> TierOnCard:
    return TierOnCard(tier.name, tier.perks, tier.hotline)


def _one_line(text: str, longest: int) -> str:
    return " ".join(text.split())[:longest].strip()
