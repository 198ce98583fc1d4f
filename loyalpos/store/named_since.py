"""Whether anything was recorded since a look at the file that may have changed what was seen."""

from __future__ import annotations

import json

from loyalpos.store.connection import Connection
from loyalpos.store.journal import Head, head
from loyalpos.store.prepared import Prepared

__all__ = ["is_named_since"]

_NAMED = Prepared(
    """
    SELECT record.id
    FROM link
    JOIN record ON record.id = link.record
    WHERE link.origin = :life AND link.seq > :after AND record.kind <> :but AND instr(record.body, :named) > 0
    LIMIT 1
    """
)


def is_named_since(connection: Connection, name: str, seen: Head, *, but: str) -> bool:
    """Tell whether a record names something, as its body writes it, since the chain stood so.

    Args:
        but: A kind of records that are left out.
    """
    now = head(connection)
    if now.origin != seen.origin:
        return True
    named = json.dumps(name, ensure_ascii=False).encode()
    return _NAMED.first(connection, life=now.origin, after=seen.seq, but=but, named=named) is not None
