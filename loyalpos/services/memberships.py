"""Paid memberships: sold, renewed, ended early, and who is to be told of the end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.extras import EndOffer, MembershipChanged, SaleOffer, membership_offers
from loyalpos.engine.fees import NO_FEE
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.members import Member
from loyalpos.engine.memberships import (
    MembershipProblem,
    Sold,
    end_early,
    is_active,
    is_over,
    notice_due,
    sell,
)
from loyalpos.errors import (
    CannotUndo,
    MemberGone,
    MembershipRefused,
    NothingToUndo,
    SameIdOtherContent,
)
from loyalpos.services.attempts import standing_attempt, undone_id
from loyalpos.services.membership_points import (
    counts_after_end,
    counts_of_fee,
    counts_without_end,
    counts_without_sale,
    earn_for_fee_again,
    fee_earned,
    give_for_fee,
    lose_for_fee,
    lose_for_refund,
)
from loyalpos.services.shop import Shop
from loyalpos.store.bills import discounted_bills
from loyalpos.store.file import Connection
from loyalpos.store.journal import Record, find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.memberships import memberships_ending, sold_to
from loyalpos.store.who_now import who_is_now

__all__ = ["Memberships", "Renewal"]


class Renewal(Struct, frozen=True):
    """A member who is to be told that a membership ends; ``ends`` is the first day without it."""

    member: Member
    name: str
    ends: date


class Memberships:
    """Memberships that are paid for; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def offers(self, member: UUID) -> tuple[SaleOffer | EndOffer, ...]:
        """List what can be sold to a member today, and what can be ended early."""
        day = self._today()
        with self._shop.file.read() as connection:
            return membership_offers(
                self._shop.program_on(day),
                sold_to(connection, member),
                day=day,
                sale=lambda which: _next_sale(connection, member, which),
            )

    def sell(self, member: UUID, membership: str, sale: UUID) -> MembershipChanged:
        """Sell a membership, or renew it; the same sale twice is one.

        Args:
            membership: By its id in the program of today.
            sale: The id it was offered with.

        Raises:
            MembershipRefused: It is not on sale, or the member has it for ever.
            MemberGone: There is no such member any more.
            OwnBill: It is the account of whoever is at the till, and the fee earns.
            SameIdOtherContent: The id was used for something else.
        """
        shop, day = self._shop, self._today()
        with shop.file.work() as connection:
            person = _person(connection, member)
            request: dict[str, object] = {"member": member.hex, "membership": membership}
            earlier = find_record(connection, sale)
            if earlier is not None:
                if _asked(earlier) != request or find_record(connection, undone_id(sale)) is not None:
                    raise SameIdOtherContent(sale)
                return _sold(earlier, person.name, repeated=True)
            program = shop.program_on(day)
            known = next((one for one in program.memberships if one.id == membership), None)
            if known is None:
                raise MembershipRefused("", MembershipProblem.NOT_ON_SALE)
            sold = sell(program, known, sold_to(connection, member), sale=sale, day=day)
            if isinstance(sold, MembershipProblem):
                raise MembershipRefused(known.name, sold)
            fee, own = NO_FEE, False
            if known.fee_earns:
                own = shop.demand_not_own(member)
                fee = fee_earned(connection, shop, person, sold.fee_vnd, day)
            outcome = {"sold": to_json(sold), "today": day.isoformat(), **counts_of_fee(fee, day)}
            outcome |= {"own": True} if own else {}
            appended = shop.write(connection, "membership_sold", request, outcome, action=sale)
            give_for_fee(connection, shop, member, sold, fee.points, day)
            return _sold(appended.record, person.name)

    def end(self, member: UUID, sale: UUID) -> MembershipChanged:
        """End a membership with today, which still counts; ended twice it ends once.

        Args:
            sale: The sale that is ended.

        Raises:
            MembershipRefused: It is over already, or was never sold.
            MemberGone: There is no such member any more.
        """
        shop, day = self._shop, self._today()
        with shop.file.work() as connection:
            person = _person(connection, member)
            which, standing = standing_attempt(connection, lambda at: uuid5(sale, f"end:{at}"))
            if standing is not None:
                return _ended(standing, person.name, repeated=True)
            sold = next((one for one in sold_to(connection, member) if one.id == sale), None)
            if sold is None or is_over(sold, day):
                raise MembershipRefused("" if sold is None else sold.name, MembershipProblem.OVER)
            ended = end_early(sold, day)
            outcome = {
                "sold": to_json(ended.sold),
                "before": to_json(sold),
                "refund_vnd": ended.refund_vnd,
                "today": day.isoformat(),
                **counts_after_end(connection, ended, _standing(connection, sale)["outcome"]),
            }
            request = {"member": member.hex, "sale": sale.hex}
            appended = shop.write(connection, "membership_ended", request, outcome, action=which)
            lose_for_refund(connection, shop, member, ended, day, which)
            return _ended(appended.record, person.name)

    def undo_sale_in(self, connection: Connection, sale: UUID) -> None:
        """Take a sale back, inside a transaction that has more to write.

        Raises:
            CannotUndo: It was renewed or ended since, or has taken its share off a bill that stands.
            NothingToUndo: There was no such sale, or it was undone before.
        """
        body = _standing(connection, sale)
        sold = from_json(body["outcome"]["sold"], Sold)
        _, end = standing_attempt(connection, lambda at: uuid5(sale, f"end:{at}"))
        member = _whose(connection, body)
        if end is not None or self._has_later(connection, member, sold, sold.first):
            raise CannotUndo("later_membership")
        if _has_paid_less(connection, member, sold):
            raise CannotUndo("discounted_bills")
        self._shop.write(
            connection,
            "membership_sale_undone",
            {"member": member.hex, "undone": sale.hex},
            counts_without_sale(connection, sale, body["outcome"]["today"]),
            action=undone_id(sale),
        )
        lose_for_fee(connection, self._shop, member, sale, undone_id(sale))

    def undo_end_in(self, connection: Connection, end: UUID) -> None:
        """Let a membership go on that was ended, inside a transaction that has more to write.

        Raises:
            CannotUndo: It was sold anew since.
            NothingToUndo: It was not ended, or that was undone before.
        """
        body = _standing(connection, end)
        cut = from_json(body["outcome"]["sold"], Sold)
        assert cut.until is not None
        member = _whose(connection, body)
        if self._has_later(connection, member, cut, cut.until):
            raise CannotUndo("later_membership")
        self._shop.write(
            connection,
            "membership_end_undone",
            {"member": member.hex, "undone": end.hex},
            {"sold": body["outcome"]["before"], **counts_without_end(body["outcome"])},
            action=undone_id(end),
        )
        before = from_json(body["outcome"]["before"], Sold)
        earn_for_fee_again(connection, self._shop, member, before, self._today(), undone_id(end))

    def renewals(self) -> tuple[Renewal, ...]:
        """List who is to be told today that a membership ends, what ends first before."""
        shop, day = self._shop, self._today()
        program = shop.program_on(day)
        longest = max((one.notice_days for one in program.memberships), default=0)
        told: list[Renewal] = []
        with shop.file.read() as connection:
            for whose, sold in memberships_ending(connection, day, day + timedelta(days=longest)):
                known = next((one for one in program.memberships if one.id == sold.membership), None)
                ends = None if known is None else notice_due(known, sold_to(connection, whose), day)
                person = None if ends != sold.until else member_by_id(connection, whose)
                if person is not None and ends is not None:
                    told.append(Renewal(person, sold.name, ends))
        return tuple(told)

    # How ------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._shop.time.business_day(self._shop.now())

    @staticmethod
    def _has_later(connection: Connection, member: UUID, sold: Sold, day: date) -> bool:
        """Tell whether another sale of the membership begins on a day or later, and was not ended before."""
        others = sold_to(connection, member)
        return any(
            one.id != sold.id
            and one.membership == sold.membership
            and one.first >= day
            and not is_over(one, one.first)
            for one in others
        )


