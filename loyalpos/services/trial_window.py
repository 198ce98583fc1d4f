"""A window of the past as its journal tells it, and where its members stood when it began."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.counted import Counted
from loyalpos.engine.gift_budgets import Paid
from loyalpos.engine.json_values import from_json
from loyalpos.engine.limits import span_begins
from loyalpos.engine.program import Program
from loyalpos.engine.replay_counts import Books
from loyalpos.engine.rules import Per
from loyalpos.engine.times import ShopTime
from loyalpos.engine.trial import (
    Act,
    BroughtBack,
    BroughtTwice,
    FeeCounted,
    GiftPaidFor,
    PastBill,
    TagsChanged,
    TrialOpening,
)
from loyalpos.engine.trial_rules import Asked
from loyalpos.services.trial_openings import Known, Openings
from loyalpos.services.trial_records import body_of, brought_back, paid_later, past_bill
from loyalpos.store import trial
from loyalpos.store.file import Connection
from loyalpos.store.trial import Cut

__all__ = ["PartOfPast", "Window"]

_MEMBERS_AT_ONCE = 400
"""Members whose openings are read together, and forgotten before the next are."""


class PartOfPast(Struct, frozen=True):
    """Which part of the past is tried, and how.

    Attributes:
        low: The members whose ids end with a byte from here …
        high: … up to here.
        draft: What is tried; None goes by the revisions that were in force.
        since: The first business day of the window.
        today: The last one.
    """

    path: Path
    key: bytes
    cut: Cut
    draft: Program | None
    time: ShopTime
    since: date
    today: date
    low: int = 0
    high: int = 255


class Window:
    """What a window holds of some members, and where they stood when it began."""

    def __init__(self, connection: Connection, part: PartOfPast, asked: Asked) -> None:
        self._connection = connection
        self._part = part
        self._asked = asked
        self._acts: list[Act | GiftPaidFor] = []
        self._known: dict[UUID, Known] = {}
        self._bills: dict[UUID, PastBill] = {}
        self._backs: dict[UUID, BroughtBack] = {}
        self._returned: set[UUID] = set()
        low, high = part.low, part.high
        for record in trial.records_after(
            connection,
            part.cut,
            low,
            high,
            tags=asked.tags,
            gifts=asked.gifts,
            fees=bool(asked.counts),
        ):
            asked_for, came = body_of(record)
            match record.kind:
                case "bill_recorded":
                    self._take_bill(record, asked_for, came)
                case "bill_reversed":
                    self._take_return(record, asked_for, came)
                case "reversal_undone":
                    self._take_again(record, asked_for)
                case "bill_paid":
                    self._take_payment(record, asked_for, came)
                case "payment_undone":
                    self._take_unpaid(record, asked_for)
                case "tags_changed":
                    self._take_tags(record, asked_for)
                case _:
                    if "counted_on" in came:
                        self._take_fee(record, asked_for, came)
                    if "paid" in came:
                        self._acts.append(GiftPaidFor(from_json(came["paid"], tuple[Paid, ...])))
        self.returned = frozenset(self._returned)

    def pages(self, *, at_once: bool) -> Iterator[tuple[list[TrialOpening], Iterable[Act | GiftPaidFor]]]:
        """Give members with what happened to them, some hundred at a time or all in the journal's order."""
        # In the order of their ids, so that rows that lie together are read together.
        members = sorted((who for who in self._known if self._known[who].bought), key=lambda who: who.bytes)
        pages = [members[at : at + _MEMBERS_AT_ONCE] for at in range(0, len(members), _MEMBERS_AT_ONCE)]
        with self._earlier() as rows:
            openings = Openings(self._connection, self._part.time, self._asked, self._known, self._acts, rows)
            if not at_once:
                every = (
                    act
                    for act in self._acts
                    if isinstance(act, GiftPaidFor) or self._known[act.member].bought
                )
                yield [opening for page in pages for opening in openings.of(page, self._part.since)], every
                return
            for page in pages:
                acts = (self._acts[at] for who in page for at in self._known[who].acts)
                yield openings.of(page, self._part.since), acts

    def fill(self, books: Books, budgets: Sequence[str]) -> None:
        """Put into the books what budgets had spent before the window, in the months it touches."""
        days = [act.day for act in self._acts if isinstance(act, PastBill)]
        days += [one.day for act in self._acts if isinstance(act, GiftPaidFor) for one in act.paid]
        first = span_begins(Per.MONTH, min(days, default=self._part.since))
        for budget, day, cost_vnd in trial.costs_of(self._connection, budgets, first.isoformat()):
            books.spend(date.fromisoformat(day), {budget: cost_vnd})
        for act in self._acts:
            match act:
                case PastBill():
                    books.spend(act.day, act.cost_vnd, -1)
                case GiftPaidFor():
                    for one in act.paid:
                        books.spend(one.day, {one.budget: one.cost_vnd}, -1)
                case BroughtBack():
                    books.spend(act.bill_day, {one.id: one.cost_vnd for one in act.given}, -1)
                case BroughtTwice():
                    books.spend(act.back.bill_day, {one.id: one.cost_vnd for one in act.back.given})

    # Reading ----------------------------------------------------------------------------------------

    def _take_bill(self, record: trial.Act, asked: dict[str, Any], came: dict[str, Any]) -> None:
        if not came.get("visit", True):
            # Rewards alone: nothing was bought that a program could give anything for.
            return
        bill = past_bill(record, asked, came, self._part.time)
        self._bills[record.id] = bill
        known = self._note(record, bill)
        known.visits += 1
        if came["carry_delta"] != "0":
            known.carry += Fraction(came["carry_delta"])

    def _take_return(self, record: trial.Act, asked: dict[str, Any], came: dict[str, Any]) -> None:
        back = self._back(record, asked, came)
        if back is None:
            return
        self._backs[record.id] = back
        if back.bill in self._bills:
            self._returned.add(back.bill)
        known = self._note(record, back)
        known.touched.add(back.bill.bytes)
        if back.undo:
            known.undone.setdefault(back.bill, False)
        known.visits -= int(back.whole)
        known.carry += back.carry_delta
        known.returned_vnd += back.returned_vnd

    def _take_payment(self, record: trial.Act, asked: dict[str, Any], came: dict[str, Any]) -> None:
        paid = self._back(record, asked, came)
        if paid is None:
            return
        self._backs[record.id] = paid
        if paid.bill in self._bills:
            self._returned.add(paid.bill)
        known = self._note(record, paid)
        known.touched.add(paid.bill.bytes)
        known.carry += paid.carry_delta

    def _take_unpaid(self, record: trial.Act, asked: dict[str, Any]) -> None:
        which = UUID(asked["payment"])
        paid = self._backs.get(which)
        if paid is None:
            earlier = trial.payment_record(self._connection, which)
            paid = self._back(earlier, *body_of(earlier))
        if paid is None:
            return
        known = self._note(record, BroughtTwice(paid, record.at_ms))
        known.touched.add(paid.bill.bytes)
        known.carry -= paid.carry_delta
        known.returned_vnd += paid.paid_vnd

    def _take_again(self, record: trial.Act, asked: dict[str, Any]) -> None:
        which = UUID(asked["reversal"])
        back = self._backs.get(which)
        if back is None:
            earlier = trial.reversal_day(self._connection, which)
            back = self._back(earlier, *body_of(earlier))
        if back is None:
            return
        known = self._note(record, BroughtTwice(back, record.at_ms))
        known.touched.add(back.bill.bytes)
        if back.undo:
            known.undone.setdefault(back.bill, True)
        known.visits += int(back.whole)
        known.carry -= back.carry_delta

    def _take_tags(self, record: trial.Act, asked: dict[str, Any]) -> None:
        on, off = frozenset(asked["on"]), frozenset(asked["off"])
        for member in map(UUID, asked["members"]):
            if self._part.low <= member.bytes[-1] <= self._part.high:
                self._note(record, TagsChanged(member, on, off))

    def _take_fee(self, record: trial.Act, asked: dict[str, Any], came: dict[str, Any]) -> None:
        member, day = UUID(asked["member"]), date.fromisoformat(came["counted_on"])
        given = from_json(came["given"], tuple[Counted, ...])
        paid = tuple(Paid(day, one.id, one.cost_vnd) for one in given if one.cost_vnd)
        if paid and self._asked.gifts:
            self._acts.append(GiftPaidFor(paid))
        if self._part.low <= member.bytes[-1] <= self._part.high:
            self._note(record, FeeCounted(member, day, given))

    def _back(self, record: trial.Act, asked: dict[str, Any], came: dict[str, Any]) -> BroughtBack | None:
        """Make a return of its record; None where it is of nobody, or of a member of another part."""
        which = UUID(asked["bill"])
        bill = self._bills.get(which)
        if bill is not None:
            member, day = bill.member, bill.day
        else:
            found, on = trial.owner_of(self._connection, which)
            if found is None or not self._part.low <= found.bytes[-1] <= self._part.high:
                return None
            member, day = found, date.fromisoformat(on)
        read = brought_back if record.kind == "bill_reversed" else paid_later
        return read(record, asked, came, member=member, day=day)

    def _note(self, record: trial.Act, act: Act) -> Known:
        known = self._known.setdefault(act.member, Known())
        known.acts.append(len(self._acts))
        known.records.add(record.id.bytes)
        known.bought = known.bought or not isinstance(act, TagsChanged | FeeCounted)
        self._acts.append(act)
        return known

    def _earlier(self) -> AbstractContextManager[Iterator[tuple[Any, ...]]]:
        if not self._asked.earlier:
            return nullcontext(iter(()))
        return trial.earlier_bills(self._connection, self._part.low, self._part.high)
