"""A clock that is set back, leaps ahead, and meets nights of 23 and 25 hours, leap days and midnight."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from loyalpos.engine.acts import ActKind
from loyalpos.engine.bills import Bill
from loyalpos.engine.shop import ShopDescription
from loyalpos.errors import Unavailable
from loyalpos.services.checking import check_shop
from loyalpos.services.till import Till
from loyalpos.store.keys import PUBLISHED_KEY
from tests.faults.outcome import Found, Outcome, tried_in_two
from tests.shops import World, enrolled, new_till, reopened

__all__ = ["turn_clocks"]

_ZONES = (
    "Asia/Ho_Chi_Minh",
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Pacific/Chatham",
)
_NIGHTS = (
    datetime(2027, 3, 13, 22, tzinfo=UTC),
    datetime(2027, 3, 27, 22, tzinfo=UTC),
    datetime(2027, 10, 30, 20, tzinfo=UTC),
    datetime(2027, 11, 6, 22, tzinfo=UTC),
    datetime(2028, 2, 28, 20, tzinfo=UTC),
    datetime(2028, 2, 29, 20, tzinfo=UTC),
    datetime(2027, 12, 31, 14, tzinfo=UTC),
    datetime(2026, 11, 23, 2, tzinfo=UTC),
)
_TEN_YEARS = timedelta(days=3_652)
_JUMPS = ("minutes", "minutes", "hours", "before midnight", "back a day", "ahead ten years", "a minute back")
_REPLAYED = 10
_ACTS = 16


def turn_clocks(seed: int, cases: range, folder: Path) -> Outcome:
    """Let a shop of each case live under its clock."""
    began = time.monotonic()
    counts, faults = tried_in_two(partial(_turn_all, seed), cases, folder)
    table = {"shops": len(cases)} | {name: counts[name] for name in sorted(counts)}
    return Outcome("clock", len(cases), None, table, tuple(faults), time.monotonic() - began)


def _turn_all(seed: int, cases: Sequence[int], folder: Path) -> Found:
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    for case in cases:
        shutil.rmtree(folder, ignore_errors=True)
        try:
            found = _live(Random(f"{seed}:{case}"), folder, counts)
        except (AssertionError, Unavailable, ValueError) as error:
            found = [f"broken: {error!r}"]
        if case % _REPLAYED == 0 and not check_shop(folder / "shop.loyalpos", PUBLISHED_KEY).sound:
            found.append("unsound: the check says no")
        faults += [(case, text) for text in found]
    shutil.rmtree(folder, ignore_errors=True)
    return counts, faults


def _live(rng: Random, folder: Path, counts: Counter[str]) -> list[str]:
    world = World(rng.randrange(1 << 30))
    world.clock.at = rng.choice(_NIGHTS) + timedelta(minutes=rng.randrange(600))
    zone, closing = ZoneInfo(rng.choice(_ZONES)), rng.choice((0, 0, 2, 4))
    described = ShopDescription("Quán Cà Phê Mây", zone=zone.key, closing_hour=closing)
    till = new_till(folder, world, description=described)
    members = [enrolled(till, f"03880000{number:02d}") for number in range(3)]
    till.days.open()
    wrong: list[str] = []
    days: dict[date, int] = {}
    right = world.clock.at
    for act in range(_ACTS):
        jump = rng.choice(_JUMPS)
        leapt = _jump(world, rng, jump, zone)
        counts[f"clock: {jump}"] += 1
        before = _balances(till, members)
        till = reopened(till, world)
        opened = till.days.open()
        if leapt and opened.trusted:
            wrong.append("ten years ahead, and nobody is asked whether the date is right")
        counts["asked whether the date is right"] += not opened.trusted
        after = _balances(till, members)
        if after != before and (leapt or jump in ("back a day", "a minute back")):
            wrong.append(f"a wrong clock took points: {before} became {after}")
        if opened.day != _day(world.clock.at, zone, closing):
            wrong.append(f"{world.clock.at} opened {opened.day}")
        total = 10_000 * (act + 1)
        till.counter.record_bill(world.new_id(), rng.choice([*members, None]), Bill(total), another=True)
        day = _day(world.clock.at, zone, closing)
        days[day] = days.get(day, 0) + total
        if leapt:
            # Somebody sees it and puts the clock right.
            world.clock.at = right + timedelta(minutes=5)
        right = max(right, world.clock.at)
    for day, total in days.items():
        listed = till.returns.acts(day, 10_000)
        found = sum(one.total_vnd for one in listed if one.kind is ActKind.BILL)
        counts["days added up"] += 1
        if found != total:
            wrong.append(f"{day}: {found} for {total}")
    till.shop.close()
    return wrong


def _jump(world: World, rng: Random, jump: str, zone: ZoneInfo) -> bool:
    """Turn the clock; tell whether it leapt ten years."""
    clock = world.clock
    match jump:
        case "minutes":
            clock.at += timedelta(minutes=rng.randrange(1, 90))
        case "hours":
            clock.at += timedelta(hours=rng.randrange(1, 30))
        case "before midnight":
            local = clock.at.astimezone(zone)
            midnight = datetime(local.year, local.month, local.day, 23, 59, 57, tzinfo=zone)
            clock.at = midnight.astimezone(UTC)
        case "back a day":
            clock.at -= timedelta(days=1)
        case "a minute back":
            clock.at -= timedelta(minutes=1)
        case _:
            clock.at += _TEN_YEARS
            return True
    return False


def _day(at: datetime, zone: ZoneInfo, closing: int) -> date:
    """Name a business day the plain way: what the wall clock says, a day less before the closing hour."""
    local = at.astimezone(zone)
    return local.date() - timedelta(days=local.hour < closing)


def _balances(till: Till, members: Sequence[UUID]) -> tuple[int, ...]:
    found = []
    for member in members:
        view = till.counter.desk(member).member
        assert view is not None
        found.append(view.account.balance)
    return tuple(found)
