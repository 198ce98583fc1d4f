"""One member's way through the window of a trial, by the functions that decide at the counter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct, field
from msgspec.structs import replace

from loyalpos.engine.asking import footing_of
from loyalpos.engine.bills import RecordedBill
from loyalpos.engine.counted import Counted, counted_in, counted_left, difference
from loyalpos.engine.earn_lines import Earning
from loyalpos.engine.footing import Footing, Given, Standing
from loyalpos.engine.ledger import Account
from loyalpos.engine.limits import span_begins, span_ends
from loyalpos.engine.owner import has_said
from loyalpos.engine.part_paid import earn_as_typed, open_of
from loyalpos.engine.payments import Payment, after_payment, counted_paid, pay, settle
from loyalpos.engine.replay_bills import after_return
from loyalpos.engine.replay_counts import Books
from loyalpos.engine.reversal import reverse
from loyalpos.engine.rules import Per
from loyalpos.engine.times import from_ms
from loyalpos.engine.trial import (
    Act,
    BroughtBack,
    BroughtTwice,
    EarlierBill,
    FeeCounted,
    Group,
    PastBill,
    TagsChanged,
    TrialOpening,
    TrialSums,
)
from loyalpos.engine.trial_rules import Ruled, TrialRules
from loyalpos.engine.trial_tally import Tally, groups_of
from loyalpos.engine.trial_tiers import TierDays

__all__ = ["MemberWalk"]

_A_DAY: Final = timedelta(days=1)


class _Kept(Struct):
    """A bill of the window that comes back, with what its return needs."""

    act: PastBill
    ruled: Ruled
    recorded: RecordedBill
    counted: tuple[Counted, ...]
    groups: tuple[Group, ...]
    taken_back: int = 0
    before: dict[UUID, tuple[RecordedBill, tuple[Counted, ...]]] = field(default_factory=dict)


class MemberWalk:
    """One member under the rules of a trial; :meth:`take` is called in the order of the journal.

    Args:
        books: What budgets have spent, for all members that are walked with.
        returned: The bills of the window that come back in it: of the others less is kept.
    """

    def __init__(
        self, opening: TrialOpening, rules: TrialRules, books: Books, returned: frozenset[UUID]
    ) -> None:
        self._opening = opening
        self._rules = rules
        self._books = books
        self._returned = returned
        self._carry = opening.carry
        self._tags = opening.tags
        self._visits = opening.visits
        self._days = list(opening.came)
        self._last_visit = max(self._days, default=None)
        self._given: dict[str, dict[date, tuple[int, int]]] = {}
        for day, counted in opening.given:
            self._remember(day, counted)
        self._kept: dict[UUID, _Kept] = {}
        self._earlier: dict[UUID, EarlierBill] = {}
        self._tiers: TierDays | None = None
        self._tiers_recorded: TierDays | None = None
        if rules.follows_tiers:
            self._earlier = {bill.id: bill for bill in opening.earlier if bill.id is not None}
            self._tiers_recorded = TierDays(opening.joined, opening.earlier)
            # Up to here both are one.
            self._tiers_recorded.state(rules.in_force, rules.since - _A_DAY)
            self._tiers = self._tiers_recorded.going_on(rules.drafted)
        self._tally = Tally(opening.member)

    def take(self, act: Act) -> int:
        """Go on by what happened next.

        Returns:
            The points it brings; below zero, what a return takes back.
        """
        match act:
            case PastBill():
                return self._bill(act)
            case BroughtBack():
                kept = self._kept.get(act.bill)
                return self._earlier_back(act, 1) if kept is None else self._back(kept, act)
            case TagsChanged():
                self._tags = act.after(self._tags)
                return 0
            case FeeCounted():
                for one in act.given:
                    self._remember(act.day, one)
                return 0
            case BroughtTwice():
                kept = self._kept.get(act.back.bill)
                return self._earlier_back(act.back, -1) if kept is None else self._again(kept, act.back)

    def sums(self, today: date) -> TrialSums:
        """Say what it came to, up to a day."""
        now = self._opening.tier_now
        return self._tally.sums(
            recorded_tier=now if self._rules.has_tiers else None,
            draft_tier=self._tier(today, now) if self._rules.has_tiers else None,
        )

    # Bills ------------------------------------------------------------------------------------------

    def _bill(self, act: PastBill) -> int:
        ruled = self._rules.ruled(act)
        program, day = ruled.program, act.day
        opening = self._opening
        standing = Standing(
            day=day,
            minute=act.minute,
            joined=opening.joined,
            birthday=opening.birthday,
            tier=self._tier(day, act.tier),
            tags=self._tags,
            visits=self._visits,
            last_visit=self._last_visit,
            carry=self._carry,
            given=self._had(ruled.limited, day) if ruled.limited and self._given else {},
            spent_vnd=self._books.spent_in(day, program) if program.budgets else {},
        )
        footing = footing_of(program, standing)
        if act.owner_said:
            footing = has_said(footing, act.owner_said)
        earning = earn_as_typed(program, footing, act.bill, act.off_vnd)
        counted = counted_in(program, earning, (), ruled.countable)
        self._carry += earning.carry_delta
        self._visits += 1
        self._came(day)
        self._count(day, counted)
        groups = groups_of(act)
        if act.id in self._returned:
            recorded = _recorded(act, earning, footing)
            self._kept[act.id] = _Kept(act, ruled, recorded, counted, groups)
        due_vnd = act.bill.total_vnd - act.off_vnd
        paid_vnd = due_vnd - open_of(act.bill, due_vnd)
        if self._tiers is not None and self._tiers_recorded is not None:
            self._tiers.put(
                act.id, day, paid_vnd=paid_vnd, points=earning.points, recorded_ms=act.recorded_ms
            )
            self._tiers_recorded.put(
                act.id, day, paid_vnd=paid_vnd, points=act.earned, recorded_ms=act.recorded_ms
            )
        self._tally.bill(act, earning, groups, paid_vnd)
        return earning.points

    def _paid(self, kept: _Kept, act: BroughtBack) -> int:
        before, program = kept.recorded, kept.ruled.program
        kept.before[act.id] = (before, kept.counted)
        # What a return left nothing to be paid of came with that return.
        points = 0
        if act.paid_vnd:
            points = self._bring(kept, pay(program, before, act.paid_vnd, act.tender))
        self._note_recorded(kept, act, 1)
        self._tally.pay(act.paid_vnd)
        self._tally.gain(kept.groups, points, -act.taken_back)
        return points

    def _bring(self, kept: _Kept, paid: Payment) -> int:
        before, program = kept.recorded, kept.ruled.program
        counted = counted_paid(program, before, paid, ()) if kept.ruled.countable else ()
        self._restate(kept, after_payment(before, paid), counted)
        self._carry += paid.carry_delta
        return paid.points

    def _back(self, kept: _Kept, act: BroughtBack) -> int:
        if act.is_payment:
            return self._paid(kept, act)
        before = kept.recorded
        program = kept.ruled.program
        at = from_ms(act.recorded_ms)
        returned_vnd = None if act.whole else act.returned_vnd
        done = reverse(
            program, before, Account(), returned_vnd=returned_vnd, at=at, alive_at=at, undo=act.undo
        )
        left = counted_left(program, before, done, ()) if kept.ruled.countable else ()
        kept.before[act.id] = (before, kept.counted)
        self._restate(kept, after_return(before, done), left)
        self._visits -= int(done.whole)
        if act.undo:
            self._never_came(kept.act.day)
            self._tally.undo()
        self._carry += done.carry_delta
        self._note_recorded(kept, act, 1)
        self._tally.pay(-done.refund_vnd)
        settled = settle(program, kept.recorded, done.struck_vnd)
        points = -done.taken_back if settled is None else self._bring(kept, settled) - done.taken_back
        self._tally.gain(kept.groups, points, -act.taken_back)
        return points

    def _again(self, kept: _Kept, back: BroughtBack) -> int:
        now = kept.recorded
        before, counted = kept.before.pop(back.id)
        self._restate(kept, replace(before, parts=now.parts), counted)
        self._visits += int(back.whole)
        if back.undo:
            self._came(kept.act.day)
            self._tally.undo(-1)
        self._carry += before.carry_delta - now.carry_delta
        points = before.earned - before.taken_back - (now.earned - now.taken_back)
        self._note_recorded(kept, back, -1)
        self._tally.pay(before.paid_vnd - now.paid_vnd)
        self._tally.gain(kept.groups, points, back.taken_back)
        return points

    def _came(self, day: date) -> None:
        self._days.append(day)
        if self._last_visit is None or self._last_visit < day:
            self._last_visit = day

    def _never_came(self, day: date) -> None:
        """Forget a visit: its bill was undone. Who brings a bill back was there all the same."""
        if day in self._days:
            self._days.remove(day)
        self._last_visit = max(self._days, default=None)

    def _restate(self, kept: _Kept, recorded: RecordedBill, counted: tuple[Counted, ...]) -> None:
        """Let a bill of the window stand otherwise, and count as it does."""
        self._count(kept.act.day, difference(kept.counted, counted))
        kept.recorded, kept.counted = recorded, counted
        if self._tiers is None:
            return
        if recorded.whole:
            self._tiers.drop(recorded.id)
        else:
            points = recorded.earned - recorded.taken_back
            self._tiers.put(
                recorded.id,
                kept.act.day,
                paid_vnd=recorded.paid_vnd,
                points=points,
                recorded_ms=kept.act.recorded_ms,
            )

    def _note_recorded(self, kept: _Kept, back: BroughtBack, sign: int) -> None:
        """Let a bill of the window stand in what was recorded as it stands now."""
        kept.taken_back += sign * back.taken_back
        for one in back.given:
            self._tally.spend_recorded(one.id, kept.act.day, sign * one.cost_vnd)
        if self._tiers_recorded is None:
            return
        if kept.recorded.whole:
            self._tiers_recorded.drop(kept.act.id)
        else:
            points = kept.act.earned - kept.taken_back
            self._tiers_recorded.put(
                kept.act.id,
                kept.act.day,
                paid_vnd=kept.recorded.paid_vnd,
                points=points,
                recorded_ms=kept.act.recorded_ms,
            )

    # Bills from before the window ---------------------------------------------------------------------

    def _earlier_back(self, act: BroughtBack, sign: int) -> int:
        """Take a return of an earlier bill as it was recorded: no draft ruled that bill."""
        self._carry += sign * act.carry_delta
        self._visits -= sign * int(act.whole)
        if act.undo and sign > 0:
            self._never_came(act.bill_day)
        elif act.undo:
            self._came(act.bill_day)
        for one in act.given:
            self._remember(act.bill_day, one, sign)
            self._books.spend(act.bill_day, {one.id: one.cost_vnd}, sign)
        bill = self._earlier.get(act.bill)
        if bill is not None:
            after = bill.without(act, -sign)
            self._earlier[act.bill] = after
            self._stand(after)
        return -sign * act.taken_back

    def _stand(self, bill: EarlierBill) -> None:
        """Let an earlier bill count for tiers as it stands."""
        for tiers in (self._tiers, self._tiers_recorded):
            if tiers is None or bill.id is None:
                continue
            if bill.whole:
                tiers.drop(bill.id)
            else:
                tiers.put(
                    bill.id,
                    bill.day,
                    paid_vnd=bill.paid_vnd,
                    points=bill.points,
                    recorded_ms=bill.recorded_ms,
                )

    # Counts -------------------------------------------------------------------------------------------

    def _had(self, limited: Mapping[str, tuple[Per, ...]], day: date) -> dict[tuple[str, Per], Given]:
        """Say what the member has had in the spans a day lies in."""
        found: dict[tuple[str, Per], Given] = {}
        for one, spans in limited.items():
            days = self._given.get(one)
            if not days:
                continue
            for per in spans:
                first, last = span_begins(per, day), span_ends(per, day)
                had = [given for on, given in days.items() if first <= on <= last]
                found[one, per] = Given(sum(times for times, _ in had), sum(points for _, points in had))
        return found

    def _count(self, day: date, moves: tuple[Counted, ...]) -> None:
        for one in moves:
            self._remember(day, one)
            if one.cost_vnd:
                self._books.spend(day, {one.id: one.cost_vnd})
                self._tally.spend(one.id, day, one.cost_vnd)

    def _remember(self, day: date, one: Counted, sign: int = 1) -> None:
        days = self._given.setdefault(one.id, {})
        times, points = days.get(day, (0, 0))
        days[day] = (times + sign * one.times, points + sign * one.points)

    def _tier(self, day: date, recorded: str) -> str:
        """Say where the draft brings the member; what was recorded knows better which days were open."""
        if self._tiers is None or self._tiers_recorded is None:
            return recorded
        drafted = self._tiers.state(self._rules.drafted, day).tier
        followed = self._tiers_recorded.state(self._rules.in_force, day).tier
        return recorded if drafted == followed else drafted


def _recorded(act: PastBill, earning: Earning, footing: Footing) -> RecordedBill:
    """Keep a bill as the books do, as far as its return asks."""
    return RecordedBill(
        id=act.id,
        member=act.member,
        revision=act.revision,
        at=from_ms(act.recorded_ms),
        number=None,
        total_vnd=act.bill.total_vnd,
        value_vnd=act.off_vnd,
        earned=earning.points,
        taken_back=0,
        earned_lots=frozenset(),
        expired=0,
        carry_in=earning.carry_in,
        carry_delta=earning.carry_delta,
        spent=(),
        returned_vnd=0,
        parts=0,
        typed=act.bill,
        footing=footing,
        units=earning.units,
        member_vnd=act.member_vnd,
        shares=act.shares,
        open_vnd=open_of(act.bill, act.bill.total_vnd - act.off_vnd),
    )
