"""What the members of a big shop do: join, come as unevenly as in life, buy, and spend their points."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha1
from random import Random

from loyalpos.engine.bills import CUTS
from loyalpos.engine.codes import card_code
from loyalpos.engine.names import search_key
from loyalpos.engine.program import Program
from loyalpos.engine.times import ShopTime, from_ms, to_ms
from loyalpos.store.record import canonical
from tests.bench.books import Books
from tests.bench.people import Person, people

__all__ = ["DAYS", "FIRST_DAY", "live"]

FIRST_DAY = datetime(2026, 1, 26, 1, 0, tzinfo=UTC)
"""Eight in the morning in Viet Nam."""

DAYS = 300
"""Fewer than the life of a point, so that time takes none."""

_DAY_MS = 86_400_000
_HOUR_MS = 3_600_000
_CONSENTS = (
    '[{"channel":"spoken","language":"vi","purpose":"program","wording":"program","wording_version":1}]'
)


@dataclass(slots=True)
class _Lot:
    id: bytes
    points: int
    rest: int
    at_ms: int
    expires_ms: int
    bill: bytes | None


@dataclass(slots=True)
class _Customer:
    who: Person
    joins: int
    id: bytes = b""
    lots: list[_Lot] = field(default_factory=list)
    eaten: int = 0
    """How many of the lots are eaten up."""
    balance: int = 0
    visits: int = 0
    spend_vnd: int = 0
    paid_vnd: int = 0
    earned: int = 0
    last_ms: int | None = None
    seen_ms: int = 0
    row: int = 0
    birthday: str | None = None
    note: str = ""
    joined: str = ""


@dataclass(slots=True)
class _Day:
    """A business day: its date, when points earned on it end, and the receipts printed so far."""

    date: str
    expires_ms: int
    receipts: int = 0


def live(books: Books, members: int, entries: int, time: ShopTime, program: Program) -> int:
    """Live through all days, and write down how everybody stands after them.

    Returns:
        How many of the gifts were handed over.
    """
    rng = books.rng
    customers, events = _plan(rng, members, entries)
    day, number, today, joined, gifts = -1, 0, _Day("", 0), 0, 0
    left = entries
    for at_ms, number in events:
        while day < at_ms // _DAY_MS:
            day += 1
            today = _open(books, to_ms(FIRST_DAY) + day * _DAY_MS, time, program)
        now_ms, one = to_ms(FIRST_DAY) + at_ms, customers[number]
        if not one.id:
            joined += 1
            one.row = joined
            _enrol(books, one, now_ms, today, program.welcome_points)
            left -= 1
        elif left:
            taken = _choice(rng, one) if left > 2 else ""
            left -= _buy(books, one, now_ms, today, taken)
            gifts += taken == "coffee"
    while (day := day + 1) <= DAYS:
        _open(books, to_ms(FIRST_DAY) + day * _DAY_MS, time, program)
    assert not left, "the draws gave enough bills"
    for one in customers:
        _sum_up(books, one)
    books.write()
    return gifts


def _plan(rng: Random, members: int, entries: int) -> tuple[list[_Customer], list[tuple[int, int]]]:
    """Draw who there is and who comes when: milliseconds since the first morning, number of the customer."""
    # Everybody has joined before the last fifth: the last entry never comes before the last member.
    customers = [_Customer(who, int(DAYS * 0.8 * rng.random() ** 1.5)) for who in people(rng, members)]
    events = [
        (one.joins * _DAY_MS + rng.randrange(1_000, 12 * _HOUR_MS), number)
        for number, one in enumerate(customers)
    ]
    # A few come daily, most a handful of times, many never again.
    weights = [min(rng.lognormvariate(0, 1.25), 25.0) for _ in customers]
    for number in rng.choices(range(members), weights, k=(entries - members) * 11 // 10 + 100):
        day = rng.randint(customers[number].joins + 1, DAYS - 1)
        events.append((day * _DAY_MS + rng.randrange(1_000, 12 * _HOUR_MS), number))
    events.sort()
    return customers, events


def _open(books: Books, at_ms: int, time: ShopTime, program: Program) -> _Day:
    date = time.business_day(from_ms(at_ms))
    body = f'{{"outcome":{{"trusted":true}},"request":{{"day":"{date.isoformat()}"}}}}'
    books.record(books.new_id(at_ms), "day_opened", at_ms, body)
    books.add("opened_day", date.isoformat(), "1", at_ms, None, 1, 0)
    ends = program.expiry.expires_at(from_ms(at_ms), time)
    assert ends is not None
    return _Day(date.isoformat(), to_ms(ends))


def _choice(rng: Random, one: _Customer) -> str:
    if one.balance >= 300 and rng.random() < 0.3:
        return "coffee"
    return "tenth" if one.balance >= 100 and rng.random() < 0.2 else ""


def _named(namespace: bytes, name: str) -> bytes:
    """Make the UUIDv5 of a name."""
    digest = bytearray(sha1(namespace + name.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return bytes(digest)


def _earn(books: Books, one: _Customer, which: bytes, points: int, at_ms: int, today: _Day) -> str:
    """Add an earning of a record that is a bill, or the member's first; give its JSON."""
    entry = _named(which, "earn")
    lot = _named(entry, "lot")
    bill = None if which == one.id else which
    one.lots.append(_Lot(lot, points, points, at_ms, today.expires_ms, bill))
    one.balance += points
    books.add("entry", one.id, entry, "points", "earn", points, at_ms, which, which)
    return (
        f'{{"at":{at_ms},"id":"{entry.hex()}","kind":"earn","opened":[{{"earned_at":{at_ms},'
        f'"expires_at":{today.expires_ms},"id":"{lot.hex()}","points":{points},"rest":{points}}}],'
        f'"points":{points},"reference":"{which.hex()}"}}'
    )


