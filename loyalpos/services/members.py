"""Members: found, enrolled, changed, given cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.acts import Enrolled, HistoryLine
from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.codes import CODE_LENGTH, CardCode
from loyalpos.engine.gift_budgets import GiftPaid, given_back
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import EntryKind, take_back_entry
from loyalpos.engine.members import Candidate, Enrolment, Member, Origin, Purpose
from loyalpos.engine.names import LONGEST_NAME, search_words
from loyalpos.engine.occasions import Gives
from loyalpos.engine.phones import Phone
from loyalpos.engine.points_end import gives_points
from loyalpos.errors import (
    BirthdayUnwanted,
    CannotUndo,
    CardKilled,
    CardSpoilt,
    ConsentMissing,
    MemberGone,
    PhoneTaken,
    SourceMissing,
)
from loyalpos.services.brought import bring_by_act, bring_time, brought_by
from loyalpos.services.card_state import refuse_taken_card, why_dead
from loyalpos.services.gift_budgets import as_outcome, paid_in_month
from loyalpos.services.joining import first_points, new_code, particulars_of
from loyalpos.services.shop import Shop
from loyalpos.services.standing import memberships_of
from loyalpos.store import bills, cards, views
from loyalpos.store.consents import privacy_of
from loyalpos.store.file import Connection
from loyalpos.store.given import paid_for_member
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_id, member_by_phone
from loyalpos.store.merged import all_merged_into, was_merged
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


class Members:
    """Members and their cards; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

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
            told = {member: bills.last_standing_at(connection, member) for member in members}
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

    def enrol(self, action: UUID, enrolment: Enrolment) -> Enrolled:
        """Let somebody join; the action's id becomes the member's.

        A member without a pre-printed card gets a code of their own at once.

        Raises:
            ConsentMissing: The person has not agreed to the program.
            SourceMissing: The shop asks how they heard of it, and that was not said.
            PhoneTaken: Another member has the phone.
            CardTaken: The card is another member's.
            CardKilled: The card's code is dead.
            CardSpoilt: The card was marked as spoilt.
            CodeOfItem: The code is that of something the shop sells.
            MemberGone: Who is named as having referred them is no longer there.
            SameIdOtherContent: The id was used for something else.
        """
        with self._shop.file.work() as connection:
            return self.enrol_in(connection, action, enrolment)

    def enrol_in(self, connection: Connection, action: UUID, enrolment: Enrolment) -> Enrolled:
        """Enrol inside a transaction that has more to write; see :meth:`enrol`."""
        shop = self._shop
        request: dict[str, object] = {
            "card": enrolment.card,
            "consents": [to_json(consent) for consent in enrolment.consents],
            "opening_points": 0,
        }
        if enrolment.origin != Origin():
            request["origin"] = enrolment.origin.said()
        private = particulars_of(enrolment)
        if find_record(connection, action) is not None:
            shop.write(connection, "member_enrolled", request, {}, private=private, action=action)
            today = shop.time.business_day(shop.now())
            brought = brought_by(connection, shop, action, action, today)
            return Enrolled(action, 0, repeated=True, brought=brought)
        if not any(consent.purpose is Purpose.PROGRAM for consent in enrolment.consents):
            raise ConsentMissing
        if shop.description.asks_source and enrolment.origin.source is None:
            raise SourceMissing
        if enrolment.phone is not None:
            self._refuse_taken_phone(connection, enrolment.phone)
        code = enrolment.card
        if code is not None:
            refuse_taken_card(connection, self._shop, code)
        if enrolment.alias is not None:
            refuse_taken_card(connection, shop, enrolment.alias)
        if enrolment.origin.referrer is not None:
            from loyalpos.services.referrals import check_referrer  # noqa: PLC0415 - behind the first scan

            check_referrer(connection, action, enrolment.origin.referrer)
        now = shop.now()
        program = shop.program_on(shop.time.business_day(now))
        today = shop.time.business_day(now)
        welcome = program.welcome_points if gives_points(program.points_end, today) else 0
        paid = GiftPaid(Gives(points=welcome))
        if paid.gives.points:
            paid = paid_in_month(connection, program, GiftKind.WELCOME, "", paid.gives, today)
        entries = first_points(
            action,
            EntryKind.EARN,
            paid.gives.points,
            at=now,
            expires_at=program.expiry.expires_at(now, shop.time),
        )
        outcome: dict[str, object] = {
            "day": today.isoformat(),
            **as_outcome(paid, today),
            "entries": to_json(entries),
        }
        if code is None:
            outcome["code"] = new_code(connection, shop)
        shop.write(connection, "member_enrolled", request, outcome, private=private, action=action)
        brought = bring_by_act(connection, shop, action, day=today, today=today, act=action)
        welcome = sum(entry.points for entry in entries)
        return Enrolled(action, welcome, brought=brought, over=paid.over)

    def undo_enrolment_in(self, connection: Connection, member: UUID) -> None:
        """Take an enrolment back inside a transaction; the card is blank again, the phone free.

        Raises:
            CannotUndo: The member has bills that stand.
            MemberGone: There is no such member any more.
        """
        self._member(connection, member)
        if was_merged(connection, member):
            raise CannotUndo("merged")
        if bills.has_standing_bills(connection, member):
            raise CannotUndo("has_bills")
        if memberships_of(connection, self._shop, member):
            raise CannotUndo("has_membership")
        shop = self._shop
        now = shop.now()
        alive_at = shop.alive_at(connection, now)
        account, expired = shop.settled(connection, member, now=now, alive_at=alive_at)
        entries = list(expired)
        if account.balance > 0:
            entries.append(
                take_back_entry(
                    account,
                    entry_id=uuid5(member, "enrolment_undone"),
                    points=account.balance,
                    at=now,
                    alive_at=alive_at,
                    own_lots=frozenset(lot.id for lot in account.lots),
                    reference=member,
                )
            )
        back = given_back(paid_for_member(connection, member))
        shop.write(
            connection,
            "enrolment_undone",
            {"member": member.hex},
            {"entries": to_json(entries), **({"paid": to_json(back)} if back else {})},
        )

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

    def reissue_card(self, member: UUID) -> CardCode:
        """Give a member a new card; the codes of the old ones are dead from now on, not those of others.

        Raises:
            MemberGone: There is no such member any more.
        """
        with self._shop.file.work() as connection:
            self._member(connection, member)
            code = new_code(connection, self._shop)
            killed = cards.living_codes(connection, member)
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

    # How ------------------------------------------------------------------------------------------

    def _member(self, connection: Connection, member: UUID) -> Member:
        known = member_by_id(connection, member)
        if known is None:
            raise MemberGone
        return known

    def _refuse_taken_phone(self, connection: Connection, phone: Phone) -> None:
        other = member_by_phone(connection, phone)
        if other is not None:
            raise PhoneTaken(*other)

    def _refuse_unwanted_birthday(self, connection: Connection, member: UUID) -> None:
        words = privacy_of(connection, member).of(Purpose.BIRTHDAY).words
        if words and not words[0].given:
            raise BirthdayUnwanted
