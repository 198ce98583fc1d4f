"""What the rules say no to in a bill, its payments, its return and its undoing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loyalpos.errors.fates import Refusal

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

__all__ = [
    "AmountTooLarge",
    "BillInFuture",
    "BillNotFound",
    "BillTooOld",
    "BillWithoutMember",
    "CannotUndo",
    "MaybeSameBill",
    "MaybeSamePayment",
    "MaybeSameReturn",
    "MaybeUndone",
    "NotPaidInParts",
    "NothingToReturn",
    "NothingToUndo",
    "NumberTaken",
    "OwnerToAsk",
    "PaymentTooLarge",
    "ReturnTooLarge",
    "SameIdOtherContent",
    "TendersTooLarge",
]


class NumberTaken(Refusal):
    """The receipt number is that of another bill of the same numbering period."""

    def __init__(
        self, number: str, bill: UUID, at: datetime, total_vnd: int, member_name: str | None
    ) -> None:
        super().__init__(number, bill, at, total_vnd, member_name)
        self.number = number
        self.bill = bill
        self.at = at
        self.total_vnd = total_vnd
        self.member_name = member_name


class MaybeSameBill(Refusal):
    """After an unclean stop: this member and amount were recorded minutes ago; is it the same bill?"""

    def __init__(self, bill: UUID, at: datetime, total_vnd: int, points: int) -> None:
        super().__init__(bill, at, total_vnd, points)
        self.bill = bill
        self.at = at
        self.total_vnd = total_vnd
        self.points = points


class OwnerToAsk(Refusal):
    """A bill goes over budgets that ask the owner first, and nobody has said what the owner wants.

    ``budgets`` are ids and names; ``points`` is what the bill would not give without them.
    """

    def __init__(self, budgets: tuple[tuple[str, str], ...], points: int) -> None:
        super().__init__(budgets, points)
        self.budgets = budgets
        self.points = points


class MaybeSameReturn(Refusal):
    """After an unclean stop: so much of this bill was returned minutes ago; is it the same return?"""

    def __init__(self, reversal: UUID, at: datetime, returned_vnd: int) -> None:
        super().__init__(reversal, at, returned_vnd)
        self.reversal = reversal
        self.at = at
        self.returned_vnd = returned_vnd


class MaybeSamePayment(Refusal):
    """After an unclean stop: so much of this bill was paid minutes ago; is it the same payment?"""

    def __init__(self, payment: UUID, at: datetime, amount_vnd: int) -> None:
        super().__init__(payment, at, amount_vnd)
        self.payment = payment
        self.at = at
        self.amount_vnd = amount_vnd


class MaybeUndone(Refusal):
    """After an unclean stop: the last thing done then was an undo; is this one more?"""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


class SameIdOtherContent(Refusal):
    """An action id was used before, for something else; the first stays."""

    def __init__(self, action: UUID) -> None:
        super().__init__(action)
        self.action = action


class AmountTooLarge(Refusal):
    """An amount is above what a bill can be."""

    def __init__(self, amount_vnd: int, limit_vnd: int) -> None:
        super().__init__(amount_vnd, limit_vnd)
        self.amount_vnd = amount_vnd
        self.limit_vnd = limit_vnd


class BillInFuture(Refusal):
    """A bill is dated after now."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


class BillTooOld(Refusal):
    """A bill is dated further back than the till takes in."""

    def __init__(self, day: date, earliest: date) -> None:
        super().__init__(day, earliest)
        self.day = day
        self.earliest = earliest


class BillNotFound(Refusal):
    """No bill has this number."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class BillWithoutMember(Refusal):
    """Rewards can only be taken by a member."""


class NothingToReturn(Refusal):
    """The bill has been returned or undone already."""

    def __init__(self, bill: UUID) -> None:
        super().__init__(bill)
        self.bill = bill


class ReturnTooLarge(Refusal):
    """More is returned than is left of the bill."""

    def __init__(self, left_vnd: int, wanted_vnd: int) -> None:
        super().__init__(left_vnd, wanted_vnd)
        self.left_vnd = left_vnd
        self.wanted_vnd = wanted_vnd


class NothingToUndo(Refusal):
    """This till has done nothing today that could be undone."""


class CannotUndo(Refusal):
    """Something later stands on what is to be undone; ``why`` names it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class TendersTooLarge(Refusal):
    """What several tenders are said to pay comes to more than the customer pays."""

    def __init__(self, due_vnd: int, parts_vnd: int) -> None:
        super().__init__(due_vnd, parts_vnd)
        self.due_vnd = due_vnd
        self.parts_vnd = parts_vnd


class PaymentTooLarge(Refusal):
    """More is to be paid than is open of a bill, or nothing."""

    def __init__(self, open_vnd: int, paid_vnd: int) -> None:
        super().__init__(open_vnd, paid_vnd)
        self.open_vnd = open_vnd
        self.paid_vnd = paid_vnd


class NotPaidInParts(Refusal):
    """A bill is to be paid in parts, and the program of its day, or a bill of nobody, knows no such bill."""
