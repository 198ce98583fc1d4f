"""Work on long lists in a process of its own, so that the counter stays as quick as without it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Final, TypeVar

from loyalpos.errors import ListCutOff, Refusal, Unavailable

__all__ = ["MANY_ROWS", "Apprentice", "apprentice", "send_some", "some_sent"]

T = TypeVar("T")

MANY_ROWS: Final = 1_000
"""Fewer are done before a process has begun."""

_AT_ONCE: Final = 200
"""Rows in one message: to make and read one takes less than a millisecond."""

_DIED_OF_AN_EXCEPTION: Final = 1


class Apprentice:
    """A process at work, and the way to it."""

    def __init__(self, end: Connection, child: BaseProcess) -> None:
        self._end = end
        self._child = child

    def tell(self, message: object) -> None:
        """Send it something.

        Raises:
            Unavailable: What stopped it; :class:`ListCutOff` where the system did.
        """
        try:
            self._end.send(message)
        except OSError as died:
            # It may have said why.
            self.hear()
            raise ListCutOff from died

    def tell_some(self, things: Sequence[object]) -> None:
        """Send it many things, a few at a time."""
        for start in range(0, len(things), _AT_ONCE):
            self.tell(tuple(things[start : start + _AT_ONCE]))
        self.tell(())

    def hear(self) -> Any:
        """Wait for what it says.

        Raises:
            Unavailable: What stopped it; :class:`ListCutOff` where the system did.
            Refusal: What it was not allowed to do.
        """
        try:
            said = self._end.recv()
        except (EOFError, OSError) as died:
            self._child.join()
            if self._child.exitcode == _DIED_OF_AN_EXCEPTION:
                raise RuntimeError("work on a list failed by a fault of ours") from died
            raise ListCutOff from died
        if isinstance(said, Unavailable | Refusal):
            raise said
        return said

    def hear_some(self) -> Iterator[Any]:
        """Give many things one by one, as they come."""
        while some := self.hear():
            yield from some


@contextmanager
def apprentice(work: Callable[..., None], *told: object) -> Iterator[Apprentice]:
    """Let a process do some work during a block; at its end it is ended, if it has not come to its own.

    Args:
        work: A function of a module; gets its end of the way to us, and what it is told.
    """
    context = multiprocessing.get_context("spawn")
    ours, its = context.Pipe()
    child = context.Process(target=_work, args=(its, work, told), daemon=True)
    child.start()
    its.close()
    try:
        yield Apprentice(ours, child)
    finally:
        child.kill()
        child.join()
        ours.close()


def send_some(end: Connection, things: Sequence[object]) -> None:
    """Send many things to the till, a few at a time."""
    for start in range(0, len(things), _AT_ONCE):
        end.send(tuple(things[start : start + _AT_ONCE]))
    end.send(())


def some_sent(end: Connection) -> list[Any]:
    """Take many things that the till sends."""
    things: list[Any] = []
    while some := end.recv():
        things += some
    return things


def _work(end: Connection, work: Callable[..., None], told: tuple[object, ...]) -> None:
    try:
        work(end, *told)
    except (Unavailable, Refusal) as trouble:
        end.send(trouble)
    except (EOFError, ConnectionError):
        # The till is gone, and with it whoever wanted this.
        return
