"""A shop's file that was put away, and what happens to who opens it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from loyalpos.errors import Unavailable
from loyalpos.store.file import ShopFile
from tests.store.acts import KEY, grow, new_file


def what_happens(path: Path) -> str:
    try:
        file = ShopFile.open(path, KEY, wait_ms=50)
    except Unavailable as trouble:
        return type(trouble).__name__
    grow(file, 50, 50)
    file.close()
    return "opened"


def closed(folder: Path, records: int = 3) -> Path:
    file = new_file(folder)
    grow(file, 1, records)
    file.close()
    return file.path


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
