"""Later payments of bills that were not paid at once."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from msgspec.structs import replace

from loyalpos.engine.acts import BillPaid, BillReversed
from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.brought import Brought
from loyalpos.engine.counted import Counted, UnitMove, difference, opposite, unmoved
from loyalpos.engine.earn_lines import Earning, EarnLine
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.ledger import Entry, EntryKind, earn_entry, post_all, take_back_entry
from loyalpos.engine.part_paid import payment_undone, settled_by
from loyalpos.engine.payments import Payment, counted_paid, pay, settle
from loyalpos.engine.program import Program
from loyalpos.engine.stamps import filled_by
from loyalpos.errors import BillNotFound, CannotUndo, MemberGone, NothingToUndo, SameIdOtherContent
from loyalpos.services.bill_back import bring_with, known_bill
from loyalpos.services.brought import bring_by_act, bring_time, brought_by, together
from loyalpos.services.foreseen import foreseen
from loyalpos.services.shop import Shop
from loyalpos.services.tier_moves import progress_before
from loyalpos.services.unsure import ask_whether_paid
from loyalpos.services.vouchers import given_vouchers
from loyalpos.store import bills, payments, returns
from loyalpos.store.file import Connection
from loyalpos.store.given import counted_of, units_of
from loyalpos.store.journal import Record, find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.vouchers import GivenVoucher, VouchersBack

__all__ = ["Payments"]


class Payments:
    """Bills that are paid later, in one payment or in several; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def pay(
        self,
        action: UUID,
        bill: UUID,
        amount_vnd: int,
        tender: str | None = None,
        *,
        another: bool = False,
    ) -> BillPaid:
        """Record a payment of a bill, with what it brings.

        Args:
            action: The id shown with the bill; the same id records the same payment once.
            tender: How it is paid, where the bill's program asks; None is told of nobody.
            another: A person has said that it is not the payment recorded before an unclean stop.

        Raises:
            MaybeSamePayment: It may be the payment that was recorded just before an unclean stop.
            PaymentTooLarge: More is paid than is open, or not more than nothing.
            BillNotFound: There is no such bill of a member.
            MemberGone: The member was taken back or erased.
            SameIdOtherContent: The id was used for something else.
        """
        with self._shop.file.work() as connection:
            if not another and find_record(connection, action) is None:
                ask_whether_paid(connection, self._shop, bill, amount_vnd)
            return self._pay(connection, action, bill, amount_vnd, tender)

    def foresee(self, action: UUID, bill: UUID, amount_vnd: int, tender: str | None = None) -> BillPaid:
        """Say what a payment would bring; nothing of it is kept.

        Raises:
            PaymentTooLarge, BillNotFound, MemberGone: As with :meth:`pay`, but for the question.
        """
        return foreseen(
            self._shop, lambda connection: self._pay(connection, action, bill, amount_vnd, tender)
        )

    def settle_in(self, connection: Connection, back: BillReversed) -> BillReversed:
        """Let the points come of a bill of which a return left nothing to be paid, with that return."""
        shop = self._shop
        if back.member is None or back.whole:
            return back
        bill = known_bill(connection, back.bill)
        settling = settled_by(back.reversal)
        record = find_record(connection, settling)
        if record is None and back.repeated:
            # It left something to be paid then, whatever was paid since.
            return back
        if record is None:
            return_record = find_record(connection, back.reversal)
            assert return_record is not None
            struck_vnd = json.loads(return_record.body)["outcome"].get("struck_vnd", 0)
            program = shop.program_of(bill.revision)
            paid = settle(program, bill, struck_vnd)
            if paid is None:
                return back
            done = self._bring(connection, settling, bill, paid)
        else:
            brought = brought_by(connection, shop, bill.member, settling, shop.time.business_day(shop.now()))
            done = _paid(record, bill, back.name, brought)
        told = together(back.brought, done.brought)
        return replace(back, settled=done.earned, balance=done.balance, brought=told)

    def unsettle_in(self, connection: Connection, back: UUID) -> None:
        """Take back what a return has let come, before it is undone itself."""
        settling = settled_by(back)
        paid = payments.payment_by_id(connection, settling)
        if paid is not None and not paid.undone:
            self.undo_in(connection, settling)

    def undo_in(self, connection: Connection, which: UUID) -> None:
        """Take a payment back, inside a transaction that has more to write.

        Raises:
            CannotUndo: The bill came back since, or more of it was paid.
            MemberGone: The member's enrolment was undone.
            NothingToUndo: There is no such payment, or it was undone before.
        """
        shop = self._shop
        paid = payments.payment_by_id(connection, which)
        record = find_record(connection, which)
        if paid is None or record is None or paid.undone:
            raise NothingToUndo
        bill = known_bill(connection, paid.bill)
        assert bill.member is not None
        if returns.last_part(connection, bill.id) > paid.parts:
            raise CannotUndo("later_return")
        if payments.standing_payments(connection, bill.id)[-1].number > paid.number:
            raise CannotUndo("later_payment")
        if member_by_id(connection, bill.member) is None:
            raise MemberGone
        now = shop.now()
        today = shop.time.business_day(now)
        counted = progress_before(connection, shop, bill.member, today)
        bring_time(connection, shop, bill.member, today, with_gifts=False)
        alive_at = shop.alive_at(connection, now)
        account, expired = shop.settled(connection, bill.member, now=now, alive_at=alive_at)
        came = json.loads(record.body)["outcome"]
        did = from_json(came["entries"], tuple[Entry, ...])
        lots = frozenset(lot.id for one in did if one.kind is EntryKind.EARN for lot in one.opened)
        lost = payments.expired_of(connection, bill.member, lots)
        lost += sum(-one.points for one in expired if one.reference in lots)
        undoing = payment_undone(which)
        entries = expired
        if paid.earned > lost:
            entry = take_back_entry(
                account,
                entry_id=uuid5(undoing, "take_back"),
                points=paid.earned - lost,
                at=now,
                alive_at=alive_at,
                own_lots=lots,
                reference=which,
            )
            entries += (entry,)
        shop.write(
            connection,
            "payment_undone",
            {"payment": which.hex},
            {"entries": to_json(entries), "forgiven": min(lost, paid.earned), **_unpaid(came, today)},
            action=undoing,
        )
        bring_with(connection, shop, bill, undoing, counted)

    def _pay(
        self, connection: Connection, action: UUID, which: UUID, amount_vnd: int, tender: str | None
    ) -> BillPaid:
        shop = self._shop
        request = _request(which, amount_vnd, tender)
        now = shop.now()
        today = shop.time.business_day(now)
        bill = known_bill(connection, which)
        if bill.member is None:
            raise BillNotFound(bill.number or "")
        person = member_by_id(connection, bill.member)
        earlier = find_record(connection, action)
        if earlier is not None:
            if earlier.kind != "bill_paid" or json.loads(earlier.body)["request"] != request:
                raise SameIdOtherContent(earlier.id)
            brought = brought_by(connection, shop, bill.member, action, today)
            return _paid(earlier, bill, None if person is None else person.name, brought, repeated=True)
        if person is None:
            raise MemberGone
        bring_time(connection, shop, bill.member, today)
        bill = known_bill(connection, which)
        assert bill.member is not None
        paid = pay(shop.program_of(bill.revision), bill, amount_vnd, tender)
        return self._bring(connection, action, bill, paid)

    def _bring(self, connection: Connection, action: UUID, bill: RecordedBill, paid: Payment) -> BillPaid:
        """Record what a payment brings."""
        shop, which, amount_vnd = self._shop, bill.id, paid.amount_vnd
        assert bill.member is not None
        now = shop.now()
        today = shop.time.business_day(now)
        person = member_by_id(connection, bill.member)
        program = shop.program_of(bill.revision)
        request = _request(which, amount_vnd, paid.tender)
        alive_at = shop.alive_at(connection, now)
        account, entries = shop.settled(connection, bill.member, now=now, alive_at=alive_at)
        if paid.points:
            entry = earn_entry(
                account,
                entry_id=uuid5(action, "earn"),
                points=paid.points,
                at=now,
                earned_at=now,
                expires_at=program.expiry.expires_at(now, shop.time),
                reference=which,
            )
            account = post_all(account, (entry,))
            entries += (entry,)
        number = len(payments.standing_payments(connection, which)) + 1
        outcome = {
            "today": today.isoformat(),
            "number": number,
            "earned": paid.points,
            "carry_delta": str(paid.carry_delta),
            "lines": to_json(paid.earning.lines),
            "entries": to_json(entries),
            "open_vnd": bill.open_vnd - amount_vnd,
            "balance": account.balance,
            **self._beside(connection, program, bill, paid),
        }
        appended = shop.write(connection, "bill_paid", request, outcome, action=action)
        brought = bring_by_act(
            connection,
            shop,
            bill.member,
            day=shop.time.business_day(bill.at),
            today=today,
            act=action,
            bill=which,
        )
        return _paid(appended.record, bill, None if person is None else person.name, brought)

    def _beside(
        self, connection: Connection, program: Program, bill: RecordedBill, paid: Payment
    ) -> dict[str, object]:
        """Give the part of a payment's outcome that moves counts, units, vouchers and donations."""
        shop = self._shop
        today = shop.time.business_day(shop.now())
        assert bill.member is not None
        taken = bills.redemptions_of(connection, bill.id)
        given = difference(counted_of(connection, bill.id), counted_paid(program, bill, paid, taken))
        kept = {*(card.id for card in program.stamp_cards), *(draw.id for draw in program.draws)}
        moves = tuple(UnitMove(one.unit, one.count, EntryKind.EARN) for one in paid.units if one.unit in kept)
        filled: tuple[tuple[str, str], ...] = ()
        if moves and program.stamp_cards:
            came = {one.unit: one.count for one in moves}
            filled = filled_by(program, units_of(connection, bill.member), came, {})
        of_vouchers = tuple(one for one in paid.units if one.unit not in kept)
        vouchers: tuple[GivenVoucher, ...] = ()
        if of_vouchers:
            vouchers = given_vouchers(
                connection,
                shop.outside.random_bytes,
                program,
                Earning(0, (), 0, vouchers=of_vouchers),
                (),
                member=bill.member,
                day=today,
            )
        donated: tuple[object, ...] = ()
        if program.causes:
            from loyalpos.engine.causes import shares_moved  # noqa: PLC0415 - few programs have any

            after_vnd = bill.paid_vnd + paid.amount_vnd
            donated = shares_moved(program, today, before_vnd=bill.paid_vnd, after_vnd=after_vnd)
        return {
            **({"given": to_json(given)} if given else {}),
            **({"units": to_json(paid.units)} if paid.units else {}),
            **({"unit_moves": to_json(moves)} if moves else {}),
            **({"vouchers_given": to_json(vouchers)} if vouchers else {}),
            **({"cards_filled": to_json(filled)} if filled else {}),
            **({"donated": to_json(donated)} if donated else {}),
        }


