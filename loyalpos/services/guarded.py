"""Who is at the till, and what not everybody may do: the door in front of guarded use cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from uuid import UUID

from loyalpos.engine.staff import Approval, OwnBills, Person, Right, StaffRules
from loyalpos.errors import NotAllowed, OwnBill

__all__ = ["Guarded"]


class Guarded:
    """A shop as far as it matters who is at the till; what it knows of its people is read elsewhere."""

    def __init__(self, *, called: str) -> None:
        self._called = called
        self._at_work: UUID | None = None
        self._approvals: ContextVar[tuple[Approval, ...]] = ContextVar("approvals", default=())

    @property
    def staff(self) -> tuple[Person, ...]:
        """Everybody who works or ever worked here."""
        raise NotImplementedError

    @property
    def staff_rules(self) -> StaffRules:
        """What the owner wants of the people at the till."""
        raise NotImplementedError

    def named(self, who: str) -> str:
        """Give the name of whoever a record says did it; older records bear the name itself."""
        return next((person.name for person in self.staff if person.id.hex == who), who)

    @property
    def asks_who(self) -> bool:
        """Whether somebody has a PIN, so that it matters who is at the till."""
        return any(person.has_pin for person in self.staff)

    @property
    def at_work(self) -> Person | None:
        """Who has typed their PIN at this till, or None."""
        if self._at_work is None:
            return None
        return next((one for one in self.staff if one.id == self._at_work and one.has_pin), None)

    @property
    def who(self) -> str:
        """What records bear: the id of whoever is at work, or the name said where nobody has a PIN."""
        if not self.asks_who:
            return self._called
        person = self.at_work
        return "" if person is None else person.id.hex

    @who.setter
    def who(self, called: str) -> None:
        self._called = called

    @property
    def called(self) -> str:
        """What whoever is at the till is called, for the screen; ``""`` where nobody is there."""
        if not self.asks_who:
            return self._called
        person = self.at_work
        return "" if person is None else person.name

    def sign_in(self, person: UUID | None) -> None:
        """Let somebody be at work from now on whose PIN was right, or nobody."""
        self._at_work = person

    def demand(self, right: Right) -> None:
        """Go on only where whoever is at the till may do something, or somebody who may has approved it.

        A shop in which nobody has a PIN allows everything.

        Raises:
            NotAllowed: Neither is so.
        """
        if not self.asks_who or (self.at_work is not None and self.at_work.may(right)):
            return
        if not any(one.right is right and one.by.may(right) for one in self._approvals.get()):
            raise NotAllowed(right)

    def approval_for(self, right: Right) -> Approval | None:
        """Give the approval under which something may be done here and now; None where none is needed.

        Whoever keeps it may go on with it later, for what was asked about.

        Raises:
            NotAllowed: Nobody who may has agreed.
        """
        self.demand(right)
        return next((one for one in self._approvals.get() if one.right is right), None)

    def demand_not_own(self, member: UUID | None) -> bool:
        """Tell whether a member is the person at the till, where that person may earn or has an approval.

        Raises:
            OwnBill: The owner wants it approved by somebody else, and nobody has.
        """
        person = self.at_work
        if person is None or member is None or person.member != member:
            return False
        if self.staff_rules.own_bills is OwnBills.REFUSE:
            # Whoever lets many points be spent has not been told whose account it is.
            others = [one.by for one in self._approvals.get() if one.right is Right.ADJUST]
            if not any(one.id != person.id and one.may(Right.ADJUST) for one in others):
                raise OwnBill(Right.ADJUST)
        return True

    @contextmanager
    def approved(self, approval: Approval | None) -> Iterator[None]:
        """Let what runs inside, in this thread, be done with somebody's approval; its records say whose.

        What needs two rights is run with one approval inside the other.
        """
        token = self._approvals.set((*self._approvals.get(), *(() if approval is None else (approval,))))
        try:
            yield
        finally:
            self._approvals.reset(token)

    def approved_by(self) -> dict[str, object]:
        """Give what a record says of who approved it; nothing where nobody was asked."""
        approvals = self._approvals.get()
        return {"approved_by": approvals[0].by.id.hex} if approvals else {}

    def demand_for_points(self, points: int) -> None:
        """Go on only where so many points may be redeemed at once.

        Raises:
            NotAllowed: They are more than the owner lets everybody redeem.
        """
        most = self.staff_rules.redeem_above
        if most is not None and points > most:
            self.demand(Right.REDEEM_ABOVE)

    def demand_for_age(self, at: datetime, now: datetime) -> None:
        """Go on only where a bill of a time may be taken back.

        Raises:
            NotAllowed: It is older than the owner lets everybody take back.
        """
        days = self.staff_rules.old_return_days
        if days is not None and (now - at).days >= days:
            self.demand(Right.OLD_RETURN)
