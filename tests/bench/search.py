"""Finding a member by what a customer says, beside a LIKE scan of the same members."""

from __future__ import annotations

from random import Random
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import UUID

from tests.bench import bare_file
from tests.bench.bare_search import fold, like_scan_seconds
from tests.bench.printed import at_least, limit, ratio, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loyalpos.services.till import Till

__all__ = ["bench_search"]

_LISTED = 20
_PRAGMAS = (*bare_file.PRAGMAS, "cache_size=-16000")


def bench_search(till: Till, folder: Path, draws: int = 1_000) -> Iterator[str]:
    """Look for members drawn by lot: by the phone's last five digits, and by whole name and last two."""
    for name, by_name in (("last 5 digits", False), ("name + 2 last digits", True)):
        wanted = _drawn(till, draws)
        asked = [(fold(who), phone[-2:]) if by_name else ("", phone[-5:]) for _, who, phone in wanted]
        ours: list[float] = []
        found: list[bool] = []
        coming = iter(range(draws))

        def turn(
            wanted: list[tuple[UUID, str, str]] = wanted,
            asked: list[tuple[str, str]] = asked,
            seconds: list[float] = ours,
            hits: list[bool] = found,
            coming: Iterator[int] = coming,
        ) -> None:
            number = next(coming)
            typed = " ".join(asked[number]).strip()
            before = perf_counter()
            listed = till.members.find(typed, _LISTED)
            seconds.append(perf_counter() - before)
            hits.append(any(one.id == wanted[number][0] for one in listed))

        theirs = like_scan_seconds(folder, asked, pragmas=_PRAGMAS, beside=turn)
        yield spread(f"find by {name}", ours)
        yield spread(f"LIKE scan, {name}", theirs)
        yield at_least(f"listed by {name}", sum(found) / len(found), 0.99)
        yield limit(f"find by {name}", ours, 99, most_ms=30)
        yield ratio(f"find by {name} p99", ours, theirs, 99, most=0.2)
        yield ratio(f"find by {name} p50", ours, theirs, 50, most=0.2)


def _drawn(till: Till, draws: int) -> list[tuple[UUID, str, str]]:
    with till.shop.file.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, name, phone FROM member WHERE gone = 0").all()
    return [(UUID(bytes=row.id), row.name, row.phone) for row in Random(41).sample(rows, draws)]
