"""Members' cards and other codes: linked, printed anew, replaced."""

from __future__ import annotations

from uuid import UUID

from loyalpos.engine.codes import CardCode
from loyalpos.engine.members import Member
from loyalpos.errors import MemberGone
from loyalpos.services.card_state import refuse_taken_card
from loyalpos.services.first_hour import new_code
from loyalpos.services.shop import Shop
from loyalpos.store import cards
from loyalpos.store.file import Connection
from loyalpos.store.members import member_by_id

__all__ = ["MemberCards"]


class MemberCards:
    """The codes a member is known by; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def link(self, member: UUID, code: str) -> None:
        """Give a member one more code: a blank card of ours, an old card, a phone's barcode.

        Raises:
            CardTaken: The code is another member's.
            CardKilled: The code is dead.
            CardSpoilt: The card was marked as spoilt.
            CodeOfItem: The code is that of something the shop sells.
            MemberGone: There is no such member any more.
        """
        with self._shop.file.work() as connection:
            self._member(connection, member)
            row = cards.card_by_code(connection, code)
            if row is not None and row.member == member and row.state == "linked":
                return
            refuse_taken_card(connection, self._shop, code)
            ours = row is not None and row.kind == "own"
            self._shop.write(
                connection,
                "card_linked",
                {"member": member.hex} | ({"card": code} if ours else {}),
                private=None if ours else {"alias": code},
            )

    def reissue_card(self, member: UUID, *, of_others: bool = False) -> CardCode:
        """Give a member a new card; the codes of the old ones are dead from now on.

        Args:
            of_others: Those on cards of others with the same account, too.

        Raises:
            MemberGone: There is no such member any more.
        """
        with self._shop.file.work() as connection:
            self._member(connection, member)
            code = new_code(connection, self._shop)
            killed = cards.living_codes(connection, member, of_others=of_others)
            self._shop.write(
                connection, "card_linked", {"member": member.hex}, {"code": code, "killed": list(killed)}
            )
            return code

    def replace_card(self, member: UUID, card: CardCode) -> None:
        """Give a member a card that was printed beforehand in place of the old ones, which are dead at once.

        Raises:
            CardTaken: The card is another member's, or this member's already.
            CardKilled: Its code is dead.
            CardSpoilt: It was marked as spoilt.
            MemberGone: There is no such member any more.
        """
        with self._shop.file.work() as connection:
            self._member(connection, member)
            refuse_taken_card(connection, self._shop, card)
            killed = cards.living_codes(connection, member)
            self._shop.write(
                connection, "card_linked", {"member": member.hex, "card": card}, {"killed": list(killed)}
            )

    def _member(self, connection: Connection, member: UUID) -> Member:
        known = member_by_id(connection, member)
        if known is None:
            raise MemberGone
        return known
