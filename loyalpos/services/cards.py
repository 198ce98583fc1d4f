"""Cards: batches of pre-printed blanks, and the cards of several people with one account."""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID

from loyalpos.engine.codes import CardCode, card_code
from loyalpos.engine.members import MemberCode
from loyalpos.errors import CardKilled, MemberGone
from loyalpos.services.shop import Shop
from loyalpos.store import cards
from loyalpos.store.cards import BatchRow
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_id

__all__ = ["LONGEST_LABEL", "MOST_BLANKS", "BatchRow", "Cards"]

LONGEST_LABEL: Final = 40
"""The most letters that say whose a card is."""

MOST_BLANKS = 1_000
"""The most cards one batch holds, so that one transaction stays short."""


class Cards:
    """Blank cards are made in batches and enrolled by scanning; a card of an account may be another's."""

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

    # Cards of one account -------------------------------------------------------------------------

    def of_member(self, member: UUID) -> tuple[MemberCode, ...]:
        """List the codes a member is found by, the member's own first."""
        with self._shop.file.read() as connection:
            rows = cards.codes_of(connection, member)
            return tuple(MemberCode(row.code, row.kind == "own", row.label) for row in rows)

    def label(self, member: UUID, code: str, label: str) -> None:
        """Say whose a card of a member's account is; an empty label makes it the member's own.

        Raises:
            CardKilled: The code is not, or no longer, the member's.
            MemberGone: There is no such member any more.
        """
        with self._shop.file.work() as connection:
            row = self._living(connection, member, code)
            label = " ".join(label.split())[:LONGEST_LABEL]
            if row.label != label:
                private = {"code": code, "label": label}
                self._shop.write(connection, "card_labelled", {"member": member.hex}, private=private)

    def kill(self, member: UUID, code: str) -> None:
        """Let a lost card of ours be dead from now on; the account and its other cards stay.

        Raises:
            CardKilled: The code is not, or no longer, the member's.
            MemberGone: There is no such member any more.
        """
        with self._shop.file.work() as connection:
            row = self._living(connection, member, code)
            assert row.kind == "own", "the code of an old card may be personal, and no record names it"
            self._shop.write(connection, "card_linked", {"member": member.hex}, {"killed": [code]})

    def _living(self, connection: Connection, member: UUID, code: str) -> cards.CardRow:
        if member_by_id(connection, member) is None:
            raise MemberGone
        row = cards.card_by_code(connection, code)
        if row is None or row.member != member or row.state != "linked":
            raise CardKilled
        return row
