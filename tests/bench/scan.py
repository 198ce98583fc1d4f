"""From the last key of a scan to the member's panel on the screen."""

from __future__ import annotations

import gc
from random import Random
from threading import Thread
from typing import TYPE_CHECKING
from uuid import UUID

from loyalpos.engine.customer_list import Ready
from loyalpos.engine.phones import Phone
from tests.bench import bare
from tests.bench.counter import BenchCounter
from tests.bench.opened import draw_members
from tests.bench.people import people
from tests.bench.printed import limit, ratio, spread
from tests.shops import CONSENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loyalpos.engine.codes import CardCode
    from loyalpos.services.till import Till

__all__ = ["bench_import", "bench_scan"]

_PRAGMAS = (*bare.PRAGMAS, "cache_size=-16000")


def bench_scan(till: Till, folder: Path, runs: int = 400) -> Iterator[str]:
    """Scan the cards of members who come by chance, in turns with bare reads and repaints."""
    counter = BenchCounter(till)
    cards = _cards(till, draw_members(till, Random(21), runs + 20))
    open_lots = []
    for code, member in cards[:20]:
        counter.scan(code, member)
        labels = counter.labels()
        open_lots.append(_open_lots(till, member))
        counter.leave()
    lots = round(sum(open_lots) / len(open_lots))
    yield f"one scan reads {lots + 6} rows and shows {labels} texts"
    # A member's lots lie together, so the bare file has them as one row.
    one_row = ((100_000, 60), (100_000, 100), (100_000, 60), (100_000, 60), (300, 40), (10, 20))
    tables = [bare.Table(rows, (size,)) for rows, size in one_row] + [bare.Table(100_000, (lots * 95,))]
    ours: list[float] = []
    coming = iter(cards[20:])

    def turn() -> None:
        ours.append(counter.scan(*next(coming)))
        counter.leave()

    theirs = bare.read_and_repaint_seconds(
        folder, tables, labels, len(cards) - 20, pragmas=_PRAGMAS, beside=turn
    )
    counter.close()
    yield spread("scan to painted member", ours)
    yield spread("bare read and repaint", theirs)
    yield ratio("scan p50", ours, theirs, 50, most=3)
    yield limit("scan", ours, 99, most_ms=50)


def bench_import(till: Till, rows: int = 10_000) -> Iterator[str]:
    """Scan cards while a customer list is being taken in."""
    # A window forgotten by an earlier bench must not be taken apart by the collector in the other thread.
    gc.collect()
    counter = BenchCounter(till)
    known = Random(31)
    # Another seed than the shop's: some phones are taken all the same, and refused row by row.
    verdicts = [
        Ready(number, Phone(who.phone), who.name, 20, None, None, "")
        for number, who in enumerate(people(Random(32), rows), 2)
    ]
    cards = _cards(till, draw_members(till, known, 2_000))
    seen: list[int] = []

    def progress(done: int, _all: int) -> bool:
        seen.append(done)
        return True

    def take_in() -> None:
        till.lists.take_in(till.shop.outside.new_id(), verdicts, wording=CONSENT, progress=progress)

    importing = Thread(target=take_in)
    ours: list[float] = []
    importing.start()
    for code, member in cards:
        if not importing.is_alive():
            break
        ours.append(counter.scan(code, member))
        counter.leave()
    importing.join()
    counter.close()
    yield spread(f"scan while {max(seen)} rows are taken in", ours)
    yield limit("scan beside an import", ours, 99, most_ms=50)


def _cards(till: Till, members: list[UUID]) -> list[tuple[CardCode, UUID]]:
    known = [till.members.member(member) for member in dict.fromkeys(members)]
    return [(one.card, one.id) for one in known if one.card is not None]


def _open_lots(till: Till, member: UUID) -> int:
    view = till.counter.desk(member).member
    assert view is not None
    return len(view.account.lots)
