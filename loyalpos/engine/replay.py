"""A replay: one member's bills, redemptions and returns worked out anew under a program, without any file.

It is what a case is tried with, and a shop's past: the same functions decide as at the counter. Days go by
as if the till had opened on each of them, so that points expire, tiers fall and gifts are given in time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.bills import Bill
from loyalpos.engine.brought import GiftKind, kind_of
from loyalpos.engine.limits import limited_in
from loyalpos.engine.occasions import Gives, SurveyGift
from loyalpos.engine.plans import PlanState, state_of
from loyalpos.engine.points_end import gives_points
from loyalpos.engine.program import Program
from loyalpos.engine.replay_bill_book import BillBook
from loyalpos.engine.replay_counts import Books, Counts
from loyalpos.engine.replay_fees import FeeBook
from loyalpos.engine.replay_gifts import GiftBox, Seen
from loyalpos.engine.replay_memberships import MembershipBook
from loyalpos.engine.replay_purse import Handed, Purse
from loyalpos.engine.replay_steps import (
    BillStep,
    EndStep,
    JoinStep,
    LookStep,
    Opening,
    Outcome,
    PayStep,
    RedeemStep,
    ReturnStep,
    SellStep,
    Step,
    SurveyStep,
)
from loyalpos.engine.replay_tiers import TierWalk
from loyalpos.engine.times import ShopTime
from loyalpos.errors import SurveyNotPaid

__all__ = ["Replay"]

_A_DAY = timedelta(days=1)


class _Brought(Struct):
    """What time and reaching something have brought since the step before."""

    gifts: list[str] = field(default_factory=list)
    points: int = 0
    expired: int = 0


class Replay:
    """One member under one program; :meth:`step` is called in the order of time."""

    def __init__(self, program: Program, opening: Opening, books: Books, shop: ShopTime) -> None:
        self._program = program
        self._opening = opening
        self._books = books
        self._shop = shop
        self._purse = Purse(program, opening, shop)
        self._tiers = TierWalk(program.tiers, opening)
        self._gifts = GiftBox(program, opening)
        counts = Counts(limited_in(program))
        self._memberships = MembershipBook(program, opening, FeeBook(program, self._purse, books, counts))
        self._kinds = {one.id: kind_of(one) for one in program.occasions}
        self._pending = _Brought()
        self._answered: set[str] = set()
        self._day: date | None = None
        self._bills = BillBook(
            program,
            opening,
            books,
            shop,
            counts=counts,
            purse=self._purse,
            tiers=self._tiers,
            memberships=self._memberships,
        )

    def step(self, step: Step) -> Outcome:
        """Let time go on to a step, do it, and tell how the member stands.

        Args:
            step: Of the same time as the step before, or later.
        """
        day = self._shop.business_day(step.at)
        brought, self._pending = self._pending, _Brought()
        self._go_on(day, step.at, brought, is_joining=isinstance(step, JoinStep))
        came: dict[str, Any]
        match step:
            case BillStep():
                came = self._bills.bill(step, day)
            case RedeemStep():
                came = self._bills.bill(BillStep(step.at, Bill(0), step.name, step.taken), day)
            case ReturnStep():
                came = self._bills.come_back(step, day)
            case PayStep():
                came = self._bills.pay(step, day)
            case SellStep():
                came = self._memberships.sell(step, day, lambda: self._bills.standing(step.at, day))
            case EndStep():
                came = self._memberships.end(step, day)
            case SurveyStep():
                came = self._answer(step, day, brought)
            case JoinStep() | LookStep():
                came = {}
        self._settle(step, day, brought)
        return Outcome(at=step.at, day=day, **came, **self._standing_now(step.at, day, brought))

    # Friends --------------------------------------------------------------------------------------

    @property
    def standing_vnd(self) -> Mapping[str, int]:
        """What is paid for each bill that was not wholly returned, by its name."""
        return self._bills.standing_vnd

    def give(self, occasion: str, gives: Gives, at: datetime) -> Handed:
        """Let time go on, and give what a friend's bill brings; it is told with the next step."""
        day = self._shop.business_day(at)
        self._go_on(day, at, self._pending, is_joining=False)
        handed = self._hand(GiftKind.REFERRAL, occasion, gives, at, day)
        if handed.is_given:
            self._pending.gifts.append(occasion)
        self._pending.points += handed.gives.points
        return handed

    def take_back(self, occasion: str, handed: Handed, at: datetime) -> None:
        """Let time go on, and take back what a friend's bill had brought."""
        self._go_on(self._shop.business_day(at), at, self._pending, is_joining=False)
        if handed.is_given:
            self._pending.gifts.append(occasion)
        self._pending.points -= self._take_gift(handed, at)

    def told(self, outcome: Outcome) -> Outcome:
        """Tell with a step what it brought through friends."""
        more, self._pending = self._pending, _Brought()
        more.gifts[:0] = outcome.gifts
        more.points += outcome.gift_points
        more.expired += outcome.expired_points
        return replace(outcome, **self._standing_now(outcome.at, outcome.day, more))

    def _standing_now(self, at: datetime, day: date, brought: _Brought) -> dict[str, Any]:
        purse = self._purse
        return {
            "gifts": tuple(brought.gifts),
            "gift_points": brought.points,
            "expired_points": brought.expired,
            "balance": purse.account.balance,
            "spendable": purse.spendable(at),
            "remainder": purse.account.carry,
            "tier": self._tiers.tier,
            "units": {unit: count for unit, count in sorted(purse.units.items()) if count},
            "vouchers": purse.good_vouchers(day),
            "memberships": self._memberships.last_days(day),
        }

    # Time -----------------------------------------------------------------------------------------

    def _go_on(self, day: date, at: datetime, brought: _Brought, *, is_joining: bool) -> None:
        """Open every business day up to that of a step."""
        if self._day is None:
            self._begin(day, at, brought, is_welcomed=is_joining)
            first = day
        elif self._gifts.by_time or self._tiers.has_tiers:
            first = self._day + _A_DAY
        else:
            first = max(self._day + _A_DAY, day)
        while first <= day:
            opens = at if first == day else self._shop.day_begins(first)
            brought.expired += self._purse.expire(opens)
            self._give_tiers(self._tiers.open(first), first, opens, brought)
            self._give_due(first, opens, brought)
            first += _A_DAY
        brought.expired += self._purse.expire(at)
        self._day = day

    def _begin(self, day: date, at: datetime, brought: _Brought, *, is_welcomed: bool) -> None:
        if self._bills.joined > day or is_welcomed:
            self._bills.joined = day
        self._gifts.begin(day, self._bills.totals, is_welcomed=is_welcomed)
        for kind, count in self._opening.vouchers.items():
            self._purse.issue(kind, count, day)
        if is_welcomed and self._program.welcome_points and self._gives_points(day):
            welcome = Gives(points=self._program.welcome_points)
            brought.points += self._hand(GiftKind.WELCOME, "", welcome, at, day).gives.points

    def _settle(self, step: Step, day: date, brought: _Brought) -> None:
        """Give what the step has brought about: tiers and milestones, or take them back."""
        at = step.at
        self._give_tiers(self._tiers.judge(day), day, at, brought)
        for occasion, handed in self._gifts.below(self._seen()):
            if handed.is_given:
                brought.gifts.append(occasion)
            brought.points -= self._take_gift(handed, at)
        self._give_due(day, at, brought, timed=not isinstance(step, ReturnStep))

    def _seen(self) -> Seen:
        return self._bills.seen(asks_for_visits=self._gifts.asks_for_visits)

    def _gives_points(self, day: date) -> bool:
        return gives_points(self._program.points_end, day)

    def _give_tiers(
        self, gifts: Iterable[tuple[str, int]], day: date, at: datetime, brought: _Brought
    ) -> None:
        for tier, points in gifts:
            brought.gifts.append(tier)
            if points > 0 and self._gives_points(day):
                handed = self._hand(GiftKind.TIER, tier, Gives(points=points), at, day)
                self._tiers.handed[tier] = handed
                brought.points += handed.gives.points
            elif points < 0 and tier in self._tiers.handed:
                brought.points -= self._take_gift(self._tiers.handed.pop(tier), at)

    def _give_due(self, day: date, at: datetime, brought: _Brought, *, timed: bool = True) -> None:
        for due in self._gifts.due(day, self._seen(), timed=timed):
            handed = self._hand(self._kinds[due.occasion], due.occasion, due.gives, at, day)
            self._gifts.given(due, day, handed)
            if handed.is_given:
                brought.gifts.append(due.occasion)
            brought.points += handed.gives.points

    def _answer(self, step: SurveyStep, day: date, brought: _Brought) -> dict[str, Any]:
        """Give what a survey brings, once and while it is asked."""
        program = self._program
        asked = next((one for one in program.occasions if one.id == step.survey), None)
        is_asked = isinstance(asked, SurveyGift) and state_of(program, asked.plan, day) is PlanState.RUNNING
        if not isinstance(asked, SurveyGift) or not is_asked or step.survey in self._answered:
            return {"refusals": (SurveyNotPaid(""),)}
        handed = self._hand(GiftKind.SURVEY, asked.id, asked.gives, step.at, day)
        if handed.gives == Gives():
            return {"refusals": (SurveyNotPaid(""),)}
        self._answered.add(step.survey)
        brought.gifts.append(asked.id)
        brought.points += handed.gives.points
        return {}

    def _hand(self, kind: GiftKind, occasion: str, gives: Gives, at: datetime, day: date) -> Handed:
        """Give a gift, as far as its budget does."""
        if not self._gives_points(day):
            gives = replace(gives, points=0)
        paid = self._books.pay_for_gift(self._program, kind, occasion, gives, day)
        withheld = paid.over is not None and paid.over.withheld != Gives()
        handed = self._purse.give(paid.gives, at, day)
        return replace(handed, paid=paid.paid(day), is_given=not withheld)

    def _take_gift(self, handed: Handed, at: datetime) -> int:
        """Take a gift back, and what budgets paid for it."""
        for one in handed.paid:
            self._books.spend(one.day, {one.budget: one.cost_vnd}, -1)
        return self._purse.take_gift(handed, at)
