"""Who did what: the journal read a page at a time, written down, and its chain proved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

from msgspec import Struct

from loyalpos.engine.audit import AuditAsk, AuditLine, AuditPage, AuditPlace
from loyalpos.engine.exports import Export, ExportKind
from loyalpos.engine.staff import Right
from loyalpos.services.exports import Exports
from loyalpos.services.shop import Shop
from loyalpos.services.spreadsheet import Sheet, write_sheet
from loyalpos.store.audit import audit_page, records_in, who_wrote
from loyalpos.store.chain import VerifyingStopped, verify_chain
from loyalpos.store.journal import head

__all__ = ["Audit", "ChainProved"]

_BREATH_S: Final = 0.001
_PAGE: Final = 100
_LATEST: Final = 2_000

Progress = Callable[[int, int], bool]


class ChainProved(Struct, frozen=True):
    """This is what came of proving the chain.

    Attributes:
        records: How many records stand in it.
        problems: Places where it is not what was written; none in a sound file.
        seq: The number of its last link …
        head: … and the hash of that, as the closing slip has it.
    """

    records: int
    problems: tuple[str, ...]
    seq: int
    head: str


class Audit:
    """Who did what; only for those who may look.

    Every method raises ``NotAllowed`` where whoever is at the till may not look.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def page(self, ask: AuditAsk, below: AuditPlace | None = None, most: int = _PAGE) -> AuditPage:
        """Read some records, the newest first; see :func:`loyalpos.store.audit.audit_page`."""
        self._shop.demand(Right.AUDIT)
        with self._shop.file.read() as connection:
            return audit_page(connection, ask, self._shop.time, below, most)

    def people(self) -> tuple[str, ...]:
        """Name everybody who works or worked here, and whom the latest records name besides."""
        self._shop.demand(Right.AUDIT)
        with self._shop.file.read() as connection:
            wrote = who_wrote(connection, _LATEST)
        return tuple(dict.fromkeys([*(person.id.hex for person in self._shop.staff), *wrote]))

    def lines(self, ask: AuditAsk, most: int, progress: Progress) -> tuple[AuditLine, ...] | None:
        """Read all records that are asked for, the newest first, beside the counter; None if stopped.

        Args:
            most: No more than so many.
        """
        self._shop.demand(Right.AUDIT)
        found: list[AuditLine] = []
        for lines in self._pages(ask):
            found.extend(lines)
            if not progress(min(len(found), most), most):
                return None
            if len(found) >= most:
                break
        return tuple(found[:most])

    def write(
        self,
        path: Path,
        ask: AuditAsk,
        heads: Sequence[str],
        say: Callable[[AuditLine], Sequence[str | int]],
        export: Export,
        progress: Progress,
    ) -> Path | None:
        """Write all records that are asked for into a CSV or a workbook.

        Args:
            say: Puts a line into words, a cell for each heading.

        Returns:
            The path, with ``.csv`` where it named no kind; None where it was stopped.

        Raises:
            NotAllowed: Whoever is at the till may not look, or write members' names into files.
            ReasonMissing: Nobody says why.
            CannotWrite: The folder or the disk does not take it.
        """
        self._shop.demand(Right.AUDIT)
        Exports(self._shop).begin(ExportKind.JOURNAL, export, None)
        with self._shop.file.read() as connection:
            whole = records_in(connection)
        rows: list[Sequence[str | int]] = []
        for lines in self._pages(ask):
            rows.extend(say(line) for line in lines)
            if not progress(min(len(rows), whole), whole):
                return None
        return write_sheet(path, Sheet(heads, rows, widths=[18] * len(heads), mark=export.mark))

    def prove(self, progress: Progress) -> ChainProved | None:
        """Check every link and record of the journal; None where it was stopped."""
        self._shop.demand(Right.AUDIT)
        with self._shop.file.aside() as connection:
            whole = records_in(connection)

            def goes_on(links: int) -> bool:
                time.sleep(_BREATH_S)
                return progress(min(links, whole), whole)

            try:
                problems = verify_chain(connection, goes_on)
            except VerifyingStopped:
                return None
            end = head(connection)
            return ChainProved(
                whole, tuple(_place(one.record, one.seq) for one in problems), end.seq, end.hash.hex()
            )

    def _pages(self, ask: AuditAsk) -> Iterator[tuple[AuditLine, ...]]:
        with self._shop.file.aside() as connection:
            below: AuditPlace | None = None
            while True:
                page = audit_page(connection, ask, self._shop.time, below, _PAGE)
                yield page.lines
                if page.then is None:
                    return
                below = page.then
                time.sleep(_BREATH_S)


def _place(record: UUID, seq: int) -> str:
    return f"{seq} · {record.hex}"
