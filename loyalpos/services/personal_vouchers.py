"""Vouchers given to one member by hand, with a reason; and all that a member has open."""

from __future__ import annotations

import json
from uuid import UUID

from loyalpos.engine.extras import HeldVouchers
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.plans import PlanState, state_of
from loyalpos.engine.staff import Right
from loyalpos.engine.vouchers import Presented, VoucherState
from loyalpos.errors import (
    CannotUndo,
    MemberGone,
    NothingToUndo,
    SameIdOtherContent,
    VoucherNotGiven,
)
from loyalpos.services.attempts import undone_id
from loyalpos.services.shop import Shop
from loyalpos.services.vouchers import gift_voucher, open_vouchers
from loyalpos.store.file import Connection
from loyalpos.store.journal import Record, find_record
from loyalpos.store.members import member_by_id
from loyalpos.store.vouchers import GivenVoucher, VouchersBack, has_had, voucher_by_code
from loyalpos.store.who_now import who_is_now

__all__ = ["PersonalVouchers"]


class PersonalVouchers:
    """Vouchers of one member; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def of(self, member: UUID) -> HeldVouchers:
        """List what a member may use today, and the kinds that could be given."""
        shop = self._shop
        day = shop.time.business_day(shop.now())
        program = shop.program_on(day)
        kinds = tuple(
            kind for kind in program.vouchers if state_of(program, kind.plan, day) is PlanState.RUNNING
        )
        with shop.file.read() as connection:
            return HeldVouchers(open_vouchers(connection, shop, member, day), kinds)

    def give(self, action: UUID, member: UUID, kind: str, reason: str) -> Presented:
        """Give a member a voucher of a kind; the same action twice gives one.

        Args:
            action: The id made when the form was shown.
            reason: Why it is given, in the words of who gives it.

        Raises:
            NotAllowed: Whoever is at the till may not.
            VoucherNotGiven: No reason is said, the program of today has no such voucher, or the member has
                had one that is given once.
            MemberGone: There is no such member any more.
            SameIdOtherContent: The id was used for something else.
        """
        self._shop.demand(Right.ADJUST)
        shop = self._shop
        said = " ".join(reason.split())
        with shop.file.work() as connection:
            if member_by_id(connection, member) is None:
                raise MemberGone
            request: dict[str, object] = {"member": member.hex, "kind": kind}
            earlier = find_record(connection, action)
            if earlier is not None:
                if json.loads(earlier.body)["request"] != request:
                    raise SameIdOtherContent(action)
                return self._given(earlier)
            if not said:
                raise VoucherNotGiven("no_reason")
            day = shop.time.business_day(shop.now())
            program = shop.program_on(day)
            known = next((one for one in program.vouchers if one.id == kind), None)
            if known is not None and known.once and has_had(connection, member, kind):
                raise VoucherNotGiven("had_before")
            given = gift_voucher(connection, shop.outside.random_bytes, program, kind, "", member, day)
            if given is None or known is None:
                raise VoucherNotGiven("not_there")
            appended = shop.write(
                connection,
                "voucher_given",
                request,
                {"today": day.isoformat(), "name": known.name, "vouchers_given": to_json((given,))},
                private={"reason": said},
                action=action,
            )
            return self._given(appended.record)

    def undo_in(self, connection: Connection, gift: UUID) -> None:
        """Take a voucher back that was given by hand, inside a transaction that has more to write.

        Raises:
            CannotUndo: It was used.
            NothingToUndo: None was given, or it was taken back before.
        """
        record = find_record(connection, gift)
        if record is None or find_record(connection, undone_id(gift)) is not None:
            raise NothingToUndo
        body = json.loads(record.body)
        codes = tuple(one.voucher.code for one in _vouchers(record))
        for code in codes:
            now = voucher_by_code(connection, code)
            if now is not None and now.voucher.state is VoucherState.USED:
                raise CannotUndo("voucher_used")
        whose = who_is_now(connection, UUID(body["request"]["member"]))
        self._shop.write(
            connection,
            "voucher_gift_undone",
            {"member": whose.hex, "undone": gift.hex},
            {"vouchers_back": to_json(VouchersBack(codes))},
            action=undone_id(gift),
        )

    def _given(self, record: Record) -> Presented:
        (given,) = _vouchers(record)
        program = self._shop.program_of(given.revision)
        kind = next(one for one in program.vouchers if one.id == given.voucher.kind)
        return Presented(given.voucher, kind)


def _vouchers(record: Record) -> tuple[GivenVoucher, ...]:
    return from_json(json.loads(record.body)["outcome"]["vouchers_given"], tuple[GivenVoucher, ...])
