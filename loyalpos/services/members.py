"""Members: found, enrolled, changed, given cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.acts import HistoryLine
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.codes import CODE_LENGTH
from loyalpos.engine.members import Candidate, Member, Purpose
from loyalpos.engine.names import LONGEST_NAME, search_words
from loyalpos.engine.phones import Phone
from loyalpos.errors import (
    BirthdayUnwanted,
    CardKilled,
    CardSpoilt,
)
from loyalpos.services.brought import bring_time
from loyalpos.services.card_state import why_dead
from loyalpos.services.joining import Joining
from loyalpos.store import cards, views, visits
from loyalpos.store.consents import privacy_of
from loyalpos.store.file import Connection
from loyalpos.store.merged import all_merged_into
from loyalpos.store.search import find_members

__all__ = ["CardOwner", "Members"]


_MOST_WORDS = LONGEST_NAME // 2
"""So many words of one letter fill the longest name."""


class CardOwner(Struct, frozen=True):
    """What the shop knows of a code: ``state`` is unknown, blank, linked, dead, spoilt, or piece of a card's.

    ``label`` says whose card it is where several people have the member's account. ``why`` is what to say of
    a card that is good for nothing any more; whose it was is not told.
    """

    code: str
    state: str
    member: UUID | None
    label: str = ""
    why: CardKilled | CardSpoilt | None = None


class Members(Joining):
    """Members and their cards; each method is one transaction."""

    def find(self, text: str, most: int = 20) -> tuple[Candidate, ...]:
        """List members by any part of the name without marks, the last digits of the phone, or both.

        Fewer than two letters or three digits find nobody: they would fit everybody. So does more than
        any name could hold.
        """
        parts = text.split()
        digits = "".join(part for part in parts if part.isdecimal())
        words = tuple(dict.fromkeys(search_words(" ".join(part for part in parts if not part.isdecimal()))))
        if len(words) > _MOST_WORDS:
            return ()
        if (not digits and sum(map(len, words)) < 2) or (digits and not words and len(digits) < 3):
            return ()
        last_digits = digits[-9:] if len(digits) > 9 else digits
        with self._shop.file.read() as connection:
            return find_members(connection, words, last_digits, most)

    def recent(self, most: int = 20) -> tuple[Candidate, ...]:
        """List those who were here last, the latest first."""
        with self._shop.file.read() as connection:
            return find_members(connection, (), "", most)

    def last_here(self, members: Sequence[UUID]) -> dict[UUID, datetime]:
        """Tell when members were last here; a bill that was taken back may have been on the wrong person."""
        with self._shop.file.read() as connection:
            told = {member: visits.last_standing_at(connection, member) for member in members}
        return {member: at for member, at in told.items() if at is not None}

    def by_code(self, code: str) -> CardOwner:
        """Look up whose a code is, as it was read: ours, or one that was linked."""
        with self._shop.file.read() as connection:
            row = cards.card_by_code(connection, code)
            if row is not None:
                why = why_dead(self._shop, row)
                # Whoever found a dead card learns nothing of whom it belonged to.
                return CardOwner(code, row.state, row.member if why is None else None, row.label, why)
            # Whatever lost more than its first two digits looks like a code of somebody else's.
            half = code.isdecimal() and len(code) < CODE_LENGTH and cards.is_piece_of_a_card(connection, code)
            return CardOwner(code, "piece" if half else "unknown", None)

    def member(self, member: UUID) -> Member:
        """Read a member's particulars.

        Raises:
            MemberGone: There is no such member any more.
        """
        with self._shop.file.read() as connection:
            return self._member(connection, member)

    def history(self, member: UUID) -> tuple[HistoryLine, ...]:
        """Explain a balance: every ledger entry, oldest first, with the balance after it."""
        with self._shop.file.read() as connection:
            return views.history_of(connection, member)

    def change(
        self,
        member: UUID,
        *,
        name: str | None,
        phone: Phone | None,
        birthday: Birthday | None,
        note: str,
    ) -> None:
        """Correct a member's particulars.

        Raises:
            PhoneTaken: Another member has the phone.
            BirthdayUnwanted: The member does not want their birthday kept.
            MemberGone: There is no such member any more.
        """
        with self._shop.file.work() as connection:
            before = self._member(connection, member)
            if phone is not None and phone != before.phone:
                self._refuse_taken_phone(connection, phone)
            if birthday is not None and birthday != before.birthday:
                self._refuse_unwanted_birthday(connection, member)
            now = {
                "name": name,
                "phone": phone,
                "birthday": None if birthday is None else birthday.iso(),
                "note": note,
            }
            was = {
                "name": before.name,
                "phone": before.phone,
                "birthday": None if before.birthday is None else before.birthday.iso(),
                "note": before.note,
            }
            # Not what stays as it is: it may have come from somebody who is parted and erased later.
            private = {field: said for field, said in now.items() if said != was[field]}
            if not private:
                return
            shop = self._shop
            today = shop.time.business_day(shop.now())
            # What is written of the one may have been one of the others'.
            one_with_them = [one.hex for one in all_merged_into(connection, member)]
            shop.write(
                connection,
                "member_changed",
                {"member": member.hex, **({"with": one_with_them} if one_with_them else {})},
                {"day": today.isoformat()},
                private=private,
            )
            bring_time(connection, shop, member, today)

    def _refuse_unwanted_birthday(self, connection: Connection, member: UUID) -> None:
        words = privacy_of(connection, member).of(Purpose.BIRTHDAY).words
        if words and not words[0].given:
            raise BirthdayUnwanted
