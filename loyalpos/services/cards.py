"""Batches of pre-printed blank cards."""

from __future__ import annotations

import json
from uuid import UUID

from loyalpos.engine.codes import CardCode, card_code
from loyalpos.services.shop import Shop
from loyalpos.store import cards
from loyalpos.store.cards import BatchRow
from loyalpos.store.journal import find_record

__all__ = ["MOST_BLANKS", "BatchRow", "Cards"]

MOST_BLANKS = 1_000
"""The most cards one batch holds, so that one transaction stays short."""


class Cards:
    """Blank cards: made in batches, printed, and enrolled by scanning."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def issue(self, action: UUID, count: int) -> tuple[CardCode, ...]:
        """Make a batch of new codes, which belong to nobody until somebody is enrolled with them.

        Args:
            action: The same action gives the same batch again.
            count: 1 … :data:`MOST_BLANKS`.

        Raises:
            SameIdOtherContent: The id was used for something else.
        """
        assert 1 <= count <= MOST_BLANKS
        shop = self._shop
        with shop.file.work() as connection:
            request = {"count": count}
            if find_record(connection, action) is not None:
                stands = shop.write(connection, "cards_issued", request, action=action).record
                return tuple(CardCode(code) for code in json.loads(stands.body)["outcome"]["codes"])
            codes: set[CardCode] = set()
            while len(codes) < count:
                code = card_code(int.from_bytes(shop.outside.random_bytes(8)) % 10**12)
                if cards.card_by_code(connection, code) is None:
                    codes.add(code)
            listed = sorted(codes)
            shop.write(connection, "cards_issued", request, {"codes": listed}, action=action)
        return tuple(listed)

    def batches(self) -> tuple[BatchRow, ...]:
        """List the batches, newest first, with how many of their cards have an owner."""
        with self._shop.file.read() as connection:
            return cards.batches(connection)

    def blanks_of(self, batch: UUID) -> tuple[CardCode, ...]:
        """List the codes of a batch that nobody has yet."""
        with self._shop.file.read() as connection:
            return tuple(CardCode(code) for code in cards.batch_codes(connection, batch))
