"""A replay: one member's bills, redemptions and returns worked out anew under a program, without any file.

It is what a case is tried with, and a shop's past: the same functions decide as at the counter. Days go by
as if the till had opened on each of them, so that points expire, tiers fall and gifts are given in time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Bill, Redemption
from loyalpos.engine.brought import GiftKind, kind_of
from loyalpos.engine.causes import donations_by, shares_moved
from loyalpos.engine.earn_lines import UnitsGiven
from loyalpos.engine.footing import Standing
from loyalpos.engine.limits import Had, limited_in
from loyalpos.engine.occasions import Gives
from loyalpos.engine.points_end import gives_points
from loyalpos.engine.program import Program, SpentPoints
from loyalpos.engine.redeemed import brought_by
from loyalpos.engine.replay_bills import Kept, after_return, in_blocks, keep, rest_of
from loyalpos.engine.replay_counts import Books, Counts
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
    RedeemStep,
    ReturnStep,
    SellStep,
    Step,
)
from loyalpos.engine.replay_tiers import TierWalk
from loyalpos.engine.reversal import reverse
from loyalpos.engine.rewards import quote
from loyalpos.engine.stamps import stamps_that_count
from loyalpos.engine.tiers import Reached
from loyalpos.engine.times import ShopTime
from loyalpos.errors import BillNotFound, Refusal

__all__ = ["Replay"]

_A_DAY = timedelta(days=1)
_FIRST_BILL: Final = 1 << 64


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
        self._memberships = MembershipBook(program, opening)
        self._counts = Counts(limited_in(program))
        self._kinds = {one.id: kind_of(one) for one in program.occasions}
        self._kept: dict[str, Kept] = {}
        self._pending = _Brought()
        self._joined: date = opening.joined or date.max
        self._day: date | None = None
        self._came_on = [past.day for past in opening.past for _ in range(past.visits)]
        self._totals = {
            Reached.SPEND: sum(past.spend_vnd for past in opening.past),
            Reached.POINTS: sum(past.points for past in opening.past),
            Reached.VISITS: len(self._came_on),
        }

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
                came = self._bill(step, day)
            case RedeemStep():
                came = self._bill(BillStep(step.at, Bill(0), step.name, step.taken), day)
            case ReturnStep():
                came = self._return(step, day)
            case SellStep():
                came = self._memberships.sell(step, day)
            case EndStep():
                came = self._memberships.end(step, day)
            case JoinStep() | LookStep():
                came = {}
        self._settle(step, day, brought)
        return Outcome(at=step.at, day=day, **came, **self._standing_now(step.at, day, brought))

    # Friends --------------------------------------------------------------------------------------

    @property
    def standing_vnd(self) -> Mapping[str, int]:
        """What is paid for each bill that was not wholly returned, by its name."""
        return {
            name: kept.measured[0]
            for name, kept in self._kept.items()
            if kept.is_visit and not kept.recorded.whole
        }

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
        if self._joined > day or is_welcomed:
            self._joined = day
        self._gifts.begin(day, self._totals, is_welcomed=is_welcomed)
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

    # Bills ----------------------------------------------------------------------------------------

    def _bill(self, step: BillStep, day: date) -> dict[str, Any]:
        """Do a bill, and say what came of it; a step becomes one value at its end, for speed."""
        program, books, purse = self._program, self._books, self._purse
        footing = footing_of(program, self._standing(step.at, day))
        shown, missing = purse.shown(step.vouchers, day)
        price = partial(
            quote,
            program,
            purse.account,
            footing,
            step.bill,
            spendable=purse.spendable(step.at),
            stock=books.stock,
            today=books.given_today(day, program),
            stamps=stamps_that_count(program, purse.units, day),
            vouchers=shown,
            membership=self._memberships.discount(step.bill, day),
        )
        taken = step.taken
        if any(one.points is not None for one in taken):
            most = price(tuple(replace(one, points=None) for one in taken))
            taken = tuple(in_blocks(one, most, program, footing) for one in taken)
        priced = price(taken)
        if priced.refused or missing:
            return _refused(*missing, *priced.refused)
        earning = priced.earning
        bill_id = UUID(int=_FIRST_BILL + len(self._kept))
        if step.bill.is_purchase:
            purse.see(step.at)
        eaten = purse.redeem(priced.redemptions, step.at)
        lot = purse.add(earning.points, step.at)
        purse.post((), earning.carry_delta)
        kept = keep(
            bill_id,
            self._opening.member,
            step,
            day,
            priced,
            eaten=eaten,
            lot=lot,
            footing=footing,
        )
        self._kept[step.name] = kept
        for one in (*earning.stamps, *earning.tickets):
            purse.count(one.unit, one.count)
        for one in earning.vouchers:
            kept.vouchers.setdefault(one.rule, []).extend(purse.issue(one.unit, one.count, day))
        for voucher in priced.vouchers:
            purse.use(voucher.code, bill_id)
        books.hand_over(day, priced.redemptions)
        self._count(step.name, kept, kept.had, kept.cost_vnd)
        return {
            "points": earning.points,
            "lines": earning.lines,
            "redemptions": priced.redemptions,
            "spent_points": priced.spent_points,
            "due_vnd": priced.due_vnd,
            "asks_owner": earning.asks_owner,
            **self._donated(day, priced.redemptions, after_vnd=priced.due_vnd),
        }

    def _standing(self, at: datetime, day: date) -> Standing:
        return Standing(
            day=day,
            minute=self._shop.minute(at),
            joined=self._joined,
            birthday=self._opening.birthday,
            tier=self._tiers.tier,
            tags=self._opening.tags,
            visits=self._totals[Reached.VISITS],
            last_visit=self._last_visit(),
            carry=self._purse.account.carry,
            given=self._counts.on(day),
            spent_vnd=self._books.spent_in(day, self._program),
            units=self._purse.units,
        )

    def _return(self, step: ReturnStep, day: date) -> dict[str, Any]:
        kept = self._kept.get(step.bill)
        if kept is None:
            return _refused(BillNotFound(step.bill))
        purse = self._purse
        before = replace(kept.recorded, expired=purse.expired_of(kept.recorded.earned_lots))
        try:
            back = reverse(
                self._program,
                before,
                purse.account,
                returned_vnd=step.amount_vnd,
                at=step.at,
                alive_at=purse.alive_at(step.at),
                undo=step.undo,
                shop=self._shop,
            )
        except Refusal as refusal:
            return _refused(refusal)
        purse.post(back.entries, back.carry_delta)
        self._take_units(kept, back.units)
        had, cost_vnd = rest_of(kept, back, self._program)
        gives_back = back.whole and (step.undo or self._program.spent_points is SpentPoints.WHOLE_RETURN)
        if back.whole:
            self._undo_taken(kept, day, undo=step.undo)
        if step.undo and kept.is_visit:
            purse.unsee(kept.recorded.at)
            self._came_on.remove(kept.day)
        donated = self._donated(
            day,
            kept.priced.redemptions if gives_back else (),
            -1,
            before_vnd=before.due_vnd,
            after_vnd=before.due_vnd - back.refund_vnd,
        )
        kept.recorded = after_return(before, back)
        self._count(step.bill, kept, had, cost_vnd, today=day)
        return {
            "points": -back.taken_back,
            "forgiven_points": back.forgiven,
            "spent_points": -back.given_back,
            "due_vnd": -back.refund_vnd,
            **donated,
        }

    def _donated(
        self,
        day: date,
        redemptions: tuple[Redemption, ...],
        sign: int = 1,
        *,
        before_vnd: int = 0,
        after_vnd: int,
    ) -> dict[str, dict[str, int]]:
        """Say what causes are given, or lose with a return."""
        program = self._program
        if not program.causes:
            return {}
        sums: dict[str, int] = {}
        for one in donations_by(program, brought_by(program, redemptions), day):
            sums[one.cause] = sums.get(one.cause, 0) + sign * one.value_vnd
        for one in shares_moved(program, day, before_vnd=before_vnd, after_vnd=after_vnd):
            sums[one.cause] = sums.get(one.cause, 0) + one.share_vnd
        return {"donated_vnd": {cause: by_vnd for cause, by_vnd in sorted(sums.items()) if by_vnd}}

    def _take_units(self, kept: Kept, units: tuple[UnitsGiven, ...]) -> None:
        """Take back stamps, tickets and vouchers that what is left of a bill does not bring."""
        for one in units:
            given = kept.vouchers.get(one.rule)
            if given is None:
                self._purse.count(one.unit, -one.count)
                continue
            for _ in range(min(one.count, len(given))):
                self._purse.take_voucher(given.pop())

    def _undo_taken(self, kept: Kept, day: date, *, undo: bool) -> None:
        """Put back what rewards and vouchers took, where the whole bill comes back."""
        for voucher in kept.priced.vouchers:
            self._purse.give_back(voucher.code, day)
        gives_back = undo or self._program.spent_points is SpentPoints.WHOLE_RETURN
        self._books.take_back(kept.day, kept.priced.redemptions, to_shelf=gives_back)
        if gives_back:
            for redemption in kept.priced.redemptions:
                self._purse.count(redemption.card, redemption.stamps)

    def _count(
        self,
        name: str,
        kept: Kept,
        had: tuple[Had, ...],
        cost_vnd: Mapping[str, int],
        *,
        today: date | None = None,
    ) -> None:
        """Count a bill as it stands, in place of how it was counted before; ``today`` is a return's."""
        if today is not None:
            self._counts.count(kept.day, kept.had, -1)
            self._books.spend(kept.day, kept.cost_vnd, -1)
        self._counts.count(kept.day, had)
        self._books.spend(kept.day, cost_vnd)
        kept.had, kept.cost_vnd = had, cost_vnd
        if kept.is_visit:
            self._measure(name, kept, today)

    def _measure(self, name: str, kept: Kept, today: date | None) -> None:
        """Count what a bill comes to now for tiers, milestones and visits."""
        bill = kept.recorded
        is_there = 0 if bill.whole else 1
        now = (bill.due_vnd, bill.earned - bill.taken_back, is_there)
        if bill.whole:
            now = (0, now[1], 0)
        for reached, amount, before in zip(Reached, now, kept.measured, strict=True):
            self._totals[reached] += amount - before
        if today is None:
            self._came_on.append(kept.day)
        kept.measured = now
        amounts = {"spend_vnd": now[0], "points": now[1], "visits": now[2]}
        if today is None:
            self._tiers.put(name, kept.day, **amounts)
        else:
            self._tiers.returned(name, kept.day, today, **amounts)

    def _seen(self) -> Seen:
        asks = self._gifts.asks_for_visits
        standing = (one for one in self._kept.values() if one.is_visit and not one.recorded.whole)
        visits = tuple(sorted({one.day for one in standing})) if asks else ()
        return Seen(self._joined, self._last_visit(), self._totals, visits)

    def _last_visit(self) -> date | None:
        """Give the day of the last bill that was not undone: who brings one back was there all the same."""
        return max(self._came_on, default=None)


def _refused(*refusals: Refusal) -> dict[str, Any]:
    return {"refusals": refusals}
