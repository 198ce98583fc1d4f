"""Carrying a closed shop's file over to another folder, so that a kill at any step loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from loyalpos.errors import FileDamaged
from loyalpos.store.check import page_problems
from loyalpos.store.connecting import connect, looking
from loyalpos.store.disk import log_files, put, sync_file, with_journal, witness_file
from loyalpos.store.journal import head
from loyalpos.store.key_source import carry_source
from loyalpos.store.manifest import HALF
from loyalpos.store.surroundings import on_disk
from loyalpos.store.swap import aside_name, finish_swap, stamp_of

__all__ = ["carry_over"]


def carry_over(path: Path, target: Path, key: bytes, *, at: datetime, decide: Callable[[], object]) -> None:
    """Copy a file, verify the copy, and move what was copied aside; where there is none, only decide.

    Args:
        decide: Is called once the copy is whole and before the old file is moved: makes later starts
            look at the copy.

    Raises:
        FileDamaged: The file is not whole; it stays, and nothing is decided.
        Unavailable: A disk fails.
    """
    with on_disk(path):
        finish_swap(path)
        if not path.exists():
            decide()
            return
    half = target.with_name(f"{target.name}{HALF}")
    with on_disk(target):
        for left in with_journal(half):
            left.unlink(missing_ok=True)
        try:
            driver = connect(path, key, "read")
            try:
                driver.execute("VACUUM INTO ?", (str(half),))
            finally:
                driver.close()
            with looking(path, key, "read") as source, looking(half, key, "copy") as copy:
                found = page_problems(copy)
                if found or head(copy) != head(source):
                    raise FileDamaged(path, found[0] if found else "head")
            sync_file(half)
            carry_source(path, target)
            witness_file(target).unlink(missing_ok=True)
            put(half, target)
        finally:
            half.unlink(missing_ok=True)
    try:
        decide()
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    with on_disk(path):
        aside = aside_name(path, stamp_of(at))
        path.replace(aside)
        for log, log_aside in zip(log_files(path), log_files(aside), strict=True):
            if log.exists():
                log.replace(log_aside)
        witness_file(path).unlink(missing_ok=True)
