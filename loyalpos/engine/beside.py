"""How rules of one stage stand beside each other: added, the best, one alone, or none after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

from loyalpos.engine.ratios import Ratio
from loyalpos.engine.rules import Beside

__all__ = ["Ranked", "standing_beside"]


class _Ruled(Protocol):
    """What a rule says of others."""

    @property
    def priority(self) -> int: ...

    @property
    def beside(self) -> Beside: ...

    @property
    def group(self) -> str: ...


class Ranked(Protocol):
    """Something of a rule that has a worth."""

    @property
    def rule(self) -> _Ruled:
        """The rule."""

    @property
    def exact(self) -> Ratio:
        """What it gives."""


T = TypeVar("T", bound=Ranked)

# To look a member of an enumeration up takes longer than all else that is asked of most rules.
_ADD: Final = Beside.ADD
_BEST: Final = Beside.BEST
_EXCLUSIVE: Final = Beside.EXCLUSIVE
_LAST: Final = Beside.LAST


def standing_beside(parts: Sequence[T]) -> tuple[list[T], list[T]]:
    """Let the rules of a stage that apply to a bill settle which of them stand.

    An exclusive rule that is worth anything stands alone, that of the highest priority where there are
    several; else nothing of lower priority follows a ``LAST`` one that is worth anything; else of each
    group only the best stands. Between equals the first goes first.

    Args:
        parts: Higher priority first, those of one priority as the program has them.

    Returns:
        Those that stand and those that do not, in the same order.
    """
    asking = [part for part in parts if part.rule.beside is not _ADD]
    if len(parts) < 2 or not asking:
        return list(parts), []
    alone = next((p for p in asking if p.rule.beside is _EXCLUSIVE and p.exact[0]), None)
    if alone is not None:
        return [alone], [part for part in parts if part is not alone]
    last = next((p.rule.priority for p in asking if p.rule.beside is _LAST and p.exact[0]), None)
    best: dict[str, T] = {}
    for part in asking:
        if part.rule.beside is _BEST and (last is None or part.rule.priority >= last):
            held = best.setdefault(part.rule.group, part)
            if _is_more(part.exact, held.exact):
                best[part.rule.group] = part
    stand: list[T] = []
    fall: list[T] = []
    for part in parts:
        follows = last is None or part.rule.priority >= last
        is_best = part.rule.beside is not _BEST or best.get(part.rule.group) is part
        (stand if follows and is_best else fall).append(part)
    return stand, fall


def _is_more(one: Ratio, other: Ratio) -> bool:
    return one[0] * other[1] > other[0] * one[1]
