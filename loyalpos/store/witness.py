"""The witness: how far the books went when the till last answered, written beside the shop's file.

Of a log that is gone or has lost its end the driver makes the books of an earlier act, whole and sound by
themselves; a file put back by hand is no less sound. Only something outside the file can tell. The witness
is written after each commit and never synced: the commit was synced before, so that after a power cut it
is as old as the books or older, and older says nothing. Torn, of another key or of another shop it says
nothing either.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct

from loyalpos.engine.times import from_ms
from loyalpos.errors import ActsMissing
from loyalpos.store.disk import witness_file

__all__ = ["Reach", "Witness", "lives_of", "missing", "reach_of"]

_MARK = b"LoyS w1\n"
_SEAL_BYTES = 32
_NUMBER_BYTES = 8
_ID_BYTES = 16
_WHOLE_BYTES = len(_MARK) + 2 * _ID_BYTES + 2 * _NUMBER_BYTES + 32 + _SEAL_BYTES

_REACH = """
    SELECT replica.origin, coalesce(link.seq, 0), coalesce(link.hash, zeroblob(32)),
      coalesce(record.at_ms, replica.began_at_ms)
    FROM replica
    LEFT OUTER JOIN link ON link.origin = replica.origin
      AND link.seq = (SELECT max(seq) FROM link WHERE link.origin = replica.origin)
    LEFT OUTER JOIN record ON record.id = link.record
    ORDER BY replica.number DESC
    LIMIT 1
"""
_NEWEST = """
    SELECT record.at_ms
    FROM replica
    JOIN link ON link.origin = replica.origin
      AND link.seq = (SELECT max(seq) FROM link WHERE link.origin = replica.origin)
    JOIN record ON record.id = link.record
    ORDER BY replica.number DESC
    LIMIT 1
"""


class Reach(Struct, frozen=True):
    """How far a journal goes: the last link of its newest life.

    Attributes:
        origin: The life.
        seq: The number of the link; 0 before the life's first.
        hash: The link's hash.
        at_ms: When its record was written.
    """

    origin: bytes
    seq: int
    hash: bytes
    at_ms: int


class Witness:
    """What stands beside one shop's file of how far its books went.

    A disk that does not take it is no reason to refuse anybody: the act is in the books.

    Attributes:
        path: Where it lies.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = witness_file(path)
        self._key = key
        self._open: int | None = None

    def read(self) -> tuple[bytes, Reach] | None:
        """Give what it says, after the first life of its shop; None where it says nothing."""
        try:
            # What may stand behind it no writing ever takes away.
            whole = self.path.read_bytes()[:_WHOLE_BYTES]
        except OSError:
            return None
        said, seal = whole[:-_SEAL_BYTES], whole[-_SEAL_BYTES:]
        if len(whole) != _WHOLE_BYTES or not said.startswith(_MARK) or seal != self._seal(said):
            return None
        rest = said[len(_MARK) :]
        first, origin, numbers, last = rest[:16], rest[16:32], rest[32:48], rest[48:]
        return first, Reach(
            origin, int.from_bytes(numbers[:_NUMBER_BYTES]), last, int.from_bytes(numbers[_NUMBER_BYTES:])
        )

    def note(self, first: bytes, reach: Reach) -> None:
        """Write how far the books go now.

        Args:
            first: The first life of the shop, which tells it from all others.
        """
        numbers = reach.seq.to_bytes(_NUMBER_BYTES) + max(0, reach.at_ms).to_bytes(_NUMBER_BYTES)
        said = _MARK + first + reach.origin + numbers + reach.hash
        with suppress(OSError):
            if self._open is None:
                # Neither cut nor renamed: it never says nothing, and takes its room once.
                self._open = os.open(
                    self.path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), mode=0o644
                )
            os.lseek(self._open, 0, os.SEEK_SET)
            os.write(self._open, said + self._seal(said))

    def close(self) -> None:
        """Let go of it."""
        if self._open is not None:
            with suppress(OSError):
                os.close(self._open)
            self._open = None

    def _seal(self, said: bytes) -> bytes:
        return blake2b(said, digest_size=_SEAL_BYTES, key=self._key, person=b"LoyS witness").digest()


def lives_of(driver: Any) -> tuple[bytes, ...]:
    """Read the lives of a file, the first one first."""
    return tuple(row[0] for row in driver.execute("SELECT origin FROM replica ORDER BY number"))


def reach_of(driver: Any) -> Reach | None:
    """Read how far the journal of a file goes; None in a file without any life."""
    found = driver.execute(_REACH).fetchone()
    return None if found is None else Reach(*found)


def missing(path: Path, driver: Any, seen: tuple[bytes, Reach] | None) -> ActsMissing | None:
    """Tell what the books of a file lack of what their witness has seen; None where nothing is known to be.

    Args:
        seen: What the witness said before the books were read: another program may write them meanwhile.
    """
    if seen is None:
        return None
    first, reach = seen
    lives = lives_of(driver)
    if not lives or lives[0] != first:
        # Another shop's file was put here: what the witness has seen is nothing to it.
        return None
    known = reach.origin in lives
    if known and (reach.origin != lives[-1] or not reach.seq):
        # A new life has begun since: a backup was brought back, or somebody has agreed to what is lacking.
        return None
    ours, records = reach_of(driver), None
    if known:
        assert ours is not None
        there = driver.execute(
            "SELECT hash FROM link WHERE origin = ? AND seq = ?", (reach.origin, reach.seq)
        ).fetchone()
        if there is not None and there[0] == reach.hash:
            return None
        records = reach.seq - ours.seq if there is None else None
    newest = driver.execute(_NEWEST).fetchone()
    since = None if newest is None else from_ms(newest[0])
    return ActsMissing(path, since, from_ms(reach.at_ms), records, reach.origin, reach.seq)
