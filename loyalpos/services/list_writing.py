"""Writing what a long list changes: here, or in a process that takes turns with the till."""

from __future__ import annotations

import multiprocessing
import multiprocessing.synchronize
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection as End
from time import perf_counter
from typing import Any, Final, TypeAlias, TypeVar

from msgspec import Struct

from loyalpos.errors import Refusal
from loyalpos.services.apprentice import Apprentice, apprentice, some_sent
from loyalpos.services.lent_shop import Lent, LentShop
from loyalpos.services.portions import Portion
from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection
from loyalpos.store.lane import Wanted

__all__ = ["Came", "Step", "write_here", "write_in_a_process"]

T = TypeVar("T")

Step: TypeAlias = Callable[[Connection, Shop, Sequence[T]], tuple[tuple[int, Refusal], ...]]
"""Writes some things of a list in one transaction and gives those refused; a function of a module, and
what it is given beside."""

Progress = Callable[[int, int], bool]

_YOUR_TURN: Final = "your turn"
_ENOUGH: Final = "enough"

_ROWS_IN_A_LOG: Final = 4_000
"""After so many the log is brought into the file: often enough to stay small, and seldom enough that pages
which many rows change are written once."""


_ROWS_AT_ONCE: Final = 16
_TRANSACTION_S: Final = 0.016
"""So long rows are gathered while nobody waits: many of them change the same pages, each of which is sealed
once. Whoever waits meanwhile waits for a few rows, and until those before them are on the disk."""


class Came(Struct, frozen=True):
    """How far the writing is: rows done, those of them refused with the reason, and whether all are done."""

    done: int
    refused: tuple[tuple[int, Refusal], ...] = ()
    is_whole: bool = False


class _Turn(Struct, frozen=True):
    """What the process says after some rows: rows done, those newly refused, and whether it writes on."""

    done: int
    refused: tuple[tuple[int, Refusal], ...]
    goes_on: bool


def write_here(shop: Shop, step: Step[T], rows: Sequence[T], progress: Progress) -> Came:
    """Write rows in this thread, some dozens in each transaction."""
    done = 0
    refused: tuple[tuple[int, Refusal], ...] = ()
    portion = Portion()
    while done < len(rows):
        if not progress(done, len(rows)):
            return Came(done, refused)
        some = rows[done : done + portion.size]
        with shop.file.work() as connection, portion.timed():
            refused += step(connection, shop, some)
        done += len(some)
    progress(len(rows), len(rows))
    return Came(done, refused, is_whole=True)


def write_in_a_process(shop: Shop, step: Step[T], rows: Sequence[T], progress: Progress) -> Came:
    """Write rows in a process of its own; whatever the till writes meanwhile comes first.

    Raises:
        Unavailable: What stopped it; what was reported before is written.
    """
    wanted = multiprocessing.get_context("spawn").Event()
    refused: tuple[tuple[int, Refusal], ...] = ()
    done = 0
    with shop.file.log_growing(), apprentice(_write, Lent.of(shop), wanted, step) as child:
        child.tell_some(rows)
        child.hear()
        _turns(shop, child, wanted, lambda _done: True)
        while done < len(rows):
            child.hear()
            if not progress(done, len(rows)):
                return Came(done, refused)
            for turn in _turns(shop, child, wanted, lambda done: progress(done, len(rows))):
                done, refused = turn.done, refused + turn.refused
        child.tell(_ENOUGH)
        child.hear()
    progress(len(rows), len(rows))
    return Came(done, refused, is_whole=True)


def _turns(shop: Shop, child: Apprentice, wanted: Wanted, progress: Callable[[int], bool]) -> Sequence[_Turn]:
    """Lend the file to the process until it gives it back."""
    turns: list[_Turn] = []
    with shop.file.lent(wanted):
        child.tell(_YOUR_TURN)
        while not turns or turns[-1].goes_on:
            turns.append(child.hear())
            if not progress(turns[-1].done):
                wanted.set()
    return turns


def _write(
    end: End,
    lent: Lent,
    wanted: multiprocessing.synchronize.Event,
    step: Step[Any],
) -> None:
    """Write the rows that are sent, whenever the file is lent."""
    rows = some_sent(end)
    end.send(None)
    done = in_log = 0
    # A file is tried by writing when it is opened.
    end.recv()
    shop = LentShop(lent)
    end.send(_Turn(0, (), goes_on=False))
    try:
        shop.read_again()
        with shop.file.log_growing():
            shop.file.keep_more_pages()
            end.send(None)
            while end.recv() == _YOUR_TURN:
                goes_on = True
                while goes_on:
                    came = _some(shop, step, rows, done, wanted)
                    in_log += came.done - done
                    done = came.done
                    goes_on = not (came.is_whole or in_log >= _ROWS_IN_A_LOG or wanted.is_set())
                    end.send(_Turn(done, came.refused, goes_on))
                if done == len(rows) or in_log >= _ROWS_IN_A_LOG:
                    shop.file.empty_log()
                    in_log = 0
                end.send(None)
    finally:
        shop.close()


def _some(
    shop: Shop,
    step: Step[T],
    rows: Sequence[T],
    done: int,
    wanted: multiprocessing.synchronize.Event,
) -> Came:
    """Write rows in one transaction, fewer where somebody waits."""
    refused: tuple[tuple[int, Refusal], ...] = ()
    with shop.file.work() as connection:
        until = perf_counter() + _TRANSACTION_S
        is_time = True
        while is_time:
            some = rows[done : done + _ROWS_AT_ONCE]
            refused += step(connection, shop, some)
            done += len(some)
            is_time = done < len(rows) and perf_counter() < until and not wanted.is_set()
    return Came(done, refused, is_whole=done == len(rows))
