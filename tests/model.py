"""An independent model of the ledger, written from the blueprint and importing nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any


@dataclass
class Lot:
    until: date | None  # the last day these points are good
    rest: int
    expired: int = 0


@dataclass
class Bill:
    member: Any
    total: int
    off: int  # paid with points, in đồng
    carry_in: Fraction
    spent: list[tuple[Lot, int]]
    lot: Lot
    points: int  # what still stands of its points and of what it added to the remainder
    carry: Fraction
    forgiven: int = 0


@dataclass
class Account:
    balance: int = 0
    debt: int = 0
    carry: Fraction = Fraction(0)
    lots: list[Lot] = field(default_factory=list)  # oldest first


class Model:
    """A shop with one rule: so many points for every so many đồng, rounded down."""

    def __init__(
        self,
        today: date,
        per_vnd: int,
        points: int = 1,
        minimum: int = 0,
        carried: bool = False,
        life_days: int | None = None,
    ) -> None:
        self.today, self.rate, self.minimum, self.carried = today, Fraction(points, per_vnd), minimum, carried
        self.life_days = life_days
        self.accounts: dict[Any, Account] = {}
        self.bills: dict[Any, Bill] = {}

    def enrol(self, member: Any, welcome: int = 0) -> None:
        self.accounts[member] = Account()
        self._earn(self.accounts[member], welcome, self._life())

    def bill(self, member: Any, bill_id: Any, total: int, spend: tuple[int, int] = (0, 0)) -> int:
        """Spend (points, their worth in đồng), then earn on the money part; says the points earned."""
        account, (spent_points, off) = self.accounts[member], spend
        spent = self._eat(account, spent_points)
        points, carry = self._worth(total - off, account.carry)
        self.bills[bill_id] = Bill(
            member, total, off, account.carry, spent, self._earn(account, points, self._life()), points, carry
        )
        account.carry += carry
        return points

    def reverse(self, bill_id: Any, amount: int | None = None) -> None:
        """Give back part of a bill, or with no amount all that is left of it and the points spent on it."""
        bill = self.bills[bill_id]
        account = self.accounts[bill.member]
        bill.total = 0 if amount is None else bill.total - amount
        points, carry = self._worth(max(0, bill.total - bill.off), bill.carry_in) if bill.total else (0, 0)
        taken, bill.points = bill.points - points, points
        account.carry += carry - bill.carry
        bill.carry = Fraction(carry)
        for lot, spent in [] if bill.total else bill.spent:
            until = lot.until and max(lot.until, self.today + timedelta(days=7))
            self._earn(account, spent, until)
        # What expired of the bill's own lot is gone already and not taken a second time.
        gone = min(taken, bill.lot.expired - bill.forgiven)
        bill.forgiven += gone
        self._eat(account, taken - gone, bill.lot)

    def tick(self, today: date) -> None:
        """Open a day: what was good until an earlier one is gone."""
        self.today = today
        for account in self.accounts.values():
            for lot in account.lots:
                if lot.until and lot.until < today:
                    account.balance -= lot.rest
                    lot.expired, lot.rest = lot.expired + lot.rest, 0

    def balance(self, member: Any) -> int:
        return self.accounts[member].balance

    def _life(self) -> date | None:
        return None if self.life_days is None else self.today + timedelta(days=self.life_days)

    def _worth(self, base: int, carry_in: Fraction) -> tuple[int, Fraction]:
        if base < self.minimum:
            return 0, Fraction(0)
        exact = base * self.rate
        points = max(0, (exact + carry_in if self.carried else exact).__floor__())
        return points, exact - points if self.carried else Fraction(0)

    def _earn(self, account: Account, points: int, until: date | None) -> Lot:
        paid = min(points, account.debt)
        account.balance, account.debt = account.balance + points, account.debt - paid
        account.lots.append(Lot(until, points - paid))
        return account.lots[-1]

    def _eat(self, account: Account, points: int, first: Lot | None = None) -> list[tuple[Lot, int]]:
        account.balance -= points
        eaten = []
        for lot in sorted(account.lots, key=lambda lot: (lot is not first, lot.until or date.max)):
            bite = min(points, lot.rest)
            lot.rest, points = lot.rest - bite, points - bite
            eaten += [(lot, bite)] if bite else []
        account.debt += points
        return eaten
