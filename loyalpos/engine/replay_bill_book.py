"""A member's bills in a replay: what is bought, taken as a reward and returned, and what it is counted as."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import Redemption
from loyalpos.engine.causes import donations_by, shares_moved
from loyalpos.engine.earn_lines import UnitsGiven
from loyalpos.engine.footing import Standing
from loyalpos.engine.limits import Had, had_from
from loyalpos.engine.part_paid import earn_once_paid
from loyalpos.engine.payments import Payment, after_payment, pay, settle
from loyalpos.engine.program import Program, SpentPoints
from loyalpos.engine.redeemed import brought_by
from loyalpos.engine.replay_bills import Kept, after_return, in_blocks, keep, rest_of
from loyalpos.engine.replay_counts import Books, Counts
from loyalpos.engine.replay_gifts import Seen
from loyalpos.engine.replay_memberships import MembershipBook
from loyalpos.engine.replay_purse import Purse
from loyalpos.engine.replay_steps import (
    BillStep,
    Opening,
    PayStep,
    ReturnStep,
)
from loyalpos.engine.replay_tiers import TierWalk
from loyalpos.engine.reversal import reverse
from loyalpos.engine.rewards import quote
from loyalpos.engine.stamps import stamps_that_count
from loyalpos.engine.tiers import Reached
from loyalpos.engine.times import ShopTime
from loyalpos.errors import BillNotFound, Refusal

__all__ = ["BillBook"]

_FIRST_BILL: Final = 1 << 64


class BillBook:
    """One member's bills under one program.

    Attributes:
        joined: The day the member joined.
        totals: What bills come to, by what tiers and milestones measure.
    """

    def __init__(
        self,
        program: Program,
        opening: Opening,
        books: Books,
        shop: ShopTime,
        *,
        counts: Counts,
        purse: Purse,
        tiers: TierWalk,
        memberships: MembershipBook,
    ) -> None:
        self._program = program
        self._opening = opening
        self._books = books
        self._shop = shop
        self._purse = purse
        self._tiers = tiers
        self._memberships = memberships
        self._counts = counts
        self._kept: dict[str, Kept] = {}
        self.joined: date = opening.joined or date.max
        self._came_on = [past.day for past in opening.past for _ in range(past.visits)]
        self.totals = {
            Reached.SPEND: sum(past.spend_vnd for past in opening.past),
            Reached.POINTS: sum(past.points for past in opening.past),
            Reached.VISITS: len(self._came_on),
        }

    @property
    def standing_vnd(self) -> Mapping[str, int]:
        """What is paid for each bill that was not wholly returned, by its name."""
        return {
            name: kept.measured[0]
            for name, kept in self._kept.items()
            if kept.is_visit and not kept.recorded.whole
        }

    def bill(self, step: BillStep, day: date) -> dict[str, Any]:
        """Do a bill, and say what came of it; a step becomes one value at its end, for speed."""
        program, books, purse = self._program, self._books, self._purse
        footing = footing_of(program, self.standing(step.at, day))
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
        asks = earning.asks_owner
        if priced.open_vnd and not asks:
            asks = earn_once_paid(program, footing, step.bill, priced.value_vnd).asks_owner
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
            "due_vnd": priced.paid_vnd,
            "open_vnd": priced.open_vnd,
            "asks_owner": asks,
            **self._donated(day, priced.redemptions, after_vnd=priced.paid_vnd),
        }

    def standing(self, at: datetime, day: date) -> Standing:
        """Give what rules may ask of the member now."""
        return Standing(
            day=day,
            minute=self._shop.minute(at),
            joined=self.joined,
            birthday=self._opening.birthday,
            tier=self._tiers.tier,
            tags=self._opening.tags,
            visits=self.totals[Reached.VISITS],
            last_visit=self._last_visit(),
            carry=self._purse.account.carry,
            given=self._counts.on(day),
            spent_vnd=self._books.spent_in(day, self._program),
            units=self._purse.units,
        )

    def come_back(self, step: ReturnStep, day: date) -> dict[str, Any]:
        """Take a bill back, whole or in part, and say what came of it."""
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
            before_vnd=before.paid_vnd,
            after_vnd=before.paid_vnd - back.refund_vnd,
        )
        kept.recorded = after_return(before, back)
        self._count(step.bill, kept, had, cost_vnd, today=day)
        settled = settle(self._program, kept.recorded, back.struck_vnd)
        if settled is not None:
            self._bring(step.bill, kept, settled, step.at, day)
        return {
            "points": -back.taken_back + (0 if settled is None else settled.points),
            "open_vnd": kept.recorded.open_vnd,
            "forgiven_points": back.forgiven,
            "spent_points": -back.given_back,
            "due_vnd": -back.refund_vnd,
            **donated,
        }

    def pay(self, step: PayStep, day: date) -> dict[str, Any]:
        """Pay so much of a bill, and say what came of it."""
        kept = self._kept.get(step.bill)
        if kept is None:
            return _refused(BillNotFound(step.bill))
        before_vnd = kept.recorded.paid_vnd
        try:
            paid = pay(self._program, kept.recorded, step.amount_vnd, step.tender)
        except Refusal as refusal:
            return _refused(refusal)
        self._bring(step.bill, kept, paid, step.at, day)
        return {
            "points": paid.points,
            "lines": paid.earning.lines,
            "due_vnd": step.amount_vnd,
            "open_vnd": kept.recorded.open_vnd,
            **self._donated(day, (), before_vnd=before_vnd, after_vnd=before_vnd + step.amount_vnd),
        }

    def _bring(self, name: str, kept: Kept, paid: Payment, at: datetime, day: date) -> None:
        """Let a payment bring what it does."""
        purse = self._purse
        lot = purse.add(paid.points, at)
        purse.post((), paid.carry_delta)
        vouchers = {one.rule for one in paid.earning.vouchers}
        for one in paid.units:
            if one.rule in vouchers:
                kept.vouchers.setdefault(one.rule, []).extend(purse.issue(one.unit, one.count, day))
            else:
                purse.count(one.unit, one.count)
        stands = kept.recorded.earned - kept.recorded.taken_back + paid.points
        had = tuple(
            replace(one, points=stands) if not one.id else one
            for one in had_from(paid.earning, kept.priced.redemptions)
        )
        kept.recorded = after_payment(kept.recorded, paid, lot)
        self._count(name, kept, had, paid.earning.cost_vnd, today=day, is_payment=True)

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
        is_payment: bool = False,
    ) -> None:
        """Count a bill as it stands, in place of how it was counted before.

        Args:
            today: The day of a return, or of a payment.
        """
        if today is not None:
            self._counts.count(kept.day, kept.had, -1)
            self._books.spend(kept.day, kept.cost_vnd, -1)
        self._counts.count(kept.day, had)
        self._books.spend(kept.day, cost_vnd)
        kept.had, kept.cost_vnd = had, cost_vnd
        if kept.is_visit:
            self._measure(name, kept, today, is_payment=is_payment)

    def _measure(self, name: str, kept: Kept, today: date | None, *, is_payment: bool) -> None:
        """Count what a bill comes to now for tiers, milestones and visits."""
        bill = kept.recorded
        is_there = 0 if bill.whole else 1
        now = (bill.paid_vnd, bill.earned - bill.taken_back, is_there)
        if bill.whole:
            now = (0, now[1], 0)
        for reached, amount, before in zip(Reached, now, kept.measured, strict=True):
            self.totals[reached] += amount - before
        if today is None:
            self._came_on.append(kept.day)
        kept.measured = now
        amounts = {"spend_vnd": now[0], "points": now[1], "visits": now[2]}
        if today is None or is_payment:
            self._tiers.put(name, kept.day, **amounts)
        else:
            self._tiers.returned(name, kept.day, today, **amounts)

    def seen(self, *, asks_for_visits: bool) -> Seen:
        """Give what decides about gifts as it is now.

        Args:
            asks_for_visits: Whether any gift asks on which days somebody came.
        """
        standing = (one for one in self._kept.values() if one.is_visit and not one.recorded.whole)
        visits = tuple(sorted({one.day for one in standing})) if asks_for_visits else ()
        return Seen(self.joined, self._last_visit(), self.totals, visits)

    def _last_visit(self) -> date | None:
        """Give the day of the last bill that was not undone: who brings one back was there all the same."""
        return max(self._came_on, default=None)


def _refused(*refusals: Refusal) -> dict[str, Any]:
    return {"refusals": refusals}
