"""What would be: an act is done in a transaction that is given up, and only its answer stays."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from loyalpos.services.shop import Shop
from loyalpos.store.file import Connection

__all__ = ["foreseen"]

T = TypeVar("T")


def foreseen(shop: Shop, act: Callable[[Connection], T]) -> T:
    """Say what an act would answer; nothing of it is kept.

    Args:
        act: Reads and writes in the transaction it is given.

    Raises:
        Refusal: The act would be refused.
    """
    answers: list[T] = []
    with suppress(_GivenUp), shop.file.work() as connection:
        answers.append(act(connection))
        raise _GivenUp
    return answers[0]


class _GivenUp(Exception):
    """Ends a transaction that was only to be looked at."""
