"""What is sent to printers and files: cards count as printed when somebody says that they came out well."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from loyalpos.engine.batches import PrintRun, Way
from loyalpos.engine.codes import CardCode
from loyalpos.services.shop import Shop
from loyalpos.store import batches
from loyalpos.store.file import Connection
from loyalpos.store.journal import find_record

__all__ = ["PrintRuns"]

_RUNS: Final = 12


class PrintRuns:
    """Cards sent at once, and what became of them; each method is one transaction."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def send(self, action: UUID, codes: Sequence[str], way: Way, *, batch: UUID | None = None) -> None:
        """Write down that cards go to a printer or a file; they count as printed when somebody says so.

        Args:
            action: The id of this run.
            codes: In their printing order.
            batch: Whose blanks they are; None for cards of members.

        Raises:
            SameIdOtherContent: The id was used for something else.
        """
        request: dict[str, object] = {"codes": list(codes), "way": way.value}
        if batch is not None:
            request["batch"] = batch.hex
        with self._shop.file.work() as connection:
            self._shop.write(connection, "cards_sent", request, action=action)

    def came_out(self, run: UUID, good: int) -> None:
        """Write down how many cards of a run came out well, from its first on.

        The answer that was given first stands.
        """
        with self._shop.file.work() as connection:
            sent = batches.run_by_id(connection, run)
            if sent is None or sent.good is not None:
                return
            assert 0 <= good <= sent.cards
            codes = self._codes_of(connection, run)[:good]
            request = {"run": run.hex, "good": good}
            self._shop.write(connection, "cards_printed", request, {"codes": list(codes)})

    def all(self) -> tuple[PrintRun, ...]:
        """List what was sent to printers last, newest first, and whatever nobody has answered for."""
        with self._shop.file.read() as connection:
            return batches.print_runs(connection, _RUNS)

    def left_of(self, run: UUID, first: int) -> tuple[CardCode, ...]:
        """List the codes of a run from a card on, as they may still be printed."""
        with self._shop.file.read() as connection:
            sent = batches.run_by_id(connection, run)
            if sent is None:
                return ()
            codes = self._codes_of(connection, run)[first - 1 :]
            printable = batches.still_printable(connection, codes, blank=sent.batch is not None)
            return tuple(CardCode(code) for code in printable)

    def _codes_of(self, connection: Connection, run: UUID) -> tuple[str, ...]:
        record = find_record(connection, run)
        assert record is not None
        return tuple(json.loads(record.body)["request"]["codes"])
