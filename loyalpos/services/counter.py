"""The counter: a bill is recorded, returned, moved or taken back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from uuid import UUID

from loyalpos.engine.acts import BillRecorded, Desk
from loyalpos.engine.bills import Bill, Redemption, Taken, numbering_period
from loyalpos.engine.brought import Brought, GiftGiven
from loyalpos.engine.codes import VoucherCode
from loyalpos.engine.earning import EarnLine
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.members import MemberView
from loyalpos.engine.memberships import Sold
from loyalpos.engine.money import MAX_AMOUNT_VND
from loyalpos.engine.occasions import SurveyGift
from loyalpos.engine.open_services import OpenService
from loyalpos.engine.owner import OwnerSaid
from loyalpos.engine.part_paid import Owed
from loyalpos.engine.program import PartPaid
from loyalpos.engine.tier_standing import TierStanding
from loyalpos.engine.times import to_ms
from loyalpos.engine.vouchers import Presented, VoucherUse
from loyalpos.errors import (
    AmountTooLarge,
    BillInFuture,
    BillTooOld,
    BillWithoutMember,
    MaybeSameBill,
    MemberGone,
    NotPaidInParts,
    NumberTaken,
    SameIdOtherContent,
)
from loyalpos.services.bill_outcome import Typed, members_bill, nobodys_bill
from loyalpos.services.brought import bring_by_act, bring_time, brought_by
from loyalpos.services.foreseen import foreseen
from loyalpos.services.gifts import lately_given
from loyalpos.services.shop import Shop
from loyalpos.services.standing import given_today, memberships_of, services_due, standing_at, with_counts
from loyalpos.services.tiers import tier_standing
from loyalpos.services.vouchers import open_vouchers, shown_voucher
from loyalpos.store import bills, local
from loyalpos.store.file import Connection
from loyalpos.store.journal import Record, find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.shop import stock_left
from loyalpos.store.views import member_view
from loyalpos.store.vouchers import GivenVoucher

if TYPE_CHECKING:
    from loyalpos.engine.partners import GivenCode

__all__ = ["BACK_DATE_LIMIT", "NO_MEMBER", "SAME_BILL_WITHIN", "Counter"]

BACK_DATE_LIMIT = timedelta(days=60)
"""How far back a bill from a paper day may be dated."""

SAME_BILL_WITHIN = timedelta(minutes=10)
"""After an unclean stop, the same member and amount within this time is asked about."""

NO_MEMBER = UUID(int=0)
"""Stands for nobody where the id of the next action is kept."""

_NOTHING_SAID: Final[OwnerSaid] = MappingProxyType({})


class Counter:
    """Bills at the counter; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def desk(self, member: UUID | None) -> Desk:
        """Read everything the counter needs while a member, or nobody, stands there.

        Raises:
            MemberGone: There is no such member any more.
        """
        shop = self._shop
        now = shop.now()
        program = shop.program_on(shop.time.business_day(now))
        with shop.file.read() as connection:
            alive_at = shop.alive_at(connection, now)
            view: MemberView | None = None
            standing = standing_at(None, now, shop.time)
            vouchers: tuple[Presented, ...] = ()
            tier: TierStanding | None = None
            gifts: tuple[GiftGiven, ...] = ()
            sold: tuple[Sold, ...] = ()
            due: tuple[OpenService, ...] = ()
            owed: tuple[Owed, ...] = ()
            surveys: tuple[SurveyGift, ...] = ()
            if member is not None:
                view = member_view(
                    connection, member, shop.time, now=now, alive_at=alive_at, lives=shop.lives(now)
                )
                if view is None:
                    raise MemberGone
                standing = standing_at(
                    view.member,
                    now,
                    shop.time,
                    visits=view.visits,
                    last_visit=view.last_visit,
                    carry=view.account.carry,
                )
                standing = with_counts(connection, shop, program, view.member, standing)
                vouchers = open_vouchers(connection, shop, member, standing.day)
                tier = tier_standing(connection, shop, member, standing.day)
                gifts = lately_given(connection, program, member, standing.day)
                sold = memberships_of(connection, shop, member)
                due = services_due(connection, shop, member)
                if shop.ever(lambda program: program.part_paid is not PartPaid.NO):
                    from loyalpos.store.payments import owed_by  # noqa: PLC0415 - few shops sell so

                    owed = owed_by(connection, member)
                if any(isinstance(one, SurveyGift) for one in program.occasions):
                    from loyalpos.services.surveys import open_surveys  # noqa: PLC0415 - few shops ask

                    surveys = open_surveys(connection, program, member, standing.day)
            today = given_today(connection, program, standing.day)
            action = local.draft_of(connection, member or NO_MEMBER)
            stock = stock_left(connection)
        return Desk(
            view,
            program,
            stock,
            alive_at,
            action or shop.outside.new_id(),
            standing,
            today,
            vouchers,
            tier,
            gifts,
            sold,
            due,
            owed,
            surveys,
        )

    def show_voucher(self, code: VoucherCode, member: UUID | None) -> Presented:
        """Look up a voucher that is shown at the counter today.

        Raises:
            VoucherNotTakeable: The shop never gave it, or the member cannot use it today.
        """
        shop = self._shop
        with shop.file.read() as connection:
            return shown_voucher(connection, shop, code, member, shop.time.business_day(shop.now()))

    def keep_draft(self, member: UUID | None, action: UUID) -> None:
        """Keep the id of the next bill on disk, so that no retry can record it twice."""
        with self._shop.file.work() as connection:
            local.keep_draft(connection, member or NO_MEMBER, action, to_ms(self._shop.now()))

    def record_bill(
        self,
        action: UUID,
        member: UUID | None,
        bill: Bill,
        taken: tuple[Taken, ...] = (),
        vouchers: tuple[VoucherCode, ...] = (),
        *,
        another: bool = False,
        owner_said: OwnerSaid = _NOTHING_SAID,
    ) -> BillRecorded:
        """Record a bill with its rewards and points, all or nothing.

        Args:
            action: The id shown with the member; the same id records the same bill once.
            vouchers: The codes of vouchers that are used in it.
            another: A person has said that it is not the bill recorded before an unclean stop.
            owner_said: By the id of a budget, whether the owner lets the bill go over it; it is kept with
                the bill where it made a difference.

        Raises:
            OwnerToAsk: The bill goes over a budget that asks the owner, who has not answered.
            NumberTaken: Another standing bill of the period has the number.
            MaybeSameBill: It may be the bill that was recorded just before an unclean stop.
            NotEnoughPoints: A reward costs more than the member may spend.
            RewardNotTakeable: A reward cannot be taken into this bill.
            WrongPointsToPay: So many points cannot pay for it.
            SameIdOtherContent: The id was used for another bill.
            MemberGone: The member was taken back or erased.
            AmountTooLarge: The total is above what a bill can be.
            BillInFuture: The bill is dated after now.
            BillTooOld: The bill is dated before :data:`BACK_DATE_LIMIT`.
            BillWithoutMember: A reward is to be taken by nobody.
            VoucherNotTakeable: A voucher cannot be used in this bill.
            TendersTooLarge: Its tenders come to more than is to be paid.
            NotPaidInParts: It is to be paid in parts, which the program does not know, or by nobody.
            PaymentTooLarge: More is paid at once than it comes to.
            NotAllowed: So many points are not for everybody to redeem, or it is one’s own bill.
        """
        with self._shop.file.work() as connection:
            return self.record_in(
                connection, action, member, bill, taken, vouchers, another=another, owner_said=owner_said
            )

    def foresee_bill(
        self,
        action: UUID,
        member: UUID,
        bill: Bill,
        taken: tuple[Taken, ...] = (),
        vouchers: tuple[VoucherCode, ...] = (),
    ) -> BillRecorded:
        """Say what recording a bill would do, with all that would come with it; nothing of it is kept.

        Raises:
            Refusal: As with :meth:`record_bill`, but for the question after an unclean stop.
        """
        record = partial(
            self.record_in,
            action=action,
            member=member,
            bill=bill,
            taken=taken,
            vouchers=vouchers,
            another=True,
        )
        return foreseen(self._shop, record)

    def record_in(
        self,
        connection: Connection,
        action: UUID,
        member: UUID | None,
        bill: Bill,
        taken: tuple[Taken, ...] = (),
        vouchers: tuple[VoucherCode, ...] = (),
        *,
        another: bool = False,
        owner_said: OwnerSaid = _NOTHING_SAID,
        revision: int | None = None,
    ) -> BillRecorded:
        """Record a bill inside a transaction that has more to write; see :meth:`record_bill`.

        Args:
            revision: The program it was recorded under before, or None for that of its day.
        """
        shop = self._shop
        request = _request(member, bill, taken, vouchers, owner_said)
        earlier = find_record(connection, action)
        if earlier is not None:
            return self._again(connection, earlier, request)
        now = shop.now()
        at = bill.at or now
        self._check(bill.total_vnd, at, now)
        if taken and member is None:
            raise BillWithoutMember
        if bill.paid_vnd is not None and member is None:
            raise NotPaidInParts
        person = None if member is None else member_by_id(connection, member)
        if member is not None and person is None:
            raise MemberGone
        period = numbering_period(shop.description.numbering, at, shop.time)
        if bill.number is not None:
            self._refuse_taken_number(connection, bill.source, bill.number, period)
        if not another:
            self._ask_after_unclean_stop(connection, member, bill.total_vnd)

        day, recorded_on = shop.time.business_day(at), shop.time.business_day(now)
        if member is not None:
            bring_time(connection, shop, member, recorded_on)
        program = shop.program_on(day) if revision is None else shop.program_of(revision)
        typed = Typed(action, bill, taken, vouchers, at, now, day, period, program)
        outcome = (
            nobodys_bill(connection, shop, typed)
            if person is None
            else members_bill(connection, shop, typed, person, owner_said)
        )
        appended = shop.write(connection, "bill_recorded", request, outcome, action=action)
        brought = Brought()
        if member is not None:
            brought = bring_by_act(connection, shop, member, day=day, today=recorded_on, act=action)
        return _recorded(appended.record, None if person is None else person.name, brought)

    def recorded(self, connection: Connection, bill: UUID) -> BillRecorded | None:
        """Tell again what a recorded bill gave and took; None where there is no such bill."""
        record = find_record(connection, bill)
        if record is None or record.kind != "bill_recorded":
            return None
        return self._told(connection, record)

    def _again(self, connection: Connection, earlier: Record, request: dict[str, object]) -> BillRecorded:
        """Answer a repeated action with what it did the first time."""
        body = json.loads(earlier.body)
        if earlier.kind != "bill_recorded" or body["request"] != request:
            raise SameIdOtherContent(earlier.id)
        return self._told(connection, earlier)

    def _told(self, connection: Connection, earlier: Record) -> BillRecorded:
        whose = json.loads(earlier.body)["request"]["member"]
        person = None if whose is None else member_by_id(connection, UUID(whose))
        today = self._shop.time.business_day(self._shop.now())
        brought = brought_by(connection, self._shop, None if person is None else person.id, earlier.id, today)
        return _recorded(earlier, None if person is None else person.name, brought, repeated=True)

    def _check(self, total_vnd: int, at: datetime, now: datetime) -> None:
        """Refuse what no bill can be."""
        assert total_vnd >= 0
        if total_vnd > MAX_AMOUNT_VND:
            raise AmountTooLarge(total_vnd, MAX_AMOUNT_VND)
        if at > now:
            raise BillInFuture(at)
        shop_time = self._shop.time
        earliest = shop_time.business_day(now - BACK_DATE_LIMIT)
        day = shop_time.business_day(at)
        if day < earliest:
            raise BillTooOld(day, earliest)

    def _refuse_taken_number(self, connection: Connection, source: str, number: str, period: str) -> None:
        other = bills.bill_with_number(connection, source, number, period)
        if other is None:
            return
        whose = None if other.member is None else member_by_id(connection, other.member)
        raise NumberTaken(number, other.id, other.at, other.total_vnd, None if whose is None else whose.name)

    def _ask_after_unclean_stop(self, connection: Connection, member: UUID | None, total_vnd: int) -> None:
        before_ms = self._shop.unclean_before_ms
        if before_ms is None:
            return
        since_ms = to_ms(self._shop.now() - SAME_BILL_WITHIN)
        if since_ms >= before_ms:
            return
        found = bills.recent_bill_like(connection, member, total_vnd, since_ms=since_ms, before_ms=before_ms)
        if found is not None:
            known = bills.bill_by_id(connection, found)
            assert known is not None
            raise MaybeSameBill(known.id, known.at, known.total_vnd, known.earned)


