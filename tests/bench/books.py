"""The journal and the tables of a file as rows that are written by the thousand."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from loyalpos.store.journal_tables import metadata
from loyalpos.store.record import content_hash, link_hash, private_hash

__all__ = ["Books"]

_AT_ONCE = 20_000


@dataclass
class Books:
    """Rows that wait to be written, and the end of the chain they lengthen."""

    driver: Any
    origin: bytes
    seq: int
    prev: bytes
    rng: Random
    clock: int = 0
    rows: dict[str, list[tuple[object, ...]]] = field(default_factory=dict)
    waiting: int = 0

    def add(self, table: str, *row: object) -> None:
        """Let a row wait; its values stand in the order of the table's columns."""
        self.rows.setdefault(table, []).append(row)
        self.waiting += 1
        if self.waiting >= _AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what waits."""
        # A link goes after its record.
        for table in sorted(self.rows, key="link".__eq__):
            marks = ",".join("?" * len(metadata.tables[table].columns))
            self.driver.executemany(f"INSERT INTO {table} VALUES ({marks})", self.rows[table])
        self.rows.clear()
        self.waiting = 0

    def record(self, which: bytes, kind: str, at_ms: int, body: str, private: bytes | None = None) -> None:
        """Add a record of Lan's at the first till, and its link."""
        stored = body.encode()
        self.clock = max(at_ms << 16, self.clock + 1)
        salt = None if private is None else self.rng.randbytes(16)
        hidden = b"" if private is None or salt is None else private_hash(salt, private)
        content = content_hash(
            kind=kind.encode(),
            version=1,
            who=b"Lan",
            till=b"1",
            at_ms=at_ms,
            offset_min=420,
            hlc=self.clock,
            body=stored,
            private_hash=hidden,
        )
        told = (which, kind, 1, "Lan", "1", at_ms, 420, self.clock, stored, private, salt, hidden, content)
        self.add("record", *told)
        self.seq += 1
        linked = link_hash(self.prev, self.origin, self.seq, which, content)
        self.add("link", self.origin, self.seq, which, self.prev, linked)
        self.prev = linked

    def new_id(self, at_ms: int) -> bytes:
        """Make a UUIDv7."""
        low = self.rng.getrandbits(76) & ~(3 << 62) | 2 << 62
        return (at_ms << 80 | 7 << 76 | low).to_bytes(16)
