"""What of a day an owner should look at once more: findings with the records they stand on.

A finding accuses nobody: it says what was seen. What is added to a day takes no finding away, but for a
person's share, which others can only make smaller by giving more themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid5

from msgspec import Struct

from loyalpos.engine.watch import Watch

__all__ = ["Deed", "DeedKind", "Finding", "FindingKind", "findings_in"]

_NAMES: Final = UUID("6f1e1c52-5f0e-5d0b-9d5d-0c2b8a4c7a11")
_MINUTE_MS: Final = 60_000
_NEAR_TENTHS: Final = 9


class DeedKind(StrEnum):
    """What can be suspicious at all."""

    BILL = "bill"
    JOINED = "joined"
    UNDONE = "undone"
    BY_HAND = "by_hand"


class Deed(Struct, frozen=True):
    """This is something that was done in a day, by one person.

    Attributes:
        record: The record that says so.
        who: The person at the till, as the record has it; "" where the shop knows only one.
        numbered: Whether a bill has a receipt's number.
        points: What a bill earned or had earned, or what was given by hand; 0 for a voucher.
        spent: Points spent in the bill.
        of: The bill that was undone …
        of_at_ms: … and when that was recorded.
    """

    record: UUID
    kind: DeedKind
    who: str
    at_ms: int
    member: UUID | None = None
    numbered: bool = False
    points: int = 0
    spent: int = 0
    of: UUID | None = None
    of_at_ms: int = 0


class FindingKind(StrEnum):
    """Why something should be looked at."""

    CARD_OFTEN = "card_often"
    SAME_HAND = "same_hand"
    UNNUMBERED = "unnumbered"
    JOINED_AND_SPENT = "joined_and_spent"
    BY_HAND = "by_hand"
    ROUND_BY_HAND = "round_by_hand"
    SPENT_AND_UNDONE = "spent_and_undone"
    UNDONE_OFTEN = "undone_often"
    SHARE = "share"
    NEAR_LIMIT = "near_limit"


class Finding(Struct, frozen=True):
    """This is one thing to look at, and why.

    Attributes:
        who: The person it is about; "" where there is none, or several.
        member: The member it is about, if it is about one.
        records: What it stands on, in the order it was done.
        points: How many points are in it …
        other: … and what they are compared with: those of the next person, or a limit.
    """

    day: date
    kind: FindingKind
    who: str
    member: UUID | None
    records: tuple[UUID, ...]
    points: int = 0
    other: int = 0

    @property
    def id(self) -> UUID:
        """Its name, equal on every till; one that more is found of is another one."""
        stands_on = ",".join(sorted(one.hex for one in self.records))
        whose = "" if self.member is None else self.member.hex
        return uuid5(_NAMES, f"{self.day.isoformat()}|{self.kind}|{self.who}|{whose}|{stands_on}")


def findings_in(
    day: date, deeds: Iterable[Deed], watch: Watch, *, redeem_above: int | None = None
) -> tuple[Finding, ...]:
    """Find what should be looked at once more in a day.

    Args:
        redeem_above: More points than this at once need somebody's word, where the shop has it so.
    """
    done = sorted(deeds, key=lambda deed: (deed.at_ms, deed.record.bytes))
    found = [
        *_of_cards(day, done, watch),
        *_of_new_members(day, done, watch),
        *_of_undone(day, done, watch),
        *_of_people(day, done, watch, redeem_above),
    ]
    share = _share(day, done, watch)
    return tuple(found) if share is None else (*found, share)


def _of_cards(day: date, done: Sequence[Deed], watch: Watch) -> Iterator[Finding]:
    bills = [deed for deed in done if deed.kind is DeedKind.BILL and deed.member is not None]
    for member, of_member in _by_member(bills).items():
        if 0 < watch.card_bills < len(of_member):
            yield _finding(day, FindingKind.CARD_OFTEN, of_member, member)
        for of_person in _by_person(of_member).values():
            if 0 < watch.same_hand < len(of_person):
                yield _finding(day, FindingKind.SAME_HAND, of_person, member)


def _of_new_members(day: date, done: Sequence[Deed], watch: Watch) -> Iterator[Finding]:
    joined = {deed.member: deed for deed in done if deed.kind is DeedKind.JOINED}
    spending = [deed for deed in done if deed.kind is DeedKind.BILL and deed.spent and deed.member in joined]
    for member, of_member in _by_member(spending).items():
        if 0 < watch.joined_spent <= sum(deed.spent for deed in of_member):
            found = _finding(day, FindingKind.JOINED_AND_SPENT, [joined[member], *of_member], member)
            yield found


def _of_undone(day: date, done: Sequence[Deed], watch: Watch) -> Iterator[Finding]:
    """Look at bills that were taken back long after they were made."""
    late = [
        deed
        for deed in done
        if deed.kind is DeedKind.UNDONE and deed.at_ms - deed.of_at_ms >= watch.undone_minutes * _MINUTE_MS
    ]
    for who, of_person in _by_person([deed for deed in late if deed.points]).items():
        if 0 < watch.undone < len(of_person):
            yield _finding(day, FindingKind.UNDONE_OFTEN, of_person, who=who)
    if not watch.undone:
        return
    spending = _by_member([deed for deed in done if deed.kind is DeedKind.BILL and deed.spent])
    for member, of_member in _by_member(late).items():
        # What was spent between a bill and its undoing was perhaps spent out of it.
        spent = [
            one
            for one in spending.get(member, [])
            if any(back.of_at_ms <= one.at_ms <= back.at_ms for back in of_member)
        ]
        backs = [back for back in of_member if any(back.of_at_ms <= one.at_ms <= back.at_ms for one in spent)]
        if spent:
            stands_on = sorted([*spent, *backs], key=lambda deed: (deed.at_ms, deed.record.bytes))
            points = sum(one.spent for one in spent)
            yield _finding(day, FindingKind.SPENT_AND_UNDONE, stands_on, member, points=points)


def _of_people(day: date, done: Sequence[Deed], watch: Watch, redeem_above: int | None) -> Iterator[Finding]:
    bills = [deed for deed in done if deed.kind is DeedKind.BILL and deed.member is not None]
    # Where the shop writes no numbers down, their absence says nothing.
    if 0 < watch.unnumbered < sum(deed.numbered for deed in bills):
        for who, of_person in _by_person([deed for deed in bills if not deed.numbered]).items():
            if len(of_person) > watch.unnumbered:
                yield _finding(day, FindingKind.UNNUMBERED, of_person, who=who)
    by_hand = [deed for deed in done if deed.kind is DeedKind.BY_HAND]
    for who, of_person in _by_person(by_hand).items():
        if 0 < watch.by_hand < len(of_person):
            yield _finding(day, FindingKind.BY_HAND, of_person, who=who)
        rounded = [deed for deed in of_person if _is_round(deed.points, watch.round_points)]
        if rounded:
            yield _finding(day, FindingKind.ROUND_BY_HAND, rounded, who=who)
    if redeem_above:
        near = [deed for deed in bills if redeem_above * _NEAR_TENTHS <= deed.spent * 10 <= redeem_above * 10]
        for who, of_person in _by_person(near).items():
            if 0 < watch.near_limit < len(of_person):
                points = sum(deed.spent for deed in of_person)
                yield _finding(
                    day, FindingKind.NEAR_LIMIT, of_person, who=who, points=points, other=redeem_above
                )


def _is_round(points: int, by: int) -> bool:
    return by > 0 and points > 0 and points % by == 0


def _share(day: date, done: Sequence[Deed], watch: Watch) -> Finding | None:
    """Look whether one of those who worked gave far more points than any other of them."""
    bills = [deed for deed in done if deed.kind is DeedKind.BILL and deed.member is not None]
    at_work = [(who, one) for who, one in _by_person(bills).items() if len(one) >= max(1, watch.share_bills)]
    given = sorted(((sum(deed.points for deed in one), who, one) for who, one in at_work), reverse=True)
    if not watch.share_times or len(given) < 2:
        return None
    (most, who, of_person), (next_most, _, _) = given[0], given[1]
    if most < watch.share_times * max(1, next_most):
        return None
    return _finding(day, FindingKind.SHARE, of_person, who=who, points=most, other=next_most)


def _finding(
    day: date,
    kind: FindingKind,
    deeds: Sequence[Deed],
    member: UUID | None = None,
    *,
    who: str | None = None,
    points: int | None = None,
    other: int = 0,
) -> Finding:
    """Put a finding together; it is about a person where only one did all of it."""
    people = {deed.who for deed in deeds}
    if who is None:
        who = people.pop() if len(people) == 1 else ""
    if points is None:
        spends = kind is FindingKind.JOINED_AND_SPENT
        points = sum(deed.spent if spends else deed.points for deed in deeds)
    return Finding(day, kind, who, member, tuple(deed.record for deed in deeds), points, other)


def _by_person(deeds: Iterable[Deed]) -> dict[str, list[Deed]]:
    people: defaultdict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        people[deed.who].append(deed)
    return people


def _by_member(deeds: Iterable[Deed]) -> dict[UUID, list[Deed]]:
    members: defaultdict[UUID, list[Deed]] = defaultdict(list)
    for deed in deeds:
        if deed.member is not None:
            members[deed.member].append(deed)
    return members
