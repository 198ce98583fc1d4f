"""Which second folder a person chose for the backups, and since when it is away."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from loyalpos.store.disk import put, sync_file
from loyalpos.store.manifest import HALF
from loyalpos.store.record import canonical
from loyalpos.store.surroundings import on_disk

__all__ = ["SecondFolder", "chosen", "note"]

_NOTE = "second-folder.json"


class SecondFolder(Struct, frozen=True):
    """The second folder of the backups.

    Attributes:
        away_since: When it was first missed, or None while it is there.
        failing: Whether it is there, and its last copy failed all the same.
    """

    path: Path
    away_since: datetime | None = None
    failing: bool = False


def chosen(first: Path) -> SecondFolder | None:
    """Read the choice beside the backups; one that is not as it was written is none."""
    try:
        read = json.loads(first.joinpath(_NOTE).read_bytes())
        away = read["away_since"]
        return SecondFolder(
            Path(read["path"]),
            None if away is None else datetime.fromisoformat(away),
            read["failing"] is True,
        )
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def note(first: Path, second: SecondFolder | None) -> None:
    """Keep the choice beside the backups, or that there is none.

    Raises:
        Unavailable: The folder of the backups takes no file.
    """
    with on_disk(first):
        if second is None:
            first.joinpath(_NOTE).unlink(missing_ok=True)
            return
        first.mkdir(parents=True, exist_ok=True)
        away = None if second.away_since is None else second.away_since.isoformat()
        half = first / f"{_NOTE}{HALF}"
        half.write_bytes(canonical({"path": str(second.path), "away_since": away, "failing": second.failing}))
        sync_file(half)
        put(half, first.joinpath(_NOTE))
