"""Judging an old customer list against the members a shop has, a few rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from loyalpos.engine.customer_list import ListRow, Ready, Verdict, judge
from loyalpos.engine.list_columns import Column
from loyalpos.engine.names import search_key
from loyalpos.services.breaths import Stopped, in_breaths
from loyalpos.services.till import Till

__all__ = ["judge_list"]

_PHONES_AT_ONCE: Final = 1_000
_NAMESAKES: Final = 1_000


def judge_list(
    till: Till,
    rows: Sequence[ListRow],
    columns: Mapping[Column, int],
    progress: Callable[[int, int], bool],
) -> tuple[Verdict, ...] | None:
    """Judge every row of a list: who can come in, who is a member already, what must be mended.

    Args:
        till: Whose members count as known.
        rows: The list below its headings.
        columns: Where each column lies.
        progress: Told steps done and steps in all; False stops.

    Returns:
        One verdict for each row, in order, or None if it was stopped.
    """
    steps = 2 * len(rows)
    try:
        alone = judge(in_breaths(rows, 0, steps, progress), columns, taken_phones=_nobody)
        known = _known_phones(till, alone)
        return judge(
            in_breaths(rows, len(rows), steps, progress),
            columns,
            taken_phones=known.__contains__,
            taken_cards=lambda code: till.members.by_code(code).state in ("linked", "dead", "spoilt"),
            taken_names=lambda name: _is_member_without_phone(till, name),
        )
    except Stopped:
        return None


def _nobody(_: str) -> bool:
    return False


def _known_phones(till: Till, verdicts: Sequence[Verdict]) -> frozenset[str]:
    phones = [one.phone for one in verdicts if isinstance(one, Ready) and one.phone is not None]
    known: set[str] = set()
    for start in range(0, len(phones), _PHONES_AT_ONCE):
        known |= till.lists.taken_phones(phones[start : start + _PHONES_AT_ONCE])
    return frozenset(known)


def _is_member_without_phone(till: Till, name: str) -> bool:
    # Digits in a name ("Lan 2") would be looked for at the end of phones.
    words = " ".join(word for word in name.split() if not word.isdecimal())
    namesakes = till.members.find(words, _NAMESAKES)
    return any(one.phone is None and search_key(one.name or "") == name for one in namesakes)
