"""From the last key of a scan to the member's panel on the screen."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from tests.bench import bare_file
from tests.bench.counter import BenchCounter
from tests.bench.opened import draw_members
from tests.bench.printed import limit, ratio, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from loyalpos.engine.codes import CardCode
    from loyalpos.services.till import Till

__all__ = ["bench_scan", "cards_of"]

_PRAGMAS = (*bare_file.PRAGMAS, "cache_size=-16000")


def bench_scan(till: Till, folder: Path, runs: int = 400) -> Iterator[str]:
    """Scan the cards of members who come by chance, in turns with bare reads and repaints."""
    counter = BenchCounter(till)
    cards = cards_of(till, draw_members(till, Random(21), runs + 20))
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
    tables = [bare_file.Table(rows, (size,)) for rows, size in one_row] + [
        bare_file.Table(100_000, (lots * 95,))
    ]
    ours: list[float] = []
    coming = iter(cards[20:])

    def turn() -> None:
        ours.append(counter.scan(*next(coming)))
        counter.leave()

    theirs = bare_file.read_and_repaint_seconds(
        folder, tables, labels, len(cards) - 20, pragmas=_PRAGMAS, beside=turn
    )
    counter.close()
    yield spread("scan to painted member", ours)
    yield spread("bare read and repaint", theirs)
    yield ratio("scan p50", ours, theirs, 50, most=3)
    yield limit("scan", ours, 99, most_ms=50)


def cards_of(till: Till, members: list[UUID]) -> list[tuple[CardCode, UUID]]:
    """Give the cards of members, of each one once."""
    known = [till.members.member(member) for member in dict.fromkeys(members)]
    return [(one.card, one.id) for one in known if one.card is not None]


def _open_lots(till: Till, member: UUID) -> int:
    view = till.counter.desk(member).member
    assert view is not None
    return len(view.account.lots)
