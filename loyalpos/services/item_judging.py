"""Judging a list of items against the catalogue a shop has, a few rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from loyalpos.engine.customer_list import ListRow
from loyalpos.engine.item_list import ItemVerdict, judge_items
from loyalpos.engine.items import ItemField
from loyalpos.services.breaths import Stopped, in_breaths
from loyalpos.services.till import Till

__all__ = ["judge_item_list"]


def judge_item_list(
    till: Till,
    rows: Sequence[ListRow],
    columns: Mapping[ItemField, int],
    progress: Callable[[int, int], bool],
) -> tuple[ItemVerdict, ...] | None:
    """Judge every row of a list of items: new, changed, the same, or to be mended.

    Args:
        till: Whose catalogue is the one of before.
        rows: The list below its headings.
        columns: Where each column lies.
        progress: Told steps done and steps in all; False stops.

    Returns:
        One verdict for each row, in order, or None if it was stopped.
    """
    try:
        return judge_items(in_breaths(rows, 0, len(rows), progress), columns, till.items.catalogue())
    except Stopped:
        return None