def _request(
    member: UUID | None,
    bill: Bill,
    taken: tuple[Taken, ...],
    vouchers: tuple[VoucherCode, ...],
    owner_said: OwnerSaid,
) -> dict[str, object]:
    return {
        "member": None if member is None else member.hex,
        "total_vnd": bill.total_vnd,
        "at_ms": None if bill.at is None else to_ms(bill.at),
        "number": bill.number,
        "tender": bill.tender,
        "source": bill.source,
        "lines": [to_json(line) for line in bill.lines],
        "taken": [to_json(choice) for choice in taken],
        **({"discount_vnd": bill.discount_vnd} if bill.discount_vnd else {}),
        **({"tax_vnd": bill.tax_vnd} if bill.tax_vnd else {}),
        **({"tender_parts": to_json(bill.tender_parts)} if bill.tender_parts else {}),
        **({} if bill.paid_vnd is None else {"paid_vnd": bill.paid_vnd}),
        **({"vouchers": list(vouchers)} if vouchers else {}),
        **({"owner_said": dict(owner_said)} if owner_said else {}),
    }


def _recorded(record: Record, name: str | None, brought: Brought, *, repeated: bool = False) -> BillRecorded:
    body = json.loads(record.body)
    asked, came = body["request"], body["outcome"]
    redemptions = from_json(came["redemptions"], tuple[Redemption, ...])
    return BillRecorded(
        record.id,
        None if asked["member"] is None else UUID(asked["member"]),
        name,
        asked["number"],
        asked["total_vnd"],
        asked["total_vnd"] - came["value_vnd"],
        came["earned"],
        sum(redemption.points for redemption in redemptions),
        came["balance"] + brought.points,
        from_json(came["lines"], tuple[EarnLine, ...]),
        redemptions,
        repeated,
        tuple(one.voucher for one in from_json(came.get("vouchers_given", []), tuple[GivenVoucher, ...])),
        _codes(came["codes_given"]) if "codes_given" in came else (),
        brought,
        from_json(came["membership"], Redemption) if "membership" in came else None,
        from_json(came.get("vouchers_used", []), tuple[VoucherUse, ...]),
        tuple((card, reward) for card, reward in came.get("cards_filled", [])),
        came.get("open_vnd", 0),
    )


def _codes(given: object) -> tuple[GivenCode, ...]:
    from loyalpos.engine.partners import GivenCode  # noqa: PLC0415 - few shops have partners

    return from_json(given, tuple[GivenCode, ...])
