"""A draft of eight rules tried on 100,000 past bills, while cards are scanned at the till beside it."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from datetime import timedelta
from random import Random
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from loyalpos.engine.conditions import (
    AwayFor,
    BillAtLeast,
    BirthdaySpan,
    EveryOf,
    FirstPurchase,
    InHours,
    Match,
    NearBirthday,
    OnWeekdays,
)
from loyalpos.engine.program import Program, Remainder
from loyalpos.engine.rules import (
    AmountRule,
    Band,
    BandRule,
    BonusRule,
    Limit,
    MultiplierRule,
    Per,
)
from loyalpos.engine.tiers import Tier, TierPlan
from loyalpos.engine.times import to_ms
from loyalpos.services.trial import Tried, try_program
from loyalpos.store.trial import bills_after, cut_at, watching
from tests.bench import bare_file
from tests.bench.counter import BenchCounter
from tests.bench.opened import draw_members
from tests.bench.printed import at_most_s, limit, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loyalpos.services.till import Till

__all__ = ["DRAFT", "bench_trial"]

BILLS = 100_000

DRAFT = Program(
    0,
    (
        AmountRule("base", per_vnd=10_000),
        AmountRule(
            "cake",
            per_vnd=20_000,
            only=Match(categories=("Bánh",)),
            when=EveryOf((OnWeekdays((0, 1, 2, 3, 4)), InHours(14 * 60, 17 * 60))),
        ),
        MultiplierRule(
            "birthday",
            rate_bp=20_000,
            when=NearBirthday(BirthdaySpan.MONTH),
            limits=(Limit(Per.MONTH, points=200),),
        ),
        MultiplierRule("weekend", rate_bp=15_000, when=OnWeekdays((5, 6))),
        BonusRule("first", points=20, when=FirstPurchase()),
        BonusRule("back", points=10, when=AwayFor(30)),
        BonusRule("big", points=5, when=BillAtLeast(200_000), limits=(Limit(Per.DAY, times=1),)),
        BandRule("band", bands=(Band(0, 0), Band(100_000, 1), Band(300_000, 5))),
    ),
    remainder=Remainder.CARRIED,
)
TIERED = replace(DRAFT, tiers=TierPlan(tiers=(Tier("silver", "Bạc", 500_000, 500),)))


def bench_trial(till: Till) -> Iterator[str]:
    """Try a draft alone, then with cards scanned beside it, and read the same records bare."""
    days = _days_of(till)
    bare_s = _bare_seconds(till, days)
    for name, draft in (("8 rules", DRAFT), ("8 rules and tiers", TIERED)):
        before, before_s = perf_counter(), _processor_s()
        tried = _tried(till, draft, days)
        took_s = perf_counter() - before
        yield f"  {name}: {tried.sums.bills} bills of {tried.sums.members} members in {days} days"
        yield at_most_s(f"trial, {name}", took_s, 10)
        # On a busy machine the processes wait for the till and everybody else.
        yield f"  of a processor: {(_processor_s() - before_s) / 2:.1f} s in each of two processes"
        yield f"  bare, as many records read and parsed alike: {bare_s:.2f} s, ours {took_s / bare_s:.1f} x"
    yield from _beside(till, days)


def _processor_s() -> float:
    """Say what ended children took of processors; nothing where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    took = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took.ru_utime + took.ru_stime


def _tried(till: Till, draft: Program, days: int) -> Tried:
    tried = try_program(till.shop, draft, days, lambda _done, _whole: True)
    assert tried is not None
    return tried


def _beside(till: Till, days: int) -> Iterator[str]:
    # A window forgotten by an earlier bench must not be taken apart by the collector in the other thread.
    gc.collect()
    counter = BenchCounter(till)
    known = [till.members.member(member) for member in dict.fromkeys(draw_members(till, Random(61), 2_000))]
    cards = [(one.card, one.id) for one in known if one.card is not None]
    trying = Thread(target=_tried, args=(till, DRAFT, days))
    ours: list[float] = []
    trying.start()
    for code, member in cards:
        if not trying.is_alive():
            break
        ours.append(counter.scan(code, member))
        counter.leave()
    trying.join()
    counter.close()
    yield spread("scan while a draft is tried", ours)
    yield limit("scan beside a trial", ours, 99, most_ms=50)


def _cut_ms(till: Till, days: int) -> int:
    shop = till.shop
    today = shop.time.business_day(shop.now())
    return to_ms(shop.time.day_begins(today - timedelta(days=days - 1)))


def _days_of(till: Till) -> int:
    """Find how many days hold so many bills."""
    file = till.shop.file
    days = 0
    bills = 0
    with watching(file.path, file.key) as connection:
        while bills < BILLS and days < 365:
            days += 3
            bills = bills_after(connection, cut_at(connection, _cut_ms(till, days)))
    return days


def _bare_seconds(till: Till, days: int) -> float:
    """Read and parse as many records over bare connections, half in each of two bare processes."""
    file = till.shop.file
    with watching(file.path, file.key) as connection:
        bills = bills_after(connection, cut_at(connection, _cut_ms(till, days)))
    context = multiprocessing.get_context("spawn")
    before = perf_counter()
    children = [
        context.Process(target=bare_file.parse_records, args=(file.path, file.key, bills, half))
        for half in (0, 1)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
        assert child.exitcode == 0
    return perf_counter() - before
