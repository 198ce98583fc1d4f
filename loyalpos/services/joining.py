"""Somebody joins: who they are, what they agreed to, their card and the points of the first hour."""

from __future__ import annotations

from uuid import UUID, uuid5

from loyalpos.engine.acts import Enrolled
from loyalpos.engine.brought import GiftKind
from loyalpos.engine.consents import is_child
from loyalpos.engine.gift_budgets import GiftPaid, given_back
from loyalpos.engine.json_values import to_json
from loyalpos.engine.ledger import EntryKind, take_back_entry
from loyalpos.engine.members import Enrolment, Origin, Purpose
from loyalpos.engine.occasions import Gives
from loyalpos.engine.phones import Phone
from loyalpos.engine.points_end import gives_points
from loyalpos.errors import CannotUndo, ConsentMissing, GuardianMissing, PhoneTaken, SourceMissing
from loyalpos.services.brought import bring_by_act, brought_by
from loyalpos.services.card_state import refuse_taken_card
from loyalpos.services.first_hour import first_points, new_code, particulars_of
from loyalpos.services.gift_budgets import as_outcome, paid_in_month
from loyalpos.services.member_cards import MemberCards
from loyalpos.services.standing import memberships_of
from loyalpos.store import bills
from loyalpos.store.file import Connection
from loyalpos.store.given import paid_for_member
from loyalpos.store.journal import find_record
from loyalpos.store.members import member_by_phone
from loyalpos.store.merged import was_merged

__all__ = ["Joining"]


class Joining(MemberCards):
    """Members join, and an enrolment is taken back; each method is one transaction."""

    def enrol(self, action: UUID, enrolment: Enrolment) -> Enrolled:
        """Let somebody join; the action's id becomes the member's.

        A member without a pre-printed card gets a code of their own at once.

        Raises:
            ConsentMissing: The person has not agreed to the program.
            GuardianMissing: Somebody under age joins, and nobody is named who agreed for them.
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
        now = shop.now()
        today = shop.time.business_day(now)
        under_age = enrolment.under_age or is_child(enrolment.birthday, today)
        guardian = " ".join(enrolment.guardian.split()) if under_age else ""
        if under_age and not guardian:
            raise GuardianMissing
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
        program = shop.program_on(today)
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
        if under_age:
            shop.write(
                connection,
                "under_age_said",
                {"member": action.hex, "under_age": True},
                private={"guardian": guardian},
            )
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

    def _refuse_taken_phone(self, connection: Connection, phone: Phone) -> None:
        other = member_by_phone(connection, phone)
        if other is not None:
            raise PhoneTaken(*other)