def _next_sale(connection: Connection, member: UUID, membership: str) -> UUID:
    """Name the next sale of a membership to a member, equally on every till."""
    names = (uuid5(member, f"membership:{membership}:{at}") for at in count())
    return next(name for name in names if find_record(connection, name) is None)


def _has_paid_less(connection: Connection, member: UUID, sold: Sold) -> bool:
    """Tell whether a bill stands that this sale made cheaper: who has his fee back has no right to that."""
    for which in discounted_bills(connection, member, sold.first):
        record = find_record(connection, which)
        assert record is not None, "what stands in the tables was recorded"
        came = json.loads(record.body)["outcome"]
        if came["membership"]["reward"] == sold.membership and is_active(
            sold, date.fromisoformat(came["day"])
        ):
            return True
    return False


def _person(connection: Connection, member: UUID) -> Member:
    person = member_by_id(connection, member)
    if person is None:
        raise MemberGone
    return person


def _standing(connection: Connection, which: UUID) -> Mapping[str, Any]:
    record = find_record(connection, which)
    if record is None or find_record(connection, undone_id(which)) is not None:
        raise NothingToUndo
    body: Mapping[str, Any] = json.loads(record.body)
    return body


def _whose(connection: Connection, body: Mapping[str, Any]) -> UUID:
    """Name who has it now: who took in whom it was sold to, where they were merged since."""
    return who_is_now(connection, UUID(body["request"]["member"]))


def _asked(record: Record) -> Mapping[str, Any]:
    asked: Mapping[str, Any] = json.loads(record.body)["request"]
    return asked


def _sold(record: Record, name: str | None, *, repeated: bool = False) -> MembershipChanged:
    came = json.loads(record.body)["outcome"]
    sold = from_json(came["sold"], Sold)
    return MembershipChanged(
        record.id,
        UUID(_asked(record)["member"]),
        name,
        sold,
        sold.fee_vnd,
        repeated=repeated,
        earned=came.get("earned", 0),
        short_of=tuple(came.get("short_of", ())),
    )


def _ended(record: Record, name: str | None, *, repeated: bool = False) -> MembershipChanged:
    came = json.loads(record.body)["outcome"]
    sold = from_json(came["sold"], Sold)
    member = UUID(_asked(record)["member"])
    return MembershipChanged(
        record.id, member, name, sold, came["refund_vnd"], is_over=True, repeated=repeated
    )
