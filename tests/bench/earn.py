"""A bill from Enter to being safe on the disk, beside a bare transaction that writes as many bytes."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from loyalpos.engine.bills import Bill
from tests.bench import bare_file
from tests.bench.opened import draw_members
from tests.bench.printed import ratio, spread
from tests.bench.written_rows import trees_of_a_bill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from loyalpos.services.till import Till

__all__ = ["bench_earn"]

_PRAGMAS = (*bare_file.PRAGMAS, "cache_size=-16000")


def bench_earn(till: Till, folder: Path, runs: int = 400) -> Iterator[str]:
    """Record bills of members who come by chance, in turns with bare commits of the same bytes.

    The bare counterpart is measured twice: once writing the rows and the entries of every index they
    stand in, as any file must that finds them again, and once the rows alone.
    """
    trees = trees_of_a_bill(folder / "one-bill")
    rows = [tree.bare() for tree in trees if not tree.is_index]
    everything = [tree.bare() for tree in trees]
    yield (
        f"one bill writes {sum(len(table.row_bytes) for table in rows)} rows of "
        f"{sum(sum(table.row_bytes) for table in rows)} bytes, with index entries "
        f"{sum(sum(table.row_bytes) for table in everything)} bytes in {len(everything)} trees"
    )
    rng = Random(11)
    for name, tables in (("rows and index entries", everything), ("rows alone", rows)):
        ours: list[float] = []
        members = iter(draw_members(till, rng, runs))

        def turn(seconds: list[float] = ours, come: Iterator[UUID] = members) -> None:
            seconds.append(_earn(till, rng, next(come)))

        theirs = bare_file.commit_seconds(folder, tables, runs, pragmas=_PRAGMAS, beside=turn)
        yield spread("earn acknowledged", ours)
        yield spread(f"bare commit, {name}", theirs)
        yield ratio("earn p50", ours, theirs, 50, most=3)


def _earn(till: Till, rng: Random, member: UUID) -> float:
    total_vnd = rng.randrange(15, 300) * 1_000
    action = till.counter.desk(member).action
    till.counter.keep_draft(member, action)
    before = perf_counter()
    till.counter.record_bill(action, member, Bill(total_vnd, number=None))
    return perf_counter() - before
