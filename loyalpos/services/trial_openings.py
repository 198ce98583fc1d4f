"""Where members stood when a window of the past began: what stands now, less what the window did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from msgspec import Struct, field

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.counted import Counted
from loyalpos.engine.times import ShopTime, from_ms
from loyalpos.engine.trial import (
    Act,
    BroughtBack,
    EarlierBill,
    FeeCounted,
    GiftPaidFor,
    PastBill,
    TagsChanged,
    TrialOpening,
)
from loyalpos.engine.trial_rules import Asked
from loyalpos.store import trial
from loyalpos.store.file import Connection

__all__ = ["Known", "Openings"]


class Known(Struct):
    """What the window does to what is kept of a member, so that it can be taken off what stands now."""

    acts: list[int] = field(default_factory=list)
    records: set[bytes] = field(default_factory=set)
    # Bills that come back in the window, or no longer, whenever they were bought.
    touched: set[bytes] = field(default_factory=set)
    # Earlier bills that are undone in the window, or no longer, and whether they were when it began.
    undone: dict[UUID, bool] = field(default_factory=dict)
    carry: Fraction = Fraction(0)
    visits: int = 0
    returned_vnd: int = 0
    bought: bool = False


class Openings:
    """Reads where members stood, some hundred at a time in the order of their ids.

    Args:
        known: What the window does, by member.
        acts: All that happened in it.
        earlier: The bills of members as they stand now, in the order of the members' ids; none where nobody
            asks for them.
    """

    def __init__(
        self,
        connection: Connection,
        time: ShopTime,
        asked: Asked,
        known: Mapping[UUID, Known],
        acts: Sequence[Act | GiftPaidFor],
        earlier: Iterable[tuple[Any, ...]],
    ) -> None:
        self._connection = connection
        self._time = time
        self._asked = asked
        self._known = known
        self._acts = acts
        self._earlier = _ByMember(earlier)

    def of(self, page: Sequence[UUID], since: date) -> list[TrialOpening]:
        """Read how members stood when the window began.

        Args:
            since: The first day of the window.
        """
        asked, connection = self._asked, self._connection
        people = trial.people(connection, page) if asked.birthday or asked.earlier else {}
        standings = trial.standings(connection, page)
        rows = {who: [*self._earlier.of(who.bytes)] for who in page} if asked.earlier else {}
        came = self._visits(page, rows) if asked.last_visit else {}
        near = self._may_rise(page, standings) if asked.earlier else ()
        earlier = {who: self._before(who, rows[who]) for who in near}
        given = self._given(page) if asked.counts else {}
        tiers = trial.tiers_now(connection, page) if asked.tiers else {}
        worn = trial.tags_worn(connection, page) if asked.tags else {}
        openings: list[TrialOpening] = []
        for who in page:
            known = self._known[who]
            joined, birthday = people.get(who, (since.isoformat(), None))
            visits, carry, _ = standings.get(who, (0, "0/1", 0))
            openings.append(
                TrialOpening(
                    member=who,
                    joined=date.fromisoformat(joined),
                    birthday=None if birthday is None else Birthday.from_iso(birthday),
                    tags=self._tags_before(who, worn.get(who, frozenset())),
                    tier_now=tiers.get(who, ""),
                    carry=Fraction(carry) - known.carry if carry != "0/1" or known.carry else Fraction(0),
                    visits=visits - known.visits,
                    came=came.get(who, ()),
                    given=tuple(given.get(who, ())),
                    earlier=tuple(earlier.get(who, ())),
                )
            )
        return openings

    def _tags_before(self, who: UUID, worn: frozenset[str]) -> frozenset[str]:
        for at in reversed(self._known[who].acts):
            act = self._acts[at]
            worn = act.before(worn) if isinstance(act, TagsChanged) else worn
        return worn

    def _visits(
        self, page: Sequence[UUID], rows: Mapping[UUID, Sequence[Any]]
    ) -> dict[UUID, tuple[date, ...]]:
        """Say when members were there before, the last time alone where no earlier bill is undone.

        Args:
            rows: All earlier bills, where they are read; they need not be looked up one by one then.
        """
        found: dict[UUID, tuple[date, ...]] = {}
        for who in page:
            known = self._known[who]
            if self._asked.earlier:
                times_ms = _times_ms(known, rows[who])
            else:
                times_ms = trial.visits_before(self._connection, who, but=known.records, undone=known.undone)
            found[who] = tuple(self._time.business_day(from_ms(at_ms)) for at_ms in times_ms)
        return found

    def _may_rise(self, page: Sequence[UUID], standings: Mapping[UUID, tuple[int, str, int]]) -> list[UUID]:
        """Leave out whom no tier is near: nothing can come of following them."""
        least_vnd = self._asked.spend_from
        if least_vnd is None:
            return list(page)
        return [
            who
            for who in page
            if who in standings and standings[who][2] + self._known[who].returned_vnd >= least_vnd
        ]

    def _before(self, who: UUID, rows: Iterable[tuple[Any, ...]]) -> list[EarlierBill]:
        """Give bills from before the window as they stood when it began."""
        known = self._known[who]
        found: list[EarlierBill] = []
        changed: dict[UUID, EarlierBill] = {}
        for _, which, day, recorded_ms, paid_vnd, points, whole, _, _ in rows:
            if which in known.records:
                continue
            is_touched = which in known.touched
            bill = EarlierBill(
                UUID(bytes=which) if is_touched else None,
                date.fromisoformat(day),
                recorded_ms,
                paid_vnd,
                points,
                bool(whole),
            )
            if bill.id is not None:
                changed[bill.id] = bill
            elif not whole:
                found.append(bill)
        for at in reversed(known.acts) if changed else ():
            act = self._acts[at]
            if isinstance(act, PastBill | TagsChanged | FeeCounted | GiftPaidFor):
                continue
            back, sign = (act, 1) if isinstance(act, BroughtBack) else (act.back, -1)
            if back.bill in changed:
                changed[back.bill] = changed[back.bill].without(back, sign)
        return [*found, *changed.values()]

    def _given(self, page: Sequence[UUID]) -> dict[UUID, list[tuple[date, Counted]]]:
        found: dict[UUID, list[tuple[date, Counted]]] = {}
        ids = sorted(self._asked.counts)
        for who, row in trial.counts_of(self._connection, page, ids):
            if row.record not in self._known[who].records:
                counted = Counted(row.id, row.times, row.points)
                found.setdefault(who, []).append((date.fromisoformat(row.day), counted))
        return found


def _times_ms(known: Known, rows: Sequence[Any]) -> list[int]:
    """Give the instants of all visits; of the last one alone where none is undone in the window."""
    if not known.undone:
        last = max((row[7] for row in rows if not row[8] and row[1] not in known.records), default=None)
        return [] if last is None else [last]
    was_undone = {one.bytes: was for one, was in known.undone.items()}
    return [row[7] for row in rows if row[1] not in known.records and not was_undone.get(row[1], row[8])]


class _ByMember:
    """Rows in the order of their members, asked for in that order."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._members = groupby(rows, itemgetter(0))
        self._ahead = next(self._members, None)

    def of(self, who: bytes) -> Iterable[tuple[Any, ...]]:
        """Give the rows of a member; those of members before are passed over."""
        while self._ahead is not None and self._ahead[0] < who:
            self._ahead = next(self._members, None)
        if self._ahead is None or self._ahead[0] != who:
            return ()
        return self._ahead[1]