def _request(bill: UUID, amount_vnd: int, tender: str | None) -> dict[str, object]:
    told = {} if tender is None else {"tender": tender}
    return {"bill": bill.hex, "amount_vnd": amount_vnd, **told}


def _unpaid(came: dict[str, Any], today: date) -> dict[str, object]:
    """Give the part of an outcome that undoes what a payment brought beside points."""
    given = opposite(from_json(came.get("given", []), tuple[Counted, ...]))
    moves = unmoved(from_json(came.get("unit_moves", []), tuple[UnitMove, ...]))
    vouchers = from_json(came.get("vouchers_given", []), tuple[GivenVoucher, ...])
    donated: tuple[object, ...] = ()
    if "donated" in came:
        from loyalpos.engine.causes import Donation, taken_back  # noqa: PLC0415 - few programs have any

        donated = tuple(taken_back(one, today) for one in from_json(came["donated"], tuple[Donation, ...]))
    back = VouchersBack(tuple(one.voucher.code for one in vouchers))
    return {
        **({"given": to_json(given)} if given else {}),
        **({"unit_moves": to_json(moves)} if moves else {}),
        **({"vouchers_back": to_json(back)} if vouchers else {}),
        **({"donated": to_json(donated)} if donated else {}),
    }


def _paid(
    record: Record, bill: RecordedBill, name: str | None, brought: Brought, *, repeated: bool = False
) -> BillPaid:
    body = json.loads(record.body)
    asked, came = body["request"], body["outcome"]
    assert bill.member is not None
    return BillPaid(
        record.id,
        bill.id,
        bill.member,
        name,
        bill.number,
        bill.total_vnd,
        asked["amount_vnd"],
        came["open_vnd"],
        came["earned"],
        came["balance"] + brought.points,
        from_json(came["lines"], tuple[EarnLine, ...]),
        repeated,
        brought,
        tuple(one.voucher for one in from_json(came.get("vouchers_given", []), tuple[GivenVoucher, ...])),
        tuple((card, reward) for card, reward in came.get("cards_filled", [])),
    )
