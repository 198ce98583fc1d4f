"""Returns, undo and moves: taking back exactly what was given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from loyalpos.engine.acts import Act, ActKind, BillRecorded, BillReversed, ReturnDesk, Undone
from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.brought import Brought
from loyalpos.engine.ledger import Account
from loyalpos.engine.program import PartPaid
from loyalpos.errors import BillNotFound, CannotUndo, NothingToReturn, NothingToUndo
from loyalpos.services.bill_again import let_stand_again
from loyalpos.services.bill_back import known_bill, take_bill_back
from loyalpos.services.counter import Counter
from loyalpos.services.foreseen import foreseen
from loyalpos.services.recorded import with_inputs
from loyalpos.services.shop import Shop
from loyalpos.services.unsure import ask_whether_returned, ask_whether_undone
from loyalpos.store import bills, days, returns
from loyalpos.store.days import DayLineRow
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record
from loyalpos.store.ledger import account_of
from loyalpos.store.members import member_by_id
from loyalpos.store.views import act_of, acts_of_day
from loyalpos.store.vouchers import vouchers_used_in

if TYPE_CHECKING:
    from loyalpos.services.payments import Payments

__all__ = ["Returns"]


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
            return self._return_desk(connection, known_bill(connection, bill))

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
            NotAllowed: It is older than whoever is at the till may take back.
        """
        with self._shop.file.work() as connection:
            self._demand(connection, bill)
            if returned_vnd is not None and not another:
                ask_whether_returned(connection, self._shop, bill, part, returned_vnd)
            back = take_bill_back(connection, self._shop, bill, part, returned_vnd, undo=False)
            return self._settled(connection, back)

    def foresee(self, bill: UUID, returned_vnd: int | None) -> BillReversed:
        """Say what a return would do, with all that would come and go with it; nothing of it is kept.

        It is done in a transaction that is given up, so that what is said is what would be.

        Raises:
            NothingToReturn, ReturnTooLarge, BillNotFound: As with :meth:`return_bill`.
        """

        def take_back(connection: Connection) -> BillReversed:
            known = known_bill(connection, bill)
            back = take_bill_back(connection, self._shop, bill, known.parts + 1, returned_vnd, undo=False)
            return self._settled(connection, back)

        return foreseen(self._shop, take_back)

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
            known = known_bill(connection, bill)
            self._shop.demand_for_age(known.at, self._shop.now())
            if find_record(connection, action) is None:
                if bills.redemptions_of(connection, bill) or vouchers_used_in(connection, bill):
                    raise CannotUndo("has_rewards")
                if known.whole:
                    raise NothingToReturn(bill)
                if known.returned_vnd:
                    raise CannotUndo("partly_returned")
                if known.paid_vnd != known.paid_first_vnd:
                    raise CannotUndo("later_payment")
                take_bill_back(
                    connection, self._shop, bill, known.parts + 1, None, undo=True, moved_to=action
                )
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
                ask_whether_undone(connection, self._shop)
            return self._undo(
                connection, days.last_line(connection, self._today().isoformat(), self._shop.till)
            )

    # How ------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._shop.time.business_day(self._shop.now())

    def _demand(self, connection: Connection, which: UUID) -> None:
        if self._shop.asks_who:
            self._shop.demand_for_age(known_bill(connection, which).at, self._shop.now())

    @property
    def _settles(self) -> bool:
        """Whether a return may leave a bill paid that has earned nothing yet."""
        return self._shop.ever(lambda program: program.part_paid is PartPaid.WHEN_PAID)

    def _settled(self, connection: Connection, back: BillReversed) -> BillReversed:
        return self._payments().settle_in(connection, back) if self._settles else back

    def _payments(self) -> Payments:
        from loyalpos.services.payments import Payments  # noqa: PLC0415 - few shops sell so

        return Payments(self._shop)

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

    def _undo(self, connection: Connection, line: DayLineRow | None) -> Undone:
        if line is None or line.undone:
            raise NothingToUndo
        act = act_of(connection, line)
        brought = Brought()
        match act.kind:
            case ActKind.BILL:
                brought = self._undo_bill(connection, line.record)
            case ActKind.RETURN:
                if self._settles:
                    self._payments().unsettle_in(connection, line.record)
                brought = let_stand_again(connection, self._shop, line.record)
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
        known = known_bill(connection, which)
        self._shop.demand_for_age(known.at, self._shop.now())
        if known.whole:
            raise CannotUndo("returned")
        came_from = returns.moved_here(connection, which)
        if came_from is not None and known.returned_vnd:
            # Where it was before it would stand with all that was bought.
            raise CannotUndo("later_return")
        if came_from is not None and known.paid_vnd != known.paid_first_vnd:
            # There nobody would know that it was paid.
            raise CannotUndo("later_payment")
        back = take_bill_back(connection, self._shop, which, known.parts + 1, None, undo=True)
        if came_from is not None:
            let_stand_again(connection, self._shop, came_from.reversal)
        return back.brought
