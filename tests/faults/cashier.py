"""A cashier at the services: does an act, and after a stop does it again without knowing how it ended."""

from __future__ import annotations

from uuid import UUID

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill, Taken
from loyalpos.engine.members import Enrolment
from loyalpos.engine.phones import Phone
from loyalpos.errors import MaybeSameBill, NotEnoughPoints, PhoneTaken, RewardNotTakeable
from loyalpos.services.till import Till
from tests.faults.notebook import Act, Line
from tests.shops import CONSENT

__all__ = ["Cashier"]


class Cashier:
    """This scans, types and presses Enter as the counter's window does, at the services.

    Attributes:
        asked: How often the till asked whether it is the bill recorded before the stop.
    """

    def __init__(self, till: Till, *, is_protected: bool = True) -> None:
        """Stand at a till.

        Args:
            is_protected: False takes the kept id and the question away, to show that doubles are seen.
        """
        self._till = till
        self._is_protected = is_protected
        self.asked = 0

    def do(self, act: Act) -> bool:
        """Do an act; False if the rules said no and nothing is in the books of it."""
        match act.kind:
            case "bill":
                return self._bill(act)
            case "return":
                bill = self._till.returns.desk(self._bill_of(act)).bill
                # Whoever comes here has seen how much of it came back before.
                self._till.returns.return_bill(bill.id, bill.parts + 1, act.back_vnd or None, another=True)
            case "undo":
                self._till.returns.undo(self._bill_of(act))
            case "enrol":
                who = Enrolment(Phone(act.phone), "Lê Thị Hoa", consents=(CONSENT,))
                self._till.members.enrol(self._till.shop.outside.new_id(), who)
        return True

    def repeat(self, act: Act, known: Line | None) -> bool:
        """Do an act again that was not acknowledged, as somebody who sees the books but not the past.

        Args:
            known: How the bill stood before the act, as far as the cashier knows.

        Returns:
            False if the rules said no and nothing is in the books of it.
        """
        match act.kind:
            case "bill":
                try:
                    return self.do(act)
                except MaybeSameBill:
                    # Enter: the same bill, add nothing.
                    self.asked += 1
                    return True
            case "enrol":
                try:
                    return self.do(act)
                except PhoneTaken:
                    return True
            case _:
                # The bill is shown with what came back of it already, and the day's list strikes it out.
                bill = self._till.returns.desk(self._bill_of(act)).bill
                assert known is not None
                if bill.parts > known.parts:
                    return True
                return self.do(act)

    def _bill(self, act: Act) -> bool:
        till = self._till
        member = None if not act.card else till.members.by_code(act.card).member
        assert not act.card or member is not None
        desk = till.counter.desk(member)
        taken = (Taken(act.reward),) if act.reward else ()
        action = desk.action
        if self._is_protected:
            till.counter.keep_draft(member, action)
        else:
            action = till.shop.outside.new_id()
        try:
            till.counter.record_bill(
                action, member, Bill(act.amount_vnd), taken, another=not self._is_protected
            )
        except (NotEnoughPoints, RewardNotTakeable):
            return False
        return True

    def _bill_of(self, act: Act) -> UUID:
        """Find a bill in the day's list by its total."""
        acts = self._till.returns.acts(most=100_000)
        return next(
            line.record for line in acts if line.kind is ActKind.BILL and line.total_vnd == act.amount_vnd
        )
