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
    born: int = 0


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
    day: date = date.min
    bonus: int = 0
    left_vnd: int = 0  # what the month had left for visits when it came
    cost_vnd: int = 0  # what of that it used
    stands: bool = True


@dataclass
class Account:
    balance: int = 0
    debt: int = 0
    carry: Fraction = Fraction(0)
    lots: list[Lot] = field(default_factory=list)  # oldest first


class Model:
    """A shop with one rule: so many points for every so many đồng, rounded down.

    It may have a bonus for a member's first bill of a day, and points for every visit while what all
    members got by that in the month is below a budget; every bill that stands is worth a stamp. The budget
    pays for the visits' share of a whole point made of remainders too, and what it cannot pay is not given.
    """

    def __init__(
        self,
        today: date,
        per_vnd: int,
        points: int = 1,
        minimum: int = 0,
        carried: bool = False,
        life_days: int | None = None,
        bonus: int = 0,
        visit: int = 0,
        visits_a_month_vnd: int = 0,
        point_vnd: int = 100,
        goals: tuple[tuple[str, int, int], ...] = (),
    ) -> None:
        self.today, self.rate, self.minimum, self.carried = today, Fraction(points, per_vnd), minimum, carried
        self.life_days = life_days
        self.bonus, self.visit = bonus, visit
        self.visits_a_month_vnd, self.point_vnd = visits_a_month_vnd, point_vnd
        self.accounts: dict[Any, Account] = {}
        self.bills: dict[Any, Bill] = {}
        self.goals = goals  # ("visits" or "paid", from how much on, points)
        self.gifts: dict[tuple[Any, int], Lot] = {}
        self.born = 0

    def enrol(self, member: Any, welcome: int = 0) -> None:
        self.accounts[member] = Account()
        self._earn(self.accounts[member], welcome, self._life())

    def bill(self, member: Any, bill_id: Any, total: int, spend: tuple[int, int] = (0, 0)) -> int:
        """Spend (points, their worth in đồng), then earn on the money part; says the points earned."""
        account, (spent_points, off) = self.accounts[member], spend
        spent = self._eat(account, spent_points)
        # Whoever takes a reward and buys nothing has not come to buy.
        bonus, left_vnd = self._extra(member) if total else (0, 0)
        points, carry, cost_vnd = self._worth(total - off, account.carry, bonus, left_vnd)
        lot = self._earn(account, points, self._life())
        self.bills[bill_id] = Bill(
            member,
            total,
            off,
            account.carry,
            spent,
            lot,
            points,
            carry,
            0,
            self.today,
            bonus,
            left_vnd,
            cost_vnd,
        )
        self.bills[bill_id].stands = bool(total)
        account.carry += carry
        self._look_at_goals(member)
        return points

    def reverse(self, bill_id: Any, amount: int | None = None) -> None:
        """Give back part of a bill, or with no amount all that is left of it and the points spent on it."""
        bill = self.bills[bill_id]
        account = self.accounts[bill.member]
        bill.total -= amount or 0
        points, carry = 0, Fraction(0)
        if amount is None or not bill.total:
            bill.total, bill.stands = 0, False
        else:
            base = max(0, bill.total - bill.off)
            points, carry, bill.cost_vnd = self._worth(base, bill.carry_in, bill.bonus, bill.left_vnd)
        taken, bill.points = bill.points - points, points
        account.carry += carry - bill.carry
        bill.carry = Fraction(carry)
        for lot, spent in [] if bill.stands else bill.spent:
            until = lot.until and max(lot.until, self.today + timedelta(days=7))
            self._earn(account, spent, until)
        # What expired of the bill's own lot is gone already and not taken a second time.
        gone = min(taken, bill.lot.expired - bill.forgiven)
        bill.forgiven += gone
        self._eat(account, taken - gone, bill.lot)
        self._look_at_goals(bill.member)

    def merge(self, stays: Any, goes: Any) -> None:
        """Make one of two members: what either owes is paid by what the other has."""
        both, other = self.accounts[stays], self.accounts.pop(goes)
        both.balance += other.balance
        both.debt += other.debt
        both.carry += other.carry
        both.lots = sorted(both.lots + other.lots, key=lambda lot: lot.born)
        for lot in sorted(both.lots, key=lambda lot: lot.until or date.max):
            paid = min(both.debt, lot.rest)
            lot.rest, both.debt = lot.rest - paid, both.debt - paid
        for bill in self.bills.values():
            bill.member = stays if bill.member == goes else bill.member

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

    def stamps(self, member: Any) -> int:
        return sum(int(bill.stands) for bill in self.bills.values() if bill.member == member)

    def _look_at_goals(self, member: Any) -> None:
        standing = [bill for bill in self.bills.values() if bill.member == member and bill.stands]
        come_to = {"visits": len(standing), "paid": sum(max(0, bill.total - bill.off) for bill in standing)}
        for number, (what, at, points) in enumerate(self.goals):
            lot = self.gifts.get((member, number))
            if come_to[what] >= at and lot is None:
                self.gifts[member, number] = self._earn(self.accounts[member], points, self._life())
            elif come_to[what] < at and lot is not None:
                self._eat(self.accounts[member], points - lot.expired, lot)
                del self.gifts[member, number]

    def _extra(self, member: Any) -> tuple[int, int]:
        """Say what a bill of today brings by its day, and what the month has left for its visit."""
        standing = [bill for bill in self.bills.values() if bill.stands]
        had = any(bill.bonus for bill in standing if (bill.member, bill.day) == (member, self.today))
        month = (self.today.year, self.today.month)
        gone = sum(bill.cost_vnd for bill in standing if (bill.day.year, bill.day.month) == month)
        return 0 if had else self.bonus, max(0, self.visits_a_month_vnd - gone)

    def _life(self) -> date | None:
        return None if self.life_days is None else self.today + timedelta(days=self.life_days)

    def _worth(self, base: int, carry_in: Fraction, bonus: int, left_vnd: int) -> tuple[int, Fraction, int]:
        """Say the points, what they add to the remainder, and what they cost the month of visits."""
        asked = self.visit if left_vnd else 0
        if base < self.minimum and not bonus and not asked:
            return 0, Fraction(0), 0
        visit = min(asked, left_vnd // self.point_vnd)
        by_amount = base * self.rate if base >= self.minimum else Fraction(0)
        exact = by_amount + bonus + visit
        points = max(0, (exact + carry_in if self.carried else exact).__floor__())
        carry = exact - points if self.carried else Fraction(0)
        cost_vnd = visit * self.point_vnd
        # Whole points made of remainders are the visits' as far as what they asked for goes.
        made = points - by_amount.__floor__() - bonus - visit
        if made > 0 and asked:
            share = made * asked / (by_amount + asked)
            lost = max(0, (share - Fraction(left_vnd - cost_vnd, self.point_vnd)).__ceil__())
            points -= lost
            if made > lost:
                cost_vnd += (max(Fraction(0), share - lost) * self.point_vnd).__ceil__()
        return points, carry, cost_vnd

    def _earn(self, account: Account, points: int, until: date | None) -> Lot:
        paid = min(points, account.debt)
        account.balance, account.debt = account.balance + points, account.debt - paid
        self.born += 1
        account.lots.append(Lot(until, points - paid, born=self.born))
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
