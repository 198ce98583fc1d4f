"""Lines of a bill as a cashier types them: so many of an item, found by a part of its name or its code."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from loyalpos.engine.bills import BillLine
from loyalpos.engine.items import Catalogue, Item, line_of

__all__ = ["MOST_OF_ONE", "TypedLine", "added", "sum_vnd", "typed_line"]

MOST_OF_ONE: Final = 999

_BEFORE = re.compile(r"([0-9]{1,3})\s*[*x×]\s*(.*)", re.IGNORECASE)
_MARKED = re.compile(r"[x×*]\s*([0-9]{1,3})(?:\s+(.*))?", re.IGNORECASE)


class TypedLine(Struct, frozen=True):
    """What is typed into the field for items: how many, which item fits best, and what was looked for."""

    quantity: int
    item: Item | None
    sought: str

    @property
    def line(self) -> BillLine | None:
        """The line it makes, or None where no item fits."""
        return None if self.item is None else line_of(self.item, self.quantity)


def typed_line(text: str, catalogue: Catalogue) -> TypedLine | None:
    """Read what is typed: ``cfs``, ``2*cfs``, ``2x sua da``, ``x2 cfs``; None for nothing.

    An item whose name or code begins so itself (``7Up``, ``2x bánh``) comes before a quantity.

    Args:
        catalogue: Only what is sold is found.
    """
    typed = text.strip()
    if not typed:
        return None
    whole = catalogue.find(typed, 1, active_only=True)
    counted = _BEFORE.fullmatch(typed) or _MARKED.fullmatch(typed)
    if whole or counted is None:
        return TypedLine(1, whole[0] if whole else None, typed)
    sought = (counted[2] or "").strip()
    quantity = min(max(int(counted[1]), 1), MOST_OF_ONE)
    found = catalogue.find(sought, 1, active_only=True) if sought else ()
    return TypedLine(quantity, found[0] if found else None, sought)


def added(lines: tuple[BillLine, ...], line: BillLine) -> tuple[BillLine, ...]:
    """Add a line; more of the item that was added last make its line longer instead."""
    last = lines[-1] if lines else None
    if last is None or not line.item or last.item != line.item:
        return (*lines, line)
    quantity = last.quantity + line.quantity
    longer = BillLine(
        line.name,
        quantity,
        last.amount_vnd + line.amount_vnd,
        item=line.item,
        category=line.category,
        tags=line.tags,
        premium=line.premium,
    )
    return (*lines[:-1], longer)


def sum_vnd(lines: tuple[BillLine, ...]) -> int:
    """Add the lines up."""
    return sum(line.amount_vnd for line in lines)
