"""Cards: batches of pre-printed blanks, and the cards of several people with one account."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.batches import Batch, BatchCard, CardState, in_ranges
from loyalpos.engine.codes import CardCode, card_code
from loyalpos.engine.members import MemberCode
from loyalpos.engine.staff import Right
from loyalpos.errors import CardKilled, CardOfNoBatch, MemberGone
from loyalpos.services.card_state import refuse_taken_card
from loyalpos.services.shop import Shop
from loyalpos.store import batches, cards
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.merged import all_merged_into

__all__ = ["LONGEST_LABEL", "MOST_BLANKS", "Cards", "Marked"]

LONGEST_LABEL: Final = 40
"""The most letters that say whose a card is, or where it lies."""

MOST_BLANKS: Final = 1_000
"""The most cards one batch holds, so that one transaction stays short."""


class Marked(Struct, frozen=True):
    """Which cards of a batch were marked, and which of those named were left as they are."""

    marked: tuple[int, ...]
    left: tuple[int, ...]


class Cards:
    """Blank cards are made in batches and enrolled by scanning; a card of an account may be another's."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def issue(self, action: UUID, count: int) -> tuple[CardCode, ...]:
        """Make a batch of new codes, which belong to nobody until somebody is enrolled with them.

        Args:
            action: The same action gives the same batch again; its id is the batch's.
            count: 1 … :data:`MOST_BLANKS`.

        Raises:
            NotAllowed: Whoever is at the till may not.
            SameIdOtherContent: The id was used for something else.
        """
        self._shop.demand(Right.CARDS)
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
            outcome = {"codes": listed, "number": batches.next_number(connection)}
            shop.write(connection, "cards_issued", request, outcome, action=action)
        return tuple(listed)

    def batches(self) -> tuple[Batch, ...]:
        """List the batches, newest first, with what became of their cards."""
        with self._shop.file.read() as connection:
            return batches.batches(connection)

    def batch(self, which: UUID) -> Batch | None:
        """Read one batch, or None where there is none."""
        with self._shop.file.read() as connection:
            return batches.batch_by_id(connection, which)

    def blanks_of(self, batch: UUID, *, numbers: Collection[int] = ()) -> tuple[CardCode, ...]:
        """List the codes of a batch that nobody has yet, in their printing order.

        Args:
            numbers: Only the cards with these numbers; none named are all.
        """
        with self._shop.file.read() as connection:
            return tuple(
                CardCode(card.code)
                for card in batches.cards_of(connection, batch)
                if card.state is CardState.BLANK and (not numbers or card.number in numbers)
            )

    def cards_of(self, batch: UUID) -> tuple[BatchCard, ...]:
        """List all cards of a batch in their printing order."""
        with self._shop.file.read() as connection:
            return batches.cards_of(connection, batch)

    def number_of(self, code: str) -> tuple[UUID, int]:
        """Tell the batch of a card and its number there.

        Raises:
            CardOfNoBatch: It was not printed beforehand.
        """
        with self._shop.file.read() as connection:
            row = cards.card_by_code(connection, code)
            if row is None or row.batch is None or row.ordinal is None:
                raise CardOfNoBatch
            which = next(batch.id for batch in batches.batches(connection) if batch.number == row.batch)
            return which, row.ordinal

    def spoil(self, batch: UUID, numbers: Iterable[int]) -> Marked:
        """Let spoilt cards of a batch be dead at once; those with an owner, or dead already, stay.

        Args:
            numbers: Of the cards in their batch, from 1.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.CARDS)
        with self._shop.file.work() as connection:
            marked, codes, left = self._blanks_named(connection, batch, numbers)
            if codes:
                request = {"batch": batch.hex, "numbers": [list(run) for run in in_ranges(marked)]}
                self._shop.write(connection, "cards_spoilt", request, {"codes": codes})
            return Marked(tuple(marked), tuple(left))

    def hand_out(self, batch: UUID, numbers: Iterable[int], to: str) -> Marked:
        """Note where blank cards lie: at a table, with somebody of the staff; ``""`` is in the drawer.

        Raises:
            NotAllowed: Whoever is at the till may not.
        """
        self._shop.demand(Right.CARDS)
        to = " ".join(to.split())[:LONGEST_LABEL]
        with self._shop.file.work() as connection:
            marked, codes, left = self._blanks_named(connection, batch, numbers)
            if codes:
                request = {
                    "batch": batch.hex,
                    "numbers": [list(run) for run in in_ranges(marked)],
                    "back": not to,
                }
                private = {"to": to} if to else None
                self._shop.write(connection, "cards_handed", request, {"codes": codes}, private=private)
            return Marked(tuple(marked), tuple(left))

    def _blanks_named(
        self, connection: Connection, batch: UUID, numbers: Iterable[int]
    ) -> tuple[list[int], list[str], list[int]]:
        known = {card.number: card for card in batches.cards_of(connection, batch)}
        named = sorted(set(numbers) & known.keys())
        blank = [number for number in named if known[number].state is CardState.BLANK]
        others = [number for number in named if known[number].state is not CardState.BLANK]
        return blank, [known[number].code for number in blank], others

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

    def take_off(self, member: UUID, code: str) -> None:
        """Take a linked code that is none of ours off an account; anybody may have it from now on.

        Raises:
            NotAllowed: Whoever is at the till may not.
            CardKilled: The code is not, or no longer, the member's.
            MemberGone: There is no such member any more.
        """
        self._shop.demand(Right.CARDS)
        with self._shop.file.work() as connection:
            row = self._living(connection, member, code)
            assert row.kind == "alias", "a card of ours is lost, not taken off: it is in somebody's pocket"
            # It may have come with one of them.
            one_with_them = [one.hex for one in all_merged_into(connection, member)]
            request = {"member": member.hex, **({"with": one_with_them} if one_with_them else {})}
            self._shop.write(connection, "code_unlinked", request, private={"alias": code})

    def put_back(self, member: UUID, code: str, label: str) -> None:
        """Give back a code that was taken off, with whose it was.

        Raises:
            NotAllowed: Whoever is at the till may not.
            CardTaken: The code is another member's by now.
            CodeOfItem: It is the code of something the shop sells by now.
            MemberGone: There is no such member any more.
        """
        self._shop.demand(Right.CARDS)
        with self._shop.file.work() as connection:
            if member_by_id(connection, member) is None:
                raise MemberGone
            refuse_taken_card(connection, self._shop, code)
            about = {"member": member.hex}
            self._shop.write(connection, "card_linked", about, private={"alias": code})
            if label:
                self._shop.write(connection, "card_labelled", about, private={"code": code, "label": label})

    def _living(self, connection: Connection, member: UUID, code: str) -> cards.CardRow:
        if member_by_id(connection, member) is None:
            raise MemberGone
        row = cards.card_by_code(connection, code)
        if row is None or row.member != member or row.state != "linked":
            raise CardKilled
        return row
