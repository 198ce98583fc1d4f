"""A customer list of 100,000 rows from the file to the last row, alone and while cards are scanned."""

from __future__ import annotations

import csv
import sys
from datetime import date, timedelta
from random import Random
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING

from loyalpos.engine.bills import Bill
from loyalpos.engine.customer_list import guess_columns
from loyalpos.services.list_file import read_list
from loyalpos.services.list_judging import judge_list
from loyalpos.ui.collecting import Collecting
from tests.bench.counter import BenchCounter
from tests.bench.opened import draw_members
from tests.bench.people import people
from tests.bench.printed import at_most_s, limit, spread
from tests.bench.scan import cards_of
from tests.shops import CONSENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loyalpos.services.till import Till

__all__ = ["bench_import"]

_HEADINGS = ("Mã khách hàng", "Tên khách hàng", "Điện thoại", "Ngày sinh", "Ghi chú", "Tổng điểm")
_NEVER_ENDS = 600


def bench_import(till: Till, folder: Path, rows: int = 100_000) -> Iterator[str]:
    """Take one list in alone, and another while cards are scanned and bills recorded."""
    alone = _written(folder / "alone.csv", 32, rows, "KA")
    steps: dict[str, float] = {}
    before_s = _processor_s()
    _take_in(till, alone, steps)
    yield f"  {rows} rows alone: {_said(steps)}"
    took_s = sum(steps.values())
    yield at_most_s("list alone", took_s, 60)
    mine, childrens = (after - before for after, before in zip(_processor_s(), before_s, strict=True))
    yield f"  {rows / took_s:.0f} rows/s; of processors {mine:.1f} s in the till, {childrens:.1f} s beside it"
    yield from _beside(till, _written(folder / "beside.csv", 33, rows, "KB"), rows)


def _beside(till: Till, path: Path, rows: int) -> Iterator[str]:
    counter = BenchCounter(till)
    # As in the till: a forgotten window taken apart in the other thread would end the process.
    collecting = Collecting()
    cards = cards_of(till, draw_members(till, Random(31), 2_000))
    steps: dict[str, float] = {}
    importing = Thread(target=_take_in, args=(till, path, steps))
    scans: list[float] = []
    bills: list[float] = []
    importing.start()
    while importing.is_alive() and len(scans) < _NEVER_ENDS * 100:
        code, member = cards[len(scans) % len(cards)]
        scans.append(counter.scan(code, member))
        counter.leave()
        if len(scans) % 5 == 0:
            before = perf_counter()
            till.counter.record_bill(till.shop.outside.new_id(), member, Bill(85_000))
            bills.append(perf_counter() - before)
    importing.join()
    collecting.stop()
    counter.close()
    took_s = sum(steps.values())
    yield f"  {rows} rows beside scans: {_said(steps)}"
    yield at_most_s("list beside scans", took_s, 60)
    yield f"  {rows / took_s:.0f} rows/s beside scans"
    yield spread(f"scan while {rows} rows are taken in", scans)
    yield limit("scan beside an import", scans, 99, most_ms=50)
    yield spread("bill recorded meanwhile", bills)


def _take_in(till: Till, path: Path, steps: dict[str, float]) -> None:
    began = perf_counter()
    sheet = read_list(path)
    steps["read"] = perf_counter() - began
    verdicts = judge_list(till, sheet.rows, guess_columns(sheet.headings), _go_on)
    assert verdicts is not None
    steps["judged"] = perf_counter() - began - steps["read"]
    till.lists.take_in(till.shop.outside.new_id(), verdicts, wording=CONSENT, progress=_go_on)
    steps["written"] = perf_counter() - began - steps["read"] - steps["judged"]


def _said(steps: dict[str, float]) -> str:
    return ", ".join(f"{what} {took_s:.1f} s" for what, took_s in steps.items())


def _written(path: Path, seed: int, rows: int, prefix: str) -> Path:
    """Write a list as a POS exports it; some phones are members' already, another seed than the shop's."""
    rng = Random(seed)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(_HEADINGS)
        for number, who in enumerate(people(rng, rows)):
            born = date(1960, 1, 1) + timedelta(days=rng.randrange(16_000))
            birthday = born.strftime("%d/%m/%Y") if rng.random() < 0.3 else ""
            out.writerow((f"{prefix}{number:06d}", who.name, who.phone, birthday, "", rng.randrange(500)))
    return path


def _go_on(_done: int, _whole: int) -> bool:
    return True


def _processor_s() -> tuple[float, float]:
    """Say what this process and ended children took of processors; nothing where the system does not tell."""
    if sys.platform == "win32":
        return 0.0, 0.0
    import resource

    mine, childrens = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return mine.ru_utime + mine.ru_stime, childrens.ru_utime + childrens.ru_stime
