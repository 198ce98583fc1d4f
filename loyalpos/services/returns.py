"""Returns, undo and moves: taking back exactly what was given."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.acts import Act, ActKind, BillRecorded, BillReversed, ReturnDesk, Undone
from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.brought import Brought
from loyalpos.engine.counted import UnitMove
from loyalpos.engine.json_values import from_json, to_json
from loyalpos.engine.ledger import Account, Entry, post_all
from loyalpos.engine.program import Gift
from loyalpos.engine.reversal import Reversal, reversal_id, reverse
from loyalpos.engine.tier_progress import Progress
from loyalpos.engine.times import from_ms, to_ms
from loyalpos.engine.undoing import return_undone, undo_return
from loyalpos.errors import (
    BillNotFound,
    CannotUndo,
    MaybeSameReturn,
    MaybeUndone,
    MemberGone,
    NothingToReturn,
    NothingToUndo,
    SameIdOtherContent,
)
from loyalpos.services.brought import bring_by_return, bring_time, brought_by
from loyalpos.services.counter import SAME_BILL_WITHIN, Counter
from loyalpos.services.counts import beside_back, counts_again, counts_back
from loyalpos.services.recorded import recorded_bill, with_inputs
from loyalpos.services.shop import Shop
from loyalpos.services.tier_moves import progress_before
from loyalpos.store import bills, days, returns
from loyalpos.store.days import DayLineRow
from loyalpos.store.file import Connection
from loyalpos.store.journal import Record, find_record, newest_record
from loyalpos.store.ledger import account_of
from loyalpos.store.members import member_by_id
from loyalpos.store.views import act_of, acts_of_day
from loyalpos.store.vouchers import VouchersBack, vouchers_used_in

__all__ = ["Returns"]

_BY_ITSELF = (
    "day_opened",
    "day_closed",
    "clock_trusted",
    "points_expired",
    "gift_given",
    "gift_taken_back",
    "gifts_of_day",
    "tier_moved",
)
"""Kinds of records that are no act of the counter."""

_UNDOES = (
    "reversal_undone",
    "enrolment_undone",
    "stamps_swap_undone",
    "voucher_gift_undone",
    "service_done_undone",
    "membership_sale_undone",
    "membership_end_undone",
)
"""Kinds that are always an undo."""


class Returns:
    """What was done is looked up, returned, moved or undone; each method is one transaction."""

    def __init__(
        self,
        shop: Shop,
        counter: Counter,
        others: Mapping[ActKind, Callable[[Connection, UUID], None]],
    ) -> None:
        """Look after a shop's acts.

        Args:
            others: What undoes acts that are neither bills nor returns, by their record.
        """
        self._shop = shop
        self._counter = counter
        self._others = others

    def acts(self, day: date | None = None, most: int = 200) -> tuple[Act, ...]:
        """List what was done on a business day, today if none is named, newest first."""
        with self._shop.file.read() as connection:
            return acts_of_day(connection, (day or self._today()).isoformat(), most)

    def find(self, number: str) -> tuple[ReturnDesk, ...]:
        """Find bills by the number on the receipt, standing ones first, the newest first.

        Raises:
            BillNotFound: No bill has the number.
        """
        with self._shop.file.read() as connection:
            found = bills.bills_numbered(connection, number)
            if not found:
                raise BillNotFound(number)
            return tuple(self._return_desk(connection, with_inputs(connection, bill)) for bill in found)

    def desk(self, bill: UUID) -> ReturnDesk:
        """Read what is needed to show a return of a bill before it is done.

        Raises:
            BillNotFound: There is no such bill.
        """
        with self._shop.file.read() as connection:
            return self._return_desk(connection, self._bill(connection, bill))

    def bills_of(self, member: UUID, most: int = 20) -> tuple[RecordedBill, ...]:
        """List a member's last bills, newest first."""
        with self._shop.file.read() as connection:
            return bills.bills_of(connection, member, most)

    def return_bill(
        self, bill: UUID, part: int, returned_vnd: int | None, *, another: bool = False
    ) -> BillReversed:
        """Take back part of a bill, or all that is left of it.

        Args:
            part: The number of this return, one more than the bill's returns when it was shown; the
                same part of the same amount is taken back once.
            returned_vnd: What comes back of the total, or None for all that is left.
            another: A person has said that it is not the return recorded before an unclean stop.

        Raises:
            MaybeSameReturn: It may be the return that was recorded just before an unclean stop.
            NothingToReturn: The bill was wholly returned before.
            ReturnTooLarge: More comes back than is left.
            SameIdOtherContent: That part was returned with another amount.
            BillNotFound: There is no such bill.
        """
        with self._shop.file.work() as connection:
            if returned_vnd is not None and not another:
                self._ask_whether_returned(connection, bill, part, returned_vnd)
            return self._reverse(connection, bill, part, returned_vnd, undo=False)

    def foresee(self, bill: UUID, returned_vnd: int | None) -> BillReversed:
        """Say what a return would do, with all that would come and go with it; nothing of it is kept.

        It is done in a transaction that is given up, so that what is said is what would be.

        Raises:
            NothingToReturn, ReturnTooLarge, BillNotFound: As with :meth:`return_bill`.
        """
        try:
            with self._shop.file.work() as connection:
                known = self._bill(connection, bill)
                raise _GivenUp(self._reverse(connection, bill, known.parts + 1, returned_vnd, undo=False))
        except _GivenUp as given_up:
            return given_up.foreseen

    def move_bill(
        self, bill: UUID, to: UUID, action: UUID, *, owner_said: Mapping[str, bool] | None = None
    ) -> BillRecorded:
        """Take a bill from one member and record it for the right one, by the same program, in one step.

        Args:
            owner_said: As for :meth:`Counter.record_bill`; what was said of the bill before still counts.

        Raises:
            OwnerToAsk: For the right member it goes over a budget, and the owner has not answered.
            BillTooOld: The bill is too old to be recorded anew.
            CannotUndo: Rewards were taken into it, or part of it was returned.
            NothingToReturn: The bill was wholly returned before.
            MemberGone: The right member is no longer there.
        """
        with self._shop.file.work() as connection:
            known = self._bill(connection, bill)
            if find_record(connection, action) is None:
                if bills.redemptions_of(connection, bill) or vouchers_used_in(connection, bill):
                    raise CannotUndo("has_rewards")
                if known.whole:
                    raise NothingToReturn(bill)
                if known.returned_vnd:
                    raise CannotUndo("partly_returned")
                self._reverse(connection, bill, known.parts + 1, None, undo=True, moved_to=action)
            assert known.typed is not None
            before = {} if known.footing is None else known.footing.owner_said
            return self._counter.record_in(
                connection,
                action,
                to,
                known.typed,
                another=True,
                owner_said={**before, **(owner_said or {})},
                revision=known.revision,
            )

    def last(self) -> Act | None:
        """Name the last act of this till today that still stands and can be undone."""
        with self._shop.file.read() as connection:
            line = days.last_line(connection, self._today().isoformat(), self._shop.till)
            return None if line is None else act_of(connection, line)

    def undo(self, record: UUID) -> Undone:
        """Take back an act of the day's list; a bill that was moved stands again where it was before.

        Raises:
            CannotUndo: Something later stands on it.
            MemberGone: What would stand again is a member's whose enrolment was undone.
            NothingToUndo: The act is unknown or was undone before.
        """
        with self._shop.file.work() as connection:
            return self._undo(connection, days.line_of(connection, record))

    def undo_last(self, *, another: bool = False) -> Undone:
        """Take back what :meth:`last` names.

        Args:
            another: A person has said that it is not the undo recorded before an unclean stop.

        Raises:
            MaybeUndone: It may be the undo that was recorded just before an unclean stop.
            NothingToUndo: Nothing was done today that still stands.
            CannotUndo, MemberGone: As with :meth:`undo`.
        """
        with self._shop.file.work() as connection:
            if not another:
                self._ask_whether_undone(connection)
            return self._undo(
                connection, days.last_line(connection, self._today().isoformat(), self._shop.till)
            )

    # How ------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._shop.time.business_day(self._shop.now())

    def _bill(self, connection: Connection, which: UUID) -> RecordedBill:
        known = recorded_bill(connection, which)
        if known is None:
            raise BillNotFound("")
        return known

    def _return_desk(self, connection: Connection, bill: RecordedBill) -> ReturnDesk:
        shop = self._shop
        program = shop.program_of(bill.revision)
        alive_at = shop.alive_at(connection, shop.now())
        account = Account() if bill.member is None else account_of(connection, bill.member)
        person = None if bill.member is None else member_by_id(connection, bill.member)
        return ReturnDesk(
            bill,
            None if person is None else person.name,
            program,
            account,
            alive_at,
            bills.redemptions_of(connection, bill.id),
        )

    def _ask_whether_returned(self, connection: Connection, bill: UUID, part: int, returned_vnd: int) -> None:
        unsure = self._shop.unsure_ms(SAME_BILL_WITHIN)
        if unsure is None or find_record(connection, reversal_id(bill, part)) is not None:
            return
        like = returns.return_like(connection, bill, returned_vnd, since_ms=unsure[0], before_ms=unsure[1])
        if like is not None:
            raise MaybeSameReturn(UUID(bytes=like["id"]), from_ms(like["at_ms"]), returned_vnd)

    def _ask_whether_undone(self, connection: Connection) -> None:
        """Ask if what the till did last, before it stopped, was an undo: nobody may have seen it done."""
        unsure = self._shop.unsure_ms(SAME_BILL_WITHIN)
        if unsure is None:
            return
        newest = newest_record(connection, till=self._shop.till, but=_BY_ITSELF)
        if newest is None or not unsure[0] <= to_ms(newest.at) < unsure[1]:
            return
        if newest.kind in _UNDOES or (
            newest.kind == "bill_reversed" and json.loads(newest.body)["request"]["undo"]
        ):
            raise MaybeUndone(newest.at)

    def _undo(self, connection: Connection, line: DayLineRow | None) -> Undone:
        if line is None or line.undone:
            raise NothingToUndo
        act = act_of(connection, line)
        brought = Brought()
        match act.kind:
            case ActKind.BILL:
                brought = self._undo_bill(connection, line.record)
            case ActKind.RETURN:
                brought = self._undo_return(connection, line.record)
            case ActKind.GIFT:
                # It goes with what brought it.
                raise NothingToUndo
            case _:
                self._others[act.kind](connection, line.record)
        left = None
        if act.member is not None and member_by_id(connection, act.member) is not None:
            left = account_of(connection, act.member).balance
        return Undone(act, left, brought)

    def _undo_bill(self, connection: Connection, which: UUID) -> Brought:
        known = self._bill(connection, which)
        if known.whole:
            raise CannotUndo("returned")
        came_from = returns.moved_here(connection, which)
        if came_from is not None and known.returned_vnd:
            # Where it was before it would stand with all that was bought.
            raise CannotUndo("later_return")
        back = self._reverse(connection, which, known.parts + 1, None, undo=True)
        if came_from is not None:
            self._undo_return(connection, came_from.reversal)
        return back.brought

    def _reverse(
        self,
        connection: Connection,
        which: UUID,
        part: int,
        returned_vnd: int | None,
        *,
        undo: bool,
        moved_to: UUID | None = None,
    ) -> BillReversed:
        shop = self._shop
        request = {"bill": which.hex, "part": part, "returned_vnd": returned_vnd, "undo": undo}
        earlier = find_record(connection, reversal_id(which, part))
        bill = self._bill(connection, which)
        person = None if bill.member is None else member_by_id(connection, bill.member)
        name = None if person is None else person.name
        if earlier is not None:
            if json.loads(earlier.body)["request"] != request:
                raise SameIdOtherContent(earlier.id)
            brought = brought_by(connection, self._shop, bill.member, earlier.id, self._today())
            return _reversed(earlier, bill, name, brought, repeated=True)
        if part != bill.parts + 1:
            raise SameIdOtherContent(reversal_id(which, part))
        now = shop.now()
        program = shop.program_of(bill.revision)
        alive_at = shop.alive_at(connection, now)
        account: Account = Account()
        expired: tuple[Entry, ...] = ()
        counted = progress_before(connection, shop, bill.member, self._today())
        if bill.member is not None:
            bring_time(connection, shop, bill.member, self._today())
            # A gift that was due may have come with the expiry of the bill's points.
            bill = self._bill(connection, which)
            assert bill.member is not None
            account, expired = shop.settled(connection, bill.member, now=now, alive_at=alive_at)
            lost = sum(-entry.points for entry in expired if entry.reference in bill.earned_lots)
            bill = replace(bill, expired=bill.expired + lost)
        done = reverse(
            program,
            bill,
            account,
            returned_vnd=returned_vnd,
            at=now,
            alive_at=alive_at,
            shop=shop.time,
            undo=undo,
        )
        entries = (*expired, *done.entries) if bill.member is not None else ()
        counts: dict[str, object] = {}
        if bill.member is not None:
            counts = counts_back(connection, program, bill, done, self._today(), undo=undo)
        appended = shop.write(
            connection,
            "bill_reversed",
            request,
            {
                **_outcome(done),
                "entries": to_json(entries),
                "stock": self._stock_back(connection, bill, done),
                "today": self._today().isoformat(),
                "balance": post_all(account, done.entries).balance,
                **({} if moved_to is None else {"moved_to": moved_to.hex}),
                **({"units": to_json(done.units)} if done.units else {}),
                **counts,
                **beside_back(connection, program, bill, done, self._today(), undo=undo),
            },
            action=done.id,
        )
        brought = Brought()
        if bill.member is not None:
            brought = self._bring(connection, bill, done.id, counted)
        return _reversed(appended.record, bill, name, brought)

    def _bring(
        self, connection: Connection, bill: RecordedBill, act: UUID, counted: Progress | None
    ) -> Brought:
        """Record what a return, or its undoing, leaves of tiers and gifts."""
        assert bill.member is not None
        return bring_by_return(
            connection,
            self._shop,
            bill.member,
            before=counted,
            bill=bill.id,
            bill_day=self._shop.time.business_day(bill.at),
            today=self._today(),
            act=act,
        )

    def _stock_back(self, connection: Connection, bill: RecordedBill, done: Reversal) -> dict[str, int]:
        """Name the counted gifts that come back to the shelf with a bill given back whole."""
        if not done.whole:
            return {}
        program = self._shop.program_of(bill.revision)
        counted = {reward.id for reward in program.rewards if isinstance(reward, Gift) and reward.counted}
        taken = bills.redemptions_of(connection, bill.id)
        return {redemption.reward: 1 for redemption in taken if redemption.reward in counted}

    def _undo_return(self, connection: Connection, which: UUID) -> Brought:
        back = returns.reversal_by_id(connection, which)
        record = find_record(connection, which)
        if back is None or record is None or back["undone"]:
            raise NothingToUndo
        bill = self._bill(connection, UUID(bytes=back["bill"]))
        if back["part"] != returns.last_part(connection, bill.id):
            raise CannotUndo("later_return")
        if bill.member is not None and member_by_id(connection, bill.member) is None:
            raise MemberGone
        shop = self._shop
        if back["whole"] and bills.number_is_used_again(connection, bill.id):
            raise CannotUndo("number_used_again")
        came = json.loads(record.body)["outcome"]
        entries: tuple[Entry, ...] = ()
        outcome: dict[str, object] = {
            "stock": {reward: -by for reward, by in came.get("stock", {}).items()},
            **({"units": came["units"]} if "units" in came else {}),
            **counts_again(connection, came, self._today()),
        }
        counted = progress_before(connection, shop, bill.member, self._today())
        if bill.member is not None:
            bring_time(connection, shop, bill.member, self._today(), with_gifts=False)
            now = shop.now()
            alive_at = shop.alive_at(connection, now)
            account, expired = shop.settled(connection, bill.member, now=now, alive_at=alive_at)
            did = from_json(came["entries"], tuple[Entry, ...])
            earned_until = shop.program_of(bill.revision).expiry.expires_at(bill.at, shop.time)
            undone = undo_return(
                account,
                which,
                did,
                earned_at=bill.at,
                earned_until=earned_until,
                at=now,
                alive_at=alive_at,
            )
            entries = (*expired, *undone.entries)
            if undone.spent:
                outcome["spent"] = to_json(undone.spent)
        outcome["entries"] = to_json(entries)
        shop.write(
            connection,
            "reversal_undone",
            {"reversal": which.hex},
            outcome,
            action=return_undone(which),
        )
        if bill.member is None:
            return Brought()
        return self._bring(connection, bill, return_undone(which), counted)


class _GivenUp(Exception):
    """Ends a transaction that was only to be looked at."""

    def __init__(self, foreseen: BillReversed) -> None:
        super().__init__()
        self.foreseen = foreseen


def _outcome(done: Reversal) -> dict[str, object]:
    return {
        "returned_vnd": done.returned_vnd,
        "refund_vnd": done.refund_vnd,
        "taken_back": done.taken_back,
        "forgiven": done.forgiven,
        "given_back": done.given_back,
        "carry_delta": str(done.carry_delta),
        "whole": done.whole,
    }


def _reversed(
    record: Record, bill: RecordedBill, name: str | None, brought: Brought, *, repeated: bool = False
) -> BillReversed:
    came = json.loads(record.body)["outcome"]
    back = from_json(came.get("vouchers_back", {}), VouchersBack)
    return BillReversed(
        record.id,
        bill.id,
        bill.member,
        name,
        bill.number,
        came["returned_vnd"],
        came["refund_vnd"],
        came["taken_back"],
        came["given_back"],
        came["balance"] + brought.points,
        came["whole"],
        repeated,
        brought,
        from_json(came.get("unit_moves", []), tuple[UnitMove, ...]),
        len(back.taken),
        len(back.given),
    )