def _enrol(books: Books, one: _Customer, at_ms: int, today: _Day, points: int) -> None:
    rng, who = books.rng, one.who
    one.id, one.joined, one.seen_ms = books.new_id(at_ms), today.date, at_ms
    if rng.random() < 0.3:
        one.birthday = (
            f"{rng.choice(('-', '1988', '1995'))}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        )
    one.note = "Ít đường, không đá" if rng.random() < 0.05 else ""
    private = {"name": who.name, "phone": who.phone, "birthday": one.birthday, "note": one.note}
    told = {name: value for name, value in private.items() if value}
    code = card_code(rng.randrange(10**12))
    entry = _earn(books, one, one.id, points, at_ms, today)
    body = (
        f'{{"outcome":{{"code":"{code}","day":"{today.date}","entries":[{entry}]}},'
        f'"request":{{"card":null,"consents":{_CONSENTS},"opening_points":0}}}}'
    )
    books.record(one.id, "member_enrolled", at_ms, body, canonical(told))
    books.add("private_part", one.id, one.id)
    books.add("consent", one.id, "program", one.id, 1, "program", 1, "vi", "spoken", 0, at_ms, "Lan")
    books.add("card", code, "own", "linked", one.id, "", None, None, at_ms, *[None] * 5)
    line = (one.id, today.date, "enrolled", at_ms, one.id, None, None, 0, points, 0, "", 0, "1", 0)
    books.add("day_line", *line)


def _buy(books: Books, one: _Customer, at_ms: int, today: _Day, reward: str) -> int:
    """Record a bill with at most one reward; give how many entries it made."""
    rng = books.rng
    bill = books.new_id(at_ms)
    total_vnd = round(math.exp(rng.gauss(11.2, 0.7))) // 1_000 * 1_000 + 15_000
    today.receipts += 1
    number = f"{today.receipts:05d}" if rng.random() < 0.6 else None
    entries, redeemed, spent, points, value_vnd = [], [], [], 0, 0
    if reward:
        points, value_vnd = (300, 0) if reward == "coffee" else (100, min(total_vnd // 10, 20_000))
        kind, name = ("gift", "Tặng 1 bạc xỉu") if reward == "coffee" else ("percent_off", "Giảm 10%")
        redeemed = [{"kind": kind, "name": name, "points": points, "reward": reward, "value_vnd": value_vnd}]
        spent = _eat(one, points)
        entry = _named(bill, "redeem:0")
        books.add("entry", one.id, entry, "points", "redeem", -points, at_ms, bill, bill)
        made = {"at": at_ms, "eaten": spent, "id": entry.hex(), "kind": "redeem", "points": -points}
        entries.append(canonical(made | {"reference": bill.hex()}).decode())
    earned = (total_vnd - value_vnd) // 10_000
    if earned:
        entries.append(_earn(books, one, bill, earned, at_ms, today))
    rewards = canonical(redeemed).decode()
    stock = '{"coffee":-1}' if reward == "coffee" else "{}"
    asked = f'[{{"reward":"{reward}"}}]' if reward else "[]"
    body = (
        f'{{"outcome":{{"at_ms":{at_ms},"balance":{one.balance},"carry_delta":"0","carry_in":"0","cuts":{CUTS},'
        f'"day":"{today.date}","earned":{earned},"entries":[{",".join(entries)}],"lines":[{{"base_vnd":'
        f'{total_vnd - value_vnd},"kind":"amount","per_points":1,"per_vnd":10000,"points":{earned},'
        f'"rule":"base"}}],"period":"{today.date}","redemptions":{rewards},"revision":1,"stock":{stock},'
        f'"today":"{today.date}","value_vnd":{value_vnd}}},"request":{{"at_ms":null,"lines":[],"member":'
        f'"{one.id.hex()}","number":{json.dumps(number)},"source":"counter","taken":{asked},"tender":null,'
        f'"total_vnd":{total_vnd}}}}}'
    )
    books.record(bill, "bill_recorded", at_ms, body)
    row = (bill, one.id, 1, "counter", number, today.date, at_ms, at_ms, today.date, total_vnd, value_vnd)
    texts = (json.dumps(redeemed, ensure_ascii=False, sort_keys=True), json.dumps(spent, sort_keys=True))
    books.add("bill", *row, 0, earned, 0, 0, "0", "0", *texts, "[]", None, 0, 0, 0, 0, "1", "Lan")
    told = redeemed[0]["name"] if redeemed else ""
    line = (bill, today.date, "bill", at_ms, one.id, bill, number, total_vnd, earned, points, told, 0, "1", 0)
    books.add("day_line", *line)
    one.visits += 1
    one.spend_vnd += total_vnd
    one.paid_vnd += total_vnd - value_vnd
    one.earned += earned
    one.last_ms = one.seen_ms = at_ms
    return len(entries)


def _eat(one: _Customer, points: int) -> list[dict[str, object]]:
    """Take points out of the oldest lots, which end first."""
    one.balance -= points
    parts: list[dict[str, object]] = []
    while points:
        lot = one.lots[one.eaten]
        part = min(points, lot.rest)
        lot.rest -= part
        points -= part
        parts.append({"expires_at": lot.expires_ms, "lot": lot.id.hex(), "points": part})
        one.eaten += not lot.rest
    return parts


def _sum_up(books: Books, one: _Customer) -> None:
    """Write the rows that change with every visit, as they are in the end."""
    who, key = one.who, search_key(one.who.name)
    books.add("member", one.id, who.name, who.phone, one.birthday, one.note, one.joined, None, None, 0)
    books.add("finding", one.row, one.id, key, who.phone[::-1], one.seen_ms)
    for word in sorted(set(key.split())):
        books.add("member_word", word, one.row)
    for lot in one.lots:
        books.add(
            "lot", one.id, lot.id, "points", lot.points, lot.rest, 0, lot.at_ms, lot.expires_ms, lot.bill
        )
    summed = (one.visits, one.spend_vnd, one.paid_vnd, one.earned, one.last_ms)
    books.add("summary", one.id, one.balance, 0, "0/1", *summed)
